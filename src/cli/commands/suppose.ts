import type { CaseView } from '../../backchannel.ts';
import type { DealOutlook, Gain, SupposeStep } from '../../ledgers/index.ts';
import type { Condition, Deal, Evidence } from '../../model/index.ts';
import { type WhatIfSupposed, whatIfSupposed } from '../../what-if.ts';
import { plain, plainCell } from '../plain.ts';
import { renderTable, wrap } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { count } from './read.ts';

/** What is supposed, and how it is printed. */
export interface SupposeFlags {
  readonly holds: readonly string[];
  readonly fails: readonly string[];
  readonly without: readonly string[];
  readonly format: 'text' | 'json';
}

/**
 * `whatif FILE --holds COND --fails COND`: which deals open or close, which stay and why, who gains, which paths of interest matter;
 * each step with its quote. With nothing supposed it lists what one could suppose. Writes nothing.
 */
export const supposeCommand = (file: string, flags: SupposeFlags, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (view) => {
    const found = await whatIfSupposed(view, flags, flags.without);
    if (flags.format === 'json') await terminal.out(`${JSON.stringify(jsonOf(found))}\n`);
    else if (flags.holds.length + flags.fails.length === 0) await listConditions(view, file, terminal);
    else await new Printer(found, terminal).print(file);
    return 0;
  });

/** All in ids, with the words of conditions and the name of whoever gains. */
const jsonOf = ({ made, suppositions, supposed }: WhatIfSupposed): object => {
  const text = new Map(made.conditions.map((one) => [one.id, one.text]));
  const name = new Map(made.entities.map((one) => [one.id, one.name]));
  return {
    supposed: suppositions,
    steps: supposed.steps.map((step) => ({ ...step, text: text.get(step.condition) ?? '' })),
    deals: supposed.deals,
    gains: supposed.gains.map((gain) => ({ ...gain, name: name.get(gain.who) ?? gain.who })),
    interests: supposed.interests.map(({ id }) => id),
    ...(suppositions.holds.length + suppositions.fails.length > 0
      ? {}
      : {
          conditions: made.conditions.map(({ id, text: words, status, deals, needs }) => ({
            id,
            text: words,
            status,
            deals,
            needs,
          })),
        }),
  };
};

const listConditions = async (view: CaseView, file: string, terminal: Terminal): Promise<void> => {
  const rows: (readonly string[])[] = [];
  for await (const { id, text, status, deals, rows: other, needs } of view.items('conditions'))
    rows.push([id, plainCell(text), status, String(deals.length + other.length), String(needs.length)]);
  if (rows.length === 0) {
    await terminal.out('Nothing in this case is told to hang on a condition.\n');
    return;
  }
  const bold = (text: string): string => (terminal.hasColour ? `\u001b[1m${text}\u001b[22m` : text);
  await terminal.out(
    renderTable(
      [
        { title: 'id', fixed: true },
        { title: 'condition' },
        { title: 'status', fixed: true },
        { title: 'hang on it', fixed: true },
        { title: 'needs', fixed: true },
      ],
      rows,
      terminal.width,
      bold,
    ),
  );
  await terminal.out(`\nSuppose one: backchannel whatif ${plain(file)} --holds ${rows[0]?.[0] ?? 'ID'}\n`);
};

const CHANGED: Readonly<Record<DealOutlook['change'], string>> = {
  opens: 'OPENS',
  closes: 'CLOSES',
  stays: 'STAYS AS IT IS',
};

class Printer {
  readonly #found: WhatIfSupposed;
  readonly #terminal: Terminal;
  readonly #names: ReadonlyMap<string, string>;
  readonly #conditions: ReadonlyMap<string, Condition>;
  readonly #deals: ReadonlyMap<string, Deal>;

  constructor(found: WhatIfSupposed, terminal: Terminal) {
    const { made } = found;
    this.#found = found;
    this.#terminal = terminal;
    this.#names = new Map([
      ...made.entities.map((one) => [one.id, one.name] as const),
      ...made.documents.map((one) => [one.id, one.path] as const),
    ]);
    this.#conditions = new Map(made.conditions.map((one) => [one.id, one]));
    this.#deals = new Map(made.deals.map((one) => [one.id, one]));
  }

  async print(file: string): Promise<void> {
    const { steps, deals, gains, interests } = this.#found.supposed;
    for (const step of steps) await this.#step(step);
    if (deals.length === 0) await this.#line('\nNo deal of this case is told to hang on a condition.', 0);
    for (const change of ['opens', 'closes', 'stays'] as const) {
      const own = deals.filter((deal) => deal.change === change);
      if (own.length === 0) continue;
      await this.#terminal.out(`\n${this.#bold(`${CHANGED[change]}: ${count(own.length, 'deal', 'deals')}`)}\n`);
      for (const deal of own) await this.#deal(deal);
    }
    if (gains.length > 0) {
      await this.#terminal.out(`\n${this.#bold('WHO WOULD GAIN, as told')}\n`);
      for (const gain of gains) await this.#gain(gain);
    }
    if (interests.length > 0) {
      await this.#terminal.out(
        `\n${this.#bold('PATTERNS TO CHECK that lead to those who gain from a deal that opens')}\n`,
      );
      for (const { id, negotiator, gains: who, path } of interests)
        await this.#line(
          `${this.#name(negotiator)} → ${this.#name(who)}, ${count(path.length, 'hop', 'hops')}  ${id}`,
          2,
        );
    }
    await this.#terminal.out(
      `\nNothing was written. Whether a deal whose way is free is made is not told. The rows: backchannel show ${plain(file)} conditions\n`,
    );
  }

  async #step({ condition, becomes, because, evidence }: SupposeStep): Promise<void> {
    const said = `“${this.#text(condition)}”`;
    const why = (because ?? [])
      .map((id) => (this.#deals.has(id) ? this.#dealName(id) : `“${this.#text(id)}”`))
      .join(' and ');
    const text =
      because === null
        ? `Supposed: ${said} ${becomes}.`
        : becomes === 'fails'
          ? `So ${said} fails: it hangs on ${why}.`
          : `So nothing that is told stands in the way of ${said}: it hangs on ${why}. It stays open.`;
    await this.#line(text, 0);
    await this.#quotes(evidence);
  }

  async #deal(outlook: DealOutlook): Promise<void> {
    const words = (ids: readonly string[]): string => ids.map((id) => `“${this.#text(id)}”`).join('; ');
    const why =
      outlook.after === 'over'
        ? `it is told to be ${this.#deals.get(outlook.deal)?.stage ?? 'over'} already`
        : outlook.failing.length > 0
          ? `fails: ${words(outlook.failing)}`
          : outlook.open.length > 0
            ? `still open: ${words(outlook.open)}`
            : `all that it hangs on holds: ${words(outlook.met)}`;
    await this.#line(`${this.#dealName(outlook.deal)}  ${outlook.deal}`, 2);
    await this.#line(why, 4);
    await this.#quotes(outlook.evidence);
  }

  async #gain({ who, kind, row, evidence }: Gain): Promise<void> {
    const deal = this.#deals.get(row);
    const sums = deal?.amounts.map(({ text, of }) => (of === null ? text : `${text} (${of})`)).join(' / ') ?? '';
    const what =
      kind === 'relief'
        ? 'relief from sanctions'
        : `a part in ${deal?.asset ?? 'the deal'}${sums === '' ? '' : `, ${sums}`}`;
    await this.#line(`${this.#name(who)}: ${what}  ${row}`, 2);
    await this.#quotes(evidence);
  }

  async #quotes(evidence: readonly Evidence[]): Promise<void> {
    for (const { document, start, end, quote } of evidence)
      await this.#line(`“${quote}” ${this.#name(document)} [${start}, ${end})`, 6);
  }

  #line(text: string, indent: number): Promise<void> {
    const lines = wrap(plainCell(text), Math.max(30, this.#terminal.width - indent - 2));
    return this.#terminal.out(
      lines.map((part, at) => `${' '.repeat(at === 0 ? indent : indent + 2)}${part}\n`).join(''),
    );
  }

  #dealName(id: string): string {
    const deal = this.#deals.get(id);
    const asset = deal?.assetEntity == null ? deal?.asset : this.#name(deal.assetEntity);
    const parties = deal?.parties.filter((party) => party !== deal.assetEntity).map((party) => this.#name(party));
    return [parties?.join(', '), asset].filter((word) => word != null && word !== '').join(' – ') || id;
  }

  #text(id: string): string {
    return this.#conditions.get(id)?.text ?? id;
  }

  #name(id: string): string {
    return this.#names.get(id) ?? id;
  }

  #bold(text: string): string {
    return this.#terminal.hasColour ? `\u001b[1m${text}\u001b[22m` : text;
  }
}

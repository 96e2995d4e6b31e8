import type { CaseView } from '../../backchannel.ts';
import { BackchannelError, type Claim, type Interest, type Tie } from '../../model/index.ts';
import { plain, plainCell } from '../plain.ts';
import { wrap } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { tieTime } from '../tie-time.ts';
import { withCase } from '../with-case.ts';
import { count } from './read.ts';

/** Which paths are printed, and how. */
export interface InterestsFlags {
  readonly from?: string;
  readonly to?: string;
  readonly deal?: string;
  readonly format: 'text' | 'json';
}

/** Quotes printed for each hop, and claims against a path. */
const MOST = 2;

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** The ids of entities that a name or id means; null when none was asked for. */
const meant = async (view: CaseView, name: string | undefined, role: string): Promise<ReadonlySet<string> | null> => {
  if (name === undefined) return null;
  const found = new Set<string>();
  for await (const entity of view.items('entities')) {
    const names = [entity.name, ...entity.names.map(({ text }) => text)];
    if (entity.id === name || names.some((one) => fold(one) === fold(name))) found.add(entity.id);
  }
  if (found.size === 0)
    throw new BackchannelError('interests/not-found', `Expected ${role} of the case, found nobody called ${name}.`, {
      next: 'Names and ids: backchannel show FILE entities',
    });
  return found;
};

const VERDICTS: Readonly<Record<Interest['overlap']['verdict'], string>> = {
  overlaps: 'in time',
  apart: 'not at the same time',
  unknown: 'at the same time? cannot be told',
};

/** `interests FILE`: paths from people who negotiate to those who gain, hop by hop with quotes, dates, weight and what speaks against. */
export const interestsCommand = (file: string, flags: InterestsFlags, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (view) => {
    const [from, to] = [
      await meant(view, flags.from, 'a negotiator'),
      await meant(view, flags.to, 'someone who gains'),
    ];
    const found: Interest[] = [];
    for await (const one of view.items('interests')) {
      const isAsked =
        (from?.has(one.negotiator) ?? true) &&
        (to?.has(one.gains) ?? true) &&
        (flags.deal === undefined || one.deal === flags.deal);
      if (isAsked) found.push(one);
    }
    const ties = new Map<string, Tie>();
    for await (const tie of view.items('ties')) ties.set(tie.id, tie);
    const totals = new Map<string, number>();
    for await (const finding of view.items('findings')) totals.set(finding.id, finding.weight.total);
    const strength = ({ weakest }: Interest): number => totals.get(ties.get(weakest ?? '')?.finding ?? '') ?? 0;
    found.sort((a, b) => a.path.length - b.path.length || strength(b) - strength(a) || (a.id < b.id ? -1 : 1));
    if (flags.format === 'json') {
      for (const one of found) await terminal.out(`${JSON.stringify(one)}\n`);
      return 0;
    }
    if (found.length === 0) {
      await terminal.out(
        'No path of ties leads from someone who negotiates to someone who gains from a deal, in what was read.\n',
      );
      return 0;
    }
    await terminal.out(
      `${count(found.length, 'pattern', 'patterns')} to check. A path says nothing about conduct: each hop is to be checked, the weakest first.\n`,
    );
    const names = new Map<string, string>();
    for await (const entity of view.items('entities')) names.set(entity.id, entity.name);
    for await (const document of view.items('documents')) names.set(document.id, document.path);
    for (const one of found) await print(one, view, ties, (id) => names.get(id) ?? id, terminal);
    await terminal.out(`\nThe rows behind them: backchannel show ${plain(file)} tie ID, … deal ID\n`);
    return 0;
  });

const print = async (
  one: Interest,
  view: CaseView,
  ties: ReadonlyMap<string, Tie>,
  nameOf: (id: string) => string,
  terminal: Terminal,
): Promise<void> => {
  const bold = (text: string): string => (terminal.hasColour ? `\u001b[1m${text}\u001b[22m` : text);
  const line = (text: string, indent: number): Promise<void> =>
    terminal.out(
      wrap(plainCell(text), Math.max(30, terminal.width - indent - 2))
        .map((part, at) => `${' '.repeat(at === 0 ? indent : indent + 2)}${part}\n`)
        .join(''),
    );
  const quotes = async (claims: readonly (Claim | null)[], indent: number): Promise<void> => {
    for (const claim of claims.filter((each) => each !== null).slice(0, MOST)) {
      const [evidence] = claim.evidence;
      if (evidence === undefined) continue;
      const chain = claim.chain.map(({ name }) => name).join(' → ');
      await line(
        `“${evidence.quote}” ${chain} (${nameOf(evidence.document)} [${evidence.start}, ${evidence.end}))`,
        indent,
      );
    }
  };
  const claimsOf = (ids: readonly string[]): Promise<readonly (Claim | null)[]> =>
    Promise.all(ids.map((id) => view.item('claims', id)));
  const inFavour = async (ids: readonly string[]): Promise<readonly (Claim | null)[]> =>
    (await claimsOf(ids)).filter((claim) => claim?.polarity === 'positive');
  await terminal.out(`\n${bold(plainCell(`${nameOf(one.negotiator)} → ${nameOf(one.gains)}`))}  ${one.id}\n`);
  for (const hop of one.path) {
    const tie = ties.get(hop.tie);
    if (tie === undefined) continue;
    const [left, right] = [nameOf(tie.from), nameOf(tie.to)];
    const time = tieTime(tie);
    const share = tie.share === null || tie.words.includes(tie.share) ? '' : `, ${tie.share}`;
    const via = tie.via.length === 0 ? '' : `, via ${tie.via.map(nameOf).join(', ')}`;
    const weakest = one.path.length > 1 && one.weakest === hop.tie ? '  [weakest hop]' : '';
    await line(
      `${left} — ${tie.words}${share}${via} — ${right}: ${hop.status ?? 'not weighed'}, ${count(hop.origins, 'known origin', 'known origins')}, ${time === '' ? 'no date' : time}${weakest}`,
      2,
    );
    await quotes(await inFavour(tie.claims), 6);
  }
  const deal = await view.item('deals', one.deal);
  if (deal !== null) {
    await line(`gains from ${deal.id}${deal.stage === null ? '' : ` (${deal.stage})`}`, 2);
    await quotes(await inFavour(deal.claims), 6);
  }
  await line(`${VERDICTS[one.overlap.verdict]}: ${one.overlap.reasons.join('; ')}`, 2);
  if (one.against.length === 0) await line('nothing that was read speaks against it', 2);
  else {
    await line(`${count(one.against.length, 'claim speaks', 'claims speak')} against it:`, 2);
    await quotes(await claimsOf(one.against), 6);
  }
};

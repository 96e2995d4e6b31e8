import { type CaseStore, type CaseView, decide, deriveCase } from '../../backchannel.ts';
import { BackchannelError, type Hypothesis } from '../../model/index.ts';
import { matrixOf } from '../../weigh/index.ts';
import { plain, plainCell } from '../plain.ts';
import { renderTable, wrap } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';

/** Flags of `hypotheses`; `now` and `by` are handed in. */
export interface HypothesesFlags {
  readonly add?: string;
  readonly hold?: readonly string[];
  readonly why?: string;
  readonly by: string | undefined;
  readonly now: () => Date;
}

/** In the order in which they were supposed: H1, H2, ... whatever comes later. */
const labelled = async (
  view: CaseView,
): Promise<readonly { readonly label: string; readonly hypothesis: Hypothesis }[]> => {
  const found: { readonly at: string; readonly hypothesis: Hypothesis }[] = [];
  for await (const hypothesis of view.items('hypotheses'))
    found.push({ at: (await view.item('decisions', hypothesis.decision))?.at ?? '', hypothesis });
  return found
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.hypothesis.decision < b.hypothesis.decision ? -1 : 1))
    .map(({ hypothesis }, index) => ({ label: `H${index + 1}`, hypothesis }));
};

const usage = (message: string, next: string): BackchannelError => new BackchannelError('cli/usage', message, { next });

const byOf = (flags: HypothesesFlags): string => {
  const by = flags.by?.trim();
  if (!by) throw usage('Expected who decides, found nobody.', 'Name them with --by NAME, or set BACKCHANNEL_ANALYST.');
  return by;
};

const change = async (store: CaseStore, view: CaseView, flags: HypothesesFlags): Promise<void> => {
  const entry = { by: byOf(flags), why: flags.why ?? null, at: flags.now().toISOString() };
  if (flags.add !== undefined) await decide(store, view, { ...entry, kind: 'suppose', about: [], value: flags.add });
  if (flags.hold === undefined) return;
  const [name, ...rest] = flags.hold;
  const [value, rows] = [rest.at(-1), rest.slice(0, -1)];
  if (name === undefined || value === undefined || rows.length === 0)
    throw usage(
      `Expected a hypothesis, what is held against it and how it stands, found ${flags.hold.join(' ')}.`,
      'Try: --hold H1 finding-0123456789ab II, with CC, C, N, NA, I or II.',
    );
  const known = await labelled(view);
  const found = known.find(
    ({ label, hypothesis }) =>
      label.toLowerCase() === name.toLowerCase() || hypothesis.id === name || hypothesis.decision === name,
  );
  if (found === undefined)
    throw new BackchannelError('hypotheses/not-found', `Expected a hypothesis, found nothing called ${name}.`, {
      next:
        known.length === 0
          ? 'Suppose one: --add "What may be so"'
          : `There are ${known.map(({ label }) => label).join(', ')}.`,
    });
  const about = [found.hypothesis.decision, ...rows];
  await decide(store, view, { ...entry, kind: 'hold-against', about, value: value.toUpperCase() });
};

const show = async (view: CaseView, file: string, terminal: Terminal): Promise<void> => {
  const all = await labelled(view);
  if (all.length === 0) {
    await terminal.out(
      `No hypothesis yet. Suppose one: backchannel hypotheses ${plain(file)} --add "What may be so"\n`,
    );
    return;
  }
  const bold = (text: string): string => (terminal.hasColour ? `\u001b[1m${text}\u001b[22m` : text);
  const paragraph = (text: string, indent = 0): string =>
    wrap(plainCell(text), terminal.width - indent)
      .map((line) => `${' '.repeat(indent)}${line}\n`)
      .join('');
  const ranked = [...all].sort((a, b) => a.hypothesis.rank - b.hypothesis.rank);
  await terminal.out(
    renderTable(
      [
        { title: '', fixed: true },
        { title: 'rank', fixed: true },
        { title: 'inconsistency', fixed: true },
        { title: 'of it corroborated', fixed: true },
        { title: 'hypothesis' },
      ],
      ranked.map(({ label, hypothesis: one }) => [
        label,
        String(one.rank),
        String(one.inconsistency),
        String(one.corroborated),
        plainCell(one.text),
      ]),
      terminal.width,
      bold,
    ),
  );
  const rows = matrixOf(all.map(({ hypothesis }) => hypothesis));
  if (rows.length > 0)
    await terminal.out(
      `\n${renderTable(
        [
          { title: 'what was held against them' },
          { title: 'weight', fixed: true },
          { title: 'voices', fixed: true },
          { title: 'spread', fixed: true },
          ...all.map(({ label }) => ({ title: label, fixed: true })),
          { title: 'id', fixed: true },
        ],
        rows.map((row) => [
          plainCell(`${row.text}${row.isLinchpin ? ' [decides who is first]' : ''}`),
          String(row.weight),
          String(row.voices),
          row.spread === null ? '?' : String(row.spread),
          ...all.map(({ hypothesis }) => row.values.get(hypothesis.id) ?? '·'),
          row.row,
        ]),
        terminal.width,
        bold,
      )}`,
    );
  await terminal.out('\n');
  for (const { label, hypothesis } of ranked) {
    await terminal.out(`${bold(label)}\n`);
    for (const reason of hypothesis.reasons) await terminal.out(paragraph(reason, 2));
  }
  await terminal.out(
    `\n${paragraph('Inconsistency: weight once for I, twice for II; the least comes first. Spread: how far apart a row stands to the hypotheses; 0 says nothing, ? is held against one only. · is not held yet. After Heuer and PARC’s ACH.')}`,
  );
};

/** `hypotheses FILE`: the matrix, how much speaks against each, and what drives the result; `--add` and `--hold` are entries of the journal. */
export const hypothesesCommand = (file: string, flags: HypothesesFlags, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (before, store) => {
    if (flags.add === undefined && flags.hold === undefined) {
      await show(before, file, terminal);
      return 0;
    }
    await change(store, before, flags);
    const { view } = await deriveCase(store);
    await show(view, file, terminal);
    return 0;
  });

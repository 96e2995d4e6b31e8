import { type CaseView, decide, deriveCase } from '../../backchannel.ts';
import { BackchannelError, type CaseDecision, DecisionKind } from '../../model/index.ts';
import { plainCell } from '../plain.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';

export interface DecideFlags {
  readonly by: string | undefined;
  readonly why?: string;
  /** The value, where it is not the last word. */
  readonly value?: string;
  /** A clock, for tests. */
  readonly now: () => Date;
}

/** The last word of `rate` is the grade, that of `note` and `suppose` its words, that of `hold-against` how it stands, that of `correct` what should stand. */
const WITH_VALUE: ReadonlySet<DecisionKind> = new Set(['rate', 'note', 'suppose', 'hold-against', 'correct']);
const splitValue = (
  kind: DecisionKind,
  words: readonly string[],
  value: string | undefined,
): readonly [readonly string[], string | null] =>
  value !== undefined
    ? [words, value]
    : WITH_VALUE.has(kind)
      ? [words.slice(0, -1), words.at(-1) ?? null]
      : [words, null];

const parseKind = (word: string): DecisionKind => {
  const kind = DecisionKind.safeParse(word);
  if (kind.success) return kind.data;
  throw new BackchannelError('cli/usage', `Expected one of ${DecisionKind.options.join(', ')}, found ${word}.`, {
    next: 'backchannel decide --help has examples of each.',
  });
};

const nameOf = async (view: CaseView, id: string): Promise<string> => {
  const entity = id.startsWith('entity-') ? await view.item('entities', id) : null;
  if (entity !== null) return `${entity.name} (${id})`;
  const claim = id.startsWith('claim-') ? await view.item('claims', id) : null;
  return claim !== null ? `${claim.text} (${id})` : id;
};

/** What a decision comes to in the case as it is now. */
const sayOutcome = async (view: CaseView, decision: CaseDecision): Promise<string> => {
  const items = await Promise.all(decision.items.map((id) => nameOf(view, id)));
  const lines = [
    `${decision.id}: ${decision.kind}, ${decision.state}`,
    ...items.map((item) => `  about ${plainCell(item)}`),
    ...decision.reasons.map((reason) => `  ${plainCell(reason)}`),
  ];
  return `${lines.join('\n')}\n`;
};

/** `decide FILE KIND ABOUT...`: adds an entry to the journal, derives the case anew and says what came of it. */
export const decideCommand = async (
  file: string,
  word: string,
  words: readonly string[],
  flags: DecideFlags,
  terminal: Terminal,
): Promise<number> => {
  const kind = parseKind(word);
  const by = flags.by?.trim();
  if (!by)
    throw new BackchannelError('cli/usage', 'Expected who decides, found nobody.', {
      next: 'Name them with --by NAME, or set BACKCHANNEL_ANALYST.',
    });
  const [about, value] = splitValue(kind, words, flags.value);
  if (about.length === 0 && kind !== 'suppose')
    throw new BackchannelError('cli/usage', `Expected what ${kind} is about, found nothing.`, {
      next: 'backchannel decide --help has examples of each.',
    });
  return withCase(file, terminal, async (before, store) => {
    const at = flags.now().toISOString();
    const { decision } = await decide(store, before, { kind, about, value, why: flags.why ?? null, by, at });
    const { view } = await deriveCase(store);
    const entry = await view.item('decisions', decision.id);
    if (entry !== null) await terminal.out(await sayOutcome(view, entry));
    await terminal.out(`Take it back: backchannel decide ${file} undo ${decision.id}\n`);
    return 0;
  });
};

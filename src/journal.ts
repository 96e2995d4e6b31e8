import { byText, Decision, isAsDecided } from './model/index.ts';
import type { CaseStore } from './store/index.ts';

/** A line of a journal that could not be taken. */
export interface RefusedLine {
  /** From 1. */
  readonly line: number;
  /** Expected and found. */
  readonly reason: string;
}

/** What came of taking in a journal. */
export interface TakenIn {
  readonly added: number;
  /** Entries that the case had. */
  readonly known: number;
  readonly refused: readonly RefusedLine[];
}

/**
 * The journal as text: an entry a line as JSON, in the order in which things were decided.
 *
 * The same entries give the same text, so that two journals can be compared and merged with any tool for text.
 */
export const exportJournal = async (store: CaseStore): Promise<string> =>
  (await store.decisions()).map((decision) => `${JSON.stringify(decision)}\n`).join('');

const takeLine = (text: string): Decision | string => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'expected a decision as JSON, found something else';
  }
  const { data, error } = Decision.safeParse(value);
  if (data === undefined) {
    const issue = error?.issues[0];
    return `expected a decision, found ${issue?.path.join('.') || 'one'} wrong: ${issue?.message ?? 'not as in the schema'}`;
  }
  return isAsDecided(data)
    ? data
    : `expected an entry as it was decided, found ${data.id} changed: an entry is never changed, but taken back with undo`;
};

/**
 * Takes another journal into the case's: the union of both, whatever their order; taking in the same one twice changes nothing.
 *
 * @param text As {@link exportJournal} gives it. Empty lines are passed over.
 * @returns Lines that are no entry are refused by number, the rest is kept.
 */
export const importJournal = async (store: CaseStore, text: string): Promise<TakenIn> => {
  const refused: RefusedLine[] = [];
  const decisions: Decision[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const taken = takeLine(line);
    if (typeof taken === 'string') refused.push({ line: index + 1, reason: taken });
    else decisions.push(taken);
  }
  const outcomes = await store.decide(decisions.toSorted((a, b) => byText(a.id, b.id)));
  const added = outcomes.filter((outcome) => outcome === 'new').length;
  return { added, known: outcomes.length - added, refused };
};

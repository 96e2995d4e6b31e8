import type { NewDecision } from '../../src/serve/index.ts';

type Kind = NewDecision['kind'];

/** What can be decided of something, each with its key. */
export interface DecideAct {
  readonly kind: Kind;
  readonly key: string;
  readonly word: string;
  /** What it does, as the pointer is told and the list of keys says. */
  readonly does: string;
  /** What has to be said besides: a grade, words, another entity. */
  readonly asks: 'nothing' | 'reliability' | 'credibility' | 'words' | 'entity' | 'correction';
}

const confirm: DecideAct = { kind: 'confirm', key: 'c', word: 'Confirm', does: 'confirm it', asks: 'nothing' };
const reject: DecideAct = {
  kind: 'reject',
  key: 'x',
  word: 'Reject',
  does: 'reject it: it stays listed and counts for nothing',
  asks: 'nothing',
};
const credibility: DecideAct = {
  kind: 'rate',
  key: 'r',
  word: 'Rate',
  does: 'rate how credible it is, 1 to 6',
  asks: 'credibility',
};
const reliability: DecideAct = {
  kind: 'rate',
  key: 'r',
  word: 'Rate as a source',
  does: 'rate how reliable it is as a source, A to F',
  asks: 'reliability',
};
const correct: DecideAct = {
  kind: 'correct',
  key: 'e',
  word: 'Correct',
  does: 'correct its date or who fills a role',
  asks: 'correction',
};
const note: DecideAct = { kind: 'note', key: 'n', word: 'Note', does: 'note something on it', asks: 'words' };
const same: DecideAct = { kind: 'same', key: 's', word: 'Same as', does: 'say that two are the same', asks: 'entity' };
const different: DecideAct = {
  kind: 'different',
  key: 'd',
  word: 'Different from',
  does: 'keep two apart',
  asks: 'entity',
};
const unsure: DecideAct = {
  kind: 'unsure',
  key: 'u',
  word: 'Unsure',
  does: 'leave open whether two are the same',
  asks: 'entity',
};

/** Lists whose items stand on claims: a decision on one is a decision on all claims of it. */
const ON_CLAIMS: ReadonlySet<string> = new Set([
  'claims',
  'findings',
  'meetings',
  'proposals',
  'stances',
  'deals',
  'conditions',
  'money',
  'sanctions',
  'waivers',
  'ties',
  'tables',
]);

/** The acts that fit an item of a list, or a passage (`passages`), or a source by its name (`sources`). */
export const actsFor = (list: string): readonly DecideAct[] => {
  if (ON_CLAIMS.has(list)) return [confirm, reject, correct, credibility, note];
  if (list === 'entities') return [same, different, unsure, reliability, note];
  if (list === 'origins' || list === 'sources') return [reliability, note];
  if (list === 'passages') return [same, different, unsure, note];
  return list === 'documents' ? [note] : [];
};

/** The grades of the Admiralty code, with what they say. */
export const GRADES: Readonly<
  Record<'reliability' | 'credibility', readonly { readonly grade: string; readonly says: string }[]>
> = {
  reliability: [
    { grade: 'A', says: 'completely reliable' },
    { grade: 'B', says: 'usually reliable' },
    { grade: 'C', says: 'fairly reliable' },
    { grade: 'D', says: 'not usually reliable' },
    { grade: 'E', says: 'unreliable' },
    { grade: 'F', says: 'cannot be judged' },
  ],
  credibility: [
    { grade: '1', says: 'confirmed' },
    { grade: '2', says: 'probably true' },
    { grade: '3', says: 'possibly true' },
    { grade: '4', says: 'doubtful' },
    { grade: '5', says: 'improbable' },
    { grade: '6', says: 'cannot be judged' },
  ],
};

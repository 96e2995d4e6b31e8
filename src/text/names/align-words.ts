import { editCost } from './edit-cost.ts';
import { type Meeting, meetWords, slipsAllowed } from './meet-words.ts';
import type { NameWord } from './name-word.ts';
import { romanKey } from './roman-key.ts';

/** Words of two names that were found to be one: indexes into the words of each, and how they are one. */
export interface Pair {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly meeting: Meeting;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  /** Indexes of the words that met nothing. */
  readonly restLeft: readonly number[];
  readonly restRight: readonly number[];
}

const EQUAL: Meeting = { kind: 'equal', cost: 0 };
/** Written apart or together. */
const RUN: Meeting = { kind: 'spelling', cost: 0.1 };
const CUT_OFF: Meeting = { kind: 'slip', cost: 1.2 };
/** A slip inside a word that is also written apart. */
const RUN_SLIP = 0.2;
/** A word is rarely broken into more pieces. */
const MOST_PIECES = 4;
/** Which words are taken is kept in the bits of a number; no name is longer. */
export const MOST_NAME_WORDS = 30;

/** One name in the course of an alignment: its words, and a bit for each that is taken. */
interface Side {
  readonly words: readonly NameWord[];
  taken: number;
}

const isFree = (side: Side, at: number): boolean => (side.taken & (1 << at)) === 0;
const isDone = (side: Side): boolean => side.taken === (1 << side.words.length) - 1;

const rest = (side: Side): readonly number[] => {
  const free: number[] = [];
  for (let at = 0; at < side.words.length; at++) if (isFree(side, at)) free.push(at);
  return free;
};

const isSame = (a: NameWord, b: NameWord): boolean =>
  a.text === b.text &&
  (a.script === b.script ? a.native === b.native || (a.script !== 'han' && a.script !== 'hangul') : a.text.length > 1);

/** Words in the same letters; of several, those at the nearest places. */
const pairSame = (left: Side, right: Side, pairs: Pair[]): void => {
  for (let i = 0; i < left.words.length; i++) {
    let best = -1;
    for (let j = 0; j < right.words.length; j++) {
      if (!isFree(right, j) || !isSame(left.words[i] as NameWord, right.words[j] as NameWord)) continue;
      if (best === -1 || Math.abs(i - j) < Math.abs(i - best)) best = j;
    }
    if (best === -1) continue;
    left.taken |= 1 << i;
    right.taken |= 1 << best;
    pairs.push({ left: [i], right: [best], meeting: EQUAL });
  }
};

/** Whether a run of neighbours makes the word: in the same letters, in another Romanization, or but for a slip. */
const meetRun = (word: NameWord, joined: string, spoken: string, maySlip: boolean): Meeting | null => {
  if (joined === word.text || spoken === word.text || spoken === word.joined || joined === word.joined) return RUN;
  if (!maySlip || slipsAllowed(joined.length) === 0) return null;
  if (romanKey(joined).toLowerCase() === word.key) return RUN;
  const cost = Math.min(editCost(joined, word.text, 1), editCost(spoken, word.joined, 1));
  return cost <= 1 ? { kind: 'slip', cost: cost + RUN_SLIP } : null;
};

/** A run of free neighbours from one place on that makes the word; null when none does. */
const findRun = (
  word: NameWord,
  many: Side,
  from: number,
  maySlip: boolean,
): { readonly to: number; readonly meeting: Meeting } | null => {
  let joined = '';
  let spoken = '';
  for (let to = from; to < many.words.length && to < from + MOST_PIECES && isFree(many, to); to++) {
    const piece = many.words[to] as NameWord;
    if (maySlip && piece.number !== null) return null;
    joined += piece.text;
    spoken += piece.joined;
    if (joined.length > word.joined.length + 1) return null;
    if (to === from && (maySlip || (piece.joined === piece.text && word.joined === word.text))) continue;
    if (spoken.length < word.text.length - 1) continue;
    const meeting = meetRun(word, joined, spoken, maySlip);
    if (meeting !== null) return { to, meeting };
  }
  return null;
};

/** Joins neighbours among the free words and looks for what they make on the other side. */
const pairRuns = (ones: Side, many: Side, isLeft: boolean, maySlip: boolean, pairs: Pair[]): void => {
  for (let one = 0; one < ones.words.length; one++) {
    const word = ones.words[one] as NameWord;
    if (!isFree(ones, one) || word.text.length < 3 || (maySlip && word.number !== null)) continue;
    for (let from = 0; from < many.words.length; from++) {
      const first = many.words[from] as NameWord;
      // Cheapest first: what stands at the head of a run stands at the head of the word, but for a slip.
      if (
        !isFree(many, from) ||
        (!maySlip && !word.joined.startsWith(first.text) && !word.text.startsWith(first.joined))
      )
        continue;
      const run = findRun(word, many, from, maySlip);
      if (run === null) continue;
      const at: number[] = [];
      for (let index = from; index <= run.to; index++) at.push(index);
      for (const index of at) many.taken |= 1 << index;
      ones.taken |= 1 << one;
      pairs.push(
        isLeft ? { left: [one], right: at, meeting: run.meeting } : { left: at, right: [one], meeting: run.meeting },
      );
      break;
    }
  }
};

/** The nearest pairs of free words first; of pairs as near, those at nearer places. */
const pairLike = (left: Side, right: Side, pairs: Pair[]): void => {
  const met: { readonly i: number; readonly j: number; readonly meeting: Meeting; readonly order: number }[] = [];
  for (let i = 0; i < left.words.length; i++) {
    if (!isFree(left, i)) continue;
    for (let j = 0; j < right.words.length; j++) {
      if (!isFree(right, j)) continue;
      const meeting = meetWords(left.words[i] as NameWord, right.words[j] as NameWord);
      if (meeting !== null) met.push({ i, j, meeting, order: meeting.cost + Math.abs(i - j) / 100 + (i + j) / 10_000 });
    }
  }
  if (met.length > 1) met.sort((a, b) => a.order - b.order);
  for (const { i, j, meeting } of met) {
    if (!isFree(left, i) || !isFree(right, j)) continue;
    left.taken |= 1 << i;
    right.taken |= 1 << j;
    pairs.push({ left: [i], right: [j], meeting });
  }
};

/** The last word of a name may have been cut off by the width of a field, where all other words are met. */
const pairCutOff = (left: Side, right: Side, pairs: Pair[]): void => {
  const [i, j] = [left.words.length - 1, right.words.length - 1];
  const [a, b] = [left.words[i], right.words[j]];
  if (a === undefined || b === undefined || pairs.length < 2 || !isFree(left, i) || !isFree(right, j)) return;
  if (a.number !== null || b.number !== null || left.taken !== (1 << i) - 1 || right.taken !== (1 << j) - 1) return;
  const [short, long] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text];
  if (short.length < 2 || !long.startsWith(short) || pairs.some((pair) => pair.meeting.kind === 'initial')) return;
  left.taken |= 1 << i;
  right.taken |= 1 << j;
  pairs.push({ left: [i], right: [j], meeting: CUT_OFF });
};

/** A word written twice counts once, when the other name has it fewer times. */
const dropRepeats = (side: Side): void => {
  for (let at = 0; at < side.words.length; at++) {
    if (!isFree(side, at)) continue;
    const { text } = side.words[at] as NameWord;
    if (side.words.some((other, index) => other.text === text && index !== at && !isFree(side, index)))
      side.taken |= 1 << at;
  }
};

/** Which of two names is taken as the left one, so that ties fall the same way whichever comes first. */
const isAfter = (left: readonly NameWord[], right: readonly NameWord[]): boolean => {
  if (left.length !== right.length) return left.length > right.length;
  for (let at = 0; at < left.length; at++) {
    const [a, b] = [(left[at] as NameWord).native, (right[at] as NameWord).native];
    if (a !== b) return a > b;
  }
  return false;
};

const alignInOrder = (leftWords: readonly NameWord[], rightWords: readonly NameWord[]): Alignment => {
  const left: Side = { words: leftWords, taken: 0 };
  const right: Side = { words: rightWords, taken: 0 };
  const pairs: Pair[] = [];
  pairSame(left, right, pairs);
  if (!isDone(left) && !isDone(right)) {
    for (const maySlip of [false, true]) {
      pairRuns(left, right, true, maySlip, pairs);
      pairRuns(right, left, false, maySlip, pairs);
    }
    pairLike(left, right, pairs);
    pairCutOff(left, right, pairs);
  }
  if (pairs.length > 0) {
    dropRepeats(left);
    dropRepeats(right);
  }
  return { pairs, restLeft: rest(left), restRight: rest(right) };
};

/**
 * Finds which words of two names are one: equal words first, then words written apart or together, then the nearest.
 *
 * Symmetric. Word order does not matter here; what it says is for the caller. At most `MOST_NAME_WORDS` words a side.
 */
export const alignWords = (left: readonly NameWord[], right: readonly NameWord[]): Alignment => {
  if (!isAfter(left, right)) return alignInOrder(left, right);
  const { pairs, restLeft, restRight } = alignInOrder(right, left);
  return {
    pairs: pairs.map((pair) => ({ left: pair.right, right: pair.left, meeting: pair.meeting })),
    restLeft: restRight,
    restRight: restLeft,
  };
};

import { isGivenName } from '../world/persons.ts';
import { type Alignment, alignWords, type Pair } from './align-words.ts';
import type { NameWord } from './name-word.ts';
import type { ReadPerson } from './read-person.ts';

/** One thing that speaks for or against two names being one. */
export interface NameReason {
  /** What was looked at. */
  readonly kind:
    | 'words' | 'spelling' | 'form' | 'initial' | 'slip' | 'order' | 'left out' | 'conflict' | 'filiation' | 'generation'
    | 'part' | 'number' | 'legal form' | 'sort' | 'acronym' | 'nothing'; // biome-ignore format: a table
  readonly left: string;
  readonly right: string;
  /** `for`, `weakens` or `against` the two being one. */
  readonly effect: 'for' | 'weakens' | 'against';
  /** In plain words, with the values that met. */
  readonly text: string;
}

export interface Judgement {
  readonly score: number;
  readonly reasons: readonly NameReason[];
}

const quoted = (words: readonly NameWord[], at: readonly number[]): string =>
  at.map((index) => words[index]?.native ?? '').join(' ');

/** The letters of the words that were met on one side. */
export const lettersOf = (words: readonly NameWord[], pairs: readonly Pair[], side: 'left' | 'right'): number =>
  pairs.reduce((sum, pair) => sum + pair[side].reduce((more, index) => more + (words[index]?.text.length ?? 0), 0), 0);

const SAYS: Readonly<
  Record<Pair['meeting']['kind'], readonly [kind: NameReason['kind'], effect: NameReason['effect'], text: string]>
> = {
  equal: ['words', 'for', 'the same'],
  spelling: ['spelling', 'for', 'spellings of one word'],
  form: ['form', 'for', 'forms of one word'],
  initial: ['initial', 'weakens', 'an initial that fits'],
  slip: ['slip', 'weakens', 'alike but for a slip'],
};

/** What each pair says, in the order of the first name. */
export const reasonsOfPairs = (
  left: readonly NameWord[],
  right: readonly NameWord[],
  pairs: readonly Pair[],
): readonly NameReason[] =>
  [...pairs]
    .sort((x, y) => (x.left[0] ?? 0) - (y.left[0] ?? 0))
    .map((pair) => {
      const [kind, effect, text] = SAYS[pair.meeting.kind];
      const [a, b] = [quoted(left, pair.left), quoted(right, pair.right)];
      return { kind, left: a, right: b, effect, text: `“${a}” and “${b}”: ${text}` };
    });

export const reason = (
  kind: NameReason['kind'],
  effect: NameReason['effect'],
  left: string,
  right: string,
  text: string,
): NameReason => ({
  kind,
  left,
  right,
  effect,
  text,
});

/** What each thing takes from a score of 1. Compared on both halves of name-pairs (dev); F1 moves by less than a point when one is varied. */
export const WEIGHTS = {
  slip: 0.12,
  leftOut: 0.03,
  order: 0.04,
  part: 0.6,
  conflict: 0.45,
} as const;

/** Slips that a whole name may carry and still be called one. */
const MOST_SLIPS = 2.4;
/** Of the words of the longer name, at least this share must be met. */
const LEAST_MET = 0.34;

const flipsFiliation = (left: ReadPerson, right: ReadPerson, pairs: readonly Pair[]): boolean => {
  if (left.filiations.length === 0 || right.filiations.length === 0) return false;
  const to = new Map(pairs.map((pair) => [pair.left[0] ?? -1, pair.right[0] ?? -1]));
  return left.filiations.some(([child, father]) =>
    right.filiations.some(
      ([otherChild, otherFather]) => to.get(child) === otherFather && to.get(father) === otherChild,
    ),
  );
};

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Two given names the other way round are two persons more often than one. */
const swapsGivenNames = (words: readonly NameWord[]): boolean =>
  words.length === 2 && words.every((word) => isGivenName(capitalised(word.text)));

const isInOrder = (pairs: readonly Pair[]): boolean => {
  const sorted = [...pairs].sort((a, b) => (a.left[0] ?? 0) - (b.left[0] ?? 0));
  return sorted.every((pair, index) => index === 0 || (sorted[index - 1]?.right[0] ?? 0) <= (pair.right[0] ?? 0));
};

const text = (words: readonly NameWord[]): string => words.map((word) => word.native).join(' ');

/** Whether two names are the same letters, parted into words otherwise. */
export const isSolidPair = (left: ReadPerson, right: ReadPerson): boolean =>
  left.solid === right.solid && left.words.length !== right.words.length;

const solidAlignment = (left: ReadPerson, right: ReadPerson): Alignment => ({
  pairs: [
    {
      left: left.words.map((_, at) => at),
      right: right.words.map((_, at) => at),
      meeting: { kind: 'spelling', cost: 0.1 },
    },
  ],
  restLeft: [],
  restRight: [],
});

/** Judges two persons' names. */
export const judgePersons = (left: ReadPerson, right: ReadPerson): Judgement => {
  const [a, b] = [left.words, right.words];
  if (a.length === 0 || b.length === 0)
    return { score: 0, reasons: [reason('nothing', 'against', text(a), text(b), 'nothing to compare')] };
  if (left.generation !== null && right.generation !== null && left.generation !== right.generation)
    return {
      score: 0.3,
      reasons: [
        reason(
          'generation',
          'against',
          left.generation,
          right.generation,
          `“${left.generation}” and “${right.generation}”: different generations`,
        ),
      ],
    };
  const { pairs, restLeft, restRight } = isSolidPair(left, right) ? solidAlignment(left, right) : alignWords(a, b);
  const reasons: NameReason[] = [...reasonsOfPairs(a, b, pairs)];
  const letters = (words: readonly NameWord[]): number => words.reduce((sum, word) => sum + word.text.length, 0);
  const slips = pairs.reduce((sum, pair) => sum + pair.meeting.cost, 0);
  const full = pairs.filter((pair) => pair.meeting.kind !== 'initial').length;
  let score = 1 - slips * WEIGHTS.slip;
  const cap = (most: number, why: NameReason): void => {
    score = Math.min(score, most);
    reasons.push(why);
  };
  const [freeLeft, freeRight] = [restLeft.filter((i) => !a[i]?.isWeak), restRight.filter((i) => !b[i]?.isWeak)];
  if (restLeft.length > 0 && restRight.length > 0 && freeLeft.length + freeRight.length > 0) {
    const [x, y] = [quoted(a, restLeft), quoted(b, restRight)];
    const matched = lettersOf(a, pairs, 'left') + lettersOf(b, pairs, 'right');
    cap(
      (WEIGHTS.conflict * matched) / (letters(a) + letters(b)),
      reason('conflict', 'against', x, y, `“${x}” and “${y}”: different words`),
    );
    return { score: Math.max(0, score), reasons };
  }
  if (flipsFiliation(left, right, pairs))
    cap(WEIGHTS.conflict, reason('filiation', 'against', text(a), text(b), 'father and son the other way round'));
  if (left.generation !== right.generation)
    cap(
      0.6,
      reason(
        'generation',
        'weakens',
        left.generation ?? '',
        right.generation ?? '',
        `only one has “${left.generation ?? right.generation}”`,
      ),
    );
  const omitted = freeLeft.length + freeRight.length;
  if (full === 0) cap(0.4, reason('part', 'weakens', text(a), text(b), 'initials alone'));
  const longer = Math.max(a.length, b.length);
  const met = longer - Math.max(restLeft.length, restRight.length);
  if (omitted > 0) {
    const rest = freeLeft.length > 0 ? quoted(a, freeLeft) : quoted(b, freeRight);
    score -= omitted * WEIGHTS.leftOut;
    if (Math.min(a.length, b.length) === 1 && pairs.every((pair) => pair.left.length === 1 && pair.right.length === 1))
      cap(WEIGHTS.part, reason('part', 'weakens', text(a), text(b), `one name alone, without “${rest}”`));
    else if (met / longer < LEAST_MET)
      cap(0.65, reason('part', 'weakens', text(a), text(b), `most of one name left out: “${rest}”`));
    else
      reasons.push(
        reason(
          'left out',
          'weakens',
          freeLeft.length > 0 ? rest : '',
          freeLeft.length > 0 ? '' : rest,
          `“${rest}” left out`,
        ),
      );
  }
  if (!isInOrder(pairs)) {
    score -= WEIGHTS.order;
    if (
      omitted === 0 &&
      slips === 0 &&
      left.filiations.length + right.filiations.length === 0 &&
      !left.hasParticles &&
      !right.hasParticles &&
      a.length === b.length &&
      swapsGivenNames(a)
    )
      cap(0.65, reason('order', 'weakens', text(a), text(b), 'given names the other way round'));
    else reasons.push(reason('order', 'weakens', text(a), text(b), 'the words in another order'));
  }
  if (slips > MOST_SLIPS) score = Math.min(score, 0.65);
  const least = Math.min(letters(a), letters(b));
  if (slips >= 1 && slips / Math.max(least, 1) > 0.25) score = Math.min(score, 0.6);
  return { score: Math.max(0, Math.min(1, score)), reasons };
};

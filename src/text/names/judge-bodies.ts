import { isCommonWord } from '../world/words.ts';
import { alignWords } from './align-words.ts';
import { type Judgement, lettersOf, type NameReason, reason, reasonsOfPairs } from './judge-persons.ts';
import type { NameWord } from './name-word.ts';
import type { ReadBody } from './read-body.ts';

/** Sorts of `org-words.tsv` that say little of which body is meant, and may be left out. */
const WEAK_SORTS: ReadonlySet<string> = new Set([
  'grp',
  'holding',
  'intl',
  'global',
  'world',
  'reach',
  'co',
  'corp',
  'enterprise',
  'industry',
  'org',
  'concern',
  'assoc',
  'association',
  'branch',
  'liquidation',
  'business',
]);

const quoted = (words: readonly NameWord[], at: readonly number[]): string =>
  at.map((index) => words[index]?.native ?? '').join(' ');
const text = (words: readonly NameWord[]): string => words.map((word) => word.native).join(' ');
const letters = (words: readonly NameWord[]): number => words.reduce((sum, word) => sum + word.text.length, 0);

/** Whether a word says only what sort of body it is, so that a name may carry or lose it. */
export const isWeakSort = (word: NameWord): boolean => word.concept !== null && WEAK_SORTS.has(word.concept);

/** Whether a word alone could tell one body from others of its sort. */
const isTelling = (word: NameWord): boolean =>
  word.concept === null && word.number === null && !isCommonWord(word.text);

/** Whether one name is the first letters of the other's words. */
const isAcronym = (short: readonly NameWord[], long: readonly NameWord[]): boolean => {
  const only = short[0];
  if (short.length !== 1 || only === undefined || long.length < 2 || only.text.length !== long.length) return false;
  return long.every((word, at) => word.text.charAt(0) === only.text.charAt(at));
};

const WEIGHTS = { slip: 0.12, sort: 0.5, order: 0.03, conflict: 0.45 } as const;
const MOST_SLIPS = 2.4;

/** Judges two names of bodies or things. */
export const judgeBodies = (left: ReadBody, right: ReadBody, isVessel: boolean): Judgement => {
  const [a, b] = [left.words, right.words];
  if (a.length === 0 || b.length === 0)
    return { score: 0, reasons: [reason('nothing', 'against', text(a), text(b), 'nothing to compare')] };
  if (left.solid === right.solid)
    return { score: 1, reasons: [reason('words', 'for', text(a), text(b), 'the same letters')] };
  if (isAcronym(a, b) || isAcronym(b, a)) {
    const isLong = Math.max(a.length, b.length) >= 3;
    return {
      score: isLong ? 0.75 : 0.6,
      reasons: [
        reason('acronym', isLong ? 'for' : 'weakens', text(a), text(b), `“${text(a)}” and “${text(b)}”: first letters`),
      ],
    };
  }
  const { pairs, restLeft, restRight } = alignWords(a, b);
  const reasons: NameReason[] = [...reasonsOfPairs(a, b, pairs)];
  const slips = pairs.reduce((sum, pair) => sum + pair.meeting.cost, 0);
  let score = 1 - slips * WEIGHTS.slip;
  const cap = (most: number, why: NameReason): void => {
    score = Math.min(score, most);
    reasons.push(why);
  };
  const [x, y] = [quoted(a, restLeft), quoted(b, restRight)];
  if (restLeft.length > 0 && restRight.length > 0) {
    const matched = lettersOf(a, pairs, 'left') + lettersOf(b, pairs, 'right');
    const isNumber = restLeft.some((i) => a[i]?.number !== null) && restRight.some((j) => b[j]?.number !== null);
    cap(
      (WEIGHTS.conflict * matched) / (letters(a) + letters(b)),
      reason(
        isNumber ? 'number' : 'conflict',
        'against',
        x,
        y,
        `“${x}” and “${y}”: different ${isNumber ? 'numbers' : 'words'}`,
      ),
    );
    return { score: Math.max(0, score), reasons };
  }
  if (left.forms.length > 0 && right.forms.length > 0 && !left.forms.some((form) => right.forms.includes(form)))
    cap(
      0.6,
      reason(
        'legal form',
        'weakens',
        left.formWords,
        right.formWords,
        `“${left.formWords}” and “${right.formWords}”: different legal forms`,
      ),
    );
  const [rest, words] = restLeft.length > 0 ? [restLeft, a] : [restRight, b];
  if (rest.length > 0) {
    const which = x + y;
    const all = rest.map((index) => words[index] as NameWord);
    const met = pairs.flatMap((pair) => pair.left.map((i) => a[i] as NameWord));
    if (all.some((word) => word.number !== null))
      cap(0.6, reason('number', 'weakens', x, y, `only one has the number “${which}”`));
    else if (!all.every(isWeakSort)) cap(0.62, reason('part', 'weakens', x, y, `only one has “${which}”`));
    else if (!met.some(isTelling))
      cap(0.62, reason('part', 'weakens', x, y, `only one has “${which}”, and the rest says too little`));
    else {
      score -= (WEIGHTS.sort * letters(all)) / letters(words);
      reasons.push(reason('sort', 'weakens', x, y, `“${which}” left out`));
    }
  }
  if (slips > MOST_SLIPS) score = Math.min(score, 0.65);
  const least = Math.min(letters(a), letters(b));
  if (slips >= 0.5 && least < 5) score = Math.min(score, isVessel || least < 4 ? 0.5 : 0.65);
  return { score: Math.max(0, Math.min(1, score)), reasons };
};

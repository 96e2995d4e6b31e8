import { distance } from 'fastest-levenshtein';
import { jaroWinkler } from './jaro-winkler.ts';
import { consonantSkeleton, romanKey } from './roman-key.ts';
import { soundCodes } from './sound-keys.ts';

/**
 * How two words of a name stand to each other, nearest first: the same letters; spellings of one word in Latin letters;
 * alike to the ear or but for a slip of the pen; none of these.
 */
export type TokenLikeness = 'equal' | 'variant' | 'sounds' | 'different';

/** From this length on, one slipped letter is more likely than another word; from `LONG` on, two. Tuned on name-pairs (dev). */
const SLIP_FROM = 5;
const LONG = 9;
/** Below this Jaro-Winkler similarity words with like sounds are still different words ("Marin", "Moreno"). */
const SOUND_FLOOR = 0.8;

const isSpellingOf = (a: string, b: string): boolean => {
  const [left, right] = [romanKey(a), romanKey(b)];
  if (left === right) return true;
  const skeleton = consonantSkeleton(a);
  if (skeleton !== consonantSkeleton(b)) return false;
  const edits = distance(left, right);
  // Three consonants are shared by too many names to let their vowels waver twice.
  return skeleton.length >= 4
    ? edits <= 2
    : skeleton.length === 3 && Math.min(a.length, b.length) >= SLIP_FROM && edits <= 1;
};

/** Codes from this length on may differ in any sound; shorter ones not in the first, which is rarely misheard. */
const LONG_CODE = 4;

const isOneSoundOff = (left: string, right: string): boolean => {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length < 2 || long.length < 3 || distance(short, long) > 1) return false;
  return short.length >= LONG_CODE || short[0] === long[0];
};

const isNearSound = (a: string, b: string): boolean =>
  soundCodes(a).some((left) => soundCodes(b).some((right) => left === right || isOneSoundOff(left, right)));

const isSlip = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return distance(a, b) <= (length >= LONG ? 2 : length >= SLIP_FROM ? 1 : 0);
};

/** In the letters as written or as any Romanization would have them; Jaro-Winkler is not quite symmetric. */
const looksAlike = (a: string, b: string): number => {
  const [left, right] = [romanKey(a).toLowerCase(), romanKey(b).toLowerCase()];
  return Math.max(jaroWinkler(a, b), jaroWinkler(b, a), jaroWinkler(left, right), jaroWinkler(right, left));
};

/**
 * Compares two folded words of names.
 *
 * Symmetric. Words of two letters or fewer and numbers are equal or different, nothing between.
 */
export const compareTokens = (a: string, b: string): TokenLikeness => {
  if (a === b) return 'equal';
  if (/\d/.test(a + b) || Math.min(a.length, b.length) <= 2) return 'different';
  if (isSpellingOf(a, b)) return 'variant';
  if (isSlip(a, b)) return 'sounds';
  const alike = a.length >= 4 && b.length >= 4 && isNearSound(a, b) && looksAlike(a, b) >= SOUND_FLOOR;
  return alike ? 'sounds' : 'different';
};

import { distance } from 'fastest-levenshtein';
import { type NameWord, nameWord } from './name-word.ts';
import { remember } from './remember.ts';
import { isSpellingOf, soundsAlike } from './sounds-alike.ts';

/**
 * How two words of a name stand to each other, nearest first: the same letters; spellings of one word in Latin letters;
 * alike to the ear or but for a slip of the pen; none of these.
 */
export type TokenLikeness = 'equal' | 'variant' | 'sounds' | 'different';

/** From this length on, one slipped letter is more likely than another word; from `LONG` on, two. Tuned on name-pairs (dev). */
const SLIP_FROM = 5;
const LONG = 9;

const isSlip = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return distance(a, b) <= (length >= LONG ? 2 : length >= SLIP_FROM ? 1 : 0);
};

/** {@link compareTokens} of words that are at hand. */
export const likenessOf = (a: NameWord, b: NameWord): TokenLikeness => {
  if (a.text === b.text) return 'equal';
  if (a.hasDigit || b.hasDigit || Math.min(a.text.length, b.text.length) <= 2) return 'different';
  if (isSpellingOf(a, b)) return 'variant';
  return isSlip(a.text, b.text) || soundsAlike(a, b) ? 'sounds' : 'different';
};

const wordOf = remember((token) => nameWord(token, token, 'latin'));

/**
 * Compares two folded words of names for identity: nearer than what `compareNames` lets pass, since a wrong join costs more
 * than a missed one.
 *
 * Symmetric. Words of two letters or fewer and numbers are equal or different, nothing between.
 */
export const compareTokens = (a: string, b: string): TokenLikeness =>
  a === b ? 'equal' : likenessOf(wordOf(a), wordOf(b));

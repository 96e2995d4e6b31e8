import { WORDS_OF_TENS, WORDS_TO_NINETEEN } from '../numbers/number-words.ts';

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

const words: ReadonlyMap<string, number> = new Map<string, number>([
  ...WORDS_TO_NINETEEN.map((word, at): [string, number] => [word, at + 1]),
  ...ORDINALS.map((word, at): [string, number] => [word, at + 1]),
  ...WORDS_OF_TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ...WORDS_OF_TENS.map((word, at): [string, number] => [word.replace(/y$/, 'ieth'), (at + 2) * 10]),
  // The usual misspelling.
  ['fourty', 40],
  ['hundred', 100],
]);

const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;
const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

const romanValue = (numeral: string): number => {
  let sum = 0;
  for (let at = 0; at < numeral.length; at++) {
    const value = VALUES[numeral[at] ?? ''] ?? 0;
    sum += value < (VALUES[numeral[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
};

/**
 * The number that a word of a name stands for: digits, an ordinal, a number word, a Roman numeral up to 39.
 *
 * @param written As written: Roman numerals are capitals.
 * @param text Folded.
 * @param isAfterName Whether another word stands before it; a first word of one letter is no Roman numeral.
 * @returns Null for words that are none.
 */
export const readNumber = (written: string, text: string, isAfterName: boolean): number | null => {
  const digits = /^(\d{1,9})(?:st|nd|rd|th|er|e|o|a|y|ya|i|ste|ra)?$/.exec(text);
  if (digits !== null) return Number(digits[1]);
  if ((isAfterName || written.length > 1) && ROMAN.test(written)) return romanValue(written);
  return words.get(text) ?? null;
};

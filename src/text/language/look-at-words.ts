import { isCommonWord } from '../world/words.ts';
import { FOREIGN_WORDS, isEnglish } from './is-english.ts';

/** What the words of a text in Latin letters tell without a detector. */
export type Look =
  /** English beyond doubt. */
  | 'english'
  /** Nothing to tell it by: names, figures, a word or two. */
  | 'nothing'
  /** Too few words to contradict the document that they stand in. */
  | 'scrap'
  | 'unsure';

/** From so many words on that are no names English is believed of a text of common English words. */
const LEAST_WORDS = 3;
/** With fewer words, detectors err. */
const SCRAP_WORDS = 4;
const COMMON_SHARE = 0.7;
/** Below this share of common English words a text may be in another language. */
const FOREIGN_SHARE = 0.5;

/** Lists of common English words hold small words of other languages too, from names: "de", "la", "con". */
const isCommon = (word: string): boolean =>
  (isCommonWord(word) && !FOREIGN_WORDS.has(word)) ||
  (word.length > 4 && /(?:s|ed|ing|ly)$/.test(word) && isCommonWord(word.replace(/(?:e?s|e?d|ing|ly)$/, '')));

/** Words that are no names: in small letters, or of a line in capitals all. */
const plainWords = (text: string): readonly string[] => {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const isShouted = !/\p{Ll}/u.test(text);
  return words
    .filter((word) => word.length > 1 && (isShouted || /^\p{Ll}/u.test(word)))
    .map((word) => word.toLowerCase());
};

const shareOfCommon = (words: readonly string[]): number =>
  words.length === 0 ? 0 : words.filter(isCommon).length / words.length;

export const lookAtWords = (text: string): Look => {
  if (isEnglish(text) === true) return 'english';
  const words = plainWords(text);
  if (words.length === 0) return 'nothing';
  if (shareOfCommon(words) >= COMMON_SHARE) return words.length >= LEAST_WORDS ? 'english' : 'nothing';
  return words.length < SCRAP_WORDS ? 'scrap' : 'unsure';
};

/**
 * Whether the words of a text allow that it is in another language than English, as a detector has it.
 *
 * @param least Plain words that must be there: what stands among English needs more of them than what stands alone.
 */
export const mayBeForeign = (text: string, least: number): boolean => {
  const words = plainWords(text);
  return words.length >= least && shareOfCommon(words) < FOREIGN_SHARE;
};

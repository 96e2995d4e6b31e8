import { romanize, type Script, scriptOf } from './romanize.ts';

/** A word as it stands in a name, before anything is known of its part in it. */
export interface RawWord {
  readonly text: string;
  readonly native: string;
  readonly script: Script;
  /** As written, case kept. */
  readonly written: string;
  /** Whether it was written with dots ("U.S."). */
  readonly isDotted: boolean;
  /** Whether a hyphen joins it to the word before. */
  readonly isHyphened: boolean;
}

/** Particles of names in scripts of their own, as they are written in Latin letters. */
const PARTICLES: Readonly<Record<string, string>> = {
  بن: 'bin',
  ابن: 'ibn',
  إبن: 'ibn',
  بنت: 'bint',
  أبو: 'abu',
  ابو: 'abu',
  آل: 'al',
  ال: 'al',
  عبد: 'abdul',
  בן: 'ben',
  בת: 'bat',
  אבו: 'abu',
};

/** The Arabic article, and "for the", written in one with the word; short words may begin with these letters by nature. */
const ARTICLE = /^(?:ال|لل)(?=\p{L}{3})/u;

/** Apostrophes, Hebrew and Arabic marks inside words, joiners of no width. */
const VANISHING = /['’‘ʼʻ`´ʿʾ״׳]|\u200c|\u200d|[\u064b-\u0652]/g;
const MARKS = /[^\p{L}\p{M}\p{N}]+/gu;

/** Fold of one written word: lower-case Latin letters and digits. */
const foldWord = (word: string, script: Script): string =>
  romanize(word, script)
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .trim();

/**
 * The words of a name in order.
 *
 * Apostrophes vanish, "&" and "+" are the word "and", "%" is "percent"; other
 * marks part words. A word in Chinese or Korean characters stays one word.
 *
 * @param keepsAcronyms Whether dots inside initials close up: "U.S." is one word, "J. K." are two.
 */
export const splitWords = (name: string, keepsAcronyms: boolean): readonly RawWord[] => {
  const marked = name
    .normalize('NFKC')
    .replace(/["“”«»„]/g, ' ')
    .replace(VANISHING, '')
    .replace(/&|(?<=\s)\+(?=\s)/g, ' and ')
    .replace(/%/g, ' percent ');
  const dotted = new Set<string>();
  const plain = keepsAcronyms
    ? marked.replace(/(?<![\p{L}\p{M}])\p{L}(?:\.\p{L}(?![\p{L}\p{M}]))+/gu, (letters) => {
        const closed = letters.replaceAll('.', '');
        dotted.add(closed);
        return closed;
      })
    : marked;
  const words: RawWord[] = [];
  for (const chunk of plain.split(/\s+/)) {
    let isFirst = true;
    for (const written of chunk.split(MARKS)) {
      if (written === '') continue;
      const script = scriptOf(written);
      const lower = written.toLowerCase();
      const native = script === 'arabic' ? lower.replace(ARTICLE, '') : lower;
      const text = PARTICLES[native] ?? foldWord(script === 'arabic' ? native : written, script);
      if (text === '') continue;
      words.push({
        text,
        native,
        script,
        written,
        isDotted: dotted.has(written),
        isHyphened: !isFirst && chunk.includes('-'),
      });
      isFirst = false;
    }
  }
  return words;
};

/** A word of a text as search sees it: where it stands, and how it is written once case and accents are folded. */
export interface SearchWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** Scripts that set no spaces between words: each letter is a word of its own, and what is searched for is a phrase of them. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const WORD = new RegExp(
  `(?:(?=[${UNSPACED}])\\p{L}\\p{M}*)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d])*`,
  'gu',
);

/** Marks that are often left out in writing: accents, the vowel points of Arabic and Hebrew; and what only joins or hyphenates. */
const LEFT_OUT =
  /(?=[\p{sc=Inherited}\p{sc=Hebrew}\p{sc=Arabic}])(?!\u3099|\u309a)\p{Mn}|\u00ad|\u0640|\u200c|\u200d/gu;
/** Letters that have no plain letter inside them by Unicode, and are yet typed as one. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
};
const HAS_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
const ASCII_ONLY = /^[0-9A-Za-z]*$/;

const fold = (word: string): string =>
  ASCII_ONLY.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(LEFT_OUT, '')
        .toLowerCase()
        .replace(HAS_PLAIN, (letter) => PLAIN[letter] ?? letter)
        // What a compatibility character stands for may hold more than letters: "½" is 1, a fraction slash, 2.
        .replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** The words of a text in its order, from a place on. Never an empty one. */
export function* wordsOf(text: string, from = 0): Generator<SearchWord> {
  const pattern = new RegExp(WORD);
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const word = fold(match[0]);
    if (word !== '') yield { start: match.index, end: match.index + match[0].length, word };
  }
}

/** A stretch without an ASCII separator that holds something beyond ASCII: all that is not folded by lower-casing alone. */
const BEYOND_ASCII = /[0-9A-Za-z]*[^\0-\x7f][0-9A-Za-z\u0080-\u{10ffff}]*/gu;

/**
 * A text such that its runs of letters and digits, where all that is beyond ASCII counts as a letter, are the words that
 * {@link wordsOf} gives, in the same order, but for the case of ASCII letters. So an index and what is marked in a text agree by
 * construction, whatever the index is made of.
 */
export const toIndexed = (text: string): string =>
  text
    .replace(BEYOND_ASCII, (stretch) => {
      let words = '';
      for (const { word } of wordsOf(stretch)) words += ` ${word} `;
      return words === '' ? ' ' : words;
    })
    .replaceAll('\0', ' ');

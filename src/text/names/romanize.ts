import anyAscii from 'any-ascii';

/** How a word is written, as far as it matters for what its Latin spelling can be. */
export type Script = 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'hebrew' | 'han' | 'hangul' | 'other';

const SCRIPTS: readonly (readonly [pattern: RegExp, script: Script])[] = [
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u, 'han'],
  [/\p{Script=Hangul}/u, 'hangul'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Latin}/u, 'latin'],
];

const BEYOND_LATIN = /[^ -\u024f\u1e00-\u1eff\u2000-\u206f]/;

/** The script of a word's letters; Latin for numbers and marks. */
export const scriptOf = (word: string): Script => {
  if (!BEYOND_LATIN.test(word)) return 'latin';
  for (const [pattern, script] of SCRIPTS) if (pattern.test(word)) return script;
  return /\p{L}/u.test(word) ? 'other' : 'latin';
};

/** Whether a script leaves vowels out, or writes syllables, so that a Latin spelling can only be compared by consonants. */
export const hasUnsureVowels = (script: Script): boolean =>
  script === 'arabic' || script === 'hebrew' || script === 'other';

/** Letters of one sound in Greek, after ELOT 743; any-ascii writes Greek letter by letter. */
const GREEK: readonly (readonly [RegExp, string])[] = [
  [/ο[υύ]/g, 'ou'],
  [/(?<!\p{L})μπ/gu, 'b'],
  [/(?<!\p{L})ντ/gu, 'd'],
  [/γκ/g, 'g'],
  [/γγ/g, 'ng'],
  [/([αε])[υύ](?=[θκξπστφχψ])/g, '$1f'],
  [/([αε])[υύ]/g, '$1v'],
];

/** Hebrew consonants after ISO 259-3, without the points that names are written without; alef and ayin have no letter. */
const HEBREW: Readonly<Record<string, string>> = Object.fromEntries(
  [...'בגדהוזחטיכךלמםנןסעאפףצץקרשת'].map((letter, at) => [
    letter,
    'b g d h w z h t y k k l m m n n s _ _ p p ts ts k r sh t'.split(' ')[at]?.replace('_', '') ?? '',
  ]),
);

/**
 * A word in Latin letters, in the case it has; characters of Chinese and Korean as one syllable each, parted by spaces.
 *
 * @see any-ascii for most scripts (Cyrillic near BGN/PCGN, Chinese in pinyin, Korean in the Revised Romanization).
 */
export const romanize = (word: string, script: Script): string => {
  if (script === 'latin') return anyAscii(word);
  if (script === 'greek') {
    const lower = word.toLowerCase();
    return anyAscii(GREEK.reduce((text, [pattern, letters]) => text.replace(pattern, letters), lower));
  }
  if (script === 'hebrew') return [...word].map((letter) => HEBREW[letter] ?? anyAscii(letter)).join('');
  if (script === 'han' || script === 'hangul') return anyAscii(word).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return anyAscii(word);
};

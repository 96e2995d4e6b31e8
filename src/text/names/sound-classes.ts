import { remember } from './remember.ts';

/*
 * What is left of a word when it passes through a script that writes consonants only: vowels, w, y, h and the sounds that such
 * scripts share one letter for. After the letter tables of ISO 233-3 (Arabic) and ISO 259-3 (Hebrew), and how Arabic and Hebrew
 * newspapers write foreign names: p as b, v as f or b, g as j, q, k or gh.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/tsch|tsh|sch|tch|sh|ch|zh|ts|tz|cz/g, 's'],
  [/kh|ck/g, 'k'],
  [/gh/g, 'g'],
  [/ph/g, 'b'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/[pfv]/g, 'b'],
  [/z/g, 's'],
  [/j/g, 'g'],
  [/[^bgdklmnrst]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The consonants by which a word meets its spellings in scripts without vowels ("obama" → "bm"). */
export const consonantClasses: (word: string) => string = remember((word) =>
  RULES.reduce((key, [pattern, letters]) => key.replace(pattern, letters), word),
);

/*
 * Where Pinyin, Wade-Giles and the Romanizations of Korean part ways. Sources: the conversion table of the Library of Congress
 * (Wade-Giles to Pinyin), McCune-Reischauer and the Revised Romanization of 2000.
 */
const EAST: readonly (readonly [RegExp, string])[] = [
  [/^hs/g, 'x'],
  [/^sh?(?=i)/g, 'x'],
  [/^(?:ch|zh|q|j)/g, 'C'],
  [/^(?:ts|tz|z)/g, 'T'],
  [/^[bp]/g, 'p'],
  [/^[dt]/g, 't'],
  [/^[gk]/g, 'k'],
  [/ien$/g, 'ian'],
  [/eo/g, 'o'],
  [/eu/g, 'u'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/uŋ$/g, 'oŋ'],
  [/ih$|ŭ$/g, 'i'],
  [/k$|g$/g, 'k'],
];

const eastKey = (syllable: string): string =>
  EAST.reduce((key, [pattern, letters]) => key.replace(pattern, letters), syllable.replace(/ng$/, 'ŋ'));

const SYLLABLE =
  /^(?:zh|ch|sh|hs|ts|tz|kw|hw|kk|tt|pp|ss|jj|[bpmfdtnlgkhjqxrzcsyw])?(?:iao|ia|ie|iu|io|uai|uei|ua|ui|uo|ue|ai|ao|ei|ou|eo|eu|ae|oe|yeo|ya|yo|yu|ye|oo|ee|wi|wa|wo|a|e|i|o|u)(?:ng|n|k|l|m|p|t|r|h)?$/;

/** Whether a word could be one syllable of Chinese or Korean in Latin letters. */
export const isEastSyllable = (word: string): boolean => word.length <= 6 && SYLLABLE.test(word);

/** The spellings of a word of one or two Chinese or Korean syllables, each as one; empty when it is none ("hsi" and "xi" share one). */
export const eastKeys: (word: string) => readonly string[] = remember((word) => {
  if (word.length > 12) return [];
  const keys = isEastSyllable(word) ? [eastKey(word)] : [];
  for (let at = 1; at < word.length; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (isEastSyllable(first) && isEastSyllable(second)) keys.push(`${eastKey(first)} ${eastKey(second)}`);
  }
  return keys;
});

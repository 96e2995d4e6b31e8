import { remember } from './remember.ts';

/**
 * Spellings that Romanizations of one name waver between, longest first. Each rule brings them to one letter; capital
 * letters stand for sounds that Latin has no single letter for (C as in "church", S as in "ship", Z as in "measure").
 * Made from the ALA-LC, BGN/PCGN, ISO 9 and ISO 233 tables: where two of them differ, the rule joins what they write.
 */
const RULES: readonly (readonly [pattern: RegExp, key: string])[] = [
  [/shch|schtsch/g, 'S'],
  [/tsch|tch|tsj|cz|ch/g, 'C'],
  [/dzh|dsch|dj/g, 'j'],
  [/sch|sh|sz|sj/g, 'S'],
  [/zh/g, 'Z'],
  [/(?<=i)c$/g, 'C'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ck|cq/g, 'k'],
  [/c(?=[eiy])|ts|tz/g, 'T'],
  [/[cq]/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/x/g, 'ks'],
  [/(?<=[oe])(?:ff|w|f)$/g, 'v'],
  [/oo|ou/g, 'u'],
  [/(?<=[aeo])w(?=[^aeiouy]|$)/g, 'u'],
  [/w/g, 'v'],
  [/(?<=[aeiou])[yj](?=[aeiou])/g, ''],
  [/[iyj]+(?=[aeou])/g, ''],
  [/ee|ei|ey(?!$)/g, 'i'],
  [/[iy]+/g, 'i'],
  [/(?<=[aeiou])h(?![aeiou])/g, ''],
  [/([a-zCSTZ])\1+/g, '$1'],
];

/**
 * One spelling for the several ways to write a name in Latin letters ("Karabayev", "Karabaev" → "karabaev").
 *
 * @param token A folded word.
 * @returns Lower-case letters and the capitals C, S, T, Z; for comparing only.
 */
export const romanKey: (token: string) => string = remember((token) =>
  RULES.reduce((key, [pattern, letters]) => key.replace(pattern, letters), token),
);

/**
 * The consonants of a word's {@link romanKey}, with a leading vowel kept as "-": what is left when vowels are unsure
 * (Arabic and Hebrew names, words taken down by ear).
 */
export const consonantSkeleton: (token: string) => string = remember((token) =>
  romanKey(token)
    .replace(/^[aeiou]+/, '-')
    .replace(/[aeiou]+/g, '')
    .replace(/(.)\1+/g, '$1'),
);

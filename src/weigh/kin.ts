/** Degrees of kinship that exclude each other, by plain English words; the narrowest first. Married to a sister is a brother-in-law. */
const DEGREES: readonly (readonly [degree: string, words: RegExp])[] = [
  [
    'child-in-law',
    /\b(?:son|daughter|father|mother)s?-in-law\b|\bmarried to (?:his|her|their|\S+['’]s) (?:daughter|son)\b/i,
  ],
  [
    'sibling-in-law',
    /\b(?:brother|sister)s?-in-law\b|\bmarried (?:to )?(?:his|her|their|\S+['’]s) (?:sister|brother)\b|\b(?:husband|wife) of (?:his|her|their|\S+['’]s) (?:sister|brother)\b|\bsister['’]s husband\b|\bbrother['’]s wife\b/i,
  ],
  ['step or god', /\b(?:step|god)(?:-?)(?:son|daughter|father|mother|child|brother|sister)\b/i],
  ['half sibling', /\bhalf-(?:brother|sister)\b/i],
  ['grandparent', /\bgrand(?:son|daughter|father|mother|child)\b/i],
  ['cousin', /\bcousins?\b/i],
  ['uncle or aunt', /\b(?:uncle|aunt|nephew|niece)\b/i],
  ['sibling', /\b(?:brother|sister|sibling|twin)s?\b/i],
  ['spouse', /\b(?:wife|husband|spouse|married)\b/i],
  ['child', /\b(?:son|daughter|father|mother|parent|child)\b/i],
];

/** The degree of kinship that words name; null where they name none. "Former wife" and "wife" are one degree at two times. */
export const kinshipIn = (words: string): string | null =>
  DEGREES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

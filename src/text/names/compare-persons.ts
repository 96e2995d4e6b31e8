import { compareTokens, type TokenLikeness } from './compare-tokens.ts';
import { isSameGivenName } from './given-names.ts';
import { type PersonName, parsePersonName } from './person-name.ts';

/**
 * What two names of one kind say about being one bearer, judged on the names alone:
 * `same`: the same words; `variant`: spellings, short forms, initials or left-out middle names of one name;
 * `partial`: one is a part of the other, such as the surname alone; `sounds`: alike to the ear, in another order or but
 * for a slip, so other evidence must say whether; `different`: they speak against it.
 */
export interface NameComparison {
  readonly relation: 'same' | 'variant' | 'partial' | 'sounds' | 'different';
  /** In plain words, with the values that met. */
  readonly reason: string;
}

const isInitialOf = (a: string, b: string): boolean => a.length === 1 && b.startsWith(a);

/** Names of women and men that differ by the last vowel alone are two names. */
const isOtherGender = (a: string, b: string): boolean =>
  /a$/.test(a) !== /a$/.test(b) && a.replace(/[aeiou]+$/, '') === b.replace(/[aeiou]+$/, '');

const compareGiven = (a: string, b: string): TokenLikeness => {
  if (a === b) return 'equal';
  if (isInitialOf(a, b) || isInitialOf(b, a) || isSameGivenName(a, b)) return 'variant';
  if (isOtherGender(a, b)) return 'different';
  const likeness = compareTokens(a, b);
  // Two short given names that differ by a letter are far more often two names than one slip ("Marin", "Maris").
  return likeness === 'sounds' && Math.min(a.length, b.length) < 6 ? 'different' : likeness;
};

const RANK: Readonly<Record<TokenLikeness, number>> = { equal: 0, variant: 1, sounds: 2, different: 3 };

/** Middle names may be left out; where both have them, the shorter list must be found in the longer in order. */
const compareMiddle = (a: readonly string[], b: readonly string[]): TokenLikeness => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let worst: TokenLikeness = 'equal';
  let from = 0;
  for (const word of short) {
    const found = long.findIndex((other, index) => index >= from && compareGiven(word, other) !== 'different');
    const other = long[found];
    if (other === undefined) return 'different';
    const likeness = compareGiven(word, other);
    if (RANK[likeness] > RANK[worst]) worst = likeness;
    from = found + 1;
  }
  return worst;
};

const compareSingle = (single: string, full: PersonName, names: string): NameComparison => {
  const likeness = compareTokens(single, full.family);
  if (full.given.length === 0) {
    if (likeness === 'equal') return { relation: 'same', reason: `${names}: the same name` };
    if (likeness === 'variant') return { relation: 'variant', reason: `${names}: spellings of one name` };
    if (likeness === 'sounds') return { relation: 'sounds', reason: `${names}: sound alike` };
    return { relation: 'different', reason: `${names}: different names` };
  }
  if (likeness === 'equal' || likeness === 'variant') return { relation: 'partial', reason: `${names}: surname alone` };
  if (likeness === 'sounds') return { relation: 'sounds', reason: `${names}: surname alone, heard or spelt otherwise` };
  if (full.given.some((word) => word === single))
    return { relation: 'partial', reason: `${names}: one of the names alone` };
  return { relation: 'different', reason: `${names}: no name in common` };
};

const compareFull = (left: PersonName, right: PersonName, names: string): NameComparison => {
  if ([...left.tokens].sort().join(' ') === [...right.tokens].sort().join(' ')) {
    return left.tokens.join(' ') === right.tokens.join(' ')
      ? { relation: 'same', reason: `${names}: the same words` }
      : { relation: 'sounds', reason: `${names}: the same words in another order` };
  }
  if (left.tokens.join('') === right.tokens.join('')) {
    return { relation: 'variant', reason: `${names}: written apart or together` };
  }
  const [leftFirst = '', ...leftMiddle] = left.given;
  const [rightFirst = '', ...rightMiddle] = right.given;
  const given = compareGiven(leftFirst, rightFirst);
  if (given === 'different') return { relation: 'different', reason: `${names}: different given names` };
  const family = compareTokens(left.family, right.family);
  const [short, long] = left.tokens.length <= right.tokens.length ? [left, right] : [right, left];
  if (
    given === 'equal' &&
    family === 'different' &&
    long.tokens.slice(0, short.tokens.length).join(' ') === short.tokens.join(' ')
  ) {
    return { relation: 'variant', reason: `${names}: the last of several surnames left out` };
  }
  if (family === 'different') return { relation: 'different', reason: `${names}: different surnames` };
  const middle = compareMiddle(leftMiddle, rightMiddle);
  if (middle === 'different') return { relation: 'different', reason: `${names}: different middle names` };
  const worst = Math.max(RANK[given], RANK[family], RANK[middle]);
  if (given === 'sounds' && family !== 'equal')
    return { relation: 'different', reason: `${names}: only alike in sound` };
  return worst === RANK.sounds
    ? { relation: 'sounds', reason: `${names}: sound alike or differ by a slip` }
    : { relation: 'variant', reason: `${names}: spellings or forms of one name` };
};

/**
 * Compares two names of persons.
 *
 * Symmetric in its relation. Different given names, middle names or generations ("Jr.") speak against one bearer, also
 * where only one of two otherwise equal full names has a generation.
 */
export const comparePersonNames = (a: string, b: string): NameComparison => {
  const [left, right] = [parsePersonName(a), parsePersonName(b)];
  const names = `“${a}”, “${b}”`;
  if (left.family === '' || right.family === '')
    return { relation: 'different', reason: `${names}: nothing to compare` };
  const areFull = left.given.length > 0 && right.given.length > 0;
  if (left.generation !== right.generation && (areFull || (left.generation !== null && right.generation !== null))) {
    return { relation: 'different', reason: `${names}: not the same generation` };
  }
  if (areFull) return compareFull(left, right, names);
  return left.given.length === 0 ? compareSingle(left.family, right, names) : compareSingle(right.family, left, names);
};

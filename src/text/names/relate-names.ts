import { type Alignment, alignWords, type Pair } from './align-words.ts';
import { likenessOf, type TokenLikeness } from './compare-tokens.ts';
import { isWeakSort } from './judge-bodies.ts';
import { isSolidPair } from './judge-persons.ts';
import { sharesFamily } from './meet-words.ts';
import type { NameWord } from './name-word.ts';
import { isAcronymOf } from './organization-name.ts';
import { bodyOf, type ReadBody } from './read-body.ts';
import { personOf, type ReadPerson } from './read-person.ts';

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

type Relation = NameComparison['relation'];
type Said = readonly [relation: Relation, reason: string];

const RANK: Readonly<Record<TokenLikeness, number>> = { equal: 0, variant: 1, sounds: 2, different: 3 };
const LIKENESSES: readonly TokenLikeness[] = ['equal', 'variant', 'sounds', 'different'];
/** Two given names that differ by a letter are, if short, far more often two names than one slip ("Marin", "Maris"). */
const LEAST_HEARD_GIVEN = 6;
/** A spelling of another script that is less sure than this leaves the words alike in sound only. */
const SURE_SPELLING = 0.5;

const worst = (likenesses: readonly TokenLikeness[]): TokenLikeness =>
  LIKENESSES[Math.max(0, ...likenesses.map((one) => RANK[one]))] ?? 'equal';

/** How near the words of a pair are for identity; `isGiven` for words before the last of a person's name. */
const likenessOfPair = (
  a: readonly NameWord[],
  b: readonly NameWord[],
  pair: Pair,
  isGiven: boolean,
): TokenLikeness => {
  const { kind, cost } = pair.meeting;
  if (kind === 'equal') return 'equal';
  if (pair.left.length > 1 || pair.right.length > 1) return kind === 'slip' ? 'sounds' : 'variant';
  const [x, y] = [a[pair.left[0] ?? 0], b[pair.right[0] ?? 0]];
  if (x === undefined || y === undefined) return 'different';
  if (kind === 'initial') return isGiven ? 'variant' : 'different';
  if (kind === 'spelling') return cost <= SURE_SPELLING ? 'variant' : 'sounds';
  if (kind === 'form') {
    if (x.concept !== null && x.concept === y.concept) return 'variant';
    if (isGiven && sharesFamily(x, y)) return 'variant';
    return likenessOf(x, y) === 'variant' ? 'variant' : 'sounds';
  }
  const likeness = likenessOf(x, y);
  if (!isGiven || likeness !== 'sounds') return likeness;
  return cost > 2 || Math.min(x.text.length, y.text.length) < LEAST_HEARD_GIVEN ? 'different' : 'sounds';
};

const first = (pair: Pair, side: 'left' | 'right'): number => pair[side][0] ?? 0;
const last = (pair: Pair, side: 'left' | 'right'): number => pair[side].at(-1) ?? 0;

const isInOrder = (pairs: readonly Pair[]): boolean =>
  [...pairs]
    .sort((x, y) => first(x, 'left') - first(y, 'left'))
    .every((pair, at, all) => at === 0 || last(all[at - 1] ?? pair, 'right') < first(pair, 'right'));

const relateSingle = (single: NameWord, full: readonly NameWord[]): Said => {
  const family = full.at(-1);
  const likeness = family === undefined ? 'different' : likenessOf(single, family);
  if (full.length === 1) {
    if (likeness === 'equal') return ['same', 'the same name'];
    if (likeness === 'variant') return ['variant', 'spellings of one name'];
    return likeness === 'sounds' ? ['sounds', 'sound alike'] : ['different', 'different names'];
  }
  if (likeness === 'equal' || likeness === 'variant') return ['partial', 'surname alone'];
  if (likeness === 'sounds') return ['sounds', 'surname alone, heard or spelt otherwise'];
  return full.some((word) => word.text === single.text)
    ? ['partial', 'one of the names alone']
    : ['different', 'no name in common'];
};

const relateFull = (left: ReadPerson, right: ReadPerson): Said => {
  const [a, b] = [left.words, right.words];
  if (isSolidPair(left, right)) return ['variant', 'written apart or together'];
  const { pairs, restLeft, restRight }: Alignment = alignWords(a, b);
  const isAll = restLeft.length + restRight.length === 0;
  if (!isInOrder(pairs)) {
    return isAll && pairs.every((pair) => pair.meeting.kind === 'equal')
      ? ['sounds', 'the same words in another order']
      : ['different', 'the words in another order'];
  }
  if (isAll && pairs.every((pair) => pair.meeting.kind === 'equal')) return ['same', 'the same words'];
  const heads = pairs.find((pair) => first(pair, 'left') === 0 || first(pair, 'right') === 0);
  const tails = pairs.find((pair) => last(pair, 'left') === a.length - 1 || last(pair, 'right') === b.length - 1);
  if (heads === undefined || first(heads, 'left') !== 0 || first(heads, 'right') !== 0)
    return ['different', 'different given names'];
  const given = likenessOfPair(a, b, heads, true);
  if (given === 'different') return ['different', 'different given names'];
  const areTails = tails !== undefined && last(tails, 'left') === a.length - 1 && last(tails, 'right') === b.length - 1;
  if (!areTails) {
    const [shorter, rest] = a.length <= b.length ? [a, restLeft] : [b, restRight];
    const isPrefix =
      a.length !== b.length &&
      rest.length === 0 &&
      shorter.length > 1 &&
      pairs.every((pair) => pair.meeting.kind === 'equal' && first(pair, 'left') === first(pair, 'right'));
    return isPrefix ? ['variant', 'the last of several surnames left out'] : ['different', 'different surnames'];
  }
  const family = likenessOfPair(a, b, tails, tails === heads);
  if (family === 'different') return ['different', 'different surnames'];
  if (restLeft.length > 0 && restRight.length > 0) return ['different', 'different middle names'];
  if (given === 'sounds' && family !== 'equal') return ['different', 'only alike in sound'];
  const others = pairs
    .filter((pair) => pair !== heads && pair !== tails)
    .map((pair) => likenessOfPair(a, b, pair, true));
  const all = worst([given, family, ...others]);
  if (all === 'different') return ['different', 'different middle names'];
  return all === 'sounds'
    ? ['sounds', 'sound alike or differ by a slip']
    : ['variant', 'spellings or forms of one name'];
};

const relatePersons = (left: ReadPerson, right: ReadPerson): Said => {
  const [a, b] = [left.words, right.words];
  if (a.length === 0 || b.length === 0) return ['different', 'nothing to compare'];
  const areFull = a.length > 1 && b.length > 1;
  if (left.generation !== right.generation && (areFull || (left.generation !== null && right.generation !== null)))
    return ['different', 'not the same generation'];
  if (areFull) return relateFull(left, right);
  return a.length === 1 ? relateSingle(a[0] as NameWord, b) : relateSingle(b[0] as NameWord, a);
};

/**
 * Compares two names of persons for identity.
 *
 * Symmetric in its relation. Stricter than `compareNames`, and on the same alignment of words: different given names, middle
 * names or generations ("Jr.") speak against one bearer, also where only one of two otherwise equal full names has a
 * generation.
 */
export const comparePersonNames = (a: string, b: string): NameComparison => {
  const [relation, why] = relatePersons(personOf(a), personOf(b));
  return { relation, reason: `“${a}”, “${b}”: ${why}` };
};

const isRun = (pairs: readonly Pair[], side: 'left' | 'right', length: number): boolean =>
  pairs.length === length &&
  isInOrder(pairs) &&
  Math.max(...pairs.map((pair) => last(pair, side))) - Math.min(...pairs.map((pair) => first(pair, side))) ===
    length - 1;

const relateBodies = (left: ReadBody, right: ReadBody): Said => {
  const [a, b] = [left.words, right.words];
  if (a.length === 0 || b.length === 0) return ['different', 'nothing to compare'];
  if (left.solid === right.solid) return ['same', 'the same letters'];
  const { pairs, restLeft, restRight } = alignWords(a, b);
  if (restLeft.length > 0 && restRight.length > 0) return ['different', 'different words'];
  const isEqual = pairs.every((pair) => pair.meeting.kind === 'equal');
  const [rest, words, side] =
    restLeft.length > 0 ? ([restLeft, a, 'left'] as const) : ([restRight, b, 'right'] as const);
  if (rest.length > 0) {
    const telling = pairs.some((pair) => pair.left.some((at) => a[at] !== undefined && !isWeakSort(a[at] as NameWord)));
    if (isEqual && telling && rest.every((at) => isWeakSort(words[at] as NameWord)))
      return ['variant', 'differ by the sort of organization'];
    const isPart = isEqual && isRun(pairs, side, side === 'left' ? b.length : a.length);
    return isPart ? ['partial', 'one is part of the other'] : ['different', 'different words'];
  }
  const all = worst(pairs.map((pair) => likenessOfPair(a, b, pair, false)));
  if (all === 'different') return ['different', 'different words'];
  const haveForms = left.forms.length > 0 && right.forms.length > 0;
  if (haveForms && !left.forms.some((form) => right.forms.includes(form))) return ['sounds', 'other legal forms'];
  if (all === 'equal')
    return isInOrder(pairs) ? ['same', 'the same words'] : ['variant', 'the same words in another order'];
  if (
    left.solid === right.solid ||
    pairs.every((pair) => pair.left.length + pair.right.length > 2 || pair.meeting.kind === 'equal')
  )
    return ['variant', 'written apart or together'];
  // One letter makes another company more often than another person: a single word alike is never enough by itself.
  return all === 'variant' && a.length > 1
    ? ['variant', 'spellings of one name']
    : ['sounds', 'sound alike or differ by a slip'];
};

/**
 * Compares two names of organizations, public bodies, places or things for identity.
 *
 * Symmetric in its relation. Stricter than `compareNames`, and on the same alignment of words. Articles and legal forms of one
 * general kind do not count; a differing number, or a differing word among equal ones, speaks against one bearer.
 */
export const compareOrganizationNames = (a: string, b: string): NameComparison => {
  const [relation, why] =
    isAcronymOf(a, b) || isAcronymOf(b, a)
      ? (['partial', 'first letters'] as const)
      : relateBodies(bodyOf(a), bodyOf(b));
  return { relation, reason: `“${a}”, “${b}”: ${why}` };
};

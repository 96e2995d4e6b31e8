import { isCommonWord } from '../../text/index.ts';
import type { StoryTerms } from './story-terms.ts';

/** Documents that the pile is thought to stand in: in a pile of ten, a name in five is no more common than in ten thousand. */
const PRIOR_DOCUMENTS = 200;
/** Share of those that hold a name, an uncommon word, a common word; of English news in general, to the order of magnitude. */
const PRIOR_SHARE = { name: 0.002, rare: 0.01, common: 0.15 };
/** Names tell one story from another of its kind: "hit and run" is in all of them. */
const NAME_WEIGHT = 3;
/** Terms kept of a document, the weightiest; more of them cost time and tell no more. */
const TERMS_KEPT = 120;
/** Terms by which documents are brought together to be compared. */
const TERMS_LOOKED_UP = 40;
/** A term in more documents than this brings neighbours together alone: all pairs would cost the square. */
const COMMON_TERM = 40;
/** Documents that each is compared with. */
const NEIGHBOURS = 12;

/**
 * Least likeness (mean cosine over pairs) of two groups that are one story, and its least share of the likeness within them:
 * groups much closer in themselves than to each other are two stories of one kind. A single document, whose style may be its
 * own, needs less. Set on the training part of ECB+ (subtopics) so that whole piles on one matter stay whole.
 */
const LEAST_LIKENESS = 0.14;
const LEAST_SHARE = 0.7;
const LEAST_SHARE_OF_ONE = 0.4;

/** A weighted set of terms, of unit length for one document. */
type Weights = Map<number, number>;

const dot = (a: Weights, b: Weights): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
};

const priorShare = (term: string): number => {
  if (term.startsWith('^')) return PRIOR_SHARE.name;
  return isCommonWord(term) ? PRIOR_SHARE.common : PRIOR_SHARE.rare;
};

/** Weights by rarity in the pile, smoothed by what is rare anywhere; heaviest first. */
const weigh = (documents: readonly StoryTerms[]): readonly Weights[] => {
  const numbers = new Map<string, number>();
  const holders: number[] = [];
  for (const { counts } of documents) {
    for (const term of counts.keys()) {
      const number = numbers.get(term);
      if (number === undefined) {
        numbers.set(term, holders.length);
        holders.push(1);
      } else holders[number] = (holders[number] ?? 0) + 1;
    }
  }
  const rarity = new Float64Array(holders.length);
  for (const [term, number] of numbers) {
    const all = documents.length + PRIOR_DOCUMENTS;
    const share = (holders[number] ?? 0) + priorShare(term) * PRIOR_DOCUMENTS;
    rarity[number] = Math.max(0, Math.log(all / share)) * (term.startsWith('^') ? NAME_WEIGHT : 1);
  }
  return documents.map(({ counts }): Weights => {
    const all: [term: number, weight: number, name: string][] = [];
    for (const [term, count] of counts) {
      const number = numbers.get(term) ?? 0;
      const weight = (1 + Math.log(count)) * (rarity[number] ?? 0);
      if (weight > 0) all.push([number, weight, term]);
    }
    all.sort((a, b) => b[1] - a[1] || (a[2] < b[2] ? -1 : 1));
    all.length = Math.min(all.length, TERMS_KEPT);
    const length = Math.sqrt(all.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return new Map(all.map(([term, weight]) => [term, weight / length]));
  });
};

interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** Each document with those most like it, found by the terms that they share; likest first. */
const findLikenesses = (weights: readonly Weights[]): readonly Likeness[] => {
  const holders = new Map<number, number[]>();
  const places: number[][] = [];
  weights.forEach((terms, index) => {
    const at: number[] = [];
    let kept = 0;
    for (const term of terms.keys()) {
      if (kept++ === TERMS_LOOKED_UP) break;
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [index]);
      else list.push(index);
      at.push((holders.get(term)?.length ?? 1) - 1);
    }
    places.push(at);
  });
  const found = new Map<number, Likeness>();
  weights.forEach((terms, index) => {
    const near = new Map<number, number>();
    let nth = 0;
    for (const [term, weight] of terms) {
      if (nth === TERMS_LOOKED_UP) break;
      const list = holders.get(term) ?? [];
      const place = places[index]?.[nth++] ?? 0;
      const isCommon = list.length > COMMON_TERM;
      const [from, to] = isCommon ? [Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1] : [0, list.length];
      for (let at = from; at < Math.min(to, list.length); at++) {
        const other = list[at] ?? index;
        if (other !== index) near.set(other, (near.get(other) ?? 0) + weight * (weights[other]?.get(term) ?? 0));
      }
    }
    const nearest = [...near].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, NEIGHBOURS);
    for (const [other] of nearest) {
      const [a, b] = index < other ? [index, other] : [other, index];
      const key = a * weights.length + b;
      if (found.has(key)) continue;
      const cosine = dot(terms, weights[other] ?? new Map());
      if (cosine >= LEAST_LIKENESS) found.set(key, { a, b, cosine });
    }
  });
  return [...found.values()].sort((x, y) => y.cosine - x.cosine || x.a - y.a || x.b - y.b);
};

/** Documents taken as one story so far: the sum of their weights, how many, and that sum's square. */
interface Group {
  readonly members: readonly number[];
  readonly sum: Weights;
  readonly square: number;
}

/** Mean cosine over the pairs within a group; null for a single document. */
const within = ({ members, square }: Group): number | null =>
  members.length < 2 ? null : (square - members.length) / (members.length * (members.length - 1));

const isOneStory = (a: Group, b: Group, product: number): boolean => {
  const likeness = product / (a.members.length * b.members.length);
  if (likeness < LEAST_LIKENESS) return false;
  const [left, right] = [within(a), within(b)];
  return left !== null && right !== null
    ? likeness >= LEAST_SHARE * Math.min(left, right)
    : likeness >= LEAST_SHARE_OF_ONE * (left ?? right ?? 0);
};

const merge = (a: Group, b: Group, product: number): Group => {
  const [small, large] = a.sum.size <= b.sum.size ? [a, b] : [b, a];
  for (const [term, weight] of small.sum) large.sum.set(term, (large.sum.get(term) ?? 0) + weight);
  return {
    members: [...a.members, ...b.members].sort((x, y) => x - y),
    sum: large.sum,
    square: a.square + b.square + 2 * product,
  };
};

/** Groups that grow stop changing after few rounds. */
const ROUNDS = 3;

/**
 * Groups documents by story: reports of one matter, however they tell it; two matters of one kind stay two.
 *
 * Groups grow from the likest pair on, by average linkage; words are weighed by their rarity, names more than other words.
 * Grows about in proportion to the documents.
 *
 * @param documents In an order that depends on nothing but the set of them (that of their ids): ties go to the first.
 * @returns For each document the smallest index of its story's; a document like no other is a story of its own.
 * @see SPEC.md, rules G1 to G3; G. Salton and C. Buckley, "Term-weighting approaches", 1988, for the weights.
 */
export const groupStories = (documents: readonly StoryTerms[]): readonly number[] => {
  const weights = weigh(documents);
  const groups: Group[] = weights.map((terms, index) => ({ members: [index], sum: new Map(terms), square: 1 }));
  const groupOf = groups.map((_, index) => index);
  let likenesses = findLikenesses(weights);
  for (let round = 0; round < ROUNDS && likenesses.length > 0; round++) {
    const refused: Likeness[] = [];
    for (const likeness of likenesses) {
      const [left, right] = [groupOf[likeness.a] ?? 0, groupOf[likeness.b] ?? 0];
      if (left === right) continue;
      const [a, b] = [groups[left], groups[right]];
      if (a === undefined || b === undefined) continue;
      const product = dot(a.sum, b.sum);
      if (!isOneStory(a, b, product)) {
        refused.push(likeness);
        continue;
      }
      const joined = merge(a, b, product);
      const kept = Math.min(left, right);
      groups[kept] = joined;
      for (const member of joined.members) groupOf[member] = kept;
    }
    if (refused.length === likenesses.length) break;
    likenesses = refused;
  }
  return groupOf.map((group) => groups[group]?.members[0] ?? group);
};

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

/** A weighted set of terms. */
type Weights = ReadonlyMap<number, number>;

/** The weighted terms of one document, of unit length, heaviest first. */
interface Weighted {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  readonly map: Weights;
}

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

/** To the nearest quarter of a power of two: what is counted in steps seldom changes as documents are added. */
const inSteps = (count: number): number => 2 ** (Math.round(Math.log2(count) * 4) / 4);

interface Term {
  readonly number: number;
  readonly name: string;
  /** Documents that it is thought to be in without any of the pile. */
  readonly prior: number;
  readonly factor: number;
  holders: number;
  rarity: number;
}

/** Weighs terms by rarity in the pile, smoothed by what is rare anywhere, run after run. */
class TermWeigher {
  readonly #terms = new Map<string, Term>();
  readonly #weighted = new Map<StoryTerms, Weighted>();
  #all = 0;

  /** Numbers of terms are below this. */
  get size(): number {
    return this.#terms.size;
  }

  weigh(documents: readonly StoryTerms[]): readonly Weighted[] {
    const now = new Set(documents);
    const touched = new Set<Term>();
    const count = ({ counts }: StoryTerms, by: number): void => {
      for (const name of counts.keys()) {
        const term = this.#termOf(name);
        term.holders += by;
        touched.add(term);
      }
    };
    for (const document of this.#weighted.keys())
      if (!now.has(document)) {
        this.#weighted.delete(document);
        count(document, -1);
      }
    for (const document of now) if (!this.#weighted.has(document)) count(document, 1);
    const all = inSteps(now.size + PRIOR_DOCUMENTS);
    const isOtherPile = all !== this.#all;
    this.#all = all;
    const changed: string[] = [];
    for (const term of isOtherPile ? this.#terms.values() : touched) {
      const rarity = Math.max(0, Math.log(all / inSteps(term.holders + term.prior))) * term.factor;
      if (rarity === term.rarity) continue;
      term.rarity = rarity;
      changed.push(term.name);
    }
    return documents.map((document) => {
      const known = this.#weighted.get(document);
      if (known !== undefined && !isOtherPile && !changed.some((name) => document.counts.has(name))) return known;
      const made = this.#weigh(document);
      this.#weighted.set(document, made);
      return made;
    });
  }

  #termOf(name: string): Term {
    const known = this.#terms.get(name);
    if (known !== undefined) return known;
    const prior = priorShare(name) * PRIOR_DOCUMENTS;
    const factor = name.startsWith('^') ? NAME_WEIGHT : 1;
    const made = { number: this.#terms.size, name, prior, factor, holders: 0, rarity: -1 };
    this.#terms.set(name, made);
    return made;
  }

  /** Heaviest first. */
  #weigh({ counts }: StoryTerms): Weighted {
    const all: [term: number, weight: number, name: string][] = [];
    for (const [name, count] of counts) {
      const { number, rarity } = this.#termOf(name);
      const weight = (1 + Math.log(count)) * rarity;
      if (weight > 0) all.push([number, weight, name]);
    }
    all.sort((a, b) => b[1] - a[1] || (a[2] < b[2] ? -1 : 1));
    all.length = Math.min(all.length, TERMS_KEPT);
    const length = Math.sqrt(all.reduce((sum, [, weight]) => sum + weight * weight, 0));
    const weights = all.map(([, weight]) => weight / length);
    return {
      terms: Int32Array.from(all, ([term]) => term),
      weights: Float64Array.from(weights),
      map: new Map(all.map(([term], nth) => [term, weights[nth] ?? 0])),
    };
  }
}

interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** Documents that hold a term among their weightiest, in order, with the weight that it has there. */
interface Holders {
  readonly documents: number[];
  readonly weights: number[];
}

/** Each document with those most like it, found by the terms that they share; likest first. */
const findLikenesses = (all: readonly Weighted[], terms: number): readonly Likeness[] => {
  const holders: (Holders | undefined)[] = Array.from({ length: terms });
  const places = all.map((one, index) =>
    Int32Array.from(one.terms.subarray(0, TERMS_LOOKED_UP), (term, nth) => {
      const known = holders[term];
      const list = known ?? { documents: [], weights: [] };
      if (known === undefined) holders[term] = list;
      list.weights.push(one.weights[nth] ?? 0);
      return list.documents.push(index) - 1;
    }),
  );
  const found = new Map<number, Likeness>();
  // One place for each document, and one for each term, used again for every document: no table is made anew.
  const near = new Float64Array(all.length);
  const own = new Float64Array(terms);
  all.forEach((one, index) => {
    const met: number[] = [];
    one.terms.subarray(0, TERMS_LOOKED_UP).forEach((term, nth) => {
      const list = holders[term];
      if (list === undefined) return;
      const [weight, place, size] = [one.weights[nth] ?? 0, places[index]?.[nth] ?? 0, list.documents.length];
      const isCommon = size > COMMON_TERM;
      const from = isCommon ? Math.max(0, place - NEIGHBOURS) : 0;
      const to = isCommon ? Math.min(size, place + NEIGHBOURS + 1) : size;
      for (let at = from; at < to; at++) {
        const other = list.documents[at] ?? index;
        if (other === index) continue;
        if (near[other] === 0) met.push(other);
        near[other] = (near[other] ?? 0) + weight * (list.weights[at] ?? 0);
      }
    });
    one.terms.forEach((term, nth) => {
      own[term] = one.weights[nth] ?? 0;
    });
    const nearest = met.sort((x, y) => (near[y] ?? 0) - (near[x] ?? 0) || x - y).slice(0, NEIGHBOURS);
    for (const other of nearest) {
      const [a, b] = index < other ? [index, other] : [other, index];
      const key = a * all.length + b;
      const its = all[other];
      if (found.has(key) || its === undefined) continue;
      let cosine = 0;
      its.terms.forEach((term, nth) => {
        cosine += (own[term] ?? 0) * (its.weights[nth] ?? 0);
      });
      if (cosine >= LEAST_LIKENESS) found.set(key, { a, b, cosine });
    }
    for (const other of met) near[other] = 0;
    for (const term of one.terms) own[term] = 0;
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
  // The weights of a single document are kept for the next run; those of a group are its own.
  const sum = large.members.length > 1 ? (large.sum as Map<number, number>) : new Map(large.sum);
  for (const [term, weight] of small.sum) sum.set(term, (sum.get(term) ?? 0) + weight);
  return {
    members: [...a.members, ...b.members].sort((x, y) => x - y),
    sum,
    square: a.square + b.square + 2 * product,
  };
};

/** Groups that grow stop changing after few rounds. */
const ROUNDS = 3;

/** Groups documents by story, run after run: weights that did not change are kept. */
export class StoryGrouper {
  readonly #weigher = new TermWeigher();

  /** As {@link groupStories}. */
  group(documents: readonly StoryTerms[]): readonly number[] {
    const weights = this.#weigher.weigh(documents);
    return groupWeighted(weights, this.#weigher.size);
  }
}

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
export const groupStories = (documents: readonly StoryTerms[]): readonly number[] =>
  new StoryGrouper().group(documents);

const groupWeighted = (weights: readonly Weighted[], terms: number): readonly number[] => {
  const groups: Group[] = weights.map((one, index) => ({ members: [index], sum: one.map, square: 1 }));
  const groupOf = groups.map((_, index) => index);
  let likenesses = findLikenesses(weights, terms);
  // Two groups that are two stories stay so until one of them grows.
  const apart = new Map<Group, Set<Group>>();
  for (let round = 0; round < ROUNDS && likenesses.length > 0; round++) {
    const refused: Likeness[] = [];
    for (const likeness of likenesses) {
      const [left, right] = [groupOf[likeness.a] ?? 0, groupOf[likeness.b] ?? 0];
      if (left === right) continue;
      const [a, b] = [groups[left], groups[right]];
      if (a === undefined || b === undefined) continue;
      if (apart.get(a)?.has(b) === true) {
        refused.push(likeness);
        continue;
      }
      const product = dot(a.sum, b.sum);
      if (!isOneStory(a, b, product)) {
        refused.push(likeness);
        for (const [one, other] of [
          [a, b],
          [b, a],
        ] as const)
          apart.set(one, (apart.get(one) ?? new Set()).add(other));
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

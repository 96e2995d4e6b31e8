import { byText, Kept } from '../model/index.ts';
import {
  BODY_SORTS,
  FUNCTION_WORDS,
  givenNameKeys,
  isAcronymOf,
  nameTokens,
  ORGANIZATION_SORTS,
  OUTLET_SORTS,
  romanKey,
  soundKeys,
} from '../text/index.ts';
import type { Clusters } from './clusters.ts';
import type { Company } from './company.ts';
import { tokensOf } from './local-entities.ts';
import { compareNames, type Profile, shareLeaf, speaksAgainst } from './profile.ts';
import { type Support, supportFor } from './support.ts';

/** Blocks larger than this are halved by a further key, so that a common surname does not compare everyone with everyone. */
const LARGE_BLOCK = 150;

const isSort = (token: string): boolean =>
  ORGANIZATION_SORTS.has(token) || OUTLET_SORTS.has(token) || BODY_SORTS.has(token);

/** Keys under which sets with like names meet: never compared are those that share none. */
const blockKeys = (profile: Named): readonly string[] => {
  const keys = new Set<string>();
  for (const name of profile.names) {
    const tokens = tokensOf(name, profile.class, false);
    if (profile.class === 'person') {
      const given = givenNameKeys(tokens[0] ?? '');
      for (const key of soundKeys(tokens.at(-1) ?? '')) for (const first of given) keys.add(`person ${key} ${first}`);
      // Family name first, or written in one.
      keys.add(`person words ${[...tokens].sort().join(' ')}`);
      keys.add(`person word ${tokens.join('')}`);
      // "Dulce Évora" and "Dulce Évora Pinto" share their first two words.
      keys.add(`person first ${tokens.slice(0, 2).map(romanKey).join(' ')}`);
    } else {
      const core = tokens.filter((token) => !isSort(token));
      keys.add(`${profile.class} ${core.length === 0 ? tokens.join('') : core.map(romanKey).join('')}`);
      // "Sarrow Strait", "Strait of Sarrow".
      keys.add(
        `${profile.class} words ${core
          .filter((token) => !FUNCTION_WORDS.has(token))
          .sort()
          .join(' ')}`,
      );
      const first = core[0];
      if (first !== undefined) for (const key of soundKeys(first)) keys.add(`${profile.class} ${core.length} ${key}`);
    }
  }
  return [...keys];
};

const finer = (profile: Named, key: string): string => {
  const initial = profile.names.map((name) => tokensOf(name, profile.class, false)[0]?.[0] ?? '').sort()[0] ?? '';
  return `${key} ${initial}`;
};

/** How near two sets are by their names. */
export type Likeness = { readonly relation: 'same' | 'variant' | 'sounds'; readonly reason: string };

/** Class and names of a set: all that likeness looks at. Sets with the same ones share the object. */
export type Named = Pick<Profile, 'class' | 'names'>;

/** Two sets with like names. */
export interface Like<Set> {
  readonly a: Set;
  readonly b: Set;
  readonly near: Likeness;
}

interface Block {
  readonly pairs: readonly Like<Named>[];
}

/** Finds which names are like which, run after run: only names that are new are compared. */
export class LikeNames {
  readonly #named = new Map<string, Named>();
  readonly #keys = new WeakMap<Named, readonly string[]>();
  readonly #blocks = new Kept<string, object, Block>();
  readonly #compared = new WeakMap<Named, Map<Named, Likeness | null>>();

  /** The names of a profile as the one object for all profiles with the same names. */
  namesOf({ class: kind, names }: Profile): Named {
    const key = `${kind}\n${names.join('\n')}`;
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    const made = { class: kind, names };
    this.#named.set(key, made);
    return made;
  }

  /** Pairs of names that are like each other, each once. */
  pairs(all: readonly Named[]): readonly Like<Named>[] {
    const blocks = new Map<string, Named[]>();
    const put = (key: string, one: Named): void => {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [one]);
      else block.push(one);
    };
    for (const one of all) for (const key of this.#keysOf(one)) put(key, one);
    for (const [key, block] of [...blocks]) {
      if (block.length <= LARGE_BLOCK) continue;
      blocks.delete(key);
      for (const one of block) put(finer(one, key), one);
    }
    this.#blocks.begin({});
    const found = new Map<Named, Set<Named>>();
    const pairs: Like<Named>[] = [];
    for (const [key, block] of blocks) {
      if (block.length < 2) continue;
      for (const pair of this.#blocks.of(key, block, () => ({ pairs: this.#pairsIn(block) })).pairs) {
        const known = found.get(pair.a) ?? new Set();
        if (known.has(pair.b)) continue;
        found.set(pair.a, known.add(pair.b));
        pairs.push(pair);
      }
    }
    return pairs;
  }

  /** How near a name is to itself: what several sets bear that were left apart on purpose. */
  ofItself(one: Named): Likeness {
    return this.#compare(one, one) ?? { relation: 'same', reason: 'the same name' };
  }

  #keysOf(one: Named): readonly string[] {
    const known = this.#keys.get(one);
    if (known !== undefined) return known;
    const made = blockKeys(one);
    this.#keys.set(one, made);
    return made;
  }

  #pairsIn(block: readonly Named[]): readonly Like<Named>[] {
    const pairs: Like<Named>[] = [];
    for (let at = 0; at < block.length; at++) {
      for (let other = at + 1; other < block.length; other++) {
        const [a, b] = [block[at], block[other]];
        if (a === undefined || b === undefined || a.class !== b.class) continue;
        const near = this.#compare(a, b);
        if (near !== null) pairs.push({ a, b, near });
      }
    }
    return pairs;
  }

  #compare(a: Named, b: Named): Likeness | null {
    const row = this.#compared.get(a) ?? new Map<Named, Likeness | null>();
    this.#compared.set(a, row);
    const known = row.get(b);
    if (known !== undefined) return known;
    const made = nearest(a, b);
    row.set(b, made);
    return made;
  }
}

/** Names without those that are the first letters of another of them: letters are shared by bodies that have nothing in common. */
const withoutLetters = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !names.some((other) => other !== name && isAcronymOf(name, other)));

/** The nearest of all pairs of names of two sets; null when none is near. */
const nearest = (a: Named, b: Named): Likeness | null => {
  let sounds: Likeness | null = null;
  for (const left of withoutLetters(a.names)) {
    for (const right of withoutLetters(b.names)) {
      const { relation, reason } = compareNames(a.class, left, right);
      if (relation === 'same' || relation === 'variant') return { relation, reason };
      if (relation === 'sounds') sounds ??= { relation, reason };
    }
  }
  return sounds;
};

/** A name that only sounds like another needs company in common and one thing more (rule S3). */
const isSupported = (support: Support, isPerson: boolean, shareGiven: boolean): boolean =>
  support.company >= 1 && (support.role || support.side || support.company >= 2 || (isPerson && shareGiven));

const shareFirstName = (a: Profile, b: Profile): boolean => {
  const firsts = new Set(a.names.map((name) => nameTokens(name)[0]));
  return b.names.some((name) => firsts.has(nameTokens(name)[0]));
};

/** Whether two sets are two: something speaks against them, or no name of one is near a name of the other. */
const areTwo = (clusters: Clusters, a: number, b: number): boolean => {
  const [left, right] = [clusters.profile(a), clusters.profile(b)];
  if (speaksAgainst(left, right) !== null) return true;
  return nearest(left, right) === null && !(left.class === 'person' && arePart(left, right));
};

/** Whether a name of one is a part of a name of the other: too little to tell them apart. */
const arePart = (a: Named, b: Named): boolean =>
  a.names.some((one) => b.names.some((other) => compareNames(a.class, one, other).relation === 'partial'));

/**
 * Tells whether another set is as near to `a` and cannot be `b`: then it cannot be told which of them is meant ("A. Lanin",
 * where there are Ana and Alma).
 */
const rivals = (clusters: Clusters, edges: readonly Edge[]): ((a: number, b: number) => boolean) => {
  const near = new Map<number, Set<number>>();
  const link = (from: number, to: number): void => {
    near.set(from, (near.get(from) ?? new Set<number>()).add(to));
  };
  for (const { a, b } of edges) {
    link(clusters.root(a), clusters.root(b));
    link(clusters.root(b), clusters.root(a));
  }
  // Asked before any of these edges is joined: the order of joining must not decide who has a rival.
  return (a, b) => {
    const [from, to] = [clusters.root(a), clusters.root(b)];
    return [...(near.get(from) ?? [])].some((other) => other !== to && other !== from && areTwo(clusters, other, to));
  };
};

/** Sets with the same name that were left apart on purpose: homonyms, offices of several states. */
const areHomonyms = (clusters: Clusters, a: number, b: number): boolean => {
  const keys = new Set(clusters.members(a).map((member) => clusters.local(member).key));
  return clusters.members(b).some((member) => keys.has(clusters.local(member).key));
};

/**
 * Named side by side in one document as two, though a name of one alone might be short for the other's: "Halden" and "Halden
 * Holding", "Jonas Voss" and "Jonas Voss-Lie". A sort of body, or a second surname, that one of them lacks tells them apart there,
 * where a document that names one alone may leave it out.
 */
const areSideBySide = (clusters: Clusters, a: number, b: number): boolean => {
  const [left, right] = [clusters.profile(a), clusters.profile(b)];
  const { class: kind } = left;
  if ((kind !== 'organization' && kind !== 'person') || !shareLeaf(left, right)) return false;
  if ([a, b].some((set) => clusters.members(set).some((member) => clusters.local(member).isOutlet))) return false;
  const words = (name: string): string => tokensOf(name, kind, false).join(' ');
  const isLonger = (long: string, short: string): boolean => words(long).startsWith(`${words(short)} `);
  return left.names.every((one) => right.names.every((other) => isLonger(one, other) || isLonger(other, one)));
};

type Edge = Like<number>;

const joinSpelt = (clusters: Clusters, edges: readonly Edge[]): void => {
  const hasOther = rivals(clusters, edges);
  const sure = edges.filter(
    ({ a, b }) => !areHomonyms(clusters, a, b) && !areSideBySide(clusters, a, b) && !hasOther(a, b) && !hasOther(b, a),
  );
  for (const { a, b, near } of sure) clusters.joinUnlessAgainst(a, b, `S2: ${near.reason}`);
};

/**
 * Joins sets whose full names are spellings of one name (rule S2), then those whose names sound alike and whom other
 * evidence joins, where only one bearer is in question (rule S3).
 *
 * @param edges Pairs of sets with like names; smaller first, in order.
 */
export const joinLikeNames = (clusters: Clusters, edges: readonly Edge[], company: Company): void => {
  const inOrder = edges.toSorted((x, y) => byText(x.near.reason, y.near.reason) || x.a - y.a || x.b - y.b);
  const variants = inOrder.filter(({ near }) => near.relation !== 'sounds');
  const isWhole = (set: number): boolean =>
    clusters.profile(set).names.every((name) => !/(?:^|\s)\p{Lu}\.?(?=\s|$|\p{Lu}\.)/u.test(name));
  // Names written out first: an initial fits all spellings of one given name, once they are known to be one.
  const [whole, short] = [
    variants.filter(({ a, b }) => isWhole(a) && isWhole(b)),
    variants.filter(({ a, b }) => !isWhole(a) || !isWhole(b)),
  ];
  joinSpelt(clusters, whole);
  joinSpelt(clusters, short);
  const unsure = inOrder.filter(
    ({ a, b, near }) => near.relation === 'sounds' && clusters.root(a) !== clusters.root(b),
  );
  const hasRival = rivals(clusters, unsure);
  // Judged on the sets as they stand now, then joined: the order of joining must not decide who has a rival.
  const sure = unsure.flatMap(({ a, b, near: likeness }) => {
    const [left, right] = [clusters.profile(a), clusters.profile(b)];
    const support = supportFor(company, left, right);
    const isPerson = left.class === 'person';
    // One text that writes two full names means two persons: the president and his predecessor.
    if (isPerson && support.sameDocument) return [];
    if (!isSupported(support, isPerson, shareFirstName(left, right))) return [];
    return hasRival(a, b) || hasRival(b, a) ? [] : [{ a, b, reason: `S3: ${likeness.reason}; ${support.words}` }];
  });
  for (const { a, b, reason } of sure) clusters.joinUnlessAgainst(a, b, reason);
};

import { byText } from '../model/index.ts';
import {
  BODY_SORTS,
  FUNCTION_WORDS,
  givenNameKeys,
  nameTokens,
  ORGANIZATION_SORTS,
  OUTLET_SORTS,
  romanKey,
  soundKeys,
} from '../text/index.ts';
import type { Clusters } from './clusters.ts';
import type { Company } from './company.ts';
import { tokensOf } from './local-entities.ts';
import { compareNames, type Profile, speaksAgainst } from './profile.ts';
import { type Support, supportFor } from './support.ts';

/** Blocks larger than this are halved by a further key, so that a common surname does not compare everyone with everyone. */
const LARGE_BLOCK = 150;

const isSort = (token: string): boolean =>
  ORGANIZATION_SORTS.has(token) || OUTLET_SORTS.has(token) || BODY_SORTS.has(token);

/** Keys under which sets with like names meet: never compared are those that share none. */
const blockKeys = (profile: Profile): readonly string[] => {
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

const finer = (profile: Profile, key: string): string => {
  const initial = profile.names.map((name) => tokensOf(name, profile.class, false)[0]?.[0] ?? '').sort()[0] ?? '';
  return `${key} ${initial}`;
};

/** Pairs of sets that share a key, each once, smaller first. */
const candidatePairs = (clusters: Clusters, roots: readonly number[]): readonly (readonly [number, number])[] => {
  const blocks = new Map<string, number[]>();
  const put = (key: string, root: number): void => {
    const block = blocks.get(key) ?? [];
    block.push(root);
    blocks.set(key, block);
  };
  for (const root of roots) for (const key of blockKeys(clusters.profile(root))) put(key, root);
  for (const [key, block] of [...blocks]) {
    if (block.length <= LARGE_BLOCK) continue;
    blocks.delete(key);
    for (const root of block) put(finer(clusters.profile(root), key), root);
  }
  const pairs = new Set<string>();
  const found: (readonly [number, number])[] = [];
  for (const block of blocks.values()) {
    for (let a = 0; a < block.length; a++) {
      for (let b = a + 1; b < block.length; b++) {
        const [left, right] = [block[a] ?? 0, block[b] ?? 0];
        const key = `${left} ${right}`;
        if (pairs.has(key)) continue;
        pairs.add(key);
        found.push([left, right]);
      }
    }
  }
  return found;
};

type Likeness = { readonly relation: 'same' | 'variant' | 'sounds'; readonly reason: string };

/** The nearest of all pairs of names of two sets; null when none is near. */
const nearest = (a: Profile, b: Profile): Likeness | null => {
  let sounds: Likeness | null = null;
  for (const left of a.names) {
    for (const right of b.names) {
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
  return speaksAgainst(left, right) !== null || nearest(left, right) === null;
};

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

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly near: Likeness;
}

/**
 * Joins sets whose full names are spellings of one name (rule S2), then those whose names sound alike and whom other
 * evidence joins, where only one bearer is in question (rule S3).
 */
export const joinLikeNames = (clusters: Clusters, company: Company): void => {
  const roots = clusters.roots().filter((root) => clusters.profile(root).names.length > 0);
  const edges = candidatePairs(clusters, roots).flatMap(([a, b]): readonly Edge[] => {
    const [left, right] = [clusters.profile(a), clusters.profile(b)];
    const near = left.class === right.class ? nearest(left, right) : null;
    return near === null ? [] : [{ a, b, near }];
  });
  const inOrder = edges.toSorted((x, y) => byText(x.near.reason, y.near.reason) || x.a - y.a || x.b - y.b);
  const variants = inOrder.filter(({ near }) => near.relation !== 'sounds');
  const hasOther = rivals(clusters, variants);
  const spelt = variants.filter(({ a, b }) => !areHomonyms(clusters, a, b) && !hasOther(a, b) && !hasOther(b, a));
  for (const { a, b, near } of spelt) clusters.joinUnlessAgainst(a, b, `S2: ${near.reason}`);
  const unsure = inOrder.filter(
    ({ a, b, near }) => near.relation === 'sounds' && clusters.root(a) !== clusters.root(b),
  );
  const hasRival = rivals(clusters, unsure);
  // Judged on the sets as they stand now, then joined: the order of joining must not decide who has a rival.
  const sure = unsure.flatMap(({ a, b, near: likeness }) => {
    const [left, right] = [clusters.profile(a), clusters.profile(b)];
    const support = supportFor(clusters, company, a, b);
    const isPerson = left.class === 'person';
    if (!isSupported(support, isPerson, shareFirstName(left, right))) return [];
    return hasRival(a, b) || hasRival(b, a) ? [] : [{ a, b, reason: `S3: ${likeness.reason}; ${support.words}` }];
  });
  for (const { a, b, reason } of sure) clusters.joinUnlessAgainst(a, b, reason);
};

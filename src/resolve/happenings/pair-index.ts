import { areSameObjects } from '../../model/index.ts';
import type { CaseLore, Viewed } from './case-lore.ts';
import { byExactness, clusterClaims, type Group, type Pair, PairJudge } from './cluster-claims.ts';
import type { Grouping } from './judgement.ts';

/** A key that more claims than this have tells little: those meet only who have a second thing in common. */
const MOST_UNDER_KEY = 60;
/** Claims under two keys that are both common are compared with so many that are next by date. */
const NEXT = 12;

/** Claims under one key, by id, and the likely pairs among them. */
interface Bucket {
  readonly members: readonly Viewed[];
  readonly pairs: readonly Pair[];
}

interface Component {
  readonly heads: readonly Viewed[];
  readonly sources: readonly (readonly Pair[])[];
  readonly groups: readonly Group[];
}

/**
 * Groups the claims of one family, run after run.
 *
 * Claims that share a key are compared, those that are likely of one thing are paired, and what hangs together by pairs is
 * grouped by itself. Only keys whose claims have changed are compared anew, only what hangs together otherwise is grouped anew.
 */
export class FamilyGrouper {
  readonly #grouping: Grouping;
  #buckets: ReadonlyMap<string, Bucket> = new Map();
  #components: ReadonlyMap<Viewed, Component> = new Map();
  #keys = new WeakMap<Viewed, readonly string[]>();
  #seconds = new WeakMap<Viewed, readonly string[]>();

  constructor(grouping: Grouping) {
    this.#grouping = grouping;
  }

  /** @param heads By id. */
  group(heads: readonly Viewed[], lore: CaseLore): readonly Group[] {
    const judge = new PairJudge(this.#grouping, lore);
    const sources = this.#findPairs(heads, lore, judge);
    const parts = partsOf(heads, sources);
    const components = new Map<Viewed, Component>();
    const groups: Group[] = [];
    for (const part of parts) {
      const [first] = part.heads;
      if (first === undefined) continue;
      const before = this.#components.get(first);
      const isSame =
        before !== undefined &&
        areSameObjects(before.heads, part.heads) &&
        areSameObjects(before.sources, part.sources);
      const now = isSame
        ? before
        : { ...part, groups: clusterClaims(part.heads, pairsOf(part), this.#grouping, judge) };
      components.set(first, now);
      for (const group of now.groups) groups.push(group);
    }
    this.#components = components;
    return groups;
  }

  #findPairs(heads: readonly Viewed[], lore: CaseLore, judge: PairJudge): readonly (readonly Pair[])[] {
    const before = this.#buckets;
    const now = new Map<string, Bucket>();
    const sources: (readonly Pair[])[] = [];
    const take = (key: string, members: readonly Viewed[]): void => {
      if (members.length < 2) return;
      const known = before.get(key);
      const bucket =
        known !== undefined && areSameObjects(known.members, members)
          ? known
          : { members, pairs: pairsAmong(members, known, judge) };
      now.set(key, bucket);
      if (bucket.pairs.length > 0) sources.push(bucket.pairs);
    };
    const common: [key: string, members: readonly Viewed[]][] = [];
    for (const [key, members] of bucketsOf(heads, (head) => this.#keysOf(head, lore)))
      if (members.length > MOST_UNDER_KEY) common.push([key, members]);
      else take(key, members);
    const isCommon = new Set(common.map(([key]) => key));
    for (const [key, members] of common) {
      const seconds = bucketsOf(members, (head) => [
        // What two rare keys bring together has met already.
        ...this.#keysOf(head, lore).filter((other) => other > key && isCommon.has(other)),
        ...this.#secondsOf(head),
      ]);
      for (const [second, own] of seconds) take(`${key}\n${second}`, own);
    }
    this.#buckets = now;
    return sources;
  }

  #keysOf(head: Viewed, lore: CaseLore): readonly string[] {
    const known = this.#keys.get(head);
    if (known !== undefined) return known;
    const { roles, origins } = head.claim;
    // Beside what a family goes by: whoever fills any role, and whom it comes from.
    const made = [
      ...new Set([
        ...this.#grouping.keys(head.claim, lore),
        ...Object.values(roles).flatMap((fillers) => fillers.flatMap(({ entity }) => entity ?? [])),
        ...origins.map((origin) => `from ${origin}`),
      ]),
    ];
    this.#keys.set(head, made);
    return made;
  }

  #secondsOf(head: Viewed): readonly string[] {
    const known = this.#seconds.get(head);
    if (known !== undefined) return known;
    const { date, document } = head.claim;
    const made = [`in ${document}`];
    if (date !== null) made.push(`when ${date.slice(0, 7)}`);
    this.#seconds.set(head, made);
    return made;
  }
}

const bucketsOf = (
  heads: readonly Viewed[],
  keysOf: (head: Viewed) => readonly string[],
): ReadonlyMap<string, readonly Viewed[]> => {
  const buckets = new Map<string, Viewed[]>();
  for (const head of heads)
    for (const key of keysOf(head)) {
      const known = buckets.get(key);
      if (known === undefined) buckets.set(key, [head]);
      else known.push(head);
    }
  return buckets;
};

/** The likely pairs under one key; those of two that were there before are known. */
const pairsAmong = (members: readonly Viewed[], before: Bucket | undefined, judge: PairJudge): readonly Pair[] => {
  const pairs: Pair[] = [];
  const compare = (a: Viewed, b: Viewed): void => {
    const pair = judge.pair(a, b);
    if (pair !== null) pairs.push(pair);
  };
  if (members.length > MOST_UNDER_KEY) {
    const inOrder = [...members].sort(byExactness);
    for (const [at, a] of inOrder.entries()) for (const b of inOrder.slice(at + 1, at + 1 + NEXT)) compare(a, b);
    return pairs;
  }
  const now = new Set(members);
  const isWhole = before !== undefined && before.members.length <= MOST_UNDER_KEY;
  const known = new Set(isWhole ? before.members.filter((member) => now.has(member)) : []);
  if (isWhole) for (const pair of before.pairs) if (known.has(pair.a) && known.has(pair.b)) pairs.push(pair);
  for (const [at, a] of members.entries())
    for (let next = at + 1; next < members.length; next++) {
      const b = members[next];
      if (b !== undefined && !(known.has(a) && known.has(b))) compare(a, b);
    }
  return pairs;
};

interface Part {
  readonly heads: Viewed[];
  /** Lists of pairs that hold pairs of it. */
  readonly sources: (readonly Pair[])[];
}

/** What hangs together by pairs. */
const partsOf = (heads: readonly Viewed[], sources: readonly (readonly Pair[])[]): Iterable<Part> => {
  const above = new Map<Viewed, Viewed>();
  const rootOf = (head: Viewed): Viewed => {
    let root = head;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    for (let at = head; at !== root; ) {
      const next = above.get(at) ?? root;
      above.set(at, root);
      at = next;
    }
    return root;
  };
  for (const pairs of sources)
    for (const { a, b } of pairs) {
      const [one, other] = [rootOf(a), rootOf(b)];
      if (one !== other) above.set(one, other);
    }
  const parts = new Map<Viewed, Part>();
  for (const head of heads) {
    const root = rootOf(head);
    const known = parts.get(root);
    if (known === undefined) parts.set(root, { heads: [head], sources: [] });
    else known.heads.push(head);
  }
  for (const pairs of sources)
    for (const { a } of pairs) {
      const part = parts.get(rootOf(a));
      if (part !== undefined && part.sources.at(-1) !== pairs) part.sources.push(pairs);
    }
  return parts.values();
};

function* pairsOf({ heads, sources }: Part): Iterable<Pair> {
  const own = new Set(heads);
  for (const pairs of sources) for (const pair of pairs) if (own.has(pair.a)) yield pair;
}

import { Kept } from '../model/index.ts';
import { Clusters } from './clusters.ts';
import { chainKey, joinJudged } from './decisions/join-judged.ts';
import type { JudgedChains } from './decisions/judged-chains.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { LocalEntity } from './local-entities.ts';
import type { NameSet } from './name-set.ts';

/** Two sets that a pass would join, with why: one text, or what the pass needs to judge. */
export interface Link<Why> {
  readonly a: NameSet;
  readonly b: NameSet;
  readonly why: Why;
}

/** Joins the sets of one component as a pass says; members stand for sets. */
export type JoinLinked<Why> = (
  clusters: Clusters,
  links: readonly { readonly a: number; readonly b: number; readonly why: Why }[],
) => void;

/** What the passes know of the whole pile. */
export interface PassContext {
  /** The place of a local in the order of the pile. */
  readonly order: (local: LocalEntity) => number;
  readonly judged: readonly JudgedChains[];
}

/**
 * One pass over sets, run after run. What it would join falls into components that do not touch each other; each is joined by
 * itself, as if there were nothing else, and only those in which a set or a link changed are joined anew.
 */
export class LinkedJoiner<Why> {
  readonly #kept = new Kept<LocalEntity, object, readonly NameSet[]>();

  /**
   * @param sets In the order of the pile.
   * @param links In the order in which they are to be joined.
   * @returns The sets after joining, in no order; those that nothing was linked to are the same objects.
   */
  join(
    sets: readonly NameSet[],
    links: readonly Link<Why>[],
    context: PassContext,
    join: JoinLinked<Why>,
  ): readonly NameSet[] {
    this.#kept.begin({});
    const all = [...links, ...judgedLinks(sets, context.judged)];
    if (all.length === 0) return sets;
    const linked = [...new Set(all.flatMap(({ a, b }) => [a, b]))];
    const numbers = new Map(linked.map((set, number) => [set, number]));
    const parts = new DisjointSets(linked.length);
    for (const { a, b } of all) parts.join(numbers.get(a) ?? 0, numbers.get(b) ?? 0);
    const linksOf = new Map<number, Link<Why>[]>();
    for (const link of links) {
      const part = parts.find(numbers.get(link.a) ?? 0);
      const known = linksOf.get(part);
      if (known === undefined) linksOf.set(part, [link]);
      else known.push(link);
    }
    const joined = parts.groups().flatMap((group) => {
      const own = group.flatMap((number) => linked[number] ?? []);
      const first = own[0]?.members[0];
      if (first === undefined) return [];
      const part = linksOf.get(parts.find(group[0] ?? 0)) ?? [];
      const inputs = [...own, ...part.flatMap(({ a, b, why }) => [a, b, why]), ...context.judged];
      return this.#kept.of(first, inputs, () => joinPart(own, part, context, join));
    });
    return [...sets.filter((set) => !numbers.has(set)), ...joined];
  }
}

const joinPart = <Why>(
  sets: readonly NameSet[],
  links: readonly Link<Why>[],
  { order, judged }: PassContext,
  join: JoinLinked<Why>,
): readonly NameSet[] => {
  const { clusters, memberOf } = Clusters.of(sets, order);
  joinJudged(clusters, clusters.locals, judged);
  join(
    clusters,
    links.map(({ a, b, why }) => {
      const [left, right] = [memberOf(a), memberOf(b)];
      return { a: Math.min(left, right), b: Math.max(left, right), why };
    }),
  );
  const after = clusters.sets();
  // Where nothing was joined the sets stay what they were.
  return after.length === sets.length ? sets : after;
};

/** Chains that people judged keep sets apart in every pass, so they are looked at together. */
const judgedLinks = (
  sets: readonly NameSet[],
  judged: readonly JudgedChains[],
): readonly { readonly a: NameSet; readonly b: NameSet }[] => {
  if (judged.length === 0) return [];
  const wanted = new Set(judged.flatMap(({ a, b }) => [chainKey(a), chainKey(b)]));
  const found = new Map<string, NameSet>();
  for (const set of sets) {
    for (const { leaf, chain } of set.members) {
      const key = chain === null ? '' : chainKey({ leaf, chain });
      if (wanted.has(key)) found.set(key, set);
    }
  }
  return judged.flatMap(({ a, b }) => {
    const [left, right] = [found.get(chainKey(a)), found.get(chainKey(b))];
    return left === undefined || right === undefined || left === right ? [] : [{ a: left, b: right }];
  });
};

import { byText, contentId, type Entity, type Evidence, MentionType } from '../model/index.ts';
import { Clusters } from './clusters.ts';
import { dropCommonWords } from './common-words.ts';
import { Company } from './company.ts';
import { chainKey, joinJudged } from './decisions/join-judged.ts';
import type { JudgedChains } from './decisions/judged-chains.ts';
import { namesOf, shownName } from './entity-names.ts';
import { joinLikeNames } from './join-like-names.ts';
import { joinSameNames } from './join-same-names.ts';
import { joinShortNames } from './join-short-names.ts';
import { givenNamesAlone, joinSurnames } from './join-surnames.ts';
import { type LocalEntity, localEntities } from './local-entities.ts';
import { evidenceAt, inPlaceOrder, type Leaf } from './pile.ts';
import { settleClasses } from './settle-classes.ts';

/** A bearer of names across the pile. */
export interface Bearer {
  /** Null when no document's text names it, so that nothing can be shown for it: an outlet known from metadata alone. */
  readonly entity: Entity | null;
  readonly id: string;
  readonly name: string;
  readonly locals: readonly LocalEntity[];
}

/** Who and what there is, and which chain of which document denotes whom. */
export interface Bearers {
  readonly bearers: readonly Bearer[];
  /** The bearer of a chain of a document (by its id); null when the chain names nobody. */
  readonly ofChain: (document: string, chain: number) => Bearer | null;
  /** The bearer of a local handed in beside the chains. */
  readonly ofLocal: (local: LocalEntity) => Bearer | null;
  /** Decisions that cannot hold beside one that keeps apart, with why (rule D5). */
  readonly overruled: ReadonlyMap<string, string>;
}

const group = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item)) ?? [];
    known.push(item);
    groups.set(keyOf(item), known);
  }
  return groups;
};

const typeOf = (locals: readonly LocalEntity[]): MentionType => {
  const votes = new Map<MentionType, number>();
  for (const local of locals) for (const [type, count] of local.types) votes.set(type, (votes.get(type) ?? 0) + count);
  const ranked = MentionType.options.toSorted((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0));
  return ranked[0] ?? 'organization';
};

const build = (
  leaves: ReadonlyMap<string, Leaf>,
  locals: readonly LocalEntity[],
  id: string,
  name: string,
  reasons: readonly string[],
): Entity | null => {
  const documents = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort(byText);
  const at = (leaf: string, span: readonly [number, number] | null): readonly Evidence[] => {
    const from = leaves.get(leaf);
    const evidence = from === undefined || span === null ? null : evidenceAt(from, span);
    return evidence === null ? [] : [evidence];
  };
  const evidence = inPlaceOrder(locals.flatMap((local) => local.names.flatMap((one) => at(local.leaf, one.span))));
  if (evidence.length === 0) return null;
  const descriptions = group(
    locals.flatMap((local) => local.descriptions.map((text) => ({ text, leaf: local.leaf }))),
    (one) => one.text,
  );
  const roles = group(
    locals.flatMap((local) => local.roles.map((role) => ({ ...role, leaf: local.leaf }))),
    (one) => one.text,
  );
  return {
    id,
    type: typeOf(locals),
    name,
    names: namesOf(locals).map((one) => ({ text: one.text, documents: documents(one.leaves), count: one.count })),
    descriptions: [...descriptions.entries()]
      .map(([text, where]) => ({ text, documents: documents(where.map((one) => one.leaf)) }))
      .sort((a, b) => byText(a.text, b.text)),
    roles: [...roles.entries()]
      .map(([text, where]) => ({
        text,
        documents: documents(where.map((one) => one.leaf)),
        evidence: inPlaceOrder(where.flatMap((one) => at(one.leaf, one.span))),
      }))
      .sort((a, b) => byText(a.text, b.text)),
    sides: [...new Set(locals.flatMap((local) => local.sides))].sort(byText),
    sourceReliability: null,
    reasons,
    evidence,
  };
};

/** The smallest document and chain of some locals: tells two bearers of one name apart, the same way each time. */
const firstPlace = (locals: readonly LocalEntity[]): string =>
  locals.map((local) => `${local.leaf} ${local.chain ?? local.key}`).sort(byText)[0] ?? '';

/**
 * Joins the named chains of all documents, and the outlets beside them, to bearers (rules S1 to S7).
 *
 * @param outlets Outlets that documents name outside their chains.
 * @param judged What people decided of chains, what keeps apart first; goes before all that names say (rule D5).
 */
export const resolveEntities = (
  pile: readonly Leaf[],
  outlets: readonly LocalEntity[],
  judged: readonly JudgedChains[] = [],
): Bearers => {
  const named = pile.flatMap(localEntities);
  const locals = settleClasses(pile, [...dropCommonWords(pile, named), ...outlets]);
  const isGivenNameAlone = givenNamesAlone(locals);
  const clusters = new Clusters(locals);
  const company = new Company(locals);
  const { described, overruled } = joinJudged(clusters, locals, judged);
  joinSameNames(clusters, locals, company);
  joinLikeNames(clusters, company);
  joinSurnames(clusters, locals, company);
  joinShortNames(clusters, locals, company);

  const sets = clusters.roots().flatMap((root) => {
    const members = clusters.members(root).map((member) => clusters.local(member));
    if (members.every(isGivenNameAlone)) return [];
    const first = members[0];
    if (first === undefined) return [];
    const name = shownName(namesOf(members), first.class);
    return [{ members, name, reasons: clusters.reasons(root), kind: first.class, key: `${first.class} ${name}` }];
  });
  const sameName = group(sets, (set) => set.key);
  const leaves = new Map(pile.map((leaf) => [leaf.document.id, leaf]));
  const bearers = sets.map(({ members, name, reasons, kind, key }): Bearer => {
    const isOnly = (sameName.get(key)?.length ?? 0) === 1;
    const id = isOnly ? contentId('entity', kind, name) : contentId('entity', kind, name, firstPlace(members));
    return { entity: build(leaves, members, id, name, reasons), id, name, locals: members };
  });
  const byLocal = new Map<LocalEntity, Bearer>();
  const byChain = new Map<string, Bearer>();
  for (const bearer of bearers) {
    for (const local of bearer.locals) {
      byLocal.set(local, bearer);
      if (local.chain !== null) byChain.set(chainKey({ leaf: local.leaf, chain: local.chain }), bearer);
    }
  }
  for (const [key, local] of described) {
    const bearer = byLocal.get(local);
    if (bearer !== undefined) byChain.set(key, bearer);
  }
  return {
    bearers: bearers.toSorted((a, b) => byText(a.id, b.id)),
    ofChain: (leaf, chain) => byChain.get(chainKey({ leaf, chain })) ?? null,
    ofLocal: (local) => byLocal.get(local) ?? null,
    overruled,
  };
};

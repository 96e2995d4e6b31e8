import { byText, contentId, type Entity, type Evidence, Kept, MentionType, Steady } from '../model/index.ts';
import { chainKey } from './decisions/join-judged.ts';
import type { JudgedChains } from './decisions/judged-chains.ts';
import { namesOf, shownName } from './entity-names.ts';
import { SetJoiner } from './join-sets.ts';
import { type LocalEntity, singleName } from './local-entities.ts';
import { NamePool } from './name-pool.ts';
import type { NameSet } from './name-set.ts';
import { evidenceAt, inPlaceOrder, type Leaf } from './pile.ts';

/**
 * A bearer of names across the pile: what a document's rules learn of it. It stays the same object while further documents name
 * it, so that what hangs on it need not be made again.
 */
export interface Bearer {
  readonly id: string;
  readonly name: string;
  /** Null when no document's text names it, so that nothing can be shown for it: an outlet known from metadata alone. */
  readonly entity: Pick<Entity, 'id' | 'type'> | null;
}

/** A bearer with all that names it. */
export interface WholeBearer {
  readonly id: string;
  readonly entity: Entity | null;
  readonly locals: readonly LocalEntity[];
}

/** Who and what there is, and which chain of which document denotes whom. */
export interface Bearers {
  /** Ordered by id. */
  readonly bearers: readonly Bearer[];
  /** All that is known of a bearer. */
  readonly wholeOf: (bearer: Bearer) => WholeBearer;
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
  // Producers and sponsors are no part of what is told.
  if (locals.every(({ isAside }) => isAside)) return null;
  const documents = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort(byText);
  const at = (leaf: string, span: readonly [number, number] | null): readonly Evidence[] => {
    const from = leaves.get(leaf);
    const evidence = from === undefined || span === null ? null : evidenceAt(from, span);
    return evidence === null ? [] : [evidence];
  };
  const evidence = inPlaceOrder(
    locals.flatMap((local) =>
      local.names.flatMap((one) => [one.span, ...one.otherwise].flatMap((span) => at(local.leaf, span))),
    ),
  );
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
    reasons: [...new Set([...reasons, ...sameNameReasons(locals)])].sort(),
    evidence,
  };
};

/** Why locals of one name are one without any rule that says more: once for each name, with the number of documents. */
const sameNameReasons = (locals: readonly LocalEntity[]): readonly string[] =>
  [...group(locals, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same;
    const count = new Set(same.map(({ leaf }) => leaf)).size;
    const name = first?.names[0]?.text ?? '';
    // A surname alone has a reason of its own (rule S5).
    if (first === undefined || count < 2 || (first.class === 'person' && singleName(name) !== null)) return [];
    return first.isOffice && first.sides.length > 0
      ? [`S4: “${name}”: the same office of the same side in ${count} documents`]
      : [`S2: “${name}”: the same name in ${count} documents`];
  });

/** The smallest document and chain of some locals: tells two bearers of one name apart, the same way each time. */
const firstPlace = (locals: readonly LocalEntity[]): string =>
  locals.map((local) => `${local.leaf} ${local.chain ?? local.key}`).sort(byText)[0] ?? '';

/** What a set is called, worked out once. */
interface Called {
  readonly name: string;
  readonly kind: LocalEntity['class'];
  readonly key: string;
}

/**
 * Joins the named chains of all documents, and the outlets beside them, to bearers (rules S1 to S7), run after run: what a
 * further document does not touch is not joined anew.
 */
export class EntityResolver {
  readonly #names = new NamePool();
  readonly #sets = new SetJoiner();
  readonly #called = new WeakMap<NameSet, Called>();
  readonly #whole = new Kept<NameSet, object, WholeBearer>();
  readonly #bearers = new Steady<string, Bearer>();

  /**
   * @param outlets Outlets that each document names outside its chains.
   * @param judged What people decided of chains, what keeps apart first; goes before all that names say (rule D5).
   */
  resolve(
    pile: readonly Leaf[],
    outlets: readonly (readonly LocalEntity[])[],
    judged: readonly JudgedChains[] = [],
  ): Bearers {
    const pool = this.#names.settle(pile, outlets);
    const { sets, described, overruled } = this.#sets.join(pool, judged);
    const borne = sets.filter(({ members }) => !members.every(pool.isGivenNameAlone));
    const bearersOf = new Map<string, number>();
    for (const set of borne) {
      const { key } = this.#call(set);
      bearersOf.set(key, (bearersOf.get(key) ?? 0) + 1);
    }
    const leaves = new Map(pile.map((leaf) => [leaf.document.id, leaf]));
    this.#whole.begin({});
    this.#bearers.begin();
    const whole = new Map<Bearer, WholeBearer>();
    const byLocal = new Map<LocalEntity, Bearer>();
    for (const set of borne) {
      const { name, kind, key } = this.#call(set);
      const isOnly = bearersOf.get(key) === 1;
      const one = this.#whole.of(set, [isOnly], () => {
        const id = isOnly ? contentId('entity', kind, name) : contentId('entity', kind, name, firstPlace(set.members));
        return { id, entity: build(leaves, set.members, id, name, set.reasons), locals: set.members };
      });
      const bearer = this.#bearers.put(one.id, {
        id: one.id,
        name,
        entity: one.entity === null ? null : { id: one.id, type: one.entity.type },
      });
      whole.set(bearer, one);
      for (const local of set.members) byLocal.set(local, bearer);
    }
    const byChain = new Map<string, Bearer>();
    for (const [key, local] of described) {
      const bearer = byLocal.get(local);
      if (bearer !== undefined) byChain.set(key, bearer);
    }
    const ofLocal = (local: LocalEntity): Bearer | null => byLocal.get(local) ?? null;
    return {
      bearers: [...whole.keys()].sort((a, b) => byText(a.id, b.id)),
      wholeOf: (bearer) => whole.get(bearer) ?? NOBODY,
      ofChain: (document, chain) => {
        const local = pool.ofChain(document, chain);
        const named = local === null ? null : ofLocal(local);
        return byChain.size === 0 ? named : (byChain.get(chainKey({ leaf: document, chain })) ?? named);
      },
      ofLocal,
      overruled,
    };
  }

  #call(set: NameSet): Called {
    const known = this.#called.get(set);
    if (known !== undefined) return known;
    const kind = set.members[0]?.class ?? 'organization';
    const name = shownName(namesOf(set.members), kind);
    const made = { name, kind, key: `${kind} ${name}` };
    this.#called.set(set, made);
    return made;
  }
}

const NOBODY: WholeBearer = { id: '', entity: null, locals: [] };

import { byText, type Case, type Claim, type Happening, type Resolved, type Supposition } from '../model/index.ts';
import { foldName } from '../text/index.ts';

/** What a name of a source means in a case. */
export interface DroppedSource {
  /** As it was asked for. */
  readonly name: string;
  readonly origins: readonly string[];
  /** Outlets and named speakers. */
  readonly entities: readonly string[];
  /** Words for a source that is no entity ("two officials"), as chains have them. */
  readonly words: readonly string[];
  /** Documents that are of the outlet. */
  readonly documents: readonly string[];
}

/** What sources are looked for in. */
type Sourced = Pick<Resolved, 'documents' | 'origins' | 'entities' | 'claims'>;

/**
 * Finds what a name means as a source: an origin, an outlet, a person or body that speaks, an unnamed one by its words; by id or by name, whatever its case and accents.
 *
 * All lists are empty when nothing goes by the name.
 */
export const findSource = ({ documents, origins, entities, claims }: Sourced, name: string): DroppedSource => {
  const wanted = foldName(name);
  const isCalled = (item: { readonly id: string; readonly name: string }, more: readonly string[] = []): boolean =>
    item.id === name || (wanted !== '' && [item.name, ...more].some((one) => foldName(one) === wanted));
  const found = origins.filter((origin) => isCalled(origin));
  const bearers = new Set(found.flatMap(({ entity }) => entity ?? []));
  for (const entity of entities)
    if (
      isCalled(
        entity,
        entity.names.map(({ text }) => text),
      )
    )
      bearers.add(entity.id);
  // An outlet that was asked for by one of its names is an origin under another.
  const all = origins.filter(
    (origin) => found.includes(origin) || (origin.entity !== null && bearers.has(origin.entity)),
  );
  const names = new Set([...(wanted === '' ? [] : [wanted]), ...all.map((origin) => foldName(origin.name))]);
  for (const { id, name: own } of entities) if (bearers.has(id)) names.add(foldName(own));
  return {
    name,
    origins: all.map(({ id }) => id).sort(byText),
    entities: [...bearers].sort(byText),
    words: [
      ...new Set(
        claims.flatMap(({ chain }) =>
          chain.flatMap((link) =>
            link.entity === null && link.kind !== 'unknown' && names.has(foldName(link.name)) ? [link.name] : [],
          ),
        ),
      ),
    ].sort(byText),
    documents: documents
      .filter(
        ({ id, outlet }) => id === name || (outlet !== null && foldName(outlet) !== '' && names.has(foldName(outlet))),
      )
      .map(({ id }) => id)
      .sort(byText),
  };
};

/**
 * A case as it would be had nothing come through some sources (SPEC.md, rule W33): without the documents of such an outlet, without
 * every claim whose chain names it, and with its origin struck out; a claim that had no other origin goes.
 *
 * Pure; dropping a source twice is dropping it once, and the order does not matter. Who is who stays as it was worked out from all
 * documents: identity is no matter of trust. Give the result to `weigh` to have everything weighed anew.
 */
export const dropSources = (resolved: Resolved, dropped: readonly DroppedSource[]): Resolved => {
  const origins = new Set(dropped.flatMap((one) => one.origins));
  const entities = new Set(dropped.flatMap((one) => one.entities));
  const gone = new Set(dropped.flatMap((one) => one.documents));
  const words = new Set(dropped.flatMap((one) => one.words));
  if (origins.size + entities.size + gone.size + words.size === 0) return resolved;
  const kept = (ids: readonly string[]): readonly string[] =>
    ids.some((id) => origins.has(id)) ? ids.filter((id) => !origins.has(id)) : ids;
  for (const document of resolved.documents)
    if (document.origins.length > 0 && kept(document.origins).length === 0) gone.add(document.id);
  const isThrough = ({ chain, document }: Claim): boolean =>
    gone.has(document) || chain.some(({ entity, name }) => (entity === null ? words.has(name) : entities.has(entity)));
  const claims = resolved.claims.flatMap((claim): readonly Claim[] => {
    if (isThrough(claim)) return [];
    const left = kept(claim.origins);
    if (left === claim.origins) return [claim];
    return left.length === 0 ? [] : [{ ...claim, origins: left }];
  });
  const ids = new Set(claims.map(({ id }) => id));
  const own = (list: readonly string[]): readonly string[] =>
    list.every((id) => ids.has(id)) ? list : list.filter((id) => ids.has(id));
  return {
    ...resolved,
    documents: resolved.documents.flatMap((document) => {
      if (gone.has(document.id)) return [];
      const left = kept(document.origins);
      return left === document.origins
        ? [document]
        : [{ ...document, origins: left, chain: document.chain.filter(({ origin }) => !origins.has(origin)) }];
    }),
    origins: resolved.origins.flatMap((origin) => {
      if (origins.has(origin.id)) return [];
      return origin.documents.some((id) => gone.has(id))
        ? [{ ...origin, documents: origin.documents.filter((id) => !gone.has(id)) }]
        : [origin];
    }),
    claims,
    happenings: resolved.happenings.flatMap((happening): readonly Happening[] => {
      const left = own(happening.claims);
      return left === happening.claims ? [happening] : left.length === 0 ? [] : [{ ...happening, claims: left }];
    }),
    suppositions: resolved.suppositions.map((one) => ({
      ...one,
      cells: one.cells.flatMap((cell) => {
        const left = own(cell.claims);
        return left.length === 0 ? [] : [{ ...cell, claims: left }];
      }),
    })),
  };
};

/**
 * What `resolve` had handed on, taken back out of a case: for weighing anew without reading again. Only the reasons why claims were
 * taken as one are lost.
 */
export const resolvedOf = (made: Case): Resolved => {
  const { documents, origins, entities, claims, decisions } = made;
  const byEvent = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.event === null) continue;
    const known = byEvent.get(claim.event);
    if (known === undefined) byEvent.set(claim.event, [claim]);
    else known.push(claim);
  }
  const happenings = [...byEvent].map(
    ([id, own]): Happening => ({
      id,
      type: id.slice(0, id.lastIndexOf('-')),
      claims: own.map((claim) => claim.id).sort(byText),
      reasons: [],
    }),
  );
  const suppositions = made.hypotheses.map(
    ({ decision, text, by, cells }): Supposition => ({
      id: decision,
      text,
      by,
      cells: cells.flatMap((cell) =>
        cell.claims.map((claim) => ({
          claims: [claim],
          value: cell.value,
          reason: cell.reasons.join('; '),
          decisions: cell.decisions,
        })),
      ),
    }),
  );
  return {
    documents,
    origins,
    entities,
    claims: claims.map((claim) => ({ ...claim, relations: [] })),
    happenings: happenings.sort((a, b) => byText(a.id, b.id)),
    decisions,
    suppositions,
  };
};

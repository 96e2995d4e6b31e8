import { basename } from 'node:path';
import type { Entity } from '../../src/model/index.ts';
import type { KnownEntity } from './answers.ts';
import { fold, type Ground, type Score } from './ground.ts';

const KINDS: ReadonlySet<string> = new Set(['person', 'organization', 'publicBody']);

/** People and bodies: who is in the case, whether their spellings are together, and whether anybody is mixed. */
export const scoreEntities = (ground: Ground, matched: ReadonlyMap<string, readonly string[]>): readonly Score[] => {
  const known = ground.answers.entities.filter((entity) => KINDS.has(entity.type));
  const missing = known.filter((entity) => (matched.get(entity.id) ?? []).length === 0);
  const owners = new Map<string, Set<string>>();
  for (const [id, found] of matched)
    for (const entity of found) owners.set(entity, (owners.get(entity) ?? new Set()).add(id));
  const people = ground.case.entities.filter((entity) => KINDS.has(entity.type));
  // Outlets are listed as origins and with their documents, not among the entities.
  const outlets = new Set([
    ...ground.answers.origins.map((o) => fold(o.name)),
    ...ground.answers.documents.flatMap((d) => d.chain.map(fold)),
  ]);
  const isReal = (entity: Entity): boolean =>
    owners.has(entity.id) || entity.names.some((name) => outlets.has(fold(name.text)));
  const wrong = people.filter((entity) => !isReal(entity));
  const nobody = ground.answers.nobody.filter((one) =>
    ground.case.entities.some((entity) => entity.names.some((name) => fold(name.text) === fold(one.text))),
  );
  return [
    {
      kind: 'people and bodies',
      known: known.length,
      found: known.length - missing.length,
      made: people.length,
      right: people.length - wrong.length,
      shortfalls: [
        ...missing.map((entity) => `missed ${entity.type} ${entity.name}`),
        ...wrong.map((entity) => `not among the known: ${entity.type} ${entity.name}`),
      ],
    },
    ...scoreVariants(ground, matched, known),
    scoreOccurrences(ground, known),
    scoreMixed(ground, owners),
    {
      kind: 'nobodies in the case',
      known: 0,
      found: nobody.length,
      made: null,
      right: null,
      shortfalls: nobody.map((one) => `${one.text} (${one.document})`),
    },
  ];
};

/** Spellings that are with the entity that bears most of them: of all that the answers list, and of those that were read as a name. */
const scoreVariants = (
  ground: Ground,
  matched: ReadonlyMap<string, readonly string[]>,
  known: readonly KnownEntity[],
): readonly Score[] => {
  const entities = new Map(ground.case.entities.map((entity) => [entity.id, entity]));
  const read = namesRead(ground);
  const all = known.flatMap((entity) => {
    const best = entities.get((matched.get(entity.id) ?? [])[0] ?? '');
    const names = new Set(best === undefined ? [] : spellingsOf(best));
    return entity.names.map(({ text, documents }) => ({
      says: `${entity.name}: without "${text}"`,
      isRead: documents.some((path) => read.get(path)?.has(fold(text)) === true),
      isGathered: names.has(fold(text)),
    }));
  });
  const of = (kind: string, list: typeof all): Score => ({
    kind,
    known: list.length,
    found: list.filter((one) => one.isGathered).length,
    made: null,
    right: null,
    shortfalls: list.filter((one) => !one.isGathered).map((one) => one.says),
  });
  return [
    of('names gathered', all),
    of(
      'names gathered, of those read as a name',
      all.filter((one) => one.isRead),
    ),
  ];
};

/** What an entity is called: its names, and what its evidence quotes, which has the titles too ("President Vorin"). */
const spellingsOf = ({ names, evidence }: Pick<Entity, 'names' | 'evidence'>): readonly string[] => [
  ...names.map(({ text }) => fold(text)),
  ...evidence.map(({ quote }) => fold(quote)),
];

/** By file name: what the reading took for a name, folded, with and without its title. */
const namesRead = (ground: Ground): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    ground.documents.map((document) => {
      const mentions = ground.readings.find((one) => one.document.id === document.id)?.mentions ?? [];
      const names = mentions
        .filter((mention) => mention.form === 'name')
        .flatMap(({ start, end, head }) => [document.text.slice(start, end), document.text.slice(head[0], head[1])]);
      return [basename(document.path), new Set(names.map(fold))] as const;
    }),
  );

/**
 * B³ over pairs of (name, document): of all that stand with one in the case, how many should, and the other way round.
 *
 * Names that two known entities share in one document are left out. `right` and `found` are sums of shares, so not whole.
 */
const scoreOccurrences = (ground: Ground, known: readonly KnownEntity[]): Score => {
  const paths = new Map(ground.documents.map((document) => [document.id, basename(document.path)]));
  const gold = new Map<string, Set<string>>();
  for (const entity of known)
    for (const { text, documents } of entity.names)
      for (const path of documents) {
        const key = `${path}: ${fold(text)}`;
        gold.set(key, (gold.get(key) ?? new Set()).add(entity.id));
      }
  const found = new Map<string, { readonly entity: string; readonly count: number }>();
  for (const entity of ground.case.entities)
    for (const { text, documents, count } of entity.names)
      for (const id of documents) {
        const key = `${paths.get(id)}: ${fold(text)}`;
        const best = found.get(key);
        if (best === undefined || best.count < count) found.set(key, { entity: entity.id, count });
      }
  for (const entity of ground.case.entities)
    for (const { document, quote } of entity.evidence) {
      const key = `${paths.get(document)}: ${fold(quote)}`;
      if (!found.has(key)) found.set(key, { entity: entity.id, count: 0 });
    }
  const items = [...gold].flatMap(([key, ids]) => {
    const [id] = ids;
    return ids.size === 1 && id !== undefined ? [{ key, gold: id, found: found.get(key)?.entity ?? null }] : [];
  });
  const count = (ids: readonly (string | null)[]): ReadonlyMap<string | null, number> => {
    const counts = new Map<string | null, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const inGold = count(items.map((item) => item.gold));
  const inFound = count(items.map((item) => item.found));
  const inBoth = count(items.map((item) => `${item.gold} ${item.found}`));
  let right = 0;
  let reached = 0;
  const placed = items.filter((item) => item.found !== null);
  for (const item of placed) {
    const both = inBoth.get(`${item.gold} ${item.found}`) ?? 0;
    right += both / (inFound.get(item.found) ?? 1);
    reached += both / (inGold.get(item.gold) ?? 1);
  }
  return {
    kind: 'names in documents, B³',
    known: items.length,
    found: reached,
    made: placed.length,
    right,
    shortfalls: items.filter((item) => item.found === null).map((item) => `not in the case: ${item.key}`),
  };
};

const scoreMixed = (ground: Ground, owners: ReadonlyMap<string, ReadonlySet<string>>): Score => {
  const entities = new Map(ground.case.entities.map((entity) => [entity.id, entity]));
  const paths = new Map(ground.documents.map((document) => [document.id, basename(document.path)]));
  // Whom a name means is told document by document: of father and son one text calls each by the surname alone.
  const mixed = [...owners].filter(([id, ids]) => {
    const holders = (entities.get(id)?.names ?? []).flatMap(({ text, documents }) =>
      documents.map((document) => {
        const path = paths.get(document) ?? '';
        const isCalled = (known: string): boolean =>
          ground.answers.entities
            .find((one) => one.id === known)
            ?.names.some((name) => fold(name.text) === fold(text) && name.documents.includes(path)) === true;
        return new Set([...ids].filter(isCalled));
      }),
    );
    return holders.some((a) => holders.some((b) => a.size > 0 && b.size > 0 && ![...a].some((k) => b.has(k))));
  });
  return {
    kind: 'entities that mix two',
    known: 0,
    found: mixed.length,
    made: null,
    right: null,
    shortfalls: mixed.map(([id, ids]) => `${entities.get(id)?.name} mixes ${[...ids].join(', ')}`),
  };
};

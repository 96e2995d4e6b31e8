import type { Entity } from '../model/index.ts';
import type { Block, Cell, CellLine, Section } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { oneLine } from './words.ts';

interface Group {
  readonly title: string;
  readonly types: ReadonlySet<Entity['type']>;
  readonly isFolded: boolean;
}

const GROUPS: readonly Group[] = [
  { title: 'People', types: new Set(['person']), isFolded: false },
  { title: 'Public bodies', types: new Set(['publicBody']), isFolded: false },
  { title: 'Companies and organizations', types: new Set(['organization']), isFolded: false },
  { title: 'Groups', types: new Set(['group']), isFolded: true },
  { title: 'Plans, laws and contracts', types: new Set(['instrument']), isFolded: true },
  { title: 'Assets', types: new Set(['asset']), isFolded: true },
  { title: 'Places', types: new Set(['place', 'facility']), isFolded: true },
];
const OUTLETS = 'Outlets';

/** Who and what is spoken of: people first; whoever stands in most documents first. */
export const cast = (lookup: CaseLookup, book: NoteBook): Section => {
  const outlets = outletEntities(lookup);
  const blocks = [
    ...GROUPS.flatMap(({ title, types, isFolded }) => {
      const all = lookup.case.entities.filter((entity) => types.has(entity.type) && !outlets.has(entity.id));
      if (isFolded || all.length <= LIMITS.shortCast) return [people(all, title, isFolded, book)];
      // In a long cast those whom a single document names would bury the others.
      return [
        people(
          all.filter((entity) => documentsOf(entity) > 1),
          title,
          false,
          book,
        ),
        people(
          all.filter((entity) => documentsOf(entity) <= 1),
          `${title} named in one document only`,
          true,
          book,
        ),
      ];
    }),
    people(
      lookup.case.entities.filter((entity) => outlets.has(entity.id)),
      OUTLETS,
      true,
      book,
    ),
  ].filter((block) => block !== null);
  return {
    id: 'cast',
    title: 'Cast',
    lead: 'Names as the documents spell them, with how often; roles as the documents give them.',
    blocks: blocks.length > 0 ? blocks : [{ kind: 'plain', text: 'Nobody is named in these documents.' }],
  };
};

/** Entities that pass reporting on: they stand in a chain as an outlet, or are an origin that is one. */
const outletEntities = (lookup: CaseLookup): ReadonlySet<string> => {
  const { claims, origins } = lookup.case;
  return new Set([
    ...claims.flatMap(({ chain }) => chain.flatMap((link) => (link.kind === 'outlet' ? (link.entity ?? []) : []))),
    ...origins.flatMap((origin) => (origin.kind === 'outlet' ? (origin.entity ?? []) : [])),
  ]);
};

const documentsOf = (entity: Entity): number =>
  new Set([...entity.names.flatMap((name) => name.documents), ...entity.evidence.map((one) => one.document)]).size;

const timesOf = (entity: Entity): number => entity.names.reduce((sum, name) => sum + name.count, 0);

const people = (entities: readonly Entity[], title: string, isFolded: boolean, book: NoteBook): Block | null => {
  const weighed = entities.map((entity) => ({ entity, documents: documentsOf(entity), times: timesOf(entity) }));
  weighed.sort((a, b) => b.documents - a.documents || b.times - a.times || (a.entity.name < b.entity.name ? -1 : 1));
  const { shown, more } = cut(weighed, LIMITS.people, 'entities');
  const rows = shown.flatMap(({ entity, documents }): readonly (readonly Cell[])[] => {
    const notes = book.ofPlaces(entity.evidence, LIMITS.mentions);
    if (notes === null) return [];
    return [
      [[{ text: oneLine(entity.name), notes }], rolesOf(entity, book), spellingsOf(entity), [{ text: `${documents}` }]],
    ];
  });
  if (rows.length === 0) return null;
  const hasRoles = rows.some((cells) => (cells[1]?.length ?? 0) > 0);
  const columns = ['Name', 'Role and side', 'Spelled', 'Documents'];
  return {
    kind: 'table',
    title,
    lead: null,
    columns: hasRoles ? columns : columns.filter((_, index) => index !== 1),
    widths: hasRoles ? [25, 30, 31, 14] : [40, 46, 14],
    rows: hasRoles ? rows : rows.map((cells) => cells.filter((_, index) => index !== 1)),
    isFolded,
    more,
  };
};

const rolesOf = (entity: Entity, book: NoteBook): Cell => {
  const known = new Set<string>();
  const roles = [...entity.roles]
    .sort((a, b) => b.documents.length - a.documents.length || (a.text < b.text ? -1 : 1))
    .filter(({ text }) => {
      const key = oneLine(text).toLowerCase();
      return known.has(key) ? false : known.add(key);
    });
  const { shown, more } = cut(roles, LIMITS.traits, 'entities');
  const lines = shown.flatMap(({ text, evidence }): readonly CellLine[] => {
    const notes = book.ofPlaces(evidence, 1);
    return notes === null ? [] : [{ text: oneLine(text), notes }];
  });
  const sides = [...new Set(entity.sides.map(oneLine))];
  return [
    ...lines,
    ...(more === null ? [] : [{ text: `and ${more.count} more`, isAside: true }]),
    ...(sides.length === 0 ? [] : [{ text: `side: ${sides.join(', ')}`, isAside: true }]),
  ];
};

const spellingsOf = (entity: Entity): Cell => {
  const names = [...entity.names].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  const { shown, more } = cut(names, LIMITS.traits, 'entities');
  const words = shown.map(({ text, count }) => `${oneLine(text)} ×${count}`);
  return [{ text: [...words, ...(more === null ? [] : [`and ${more.count} more`])].join('\u00a0· ') }];
};

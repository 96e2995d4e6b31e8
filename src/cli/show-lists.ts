import { columnsFor, isOnlyDenied, linesOf, type Printed } from '../ledgers/index.ts';
import type { Case, CaseList, Ledger, LedgerDefinition, LedgerDefinitions, Subject } from '../model/index.ts';
import { markUnread, sayAgain, sayTime } from '../publish/index.ts';
import { byDate, languageName } from '../text/index.ts';
import { byRest } from '../weigh/index.ts';
import { plainCell } from './plain.ts';
import type { Column } from './table.ts';

/** Gives the name of an entity, the path of a document, the name of an origin; the id itself where it is none. */
export type NameOf = (id: string) => string;

/** How a list is shown: its columns and the cells of an item. */
export interface ListTable<List extends CaseList> {
  readonly columns: readonly Column[];
  cells(item: Case[List][number], nameOf: NameOf): readonly string[];
  /** Where another order than that of the ids is of more use. */
  readonly order?: (a: Case[List][number], b: Case[List][number]) => number;
}

const fixed = (title: string): Column => ({ title, fixed: true });
const free = (title: string): Column => ({ title });

const names = (ids: readonly string[], nameOf: NameOf): string => ids.map(nameOf).join(', ');
const orDash = (text: string | null | undefined): string =>
  text === null || text === undefined || text === '' ? '–' : text;
/** The folder is the same for most and makes tables hard to read; `documents` has it. */
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** The words that a row rests on, where its own fields say little. */
const words = (text: string | undefined): string => (text === undefined ? '–' : `“${text}”`);

/** What a decision is about, in a line. */
const sayDecided = (subject: Subject, nameOf: NameOf): string => {
  switch (subject.kind) {
    case 'mention':
      return `${words(subject.evidence.quote)} (${fileName(nameOf(subject.evidence.document))})`;
    case 'claim':
      return `${subject.type} ${words(subject.evidence.quote)} (${fileName(nameOf(subject.evidence.document))})`;
    case 'source':
      return subject.name;
    case 'document':
      return fileName(nameOf(subject.document));
    case 'decision':
      return subject.decision;
    case 'listed':
      return `list:${subject.entry}${subject.name === null ? '' : ` (${subject.name})`}`;
  }
};

/** Both axes side by side, never as one figure: how reliable those are who say so ("B, F"), how credible the thing is. */
const gradesOf = ({ sourceReliability, informationCredibility }: Case['findings'][number]): string =>
  `${[...new Set(sourceReliability.map(({ grade }) => grade))].sort().join(',') || 'F'} ${informationCredibility.grade}`;

/** Lists that are the same whatever the beat. The ledgers' columns are data: `ledgers.yaml` of the beat. */
const TABLES: { readonly [List in Exclude<CaseList, Ledger>]: ListTable<List> } = {
  documents: {
    columns: [
      fixed('id'),
      free('path'),
      free('outlet'),
      fixed('published'),
      free('title'),
      free('origins'),
      free('again'),
    ],
    cells: (d, nameOf) => [
      d.id,
      d.path,
      orDash(d.outlet),
      orDash(d.published),
      orDash(d.title),
      names(d.origins, nameOf) || 'unknown',
      orDash(sayAgain(d.again, (id) => fileName(nameOf(id))) || null),
    ],
  },
  origins: {
    columns: [fixed('id'), free('origin'), fixed('kind'), fixed('form'), fixed('documents'), free('why')],
    cells: (o) => [o.id, o.name, o.kind, o.form, String(o.documents.length), o.reasons.join('; ')],
  },
  entities: {
    columns: [fixed('id'), fixed('type'), free('name'), free('also'), free('roles'), fixed('docs')],
    cells: (e) => [
      e.id,
      e.type,
      e.name,
      orDash(
        e.names
          .map((name) => name.text)
          .filter((text) => text !== e.name)
          .join(', '),
      ),
      orDash(e.roles.map((role) => role.text).join('; ')),
      String(new Set([...e.names, ...e.descriptions].flatMap((name) => name.documents)).size),
    ],
  },
  claims: {
    columns: [fixed('id'), fixed('type'), free('claim'), free('chain'), free('document')],
    cells: (c, nameOf) => [
      c.id,
      c.type,
      `${c.text}${c.polarity === 'negative' ? ' [denied]' : ''}${c.certainty === 'certain' ? '' : ` [${c.certainty}]`}`,
      orDash(c.chain.map((link) => link.name).join(' → ')),
      fileName(nameOf(c.document)),
    ],
  },
  findings: {
    columns: [
      fixed('id'),
      fixed('status'),
      free('finding'),
      fixed('claims'),
      fixed('weight'),
      fixed('grade'),
      free('origins'),
    ],
    cells: (f, nameOf) => [
      f.id,
      f.status,
      f.text,
      String(f.claims.length),
      String(f.weight.total),
      gradesOf(f),
      orDash(names(f.origins, nameOf)),
    ],
  },
  contradictions: {
    columns: [fixed('id'), fixed('kind'), free('about'), free('values')],
    cells: (c, nameOf) => [
      c.id,
      c.kind,
      c.about,
      c.values.map((v) => `${v.value} (${names(v.origins, nameOf) || 'origin unknown'})`).join(' / '),
    ],
  },
  gaps: {
    columns: [fixed('id'), fixed('rests'), fixed('kind'), free('gap'), free('what would close it')],
    cells: (g) => [g.id, String(g.rests), g.kind, g.text, g.closes],
    order: byRest,
  },
  hypotheses: {
    columns: [
      fixed('id'),
      fixed('rank'),
      fixed('inconsistency'),
      fixed('corroborated'),
      free('hypothesis'),
      fixed('rows'),
      fixed('by'),
    ],
    cells: (h) => [
      h.id,
      String(h.rank),
      String(h.inconsistency),
      String(h.corroborated),
      h.text,
      String(h.cells.length),
      h.by,
    ],
    order: (a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1),
  },
  decisions: {
    columns: [fixed('id'), fixed('when'), fixed('by'), fixed('kind'), free('about'), free('why'), free('state')],
    cells: (d, nameOf) => [
      d.id,
      d.at.slice(0, 16).replace('T', ' '),
      d.by,
      d.kind,
      [...d.subjects.map((subject) => sayDecided(subject, nameOf)), ...(d.value === null ? [] : [d.value])].join(' | '),
      orDash(d.why),
      [d.state, ...d.reasons].join('; '),
    ],
  },
};

/** As many letters as an id or a date has: columns of no longer cells are not wrapped. */
const SHORT = 16;

/** The table of a ledger: its id, then the columns of the beat; one without columns has all that its rows have. */
const ledgerTable = (definition: LedgerDefinition | undefined, items: readonly object[]): ListTable<Ledger> => {
  const columns = definition?.columns ?? columnsFor(items);
  return {
    columns: [fixed('id'), ...columns.map(({ title }) => free(title.toLowerCase()))],
    cells: (item, nameOf) => {
      const printed: Printed = {
        name: (id) => (nameOf(id) === id ? null : nameOf(id)),
        value: sayTime,
        list: (texts) => texts.join(', '),
      };
      const cells = columns.map((column) =>
        linesOf(item, column, printed)
          .map(({ text }) => text)
          .join('; '),
      );
      const denied = isOnlyDenied(item) ? 'denied: ' : '';
      return [item.id, ...cells.map((cell, i) => orDash(i === 0 ? `${denied}${cell}` : cell))];
    },
    order: byOwnDate,
  };
};

const byOwnDate = (a: object, b: object): number => {
  const dateOf = (row: object): string | null => ('date' in row && typeof row.date === 'string' ? row.date : null);
  return byDate(dateOf(a), dateOf(b));
};

/**
 * The table of a list: headings and the cells of each item, safe to print.
 *
 * @param ledgers How the beat's ledgers are printed.
 * @param items What is listed: a ledger without columns has all that its rows have.
 * @param name Under which name of a ledger the list is shown; that of the list itself unless it is one of the beat's own.
 */
export const listTable = <List extends CaseList>(
  list: List,
  ledgers: LedgerDefinitions = {},
  items: readonly object[] = [],
  name: string = list,
): ListTable<List> => {
  const isOfLanguages = list === 'documents' && (items as Case['documents']).some(({ unread }) => unread.share > 0);
  const table = (
    isOfLanguages
      ? documentsByLanguage
      : list in TABLES
        ? TABLES[list as keyof typeof TABLES]
        : ledgerTable(ledgers[name], items)
  ) as ListTable<List>;
  return {
    columns: table.columns,
    cells: (item, nameOf) => table.cells(item, nameOf).map((cell) => plainCell(cell)),
    ...(table.order === undefined ? {} : { order: table.order }),
  };
};

/** The documents with the language of each, for piles that are not all in English. */
const documentsByLanguage: ListTable<'documents'> = {
  columns: [...TABLES.documents.columns, free('language')],
  cells: (d, nameOf) => [
    ...TABLES.documents.cells(d, nameOf),
    markUnread(d.unread) ?? (d.language === null ? 'cannot be told' : languageName(d.language)),
  ],
};

/** Columns of which no cell is long are not wrapped. */
export const fixShort = (columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Column[] =>
  columns.map((column, i) =>
    column.fixed === undefined && rows.every((row) => (row[i] ?? '').length <= SHORT)
      ? { ...column, fixed: true }
      : column,
  );

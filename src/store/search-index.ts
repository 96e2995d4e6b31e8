import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { CASE_LISTS, type Case, type CaseList, type Document } from '../model/index.ts';
import { type ExactText, fromColumn } from './exact-text.ts';
import { type ItemList, LISTS_WITH_NAMES, type NameOf, SEARCH_TEXT_VERSION, searchTextOf } from './search-text.ts';
import { toIndexed } from './search-words.ts';

// The index holds no text, only where words stand; and the words are folded before it sees them, so its tokenizer has nothing to
// do but to take them apart at what is no letter or digit of ASCII. Beginnings of two and three letters have an index of their own.
const KIND = "content='', contentless_delete=1, tokenize='ascii', prefix='2 3'";

const MOST_WAITING = 5000;

/** More items than a list will ever have. */
export const ROWS_OF_A_LIST = 2 ** 40;

/** The row of the index for an item, by which its list is known without looking it up. The order of the lists is part of the index. */
export const rowOf = (list: CaseList, key: number): number => CASE_LISTS.indexOf(list) * ROWS_OF_A_LIST + key;

/** Where the index of a case is: in its file or, for a file that cannot be written to and has none, in memory. */
export type IndexPlace = 'main' | 'temp';

const create = (database: DatabaseSyncInstance, place: IndexPlace): void => {
  database.exec(`drop table if exists ${place}.documentWords; drop table if exists ${place}.itemWords;
    drop table if exists ${place}.documentKeys; drop table if exists ${place}.searchIndexes;
    create table ${place}.documentKeys (key integer primary key, document text not null unique);
    create virtual table ${place}.documentWords using fts5(title, outlet, byline, text, ${KIND});
    create virtual table ${place}.itemWords using fts5(name, words, ${KIND});
    create table ${place}.searchIndexes (one integer primary key check (one = 1), version integer not null);
    insert into ${place}.searchIndexes values (1, ${SEARCH_TEXT_VERSION})`);
};

/** Whether a file has the index that this version makes. */
export const hasSearchIndex = (database: DatabaseSyncInstance): boolean => {
  if (!database.prepare("select 1 from sqlite_master where name = 'searchIndexes'").get()) return false;
  const row: Readonly<Record<string, unknown>> | undefined = database
    .prepare('select version from main.searchIndexes')
    .get();
  return row?.version === SEARCH_TEXT_VERSION;
};

/** Makes the index of everything that a case holds, in place of what there was of one. To be called within a transaction. */
export const buildSearchIndex = (database: DatabaseSyncInstance, place: IndexPlace): void => {
  create(database, place);
  const documents = new DocumentIndex(database);
  const columns = database.prepare('select id, title, outlet, byline, text from documents');
  for (const row of columns.iterate() as Iterable<Readonly<Record<string, ExactText | null>>>) {
    const [id = '', title = '', outlet = '', byline = '', text = ''] = ['id', 'title', 'outlet', 'byline', 'text'].map(
      (column) => fromColumn(row[column] ?? ''),
    );
    documents.put({ id, title, outlet, byline, text });
  }
  const items = new ItemIndex(database);
  items.names(storedNames(database), new Map());
  for (const row of database
    .prepare("select rowid as row, list, json from items where list <> 'documents'")
    .iterate()) {
    const { row: key, list, json } = row as { readonly row: number; readonly list: ItemList; readonly json: string };
    items.put(list, key, JSON.parse(json));
  }
  items.flush();
};

/** The names of entities as the file has them. */
export const storedNames = (database: DatabaseSyncInstance): ReadonlyMap<string, string> => {
  const rows = database.prepare("select id, json ->> '$.name' as name from items where list = 'entities'").all();
  return new Map((rows as { readonly id: string; readonly name: string }[]).map(({ id, name }) => [id, name]));
};

/** Writes what documents are found by. */
export class DocumentIndex {
  readonly #key: StatementSyncInstance;
  readonly #put: StatementSyncInstance;

  constructor(database: DatabaseSyncInstance) {
    // Writing what is there already gives its key back, which "do nothing" does not.
    this.#key = database.prepare(
      'insert into documentKeys (document) values (?) on conflict (document) do update set document = excluded.document returning key',
    );
    this.#put = database.prepare(
      'insert or replace into documentWords (rowid, title, outlet, byline, text) values (?, ?, ?, ?, ?)',
    );
  }

  put({ id, title, outlet, byline, text }: Pick<Document, 'id' | 'title' | 'outlet' | 'byline' | 'text'>): void {
    const { key } = this.#key.get(id) as { readonly key: number };
    this.#put.run(key, ...[title, outlet, byline, text].map((column) => toIndexed(column ?? '')));
  }
}

/** Writes what items of the case are found by, under rows that tell list and item. */
export class ItemIndex {
  readonly #put: StatementSyncInstance;
  readonly #drop: StatementSyncInstance;
  /** Other statements between those of the index make SQLite write its index out each time, so they are gathered. */
  readonly #waiting: (() => void)[] = [];
  #names: ReadonlyMap<string, string> = new Map();
  #renamed: ReadonlySet<string> = new Set();

  constructor(database: DatabaseSyncInstance) {
    this.#put = database.prepare('insert or replace into itemWords (rowid, name, words) values (?, ?, ?)');
    this.#drop = database.prepare('delete from itemWords where rowid = ?');
  }

  /** Says what entities are called now and were called when rows were last written. To be called before any row is put. */
  names(now: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>): void {
    this.#waiting.length = 0;
    this.#names = now;
    this.#renamed = new Set([...now.keys()].filter((id) => now.get(id) !== before.get(id)));
  }

  /** Whether an item that has not changed is found by another name than before. */
  isRenamed(list: CaseList, item: Case[CaseList][number]): boolean {
    if (list === 'documents' || this.#renamed.size === 0 || !LISTS_WITH_NAMES.has(list)) return false;
    let isRenamed = false;
    const nameOf: NameOf = (id) => {
      isRenamed ||= this.#renamed.has(id);
      return undefined;
    };
    searchTextOf(list, item as Case[typeof list][number], nameOf);
    return isRenamed;
  }

  put(list: CaseList, key: number, item: Case[CaseList][number]): void {
    if (list === 'documents') return;
    const { name, words } = searchTextOf(list, item as Case[typeof list][number], (id) => this.#names.get(id));
    const row = [rowOf(list, key), toIndexed(name), toIndexed(words)] as const;
    this.#wait(() => this.#put.run(...row));
  }

  drop(list: CaseList, key: number): void {
    if (list !== 'documents') this.#wait(() => this.#drop.run(rowOf(list, key)));
  }

  /** Writes what waits. To be called within the same transaction, once nothing more comes. */
  flush(): void {
    for (const write of this.#waiting.splice(0)) write();
  }

  #wait(write: () => void): void {
    this.#waiting.push(write);
    if (this.#waiting.length >= MOST_WAITING) this.flush();
  }
}

import { existsSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { BackchannelError } from '../model/index.ts';
import type { ListEntry, ListedName, ListFormat } from './list-entry.ts';

/** Tells our indexes from other SQLite files: "Bkli" in ASCII. */
export const APPLICATION_ID = 0x426b6c69;
/** Goes up when what is written, or how names are taken apart for it, changes: an older index is to be made again. */
export const INDEX_VERSION = 1;
/** Keys lie in so many buckets, by the upper bits of their hash. */
export const BUCKET_SHIFT = 18;

/** A list that is in an index. */
export interface IndexedList {
  readonly file: string;
  readonly format: ListFormat;
  /** EDTF, as the list says of itself. */
  readonly published: string | null;
  readonly bytes: number;
  readonly entries: number;
  readonly names: number;
  readonly refused: number;
  /** Records of sorts that bear no name, by sort. */
  readonly passed: Readonly<Record<string, number>>;
  /** UTC. */
  readonly indexedAt: string;
}

export const TABLES = `
  create table lists (id integer primary key, json text not null);
  create table entries (id integer primary key, json text not null);
  create table additions (ref text not null, json text not null);
  create table arrays (name text primary key, data blob not null);
  create table postings (word integer primary key, count integer not null, data blob not null);
  create table keys (bucket integer primary key, data blob not null);
  create table wholes (bucket integer primary key, data blob not null);
`;

const KINDS = ['name', 'alias', 'former', 'weak'] as const satisfies readonly ListedName['kind'][];

/** An entry as it lies in an index. */
export interface StoredEntry {
  readonly list: number;
  /** Number of its first name; the others follow. */
  readonly firstName: number;
  readonly entry: ListEntry;
}

export const packEntry = ({ list, firstName, entry }: StoredEntry): string =>
  JSON.stringify([
    list,
    firstName,
    entry.ref,
    entry.type,
    entry.schema,
    entry.names.flatMap(({ text, kind }) => [text, KINDS.indexOf(kind)]),
    entry.birthDates,
    entry.countries,
    entry.programs,
    entry.listed,
  ]);

export const unpackEntry = (json: string): StoredEntry => {
  const [list, firstName, ref, type, schema, flat, birthDates, countries, programs, listed] = JSON.parse(
    json,
  ) as readonly [
    number,
    number,
    string,
    ListEntry['type'],
    string,
    readonly (string | number)[],
    readonly string[],
    readonly string[],
    readonly string[],
    string | null,
  ];
  const names: ListedName[] = [];
  for (let at = 0; at < flat.length; at += 2)
    names.push({ text: String(flat[at]), kind: KINDS[Number(flat[at + 1])] ?? 'alias' });
  return { list, firstName, entry: { ref, type, schema, names, birthDates, countries, programs, listed } };
};

const pragma = (database: DatabaseSyncInstance, name: string): number => {
  const row = database.prepare(`pragma ${name}`).get() as Readonly<Record<string, unknown>> | undefined;
  return Number(row === undefined ? 0 : Object.values(row)[0]);
};

/**
 * Whether a file is an index of lists, by its content.
 *
 * @returns False for any other file, or none.
 */
export const isIndexFile = (path: string): boolean => {
  if (!existsSync(path)) return false;
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return pragma(database, 'application_id') === APPLICATION_ID;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
};

/**
 * Opens an index to be read.
 *
 * @throws BackchannelError `screen/not-an-index`, `screen/other-version`.
 */
export const openIndexFile = (path: string): DatabaseSyncInstance => {
  if (!isIndexFile(path))
    throw new BackchannelError('screen/not-an-index', `Expected an index of lists, found none at ${path}.`, {
      place: path,
      next: `Make it: backchannel screen index LIST... --out ${path}`,
    });
  const database = new DatabaseSync(path, { readOnly: true });
  const version = pragma(database, 'user_version');
  if (version === INDEX_VERSION) {
    // Entries are read from all over the file: mapped, a look at one is no call of the system.
    database.exec('pragma mmap_size = 4294967296');
    return database;
  }
  database.close();
  throw new BackchannelError(
    'screen/other-version',
    `Expected an index of version ${INDEX_VERSION} at ${path}, found version ${version}.`,
    { place: path, next: `Make it again from its lists: backchannel screen index LIST... --out ${path}` },
  );
};

import { existsSync, statSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { BackchannelError } from '../model/index.ts';
import { MIGRATIONS } from './migrations.ts';
import { buildSearchIndex, hasSearchIndex } from './search-index.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { notACase, resultCode, storeError } from './sqlite-error.ts';
import type { Tables } from './tables.ts';

/** How a case file is opened. */
export interface OpenOptions {
  /** Whether a file that is not there is made. */
  readonly create: boolean;
  /** How long to wait for another process that writes; 5,000 by default. */
  readonly timeoutMs?: number;
  /** The most pages of 4,096 bytes that the file may have. No limit by default; tests fill a "disk" with it. */
  readonly maxPages?: number;
}

/** Tells our files from other SQLite files: "Bkch" in ASCII (sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x426b6368;

const pragma = (database: DatabaseSyncInstance, name: string): number => {
  const row: Readonly<Record<string, unknown>> | undefined = database.prepare(`pragma ${name}`).get();
  return Number(row ? Object.values(row)[0] : 0);
};

/** Reads the head of the file, which is when SQLite first touches it; throws SQLite's own error. */
const readHead = (database: DatabaseSyncInstance) => ({
  application: pragma(database, 'application_id'),
  version: pragma(database, 'user_version'),
  isEmpty: database.prepare('select 1 from sqlite_master limit 1').get() === undefined,
});

interface Opened {
  readonly database: DatabaseSyncInstance;
  readonly head: ReturnType<typeof readHead>;
  readonly isReadOnly: boolean;
}

const tryOpen = (path: string, isReadOnly: boolean, timeout: number): Opened => {
  const database = new DatabaseSync(path, { timeout, readOnly: isReadOnly });
  try {
    return { database, head: readHead(database), isReadOnly };
  } catch (error) {
    database.close();
    throw error;
  }
};

/** SQLite needs files beside a case to read it; where none can be made, the file is read as one that nobody changes. */
const openImmutable = (place: string, timeout: number): Opened => {
  const path = place.replaceAll('%', '%25').replaceAll('?', '%3f').replaceAll('#', '%23');
  return tryOpen(`file:${path}?immutable=1`, true, timeout);
};

const openFile = (place: string, create: boolean, timeout: number): Opened => {
  try {
    return tryOpen(place, false, timeout);
  } catch (error) {
    const code = resultCode(error);
    const isBarred = code === 8 || code === 10 || code === 14;
    // With a write-ahead log beside it the file alone is not the whole case.
    const hasLog = existsSync(`${place}-wal`) && statSync(`${place}-wal`).size > 0;
    if (create || !isBarred || hasLog || !existsSync(place) || !statSync(place).isFile())
      throw storeError(error, place);
  }
  try {
    return openImmutable(place, timeout);
  } catch (error) {
    throw storeError(error, place);
  }
};

const migrate = async (db: Kysely<Tables>, database: DatabaseSyncInstance): Promise<void> => {
  await db.transaction().execute(async (transaction) => {
    // Looked at again inside the transaction: another process may have been first.
    for (const migration of MIGRATIONS.slice(pragma(database, 'user_version'))) {
      await migration(transaction as unknown as Kysely<unknown>);
    }
    database.exec(`pragma application_id = ${APPLICATION_ID}`);
    database.exec(`pragma user_version = ${MIGRATIONS.length}`);
  });
};

/** Made anew in a file that has none, or another version's; two processes do not make it twice. */
const indexForSearch = (database: DatabaseSyncInstance): void => {
  database.exec('begin immediate');
  try {
    if (!hasSearchIndex(database)) buildSearchIndex(database, 'main');
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
};

/** An open file of the right kind and version. */
export interface SqliteCase {
  readonly db: Kysely<Tables>;
  readonly database: DatabaseSyncInstance;
  /** False when the file could only be opened to be read. */
  readonly isWritable: boolean;
  /** How many migrations the file has had: fewer than there are only where it cannot be written to. */
  readonly version: number;
}

/**
 * Opens a case file, makes it when asked, and brings an older one up to date.
 *
 * @throws BackchannelError `store/not-found`, `store/not-a-case`, `store/newer-version`, or as {@link storeError} says.
 */
export const openSqlite = async (place: string, options: OpenOptions): Promise<SqliteCase> => {
  if (!options.create && !existsSync(place)) {
    throw new BackchannelError('store/not-found', `Expected a case file at ${place}, found nothing there.`, {
      place,
      next: `Check the path, or make the case: backchannel read PATH... --case ${place}`,
    });
  }
  const { database, head, isReadOnly } = openFile(place, options.create, options.timeoutMs ?? 5000);
  try {
    if (head.application !== APPLICATION_ID && !(options.create && head.isEmpty && head.application === 0)) {
      throw notACase(place, head.isEmpty ? 'an empty file' : 'a database of another program');
    }
    if (head.version > MIGRATIONS.length) {
      throw new BackchannelError(
        'store/newer-version',
        `Expected a case file of version ${MIGRATIONS.length} or older at ${place}, found version ${head.version}.`,
        { place, next: 'Use the newer Backchannel that made it.' },
      );
    }
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database, place) });
    if (!isReadOnly) {
      // Write-ahead logging: a process that is killed leaves a file that opens, and readers do not wait for a writer.
      if (head.isEmpty) database.exec('pragma journal_mode = wal');
      database.exec('pragma synchronous = normal');
      database.exec('pragma foreign_keys = on');
      if (options.maxPages !== undefined) database.exec(`pragma max_page_count = ${options.maxPages}`);
      if (head.version < MIGRATIONS.length) await migrate(db, database);
      if (!hasSearchIndex(database)) indexForSearch(database);
    }
    return { db, database, isWritable: !isReadOnly, version: isReadOnly ? head.version : MIGRATIONS.length };
  } catch (error) {
    database.close();
    throw storeError(error, place);
  }
};

import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Kysely } from 'kysely';
import {
  BackchannelError,
  byText,
  CASE_LISTS,
  type Case,
  type CaseList,
  type Decision,
  type Document,
  inTime,
  type KeptBeat,
  type Notice,
  type Reading,
  type ReadingDocument,
  sha256,
} from '../model/index.ts';
import { keepCapture, readCaptures } from './capture-rows.ts';
import type { SearchOptions, SearchResult } from './case-search.ts';
import type {
  Addition,
  AdditionOutcome,
  CaptureAddition,
  CaseStore,
  CustodyLine,
  Derivation,
  DocumentEntry,
  KeptCapture,
  KeptNotice,
  KeptPiece,
  RefusedArrival,
  StoredItem,
  StoreFault,
  Watched,
} from './case-store.ts';
import { arrivedAs, arrivedInVain, custodyLines, logArrival } from './custody-log.ts';
import { fromColumn, toColumn } from './exact-text.ts';
import { findFaults } from './find-faults.ts';
import { CAPTURES_SINCE, CUSTODY_SINCE, KEPT_SINCE, WATCHES_SINCE } from './migrations.ts';
import { type OpenOptions, openSqlite, type SqliteCase } from './open-sqlite.ts';
import { bytesOfText, findOriginal, keepOriginal } from './originals.ts';
import { documentRow, pathsOf, toBeat, toDecision, toDocument } from './rows.ts';
import { DocumentIndex } from './search-index.ts';
import { readOnly, storeError } from './sqlite-error.ts';
import { SqliteSearch } from './sqlite-search.ts';
import type { Tables } from './tables.ts';
import { holdWatch, noteWatch, readNotices, readWatched } from './watch-rows.ts';
import { ItemsWriter } from './write-items.ts';

/** Rows fetched at once. A page of documents with long texts stays in the tens of megabytes. */
const PAGE = 64;

class SqliteCaseStore implements CaseStore {
  readonly place: string;
  readonly #db: Kysely<Tables>;
  readonly #database: DatabaseSyncInstance;
  readonly #isWritable: boolean;
  readonly #version: number;
  #items: ItemsWriter | null = null;
  #found: DocumentIndex | null = null;
  #search: SqliteSearch | null = null;
  #revision: StatementSyncInstance | null = null;

  get isReadOnly(): boolean {
    return !this.#isWritable;
  }

  constructor(place: string, { db, database, isWritable, version }: SqliteCase) {
    this.place = place;
    this.#db = db;
    this.#database = database;
    this.#isWritable = isWritable;
    this.#version = version;
  }

  async add(additions: readonly Addition[]): Promise<readonly AdditionOutcome[]> {
    if (additions.length === 0) return [];
    return this.#db.transaction().execute(async (db) => {
      const outcomes: AdditionOutcome[] = [];
      const changed: Document[] = [];
      for (const addition of additions) {
        outcomes.push(await this.#addOne(db, addition, changed));
        for (const capture of addition.captures ?? []) await keepCapture(db, capture, this.place);
      }
      for (const document of changed) this.#indexDocument(document);
      return outcomes;
    });
  }

  async #addOne(db: Kysely<Tables>, addition: Addition, changed: Document[]): Promise<AdditionOutcome> {
    const { document, reading, original, arrival } = addition;
    const { id } = document;
    if (original !== undefined && bytesOfText(document.text, document.sha256) === null)
      await keepOriginal(db, original);
    if (arrival !== undefined) await logArrival(db, arrivedAs(document, reading.reader, arrival));
    const known = await pathsOf(db, id);
    const first = [...document.paths].sort(byText)[0] ?? document.path;
    const newPaths = document.paths.filter((path) => !known.includes(path));
    const stored = known[0];
    if (stored === undefined) {
      await db.insertInto('documents').values(documentRow(document)).execute();
    } else if (first < stored) {
      const { id: _, ...row } = documentRow(document);
      await db.updateTable('documents').set(row).where('id', '=', id).execute();
    }
    if (stored === undefined || first < stored) changed.push(document);
    if (original !== undefined && (await this.#isLost(db, document, stored === undefined || first < stored)))
      await keepOriginal(db, original);
    for (const path of newPaths) await db.insertInto('paths').values({ document: id, path }).execute();
    const before = await db.selectFrom('readings').select('reader').where('document', '=', id).executeTakeFirst();
    if (stored === undefined || first < stored || before?.reader !== reading.reader) {
      await this.#putReading(db, id, reading);
    }
    if (stored === undefined) return 'new';
    if (newPaths.length > 0) return 'path';
    return before?.reader === reading.reader ? 'known' : 'reread';
  }

  /** Whether neither what is stored nor a document's text gives back its bytes. */
  async #isLost(db: Kysely<Tables>, { text, sha256: hash }: Document, isItsText: boolean): Promise<boolean> {
    if (isItsText) return bytesOfText(text, hash) === null;
    return (await findOriginal(db, hash, { originals: true, place: this.place }).catch(() => null)) === null;
  }

  #indexDocument(document: Document): void {
    this.#guard(() => {
      this.#found ??= new DocumentIndex(this.#database);
      this.#found.put(document);
    });
  }

  async #putReading(db: Kysely<Tables>, document: string, reading: Reading): Promise<void> {
    // The path is the one thing of a reading that is not made from the document's content: it is put in when read back.
    const json = JSON.stringify({ ...reading, document: { ...reading.document, path: '' } });
    const row = { reader: reading.reader, sha256: sha256(json), json };
    await db
      .insertInto('readings')
      .values({ document, ...row })
      .onConflict((conflict) => conflict.column('document').doUpdateSet(row))
      .execute();
  }

  async keepOriginal(bytes: Uint8Array): Promise<string> {
    return keepOriginal(this.#db, bytes);
  }

  async original(hash: string): Promise<Uint8Array | null> {
    return findOriginal(this.#db, hash, { originals: this.#version >= CUSTODY_SINCE, place: this.place });
  }

  async originals(): Promise<readonly string[]> {
    if (this.#version < CUSTODY_SINCE) return [];
    const rows = await this.#db.selectFrom('originals').select('sha256').orderBy('sha256').execute();
    return rows.map((row) => row.sha256);
  }

  async capture(captures: readonly CaptureAddition[]): Promise<void> {
    if (captures.length === 0) return;
    await this.#db.transaction().execute(async (db) => {
      for (const capture of captures) await keepCapture(db, capture, this.place);
    });
  }

  async captures(url?: string): Promise<readonly KeptCapture[]> {
    return this.#version < CAPTURES_SINCE ? [] : readCaptures(this.#db, url);
  }

  async logRefused(refused: readonly RefusedArrival[]): Promise<void> {
    if (refused.length === 0) return;
    await this.#db.transaction().execute(async (db) => {
      for (const one of refused) await logArrival(db, arrivedInVain(one));
    });
  }

  async *custody(document?: string): AsyncIterable<CustodyLine> {
    if (this.#version >= CUSTODY_SINCE) yield* custodyLines(this.#db, document);
  }

  async entries(): Promise<readonly DocumentEntry[]> {
    const paths = new Map<string, string[]>();
    for (const row of await this.#db.selectFrom('paths').selectAll().execute()) {
      const list = paths.get(row.document);
      if (list) list.push(row.path);
      else paths.set(row.document, [row.path]);
    }
    const rows = await this.#db
      .selectFrom('documents')
      .innerJoin('readings', 'readings.document', 'documents.id')
      .select([
        'documents.id',
        'documents.sha256',
        'documents.textSha256',
        'readings.reader',
        'readings.sha256 as readingSha256',
      ])
      .orderBy('documents.id')
      .execute();
    return rows.map((row) => ({ ...row, paths: (paths.get(row.id) ?? []).sort(byText) }));
  }

  async document(id: string): Promise<Document | null> {
    const row = await this.#db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toDocument(row, await pathsOf(this.#db, id)) : null;
  }

  async *inputs(ids?: readonly string[]): AsyncIterable<Addition> {
    const all = this.#db
      .selectFrom('documents')
      .innerJoin('readings', 'readings.document', 'documents.id')
      .selectAll('documents')
      .select('readings.json')
      .orderBy('documents.id');
    if (ids !== undefined) {
      for (const id of [...ids].sort(byText)) {
        const row = await all.where('documents.id', '=', id).executeTakeFirst();
        if (row) yield this.#toAddition(row);
      }
      return;
    }
    for (let after = ''; ; ) {
      const rows = await all.where('documents.id', '>', after).limit(PAGE).execute();
      for (const row of rows) {
        yield this.#toAddition(row);
        after = row.id;
      }
      if (rows.length < PAGE) return;
    }
  }

  async #toAddition({ json, ...row }: Tables['documents'] & { readonly json: string }): Promise<Addition> {
    const document = toDocument(row, await pathsOf(this.#db, row.id));
    const { document: head, ...reading }: Reading = JSON.parse(json);
    const headWithPath: ReadingDocument = { ...head, path: document.path };
    return { document, reading: { document: headWithPath, ...reading } };
  }

  async decide(decisions: readonly Decision[]): Promise<readonly ('new' | 'known')[]> {
    return this.#db.transaction().execute(async (db) => {
      const outcomes: ('new' | 'known')[] = [];
      for (const decision of decisions) {
        const row = { id: decision.id, json: JSON.stringify(decision) };
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('decisions')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        outcomes.push(numInsertedOrUpdatedRows === 1n ? 'new' : 'known');
      }
      return outcomes;
    });
  }

  async decisions(): Promise<readonly Decision[]> {
    const rows = await this.#db.selectFrom('decisions').select(['id', 'json']).execute();
    return rows
      .map(({ id, json }) => {
        const decision = toDecision(json);
        if (decision !== null) return decision;
        throw new BackchannelError('store/damaged', `Expected a decision at ${id}, found something else.`, {
          place: this.place,
          next: 'Take the journal from a copy: `backchannel journal COPY --export FILE`, then --import it into a new case.',
        });
      })
      .sort(inTime);
  }

  async keepBeat(beat: KeptBeat): Promise<void> {
    const row = { id: beat.id, json: JSON.stringify(beat) };
    const known = await this.#db.selectFrom('beats').select('json').where('id', '=', beat.id).executeTakeFirst();
    if (known?.json === row.json) return;
    await this.#db
      .insertInto('beats')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ json: row.json }))
      .execute();
  }

  async beats(): Promise<readonly KeptBeat[]> {
    const rows = await this.#db.selectFrom('beats').select('json').orderBy('id').execute();
    // How ledgers are printed is no part of the case: what cannot be read is made again by the next reading.
    return rows.flatMap(({ json }) => toBeat(json) ?? []);
  }

  async derivation(): Promise<Derivation | null> {
    const row = await this.#db.selectFrom('derivations').select(['digest', 'itemsSha256']).executeTakeFirst();
    return row ?? null;
  }

  async replaceCase(digest: string, derived: Case): Promise<void> {
    const committed = await this.#db.transaction().execute(async (db) => {
      const stored = await db.selectFrom('derivations').select(['digest', 'itemsSha256']).executeTakeFirst();
      const { itemsSha256, committed } = this.#writeItems(digest, derived, stored ?? null);
      const row = { digest, itemsSha256 };
      await db
        .insertInto('derivations')
        .values({ one: 1, ...row })
        .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
        .execute();
      return committed;
    });
    committed();
  }

  #writeItems(digest: string, derived: Case, stored: Derivation | null): ReturnType<ItemsWriter['write']> {
    return this.#guard(() => {
      this.#items ??= new ItemsWriter(this.#database);
      return this.#items.write(digest, derived, stored);
    });
  }

  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw storeError(error, this.place);
    }
  }

  async *items(list: CaseList): AsyncIterable<StoredItem> {
    for (let after = ''; ; ) {
      const rows = await this.#db
        .selectFrom('items')
        .select(['id', 'json'])
        .where('list', '=', list)
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .execute();
      yield* rows;
      after = rows.at(-1)?.id ?? after;
      if (rows.length < PAGE) return;
    }
  }

  async item(list: CaseList, id: string): Promise<StoredItem | null> {
    const query = this.#db.selectFrom('items').select(['id', 'json']).where('list', '=', list).where('id', '=', id);
    return (await query.executeTakeFirst()) ?? null;
  }

  async counts(): Promise<Readonly<Record<CaseList, number>>> {
    const rows = await this.#db
      .selectFrom('items')
      .select(['list', (fn) => fn.fn.countAll<number>().as('count')])
      .groupBy('list')
      .execute();
    const counted = new Map(rows.map((row) => [row.list, row.count]));
    return Object.fromEntries(CASE_LISTS.map((list) => [list, counted.get(list) ?? 0])) as Record<CaseList, number>;
  }

  async search(query: string, options: SearchOptions): Promise<SearchResult> {
    // Through a connection of its own turn, so that no half-written transaction of this process is seen.
    return this.#db.connection().execute(async () =>
      this.#guard(() => {
        this.#search ??= new SqliteSearch(this.#database);
        return this.#search.search(query, options);
      }),
    );
  }

  async revision(): Promise<string> {
    return this.#guard(() => {
      // The first says what others have committed, the second what this connection has (sqlite.org/pragma.html#pragma_data_version).
      this.#revision ??= this.#database.prepare(
        "select data_version || '-' || total_changes() as revision from pragma_data_version",
      );
      const row: { readonly revision?: unknown } | undefined = this.#revision.get();
      return String(row?.revision);
    });
  }

  async keep(name: string, digest: string, json: string): Promise<void> {
    if (!this.#isWritable) throw readOnly(this.place);
    const row = { digest: toColumn(digest), json: toColumn(json) };
    await this.#db
      .insertInto('kept')
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute();
  }

  async kept(name: string): Promise<KeptPiece | null> {
    if (this.#version < KEPT_SINCE) return null;
    const query = this.#db.selectFrom('kept').select(['digest', 'json']).where('name', '=', name);
    const row = await query.executeTakeFirst();
    return row ? { digest: fromColumn(row.digest), json: fromColumn(row.json) } : null;
  }

  async watched(source: string): Promise<readonly Watched[]> {
    return this.#version < WATCHES_SINCE ? [] : readWatched(this.#db, source);
  }

  async noteWatch(
    holder: string,
    rows: readonly Watched[],
    notices: readonly Notice[],
  ): Promise<readonly KeptNotice[] | null> {
    if (!this.#isWritable) throw readOnly(this.place);
    return this.#db.transaction().execute((db) => noteWatch(db, holder, rows, notices));
  }

  async holdWatch(holder: string, mayTake: (other: string) => boolean): Promise<string | null> {
    if (!this.#isWritable) throw readOnly(this.place);
    return this.#db.transaction().execute((db) => holdWatch(db, holder, mayTake));
  }

  async notices(options: { readonly after?: number; readonly last?: number } = {}): Promise<readonly KeptNotice[]> {
    return this.#version < WATCHES_SINCE ? [] : readNotices(this.#db, options);
  }

  faults(): AsyncIterable<StoreFault> {
    return findFaults(this.#db, this.#database, this, this.#version);
  }

  async close(): Promise<void> {
    // Statements hold the file until they are collected, so the log would stay beside it: what it holds is put into the
    // file now, for whoever copies that file.
    if (this.#isWritable) {
      try {
        this.#database.exec('pragma wal_checkpoint(truncate)');
      } catch {
        // On a full disk the log stays where it is and is read with the file; nothing is lost by it.
      }
    }
    await this.#db.destroy();
    // kysely closes only what it has used.
    if (this.#database.isOpen) this.#database.close();
  }
}

/**
 * Opens a case that is one SQLite file, or makes one.
 *
 * @param place Path of the file. By custom it ends in `.case`.
 * @throws BackchannelError `store/not-found`, `store/not-a-case`, `store/newer-version`, `store/cannot-open`,
 *   `store/read-only`, `store/locked`, `store/full`, `store/damaged`.
 */
export const openSqliteCase = async (place: string, options: OpenOptions): Promise<CaseStore> => {
  return new SqliteCaseStore(place, await openSqlite(place, options));
};

import { type Kysely, sql } from 'kysely';

/** A step of the schema. Never changed once released: a later step mends it. */
export type Migration = (db: Kysely<unknown>) => Promise<void>;

const tables: Migration = async (db) => {
  await db.schema
    .createTable('documents')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('textSha256', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('mediaType', 'text', (column) => column.notNull())
    .addColumn('encoding', 'text', (column) => column.notNull())
    .addColumn('title', 'text')
    .addColumn('outlet', 'text')
    .addColumn('byline', 'text')
    .addColumn('published', 'text')
    .addColumn('found', 'text', (column) => column.notNull())
    .addColumn('layout', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('paths')
    .addColumn('document', 'text', (column) => column.notNull().references('documents.id'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('paths_key', ['document', 'path'])
    .execute();
  await db.schema.createIndex('paths_path').on('paths').column('path').execute();
  await db.schema
    .createTable('readings')
    .addColumn('document', 'text', (column) => column.primaryKey().notNull().references('documents.id'))
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('items')
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('items_key', ['list', 'id'])
    .execute();
  await db.schema
    .createTable('derivations')
    .addColumn('one', 'integer', (column) => column.primaryKey().check(sql`one = 1`))
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('itemsSha256', 'text', (column) => column.notNull())
    .execute();
};

/** The journal is append-only by law 4: the file itself refuses anything else, whoever asks. */
const journal: Migration = async (db) => {
  await db.schema
    .createTable('decisions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger decisions_no_${change} before ${change} on decisions begin select raise(abort, 'the journal of decisions is only added to'); end`,
      )
      .execute(db);
  }
};

/** A hash beside each item, so that a case is written over an older one row by row; what was derived before is derived again. */
const itemHashes: Migration = async (db) => {
  await sql`delete from items`.execute(db);
  await sql`delete from derivations`.execute(db);
  await db.schema
    .alterTable('items')
    .addColumn('sha256', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
};

/** What is kept of the beats that documents were read with: how their ledgers are printed. */
const beats: Migration = async (db) => {
  await db.schema
    .createTable('beats')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
};

/** Small pieces worked out of the case: no part of it, and any of them may be thrown away. */
const kept: Migration = async (db) => {
  await db.schema
    .createTable('kept')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
};

/** A number for each item, by which an index holds it, and which stays when the file is compacted. */
const itemKeys: Migration = async (db) => {
  await sql`alter table items rename to oldItems`.execute(db);
  await db.schema
    .createTable('items')
    .addColumn('key', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addUniqueConstraint('items_key', ['list', 'id'])
    .execute();
  await sql`insert into items (list, id, sha256, json) select list, id, sha256, json from oldItems`.execute(db);
  await sql`drop table oldItems`.execute(db);
};

/** The way from a text back to the file it was made from, and how it was made; documents from before have neither. */
const ways: Migration = async (db) => {
  for (const column of ['anchors', 'steps'])
    await db.schema
      .alterTable('documents')
      .addColumn(column, 'text', (made) => made.notNull().defaultTo('[]'))
      .execute();
};

/** Tables that are only added to: the file itself refuses anything else, whoever asks. */
const onlyAdded = async (db: Kysely<unknown>, table: string, what: string): Promise<void> => {
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, '${what} is only added to'); end`,
      )
      .execute(db);
  }
};

/** The bytes that came in, and the log of how they came in; of documents from before there is neither. */
const custody: Migration = async (db) => {
  await db.schema
    .createTable('originals')
    .addColumn('sha256', 'text', (column) => column.primaryKey().notNull())
    .addColumn('coding', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('data', 'blob', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('custody')
    .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('seen', 'text', (column) => column.notNull().unique())
    .addColumn('document', 'text')
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('custody_document').on('custody').column('document').execute();
  await onlyAdded(db, 'custody', 'the custody log');
};

/** What a watch remembers, and what it noticed, which is only added to. */
const watches: Migration = async (db) => {
  await db.schema
    .createTable('watches')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('watches_key', ['source', 'item'])
    .execute();
  await db.schema
    .createTable('notices')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await onlyAdded(db, 'notices', 'the list of notices');
};

/** What servers answered, and when; their bodies are among the originals. */
const captures: Migration = async (db) => {
  await db.schema
    .createTable('captures')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('document', 'text')
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('captures_url').on('captures').column('url').execute();
  await onlyAdded(db, 'captures', 'the list of captures');
};

/** In the order in which they are applied. The version of a store is how many of them it has had. */
export const MIGRATIONS: readonly Migration[] = [
  tables,
  journal,
  itemHashes,
  beats,
  kept,
  itemKeys,
  ways,
  custody,
  watches,
  captures,
];

/** From this version on a file has the table `kept`. */
export const KEPT_SINCE = MIGRATIONS.indexOf(kept) + 1;

/** From this version on a file has the tables `originals` and `custody`. */
export const CUSTODY_SINCE = MIGRATIONS.indexOf(custody) + 1;

/** From this version on a file has the tables `watches` and `notices`. */
export const WATCHES_SINCE = MIGRATIONS.indexOf(watches) + 1;

/** From this version on a file has the table `captures`. */
export const CAPTURES_SINCE = MIGRATIONS.indexOf(captures) + 1;

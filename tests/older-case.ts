import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { MIGRATIONS } from '../src/store/migrations.ts';
import { openSqliteCase } from '../src/store/sqlite-case-store.ts';
import { sqliteDialect } from '../src/store/sqlite-dialect.ts';

/**
 * Makes a case file as an older version made it: with the first `version` migrations only. Rows can be put into it through
 * the database that is given to `fill`.
 */
export const makeOlderCase = async (
  place: string,
  version: number,
  fill: (database: InstanceType<typeof DatabaseSync>) => void = () => {},
): Promise<void> => {
  await (await openSqliteCase(place, { create: true })).close();
  const database = new DatabaseSync(place);
  const tables = database.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'");
  for (const { name } of tables.all() as { readonly name: string }[]) database.exec(`drop table if exists ${name}`);
  const db = new Kysely<unknown>({ dialect: sqliteDialect(database, place) });
  for (const migration of MIGRATIONS.slice(0, version)) await migration(db);
  database.exec(`pragma user_version = ${version}`);
  fill(database);
  database.exec('pragma wal_checkpoint(truncate)');
  await db.destroy();
};

import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { storeError } from './sqlite-error.ts';

/** Begins writes at once, so that two processes wait for each other instead of failing half way (dependencies: SQLite). */
class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSyncInstance;

  constructor(database: DatabaseSyncInstance, adapted: SqliteDatabase) {
    super({ database: adapted });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After a full disk SQLite has rolled back by itself; asking again would hide the first error behind a second.
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

const adaptStatement = (statement: StatementSyncInstance, guard: <T>(run: () => T) => T): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => guard(() => statement.all(...parameters)),
  run: (parameters) => guard(() => statement.run(...parameters)),
  iterate: (parameters) => guard(() => statement.iterate(...parameters)),
});

/** A kysely dialect over an open database of `@photostructure/sqlite`. Errors come out as `BackchannelError`. */
export const sqliteDialect = (database: DatabaseSyncInstance, place: string): Dialect => {
  const guard = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw storeError(error, place);
    }
  };
  // Statements are freed by garbage collection only, so each text is prepared once. The store writes few different ones.
  const prepared = new Map<string, SqliteStatement>();
  const adapted: SqliteDatabase = {
    prepare: (text) => {
      const known = prepared.get(text);
      if (known) return known;
      const statement = adaptStatement(
        guard(() => database.prepare(text)),
        guard,
      );
      prepared.set(text, statement);
      return statement;
    },
    close: () => guard(() => database.close()),
  };
  return {
    createDriver: () => new ImmediateDriver(database, adapted),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
};

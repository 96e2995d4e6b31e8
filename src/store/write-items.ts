import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { CASE_LISTS, type Case, type CaseList } from '../model/index.ts';
import { ItemsDigest, itemSha256 } from './items-digest.ts';
import { ItemIndex, storedNames } from './search-index.ts';

type Item = Case[CaseList][number];
type Items = ReadonlyMap<string, Item>;

/** The case that this process wrote last, by list and id. */
interface Written {
  readonly digest: string;
  readonly itemsSha256: string;
  readonly lists: ReadonlyMap<CaseList, Items>;
  /** What entities were called in it. */
  readonly names: ReadonlyMap<string, string>;
}

const namesOf = (entities: Case['entities']): ReadonlyMap<string, string> =>
  new Map(entities.map(({ id, name }) => [id, name]));

interface Statements {
  readonly all: StatementSyncInstance;
  readonly hash: StatementSyncInstance;
  readonly put: StatementSyncInstance;
  readonly drop: StatementSyncInstance;
  readonly key: StatementSyncInstance;
}

/**
 * Writes a derived case over the stored one: only rows that differ are touched.
 *
 * An item that is the same object as in the case that this process wrote last is taken as written, where the file still holds
 * that case; any other is put into JSON and its hash compared with that of its row.
 */
export class ItemsWriter {
  readonly #database: DatabaseSyncInstance;
  readonly #statements: Statements;
  readonly #index: ItemIndex;
  #written: Written | null = null;

  constructor(database: DatabaseSyncInstance) {
    this.#database = database;
    this.#index = new ItemIndex(database);
    this.#statements = {
      all: database.prepare('select list, id, sha256 from items'),
      hash: database.prepare('select sha256 from items where list = ? and id = ?'),
      put: database.prepare(
        'insert into items (list, id, json, sha256) values (?, ?, ?, ?) on conflict (list, id) do update set json = excluded.json, sha256 = excluded.sha256 returning key',
      ),
      drop: database.prepare('delete from items where list = ? and id = ? returning key'),
      key: database.prepare('select key from items where list = ? and id = ?'),
    };
  }

  /**
   * To be called within a transaction.
   *
   * @param stored What the store says of the case that it holds; null when it holds none.
   * @returns The hash of all items, and what to call once the transaction has been committed.
   */
  write(
    digest: string,
    derived: Case,
    stored: { readonly digest: string; readonly itemsSha256: string } | null,
  ): { readonly itemsSha256: string; readonly committed: () => void } {
    const written = this.#written;
    const isOurs = written !== null && stored?.digest === written.digest && stored.itemsSha256 === written.itemsSha256;
    const sum = new ItemsDigest(isOurs ? written.itemsSha256 : undefined);
    const lists = new Map<CaseList, Items>();
    this.#index.names(namesOf(derived.entities), isOurs ? written.names : storedNames(this.#database));
    if (isOurs) {
      for (const list of CASE_LISTS)
        lists.set(list, this.#writeChanged(list, derived[list], written.lists.get(list), sum));
    } else {
      const hashes = this.#storedHashes();
      for (const list of CASE_LISTS) lists.set(list, this.#writeCompared(list, derived[list], hashes, sum));
      for (const key of hashes.keys()) {
        const [list = '', id = ''] = key.split('\n');
        this.#drop(list as CaseList, id);
      }
    }
    this.#index.flush();
    const itemsSha256 = sum.hex;
    return {
      itemsSha256,
      committed: () => {
        this.#written = { digest, itemsSha256, lists, names: namesOf(derived.entities) };
      },
    };
  }

  /** Hashes of the rows that are there, by list and id. */
  #storedHashes(): Map<string, string> {
    const hashes = new Map<string, string>();
    for (const row of this.#statements.all.iterate()) {
      const { list, id, sha256 } = row as { readonly list: string; readonly id: string; readonly sha256: string };
      hashes.set(`${list}\n${id}`, sha256);
    }
    return hashes;
  }

  #writeCompared(list: CaseList, items: readonly Item[], hashes: Map<string, string>, sum: ItemsDigest): Items {
    const made = new Map<string, Item>();
    for (const item of items) {
      made.set(item.id, item);
      const json = JSON.stringify(item);
      const hash = itemSha256(list, item.id, json);
      sum.toggle(hash);
      const key = `${list}\n${item.id}`;
      if (hashes.get(key) !== hash) this.#put(list, item, json, hash);
      else this.#rename(list, item);
      hashes.delete(key);
    }
    return made;
  }

  #writeChanged(list: CaseList, items: readonly Item[], before: Items | undefined, sum: ItemsDigest): Items {
    const made = new Map<string, Item>();
    let kept = 0;
    for (const item of items) {
      made.set(item.id, item);
      const old = before?.get(item.id);
      if (old !== undefined) kept++;
      if (old === item) {
        this.#rename(list, item);
        continue;
      }
      const json = JSON.stringify(item);
      const hash = itemSha256(list, item.id, json);
      const stored = old === undefined ? null : this.#storedHash(list, item.id);
      if (stored === hash) {
        this.#rename(list, item);
        continue;
      }
      if (stored !== null) sum.toggle(stored);
      sum.toggle(hash);
      this.#put(list, item, json, hash);
    }
    if (before === undefined || kept === before.size) return made;
    for (const id of before.keys()) {
      if (made.has(id)) continue;
      const stored = this.#storedHash(list, id);
      if (stored !== null) sum.toggle(stored);
      this.#drop(list, id);
    }
    return made;
  }

  #put(list: CaseList, item: Item, json: string, hash: string): void {
    const { key } = this.#statements.put.get(list, item.id, json, hash) as { readonly key: number };
    this.#index.put(list, key, item);
  }

  #drop(list: CaseList, id: string): void {
    const row = this.#statements.drop.get(list, id) as { readonly key: number } | undefined;
    if (row) this.#index.drop(list, row.key);
  }

  /** A row that stays as it is may be found by another name than before. */
  #rename(list: CaseList, item: Item): void {
    if (!this.#index.isRenamed(list, item)) return;
    const { key } = this.#statements.key.get(list, item.id) as { readonly key: number };
    this.#index.put(list, key, item);
  }

  #storedHash(list: CaseList, id: string): string | null {
    const row = this.#statements.hash.get(list, id) as { readonly sha256: string } | undefined;
    return row?.sha256 ?? null;
  }
}

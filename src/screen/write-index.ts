import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { BackchannelError } from '../model/index.ts';
import { nameKeys } from '../text/index.ts';
import { APPLICATION_ID, BUCKET_SHIFT, INDEX_VERSION, type IndexedList, packEntry, TABLES } from './index-file.ts';
import type { ListAddition, ListEntry } from './list-entry.ts';
import { GrowingNumbers, hashOf, packNumbers } from './packed.ts';
import { PairSorter } from './pair-sorter.ts';

/** Bits of the first letters of a name's words, so that an initial can be held against it without looking at it. */
const letterBit = (spelling: string): number => 1 << (spelling.charCodeAt(0) & 31);

const removePart = (part: string): void => {
  for (const file of [part, `${part}-journal`, ...[1, 2, 3].map((number) => `${part}.${number}`)])
    rmSync(file, { force: true });
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Takes away what processes that were killed have left beside the place of an index. */
const removeLeft = (path: string): void => {
  const [folder, file] = [dirname(path), basename(path)];
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(`${file}.`) ? /^(\d+)\.part/.exec(name.slice(file.length + 1))?.[1] : undefined;
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(folder, name), { force: true });
  }
};

const cannotWrite = (path: string, cause: unknown): BackchannelError =>
  new BackchannelError(
    'screen/cannot-write',
    `Expected to write an index at ${path}, found: ${cause instanceof Error ? cause.message : String(cause)}.`,
    { place: path, next: 'Check the folder and the room on the disk, then run the same command again.', cause },
  );

/**
 * Writes an index of lists, entry by entry, into a file beside its place; `finish` puts it there in one step. Whatever happens before,
 * an index that was there stays, and none that looks whole is left.
 *
 * Held in memory: the distinct words of all names (about 150 bytes each), 9 bytes a name, and 96 MB for sorting.
 */
export class IndexWriter {
  readonly #path: string;
  readonly #part: string;
  readonly #database: DatabaseSyncInstance;
  readonly #insertEntry: ReturnType<DatabaseSyncInstance['prepare']>;
  readonly #insertAddition: ReturnType<DatabaseSyncInstance['prepare']>;
  readonly #words = new Map<string, number>();
  readonly #spellings: string[] = [];
  readonly #nameEntry = new GrowingNumbers<Uint32Array>((length) => new Uint32Array(length));
  readonly #nameLetters = new GrowingNumbers<Uint32Array>((length) => new Uint32Array(length));
  readonly #nameLeast = new GrowingNumbers<Uint8Array>((length) => new Uint8Array(length));
  readonly #postings: PairSorter;
  readonly #keys: PairSorter;
  readonly #wholes: PairSorter;
  #entries = 0;
  #isOpen = true;

  /** @throws BackchannelError `screen/cannot-write`. */
  constructor(path: string) {
    this.#path = path;
    this.#part = `${path}.${process.pid}.part`;
    try {
      removeLeft(path);
      this.#database = new DatabaseSync(this.#part);
      // Nothing is to be saved of a part: it is made again from the lists.
      this.#database.exec('pragma page_size = 16384; pragma journal_mode = off; pragma synchronous = off;');
      this.#database.exec(TABLES);
      this.#database.exec('begin');
    } catch (error) {
      throw cannotWrite(path, error);
    }
    this.#insertEntry = this.#database.prepare('insert into entries (id, json) values (?, ?)');
    this.#insertAddition = this.#database.prepare('insert into additions (ref, json) values (?, ?)');
    this.#postings = new PairSorter(`${this.#part}.1`);
    this.#keys = new PairSorter(`${this.#part}.2`);
    this.#wholes = new PairSorter(`${this.#part}.3`);
  }

  get names(): number {
    return this.#nameEntry.length;
  }

  /** @param list Number of the list, as given to `finish`. */
  add(list: number, entry: ListEntry): void {
    this.#insertEntry.run(this.#entries, packEntry({ list, firstName: this.#nameEntry.length, entry }));
    for (const { text } of entry.names) this.#addName(text, entry);
    this.#entries++;
  }

  addMore({ ref, programs, listed }: ListAddition): void {
    this.#insertAddition.run(ref, JSON.stringify([programs, listed]));
  }

  #addName(text: string, entry: ListEntry): void {
    const name = this.#nameEntry.length;
    const { words, least, whole } = nameKeys(text, entry.type);
    let letters = 0;
    for (const word of words) {
      let known = this.#words.get(word.id);
      if (known === undefined) {
        known = this.#words.size;
        this.#words.set(word.id, known);
        this.#spellings.push(word.spelling);
        for (const key of word.sure()) this.#keys.add(hashOf(key), known);
        for (const key of word.loose()) this.#keys.add(hashOf(key), known);
      }
      this.#postings.add(known, name);
      letters |= letterBit(word.id) | letterBit(word.spelling);
    }
    for (const key of whole) this.#wholes.add(hashOf(key), name);
    this.#nameEntry.push(this.#entries);
    this.#nameLetters.push(letters >>> 0);
    this.#nameLeast.push(Math.min(least, 255));
  }

  #writeBuckets(table: string, sorter: PairSorter): void {
    const insert = this.#database.prepare(`insert into ${table} (bucket, data) values (?, ?)`);
    let [bucket, pairs]: [number, number[]] = [-1, []];
    const flush = (): void => {
      if (pairs.length > 0) insert.run(bucket, new Uint8Array(Uint32Array.from(pairs).buffer));
      pairs = [];
    };
    for (const [hash, value] of sorter.sorted()) {
      if (hash >>> BUCKET_SHIFT !== bucket) {
        flush();
        bucket = hash >>> BUCKET_SHIFT;
      }
      pairs.push(hash, value);
    }
    flush();
  }

  #writePostings(): void {
    const insert = this.#database.prepare('insert into postings (word, count, data) values (?, ?, ?)');
    const counts = new Uint32Array(this.#words.size);
    let [word, names]: [number, number[]] = [-1, []];
    const flush = (): void => {
      if (names.length === 0) return;
      insert.run(word, names.length, packNumbers(names));
      counts[word] = names.length;
      names = [];
    };
    for (const [key, name] of this.#postings.sorted()) {
      if (key !== word) {
        flush();
        word = key;
      }
      names.push(name);
    }
    flush();
    this.#writeArray('counts', new Uint8Array(counts.buffer));
  }

  #writeArray(name: string, data: Uint8Array): void {
    this.#database.prepare('insert into arrays (name, data) values (?, ?)').run(name, data);
  }

  /**
   * Writes what was gathered and puts the index at its place.
   *
   * @throws BackchannelError `screen/cannot-write`.
   */
  finish(lists: readonly IndexedList[]): void {
    try {
      this.#writePostings();
      this.#writeBuckets('keys', this.#keys);
      this.#writeBuckets('wholes', this.#wholes);
      this.#writeArray('spellings', new TextEncoder().encode(this.#spellings.join('\n')));
      this.#writeArray('nameEntry', this.#nameEntry.bytes());
      this.#writeArray('nameLetters', this.#nameLetters.bytes());
      this.#writeArray('nameLeast', this.#nameLeast.bytes());
      const insert = this.#database.prepare('insert into lists (id, json) values (?, ?)');
      for (const [id, list] of lists.entries()) insert.run(id, JSON.stringify(list));
      this.#database.exec('create index additions_by_ref on additions (ref)');
      this.#database.exec('commit');
      this.#database.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${INDEX_VERSION};`);
      this.#close();
      const file = openSync(this.#part, 'r+');
      fsyncSync(file);
      closeSync(file);
      renameSync(this.#part, this.#path);
    } catch (error) {
      this.abandon();
      throw cannotWrite(this.#path, error);
    }
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#database.close();
    for (const sorter of [this.#postings, this.#keys, this.#wholes]) sorter.close();
  }

  /** Takes away what was written so far. */
  abandon(): void {
    this.#close();
    removePart(this.#part);
  }
}

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { distance } from 'fastest-levenshtein';
import { keysToAsk, type NameKeyWord, type NameType, nameKeys, spellingsMayMeet } from '../text/index.ts';
import { BUCKET_SHIFT, type IndexedList, openIndexFile, type StoredEntry, unpackEntry } from './index-file.ts';
import { hashOf, unpackNumbers } from './packed.ts';

/** A word of the lists that a word of a query may be, and how near it is: 1 for the same. */
interface NearWord {
  readonly word: number;
  readonly near: number;
}

/** Names that are compared in full for one query for the words that they share with it, the most promising first. */
const MOST_COMPARED = 25;
/** Names whose letters are those of the query, namesakes of each other: all are compared, up to a number that no name has. */
const MOST_SAME = 1_000;
/** Names whose first letters are the query, or the reverse: three letters are those of thousands of bodies. */
const MOST_BY_LETTERS = 10;
/** Names that a mask of words has bits for; longer names are looked up by their first words. */
const MOST_WORDS = 30;
/** What a sure form of a word counts, beside the word itself. */
const SURE = 0.9;
/** What each differing letter of a spelling takes. */
const PER_EDIT = 0.15;
/** Pieces of a word that may be two words written as one. */
const LEAST_PIECE = 2;
const LEAST_SPLIT = 6;
/** Numbers of names kept at hand of words that were asked for: 16 million are 64 MB. */
const NUMBERS_KEPT = 16_000_000;
const BUCKETS_KEPT = 32_768;
/** Words that one word may be, the nearest: what is further is a slip in a frequent name more often than not. */
const MOST_NEAR = 40;
const WORDS_KEPT = 50_000;

const bitsSet = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
};

const numbersOf = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));

/**
 * An index of lists, open to be asked.
 *
 * Held in memory: 17 bytes a name, the spellings of all distinct words, and what was asked for lately, up to about 150 MB.
 */
export class ListIndex {
  readonly path: string;
  readonly #database: DatabaseSyncInstance;
  readonly #nameEntry: Uint32Array;
  readonly #nameLetters: Uint32Array;
  readonly #nameLeast: Uint8Array;
  readonly #counts: Uint32Array;
  readonly #spellings: readonly string[];
  /** For each name which words of the query it has, and what they weigh; all 0 between two queries. */
  readonly #masks: Uint32Array;
  readonly #weights: Float32Array;
  readonly #touched: Uint32Array;
  readonly #lists: readonly IndexedList[];
  readonly #buckets = new Map<string, Uint32Array>();
  readonly #near = new Map<string, readonly NearWord[]>();
  readonly #postings = new Map<number, Uint32Array>();
  #numbersKept = 0;
  readonly #selectBucket: Readonly<Record<'keys' | 'wholes', ReturnType<DatabaseSyncInstance['prepare']>>>;
  readonly #selectPosting: ReturnType<DatabaseSyncInstance['prepare']>;
  readonly #selectEntry: ReturnType<DatabaseSyncInstance['prepare']>;
  readonly #selectAdditions: ReturnType<DatabaseSyncInstance['prepare']>;

  /** @throws BackchannelError `screen/not-an-index`, `screen/other-version`. */
  constructor(path: string) {
    this.path = path;
    this.#database = openIndexFile(path);
    this.#selectBucket = {
      keys: this.#database.prepare('select data from keys where bucket = ?'),
      wholes: this.#database.prepare('select data from wholes where bucket = ?'),
    };
    this.#selectPosting = this.#database.prepare('select count, data from postings where word = ?');
    this.#selectEntry = this.#database.prepare('select json from entries where id = ?');
    this.#selectAdditions = this.#database.prepare('select json from additions where ref = ?');
    this.#nameEntry = numbersOf(this.#array('nameEntry'));
    this.#nameLetters = numbersOf(this.#array('nameLetters'));
    this.#nameLeast = this.#array('nameLeast');
    this.#counts = numbersOf(this.#array('counts'));
    this.#spellings = new TextDecoder().decode(this.#array('spellings')).split('\n');
    this.#masks = new Uint32Array(this.#nameEntry.length);
    this.#weights = new Float32Array(this.#nameEntry.length);
    this.#touched = new Uint32Array(this.#nameEntry.length);
    const rows = this.#database.prepare('select json from lists order by id').all() as readonly {
      readonly json: string;
    }[];
    this.#lists = rows.map(({ json }) => JSON.parse(json) as IndexedList);
  }

  /** The lists that are in it, in the order in which they were given. */
  lists(): readonly IndexedList[] {
    return this.#lists;
  }

  get names(): number {
    return this.#nameEntry.length;
  }

  #array(name: string): Uint8Array {
    const row = this.#database.prepare('select data from arrays where name = ?').get(name) as
      | { readonly data: Uint8Array }
      | undefined;
    return row?.data ?? new Uint8Array();
  }

  #bucket(table: 'keys' | 'wholes', number: number): Uint32Array {
    const key = `${table} ${number}`;
    const known = this.#buckets.get(key);
    if (known !== undefined) return known;
    const row = this.#selectBucket[table].get(number) as { readonly data: Uint8Array } | undefined;
    const made = row === undefined ? new Uint32Array() : numbersOf(row.data);
    if (this.#buckets.size >= BUCKETS_KEPT) this.#buckets.clear();
    this.#buckets.set(key, made);
    return made;
  }

  /** What lies under a key: numbers of words, or of names. */
  #under(table: 'keys' | 'wholes', key: string): readonly number[] {
    const hash = hashOf(key);
    const pairs = this.#bucket(table, hash >>> BUCKET_SHIFT);
    let [low, high] = [0, pairs.length / 2];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[middle * 2] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (; pairs[low * 2] === hash; low++) found.push(pairs[low * 2 + 1] ?? 0);
    return found;
  }

  #namesWith(word: number): Uint32Array {
    const known = this.#postings.get(word);
    if (known !== undefined) return known;
    const row = this.#selectPosting.get(word) as { readonly count: number; readonly data: Uint8Array } | undefined;
    const made = row === undefined ? new Uint32Array() : unpackNumbers(row.data, row.count);
    if (this.#numbersKept + made.length > NUMBERS_KEPT) {
      this.#postings.clear();
      this.#numbersKept = 0;
    }
    this.#postings.set(word, made);
    this.#numbersKept += made.length;
    return made;
  }

  /** The words of the lists that a word may be, nearest first. */
  #nearWords(word: NameKeyWord): readonly NearWord[] {
    const known = this.#near.get(word.id);
    if (known !== undefined) return known;
    const found = new Map<number, number>();
    for (const key of keysToAsk(word)) {
      const near = key.startsWith('t:') ? 1 : key.startsWith('i:') ? 0.5 : SURE;
      for (const id of this.#under('keys', key)) if ((found.get(id) ?? 0) < near) found.set(id, near);
    }
    for (const key of word.loose()) {
      for (const id of this.#under('keys', key)) {
        if (found.has(id)) continue;
        const other = this.#spellings[id] ?? '';
        const letters = Math.min(other.length, word.spelling.length);
        if (!spellingsMayMeet(letters, Math.abs(other.length - word.spelling.length))) continue;
        const edits = distance(other, word.spelling);
        if (spellingsMayMeet(letters, edits)) found.set(id, SURE - PER_EDIT * edits);
      }
    }
    const made = [...found]
      .map(([id, near]) => ({ word: id, near }))
      .sort((a, b) => b.near - a.near || a.word - b.word)
      .slice(0, MOST_NEAR);
    if (this.#near.size >= WORDS_KEPT) this.#near.clear();
    this.#near.set(word.id, made);
    return made;
  }

  /** How much a word says: the rarer, the more. */
  #weightOf(word: number): number {
    return Math.log(1 + this.names / (1 + (this.#counts[word] ?? 0)));
  }

  /**
   * Finds the names that could be the name asked for, among all names of all lists.
   *
   * @returns Numbers of names, the most promising first: all that are written with the same letters; then at most twenty-five that have
   *   words in common, what shares rare ones before what shares frequent ones; then some whose first letters it is. Whether they are
   *   names of one bearer is for others to judge.
   */
  find(name: string, type: NameType): readonly number[] {
    const { words, least, whole } = nameKeys(name, type);
    const asked = words.slice(0, MOST_WORDS);
    const [masks, weights, touched] = [this.#masks, this.#weights, this.#touched];
    let count = 0;
    const meet = (id: number, bit: number, weight: number): void => {
      const mask = masks[id] ?? 0;
      if ((mask & bit) === bit) return;
      if (mask === 0) touched[count++] = id;
      masks[id] = mask | bit;
      weights[id] = (weights[id] ?? 0) + weight;
    };
    for (const [at, word] of asked.entries()) {
      if (word.isInitial) continue;
      for (const { word: id, near } of this.#nearWords(word)) {
        const weight = near * this.#weightOf(id);
        const names = this.#namesWith(id);
        for (let next = 0; next < names.length; next++) meet(names[next] ?? 0, 1 << at, weight);
      }
    }
    this.#meetSplit(asked, meet);
    this.#meetJoined(asked, meet);
    const letters = asked.map((word) => (word.isInitial ? 1 << (word.id.charCodeAt(0) & 31) : 0));
    const strong = asked.reduce((bits, word, at) => (word.isWeak && least < asked.length ? bits : bits | (1 << at)), 0);
    const found: { readonly id: number; readonly rank: number }[] = [];
    const hasInitial = letters.some((letter) => letter !== 0);
    for (let next = 0; next < count; next++) {
      const id = touched[next] ?? 0;
      const mask = masks[id] ?? 0;
      const weight = weights[id] ?? 0;
      const needed = this.#nameLeast[id] ?? 1;
      masks[id] = 0;
      weights[id] = 0;
      let met = bitsSet(mask & strong);
      if (hasInitial) for (const letter of letters) if (((this.#nameLetters[id] ?? 0) & letter) !== 0) met++;
      if (met >= Math.min(least, needed)) found.push({ id, rank: weight * (met / Math.max(least, needed, met)) });
    }
    found.sort((a, b) => b.rank - a.rank || a.id - b.id);
    const under = (kind: string, most: number): readonly number[] =>
      whole.flatMap((key) => (key.startsWith(kind) ? this.#under('wholes', key) : [])).slice(0, most);
    const near = found.slice(0, MOST_COMPARED).map(({ id }) => id);
    return [...new Set([...under('w:', MOST_SAME), ...near, ...under('a:', MOST_BY_LETTERS)])];
  }

  /** A word of the query that the lists have as two: "Abdulkadir" for "Abdul Kadir". */
  #meetSplit(words: readonly NameKeyWord[], meet: (id: number, bit: number, weight: number) => void): void {
    for (const [at, { id: text }] of words.entries()) {
      if (text.length < LEAST_SPLIT || !/^[a-z]+$/.test(text)) continue;
      for (let cut = LEAST_PIECE; cut <= text.length - LEAST_PIECE; cut++) {
        const [first, second] = [text.slice(0, cut), text.slice(cut)].map(
          (piece) => this.#under('keys', `t:${piece}`)[0],
        );
        if (first === undefined || second === undefined) continue;
        const [few, many] = [this.#namesWith(first), this.#namesWith(second)].sort((a, b) => a.length - b.length);
        const others = new Set(few);
        const weight = this.#weightOf(first) + this.#weightOf(second);
        for (const name of many ?? []) if (others.has(name)) meet(name, 1 << at, weight);
      }
    }
  }

  /** Two words of the query that the lists have as one. */
  #meetJoined(words: readonly NameKeyWord[], meet: (id: number, bit: number, weight: number) => void): void {
    for (const [at, { id: first }] of words.entries()) {
      const second = words[at + 1]?.id;
      if (second === undefined) continue;
      for (const id of this.#under('keys', `t:${first}${second}`))
        for (const name of this.#namesWith(id)) meet(name, (1 << at) | (1 << (at + 1)), this.#weightOf(id));
    }
  }

  /** The entry that a name is of, with all that its lists tell of it. */
  entryOf(name: number): StoredEntry & { readonly id: number } {
    const id = this.#nameEntry[name] ?? 0;
    const row = this.#selectEntry.get(id) as { readonly json: string };
    return { id, ...unpackEntry(row.json) };
  }

  /** What a list tells of an entry in other places: programmes, and since when. */
  additionsOf(ref: string): readonly { readonly programs: readonly string[]; readonly listed: string | null }[] {
    const rows = this.#selectAdditions.all(ref) as readonly { readonly json: string }[];
    return rows.map(({ json }) => {
      const [programs, listed] = JSON.parse(json) as readonly [readonly string[], string | null];
      return { programs, listed };
    });
  }

  close(): void {
    this.#database.close();
  }
}

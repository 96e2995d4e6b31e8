import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Pairs held before they are written to disk: 32 MB. */
const HELD = 4_194_304;
/** Pairs read back at once of each run. */
const READ = 65_536;

/** A sorted run of pairs on disk, read from its start. */
class Run {
  readonly #file: number;
  readonly #buffer = new BigUint64Array(READ);
  readonly #bytes = new Uint8Array(this.#buffer.buffer);
  #at = 0;
  #filled = 0;
  #place: number;
  readonly #end: number;

  constructor(file: number, start: number, pairs: number) {
    this.#file = file;
    this.#place = start * 8;
    this.#end = (start + pairs) * 8;
  }

  /** The next pair; null when there are no more. */
  peek(): bigint | null {
    if (this.#at < this.#filled) return this.#buffer[this.#at] ?? null;
    const want = Math.min(READ * 8, this.#end - this.#place);
    if (want <= 0) return null;
    const read = readSync(this.#file, this.#bytes, 0, want, this.#place);
    this.#place += read;
    [this.#at, this.#filled] = [0, read >>> 3];
    return this.#buffer[0] ?? null;
  }

  next(): void {
    this.#at++;
  }
}

/**
 * Sorts pairs of whole numbers below 2^32 of which there may be more than fit in memory: what fills 32 MB is sorted and written to a file
 * beside, and what was written is merged.
 */
export class PairSorter {
  readonly #path: string;
  readonly #pairs = new BigUint64Array(HELD);
  readonly #words = new Uint32Array(this.#pairs.buffer);
  #count = 0;
  #file: number | null = null;
  readonly #runs: number[] = [];

  /** @param path Where runs are written, if there are any; the file goes again with `close`. */
  constructor(path: string) {
    this.#path = path;
  }

  add(key: number, value: number): void {
    if (this.#count === HELD) this.#spill();
    // Little-endian: the value is the lower half, the key the upper.
    this.#words[this.#count * 2] = value;
    this.#words[this.#count * 2 + 1] = key;
    this.#count++;
  }

  #spill(): void {
    const held = this.#pairs.subarray(0, this.#count).sort();
    this.#file ??= openSync(this.#path, 'w+');
    const bytes = new Uint8Array(held.buffer, held.byteOffset, held.byteLength);
    const start = this.#runs.reduce((sum, pairs) => sum + pairs, 0) * 8;
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#file, bytes, done, bytes.length - done, start + done);
    this.#runs.push(this.#count);
    this.#count = 0;
  }

  /** The pairs in order, those that are twice once. Nothing may be added after. */
  *sorted(): Generator<readonly [key: number, value: number]> {
    let last = -1n;
    const split = (pair: bigint): readonly [number, number] => [Number(pair >> 32n), Number(pair & 0xffffffffn)];
    if (this.#file === null) {
      for (const pair of this.#pairs.subarray(0, this.#count).sort()) {
        if (pair !== last) yield split(pair);
        last = pair;
      }
      return;
    }
    if (this.#count > 0) this.#spill();
    let start = 0;
    const runs: Run[] = [];
    for (const pairs of this.#runs) {
      runs.push(new Run(this.#file, start, pairs));
      start += pairs;
    }
    // A run holds four million pairs, so there are few: looking at the head of each is cheap.
    for (;;) {
      let [least, from]: [bigint | null, Run | null] = [null, null];
      for (const run of runs) {
        const head = run.peek();
        if (head !== null && (least === null || head < least)) [least, from] = [head, run];
      }
      if (least === null || from === null) return;
      from.next();
      if (least !== last) yield split(least);
      last = least;
    }
  }

  close(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    this.#file = null;
    rmSync(this.#path, { force: true });
  }
}

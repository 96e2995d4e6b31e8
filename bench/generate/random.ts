/** FNV-1a over the code units: four different starts make the four words of the generator's state. */
const hash = (words: string, start: number): number => {
  let value = start >>> 0;
  for (let at = 0; at < words.length; at++) value = Math.imul(value ^ words.charCodeAt(at), 0x01000193) >>> 0;
  return value;
};

/**
 * Chance that is the same on every machine: Marsaglia's xorshift with 128 bits of state (Journal of Statistical Software
 * 8/14, 2003), seeded by words.
 */
export class Random {
  readonly #seed: string;
  #x: number;
  #y: number;
  #z: number;
  #w: number;

  constructor(seed: string) {
    this.#seed = seed;
    this.#x = hash(seed, 0x811c9dc5) | 1;
    this.#y = hash(seed, 0x9e3779b9);
    this.#z = hash(seed, 0x7f4a7c15);
    this.#w = hash(seed, 0x85ebca6b);
    // Seeds that differ in one letter give like states: a few rounds part them.
    for (let round = 0; round < 20; round++) this.next();
  }

  /** Another stream, which does not depend on how far this one has been drawn. */
  fork(label: string): Random {
    return new Random(`${this.#seed}/${label}`);
  }

  /** In [0, 1). */
  next(): number {
    const t = (this.#x ^ (this.#x << 11)) >>> 0;
    this.#x = this.#y;
    this.#y = this.#z;
    this.#z = this.#w;
    this.#w = (this.#w ^ (this.#w >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    return this.#w / 0x1_0000_0000;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.next() * list.length)];
    if (one === undefined) throw new RangeError('Expected something to pick from, found an empty list.');
    return one;
  }

  /** One of the list where the k-th is drawn about 1/k as often as the first (Zipf). */
  pickZipf<T>(list: readonly T[]): T {
    const at = Math.floor((list.length + 1) ** this.next()) - 1;
    return list[Math.min(at, list.length - 1)] ?? this.pick(list);
  }

  shuffle<T>(list: readonly T[]): readonly T[] {
    const copy = [...list];
    for (let at = copy.length - 1; at > 0; at--) {
      const other = Math.floor(this.next() * (at + 1));
      [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
    }
    return copy;
  }
}

/** Ascending whole numbers below 2^32 as differences, seven bits a byte: most of a list of names that share a word take one or two. */
export const packNumbers = (numbers: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(numbers.length * 5);
  let [at, before] = [0, 0];
  for (const number of numbers) {
    let difference = number - before;
    before = number;
    while (difference > 127) {
      bytes[at++] = (difference % 128) | 128;
      difference = Math.floor(difference / 128);
    }
    bytes[at++] = difference;
  }
  return bytes.slice(0, at);
};

/** The numbers that {@link packNumbers} packed. */
export const unpackNumbers = (bytes: Uint8Array, count: number): Uint32Array => {
  const numbers = new Uint32Array(count);
  let [before, at] = [0, 0];
  for (let index = 0; index < count; index++) {
    let [difference, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++] ?? 0;
      difference += (byte & 127) * factor;
      if (byte < 128) break;
      factor *= 128;
    }
    before += difference;
    numbers[index] = before;
  }
  return numbers;
};

/** A whole number below 2^32 for a text (FNV-1a). Two texts rarely share one; what shares one by chance is told apart later. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
};

/** Numbers that are added one by one and kept close together in memory. */
export class GrowingNumbers<Numbers extends Uint8Array | Uint32Array> {
  readonly #make: (length: number) => Numbers;
  #numbers: Numbers;
  #length = 0;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#numbers = make(65_536);
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const more = this.#make(this.#length * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.#length++] = number;
  }

  get length(): number {
    return this.#length;
  }

  /** As bytes, little-endian. */
  bytes(): Uint8Array {
    const own = this.#numbers.subarray(0, this.#length);
    return new Uint8Array(own.buffer, own.byteOffset, own.byteLength);
  }
}

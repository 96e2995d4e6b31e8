import { sha256 } from '../model/index.ts';

/** The hash of one item as it is stored. */
export const itemSha256 = (list: string, id: string, json: string): string => sha256(`${list}\n${id}\n${json}`);

const NONE = '0'.repeat(64);

/**
 * One hash for a set of items, to which items are added and from which they are taken without looking at the others: the
 * hashes of all of them, by exclusive or. It tells that a row was changed, lost or added by accident, whichever it was; it is
 * no defence against somebody who computes rows to fit, who could as well write the hash anew.
 *
 * @see M. Bellare and D. Micciancio, "A new paradigm for collision-free hashing: incrementality at reduced cost", 1997.
 */
export class ItemsDigest {
  readonly #sum: Buffer;

  /** @param from A digest as {@link ItemsDigest.hex} gives it; that of no items unless given. */
  constructor(from: string = NONE) {
    this.#sum = Buffer.from(/^[0-9a-f]{64}$/.test(from) ? from : NONE, 'hex');
  }

  /** Adds an item that is not in the set, or takes out one that is. */
  toggle(hash: string): void {
    const bytes = Buffer.from(hash, 'hex');
    for (let at = 0; at < this.#sum.length; at++) this.#sum[at] = (this.#sum[at] ?? 0) ^ (bytes[at] ?? 0);
  }

  get hex(): string {
    return this.#sum.toString('hex');
  }
}

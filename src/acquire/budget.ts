import { BackchannelError } from '../model/index.ts';

/** How much may come out of one file that holds others, however they are nested. */
export interface BudgetLimits {
  /** Things inside of things inside of things: 8 by default. */
  readonly depth: number;
  /** Files, messages and records in all: 100,000 by default. */
  readonly items: number;
  /** Bytes unpacked in all: 4 GB by default. */
  readonly bytes: number;
  /** Bytes unpacked for each byte packed, counted from the first megabyte on: 200 by default. */
  readonly ratio: number;
}

export const DEFAULT_BUDGET: BudgetLimits = { depth: 8, items: 100_000, bytes: 4 * 1024 ** 3, ratio: 200 };

/** Thrown where a file holds more than may come out of it: what came out before is kept. */
export class BudgetSpent extends BackchannelError {
  constructor(message: string) {
    super('acquire/too-much-inside', message, {
      next: 'Unpack it yourself, look at what it holds, and name the files that you want read.',
    });
  }
}

/** Counts what comes out of one file. One for each file that a user named or a folder holds. */
export class Budget {
  readonly #limits: BudgetLimits;
  #items = 0;
  #bytes = 0;

  constructor(limits: Partial<BudgetLimits> = {}) {
    this.#limits = { ...DEFAULT_BUDGET, ...limits };
  }

  /** Whether nothing more can come out, however small. */
  get isSpent(): boolean {
    return this.#bytes > this.#limits.bytes || this.#items > this.#limits.items;
  }

  /** @throws BudgetSpent */
  takeItem(depth: number): void {
    const { items, depth: deepest } = this.#limits;
    if (depth > deepest) throw new BudgetSpent(`Expected at most ${deepest} archives inside each other, found more.`);
    if (++this.#items > items)
      throw new BudgetSpent(`Expected at most ${items.toLocaleString('en')} things inside of one file, found more.`);
  }

  /**
   * To be asked while bytes are unpacked, not after.
   *
   * @param packed How many bytes they were unpacked from; omit where nothing was.
   * @param unpacked Of these in all, with those asked for before of the same packed bytes.
   * @param now How many of them are new.
   * @throws BudgetSpent
   */
  takeBytes(now: number, unpacked = 0, packed: number | null = null): void {
    const { bytes, ratio } = this.#limits;
    this.#bytes += now;
    if (this.#bytes > bytes)
      throw new BudgetSpent(`Expected at most ${Math.round(bytes / 1024 ** 2)} MB inside of one file, found more.`);
    if (packed !== null && unpacked > 1024 ** 2 && unpacked > packed * ratio)
      throw new BudgetSpent(
        `Expected at most ${ratio} bytes unpacked for each byte packed, found more: it looks like an archive made to fill the disk.`,
      );
  }
}

/** What came of a measure: shares from 0 to 1, and what they were counted from. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

/** Precision, recall and F1 of so many right ones; 0 where there is nothing to divide by. */
export const figuresOf = (gold: number, found: number, right: number): Figures => {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, gold, found, right };
};

/** Adds up gold, found and right over documents: figures of all of them together ("micro"). */
export class Tally {
  #gold = 0;
  #found = 0;
  #right = 0;

  count(gold: number, found: number, right: number): void {
    this.#gold += gold;
    this.#found += found;
    this.#right += right;
  }

  /** Compares two lists of keys of one document as sets: what occurs twice counts once. */
  compare(gold: Iterable<string>, found: Iterable<string>): void {
    const wanted = new Set(gold);
    const given = new Set(found);
    let right = 0;
    for (const key of given) if (wanted.has(key)) right++;
    this.count(wanted.size, given.size, right);
  }

  get figures(): Figures {
    return figuresOf(this.#gold, this.#found, this.#right);
  }
}

import type { Claim } from '../../model/index.ts';
import type { CaseLore } from './case-lore.ts';

/** How far two claims speak for being of one thing: points, and what met. `apart` when they cannot be. */
export type Judgement = Judged | 'apart';

export interface Judged {
  readonly points: number;
  /** What met, in words: "2 participants in common", "dates agree". */
  readonly met: readonly string[];
}

/** Points from which on two claims are taken for one thing. A shared thing alone gives fewer; with a second detail it is enough. */
export const ENOUGH = 4;
/** A second group that fits within so many points leaves open which is meant. */
export const MARGIN = 0.5;

/** How claims of one family are found to be of one thing. */
export interface Grouping {
  /** Number of the rule in SPEC.md. */
  readonly rule: string;
  /** Keys under which claims meet; claims without a key in common are never compared. */
  readonly keys: (claim: Claim, lore: CaseLore) => readonly string[];
  /** How exactly a claim says which one it means: 0 the most. Groups grow from exact claims; others join one of them or none. */
  readonly level: (claim: Claim) => 0 | 1 | 2;
  readonly judge: (a: Claim, b: Claim, lore: CaseLore) => Judgement;
}

/** Adds up what speaks for two claims being of one thing. */
export class Tally {
  #points = 0;
  readonly #met: string[] = [];

  /** @param what What met; null for something that bears on the points alone. */
  add(points: number, what: string | null = null): this {
    this.#points += points;
    if (what !== null) this.#met.push(what);
    return this;
  }

  get judged(): Judged {
    return { points: this.#points, met: this.#met };
  }
}

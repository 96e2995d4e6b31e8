import { byText } from '../model/index.ts';
import { sketchOf } from './origins/sketch.ts';
import type { Leaf } from './pile.ts';

/** Kept stretches below which a document is too short to judge. */
const LEAST_SAMPLES = 6;
/** Share of the shorter document's stretches that must be in the other one. */
const COPY_SHARE = 0.5;
/** A stretch in more documents than this links each to the first of them alone: all pairs would cost the square. */
const COMMON_STRETCH = 12;
/** Kept stretches in common from which on two documents are laid side by side for shared passages. */
const LEAST_SHARED = 3;

/** Two documents of the pile (ids, smaller first) with text in common. */
export interface Shared {
  readonly a: string;
  readonly b: string;
  /** Share of the shorter one's stretches found in the other, 0 to 1. */
  readonly share: number;
  /** Whether it is so much that one is the other's copy as a whole (rule O8). */
  readonly isCopy: boolean;
}

/** The pairs that one stretch makes of the documents that hold it, in the order of their ids. */
const pairsOf = (ids: readonly string[]): readonly (readonly [string, string])[] => {
  const pairs: [string, string][] = [];
  for (let at = 1; at < ids.length; at++) {
    const upTo = ids.length > COMMON_STRETCH ? 1 : at;
    for (let other = 0; other < upTo; other++) pairs.push([ids[other] ?? '', ids[at] ?? '']);
  }
  return pairs;
};

/**
 * Finds documents that share text, wherever in them it stands (rules O8, O20), run after run.
 *
 * A document that came is looked up by its stretches; what is known of the others stays. The answer is that of a search from
 * nothing: it depends on the set of documents alone. Grows with the number of kept stretches, not with the square of the
 * documents.
 *
 * @see A. Broder, "On the resemblance and containment of documents", 1997: samples of hashed shingles, containment.
 */
export class CopyIndex {
  #leaves = new Map<string, Leaf>();
  #holders = new Map<number, string[]>();
  #shared = new Map<string, Map<string, number>>();

  /** All pairs of the pile with text in common, ordered by a, then b. */
  find(pile: readonly Leaf[]): readonly Shared[] {
    const now = new Map(pile.map((leaf) => [leaf.document.id, leaf]));
    const isGone = ([id, leaf]: readonly [string, Leaf]): boolean => {
      const other = now.get(id);
      return other === undefined || (other !== leaf && sketchOf(other) !== sketchOf(leaf));
    };
    if ([...this.#leaves].some(isGone)) {
      this.#leaves = new Map();
      this.#holders = new Map();
      this.#shared = new Map();
    }
    for (const leaf of pile) {
      if (!this.#leaves.has(leaf.document.id)) this.#add(leaf);
      this.#leaves.set(leaf.document.id, leaf);
    }
    return this.#pairs();
  }

  /** Ids of the documents that hold a stretch, in order; none for a stretch that is not kept. */
  holdersOf(stretch: number): readonly string[] {
    return this.#holders.get(stretch) ?? [];
  }

  #pairs(): readonly Shared[] {
    const found: Shared[] = [];
    const sizeOf = (id: string): number => {
      const leaf = this.#leaves.get(id);
      return leaf === undefined ? 0 : sketchOf(leaf).samples.size;
    };
    for (const [a, row] of this.#shared) {
      for (const [b, both] of row) {
        if (both < LEAST_SHARED) continue;
        const least = Math.min(sizeOf(a), sizeOf(b));
        const share = both / Math.max(1, least);
        found.push({ a, b, share, isCopy: least >= LEAST_SAMPLES && share >= COPY_SHARE });
      }
    }
    return found.sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b));
  }

  #add(leaf: Leaf): void {
    const { id } = leaf.document;
    for (const sample of sketchOf(leaf).samples) {
      const known = this.#holders.get(sample);
      if (known === undefined) {
        this.#holders.set(sample, [id]);
        continue;
      }
      const first = known[0] ?? '';
      const crosses = known.length === COMMON_STRETCH || (known.length > COMMON_STRETCH && byText(id, first) < 0);
      if (crosses) for (const pair of pairsOf(known)) this.#count(pair, -1);
      let at = known.length;
      while (at > 0 && byText(known[at - 1] ?? '', id) > 0) at--;
      known.splice(at, 0, id);
      if (crosses) for (const pair of pairsOf(known)) this.#count(pair, 1);
      else if (known.length > COMMON_STRETCH) this.#count([first, id], 1);
      else
        for (const other of known) if (other !== id) this.#count(byText(other, id) < 0 ? [other, id] : [id, other], 1);
    }
  }

  #count([a, b]: readonly [string, string], by: number): void {
    const row = this.#shared.get(a) ?? new Map<string, number>();
    const count = (row.get(b) ?? 0) + by;
    if (count > 0) row.set(b, count);
    else row.delete(b);
    this.#shared.set(a, row);
  }
}

import { type Leaf, wordsAt } from './pile.ts';

/** Words in a row that count as one stretch: shorter ones are shared by chance, longer ones break at every edit. */
const SHINGLE_WORDS = 5;
/** One stretch in so many is kept, chosen by its hash, so that copies keep the same ones wherever they stand. */
const SAMPLE_ONE_IN = 4;
/** Kept stretches below which a document is too short to judge. */
const LEAST_SAMPLES = 6;
/** Share of the shorter document's stretches that must be in the other one. */
const COPY_SHARE = 0.5;
/** A stretch in more documents than this links neighbours alone: all pairs would cost the square. */
const COMMON_STRETCH = 12;

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
};

const REPORTING = new Set(['body', 'turn', 'headline']);

const sketches = new WeakMap<Leaf, ReadonlySet<number>>();

/** The stretches that are kept of a document; gathered once. */
const sketchOf = (leaf: Leaf): ReadonlySet<number> => {
  const made = sketches.get(leaf) ?? sketch(leaf);
  sketches.set(leaf, made);
  return made;
};

const sketch = (leaf: Leaf): ReadonlySet<number> => {
  const words = leaf.reading.blocks
    .filter((block) => REPORTING.has(block.kind))
    .flatMap(
      (block) =>
        wordsAt(leaf, [block.start, block.end])
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    );
  const samples = new Set<number>();
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) {
    const value = hash(words.slice(at, at + SHINGLE_WORDS).join(' '));
    if (value % SAMPLE_ONE_IN === 0) samples.add(value);
  }
  return samples;
};

/** Two documents of the pile (indices, smaller first) with much text in common. */
export interface NearCopy {
  readonly a: number;
  readonly b: number;
  /** Share of the shorter one's stretches found in the other, 0 to 1. */
  readonly share: number;
}

/**
 * Documents that share half or more of the shorter one's text, wherever in them it stands (rule O8).
 *
 * Ordered by a, then b. Grows with the number of kept stretches, not with the square of the documents.
 *
 * @see A. Broder, "On the resemblance and containment of documents", 1997: samples of hashed shingles, containment.
 */
export const findNearCopies = (pile: readonly Leaf[]): readonly NearCopy[] => {
  const kept = pile.map(sketchOf);
  const holders = new Map<number, number[]>();
  kept.forEach((samples, leaf) => {
    for (const sample of samples) {
      const list = holders.get(sample) ?? [];
      list.push(leaf);
      holders.set(sample, list);
    }
  });
  const shared = new Map<number, Map<number, number>>();
  const count = (a: number, b: number): void => {
    const row = shared.get(a) ?? new Map<number, number>();
    row.set(b, (row.get(b) ?? 0) + 1);
    shared.set(a, row);
  };
  for (const list of holders.values()) {
    for (let at = 1; at < list.length; at++) {
      const from = list.length > COMMON_STRETCH ? at - 1 : 0;
      for (let other = from; other < at; other++) count(list[other] ?? 0, list[at] ?? 0);
    }
  }
  const copies: NearCopy[] = [];
  for (const [a, row] of shared) {
    for (const [b, both] of row) {
      const least = Math.min(kept[a]?.size ?? 0, kept[b]?.size ?? 0);
      if (least >= LEAST_SAMPLES && both / least >= COPY_SHARE) copies.push({ a, b, share: both / least });
    }
  }
  return copies.sort((x, y) => x.a - y.a || x.b - y.b);
};

import type { Reading, Span } from '../../model/index.ts';
import { type Leaf, wordsAt } from '../pile.ts';

/** Words in a row that count as one stretch: shorter ones are shared by chance, longer ones break at every edit. */
export const SHINGLE_WORDS = 5;
/** One stretch in so many is kept, chosen by its hash, so that copies keep the same ones wherever they stand. */
const SAMPLE_ONE_IN = 4;

/** A word of a report, in small letters, with where it stands. */
export interface SketchWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Somebody else's words: between quotation marks, or said to be a named person's or body's. Reports share these as they are. */
  readonly isAside: boolean;
  readonly isCapital: boolean;
}

/** What a document's wording is compared by. */
export interface Sketch {
  readonly words: readonly SketchWord[];
  /** The stretch that begins at each word. */
  readonly hashes: Uint32Array;
  readonly samples: ReadonlySet<number>;
  /** Where each stretch of the writer's own words begins. */
  readonly places: () => ReadonlyMap<number, readonly number[]>;
}

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
};

const REPORTING = new Set(['body', 'turn', 'headline']);
const QUOTED = /“[^”\n]{1,1500}[”\n]|„[^“”\n]{1,1500}[“”\n]|«[^»\n]{1,1500}[»\n]|"[^"\n]{1,1500}["\n]/gu;

/** Where others speak, in text order. */
const asides = (leaf: Leaf): readonly Span[] => {
  const quoted = [...leaf.document.text.matchAll(QUOTED)].map(
    (match): Span => [match.index, match.index + match[0].length],
  );
  const said = leaf.reading.attributions
    .filter(({ sourceKind }) => sourceKind === 'named' || sourceKind === 'pronoun')
    .flatMap(({ content }): readonly Span[] => content);
  return [...quoted, ...said].sort((a, b) => a[0] - b[0]);
};

const sketches = new WeakMap<Reading, Sketch>();

/** What a document's wording is compared by; gathered once for each reading. */
export const sketchOf = (leaf: Leaf): Sketch => {
  const made = sketches.get(leaf.reading) ?? sketch(leaf);
  sketches.set(leaf.reading, made);
  return made;
};

const sketch = (leaf: Leaf): Sketch => {
  const aside = asides(leaf);
  const words: SketchWord[] = [];
  let next = 0;
  let reach = 0;
  for (const block of leaf.reading.blocks) {
    if (!REPORTING.has(block.kind)) continue;
    for (const match of wordsAt(leaf, [block.start, block.end]).matchAll(/[\p{L}\p{N}]+/gu)) {
      const start = block.start + match.index;
      for (; next < aside.length && (aside[next]?.[0] ?? 0) <= start; next++)
        reach = Math.max(reach, aside[next]?.[1] ?? 0);
      words.push({
        text: match[0].toLowerCase(),
        start,
        end: start + match[0].length,
        isAside: start < reach,
        isCapital: /^\p{Lu}/u.test(match[0]),
      });
    }
  }
  const hashes = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1));
  const samples = new Set<number>();
  for (let at = 0; at < hashes.length; at++) {
    const value = hash(
      words
        .slice(at, at + SHINGLE_WORDS)
        .map(({ text }) => text)
        .join(' '),
    );
    hashes[at] = value;
    if (value % SAMPLE_ONE_IN === 0) samples.add(value);
  }
  let places: Map<number, number[]> | null = null;
  return {
    words,
    hashes,
    samples,
    places: () => {
      if (places !== null) return places;
      places = new Map();
      for (const [at, value] of hashes.entries()) {
        const known = places.get(value);
        if (known === undefined) places.set(value, [at]);
        else known.push(at);
      }
      return places;
    },
  };
};

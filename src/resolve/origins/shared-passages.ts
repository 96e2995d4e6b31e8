import type { Reading, Span } from '../../model/index.ts';
import { FUNCTION_WORDS } from '../../text/index.ts';
import type { Leaf } from '../pile.ts';
import { SHINGLE_WORDS, type Sketch, type SketchWord, sketchOf } from './sketch.ts';

/** Words in a row that begin a passage; what chance and set phrases share is shorter. */
const LEAST_RUN = 9;
/** Words put in or left out between two runs of one passage. */
const WIDEST_GAP = 4;
/** Words in common of a passage that was copied. */
const LEAST_WORDS = 22;
/** Different plain words among them, neither names nor such as stand in any sentence: long titles are shared by all. */
const LEAST_PLAIN = 7;

/** A passage that two documents have in the same words, by place in each. */
export interface SharedPassage {
  readonly here: Span;
  readonly there: Span;
  /** Words in common. */
  readonly words: number;
  /** Its stretches, by which it is known in other documents. */
  readonly stretches: readonly number[];
}

interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

const sameWord = (a: SketchWord | undefined, b: SketchWord | undefined): boolean =>
  a !== undefined && b !== undefined && !a.isAside && !b.isAside && a.text === b.text;

/** The longest runs of the same words, in the order of the second document. */
const runsOf = (a: Sketch, b: Sketch): readonly Run[] => {
  const runs: Run[] = [];
  const places = a.places();
  for (let at = 0; at < b.hashes.length; ) {
    let best: Run | null = null;
    for (const from of places.get(b.hashes[at] ?? 0) ?? []) {
      let length = 0;
      while (sameWord(a.words[from + length], b.words[at + length])) length++;
      if (length >= SHINGLE_WORDS && (best === null || length > best.length)) best = { a: from, b: at, length };
    }
    if (best !== null) runs.push(best);
    at += best?.length ?? 1;
  }
  return runs;
};

/** Runs that follow one another in both documents with few words between. */
const joined = (runs: readonly Run[]): readonly (readonly Run[])[] => {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNext = (gap: number): boolean => gap >= 0 && gap <= WIDEST_GAP;
    if (
      group !== undefined &&
      last !== undefined &&
      isNext(run.a - last.a - last.length) &&
      isNext(run.b - last.b - last.length)
    )
      group.push(run);
    else groups.push([run]);
  }
  return groups;
};

const toPassage = (a: Sketch, b: Sketch, runs: readonly Run[]): SharedPassage | null => {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = runs.reduce((sum, run) => sum + run.length, 0);
  if (words < LEAST_WORDS || runs.every(({ length }) => length < LEAST_RUN)) return null;
  const plain = new Set(
    runs.flatMap((run) =>
      b.words
        .slice(run.b, run.b + run.length)
        .filter((word) => !word.isCapital && !/^\d/.test(word.text) && !FUNCTION_WORDS.has(word.text))
        .map(({ text }) => text),
    ),
  );
  if (plain.size < LEAST_PLAIN) return null;
  const spanOf = (sketch: Sketch, from: number, to: number): Span => [
    sketch.words[from]?.start ?? 0,
    sketch.words[to - 1]?.end ?? 0,
  ];
  return {
    here: spanOf(a, first.a, last.a + last.length),
    there: spanOf(b, first.b, last.b + last.length),
    words,
    stretches: runs.flatMap((run) => [...b.hashes.slice(run.b, run.b + run.length - SHINGLE_WORDS + 1)]),
  };
};

const known = new WeakMap<Reading, WeakMap<Reading, readonly SharedPassage[]>>();

/**
 * Passages that two documents have in the same words (rule O20), in the order of the second: long enough, and plain enough, that
 * two writers do not hit on them alike. What others are quoted or said to have said is none of the writers' wording. Laid side by
 * side once for each pair of readings.
 */
export const sharedPassages = (here: Leaf, there: Leaf): readonly SharedPassage[] => {
  const row = known.get(here.reading) ?? new WeakMap<Reading, readonly SharedPassage[]>();
  known.set(here.reading, row);
  const [a, b] = [sketchOf(here), sketchOf(there)];
  const found =
    row.get(there.reading) ??
    joined(runsOf(a, b)).flatMap((runs): readonly SharedPassage[] => {
      const passage = toPassage(a, b, runs);
      return passage === null ? [] : [passage];
    });
  row.set(there.reading, found);
  return found;
};

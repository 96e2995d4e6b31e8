import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributionOf, bestTags, runsOf, surenessOf, withoutOverlap } from './decode.ts';
import { NamePath } from './name-path.ts';

/** Two labels: O, B-0, I-0, B-1, I-1. */
const TAGS = 5;
const scoresOf = (...rows: readonly (readonly number[])[]): Float32Array => Float32Array.from(rows.flat());
const isLegal = (path: readonly number[]): boolean =>
  path.every((tag, t) => tag === 0 || tag % 2 === 1 || path[t - 1] === tag || path[t - 1] === tag - 1);
const logits = (width: number, maxLength: number): fc.Arbitrary<readonly number[][]> =>
  fc.array(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: width, maxLength: width }), { maxLength });

describe('bestTags', () => {
  it('goes on with a span only behind its beginning', () => {
    expect([...bestTags(scoresOf([0, 1, 9, 0, 0], [0, 0, 5, 0, 0]), TAGS)]).toEqual([1, 2]);
    expect([...bestTags(scoresOf([0, 9, 0, 0, 0], [0, 0, 0, 0, 8]), TAGS)]).toEqual([1, 0]);
  });

  it('finds what trying all legal paths finds', () => {
    fc.assert(
      fc.property(logits(3, 6), (rows) => {
        const scores = scoresOf(...rows);
        const total = (path: readonly number[]): number => path.reduce((sum, tag, t) => sum + (rows[t]?.[tag] ?? 0), 0);
        let all: number[][] = [[]];
        for (const _ of rows) all = all.flatMap((path) => [0, 1, 2].map((tag) => [...path, tag]));
        const best = Math.max(...all.filter(isLegal).map(total));
        const found = [...bestTags(scores, 3)];
        expect(isLegal(found)).toBe(true);
        expect(total(found)).toBe(best);
      }),
    );
  });

  it('gives nothing for no words', () => {
    expect(bestTags(new Float32Array(0), TAGS)).toHaveLength(0);
  });
});

describe('NamePath', () => {
  it('settles word by word on what is decided at the end', () => {
    fc.assert(
      fc.property(logits(TAGS, 80), fc.integer({ min: 1, max: 9 }), (rows, every) => {
        const scores = scoresOf(...rows);
        const path = new NamePath(TAGS);
        const found = rows.flatMap((_, row) => {
          path.push({ data: scores, width: TAGS, base: 0 }, row);
          return row % every === 0 ? path.settle() : [];
        });
        const all = [...found, ...path.finish()].map(({ start, end, label }) => ({ start, end, label }));
        expect(all).toEqual(runsOf(bestTags(scores, TAGS)));
      }),
    );
  });
});

describe('runsOf', () => {
  it('ends a span where another begins', () => {
    expect(runsOf(Uint8Array.from([1, 2, 1, 0, 3]))).toEqual([
      { start: 0, end: 2, label: 0 },
      { start: 2, end: 3, label: 0 },
      { start: 4, end: 5, label: 1 },
    ]);
  });
});

describe('surenessOf', () => {
  it('is the mean share of the label, begun or gone on', () => {
    const half = Math.log(2);
    // First word: 1, 2, 1 of 4 parts each; second all alike.
    const scores = scoresOf([0, half, 0], [0, 0, 0]);
    expect(surenessOf({ start: 0, end: 2, label: 0 }, scores, 3)).toBeCloseTo((3 / 4 + 2 / 3) / 2, 6);
  });
});

describe('attributionOf', () => {
  // Tags: O, B/I source, B/I cue, B/I content.
  const row = (tag: number, sure = 9): readonly number[] => Array.from({ length: 7 }, (_, k) => (k === tag ? sure : 0));

  it('gives the run of cue that holds the trigger, the surest source, and all content', () => {
    const scores = scoresOf(row(1, 2), row(5), row(3), row(1), row(2), row(5), row(6));
    const { cue, source, content } = attributionOf(scores, 7, 2);
    expect(cue).toEqual({ start: 2, end: 3, label: 1 });
    expect(source).toEqual({ start: 3, end: 5, label: 0 });
    expect(content).toEqual([
      { start: 1, end: 2, label: 2 },
      { start: 5, end: 7, label: 2 },
    ]);
  });

  it('takes the trigger alone for the cue when no run of cue holds it, and nothing that overlaps it', () => {
    const { cue, source, content } = attributionOf(scoresOf(row(5), row(6), row(6)), 7, 1);
    expect(cue).toEqual({ start: 1, end: 2, label: 1 });
    expect([source, content]).toEqual([null, []]);
  });
});

describe('withoutOverlap', () => {
  it('keeps the surer of two, in the order given', () => {
    const run = (start: number, end: number) => ({ start, end, label: 1 });
    expect(withoutOverlap([run(0, 2), run(1, 3), run(3, 4)], [0.5, 0.9, 0.1])).toEqual([1, 2]);
    expect(withoutOverlap([run(0, 2), run(2, 3)], [0.1, 0.9])).toEqual([0, 1]);
    expect(withoutOverlap([], [])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestPairing, largestPairing } from './pairing.ts';

/** Every way to pair, tried: the answer that the quick methods must give. */
const byTrying = (weights: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number => {
  const cells = weights[row];
  if (cells === undefined) return 0;
  const kept = cells.map((weight, column) =>
    taken.includes(column) ? 0 : weight + byTrying(weights, row + 1, [...taken, column]),
  );
  return Math.max(byTrying(weights, row + 1, taken), ...kept);
};

const grids = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe('heaviestPairing', () => {
  it('gives up the best single pair for a better whole', () => {
    expect(
      heaviestPairing([
        [10, 9],
        [9, 1],
      ]),
    ).toBe(18);
  });

  it('takes more rows than columns and more columns than rows', () => {
    expect(heaviestPairing([[1], [5], [3]])).toBe(5);
    expect(heaviestPairing([[1, 5, 3]])).toBe(5);
  });

  it('is 0 without rows or columns', () => {
    expect(heaviestPairing([])).toBe(0);
    expect(heaviestPairing([[]])).toBe(0);
  });

  it('agrees with trying every way', () => {
    fc.assert(fc.property(grids, (weights) => heaviestPairing(weights) === byTrying(weights)));
  });
});

describe('largestPairing', () => {
  it('moves a pair aside to make room for another', () => {
    const fits = [
      [true, true],
      [true, false],
    ];
    expect(largestPairing(2, 2, (row, column) => fits[row]?.[column] === true)).toBe(2);
  });

  it('agrees with trying every way', () => {
    fc.assert(
      fc.property(grids, (weights) => {
        const fits = (row: number, column: number) => (weights[row]?.[column] ?? 0) > 5;
        const whole = weights.map((cells, row) => cells.map((_, column) => (fits(row, column) ? 1 : 0)));
        return largestPairing(weights.length, weights[0]?.length ?? 0, fits) === byTrying(whole);
      }),
    );
  });
});

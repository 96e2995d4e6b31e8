import { expect, it } from 'vitest';
import { lowerBound } from './lower-bound.ts';

const before = (list: readonly number[], value: number): number =>
  lowerBound(list.length, (i) => (list[i] ?? 0) < value);

it('finds the first place that is not before a value', () => {
  const list = [1, 3, 3, 7];
  expect([0, 1, 2, 3, 4, 7, 8].map((value) => before(list, value))).toEqual([0, 0, 1, 1, 3, 3, 4]);
});

it('gives the length of a list that is before it all, and 0 of an empty one', () => {
  expect(before([1, 2], 9)).toBe(2);
  expect(before([], 9)).toBe(0);
});

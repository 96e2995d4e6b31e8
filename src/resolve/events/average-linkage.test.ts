import { describe, expect, it } from 'vitest';
import { averageLinkage } from './average-linkage.ts';

const pair = (one: number, other: number, sum: number) => ({ one, other, sum });

describe('averageLinkage', () => {
  it('joins the closest first and goes on with the mean over all pairs', () => {
    const joinings = averageLinkage([1, 1, 1], [pair(0, 1, 90), pair(1, 2, 60), pair(0, 2, 40)], 50);
    expect(joinings).toEqual([
      { one: 0, other: 1, mean: 90 },
      { one: 0, other: 2, mean: 50 },
    ]);
  });

  it('takes pairs that are not listed for nothing', () => {
    expect(averageLinkage([1, 1, 1], [pair(0, 1, 90), pair(1, 2, 60)], 50)).toHaveLength(1);
  });

  it('joins at the threshold and not below it', () => {
    expect(averageLinkage([1, 1], [pair(0, 1, 50)], 50)).toHaveLength(1);
    expect(averageLinkage([1, 1], [pair(0, 1, 49)], 50)).toHaveLength(0);
  });

  it('counts the parts of each thing', () => {
    // Four pairs of parts that sum to 100: a mean of 25.
    expect(averageLinkage([2, 2], [pair(0, 1, 100)], 30)).toHaveLength(0);
    expect(averageLinkage([2, 2], [pair(0, 1, 100)], 25)).toHaveLength(1);
  });

  it('gives the same whatever the order of the pairs', () => {
    const things = [...Array(12).keys()];
    const pairs = things.flatMap((one) =>
      things.slice(one + 1).map((other) => pair(one, other, ((one * 37 + other * 101) % 11) * 10)),
    );
    const sizes = things.map(() => 1);
    const found = averageLinkage(sizes, pairs, 50);
    expect(found.length).toBeGreaterThan(3);
    expect(averageLinkage(sizes, pairs.toReversed(), 50)).toEqual(found);
  });

  it('finds nothing in nothing', () => {
    expect(averageLinkage([], [], 1)).toEqual([]);
    expect(averageLinkage([1], [], 1)).toEqual([]);
  });
});

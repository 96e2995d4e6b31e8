import { describe, expect, it } from 'vitest';
import { meanAbsoluteError, pearson } from './pearson.ts';

describe('pearson', () => {
  it('is 1 for what rises together and -1 for what rises against each other', () => {
    expect(pearson([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  });

  it('gives the known value of a mixed case', () => {
    // Means 2.5 and 3: products 3 - 1 - 0.5 + 1.5 = 3, squares 5 and 10.
    expect(pearson([1, 2, 3, 4], [1, 5, 2, 4])).toBeCloseTo(3 / Math.sqrt(5 * 10), 12);
  });

  it('is 0 where one side does not vary', () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toBe(0);
    expect(pearson([1], [1])).toBe(0);
  });
});

describe('meanAbsoluteError', () => {
  it('averages distances', () => {
    expect(meanAbsoluteError([1, 2], [2, 4])).toBe(1.5);
    expect(meanAbsoluteError([], [])).toBe(0);
  });
});

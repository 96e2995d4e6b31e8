import { describe, expect, it } from 'vitest';
import { growth, median, percentile } from './machine.ts';

describe('median', () => {
  it('is the middle one, or between the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 9, 5, 7])).toBe(6);
  });
});

describe('percentile', () => {
  it('is the value that the share lies at or below', () => {
    const values = Array.from({ length: 20 }, (_, number) => number + 1);
    expect(percentile(values, 0.95)).toBe(19);
    expect(percentile(values, 1)).toBe(20);
    expect(percentile([4], 0.95)).toBe(4);
  });
});

describe('growth', () => {
  it('is 1 in proportion and 2 with the square', () => {
    expect(growth({ size: 1, cost: 3 }, { size: 4, cost: 12 })).toBeCloseTo(1, 12);
    expect(growth({ size: 1, cost: 3 }, { size: 4, cost: 48 })).toBeCloseTo(2, 12);
  });
});

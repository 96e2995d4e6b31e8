import { describe, expect, it } from 'vitest';
import { scoreGrouping } from './score-grouping.ts';

describe('scoreGrouping', () => {
  it('gives full marks to groups that are the stories', () => {
    const { pairs, cubed, groups } = scoreGrouping(['a', 'a', 'b'], [0, 0, 2]);
    expect([pairs.precision, pairs.recall, cubed.f1, groups]).toEqual([1, 1, 1, 2]);
  });

  it('counts a story too many in a group against precision, a story in two groups against recall', () => {
    const joined = scoreGrouping(['a', 'a', 'b'], [0, 0, 0]);
    expect(joined.pairs.precision).toBeCloseTo(1 / 3);
    expect(joined.cubed.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3) / 3);
    expect(joined.pairs.recall).toBe(1);
    const parted = scoreGrouping(['a', 'a'], [0, 1]);
    expect(parted.pairs).toMatchObject({ precision: 1, recall: 0 });
    expect(parted.cubed.recall).toBe(0.5);
  });
});

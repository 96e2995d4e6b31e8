import { describe, expect, it } from 'vitest';
import { countAnswers, figures } from './count-pairs.ts';

describe('figures', () => {
  it('counts precision, recall and F1 of what was called a match', () => {
    const counts = countAnswers([
      { said: true, held: true },
      { said: true, held: true },
      { said: true, held: false },
      { said: false, held: true },
      { said: false, held: false },
    ]);
    expect(counts).toEqual({ rightMatch: 2, wrongMatch: 1, missed: 1, rightOther: 1 });
    expect(figures(counts).f1).toBeCloseTo(2 / 3);
  });

  it('is 0 where nothing was called a match', () => {
    expect(figures(countAnswers([{ said: false, held: true }]))).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

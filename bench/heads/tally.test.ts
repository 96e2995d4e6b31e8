import { describe, expect, it } from 'vitest';
import { figuresOf, Tally } from './tally.ts';

describe('figuresOf', () => {
  it('gives precision, recall and their harmonic mean', () => {
    // 3 of 4 found are right, 3 of 6 wanted are found: F1 = 2 * 0.75 * 0.5 / 1.25.
    expect(figuresOf(6, 4, 3)).toMatchObject({ precision: 0.75, recall: 0.5, f1: 0.6 });
  });

  it('is zero where there is nothing to divide by', () => {
    expect(figuresOf(0, 0, 0)).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(figuresOf(3, 0, 0)).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('Tally', () => {
  it('adds documents up before it divides', () => {
    const tally = new Tally();
    tally.compare(['a', 'b'], ['a']);
    tally.compare(['a', 'b', 'c', 'd'], ['c', 'x', 'y']);
    expect(tally.figures).toMatchObject({ gold: 6, found: 4, right: 2, precision: 0.5 });
  });

  it('counts what is said twice once', () => {
    const tally = new Tally();
    tally.compare(['a'], ['a', 'a']);
    expect(tally.figures).toMatchObject({ gold: 1, found: 1, right: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { blocksOf, runsOfBrackets, runsOfTags } from './columns.ts';

describe('blocksOf', () => {
  it('parts blocks at blank lines, however many, and lines at tabs', () => {
    expect(blocksOf('a\tO\nb\tO\n\n\n \nc\tB-X\r\n')).toEqual([
      [
        ['a', 'O'],
        ['b', 'O'],
      ],
      [['c', 'B-X']],
    ]);
  });

  it('gives none of nothing', () => {
    expect(blocksOf('\n\n')).toEqual([]);
  });
});

describe('runsOfTags', () => {
  it('ends a run at O, at a new beginning and at the end', () => {
    expect(runsOfTags(['B-X', 'I-X', 'B-X', 'O', 'B-Y'])).toEqual([
      { first: 0, last: 2, label: 'X' },
      { first: 2, last: 3, label: 'X' },
      { first: 4, last: 5, label: 'Y' },
    ]);
  });

  it('lets a stray I- begin a run', () => {
    expect(runsOfTags(['O', 'I-X', 'I-Y'])).toEqual([
      { first: 1, last: 2, label: 'X' },
      { first: 2, last: 3, label: 'Y' },
    ]);
  });

  it('gives none of O alone', () => {
    expect(runsOfTags(['O', 'O'])).toEqual([]);
  });
});

describe('runsOfBrackets', () => {
  it('reads runs of one token and of more', () => {
    expect(runsOfBrackets(['(ARG0*)', '(V*)', '(ARG1*', '*', '*)', '*'])).toEqual([
      { first: 0, last: 1, label: 'ARG0' },
      { first: 1, last: 2, label: 'V' },
      { first: 2, last: 5, label: 'ARG1' },
    ]);
  });
});

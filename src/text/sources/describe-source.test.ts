import { describe, expect, it } from 'vitest';
import { describeSource } from './index.ts';

describe('describeSource', () => {
  it('tells number, side, standing, calling and placement', () => {
    expect(describeSource('three former Norwegian diplomats familiar with the talks')).toEqual([
      'three',
      'Norwegian',
      'former',
      'diplomats',
      'familiar with the talks',
    ]);
    expect(describeSource('unnamed Western officials')).toEqual(['Western', 'unnamed', 'officials']);
  });

  it('says nothing of words that tell nothing', () => {
    expect(describeSource('it')).toEqual([]);
  });
});

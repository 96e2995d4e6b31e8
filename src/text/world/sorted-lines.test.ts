import { describe, expect, it } from 'vitest';
import { SortedLines } from './sorted-lines.ts';

describe('SortedLines', () => {
  const lines = new SortedLines('ana\tf\nana-maria\tf\nbo\nbo\tx\nzed\n');

  it('finds the first, the last and repeated lines', () => {
    expect([lines.find('ana'), lines.find('zed'), lines.find('bo')]).toEqual([['ana\tf'], ['zed'], ['bo', 'bo\tx']]);
    expect(lines.find('ana-maria')).toEqual(['ana-maria\tf']);
  });

  it('finds nothing of keys before, between and after the lines, nor of a part of a key', () => {
    expect(['', 'a', 'an', 'anb', 'zede', '~'].map((key) => lines.find(key).length)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(new SortedLines('').find('ana')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readDataFile, readLines } from './data-file.ts';
import { SortedLines } from './sorted-lines.ts';

describe('readDataFile', () => {
  it('names the file that is missing', () => {
    expect(() => readDataFile('no-such-file.tsv')).toThrowError(
      /no-such-file\.tsv should be in the package's data folder/,
    );
  });
});

describe('the sorted data files', () => {
  it.each(['given-names.txt', 'surnames.txt', 'places.tsv'])('%s is sorted, so that each line is found', (name) => {
    const keys = readLines(name).map((line) => line.split('\t', 1)[0] ?? '');
    expect(keys.findIndex((key, i) => i > 0 && key < (keys[i - 1] ?? ''))).toBe(-1);
    const lines = new SortedLines(readDataFile(name));
    expect(keys.filter((key, i) => i % 997 === 0 && lines.find(key).length === 0)).toEqual([]);
  });
});

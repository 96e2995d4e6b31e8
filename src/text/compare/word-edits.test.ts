import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordEdits, wordHunks } from './word-edits.ts';

const cut = (text: string, stretches: readonly (readonly [number, number])[]): readonly string[] =>
  stretches.map(([start, end]) => text.slice(start, end));

describe('wordEdits', () => {
  it('tells words and signs that one text has for itself, whatever the white space', () => {
    const before = 'The envoys met on Monday in Tirzan, officials said.';
    const after = 'The envoys met on\nTuesday  in Tirzan, two officials said!';
    const edits = wordEdits(before, after);
    expect(cut(before, edits?.onlyFirst ?? [])).toEqual(['Monday', '.']);
    expect(cut(after, edits?.onlySecond ?? [])).toEqual(['Tuesday', 'two', '!']);
  });

  it('leaves the same words of any two texts when what each has for itself is taken out', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'dé', '“x”', '.', '\n'), { maxLength: 40 })
      .map((words) => words.join(' '));
    const without = (whole: string, stretches: readonly (readonly [number, number])[]): string =>
      [...stretches]
        .reverse()
        .reduce((rest, [start, end]) => `${rest.slice(0, start)} ${rest.slice(end)}`, whole)
        .split(/\s+/)
        .join('');
    fc.assert(
      fc.property(text, text, (a, b) => {
        const edits = wordEdits(a, b);
        expect(without(a, edits?.onlyFirst ?? [])).toBe(without(b, edits?.onlySecond ?? []));
      }),
    );
  });

  it('gives up on texts that have nothing in common', () => {
    const words = (name: string): string => Array.from({ length: 3000 }, (_, at) => `${name}${at}`).join(' ');
    expect(wordEdits(words('a'), words('b'))).toBeNull();
  });
});

describe('wordHunks', () => {
  const shown = (first: string, second: string) =>
    wordHunks(first, second)?.map((hunk) => [first.slice(...hunk.first), second.slice(...hunk.second)]);

  it('gives each place with what stood there and what stands there now', () => {
    expect(shown('They met in May, he said.', 'They never met in the autumn, he said.')).toEqual([
      ['', 'never'],
      ['May', 'the autumn'],
    ]);
    expect(shown('One. Two. Three.', 'One. Three.')).toEqual([['Two.', '']]);
    expect(shown('Same  words', 'Same\nwords')).toEqual([]);
  });

  it('puts what has no counterpart behind the word before', () => {
    expect(wordHunks('They met.', 'They never met.')).toEqual([{ first: [4, 4], second: [5, 10] }]);
    expect(wordHunks('met.', 'They met.')).toEqual([{ first: [0, 0], second: [0, 4] }]);
  });
});

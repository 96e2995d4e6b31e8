import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordEdits } from './word-edits.ts';

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

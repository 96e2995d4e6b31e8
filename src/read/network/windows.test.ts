import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pieces } from './cut.ts';
import { windowsOf } from './windows.ts';

/** Pieces of words of the given lengths, in pieces. */
const piecesOf = (lengths: readonly number[]): Pieces => {
  const word = lengths.flatMap((length, k) => Array.from({ length }, () => k));
  let at = 0;
  const first = lengths.map((length) => {
    at += length;
    return at - length;
  });
  const none = new Int32Array(lengths.length);
  return {
    text: '',
    ids: new Int32Array(word.length),
    word: Int32Array.from(word),
    shape: new Uint8Array(word.length),
    wordStart: none,
    wordEnd: none,
    first: Int32Array.from(first),
  };
};

describe('windowsOf', () => {
  it('takes a text that fits whole', () => {
    expect(windowsOf(piecesOf([1, 2, 1]), 6, 2)).toEqual([{ start: 0, end: 4, firstWord: 0, lastWord: 3 }]);
    expect(windowsOf(piecesOf([]), 6, 2)).toEqual([]);
  });

  it('shares out overlaps at their middle', () => {
    expect(windowsOf(piecesOf(Array.from({ length: 10 }, () => 1)), 8, 2)).toEqual([
      { start: 0, end: 6, firstWord: 0, lastWord: 5 },
      { start: 4, end: 10, firstWord: 5, lastWord: 10 },
    ]);
  });

  it('has every word answered for once, in order, by a window that holds its first piece, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 }), (lengths) => {
        const pieces = piecesOf(lengths);
        let next = 0;
        for (const { start, end, firstWord, lastWord } of windowsOf(pieces, 26, 8)) {
          expect(end - start).toBeLessThanOrEqual(24);
          expect(firstWord).toBe(next);
          for (let word = firstWord; word < lastWord; word++) {
            expect(pieces.first[word]).toBeGreaterThanOrEqual(start);
            expect(pieces.first[word]).toBeLessThan(end);
          }
          next = lastWord;
        }
        expect(next).toBe(lengths.length);
      }),
    );
  });
});

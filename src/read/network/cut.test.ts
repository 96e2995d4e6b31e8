import { describe, expect, it } from 'vitest';
import { makeCutter, shapeOf } from './cut.ts';

const VOCABULARY = new Map(
  [
    '[UNK]',
    'port',
    '##s',
    '##man',
    'cafe',
    '.',
    ',',
    '“',
    '”',
    '$',
    '5',
    '##5',
    'u',
    's',
    '漢',
    'a',
    '##b',
    "'",
    '[',
    ']',
    'sep',
  ].map((piece, id) => [piece, id]),
);
const { cut } = makeCutter(VOCABULARY, 0);
const named = new Map([...VOCABULARY].map(([piece, id]) => [id, piece]));

/** Pieces and words of a text that is read whole. */
const of = (text: string): { readonly pieces: readonly string[]; readonly words: readonly string[] } => {
  const { ids, wordStart, wordEnd } = cut(text, [[0, text.length]]);
  return {
    pieces: [...ids].map((id) => named.get(id) ?? ''),
    words: [...wordStart].map((start, k) => text.slice(start, wordEnd[k])),
  };
};
const gaps = (text: string): readonly number[] => [...cut(text, [[0, text.length]]).shape].map((code) => code >> 3);

describe('makeCutter', () => {
  it('cuts words into the longest pieces it knows, punctuation apart', () => {
    expect(of('Ports, portman.')).toEqual({
      pieces: ['port', '##s', ',', 'port', '##man', '.'],
      words: ['Ports', ',', 'portman', '.'],
    });
  });

  it('takes a word that it cannot cut to its end for one unknown piece', () => {
    expect(of('portx port').pieces).toEqual(['[UNK]', 'port']);
    expect(of(`${'s'.repeat(101)} s`).pieces).toEqual(['[UNK]', 's']);
  });

  it('takes accents off the piece but keeps them in the word, composed or not', () => {
    expect(of('Café cafe\u0301.')).toEqual({ pieces: ['cafe', 'cafe', '.'], words: ['Café', 'cafe\u0301', '.'] });
  });

  it('gives offsets of the text itself past characters of two code units', () => {
    expect(of('😀 port').words).toEqual(['😀', 'port']);
    expect(of('漢漢a')).toEqual({ pieces: ['漢', '漢', 'a'], words: ['漢', '漢', 'a'] });
  });

  it('joins a word over what cannot be seen, and drops what is no character', () => {
    expect(of('po\u00adrt')).toEqual({ pieces: ['port'], words: ['po\u00adrt'] });
    expect(of('a\0\ufffd \ud800 b\udc00').words).toEqual(['a', 'b']);
    expect(of('').words).toEqual([]);
    expect(of(' \n\u2028\t').words).toEqual([]);
  });

  it('reads the names of special pieces as plain words', () => {
    expect(of('[SEP]').pieces).toEqual(['[', 'sep', ']']);
  });

  it('counts line breaks before a word up to a blank line', () => {
    expect(gaps('a a\na\n\na\n \n\na\r\na')).toEqual([0, 0, 1, 2, 2, 1]);
  });

  it('puts a blank line where words are left out, and none where only space is', () => {
    const text = 'a XX a a';
    expect(
      [
        ...cut(text, [
          [0, 1],
          [5, 8],
        ]).shape,
      ].map((code) => code >> 3),
    ).toEqual([0, 2, 0]);
    expect(
      [
        ...cut(text, [
          [0, 1],
          [1, 8],
        ]).shape,
      ].map((code) => code >> 3),
    ).toEqual([0, 0, 0, 0]);
    expect([
      ...cut(text, [
        [0, 6],
        [6, 8],
      ]).wordStart,
    ]).toEqual([0, 2, 5, 7]);
  });

  it('numbers pieces by word and words by first piece', () => {
    const { word, first } = cut('ports a', [[0, 7]]);
    expect([[...word], [...first]]).toEqual([
      [0, 0, 1],
      [0, 2],
    ]);
  });

  it('cuts a long word of signs, accents or letters without end in linear time', () => {
    const start = performance.now();
    for (const unit of ['x', '"', 'e\u0301', '\u0301', '😀', ' ']) of(unit.repeat(300_000));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('shapeOf', () => {
  it.each([
    ['port', 1],
    ['Port', 2],
    ['PORT', 3],
    ['McHale', 4],
    ['iPort', 4],
    ['3rd', 5],
    ['x²', 5],
    ['—', 6],
    ['A', 7],
    ['a', 1],
    ['漢', 1],
    ['Ö', 7],
  ])('of %s is %i', (word, shape) => {
    expect(shapeOf(word)).toBe(shape);
  });
});

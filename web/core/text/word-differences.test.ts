import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords } from './mark-words.ts';
import { wordDifferences } from './word-differences.ts';

describe('word differences', () => {
  it('mark what a rewrite dropped and what it put in', () => {
    const both = wordDifferences('They met for five hours in Lorne.', 'They met in Lorne, again.');
    expect(both?.[0].filter(({ isOwn }) => isOwn).map(({ text }) => text.trim())).toContain('for five hours');
    expect(both?.[1].some(({ text, isOwn }) => isOwn && text.includes('again'))).toBe(true);
  });

  it('are not told of texts with little in common', () => {
    expect(wordDifferences('They met in Lorne.', 'Nothing of this kind, a spokesman wrote')).toBeNull();
  });

  it('one after the other are each text to the letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const both = wordDifferences(a, b);
        if (both === null) return;
        expect(both.map((pieces) => pieces.map(({ text }) => text).join(''))).toEqual([a, b]);
      }),
    );
  });
});

describe('words that were searched for', () => {
  it('are marked however written, the last also as a beginning', () => {
    expect(markWords('Zoë met Irina Veld.', 'zoe ve').filter(({ isMatch }) => isMatch)).toEqual([
      { text: 'Zoë', isMatch: true },
      { text: 'Veld', isMatch: true },
    ]);
  });

  it('leave the text as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, typed) => {
        expect(
          markWords(text, typed)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

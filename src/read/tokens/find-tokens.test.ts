import { describe, expect, it } from 'vitest';
import { findTokens } from './index.ts';

const tokens = (text: string, kind: 'body' | 'headline' = 'body') =>
  findTokens(text, [{ kind, start: 0, end: text.length }]);
const sentences = (text: string) => tokens(text).sentences.map(({ start, end }) => text.slice(start, end));

describe('findTokens', () => {
  it('keeps words with letters beyond ASCII whole', () => {
    const text = 'Vesna Tomić met T. Želkanov, Božidar Đurić and José Çelik near Łódź.';
    const words = tokens(text).tokens.map((token) => token.text);
    for (const word of ['Tomić', 'Želkanov', 'Božidar', 'Đurić', 'José', 'Çelik', 'Łódź'])
      expect(words).toContain(word);
  });

  it('gives tokens whose text stands at their offsets', () => {
    const text = 'The envoy wouldn’t say — “not yet,” he said — who’d met whom in the U.S.\nNobody asked.';
    for (const token of tokens(text).tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('runs a sentence over a line broken in its middle and ends it at a paragraph', () => {
    expect(sentences('He flew to the U.S.\nin April. Then he left.\n\nNobody saw him')).toEqual([
      'He flew to the U.S.\nin April.',
      'Then he left.',
      'Nobody saw him',
    ]);
  });

  it('does not end a sentence inside the name of a site', () => {
    expect(sentences('The envoy left, Marrow.Az reports. He is back.')).toEqual([
      'The envoy left, Marrow.Az reports.',
      'He is back.',
    ]);
  });

  it('takes a capitalised word inside a sentence for a name', () => {
    const found = tokens('A day later Lynch said that he knew.').tokens.find((token) => token.text === 'Lynch');
    expect(found?.pos).toBe('PROPN');
  });

  it('reads nothing from blocks that are no reporting', () => {
    const text = 'Subscribe now to our newsletter.';
    expect(findTokens(text, [{ kind: 'appeal', start: 0, end: text.length }])).toEqual({ tokens: [], sentences: [] });
  });

  it('takes a run of letters without white space as one token', () => {
    const text = `data ${'ab'.repeat(3000)} end`;
    expect(tokens(text).tokens.map((token) => token.pos)).toContain('X');
  });

  it('mends tags that the words on both sides contradict', () => {
    const tagOf = (text: string, word: string): string | undefined =>
      findTokens(text, [{ kind: 'body', start: 0, end: text.length }]).tokens.find((token) => token.text === word)?.pos;
    expect(tagOf('It issued a five-day travel permit to her.', 'permit')).toBe('NOUN');
    expect(tagOf('Her sister Ilka married Tomas Hale.', 'married')).toBe('VERB');
    expect(tagOf('Norel holds a fifth of the port.', 'fifth')).toBe('NOUN');
    expect(tagOf('Norel holds 61 per cent of the port.', 'per')).toBe('NOUN');
    expect(tagOf('They back the plan.', 'back')).toBe('VERB');
    expect(tagOf('Should it fail, the contract lapses.', 'lapses')).toBe('VERB');
    expect(tagOf('Veld left, the company sales fell.', 'sales')).toBe('NOUN');
    expect(tagOf('The married couple left.', 'married')).toBe('ADJ');
    expect(tagOf('They permit it.', 'permit')).toBe('VERB');
  });
});

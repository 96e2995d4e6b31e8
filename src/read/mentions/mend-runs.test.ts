import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../model/index.ts';
import { pairQuotes } from '../quotes/index.ts';
import { findTokens } from '../tokens/index.ts';
import { findMentions } from './index.ts';

const names = (text: string): string[] => {
  const blocks: Block[] = [{ kind: 'body', start: 0, end: text.length }];
  const { tokens, sentences } = findTokens(text, blocks);
  const quotes = pairQuotes(text, blocks);
  return findMentions({ text, blocks, tokens, sentences, quotes, document: {} as Document })
    .filter((mention) => mention.form === 'name')
    .map((mention) => `${mention.type} ${text.slice(...mention.head)}`);
};

describe('the extent of names', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'He sued the National Reserve Fund T. A. Zelkan runs.',
      ['organization National Reserve Fund', 'person T. A. Zelkan'],
    ],
    ['He met Lund junior and S. Vorrin (jr.) there.', ['person Lund junior', 'person S. Vorrin (jr.)']],
    ['Young Lund was late. Adrian Lund was not.', ['person Lund', 'person Adrian Lund']],
    ['Portico24 wrote that he told Oril.kz so.', ['organization Portico24', 'organization Oril.kz']],
    ['According to the portal Nordlin, it is dead.', ['organization Nordlin']],
    ['As Vestnin writes, it is over.', ['organization Vestnin']],
    ['The Tarn Centre for Sea Studies paid for it.', ['organization Tarn Centre for Sea Studies']],
    ['The Hethmar Courier found it.', ['organization Hethmar Courier']],
  ];
  it.each(cases)('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('takes adjectives of two countries for no name', () => {
    expect(names('The Norwegian-Swedish summit failed, and a Velm-Ostran deal with it.')).toEqual([]);
    expect(names('The US-Norwegian talks failed.')).toEqual([]);
  });

  it('takes a word for any state for no name', () => {
    expect(names('The President of the Republic signed it. The Republic of Velm did not.')).toEqual([
      'place Republic of Velm',
    ]);
  });

  it('leaves an adjective of what follows out of the name', () => {
    expect(names('They spoke to Lund junior staff.')).not.toContain('person Lund junior');
  });
});

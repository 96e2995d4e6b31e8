import { describe, expect, it } from 'vitest';
import type { Block, Document, Mention } from '../../model/index.ts';
import { pairQuotes } from '../quotes/index.ts';
import { findTokens } from '../tokens/index.ts';
import { findMentions } from './index.ts';

const read = (parts: readonly (readonly [Block['kind'], string])[], outlet: string | null = null): string[] => {
  const text = parts.map(([, part]) => part).join('\n\n');
  let from = 0;
  const blocks: Block[] = parts.map(([kind, part]) => {
    const start = from;
    from += part.length + 2;
    return { kind, start, end: start + part.length };
  });
  const { tokens, sentences } = findTokens(text, blocks);
  const quotes = pairQuotes(text, blocks);
  const mentions: Mention[] = findMentions({
    text,
    blocks,
    tokens,
    sentences,
    quotes,
    document: { outlet, found: [] as Document['found'] } as Document,
  });
  return mentions
    .filter((mention) => mention.form === 'name')
    .map((mention) => `${mention.type} ${text.slice(...mention.head)}`);
};
const body = (text: string, outlet: string | null = null): string[] => read([['body', text]], outlet);

describe('names that nothing in their sentence speaks for', () => {
  it('are places where an adjective is made of them', () => {
    expect(body('Sarvola says it will sign. Sarvolan officials met in private.')).toContain('place Sarvola');
  });

  it('are places in the line of place and date, and bodies in its brackets', () => {
    const found = read([
      ['dateline', 'KELLBY, Sept 22 (Vorwire) -'],
      ['body', 'Kellby denied it. Vorwire said on Monday that the talks went on.'],
    ]);
    expect(found).toContain('place Kellby');
    expect(found).toContain('organization Vorwire');
  });

  it('are bodies where the header gives them as the outlet', () => {
    expect(body('The envoy told Oriska24 that he was tired. Oriska24 said so twice.', 'Oriska24')).toContain(
      'organization Oriska24',
    );
  });

  it('are bodies in quotation marks behind a paper, and between commas behind a company', () => {
    expect(body('He told the newspaper "Vask" that he was tired.')).toContain('organization Vask');
    expect(body('The state gas company, Velgas, paid for the flight.')).toContain('organization Velgas');
  });

  it('are persons in a list of persons', () => {
    const found = body('The list names businessmen close to the court, including Vorshin, Kelm and Astrov.');
    expect(found).toEqual(expect.arrayContaining(['person Vorshin', 'person Kelm', 'person Astrov']));
  });

  it('are no persons because a surname sounds like them, in print', () => {
    expect(body('Adrian Pellgrane left. Officially Pelgre is silent.')).not.toContain('person Pelgre');
  });

  it('do not lend the name of a paper to the town that it is named after', () => {
    const found = body('The Hethmar Courier found it. A clerk at its Hethmar office said so.');
    expect(found).not.toContain('organization Hethmar');
  });
});

describe('the outlet’s own people', () => {
  it('are nobody: our editor, my colleagues', () => {
    expect(body('Sources told our political editor, Hanna Broden, that the talks go on.')).toEqual([]);
    expect(body('My colleagues Nora Quimby and Piet Aske spent a year on this.')).toEqual([]);
    expect(body('Hanna Broden, our correspondent in the port, was there.')).toEqual([]);
  });

  it('are nobody by the name that the credits of a show give', () => {
    const found = read([
      ['credits', "I'm Calla Winslow."],
      ['turn', 'Hi Calla.'],
      ['turn', 'Marek Voss came too.'],
    ]);
    expect(found).toEqual(['person Marek Voss']);
  });

  it('are not those of another paper, nor a minister of ours', () => {
    expect(body('The reporter Hanna Broden was arrested.')).toEqual(['person Hanna Broden']);
    expect(body('Our minister, Hanna Broden, was there.')).toEqual(['person Hanna Broden']);
  });
});

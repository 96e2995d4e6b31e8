import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../model/index.ts';
import { findMentions } from '../mentions/index.ts';
import { pairQuotes } from '../quotes/index.ts';
import { findTokens } from '../tokens/index.ts';
import { linkMentions } from './index.ts';

const read = (text: string) => {
  const blocks: Block[] = [{ kind: 'body', start: 0, end: text.length }];
  const { tokens, sentences } = findTokens(text, blocks);
  const quotes = pairQuotes(text, blocks);
  const found = findMentions({ text, blocks, tokens, sentences, quotes, document: {} as Document });
  return { found, linked: linkMentions({ text, blocks, tokens, sentences, quotes, mentions: found }) };
};

/** Chain of the nth mention whose head reads so. */
const chainOf = (text: string, head: string, nth = 0): number => {
  const hits = read(text).linked.filter((mention) => text.slice(...mention.head) === head);
  const hit = hits.at(nth);
  if (hit === undefined) throw new Error(`no mention "${head}" number ${nth} in: ${text}`);
  return hit.chain;
};

type Case = readonly [text: string, a: string, b: string, nthOfB?: number];

describe('linkMentions: one and the same', () => {
  const cases: readonly Case[] = [
    ['The Hethmar Courier found it. The newspaper said so.', 'Hethmar Courier', 'newspaper'],
    ['The Hethmar Courier found it. The Courier said so.', 'Hethmar Courier', 'Courier', 0],
    ['The agency Vorwire reported it. The agency cited two officials.', 'Vorwire', 'agency'],
    ['Adrian Lund left. His son Tomas Lund stayed. Lund junior has a firm.', 'Tomas Lund', 'Lund junior'],
    ['Adrian Lund left. His son Tomas Lund stayed. The elder Lund is ill.', 'Adrian Lund', 'Lund', 0],
    ['Adrian Lund left. His son Tomas Lund stayed. The younger Lund is ill.', 'Tomas Lund', 'Lund', 0],
    ['Marek Voss left. Voss said nothing.', 'Marek Voss', 'Voss'],
    ['President Ada Hale spoke. Hale smiled.', 'Ada Hale', 'Hale'],
    ['Nora Quimby is here. Nora, what happened?', 'Nora Quimby', 'Nora'],
    ['Voss was quiet on Monday, said Ana Brandt. Marek Voss left.', 'Voss', 'Marek Voss'],
    ['Timur Zhelkanov runs it. They saw Shelkanov, who sails.', 'Timur Zhelkanov', 'Shelkanov'],
    ['Timur Zhelkanov met them. Timur Jelkanov paid.', 'Timur Zhelkanov', 'Timur Jelkanov'],
    ['The Ostran Sovereign Fund (OSF) paid. Later OSF denied it.', 'Ostran Sovereign Fund', 'OSF', 1],
    ['Halden Energy bid. A lawyer said Halden would win.', 'Halden Energy', 'Halden'],
    ['The Ostran Sovereign Fund paid. The fund denied it.', 'Ostran Sovereign Fund', 'fund'],
    ['They met in the U.S. and left the United States.', 'U.S.', 'United States'],
    ['Marek Voss, the head of the fund, left.', 'Marek Voss', 'head'],
    ['The finance minister, Doro Wexler, left.', 'minister', 'Doro Wexler'],
    ['Norwegian envoy Marek Voss left. The envoy said no.', 'Marek Voss', 'envoy'],
    ['Norwegian envoy Marek Voss met Swedish envoy Ana Brandt. The Norwegian envoy left.', 'Marek Voss', 'envoy'],
    ['A merchant named Levan Sorokin paid.', 'merchant', 'Levan Sorokin'],
    ['Ana Brandt, who lives here, left.', 'Ana Brandt', 'who'],
    ['Ana Brandt left. She said nothing.', 'Ana Brandt', 'She'],
    ['Mr. Oduya left early. He was tired.', 'Oduya', 'He'],
    ['Ana Brandt met Thomas Rell. She asked him to wait.', 'Ana Brandt', 'She'],
    ['Ana Brandt met Thomas Rell. She asked him to wait.', 'Thomas Rell', 'him'],
    ['Thomas Rell said that he would go.', 'Thomas Rell', 'he'],
    ['Two negotiators flew home. They were tired.', 'negotiators', 'They'],
    ['They wrote a 19-point plan. Norway rejected the plan.', 'plan', 'plan', 1],
    ['He stayed at the Hotel Belmar. The hotel was empty.', 'Hotel Belmar', 'hotel'],
    ['A senior official spoke. The official gave no name.', 'official', 'official', 1],
  ];
  for (const [text, a, b, nth] of cases) {
    it(`joins ${a} and ${b} in “${text}”`, () => expect(chainOf(text, b, nth)).toBe(chainOf(text, a)));
  }
});

describe('linkMentions: two', () => {
  const cases: readonly Case[] = [
    ['Adrian Lund left. Young Lund stayed.', 'Adrian Lund', 'Lund', 0],
    ['Stepan Vorrin left. S. Vorrin (jr.) opened a hall.', 'Stepan Vorrin', 'S. Vorrin (jr.)'],
    ['The Hethmar Courier found it. They met in Hethmar.', 'Hethmar Courier', 'Hethmar'],
    ['Marek Voss met Ana Brandt.', 'Marek Voss', 'Ana Brandt'],
    ['Adrian Pell left. His son Tomas Pell stayed.', 'Adrian Pell', 'Tomas Pell'],
    ['Adrian Pell and Tomas Pell came. Pell paid.', 'Adrian Pell', 'Pell'],
    ['Adrian Pell and Tomas Pell came. Pell paid.', 'Tomas Pell', 'Pell'],
    ['The minister met the press. The ministry was silent.', 'minister', 'ministry'],
    ['Norwegian envoy Marek Voss met Swedish envoy Ana Brandt. The envoy left.', 'Marek Voss', 'envoy'],
    ['Norwegian envoy Marek Voss met Swedish envoy Ana Brandt. The Norwegian envoy left.', 'Ana Brandt', 'envoy'],
    ['The prime minister, Ana Brandt, left. The finance minister stayed.', 'Ana Brandt', 'minister', 1],
    ['Thomas Rell met him in May.', 'Thomas Rell', 'him'],
    ['Ana Brandt left. He said nothing.', 'Ana Brandt', 'He'],
    ['“I saw what he did,” Thomas Rell said.', 'Thomas Rell', 'he'],
    ['“I will go,” Thomas Rell said.', 'Thomas Rell', 'I'],
    ['Norway’s Foreign Ministry agreed. Sweden’s Foreign Ministry did not.', 'Norway', 'Sweden'],
    ['The first draft failed. The second draft passed.', 'draft', 'draft', 1],
    ['The licence was old. The licence to the field was new.', 'licence', 'licence', 1],
    ['Marin Dolo spoke. Moreno paid.', 'Marin Dolo', 'Moreno'],
    ['The plan failed. The plans were many.', 'plan', 'plans'],
    ['Hale Energy paid. Marek Hale left.', 'Hale Energy', 'Marek Hale'],
  ];
  for (const [text, a, b, nth] of cases) {
    it(`keeps ${a} and ${b} apart in “${text}”`, () => expect(chainOf(text, b, nth)).not.toBe(chainOf(text, a)));
  }

  it('keeps ministries of two countries apart', () => {
    const text = 'Norway’s Foreign Ministry agreed. Sweden’s Foreign Ministry did not.';
    expect(chainOf(text, 'Foreign Ministry', 1)).not.toBe(chainOf(text, 'Foreign Ministry', 0));
  });
});

describe('linkMentions', () => {
  it('changes nothing but the chains, which are numbered by first mention', () => {
    const { found, linked } = read('Ana Brandt met Thomas Rell in Norway. She asked him to wait for the envoy.');
    expect(linked.map(({ chain: _, ...rest }) => rest)).toEqual(found.map(({ chain: _, ...rest }) => rest));
    let most = -1;
    for (const { chain } of linked) {
      expect(chain).toBeLessThanOrEqual(most + 1);
      most = Math.max(most, chain);
    }
  });

  it('gives nothing for no mentions', () => expect(read('').linked).toEqual([]));
});

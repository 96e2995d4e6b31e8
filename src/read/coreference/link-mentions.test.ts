import { describe, expect, it } from 'vitest';
import { seenIn } from '../../../tests/seen-in.ts';
import type { Block, Document, Mention } from '../../model/index.ts';
import { findMentions } from '../mentions/index.ts';
import { NOTHING, type Recognised } from '../network/index.ts';
import { pairQuotes } from '../quotes/index.ts';
import { findTokens } from '../tokens/index.ts';
import { linkMentions } from './index.ts';

type Spans = NonNullable<Parameters<typeof seenIn>[2]>;

/** Who and what these tests speak of. */
const LABELS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'Adrian Lund',
      'Tomas Lund',
      'Lund junior',
      'S. Vorrin (jr.)',
      'Stepan Vorrin',
      'Marek Voss',
      'Marius Lund',
      'Magnus Lund',
      'Jonas Lund',
      'Jonas Lund-Moe',
      'Tomas Lund Jr.',
      'Rell',
      'Ada Hale',
      'Ana Brandt',
      'Doro Wexler',
      'Levan Sorokin',
      'Thomas Rell',
      'Timur Zhelkanov',
      'Timur Jelkanov',
      'Chukwu Eze',
      'Ngozi Eze',
      'Oduya',
      'Shelkanov',
      'Lund',
      'Voss',
      'Hale',
      'Eze',
    ].map((name) => [name, 'Person']),
  ),
  ...Object.fromEntries(
    [
      'Hethmar Courier',
      'Courier',
      'Vorwire',
      'Ostran Sovereign Fund',
      'OSF',
      'Halden Energy',
      'Halden Marine',
      'Halden SpA',
      'Halden',
      'Hale Energy',
      'Foreign Ministry',
    ].map((name) => [name, 'Organization']),
  ),
  ...Object.fromEntries(['U.S.', 'United States', 'Norway', 'Sweden', 'Hethmar'].map((name) => [name, 'Location'])),
  'Hotel Belmar': 'Facility',
  Norwegian: 'NORP',
  Swedish: 'NORP',
};

/** Names of {@link LABELS} in a text, the longest at each place. */
const namesIn = (text: string): Recognised['names'] => {
  const found: { start: number; end: number; type: string }[] = [];
  for (const name of Object.keys(LABELS).sort((a, b) => b.length - a.length))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!found.some((one) => one.start < at + name.length && at < one.end))
        found.push({ start: at, end: at + name.length, type: LABELS[name] ?? '' });
  return found.sort((a, b) => a.start - b.start).map((one) => ({ ...one, scheme: 'world' as const, confidence: 0.99 }));
};

const read = (text: string, spans: Spans = []) => {
  const blocks: Block[] = [{ kind: 'body', start: 0, end: text.length }];
  const { tokens, sentences } = findTokens(text, blocks);
  const quotes = pairQuotes(text, blocks);
  const recognised = { ...seenIn(text, [], spans), names: namesIn(text) };
  const known = { text, blocks, tokens, sentences, quotes, recognised, document: {} as Document };
  const found = findMentions(known);
  return { found, linked: linkMentions({ ...known, mentions: found }) };
};

/** Chain of the nth mention whose head reads so. */
const chainOf = (text: string, spans: Spans, head: string, nth = 0): number => {
  const hits = read(text, spans).linked.filter((mention) => text.slice(...mention.head) === head);
  const hit = hits.at(nth);
  if (hit === undefined) throw new Error(`no mention "${head}" number ${nth} in: ${text}`);
  return hit.chain;
};

const person = (words: string, nth = 0): Spans[number] => ({ words, type: 'person', nth });
const body = (words: string, nth = 0): Spans[number] => ({ words, type: 'organization', nth });
const thing = (words: string, nth = 0): Spans[number] => ({ words, type: 'abstract', nth });

type Case = readonly [text: string, spans: Spans, a: string, b: string, nthOfB?: number];

describe('linkMentions: one and the same', () => {
  const cases: readonly Case[] = [
    ['The Hethmar Courier found it. The newspaper said so.', [body('The newspaper')], 'Hethmar Courier', 'newspaper'],
    ['The Hethmar Courier found it. The Courier said so.', [], 'Hethmar Courier', 'Courier'],
    ['The agency Vorwire told it. The agency cited two men.', [body('The agency', 1)], 'Vorwire', 'agency'],
    ['Adrian Lund left. His son Tomas Lund stayed. Lund junior has a firm.', [], 'Tomas Lund', 'Lund junior'],
    ['Adrian Lund left. His son Tomas Lund stayed. The elder Lund is ill.', [], 'Adrian Lund', 'Lund'],
    ['Marek Voss left. Voss said nothing.', [], 'Marek Voss', 'Voss'],
    ['President Ada Hale spoke. Hale smiled.', [], 'Ada Hale', 'Hale'],
    ['Voss was quiet on Monday, said Ana Brandt. Marek Voss left.', [], 'Voss', 'Marek Voss'],
    ['Timur Zhelkanov runs it. They saw Shelkanov there.', [], 'Timur Zhelkanov', 'Shelkanov'],
    ['Timur Zhelkanov met them. Timur Jelkanov paid.', [], 'Timur Zhelkanov', 'Timur Jelkanov'],
    ['The Ostran Sovereign Fund (OSF) paid. Later OSF denied it.', [], 'Ostran Sovereign Fund', 'OSF', 1],
    ['Halden Energy bid. A lawyer said Halden would win.', [], 'Halden Energy', 'Halden'],
    ['The Ostran Sovereign Fund paid. The fund denied it.', [body('The fund')], 'Ostran Sovereign Fund', 'fund'],
    ['They met in the U.S. and left the United States.', [], 'U.S.', 'United States'],
    ['Marek Voss, the head of the fund, left.', [person('the head of the fund')], 'Marek Voss', 'head'],
    ['The finance minister, Doro Wexler, left.', [person('The finance minister')], 'minister', 'Doro Wexler'],
    ['Norwegian envoy Marek Voss left. The envoy said no.', [person('The envoy')], 'Marek Voss', 'envoy'],
    ['A merchant named Levan Sorokin paid.', [person('A merchant')], 'merchant', 'Levan Sorokin'],
    ['Ana Brandt, who lives here, left.', [], 'Ana Brandt', 'who'],
    ['Ana Brandt left. She said nothing.', [], 'Ana Brandt', 'She'],
    ['Mr. Oduya left early. He was tired.', [], 'Oduya', 'He'],
    ['Ana Brandt met Thomas Rell. She asked him to wait.', [], 'Ana Brandt', 'She'],
    ['Ana Brandt met Thomas Rell. She asked him to wait.', [], 'Thomas Rell', 'him'],
    ['Thomas Rell said that he would go.', [], 'Thomas Rell', 'he'],
    [
      'Two negotiators flew home. They were tired.',
      [person('Two negotiators'), { words: 'They', type: 'person', of: { 'Two negotiators': 0.8 } }],
      'negotiators',
      'They',
    ],
    [
      'Halden Energy is broke. It sold a ship.',
      [body('Halden Energy'), { words: 'It', type: 'organization', of: { 'Halden Energy': 0.8 } }],
      'Halden Energy',
      'It',
    ],
    [
      'They wrote a 19-point plan. Norway rejected the plan.',
      [thing('a 19-point plan'), thing('the plan')],
      'plan',
      'plan',
      1,
    ],
    [
      'He stayed at the Hotel Belmar. The hotel was empty.',
      [{ words: 'The hotel', type: 'place' }],
      'Hotel Belmar',
      'hotel',
    ],
    [
      'A senior official spoke. The official gave no name.',
      [person('A senior official'), person('The official')],
      'official',
      'official',
      1,
    ],
  ];
  for (const [text, spans, a, b, nth] of cases) {
    it(`joins ${a} and ${b} in “${text}”`, () => expect(chainOf(text, spans, b, nth)).toBe(chainOf(text, spans, a)));
  }

  it('lets the network choose between two who fit alike', () => {
    const text = 'Marek Voss called Thomas Rell on Monday. In May he had paid.';
    const meant = (who: string): Spans => [
      person('Marek Voss'),
      person('Thomas Rell'),
      { words: 'he', type: 'person', nth: text.split('he').length - 2, of: { [who]: 0.9 } },
    ];
    expect(chainOf(text, meant('Marek Voss'), 'he')).toBe(chainOf(text, meant('Marek Voss'), 'Marek Voss'));
    expect(chainOf(text, meant('Thomas Rell'), 'he')).toBe(chainOf(text, meant('Thomas Rell'), 'Thomas Rell'));
  });
});

describe('linkMentions: two', () => {
  const cases: readonly Case[] = [
    ['Adrian Lund left. Young Lund stayed.', [], 'Adrian Lund', 'Lund'],
    ['Stepan Vorrin left. S. Vorrin (jr.) opened a hall.', [], 'Stepan Vorrin', 'S. Vorrin (jr.)'],
    ['The Hethmar Courier found it. They met in Hethmar.', [], 'Hethmar Courier', 'Hethmar'],
    ['Marek Voss met Ana Brandt.', [], 'Marek Voss', 'Ana Brandt'],
    ['Marius Lund left. Magnus Lund stayed.', [], 'Marius Lund', 'Magnus Lund'],
    ['Jonas Lund left. Jonas Lund-Moe stayed.', [], 'Jonas Lund', 'Jonas Lund-Moe'],
    ['Thomas Rell left. Ms. Rell stayed.', [], 'Thomas Rell', 'Rell'],
    ['Tomas Lund came. Lund junior left. Tomas Lund Jr. stayed.', [], 'Tomas Lund', 'Tomas Lund Jr.'],
    ['Halden owns Halden Marine, a unit of Halden.', [], 'Halden Marine', 'Halden', -1],
    ['Halden SpA bid. Halden Marine sails. Halden won.', [], 'Halden Marine', 'Halden', -1],
    ['Adrian Lund left. His son Tomas Lund stayed.', [], 'Adrian Lund', 'Tomas Lund'],
    ['Chukwu Eze and Ngozi Eze came. Eze paid.', [], 'Chukwu Eze', 'Eze'],
    ['Chukwu Eze and Ngozi Eze came. Eze paid.', [], 'Ngozi Eze', 'Eze'],
    [
      'The minister met the press. The ministry was silent.',
      [person('The minister'), body('The ministry')],
      'minister',
      'ministry',
    ],
    [
      'Norwegian envoy Marek Voss met Swedish envoy Ana Brandt. The envoy left.',
      [person('The envoy')],
      'Marek Voss',
      'envoy',
    ],
    [
      'The prime minister, Ana Brandt, left. The finance minister stayed.',
      [person('The prime minister'), person('The finance minister')],
      'Ana Brandt',
      'minister',
      1,
    ],
    ['Thomas Rell met him in May.', [], 'Thomas Rell', 'him'],
    ['Ana Brandt left. He said nothing.', [], 'Ana Brandt', 'He'],
    ['“I saw what he did,” Thomas Rell said.', [], 'Thomas Rell', 'he'],
    ['“I will go,” Thomas Rell said.', [], 'Thomas Rell', 'I'],
    ['Norway’s Foreign Ministry agreed. Sweden’s Foreign Ministry did not.', [], 'Norway', 'Sweden'],
    [
      'The first draft failed. The second draft passed.',
      [thing('The first draft'), thing('The second draft')],
      'draft',
      'draft',
      1,
    ],
    ['The plan failed. The plans were many.', [thing('The plan'), thing('The plans')], 'plan', 'plans'],
    ['Hale Energy paid. Ada Hale left.', [], 'Hale Energy', 'Ada Hale'],
    [
      'Two negotiators left the talks. They will go on.',
      [
        person('Two negotiators'),
        { words: 'the talks', type: 'event' },
        { words: 'They', type: 'event', of: { 'Two negotiators': 0.05, 'the talks': 0.9 } },
      ],
      'negotiators',
      'They',
    ],
  ];
  for (const [text, spans, a, b, nth] of cases) {
    it(`keeps ${a} and ${b} apart in “${text}”`, () =>
      expect(chainOf(text, spans, b, nth)).not.toBe(chainOf(text, spans, a)));
  }

  it('keeps ministries of two countries apart', () => {
    const text = 'Norway’s Foreign Ministry agreed. Sweden’s Foreign Ministry did not.';
    expect(chainOf(text, [], 'Foreign Ministry', 1)).not.toBe(chainOf(text, [], 'Foreign Ministry', 0));
  });

  it('is not moved by the network from what grammar forbids', () => {
    const text = 'Ana Brandt left. Thomas Rell met him in May.';
    const spans: Spans = [
      person('Ana Brandt'),
      person('Thomas Rell'),
      { words: 'him', type: 'person', of: { 'Ana Brandt': 0.5, 'Thomas Rell': 0.5 } },
    ];
    const chain = chainOf(text, spans, 'him');
    expect([chainOf(text, spans, 'Ana Brandt'), chainOf(text, spans, 'Thomas Rell')]).not.toContain(chain);
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

  it('leaves out an “it” that stands for none of the things', () => {
    const text = 'It rained, and Ana Brandt said that it was over.';
    expect(read(text).linked.map((mention) => text.slice(...mention.head))).toEqual(['Ana Brandt']);
  });

  it('gives a pronoun the type of what it stands for', () => {
    const text = 'Norway is far. It signed.';
    const spans: Spans = [
      { words: 'Norway', type: 'place' },
      { words: 'It', type: 'place', of: { Norway: 0.9 } },
    ];
    expect(read(text, spans).linked.map((mention: Mention) => mention.type)).toEqual(['place', 'place']);
  });

  it('gives nothing for no mentions', () => expect(read('').linked).toEqual([]));

  it('takes time in proportion to the text: four times as many names, each with its pronoun', () => {
    const secondsFor = (count: number): number => {
      const text = Array.from({ length: count }, (_, i) => `Ana V${letters(i)}orn said she was tired.`).join(' ');
      const blocks: Block[] = [{ kind: 'body', start: 0, end: text.length }];
      const { tokens, sentences } = findTokens(text, blocks);
      const names = [...text.matchAll(/Ana \w+/g)].map((match) => ({
        scheme: 'world' as const,
        start: match.index,
        end: match.index + match[0].length,
        type: 'Person',
        confidence: 0.99,
      }));
      const known = {
        text,
        blocks,
        tokens,
        sentences,
        quotes: [],
        recognised: { ...NOTHING, names },
        document: {} as Document,
      };
      const mentions = findMentions(known);
      const before = process.cpuUsage();
      expect(linkMentions({ ...known, mentions }).length).toBe(2 * count);
      return process.cpuUsage(before).user / 1e6;
    };
    secondsFor(500);
    // the square would be sixteen times
    expect(secondsFor(10_000)).toBeLessThan(10 * secondsFor(2500) + 1);
  });
});

const letters = (number: number): string =>
  number.toString(36).replace(/\d/g, (digit) => 'bdfgklmnpr'[Number(digit)] ?? '');

import { describe, expect, it } from 'vitest';
import type { Block, Document, Mention } from '../../model/index.ts';
import { pairQuotes } from '../quotes/index.ts';
import { findTokens } from '../tokens/index.ts';
import { findMentions } from './index.ts';

const read = (text: string, kind: Block['kind'] = 'body'): { text: string; mentions: Mention[] } => {
  const blocks: Block[] = [{ kind, start: 0, end: text.length }];
  const { tokens, sentences } = findTokens(text, blocks);
  const quotes = pairQuotes(text, blocks);
  const mentions = findMentions({ text, blocks, tokens, sentences, quotes, document: {} as Document });
  return { text, mentions };
};

/** "person name Marek Voss", one a mention, by its head for names and whole for descriptions. */
const list = ({ text, mentions }: ReturnType<typeof read>): string[] =>
  mentions.map((mention) => {
    const [start, end] = mention.form === 'name' ? mention.head : [mention.start, mention.end];
    return `${mention.type} ${mention.form} ${text.slice(start, end).replace(/\s+/g, ' ')}`;
  });

const named = (text: string, name: string): Mention | undefined => {
  const { mentions } = read(text);
  return mentions.find((mention) => text.slice(mention.head[0], mention.head[1]) === name);
};

describe('findMentions: names', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Marek Voss flew to Tarsk on Monday.', ['person name Marek Voss', 'place name Tarsk']],
    ['Mr. Oduya declined to comment.', ['person name Oduya']],
    ['They met Sheikh Omar al-Rashid bin Zayed in Doha.', ['person name Omar al-Rashid bin Zayed', 'place name Doha']],
    ['He works for John F. Kelly Jr., who said no.', ['person name John F. Kelly Jr.']],
    ['Jean-Luc de la Tour denied it.', ['person name Jean-Luc de la Tour']],
    ['Siobhan O’Hanlon’s lawyer called.', ['person name Siobhan O’Hanlon']],
    ['Halden Energy Ltd. said it would sell.', ['organization name Halden Energy Ltd.']],
    ['They asked Brightmoor Holdings for the papers.', ['organization name Brightmoor Holdings']],
    ['The Ministry of Oil and Gas in Tarsk replied.', ['publicBody name Ministry of Oil and Gas']],
    [
      'She chairs the National Security and Defence Council.',
      ['publicBody name National Security and Defence Council'],
    ],
    ['The trawlers of the Fishermen’s League blocked it.', ['organization name Fishermen’s League']],
    ['They sat in the Hotel Belmar for hours.', ['facility name Hotel Belmar']],
    ['The talks at the Grand Mirabel Hotel failed.', ['facility name Grand Mirabel Hotel']],
    ['Tankers crossed the Strait of Varro at night.', ['place name Strait of Varro']],
    ['Investors want the Orrin gas field back.', ['asset name Orrin gas field']],
    ['Both sides signed the Lisbon Protocol.', ['instrument name Lisbon Protocol']],
    ['The deal was struck on board the ferry Aurelia off Malta.', ['asset name Aurelia', 'place name Malta']],
    ['The Kremlin would not comment.', ['publicBody name Kremlin']],
    ['The U.S. and Norway agreed.', ['place name U.S.', 'place name Norway']],
    ['The letter came from Kazakhstan.', ['place name Kazakhstan']],
    ['“Drovia Oil” bought a stake.', ['organization name Drovia Oil']],
    ['OrbexCorp shares fell.', ['organization name OrbexCorp']],
    ['The ship was seen near Port Almers.', ['place name Port Almers']],
    ['Ostra and the Ostrans were angry when Hale left Ostra.', ['group name Ostrans']],
    ['The Velland-Norway summit was moved to Velland.', ['place name Norway', 'place name Velland']],
    ['He told The Wall Street Journal about it.', ['organization name The Wall Street Journal']],
    ['A long name, Marek\nVoss, was broken by the line.', ['person name Marek Voss']],
    ['Secretary of State Ana Brandt left early.', ['person name Ana Brandt']],
    ['The Voss-led team met Marek Voss.', ['person name Marek Voss']],
  ];
  for (const [text, expected] of cases) {
    it(`finds ${expected.join(', ')} in “${text.replace(/\s+/g, ' ')}”`, () => {
      const found = list(read(text));
      for (const one of expected) expect(found).toContain(one);
    });
  }
});

describe('findMentions: posts', () => {
  const cases: readonly (readonly [string, string, string | null, string | null])[] = [
    ['President Hale arrived.', 'Hale', 'President', null],
    ['Ostran Foreign Minister Galim Oster left.', 'Galim Oster', 'Foreign Minister', 'Ostran'],
    ['Gen. Tomas Rell spoke.', 'Tomas Rell', 'Gen.', null],
    ['Norwegian envoy Marek Voss spoke.', 'Marek Voss', 'envoy', 'Norwegian'],
    ['Marek Voss, Norway’s special envoy, spoke.', 'Marek Voss', 'special envoy', 'Norway'],
    ['Marek Voss, the head of the Ostran Sovereign Fund, spoke.', 'Marek Voss', 'head', 'Ostran Sovereign Fund'],
    ['The finance minister, Doro Wexler, overruled them.', 'Doro Wexler', 'finance minister', null],
    ['President Hale’s son-in-law Marek Voss was there.', 'Marek Voss', 'son-in-law', 'Hale'],
    ['President Hale’s son-in-law Marek Voss was there.', 'Hale', 'President', null],
    ['Halden Energy chief executive Ana Brandt resigned.', 'Ana Brandt', 'chief executive', 'Halden Energy'],
    ['Ana Brandt, a former minister who left in May, agreed.', 'Ana Brandt', 'former minister', null],
    ['The deputy prime minister of Norway, Ana Brandt, agreed.', 'Ana Brandt', 'deputy prime minister', 'Norway'],
    ['Talks go on, a senior official said, and Ana Brandt knows.', 'Ana Brandt', null, null],
    ['They saw Marek Voss, and the envoy left.', 'Marek Voss', null, null],
    ['Mr. Marek Voss left.', 'Marek Voss', null, null],
  ];
  for (const [text, name, role, side] of cases) {
    it(`reads ${role ?? 'no post'} of ${name} in “${text}”`, () => {
      const mention = named(text, name);
      expect(mention).toMatchObject({ type: 'person', form: 'name', role, side });
    });
  }

  it('keeps the title in the mention and out of the head', () => {
    const text = 'Then President Ada Hale spoke.';
    const mention = named(text, 'Ada Hale');
    expect(text.slice(mention?.start, mention?.end)).toBe('President Ada Hale');
  });
});

describe('findMentions: descriptions', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Two officials familiar with the matter said so.', 'group nominal Two officials familiar with the matter'],
    ['A person close to the talks disagreed.', 'person nominal A person close to the talks'],
    ['That is what four diplomats briefed on the call said.', 'group nominal four diplomats briefed on the call'],
    ['The Norwegian envoy went home.', 'person nominal The Norwegian envoy'],
    ['They called the president’s son-in-law twice.', 'person nominal the president’s son-in-law'],
    ['The head of Halden Energy refused.', 'person nominal The head of Halden Energy'],
    ['Negotiators broke the 19-point plan into parts.', 'instrument nominal the 19-point plan'],
    ['She read the draft contract.', 'instrument nominal the draft contract'],
    ['The ministry was silent.', 'publicBody nominal The ministry'],
    ['European leaders were told nothing.', 'group nominal European leaders'],
    ['The fund sold its shares.', 'organization nominal The fund'],
    ['A spokesman for Voss denied it.', 'person nominal A spokesman for Voss'],
  ];
  for (const [text, expected] of cases) {
    it(`finds “${expected}”`, () => expect(list(read(text))).toContain(expected));
  }

  it('keeps a name within the description that contains it', () => {
    const found = list(read('The head of Halden Energy refused.'));
    expect(found).toEqual(['person nominal The head of Halden Energy', 'organization name Halden Energy']);
  });
});

describe('findMentions: money and pronouns', () => {
  const sums = [
    '$1.2 billion',
    '€30m',
    'US$5 million',
    '640 million crowns',
    'Two million lira',
    'half a million dollars',
    'hundreds of millions of euros',
    'EUR 2.5bn',
    '£12-15 million',
  ];
  for (const sum of sums)
    it(`finds the sum ${sum}`, () => expect(list(read(`${sum} changed hands.`))).toContain(`money nominal ${sum}`));

  it('takes shares and years for no money', () => {
    expect(
      list(read('He holds 40 per cent since 2019 and 12 seats.')).filter((one) => one.startsWith('money')),
    ).toEqual([]);
  });

  it('finds pronouns, and not the country written like one', () => {
    const found = list(read('She said the US would help him, but we asked who they were.'));
    expect(found).toContain('person pronoun She');
    expect(found).toContain('person pronoun him');
    expect(found).toContain('group pronoun we');
    expect(found).toContain('group pronoun they');
    expect(found).toContain('place name US');
    expect(found).not.toContain('group pronoun US');
  });
});

describe('findMentions: what is no mention', () => {
  const nothing = [
    'Yesterday was quiet.',
    'Earlier on Monday it rained.',
    'It happened on Black Friday in December.',
    'Sanctions may go.',
    'One speaks Arabic.',
    'Western support is fading.',
    'However, nothing came of it.',
    'Ordering eggs at one in the morning.',
    'Stocks rose 4 percent.',
    'NO DISCUSSION OF PRICES',
    'How To Make Money And Not War',
    'Muslim and Christian prayers were heard.',
    'There was no evidence of that.',
    'It’s under sanctions and cannot travel.',
  ];
  for (const text of nothing) {
    it(`finds no name in “${text}”`, () => {
      expect(read(text).mentions.filter((mention) => mention.form === 'name')).toEqual([]);
    });
  }

  it('takes an adjective of a country for no mention', () => {
    expect(list(read('Norwegian and Swedish firms waited.'))).not.toContain('place name Norwegian');
    expect(list(read('Ostra fell silent. Ostran sailors waited in Ostra.'))).not.toContain('person name Ostran');
  });

  it('finds in a title of capitals only the names that the text knows', () => {
    const blocks: Block[] = [
      { kind: 'headline', start: 0, end: 35 },
      { kind: 'body', start: 37, end: 85 },
    ];
    const text = 'Envoy Voss Meets Rivals In New Talks\n\nMarek Voss, who lives in Tarsk, met his rivals.';
    const { tokens, sentences } = findTokens(text, [
      { ...blocks[0], end: 36 } as Block,
      { ...blocks[1], start: 38, end: text.length } as Block,
    ]);
    const mentions = findMentions({ text, blocks, tokens, sentences, quotes: [], document: {} as Document });
    const inTitle = mentions.filter((mention) => mention.end <= 36 && mention.form === 'name');
    expect(inTitle.map((mention) => text.slice(mention.head[0], mention.head[1]))).toEqual(['Voss']);
  });

  it('leaves out the possessive and keeps mentions in order without crossing', () => {
    const { text, mentions } = read(
      'Ana Brandt’s lawyer told Halden Energy’s board that the fund’s head, Marek Voss, had paid $5 million to two officials in Norway.',
    );
    mentions.forEach((mention, i) => {
      expect(text.slice(...mention.head)).not.toMatch(/[’']s$/);
      const next = mentions[i + 1];
      if (next === undefined) return;
      expect(next.start).toBeGreaterThanOrEqual(mention.start);
      if (next.start < mention.end) expect(next.end).toBeLessThanOrEqual(mention.end);
    });
  });

  it('reads nothing from an empty text', () => expect(read('').mentions).toEqual([]));
});

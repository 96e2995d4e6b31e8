import { describe, expect, it } from 'vitest';
import { seenIn } from '../../../tests/seen-in.ts';
import type { Block, Document, Mention } from '../../model/index.ts';
import { NOTHING, type Recognised } from '../network/index.ts';
import { findTokens } from '../tokens/index.ts';
import { findMentions } from './index.ts';

type Names = Parameters<typeof seenIn>[1];
type Spans = NonNullable<Parameters<typeof seenIn>[2]>;

const read = (text: string, recognised: Recognised = NOTHING) => {
  const blocks: Block[] = [{ kind: 'body', start: 0, end: text.length }];
  const { tokens, sentences } = findTokens(text, blocks);
  const mentions = findMentions({ text, blocks, tokens, sentences, recognised, document: {} as Document });
  return { text, mentions };
};

/** "person name Marek Voss", one a mention, by its head for names and whole for descriptions. */
const list = (text: string, names: Names = [], spans: Spans = []): string[] =>
  read(text, seenIn(text, names, spans)).mentions.map((mention) => {
    const [start, end] = mention.form === 'name' ? mention.head : [mention.start, mention.end];
    return `${mention.type} ${mention.form} ${text.slice(start, end).replace(/\s+/g, ' ')}`;
  });

/** The same without pronouns. */
const told = (...given: Parameters<typeof list>): string[] => list(...given).filter((one) => !/ pronoun /.test(one));

const named = (text: string, name: string, names: Names, spans: Spans = []): Mention | undefined =>
  read(text, seenIn(text, names, spans)).mentions.find((mention) => text.slice(...mention.head) === name);

describe('findMentions: what the labels mean', () => {
  const cases: readonly (readonly [string, Names, readonly string[]])[] = [
    [
      'Wanjiru Odhiambo flew to Tarsk.',
      [
        ['Wanjiru Odhiambo', 'Person'],
        ['Tarsk', 'Location'],
      ],
      ['person name Wanjiru Odhiambo', 'place name Tarsk'],
    ],
    [
      'Kemal Aksoylu spoke.',
      [
        ['Kemal Aksoylu', 'Person', 0.5],
        ['Kemal Aksoylu', 'politics politician', 0.9],
      ],
      ['person name Kemal Aksoylu'],
    ],
    ['Kemal Aksoylu spoke.', [['Kemal Aksoylu', 'politics politician', 0.9]], []],
    ['Halden Energy Ltd. said so.', [['Halden Energy Ltd.', 'Organization']], ['organization name Halden Energy Ltd.']],
    [
      'She runs the Ministry of Oil and Gas in Tarsk.',
      [['Ministry of Oil and Gas', 'Organization']],
      ['publicBody name Ministry of Oil and Gas'],
    ],
    ['The Kremlin was silent.', [['Kremlin', 'Location']], ['publicBody name Kremlin']],
    [
      'They sat in the Grand Mirabel Hotel.',
      [['Grand Mirabel Hotel', 'Location']],
      ['facility name Grand Mirabel Hotel'],
    ],
    ['They want the Orrin gas field back.', [['Orrin', 'Location']], ['asset name Orrin gas field']],
    ['Both signed the Lisbon Protocol.', [['Lisbon Protocol', 'Misc']], ['instrument name Lisbon Protocol']],
    ['He reads the Hethmar Courier.', [['Hethmar Courier', 'Misc']], ['organization name Hethmar Courier']],
    ['They met at the Winter Games.', [['Winter Games', 'Misc']], []],
    ['The Ostrans were angry.', [['Ostrans', 'NORP']], ['group name Ostrans']],
    ['The talks began on May 3.', [['May 3', 'Date']], []],
  ];
  for (const [text, names, expected] of cases)
    it(`finds ${expected.join(', ') || 'nothing'} in “${text}”`, () => expect(told(text, names)).toEqual(expected));

  it('takes a scheme that knows no building at its word only where the wider one is silent', () => {
    const text = 'They waited outside the Vellmar.';
    const both: Names = [
      ['Vellmar', 'Facility', 0.7],
      ['Vellmar', 'politics location', 0.9],
      ['Vellmar', 'web LOC', 0.9],
    ];
    expect(told(text, both)).toEqual(['facility name Vellmar']);
  });

  it('leaves out what only the labels of weapons and papers see', () => {
    expect(told('He came with the envoy.', [['the envoy', 'defence Person', 1]])).toEqual([]);
  });
});

describe('findMentions: what the document says of a name', () => {
  const person = ['Zemlin', 'Person', 0.5] as const;
  const other = ['Zemlin', 'web ORG', 0.5] as const;
  const cases: readonly (readonly [string, string, Names, readonly string[]])[] = [
    [
      'what stands beside it elsewhere',
      'They bought shares in Zemlin, and then Zemlin said so.',
      [person, other],
      ['organization name Zemlin', 'organization name Zemlin'],
    ],
    ['a noun in front of it', 'They left the ferry Zemlin.', [['Zemlin', 'Location', 0.5]], ['asset name Zemlin']],
    [
      'the list that it stands in',
      'He knows oligarchs close to power, including Zemlin and Orrak.',
      [
        ['Zemlin', 'Organization', 0.5],
        ['Orrak', 'Organization', 0.5],
        ['Zemlin', 'web PER', 0.8],
        ['Orrak', 'web PER', 0.8],
      ],
      ['person name Zemlin', 'person name Orrak'],
    ],
    [
      'an adjective formed from it',
      'Then came Ostrania. Two Ostranian envoys and a lawyer left.',
      [
        ['Ostrania', 'Location', 0.3],
        ['Ostrania', 'web ORG', 0.4],
      ],
      ['place name Ostrania'],
    ],
    [
      'the full name of the same person',
      'Ada Zemlin came, but then Zemlin left.',
      [
        ['Ada Zemlin', 'Person'],
        ['Zemlin', 'Organization', 0.5, 1],
      ],
      ['person name Ada Zemlin', 'person name Zemlin'],
    ],
  ];
  for (const [by, text, names, expected] of cases)
    it(`tells the type of a name by ${by}`, () =>
      expect(told(text, names).filter((one) => one.includes(' name '))).toEqual(expected));

  it('leaves out words alone that are none of a name', () => {
    expect(told('The left.', [['The', 'Organization']])).toEqual([]);
    expect(told('GRAIN ON CREDIT', [['GRAIN', 'Organization']])).toEqual([]);
    expect(told('It costs NHC 178 a share.', [['NHC', 'Organization']])).toEqual(['money nominal NHC 178']);
  });

  it('hardly takes for a person who is never named in full nor called by a title', () => {
    const names: Names = [
      ['Zemlin', 'Person', 0.6],
      ['Zemlin', 'web ORG', 0.5],
      ['Zemlin', 'politics location', 0.5],
    ];
    expect(told('It was agreed with Zemlin.', names)).toEqual([]);
    expect(told('It was agreed with Mr. Zemlin.', names)).toEqual(['person name Zemlin']);
  });

  it('finds a body where it is called by the noun of its name', () => {
    const text =
      'They met the Delta Front. The Front agreed, but the front of the house was dark. In the Front Row he sat.';
    expect(told(text, [['Delta Front', 'Organization']])).toEqual([
      'organization name Delta Front',
      'organization name Front',
    ]);
  });

  it('makes one of a name seen in two parts, but none of a month and a name', () => {
    const names: Names = [
      ['Per', 'Person', 0.4],
      ['Olav Hale', 'Person'],
    ];
    expect(told('They asked Per Olav Hale.', names)).toEqual(['person name Per Olav Hale']);
    const month: Names = [
      ['April', 'Person', 0.3],
      ['Ada Hale', 'Person'],
    ];
    expect(told('It was in April Ada Hale left.', month)).toEqual(['person name Ada Hale']);
    expect(told('Hale & Marsh paid.', [['Hale', 'Organization']])).toEqual(['organization name Hale & Marsh']);
    expect(told('They met Ada Hale & Ivo Marsh.', [['Ada Hale', 'Person']])).toEqual(['person name Ada Hale']);
    expect(told('They met Ada Hale Jr. there.', [['Ada Hale', 'Person']])).toEqual(['person name Ada Hale Jr.']);
  });

  it('takes two countries joined by a hyphen for two', () => {
    expect(told('It hurt Norway-Sweden relations.', [['Norway-Sweden', 'Location']])).toEqual([
      'place name Norway',
      'place name Sweden',
    ]);
  });
});

describe('findMentions: the extent of names', () => {
  it('leaves off article, possessive and marks', () => {
    const text = 'He asked “the Fishermen’s League’s” head.';
    expect(told(text, [['the Fishermen’s League’s”', 'Organization']])).toEqual([
      'organization name Fishermen’s League',
    ]);
  });

  it('never crosses the end of a sentence', () => {
    const text = 'They heard from Ada Hale. Marsh declined to comment.';
    expect(told(text, [['Ada Hale. Marsh', 'Person']])).toEqual(['person name Ada Hale', 'person name Marsh']);
  });

  it('keeps a compound whole', () => {
    expect(
      list('Ana-Maria met Jean-Luc.', [
        ['Ana', 'Person'],
        ['Jean-Luc', 'Person'],
      ]),
    ).toEqual(['person name Ana-Maria', 'person name Jean-Luc']);
  });

  it('gives a name the initial that the network leaves in front of it', () => {
    expect(told('T. A. Velkar came.', [['A. Velkar', 'Person']])).toEqual(['person name T. A. Velkar']);
    expect(told('They have no plan B. Velkar came.', [['Velkar', 'Person']])).toEqual(['person name Velkar']);
  });

  it('ends a name where the next line is glued to it', () => {
    expect(told('Harbour BulletinMayor keeps silent.', [['Harbour Bulletin', 'Organization']])).toEqual([
      'organization name Harbour Bulletin',
    ]);
  });

  it('takes the office alone where its state stands before it', () => {
    const text = "Ostra's Foreign Ministry denied it.";
    expect(named(text, 'Foreign Ministry', [["Ostra's Foreign Ministry", 'Organization']])).toMatchObject({
      type: 'publicBody',
      side: 'Ostra',
    });
    expect(told("They read Fisher's Weekly.", [["Fisher's Weekly", 'Organization']])).toEqual([
      "organization name Fisher's Weekly",
    ]);
  });

  it('takes no word without a capital for a name', () => {
    expect(told('they met him', [['they', 'Organization', 0.99]])).toEqual([]);
  });
});

describe('findMentions: one document, one opinion', () => {
  const text = 'Orlo came. Then Orlo left. Orlo was paid. The mayor met Orlo.';
  const wavering: Names = [
    ['Orlo', 'Location', 0.9, 0],
    ['Orlo', 'Person', 0.55, 1],
    ['Orlo', 'Location', 0.9, 2],
    ['Orlo', 'Location', 0.8, 3],
  ];
  it('gives a name the type that most of its places have', () => {
    const all: Names = [...wavering, ['Orlo', 'web LOC', 0.9]];
    expect(list(text, all)).toEqual(Array.from({ length: 4 }, () => 'place name Orlo'));
  });

  it('takes a name for a place all through when it stands after "in", however much like a person it looks', () => {
    const story = 'They met in Tarsk. Tarsk was quiet.';
    const names: Names = [
      ['Tarsk', 'Person', 0.9, 0],
      ['Tarsk', 'web PER', 0.9, 0],
      ['Tarsk', 'Person', 0.6, 1],
      ['Tarsk', 'web LOC', 0.8, 1],
    ];
    expect(told(story, names)).toEqual(['place name Tarsk', 'place name Tarsk']);
  });

  it('takes whom somebody trusts in for a person', () => {
    const names: Names = [
      ['Tarsk', 'Person', 0.9],
      ['Tarsk', 'web PER', 0.9],
    ];
    expect(told('They have lost their trust in Tarsk.', names)).toEqual(['person name Tarsk']);
  });

  it('takes a surname after the full name', () => {
    const story = 'Marek Voss came. Voss left.';
    const names: Names = [
      ['Marek Voss', 'Person'],
      ['Marek Voss', 'web PER'],
      ['Voss', 'Organization', 0.5, 1],
      ['Voss', 'Person', 0.45, 1],
      ['Voss', 'web PER', 0.9, 1],
    ];
    expect(list(story, names)).toEqual(['person name Marek Voss', 'person name Voss']);
  });

  it('leaves out what one scheme alone half sees', () => {
    expect(list('Vellmar came.', [['Vellmar', 'Person', 0.5]])).toEqual([]);
    expect(list('Vellmar came.', [['Vellmar', 'Person', 0.9]])).toEqual(['person name Vellmar']);
  });
});

describe('findMentions: adjectives', () => {
  it('takes the adjective of a country for no mention, and the people for one', () => {
    const names: Names = [
      ['Norwegian', 'NORP'],
      ['Swedes', 'NORP'],
    ];
    expect(list('The Norwegian envoy met Swedes.', names)).toEqual(['group name Swedes']);
  });

  it('knows the adjective of a name of the document', () => {
    const text = 'Ostra fell silent. Ostran sailors waited in Ostra.';
    const names: Names = [
      ['Ostra ', 'Location'],
      ['Ostra.', 'Location'],
      ['Ostran', 'Organization'],
      ['Ostran', 'web ORG'],
    ];
    expect(list(text, names)).toEqual(['place name Ostra', 'place name Ostra']);
  });

  it('takes no surname for the adjective of another', () => {
    const names: Names = [
      ['Marek Kelm', 'Person'],
      ['Ana Kelman', 'Person'],
      ['Kelman said', 'Person'],
      ['Kelm paid', 'Person'],
    ];
    const text = 'Marek Kelm met Ana Kelman. Kelman said that Kelm paid.';
    expect(list(text, [...names.slice(0, 2), ['Kelman', 'Person', 0.95, 1], ['Kelm', 'Person', 0.95, 3]])).toContain(
      'person name Kelman',
    );
  });
});

describe('findMentions: titles and posts', () => {
  const cases: readonly (readonly [string, string, string | null, string | null, Spans?])[] = [
    ['President Hale arrived.', 'Hale', 'President', null],
    ['Then Ostran Foreign Minister Galim Oster left.', 'Galim Oster', 'Foreign Minister', 'Ostran'],
    ['Gen. Tomas Rell spoke.', 'Tomas Rell', 'Gen.', null],
    ['Norwegian envoy Marek Voss spoke.', 'Marek Voss', 'envoy', 'Norwegian'],
    ['Secretary of State Ana Brandt left early.', 'Ana Brandt', 'Secretary of State', null],
    ['The Minister of Oil and Gas Ama Boateng left.', 'Ama Boateng', 'Minister of Oil and Gas', null],
    ['President Hale’s son-in-law Marek Voss was there.', 'Marek Voss', 'son-in-law', 'Hale'],
    ['Halden Energy chief executive Ana Brandt resigned.', 'Ana Brandt', 'chief executive', 'Halden Energy'],
    ['Mr. Marek Voss left.', 'Marek Voss', null, null],
    ['Dean Okafor left.', 'Dean Okafor', null, null],
    [
      'Marek Voss, Norway’s special envoy, spoke.',
      'Marek Voss',
      'special envoy',
      'Norway',
      [{ words: 'Norway’s special envoy', type: 'person' }],
    ],
    [
      'The finance minister, Doro Wexler, overruled them.',
      'Doro Wexler',
      'finance minister',
      null,
      [{ words: 'The finance minister', type: 'person' }],
    ],
    [
      'Talks go on, a senior official said, and Ana Brandt knows.',
      'Ana Brandt',
      null,
      null,
      [{ words: 'a senior official', type: 'person' }],
    ],
  ];
  for (const [text, name, role, side, spans] of cases) {
    it(`reads ${role ?? 'no post'} of ${name} in “${text}”`, () => {
      const others: Names = ['Halden Energy', 'Hale', 'Norway']
        .filter((other) => other !== name && text.includes(other))
        .map(
          (other) => [other, other === 'Norway' ? 'Location' : other === 'Hale' ? 'Person' : 'Organization'] as const,
        );
      expect(named(text, name, [[name, 'Person'], ...others], spans)).toMatchObject({ type: 'person', role, side });
    });
  }

  it('keeps the title in the mention and out of the head, also where the network has it in the name', () => {
    const text = 'Then President Ada Hale spoke.';
    for (const words of ['Ada Hale', 'President Ada Hale']) {
      const mention = named(text, 'Ada Hale', [[words, 'Person']]);
      expect(text.slice(mention?.start, mention?.end)).toBe('President Ada Hale');
    }
  });
});

describe('findMentions: descriptions', () => {
  const cases: readonly (readonly [string, Spans[number]['words'], Spans[number]['type'], string | null])[] = [
    [
      'Two officials familiar with the matter said so.',
      'Two officials familiar with the matter',
      'person',
      'group nominal Two officials familiar with the matter',
    ],
    ['The envoy, who was tired, left.', 'The envoy, who was tired,', 'person', 'person nominal The envoy'],
    ['The ministry was silent.', 'The ministry', 'organization', 'publicBody nominal The ministry'],
    ['The fund sold its shares.', 'The fund', 'organization', 'organization nominal The fund'],
    ['She read the draft contract.', 'the draft contract', 'object', 'instrument nominal the draft contract'],
    ['They broke the 19-point plan.', 'the 19-point plan', 'abstract', 'instrument nominal the 19-point plan'],
    ['The hotel was empty.', 'The hotel', 'place', 'facility nominal The hotel'],
    ['The summer was long.', 'The summer', 'time', null],
    ['She ate the eggs.', 'the eggs', 'substance', null],
    ['He broke the chair.', 'the chair', 'object', null],
    ['He asked bankers and lawyers.', 'bankers and lawyers', 'person', null],
  ];
  for (const [text, words, type, expected] of cases) {
    it(`finds ${expected ?? 'no description'} in “${text}”`, () => {
      expect(list(text, [], [{ words, type }]).filter((one) => !/pronoun/.test(one))).toEqual(
        expected === null ? [] : [expected],
      );
    });
  }

  it('keeps a name within the description that contains it, and says whose it is', () => {
    const text = 'The head of Halden Energy refused.';
    const names: Names = [['Halden Energy', 'Organization']];
    const spans: Spans = [
      { words: 'The head of Halden Energy', type: 'person' },
      { words: 'Halden Energy', type: 'organization' },
    ];
    expect(list(text, names, spans)).toEqual([
      'person nominal The head of Halden Energy',
      'organization name Halden Energy',
    ]);
    expect(named(text, 'head', names, spans)).toMatchObject({ role: 'head', side: 'Halden Energy', confidence: 0.9 });
  });

  it('takes of two with one head the wider', () => {
    const text = 'A person close to the talks disagreed.';
    const spans: Spans = [
      { words: 'A person', type: 'person' },
      { words: 'A person close to the talks', type: 'person' },
    ];
    expect(list(text, [], spans)).toEqual(['person nominal A person close to the talks']);
  });

  it('cuts no name in two', () => {
    const text = 'The head of Halden Energy refused.';
    expect(list(text, [['Halden Energy', 'Organization']], [{ words: 'The head of Halden', type: 'person' }])).toEqual([
      'organization name Halden Energy',
    ]);
  });
});

describe('findMentions: offices and delegations', () => {
  const described = (text: string, names: Names): readonly string[] =>
    told(text, names).filter((one) => one.includes(' nominal '));

  it('are what belongs to a person or a land in plain words', () => {
    expect(described('Then Ada Hale’s office asked.', [['Ada Hale', 'Person']])).toEqual([
      'publicBody nominal Ada Hale’s office',
    ]);
    expect(described('Then Norway’s small delegation left.', [['Norway', 'Location']])).toEqual([
      'group nominal Norway’s small delegation',
    ]);
  });

  it('are not what a company has, nor a place beside somebody', () => {
    expect(described('Then Halden’s office burnt.', [['Halden', 'Organization']])).toEqual([]);
    expect(described('They stood at Ada Hale’s side.', [['Ada Hale', 'Person']])).toEqual([]);
    expect(described('He broke Ada Hale’s office chair.', [['Ada Hale', 'Person']])).toEqual([]);
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
    'LNC 24.9 billion',
  ];
  for (const sum of sums)
    it(`finds the sum ${sum}`, () => expect(list(`${sum} changed hands.`)).toContain(`money nominal ${sum}`));

  it('finds prices of shares in pence, and in a currency that no list has', () => {
    expect(list('Norel bid 171p a share.')).toContain('money nominal 171p');
    expect(list('Norel bid LNC 171 per share.')).toContain('money nominal LNC 171');
    expect(list('The film is sharp at 720p. See BRK 171.').filter((one) => one.startsWith('money'))).toEqual([]);
  });

  it('takes shares and years for no money', () => {
    expect(list('He holds 40 per cent since 2019 and 12 seats.').filter((one) => one.startsWith('money'))).toEqual([]);
  });

  it('finds pronouns, and not the country written like one', () => {
    const found = list('She said the US would help him, but we asked who they were.', [['US', 'Location']]);
    expect(found).toEqual([
      'person pronoun She',
      'place name US',
      'person pronoun him',
      'group pronoun we',
      'group pronoun they',
    ]);
  });
});

describe('findMentions: the outlet’s own people', () => {
  const nobody: readonly (readonly [string, Names])[] = [
    ['Sources told our political editor, Hanna Broden, that talks go on.', [['Hanna Broden', 'Person']]],
    [
      'My colleagues Nora Quimby and Piet Aske spent a year on this.',
      [
        ['Nora Quimby', 'Person'],
        ['Piet Aske', 'Person'],
      ],
    ],
    ['Hanna Broden, our correspondent in the port, was there.', [['Hanna Broden', 'Person']]],
  ];
  for (const [text, names] of nobody)
    it(`are nobody: “${text}”`, () => expect(list(text, names).filter((one) => / name /.test(one))).toEqual([]));

  it('are not those of another paper, nor a minister of ours', () => {
    const names: Names = [['Hanna Broden', 'Person']];
    expect(list('The reporter Hanna Broden was arrested.', names)).toEqual(['person name Hanna Broden']);
    expect(list('Our minister, Hanna Broden, was there.', names)).toContain('person name Hanna Broden');
  });
});

describe('findMentions: posts beside names', () => {
  const people: Names = [['Ada Hale', 'Person']];
  const cases: readonly (readonly [string, Names, string | null, string | null])[] = [
    [
      'Ada Hale, head of Velland’s Gas Fund, left.',
      [
        ['Velland', 'Location'],
        ['Gas Fund', 'Organization'],
      ],
      'head',
      'Gas Fund',
    ],
    ['Ada Hale, 54, a former Halden banker, left.', [['Halden', 'Organization']], 'former banker', 'Halden'],
    ['Ada Hale, the fund’s deputy head, left.', [], 'deputy head', 'fund'],
    [
      'Ada Hale, chairman of the board of state oil company Halden, left.',
      [['Halden', 'Organization']],
      'chairman',
      'Halden',
    ],
    ['Ada Hale, chief of staff of the president, left.', [], 'chief of staff', 'president'],
    ['Ada Hale, Norway’s ambassador to Sweden, left.', [], 'ambassador', 'Norway'],
    [
      'They asked Norway’s deputy president, Ada Hale, and left.',
      [['Norway', 'Location']],
      'deputy president',
      'Norway',
    ],
    ['Ada Hale, the president’s son-in-law, left.', [], 'son-in-law', 'president'],
    ['Former Norwegian Prime Minister Ada Hale left.', [], 'Former Prime Minister', 'Norwegian'],
    ['They asked Ada Hale, President Voss and others.', [], null, null],
    ['He wrote to Ada Hale, the head of the fund answered.', [], null, null],
    ['It is like Ada Hale, ministers say.', [], null, null],
  ];
  for (const [text, names, role, side] of cases)
    it(`reads ${role ?? 'no post'} of ${side ?? 'nobody'} in “${text}”`, () =>
      expect(named(text, 'Ada Hale', [...people, ...names])).toMatchObject({ role, side }));

  it('prefers a title in capitals to what is said beside the name, and what is said to a plain noun', () => {
    const minister = named('Finance Minister Ada Hale, the investor’s sister, left.', 'Ada Hale', people);
    expect(minister).toMatchObject({ role: 'Finance Minister' });
    const trader = named('Grain trader Ada Hale, owner of Halden, left.', 'Ada Hale', [
      ...people,
      ['Halden', 'Organization'],
    ]);
    expect(trader).toMatchObject({ role: 'owner', side: 'Halden' });
  });
});

describe('findMentions: what always holds', () => {
  it('reads nothing from an empty text, nor where nothing is seen', () => {
    expect(read('').mentions).toEqual([]);
    expect(list('However, Nothing Came Of That.')).toEqual([]);
  });

  it('keeps mentions in order, verbatim, each place once, one within the other or apart', () => {
    const text =
      'Ana Brandt’s lawyer told Halden Energy’s board that the fund’s head, Marek Voss, had paid $5 million to two officials in Norway.';
    const names: Names = [
      ['Ana Brandt', 'Person'],
      ['Halden Energy', 'Organization'],
      ['Marek Voss', 'Person'],
      ['Norway', 'Location'],
      ['$5', 'Product'],
    ];
    const spans: Spans = [
      { words: 'Ana Brandt’s lawyer', type: 'person' },
      { words: 'Halden Energy’s board', type: 'organization' },
      { words: 'the fund’s head, Marek Voss,', type: 'person' },
      { words: 'the fund’s', type: 'organization' },
      { words: 'two officials in Norway', type: 'person' },
    ];
    const { mentions } = read(text, seenIn(text, names, spans));
    expect(mentions.length).toBeGreaterThan(7);
    mentions.forEach((mention, i) => {
      expect(text.slice(...mention.head)).not.toMatch(/[’']s$|^\s|\s$/);
      expect(mention.start).toBeLessThanOrEqual(mention.head[0]);
      expect(mention.end).toBeGreaterThanOrEqual(mention.head[1]);
      const next = mentions[i + 1];
      if (next === undefined) return;
      expect(next.start).toBeGreaterThanOrEqual(mention.start);
      expect([next.start, next.end]).not.toEqual([mention.start, mention.end]);
      if (next.start < mention.end) expect(next.end).toBeLessThanOrEqual(mention.end);
    });
  });

  it('takes time in proportion to the text: four times as many names', () => {
    const secondsFor = (count: number): number => {
      const text = Array.from(
        { length: count },
        (_, i) => `Ana Vo${String.fromCharCode(97 + (i % 26))}${i % 7}s came.`,
      ).join(' ');
      const names = [...text.matchAll(/Ana \w+/g)].map((match) => ({
        scheme: 'world' as const,
        start: match.index,
        end: match.index + match[0].length,
        type: 'Person',
        confidence: 0.99,
      }));
      const before = process.cpuUsage();
      expect(read(text, { ...NOTHING, names }).mentions.length).toBe(count);
      return process.cpuUsage(before).user / 1e6;
    };
    secondsFor(500);
    // the square would be sixteen times
    expect(secondsFor(10_000)).toBeLessThan(10 * secondsFor(2500) + 1);
  });
});

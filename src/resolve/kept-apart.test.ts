import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../tests/build-reading.ts';
import { resolve } from './index.ts';

type Mentions = NonNullable<Draft['mentions']>;
type Made = ReturnType<typeof buildReading>;

/** A document with the mentions named by their words; each a chain of its own unless told. */
const document = (path: string, text: string, mentions: Mentions): Made =>
  buildReading({ path, text, mentions: mentions.map((one, index) => ({ chain: 100 + index, ...one })) });

const namesOf = (...documents: readonly Made[]): readonly string[][] =>
  resolve(documents)
    .entities.map((one) => [...new Set(one.names.map(({ text }) => text))].sort())
    .sort();
const reasonsOf = (...documents: readonly Made[]): readonly string[] =>
  resolve(documents).entities.flatMap(({ reasons }) => reasons);
const together = (names: readonly (readonly string[])[], a: string, b: string): boolean =>
  names.some((one) => one.includes(a) && one.includes(b));

describe('families', () => {
  it('S5 takes "Voss Jr." for no bare surname: of father and son it is the son', () => {
    const names = namesOf(
      document('a', 'Lars Voss spoke.', [{ words: 'Lars Voss' }]),
      document('b', 'Voss Jr. came too.', [{ words: 'Voss Jr.' }]),
    );
    expect(names).toEqual([['Lars Voss'], ['Voss Jr.']]);
    const known = namesOf(
      document('a', 'Lars Voss spoke.', [{ words: 'Lars Voss' }]),
      document('b', 'Lars Voss Jr. came too.', [{ words: 'Lars Voss Jr.' }]),
      document('c', 'Voss Jr. left.', [{ words: 'Voss Jr.' }]),
    );
    expect(known).toEqual([['Lars Voss'], ['Lars Voss Jr.', 'Voss Jr.']]);
  });

  it('S5 gives "young Voss" to the son, "old Voss" to the father', () => {
    const pile = [
      document('a', 'Lars Voss came with his son Tobias Voss.', [
        { words: 'Lars Voss' },
        { words: 'Tobias Voss', role: 'son' },
      ]),
      document('b', 'Then young Voss left.', [{ words: 'Voss' }]),
      document('c', 'And old Voss stayed.', [{ words: 'Voss' }]),
    ];
    const found = resolve(pile).entities.map((one) => [one.name, one.evidence.length]);
    expect(new Map(found as [string, number][])).toEqual(
      new Map([
        ['Lars Voss', 2],
        ['Tobias Voss', 2],
      ]),
    );
  });

  it('S5 gives a surname to no bearer who is named in quite other company', () => {
    const company = (...names: readonly string[]): Mentions => names.map((words) => ({ words, type: 'organization' }));
    const known = document('a', 'Lars Voss met Linden Gas, Orvane Bank and Tessaro Lines.', [
      { words: 'Lars Voss' },
      ...company('Linden Gas', 'Orvane Bank', 'Tessaro Lines'),
    ]);
    const apart = document('b', 'Voss beat Hethby Rovers, Kelder United and Marsh Athletic.', [
      { words: 'Voss' },
      ...company('Hethby Rovers', 'Kelder United', 'Marsh Athletic'),
    ]);
    const near = document('c', 'Voss paid Linden Gas, Kelder Works and Marsh Steel.', [
      { words: 'Voss' },
      ...company('Linden Gas', 'Kelder Works', 'Marsh Steel'),
    ]);
    expect(together(namesOf(known, apart), 'Voss', 'Lars Voss')).toBe(false);
    expect(together(namesOf(known, near), 'Voss', 'Lars Voss')).toBe(true);
  });

  it('gives same names as a reason once, with the number of documents', () => {
    const pile = ['a', 'b', 'c'].map((path) => document(path, `Lars Voss spoke (${path}).`, [{ words: 'Lars Voss' }]));
    expect(reasonsOf(...pile)).toEqual(['S2: “Lars Voss”: the same name in 3 documents']);
  });

  it('S17 parts a chain of names that cannot be one', () => {
    const chained = (...words: readonly string[]): readonly string[][] =>
      namesOf(
        document(
          'a',
          `${words.join(' spoke. ')} left.`,
          words.map((one) => ({ words: one, head: one.replace(/^M[rs]+ /, ''), chain: 0 })),
        ),
      );
    expect(chained('Lars Voss', 'Tobias Voss')).toEqual([['Lars Voss'], ['Tobias Voss']]);
    expect(chained('Mr Voss', 'Mrs Voss')).toEqual([['Voss'], ['Voss']]);
    expect(chained('Lars Voss', 'Mr Voss')).toEqual([['Lars Voss', 'Voss']]);
    expect(chained('Lars Voss', 'L. Voss', 'Lars Erik Voss')).toHaveLength(1);
  });

  it('S5 takes the given name that a father shares with "Jr." for nobody', () => {
    const names = namesOf(
      document('a', 'Lars sat by the door. Lars Voss Jr. came.', [{ words: 'Lars' }, { words: 'Lars Voss Jr.' }]),
    );
    expect(names).toEqual([['Lars Voss Jr.']]);
  });

  it('S3 holds apart brothers whose given names look alike', () => {
    const beside: Mentions = [{ words: 'Ana Mora' }, { words: 'Lena Varga' }, { words: 'Orin Tolle' }];
    const text = ' met Ana Mora, Lena Varga and Orin Tolle.';
    expect(
      together(
        namesOf(
          document('a', `Marius Tarvel${text}`, [{ words: 'Marius Tarvel' }, ...beside]),
          document('b', `Magnus Tarvel${text}`, [{ words: 'Magnus Tarvel' }, ...beside]),
        ),
        'Marius Tarvel',
        'Magnus Tarvel',
      ),
    ).toBe(false);
  });

  it('S5 gives "Ms Voss" to no man', () => {
    const names = namesOf(
      document('a', 'His brother Orlo Voss spoke.', [
        { words: 'brother Orlo Voss', head: 'Orlo Voss', role: 'brother' },
      ]),
      document('b', 'Ms Voss denied it.', [{ words: 'Ms Voss', head: 'Voss' }]),
    );
    expect(names).toEqual([['Orlo Voss'], ['Voss']]);
  });

  it('S2 holds apart cousins of whom one has two surnames, where one document names both', () => {
    const both = document('a', 'Jonas Tarvel hired Jonas Tarvel-Lie.', [
      { words: 'Jonas Tarvel', nth: 0 },
      { words: 'Jonas Tarvel-Lie' },
    ]);
    const one = document('b', 'Jonas Tarvel denied it.', [{ words: 'Jonas Tarvel' }]);
    expect(namesOf(both, one)).toEqual([['Jonas Tarvel'], ['Jonas Tarvel-Lie']]);
  });

  it('S5 attaches a surname that a hyphen makes one, and none of its halves', () => {
    const full = document('a', 'Ingrid Moland-Pratt agreed.', [{ words: 'Ingrid Moland-Pratt' }]);
    expect(namesOf(full, document('b', 'Moland-Pratt left.', [{ words: 'Moland-Pratt' }]))).toHaveLength(1);
    expect(namesOf(full, document('b', 'Moland left.', [{ words: 'Moland' }]))).toHaveLength(2);
  });

  it('S5 attaches a surname with its article', () => {
    const pile = [
      document('a', 'Yusef Al Tamar spoke.', [{ words: 'Yusef Al Tamar' }]),
      document('b', 'Al Tamar left.', [{ words: 'Al Tamar' }]),
    ];
    expect(namesOf(...pile)).toHaveLength(1);
    expect(reasonsOf(...pile)).toEqual(['S5: “Al Tamar” is the surname of one person in the case']);
  });

  it('S5 takes a surname for the one whom documents that say which call by it', () => {
    const told = (path: string): Made =>
      document(path, 'Lars Voss met Ana Mora. Voss agreed.', [
        { words: 'Lars Voss', chain: 0 },
        { words: 'Ana Mora' },
        { words: 'Voss', nth: 1, chain: 0 },
      ]);
    const son = document('c', 'Tobias Voss met Ana Mora.', [{ words: 'Tobias Voss' }, { words: 'Ana Mora' }]);
    const bare = document('d', 'Voss met Ana Mora.', [{ words: 'Voss' }, { words: 'Ana Mora' }]);
    const again = document('b', 'Lars Voss saw Ana Mora. Voss left.', [
      { words: 'Lars Voss', chain: 0 },
      { words: 'Ana Mora' },
      { words: 'Voss', nth: 1, chain: 0 },
    ]);
    const lars = resolve([told('a'), again, son, bare]).entities.find(({ name }) => name === 'Lars Voss');
    expect(lars?.reasons).toContain('S5: “Voss” alone means one of its bearers wherever others say which');
    // one document is too little to tell
    const { entities } = resolve([told('a'), son, bare]);
    expect(entities.filter(({ names }) => names.some(({ text }) => text === 'Voss'))).toHaveLength(2);
  });

  it('S2 takes a given name with the father’s for the one who bears both, and for no surname', () => {
    const names = namesOf(
      document('a', 'Anton Petrovich Varin spoke.', [{ words: 'Anton Petrovich Varin' }]),
      document('b', 'Anton Petrovich left.', [{ words: 'Anton Petrovich' }]),
      document('c', 'Anton Ivanovich left.', [{ words: 'Anton Ivanovich' }]),
    );
    expect(together(names, 'Anton Petrovich Varin', 'Anton Petrovich')).toBe(true);
    expect(together(names, 'Anton Petrovich Varin', 'Anton Ivanovich')).toBe(false);
  });
});

describe('bodies', () => {
  const body = (words: string, more: Partial<Mentions[number]> = {}): Mentions[number] => ({
    words,
    type: 'organization',
    ...more,
  });

  it('S2 holds apart a company, its holding and its unit', () => {
    const names = namesOf(
      document('a', 'Halden Holding owns Halden Marine.', [body('Halden Holding'), body('Halden Marine')]),
      document('b', 'Halden Marine sails.', [body('Halden Marine')]),
      document('c', 'Halden Holding sells.', [body('Halden Holding')]),
    );
    expect(names).toEqual([['Halden Holding'], ['Halden Marine']]);
  });

  it('S2 takes "Halden" for "Halden Group" unless one document names them side by side', () => {
    const group = document('a', 'Halden Group agreed.', [body('Halden Group')]);
    const bare = document('b', 'Halden agreed at last.', [body('Halden')]);
    expect(namesOf(group, bare)).toHaveLength(1);
    const both = document('c', 'Halden is owned by Halden Group.', [body('Halden'), body('Halden Group')]);
    expect(namesOf(group, bare, both)).toEqual([['Halden'], ['Halden Group']]);
  });

  it('S1 joins no bodies whose names written out differ, whatever letters they share', () => {
    const names = namesOf(
      document('a', 'The Securities Council (SC) met.', [
        body('Securities Council', { chain: 0 }),
        body('SC', { chain: 0 }),
      ]),
      document('b', 'The Shipping Commission (SC) met.', [
        body('Shipping Commission', { chain: 0 }),
        body('SC', { chain: 0 }),
      ]),
      document('c', 'The SC met.', [body('SC')]),
    );
    expect(together(names, 'Securities Council', 'Shipping Commission')).toBe(false);
    // whose letters they are in the third is not told
    expect(names).toContainEqual(['SC']);
  });

  it('S8 takes the surname of a founder for his company where the pile mostly names companies so', () => {
    const names = namesOf(
      document('a', 'Aldo Tessaro founded Tessaro SpA.', [{ words: 'Aldo Tessaro' }, body('Tessaro SpA')]),
      document('b', 'Tessaro SpA bids.', [body('Tessaro SpA')]),
      document('c', 'Tessaro raised its offer.', [{ words: 'Tessaro' }]),
    );
    expect(together(names, 'Tessaro', 'Aldo Tessaro')).toBe(false);
    expect(together(names, 'Tessaro', 'Tessaro SpA')).toBe(true);
  });

  it('S12 parts a founder from the company that a chain takes for him', () => {
    const names = namesOf(
      document('a', 'Tessaro SpA bids.', [body('Tessaro SpA')]),
      document('b', 'Tessaro Capital bids.', [body('Tessaro Capital')]),
      document('c', 'Tessaro bids, said Aldo Tessaro.', [
        { words: 'Tessaro', chain: 0 },
        { words: 'Aldo Tessaro', chain: 0 },
      ]),
    );
    expect(together(names, 'Tessaro', 'Aldo Tessaro')).toBe(false);
  });

  it("S14 takes an office for nobody's where the text has come to speak of another state", () => {
    const of = (words: string, side?: string): Mentions[number] => ({
      words,
      type: 'publicBody',
      chain: 0,
      ...(side === undefined ? {} : { side }),
    });
    const other = document('b', "Marrowen's Foreign Ministry denied it.", [
      { words: 'Foreign Ministry', type: 'publicBody', side: 'Marrowen' },
    ]);
    const parted = resolve([
      document('a', "Ostra's Foreign Ministry spoke. In Marrowen he showed a permit from the Foreign Ministry.", [
        of('Foreign Ministry', 'Ostra'),
        { words: 'Marrowen', type: 'place' },
        { ...of('Foreign Ministry'), nth: 1 },
      ]),
      other,
    ]).entities.filter(({ type }) => type === 'publicBody');
    expect(parted.map(({ sides }) => sides)).not.toContainEqual(['Marrowen', 'Ostra']);
    expect(parted.find(({ sides }) => sides.includes('Ostra'))?.evidence).toHaveLength(1);
    const kept = resolve([
      document('a', "Ostra's Foreign Ministry spoke. Later the Foreign Ministry fell silent.", [
        of('Foreign Ministry', 'Ostra'),
        { ...of('Foreign Ministry'), nth: 1 },
      ]),
      other,
    ]).entities.filter(({ sides }) => sides.includes('Ostra'));
    expect(kept.map(({ names }) => names.map(({ text }) => text).sort())).toEqual([
      ['Foreign Ministry', "Ostra's Foreign Ministry"],
    ]);
  });

  it('S15 leaves a surname far from the full name alone where other documents call his brother so', () => {
    const told = (path: string): Made =>
      document(path, 'Aldo Tessaro paid. Tessaro left.', [
        { words: 'Aldo Tessaro', chain: 0 },
        { words: 'Tessaro', chain: 0, nth: 1 },
      ]);
    const brother = (gap: string): Made =>
      document('c', `Bruno Tessaro is a deputy.${gap}Tessaro's office was silent.`, [
        { words: 'Bruno Tessaro', chain: 0 },
        { words: 'Tessaro', chain: 0, nth: 1 },
      ]);
    expect(together(namesOf(told('a'), told('b'), brother('\n\n')), 'Tessaro', 'Bruno Tessaro')).toBe(false);
    expect(together(namesOf(told('a'), told('b'), brother(' ')), 'Tessaro', 'Bruno Tessaro')).toBe(true);
    expect(together(namesOf(told('a'), brother('\n\n')), 'Tessaro', 'Bruno Tessaro')).toBe(true);
  });

  it('S16 parts the company from the town of its name', () => {
    const pile = (words: string): readonly string[][] =>
      resolve([
        document('a', 'Halden ASA bids.', [body('Halden ASA')]),
        document('b', `The mayor of Halden counts ${words} Halden.`, [
          { words: 'Halden', type: 'place', chain: 0 },
          { words: 'Halden', type: 'place', chain: 0, nth: 1 },
        ]),
      ])
        .entities.map(({ type, evidence }) => [type, `${evidence.length}`])
        .sort();
    expect(pile('shares in')).toEqual([
      ['organization', '2'],
      ['place', '1'],
    ]);
    expect(pile('land in')).toEqual([
      ['organization', '1'],
      ['place', '1'],
    ]);
  });

  it('S1 never joins a ministry with its minister, nor a spokesman with whom he speaks for', () => {
    const pile = [
      document('a', 'Trade Minister Ada Hale and the Trade Ministry of Ostra agreed, spokesman Per Haug said.', [
        { words: 'Trade Minister Ada Hale', head: 'Ada Hale', role: 'Trade Minister' },
        { words: 'Trade Ministry of Ostra', type: 'publicBody' },
        { words: 'spokesman Per Haug', head: 'Per Haug', role: 'spokesman' },
      ]),
      document('b', 'Ada Hale and the Trade Ministry agreed; Haug spoke.', [
        { words: 'Ada Hale' },
        { words: 'Trade Ministry', type: 'publicBody' },
        { words: 'Haug' },
      ]),
    ];
    expect(namesOf(...pile)).toEqual([
      ['Ada Hale'],
      ['Haug', 'Per Haug'],
      ['Trade Ministry', 'Trade Ministry of Ostra'],
    ]);
  });

  it('S6 takes no unit for its parent by the first word', () => {
    const names = namesOf(
      document('a', 'Halden Shipping met Ana Mora.', [body('Halden Shipping'), { words: 'Ana Mora' }]),
      document('b', 'Halden met Ana Mora.', [body('Halden'), { words: 'Ana Mora' }]),
    );
    expect(together(names, 'Halden', 'Halden Shipping')).toBe(false);
  });
});

describe('offices and states', () => {
  it('S3 holds apart known countries and continents that differ by a letter or two', () => {
    const company: Mentions = [
      { words: 'Lena Varga' },
      { words: 'Mirel Tosk' },
      { words: 'Linden Gas', type: 'organization' },
    ];
    const places = (...names: readonly string[]): Made =>
      document('a', `Lena Varga and Mirel Tosk of Linden Gas spoke of ${names.join(' and ')}.`, [
        ...company,
        ...names.map((words) => ({ words, type: 'place' as const })),
      ]);
    expect(together(namesOf(places('Iran', 'Iraq')), 'Iran', 'Iraq')).toBe(false);
    expect(together(namesOf(places('America', 'Africa')), 'America', 'Africa')).toBe(false);
  });

  const office = (words: string, more: Partial<Mentions[number]> = {}): Mentions[number] => ({
    words,
    type: 'publicBody',
    ...more,
  });

  it('S4 takes one office under many names for one, by what it is and whose', () => {
    const names = namesOf(
      document('a', 'The Ministry of Foreign Affairs of the Republic of Ostra spoke.', [
        office('Ministry of Foreign Affairs of the Republic of Ostra'),
      ]),
      document('b', "Ostra's Foreign Ministry denied it.", [office('Foreign Ministry', { side: 'Ostra' })]),
      document('c', 'The Ostran Foreign Ministry denied it again.', [office('Foreign Ministry', { side: 'Ostran' })]),
      document('d', "Velland's Foreign Ministry agreed.", [office('Foreign Ministry', { side: 'Velland' })]),
    );
    expect(names).toHaveLength(2);
    expect(names).toContainEqual(["Velland's Foreign Ministry"]);
  });

  it('S4 joins no ministry whose side is not stated where two states are in question', () => {
    const pile = [
      document('a', "Ostra's Ministry of Trade spoke.", [office('Ministry of Trade', { side: 'Ostra' })]),
      document('b', "Velland's prime minister Ada Hale came.", [
        { words: 'prime minister Ada Hale', head: 'Ada Hale', role: 'prime minister', side: 'Velland' },
      ]),
      document('c', 'The Ministry of Trade denied it.', [office('Ministry of Trade')]),
    ];
    expect(namesOf(...pile)).toContainEqual(['Ministry of Trade']);
    expect(namesOf(pile[0] as Made, pile[2] as Made)).toHaveLength(1);
  });

  it('S4 takes a ministry for that of the minister who is named with it', () => {
    const hale: Mentions[number] = { words: 'Trade Minister Ada Hale', head: 'Ada Hale', role: 'Trade Minister' };
    const pile = [
      document('a', "Ostra's Ministry of Trade and Trade Minister Ada Hale spoke.", [
        office('Ministry of Trade', { side: 'Ostra' }),
        hale,
      ]),
      document('b', "Velland's Ministry of Trade spoke.", [office('Ministry of Trade', { side: 'Velland' })]),
      document('c', 'The Ministry of Trade and Trade Minister Ada Hale denied it.', [
        office('Ministry of Trade'),
        hale,
      ]),
    ];
    expect(namesOf(...pile)).toContainEqual(['Ministry of Trade', "Ostra's Ministry of Trade"]);
    expect(reasonsOf(...pile)).toContain('S4: the same minister is named with both');
  });

  it('S4 holds apart the port authorities of two towns', () => {
    const of = (path: string, town: string): Made =>
      document(path, `The Port Authority of ${town} is in ${town}.`, [
        office(`Port Authority of ${town}`),
        { words: town, nth: 1, type: 'place' },
      ]);
    expect(namesOf(of('a', 'Velm'), of('b', 'Tarn'))).toContainEqual(['Port Authority of Velm']);
    expect(namesOf(of('a', 'Velm'), of('b', 'Tarn'))).toContainEqual(['Port Authority of Tarn']);
  });

  it('S8 takes a state for a place, and not for part of the name that follows it', () => {
    const pile = [
      document('a', 'The Republic of Cabo Sul agreed.', [{ words: 'Republic of Cabo Sul', type: 'organization' }]),
      document('b', 'Then Cabo Sul refused.', [{ words: 'Cabo Sul' }]),
      document('c', 'So said the envoy of Cabo Sul A. Tarvel.', [{ words: 'Cabo Sul A. Tarvel' }]),
      document('d', 'Adelino Tarvel denied it.', [{ words: 'Adelino Tarvel' }]),
    ];
    expect(namesOf(...pile)).toEqual([
      ['A. Tarvel', 'Adelino Tarvel'],
      ['Cabo Sul', 'Republic of Cabo Sul'],
    ]);
  });
});

describe('who stands beside the matter', () => {
  it('S13 makes no entity of those who made the text or paid for it', () => {
    const text = 'Ada Hale met Orlo Voss.\nThe show is brought to you by Tarn Insurance.\nProduced by Nils Berg.';
    const names = namesOf(
      document('a', text, [
        { words: 'Ada Hale' },
        { words: 'Orlo Voss' },
        { words: 'Tarn Insurance', type: 'organization' },
        { words: 'Nils Berg' },
      ]),
    );
    expect(names).toEqual([['Ada Hale'], ['Orlo Voss']]);
  });

  it('S13 keeps whoever is named outside such sentences too', () => {
    const names = namesOf(
      document('a', 'Nils Berg met Ada Hale.\nProduced by Nils Berg.', [
        { words: 'Nils Berg', chain: 0 },
        { words: 'Ada Hale' },
        { words: 'Nils Berg', nth: 1, chain: 0 },
      ]),
    );
    expect(names).toEqual([['Ada Hale'], ['Nils Berg']]);
  });

  it('lists a name with each title that stands with it as evidence', () => {
    const { entities } = resolve([
      document('a', 'President Orlo Voss came. Mr Voss spoke. Voss left.', [
        { words: 'President Orlo Voss', head: 'Orlo Voss', chain: 0, role: 'President' },
        { words: 'Mr Voss', head: 'Voss', chain: 0 },
        { words: 'Voss', nth: 2, chain: 0 },
      ]),
    ]);
    expect(entities[0]?.evidence.map(({ quote }) => quote)).toEqual(['President Orlo Voss', 'Mr Voss', 'Voss']);
  });
});

describe('posts', () => {
  it('S3 holds apart a president and his predecessor whose names sound alike, where one document names both', () => {
    const names = namesOf(
      document('a', 'President Anton Varga spoke of Anton Vargas to Ana Mora and Orin Tolle.', [
        { words: 'President Anton Varga', head: 'Anton Varga', role: 'President' },
        { words: 'Anton Vargas' },
        { words: 'Ana Mora' },
        { words: 'Orin Tolle' },
      ]),
      document('b', 'A. Varga saw Ana Mora and Orin Tolle.', [
        { words: 'A. Varga' },
        { words: 'Ana Mora' },
        { words: 'Orin Tolle' },
      ]),
    );
    expect(together(names, 'Anton Varga', 'Anton Vargas')).toBe(false);
  });

  it('S5 gives "Colonel Voss" to the one who is a colonel, not to the brother of the same document', () => {
    const pile = [
      document('a', 'Colonel Idris Voss came.', [{ words: 'Colonel Idris Voss', head: 'Idris Voss', role: 'Colonel' }]),
      document('b', 'Colonel Voss waits for Yusuf Voss.', [
        { words: 'Colonel Voss', head: 'Voss', role: 'Colonel' },
        { words: 'Yusuf Voss' },
      ]),
    ];
    expect(together(namesOf(...pile), 'Idris Voss', 'Voss')).toBe(true);
    expect(reasonsOf(...pile)).toEqual(['S5: “Voss” is a surname; of its bearers one has the post (colonel)']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../tests/build-reading.ts';
import type { Entity } from '../model/index.ts';
import { resolve } from './index.ts';

type Names = readonly (readonly [words: string, more?: Partial<NonNullable<Draft['mentions']>[number]>])[];

/** A document that names the given, one a sentence. */
const naming = (path: string, names: Names): ReturnType<typeof buildReading> =>
  buildReading({
    path,
    text: names.map(([words]) => `Then came ${words} to the place.`).join('\n'),
    mentions: names.map(([words, more], index) => ({ words, chain: index, ...more })),
  });

const entities = (...documents: readonly ReturnType<typeof buildReading>[]): readonly Entity[] =>
  resolve(documents).entities;
const namesOf = (list: readonly Entity[]): readonly string[][] =>
  list.map((one) => one.names.map((name) => name.text)).sort();

describe('identity', () => {
  it('S2 joins spellings of one full name', () => {
    const list = entities(
      naming('a', [['Daulet Karabayev']]),
      naming('b', [['Daulet Karabaev']]),
      naming('c', [['Daulet Karabayev']]),
    );
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({ name: 'Daulet Karabayev', type: 'person' });
    expect(list[0]?.reasons[0]).toMatch(/^S2: .*spellings/);
  });

  it('S2 leaves apart an initial or a shortened name that fits two', () => {
    expect(entities(naming('a', [['Ana Lanin']]), naming('b', [['A. Lanin']]))).toHaveLength(1);
    expect(
      entities(naming('a', [['Ana Lanin']]), naming('b', [['A. Lanin']]), naming('c', [['Alma Lanin']])),
    ).toHaveLength(3);
    expect(
      entities(naming('a', [['Ana Maria Lanin']]), naming('b', [['Ana Lanin']]), naming('c', [['Ana Sofia Lanin']])),
    ).toHaveLength(3);
  });

  it('S1 never joins a company with the place it is named after', () => {
    const list = entities(
      naming('a', [['Brennick', { type: 'place' }]]),
      naming('b', [['Brennick', { type: 'organization' }]]),
    );
    expect(list.map((one) => one.type).sort()).toEqual(['organization', 'place']);
  });

  it('S1 holds apart other given names and generations', () => {
    expect(entities(naming('a', [['Viktor Lanin']]), naming('b', [['Vladimir Lanin']]))).toHaveLength(2);
    expect(entities(naming('a', [['Osman Hadari']]), naming('b', [['Osman Hadari Jr.']]))).toHaveLength(2);
  });

  it('S3 joins a misheard name only where others are named with both', () => {
    const company: Names = [['Ana Mora'], ['Lena Varga'], ['Orin Tolle']];
    const alone = entities(naming('a', [['Pell Wistoff']]), naming('b', [['Pell Wisdoff']]));
    const together = entities(naming('a', [['Pell Wistoff'], ...company]), naming('b', [['Pell Wisdoff'], ...company]));
    expect(alone).toHaveLength(2);
    expect(namesOf(together)).toContainEqual(['Pell Wisdoff', 'Pell Wistoff']);
  });

  it('S4 holds apart one office of two states, and does not guess whose', () => {
    const office = (side: string | null): Names => [['Foreign Ministry', { type: 'publicBody', side }]];
    const list = entities(
      naming('a', office('Ostran')),
      naming('b', office('Lindish')),
      naming('c', office(null)),
      naming('d', office('Ostra')),
    );
    expect(list.map((one) => one.sides)).toHaveLength(3);
    expect(list.map((one) => one.names[0]?.documents.length).sort()).toEqual([1, 1, 2]);
  });

  it('S4 holds apart homonyms whose side and post differ and who share no company', () => {
    const list = entities(
      naming('a', [['Jan Lindqvist', { side: 'Norwegian', role: 'goalkeeper' }], ['Ana Mora']]),
      naming('b', [['Jan Lindqvist', { side: 'Danish', role: 'envoy' }], ['Lena Varga']]),
    );
    expect(list.filter((one) => one.name === 'Jan Lindqvist')).toHaveLength(2);
    expect(new Set(list.map((one) => one.id)).size).toBe(4);
  });

  it('S5 gives a surname alone to its only bearer and to nobody where there are two', () => {
    const one = entities(naming('a', [['Daulet Karabayev']]), naming('b', [['Karabaev']]));
    expect(namesOf(one)).toEqual([['Daulet Karabayev', 'Karabaev']]);
    const two = entities(naming('a', [['Daulet Karabayev'], ['Ruslan Karabayev']]), naming('b', [['Karabaev']]));
    expect(two).toHaveLength(3);
  });

  it('S5 prefers the bearer in the same document', () => {
    const list = entities(
      naming('a', [['Daulet Karabayev']]),
      naming('b', [['Ruslan Karabayev'], ['Karabayev', { chain: 7, nth: 1 }]]),
    );
    expect(namesOf(list)).toEqual([['Daulet Karabayev'], ['Karabayev', 'Ruslan Karabayev']]);
  });

  it('S5 makes nobody of a given name alone', () => {
    expect(entities(naming('a', [['Daulet Karabayev']]), naming('b', [['Daulet']])).map((one) => one.name)).toEqual([
      'Daulet Karabayev',
    ]);
    expect(entities(naming('a', [['Michael']]))).toEqual([]);
  });

  it('S6 joins first letters with the name they stand for, where it is one', () => {
    const body = { type: 'publicBody' } as const;
    expect(
      entities(
        naming('a', [
          ['National Vigilance Service', body],
          ['NVS', body],
        ]),
      ),
    ).toHaveLength(1);
    expect(
      entities(
        naming('a', [
          ['National Vigilance Service', body],
          ['Northern Valley School', body],
          ['NVS', body],
        ]),
      ),
    ).toHaveLength(3);
    expect(entities(naming('a', [['National Vigilance Service', body]]), naming('b', [['NVS', body]]))).toHaveLength(2);
  });

  it('S6 takes the last words of a name for it within its document', () => {
    const group = { type: 'group' } as const;
    const list = entities(
      naming('a', [
        ['Delta Front', group],
        ['the Front', { ...group, head: 'Front' }],
      ]),
      naming('b', [
        ['Coast Front', group],
        ['the Front', { ...group, head: 'Front' }],
      ]),
    );
    expect(namesOf(list)).toEqual([
      ['Coast Front', 'Front'],
      ['Delta Front', 'Front'],
    ]);
  });

  it('S8 corrects what one document misread', () => {
    const list = entities(naming('a', [['Ostra', { type: 'place' }]]), naming('b', [['Ostra', { type: 'person' }]]));
    expect(list.map((one) => [one.type, one.names[0]?.documents.length])).toEqual([['place', 2]]);
  });

  it('S8 takes a body of one word for the place that three documents read, and a place of several words for the body', () => {
    const list = entities(
      naming('a', [['Ostra', { type: 'place' }]]),
      naming('b', [['Ostra', { type: 'place' }]]),
      naming('c', [['Ostra', { type: 'place' }]]),
      naming('f', [['Ostra', { type: 'organization' }]]),
      naming('d', [['Halden Capital', { type: 'place' }]]),
      naming('e', [['Halden Capital', { type: 'organization' }]]),
    );
    expect(list.map((one) => [one.type, one.name]).sort()).toEqual([
      ['organization', 'Halden Capital'],
      ['place', 'Ostra'],
    ]);
  });

  it('S6 never calls an office by the state whose it is', () => {
    const text = 'The Ministry of Trade of Ostra spoke. Ostra denied it.';
    const ministry = buildReading({
      text,
      mentions: [
        { words: 'Ministry of Trade of Ostra', type: 'publicBody', chain: 0 },
        { words: 'Ostra', type: 'organization', nth: 1, chain: 1 },
      ],
    });
    expect(namesOf(entities(ministry))).toEqual([['Ministry of Trade of Ostra'], ['Ostra']]);
  });

  it('S11 takes a place out of a chain that takes it for a surname', () => {
    const chained = buildReading({
      text: 'Adrian Velden came. Velden left. Veldna kept silent.',
      mentions: [
        { words: 'Adrian Velden', chain: 0 },
        { words: 'Velden', nth: 1, chain: 0 },
        { words: 'Veldna', chain: 0 },
      ],
    });
    const place = naming('b', [['Veldna', { type: 'place' }]]);
    expect(namesOf(entities(chained, place))).toEqual([['Adrian Velden', 'Velden'], ['Veldna']]);
    // where nobody knows such a place, it stays a slip of the pen
    expect(namesOf(entities(chained))).toEqual([['Adrian Velden', 'Velden', 'Veldna']]);
  });

  it('S10 makes nobody of the adjective of a place', () => {
    const list = entities(naming('a', [['Ostra', { type: 'place' }]]), naming('b', [['Ostran', { type: 'person' }]]));
    expect(list.map((one) => one.name)).toEqual(['Ostra']);
  });

  it('S9 parts a chain that takes a son for his father', () => {
    const one = buildReading({
      text: 'Hadari spoke. His son Osman Hadari Jr. left.',
      mentions: [
        { words: 'Hadari', chain: 0 },
        { words: 'Osman Hadari Jr.', chain: 0 },
      ],
    });
    const list = entities(one, naming('b', [['Osman Hadari']]));
    expect(namesOf(list)).toEqual([['Hadari', 'Osman Hadari'], ['Osman Hadari Jr.']]);
  });

  it('S10 makes nobody of one common word, of titles, or of descriptions alone', () => {
    const common = buildReading({
      text: 'Front. The front moved.',
      mentions: [{ words: 'Front', type: 'organization' }],
    });
    const title = naming('b', [['Prime Minister']]);
    const described = naming('c', [['the envoy', { form: 'nominal' }]]);
    expect(entities(common, title, described)).toEqual([]);
  });

  it('shows names, descriptions, roles and sides with the words they stand on', () => {
    const [one] = entities(
      buildReading({
        text: 'Envoy Lena Varga left. The Ostran envoy smiled.',
        mentions: [
          { words: 'Envoy Lena Varga', head: 'Lena Varga', role: 'Envoy', side: 'Ostran', chain: 0 },
          { words: 'The Ostran envoy', form: 'nominal', chain: 0 },
        ],
      }),
    );
    expect(one).toMatchObject({
      name: 'Lena Varga',
      descriptions: [{ text: 'The Ostran envoy' }],
      roles: [{ text: 'Envoy', evidence: [{ start: 0, end: 16, quote: 'Envoy Lena Varga' }] }],
      sides: ['Ostran'],
    });
  });
});

describe('the pile', () => {
  it('P1 keeps one document under all its paths', () => {
    const one = naming('b', [['Ana Mora']]);
    const other = { ...one, document: { ...one.document, path: 'a', paths: ['a', 'c'] } };
    expect(resolve([one, other]).documents).toMatchObject([{ path: 'a', paths: ['a', 'b', 'c'] }]);
    expect(resolve([other, one])).toEqual(resolve([one, other]));
  });

  it('makes an empty case of an empty pile and of a document without words', () => {
    expect(resolve([])).toEqual({
      documents: [],
      origins: [],
      entities: [],
      claims: [],
      happenings: [],
      decisions: [],
      suppositions: [],
    });
    expect(resolve([buildReading({ text: '' })]).entities).toEqual([]);
  });

  it('takes a name to the end of its word', () => {
    const one = buildReading({ text: 'Radomir Vesnić left.', mentions: [{ words: 'Radomir Vesni' }] });
    expect(resolve([one]).entities[0]).toMatchObject({
      name: 'Radomir Vesnić',
      evidence: [{ quote: 'Radomir Vesnić' }],
    });
  });
});

describe('laws of identity', () => {
  const name = fc.constantFrom(
    'Ana Mora',
    'Anna Mora',
    'Mora',
    'Ana Moreno',
    'Jan Lindqvist',
    'J. Lindqvist',
    'Lindqvist',
    'Delta Front',
    'Front',
    'DF',
    'Ostra',
    'Jan Lindqvist Jr.',
  );
  const type = fc.constantFrom('person', 'organization', 'publicBody', 'place', 'asset', 'group' as const);
  const side = fc.constantFrom(null, 'Ostran', 'Norwegian', 'Danish');
  const document = fc.array(fc.tuple(name, type, side), { minLength: 1, maxLength: 5 });
  const pile = fc.array(document, { minLength: 1, maxLength: 6 });
  const make = (
    drafts: readonly (readonly (readonly [string, string, string | null])[])[],
  ): readonly ReturnType<typeof buildReading>[] =>
    drafts.map((names, index) =>
      buildReading({
        path: `${index}`,
        text: names.map(([words]) => `Then came ${words} to the place.`).join('\n'),
        mentions: names.map(([words, kind, of], at) => ({
          words,
          type: kind as 'person',
          side: of,
          chain: at,
          nth: names.slice(0, at).filter(([other]) => other.includes(words)).length,
        })),
      }),
    );

  it('P1 gives the same bytes in whatever order and however often documents come', () => {
    fc.assert(
      fc.property(pile, fc.array(fc.nat(20), { maxLength: 8 }), (drafts, order) => {
        const inputs = make(drafts);
        const again = [...inputs].reverse();
        const repeated = order.flatMap((at) => inputs[at % inputs.length] ?? []);
        const expected = JSON.stringify(resolve(inputs));
        expect(JSON.stringify(resolve(again))).toBe(expected);
        expect(JSON.stringify(resolve([...repeated, ...again]))).toBe(expected);
      }),
    );
  });

  it('S1 makes no entity of a class that no document read its names as', () => {
    const classOf = (kind: string): string =>
      ({ organization: 'body', publicBody: 'body', group: 'body', place: 'place', facility: 'place' })[kind] ?? kind;
    fc.assert(
      fc.property(pile, (drafts) => {
        const read = new Map<string, Set<string>>();
        for (const [words, kind] of drafts.flat()) read.set(words, (read.get(words) ?? new Set()).add(classOf(kind)));
        for (const entity of resolve(make(drafts)).entities) {
          // Some document read one of its names, or a name that ends in it (rule S8), as a thing of its class.
          const own = entity.names.some((one) =>
            [...read].some(([words, kinds]) => words.endsWith(one.text) && kinds.has(classOf(entity.type))),
          );
          expect(own).toBe(true);
        }
      }),
    );
  });
});

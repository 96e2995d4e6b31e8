import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../tests/build-reading.ts';
import type { Resolved } from '../model/index.ts';
import { resolve } from './index.ts';

type FrameDraft = NonNullable<Draft['frames']>[number];
const PEOPLE = ['Ana Mora', 'Osman Hadari', 'Lena Varga'];
const PLACES = ['Belogost', 'Tirzan'];

/** A document with one statement; names in it are mentions. */
const saying = (
  path: string,
  text: string,
  frame: Omit<FrameDraft, 'extent'>,
  more: Partial<Draft> = {},
): ReturnType<typeof buildReading> => {
  const found = (
    list: readonly string[],
    type: 'person' | 'place' | 'organization',
  ): NonNullable<Draft['mentions']>[number][] =>
    list
      .filter((words) => text.includes(words))
      .map((words) => ({ words, type, chain: [...PEOPLE, ...PLACES, 'Azotna Group', 'Linden Gas'].indexOf(words) }));
  return buildReading({
    path,
    text,
    mentions: [
      ...found(PEOPLE, 'person'),
      ...found(PLACES, 'place'),
      ...found(['Azotna Group', 'Linden Gas'], 'organization'),
    ],
    frames: [{ ...frame, extent: text }],
    ...more,
  });
};

const met = (
  path: string,
  where: string,
  when?: { words: string; edtf: string },
  people = ['Ana Mora', 'Osman Hadari'],
  more: Partial<Draft> = {},
): ReturnType<typeof buildReading> =>
  saying(
    path,
    `${people.join(' and ')} met${where === '' ? '' : ` in ${where}`}${when === undefined ? '' : ` ${when.words}`}.`,
    {
      trigger: 'met',
      roles: { participant: people, ...(where === '' ? {} : { place: [where] }) },
      ...(when === undefined ? {} : { time: when }),
    },
    more,
  );

const groups = (resolved: Resolved): readonly (readonly string[])[] => {
  const path = new Map(resolved.documents.map((one) => [one.id, one.path]));
  const document = new Map(resolved.claims.map((one) => [one.id, path.get(one.document) ?? '?']));
  return resolved.happenings.map((one) => one.claims.map((id) => document.get(id) ?? '?').sort()).sort();
};

describe('happenings', () => {
  it('H1 takes meetings of the same people at dates that agree as one', () => {
    const resolved = resolve([
      met('a', 'Belogost', { words: 'on May 14', edtf: '2031-05-14' }),
      met('b', '', { words: 'in May', edtf: '2031-05' }),
    ]);
    expect(groups(resolved)).toEqual([['a', 'b']]);
    expect(resolved.happenings[0]?.reasons).toEqual([
      'H1: 2 participants in common, dates agree, told in like words (8 points)',
    ]);
  });

  it('H1 keeps two meetings of the same people at different dates two', () => {
    expect(
      groups(
        resolve([
          met('a', 'Belogost', { words: 'on May 14', edtf: '2031-05-14' }),
          met('b', 'Belogost', { words: 'in June', edtf: '2031-06' }),
        ]),
      ),
    ).toHaveLength(2);
  });

  it('H2 joins an undated meeting where the place agrees and only one is in question', () => {
    const may = met('a', 'Belogost', { words: 'on May 14', edtf: '2031-05-14' });
    const june = met('b', 'Belogost', { words: 'in June', edtf: '2031-06' });
    const undated = met('c', 'Belogost');
    expect(groups(resolve([may, undated]))).toEqual([['a', 'c']]);
    expect(groups(resolve([may, june, undated]))).toHaveLength(3);
  });

  it('H3 keeps places apart, except on one day', () => {
    const at = (path: string, where: string, edtf: string): ReturnType<typeof buildReading> =>
      met(path, where, { words: 'in May', edtf });
    expect(groups(resolve([at('a', 'Belogost', '2031-05'), at('b', 'Tirzan', '2031-05')]))).toHaveLength(2);
    expect(groups(resolve([at('a', 'Belogost', '2031-05-14'), at('b', 'Tirzan', '2031-05-14')]))).toHaveLength(1);
  });

  it('H4 takes two reports of one origin as one meeting though the places differ', () => {
    const month = { words: 'in May', edtf: '2031-05' };
    const a = met('a', 'Belogost', month, ['Lena Varga', 'Osman Hadari'], { outlet: 'Quay', byline: 'A. Byline' });
    const meridian = (path: string, where: string): ReturnType<typeof buildReading> => {
      const text = `Lena Varga and Osman Hadari met in ${where} in May, the Meridian reports.`;
      return saying(
        path,
        text,
        { trigger: 'met', roles: { participant: ['Lena Varga', 'Osman Hadari'], place: [where] }, time: month },
        { citations: [{ outlet: 'the Meridian', extent: text }] },
      );
    };
    expect(groups(resolve([meridian('x', 'Belogost'), meridian('y', 'Tirzan')]))).toEqual([['x', 'y']]);
    expect(groups(resolve([a, meridian('y', 'Tirzan')]))).toHaveLength(2);
    const described = (path: string, outlet: string): ReturnType<typeof buildReading> => {
      const text = `Lena Varga met the banker in Belogost, ${outlet} reports.`;
      return saying(
        path,
        text,
        { trigger: 'met', roles: { participant: ['Lena Varga', 'the banker'], place: ['Belogost'] } },
        { citations: [{ outlet, extent: text }] },
      );
    };
    expect(groups(resolve([meridian('x', 'Belogost'), described('y', 'the Meridian')]))).toEqual([['x', 'y']]);
    expect(groups(resolve([meridian('x', 'Belogost'), described('y', 'Harbour Post')]))).toHaveLength(2);
  });

  it('H5 takes deals with a party and the asset in common as one, whether offered or agreed', () => {
    const deal = (
      path: string,
      type: string,
      words: string,
      roles: FrameDraft['roles'],
    ): ReturnType<typeof buildReading> => saying(path, words, { type, trigger: 'Gas', roles });
    const a = deal('a', 'deal', 'Azotna Group agreed on a stake in Linden Gas.', {
      party: ['Azotna Group'],
      asset: ['Linden Gas'],
    });
    const b = deal('b', 'offer', 'Azotna Group offered for Linden Gas.', {
      offerer: ['Azotna Group'],
      asset: ['Linden Gas'],
    });
    const c = deal('c', 'deal', 'Lena Varga looked at Linden Gas.', { party: ['Lena Varga'], asset: ['Linden Gas'] });
    const resolved = resolve([a, b, c]);
    expect(groups(resolved)).toEqual([['a', 'b'], ['c']]);
    expect(resolved.happenings.find((one) => one.claims.length === 2)?.type).toBe('deal');
  });

  it('H10 takes a tie told from either side as one', () => {
    const tie = (path: string, from: string, to: string): ReturnType<typeof buildReading> =>
      saying(path, `${from} is the cousin of ${to}.`, {
        type: 'tie',
        trigger: 'cousin',
        roles: { from: [from], to: [to] },
        properties: { kind: 'family', words: 'cousin of' },
      });
    expect(groups(resolve([tie('a', 'Ana Mora', 'Lena Varga'), tie('b', 'Lena Varga', 'Ana Mora')]))).toEqual([
      ['a', 'b'],
    ]);
  });

  it('groups a denial with what it denies', () => {
    const denied = saying('b', 'Ana Mora and Osman Hadari met in Belogost in May.', {
      trigger: 'met',
      roles: { participant: ['Ana Mora', 'Osman Hadari'], place: ['Belogost'] },
      time: { words: 'in May', edtf: '2031-05' },
      polarity: 'negative',
    });
    expect(groups(resolve([met('a', 'Belogost', { words: 'on May 14', edtf: '2031-05-14' }), denied]))).toEqual([
      ['a', 'b'],
    ]);
  });
});

describe('claims', () => {
  it('C1 takes a statement repeated in one document as one claim with both places', () => {
    const sentence = 'Ana Mora and Osman Hadari met in Belogost.';
    const text = `${sentence} Later: ${sentence}`;
    const second = text.lastIndexOf(sentence);
    const one = buildReading({
      text,
      mentions: [
        { words: 'Ana Mora', chain: 0 },
        { words: 'Osman Hadari', chain: 1 },
        { words: 'Ana Mora', nth: 1, chain: 0 },
        { words: 'Osman Hadari', nth: 1, chain: 1 },
      ],
      frames: [{ extent: sentence, trigger: 'met', roles: { participant: ['Ana Mora', 'Osman Hadari'] } }],
    });
    const first = one.reading.frames[0];
    if (first === undefined) throw new Error('no frame');
    const shift = ([start, end]: readonly [number, number]): [number, number] => [start + second, end + second];
    const again = {
      ...first,
      id: 'again',
      extent: shift(first.extent),
      trigger: shift(first.trigger),
      roles: { participant: (first.roles.participant ?? []).map(shift) },
    };
    const resolved = resolve([{ ...one, reading: { ...one.reading, frames: [first, again] } }]);
    expect(resolved.claims).toHaveLength(1);
    expect(resolved.claims[0]?.evidence.map((place) => place.start)).toEqual([0, second]);
  });

  it('C2 leaves out what says nothing of anybody', () => {
    const text = 'They met. Ana Mora met.';
    const resolved = resolve([
      buildReading({
        text,
        mentions: [
          { words: 'They', form: 'pronoun', type: 'group', chain: 0 },
          { words: 'Ana Mora', chain: 1 },
        ],
        frames: [
          { extent: 'They met.', trigger: 'met', roles: { participant: ['They'] } },
          { extent: 'Ana Mora met.', trigger: 'met', roles: { participant: ['Ana Mora'] } },
        ],
      }),
    ]);
    expect(resolved.claims).toEqual([]);
  });

  it('C3 tells a claim in one plain sentence and never sharpens its date', () => {
    const text = (documents: readonly ReturnType<typeof buildReading>[]): string | undefined =>
      resolve(documents).claims[0]?.text;
    expect(text([met('a', 'Belogost', { words: 'in May', edtf: '2031-05' })])).toBe(
      'Ana Mora and Osman Hadari met in Belogost (2031-05).',
    );
    const said = (more: Omit<FrameDraft, 'extent' | 'trigger' | 'roles'>): ReturnType<typeof buildReading> =>
      saying('a', 'Lena Varga says of Ana Mora and Osman Hadari.', {
        trigger: 'says',
        roles: { participant: ['Ana Mora', 'Osman Hadari'] },
        ...more,
      });
    expect(text([said({ polarity: 'negative' })])).toBe('Ana Mora and Osman Hadari did not meet.');
    expect(
      text([said({ polarity: 'negative', source: 'Lena Varga', said: { polarity: 'negative', kind: 'deny' } })]),
    ).toBe('Lena Varga denies that Ana Mora and Osman Hadari met.');
    expect(text([said({ polarity: 'negative', said: { polarity: 'negative', kind: 'no-evidence' } })])).toBe(
      'There is no evidence that Ana Mora and Osman Hadari met.',
    );
    expect(text([said({ certainty: 'possible' })])).toBe('Ana Mora and Osman Hadari reportedly met.');
    expect(text([said({ status: 'planned', tense: 'future' })])).toBe('Ana Mora and Osman Hadari are to meet.');
    expect(text([said({ status: 'cancelled' })])).toBe('Ana Mora and Osman Hadari were to meet; it was cancelled.');
  });

  it('C4 chains the innermost speaker to the outlet, with the descriptors of the unnamed', () => {
    const text = 'Ana Mora met Osman Hadari, two former diplomats familiar with the talks said.';
    const [claim] = resolve([
      buildReading({
        text,
        outlet: 'Quay Daily News',
        byline: 'Lena Varga',
        mentions: [
          { words: 'Ana Mora', chain: 0 },
          { words: 'Osman Hadari', chain: 1 },
        ],
        frames: [
          {
            extent: text,
            trigger: 'met',
            roles: { participant: ['Ana Mora', 'Osman Hadari'] },
            source: 'two former diplomats familiar with the talks',
            said: { sourceKind: 'unnamed' },
          },
        ],
      }),
    ]).claims;
    expect(claim?.chain).toMatchObject([
      {
        kind: 'unnamed',
        name: 'two former diplomats familiar with the talks',
        descriptors: ['two', 'former', 'diplomats', 'familiar with the talks'],
      },
      { kind: 'outlet', name: 'Quay Daily News' },
    ]);
  });

  it.each([
    ['Ana Mora plans to meet Osman Hadari.', 'plan', ['Quay Daily News']],
    ['Ana Mora fears that she met Osman Hadari.', 'fear', ['Ana Mora', 'Quay Daily News']],
    ['Ana Mora said she met Osman Hadari.', 'say', ['Ana Mora', 'Quay Daily News']],
  ])(
    'C4 takes what somebody plans for told by the report, what is given in words for theirs: %s',
    (text, kind, chain) => {
      const [claim] = resolve([
        buildReading({
          text,
          outlet: 'Quay Daily News',
          byline: 'Lena Varga',
          mentions: [
            { words: 'Ana Mora', chain: 0 },
            { words: 'Osman Hadari', chain: 1 },
          ],
          frames: [
            {
              extent: text,
              trigger: 'me',
              roles: { participant: ['Ana Mora', 'Osman Hadari'] },
              source: 'Ana Mora',
              said: { kind, content: [[text.search(/that|to|she/), text.length - 1]] },
            },
          ],
        }),
      ]).claims;
      expect(claim?.chain.map(({ name }) => name)).toEqual(chain);
    },
  );

  it('S7 fills a role by a description that one person of the case fits', () => {
    const named = buildReading({
      path: 'a',
      text: 'Lena Varga, the Ostran foreign minister, left.',
      mentions: [{ words: 'Lena Varga', role: 'foreign minister', side: 'Ostran', chain: 0 }],
    });
    const described = (words: string, side: string): ReturnType<typeof buildReading> =>
      buildReading({
        path: 'b',
        text: `Ana Mora met ${words}.`,
        mentions: [
          { words: 'Ana Mora', chain: 0 },
          { words, form: 'nominal', side, chain: 1 },
        ],
        frames: [{ extent: `Ana Mora met ${words}.`, trigger: 'met', roles: { participant: ['Ana Mora', words] } }],
      });
    const fillers = (...documents: readonly ReturnType<typeof buildReading>[]): readonly (string | undefined)[] =>
      resolve(documents).claims[0]?.roles.participant?.map((one) => one.text) ?? [];
    expect(fillers(named, described('the foreign minister of Ostra', 'Ostra'))).toEqual(['Ana Mora', 'Lena Varga']);
    expect(fillers(named, described("Ostra's foreign minister", 'Ostra'))).toEqual(['Ana Mora', 'Lena Varga']);
    expect(fillers(named, described('the Lindish foreign minister', 'Lindish'))).toEqual([
      'Ana Mora',
      'the Lindish foreign minister',
    ]);
  });
});

describe('denials, plans and waivers', () => {
  const never = saying('denial', 'Ana Mora never met Osman Hadari.', {
    trigger: 'met',
    roles: { participant: ['Ana Mora', 'Osman Hadari'] },
    polarity: 'negative',
  });

  it('H12 puts an undated denial with what it denies', () => {
    expect(groups(resolve([met('told', 'Belogost', { words: 'on May 14', edtf: '2031-05-14' }), never]))).toEqual([
      ['denial', 'told'],
    ]);
  });

  it('H12 leaves a denial alone where two meetings are in question, or other people', () => {
    const [may, june] = [
      met('may', 'Belogost', { words: 'on May 14', edtf: '2031-05-14' }),
      met('june', 'Tirzan', { words: 'on June 2', edtf: '2031-06-02' }),
    ];
    expect(groups(resolve([may, june, never]))).toHaveLength(3);
    expect(groups(resolve([met('other', 'Belogost', undefined, ['Ana Mora', 'Lena Varga']), never]))).toHaveLength(2);
  });

  /** A report that tells of a meeting and of a plan. */
  const plans = (
    path: string,
    words: readonly string[],
    points: readonly string[],
    author = 'Ana Mora',
  ): ReturnType<typeof buildReading> => {
    const text = `Ana Mora, Osman Hadari and Lena Varga met over ${words.join(' and ')}.`;
    return saying(
      path,
      text,
      { trigger: 'met', roles: { participant: PEOPLE } },
      {
        frames: [
          { extent: text, trigger: 'met', type: 'meeting', roles: { participant: PEOPLE } },
          ...words.map((one, index) => ({
            extent: text,
            trigger: one,
            type: 'proposal',
            roles: { proposal: [one], author: [author] },
            properties: { points: points[index] ?? '' },
          })),
        ],
      },
    );
  };
  const planGroups = (...inputs: readonly ReturnType<typeof buildReading>[]): number =>
    resolve(inputs).happenings.filter(({ type }) => type === 'proposal').length;

  it('H13 takes the only plans of two reports on one story as one, though their numbers differ', () => {
    expect(planGroups(plans('a', ['a nine-point plan'], ['9']), plans('b', ['a plan of twelve points'], ['12']))).toBe(
      1,
    );
  });

  it('H13 leaves plans apart where a report tells of two', () => {
    const two = plans('b', ['a plan of twelve points', 'an older nine-point outline'], ['12', '9']);
    expect(planGroups(plans('a', ['a seven-point plan'], ['7']), two)).toBe(3);
  });

  it('H14 takes plans of one number in reports on one story as one whoever wrote them, and small numbers not', () => {
    const two = plans('b', ['a plan of twelve points', 'an older nine-point outline'], ['12', '9']);
    expect(planGroups(plans('a', ['a twelve-point paper'], ['12'], 'Lena Varga'), two)).toBe(2);
    expect(planGroups(plans('a', ['a nine-point paper'], ['9'], 'Lena Varga'), two)).toBe(3);
  });
});

describe('laws of the case', () => {
  const when = [
    undefined,
    { words: 'in May', edtf: '2031-05' },
    { words: 'on May 14', edtf: '2031-05-14' },
    { words: 'in June', edtf: '2031-06' },
  ];
  const document = fc.record({
    where: fc.constantFrom('', ...PLACES),
    date: fc.constantFrom(...when),
    people: fc.constantFrom(
      ['Ana Mora', 'Osman Hadari'],
      ['Osman Hadari', 'Lena Varga'],
      ['Ana Mora', 'Osman Hadari', 'Lena Varga'],
    ),
    outlet: fc.constantFrom('Harbour Post', 'The Meridian', 'Quay Daily News'),
    published: fc.constantFrom('2031-06-01', '2031-06-02'),
    cites: fc.constantFrom(null, 'Harbour Post', 'the Meridian', 'Quay Daily News'),
  });
  const make = (
    draft: typeof document extends fc.Arbitrary<infer T> ? T : never,
    index: number,
  ): ReturnType<typeof buildReading> => {
    const where = draft.where === '' ? '' : ` in ${draft.where}`;
    const date = draft.date === undefined ? '' : ` ${draft.date.words}`;
    const by = draft.cites === null ? '' : `, ${draft.cites} reports`;
    const text = `${draft.people.join(' and ')} met${where}${date}${by}.`;
    return saying(
      `${index}`,
      text,
      {
        trigger: 'met',
        roles: { participant: draft.people, ...(draft.where === '' ? {} : { place: [draft.where] }) },
        ...(draft.date === undefined ? {} : { time: draft.date }),
      },
      {
        outlet: draft.outlet,
        published: draft.published,
        citations: draft.cites === null ? [] : [{ outlet: draft.cites, extent: text }],
      },
    );
  };

  it('P1 gives the same bytes in whatever order documents come, with every claim in one happening and every quote in place', () => {
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 9 }),
        fc.infiniteStream(fc.nat()),
        (drafts, numbers) => {
          const inputs = drafts.map(make);
          const shuffled = inputs
            .map((one) => ({ one, at: numbers.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          const resolved = resolve(inputs);
          expect(JSON.stringify(resolve([...shuffled, ...shuffled.slice(0, 2)]))).toBe(JSON.stringify(resolved));
          expect(resolved.happenings.flatMap((one) => one.claims).sort()).toEqual(resolved.claims.map((one) => one.id));
          const texts = new Map(inputs.map(({ document: one }) => [one.id, one.text]));
          for (const one of [...resolved.claims, ...resolved.entities, ...resolved.origins].flatMap(
            (item) => item.evidence,
          )) {
            expect(texts.get(one.document)?.slice(one.start, one.end)).toBe(one.quote);
          }
          const origins = new Set(resolved.origins.map((one) => one.id));
          for (const claim of resolved.claims) for (const id of claim.origins) expect(origins.has(id)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

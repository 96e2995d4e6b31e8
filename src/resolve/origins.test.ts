import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../tests/build-reading.ts';
import type { Resolved } from '../model/index.ts';
import { resolve } from './index.ts';

const CAST = 'Ana Mora met Osman Hadari near the old mill.';
const cast: Draft['mentions'] = [
  { words: 'Ana Mora', chain: 0 },
  { words: 'Osman Hadari', chain: 1 },
];

/** A report on one story, with further words in front of it. */
const report = (path: string, front: string, more: Omit<Draft, 'text'> = {}): ReturnType<typeof buildReading> =>
  buildReading({ ...more, path, text: `${front}\n${CAST}`, mentions: [...(cast ?? []), ...(more.mentions ?? [])] });

const originNames = (resolved: Resolved): Readonly<Record<string, readonly string[]>> => {
  const names = new Map(resolved.origins.map((one) => [one.id, one.name]));
  return Object.fromEntries(resolved.documents.map((one) => [one.path, one.origins.map((id) => names.get(id) ?? '?')]));
};
const chains = (resolved: Resolved): Readonly<Record<string, readonly (readonly string[])[]>> =>
  Object.fromEntries(resolved.documents.map((one) => [one.path, one.chain.map((chain) => chain.links)]));

const original = report('meridian', 'Two officials told the Meridian.', {
  outlet: 'The Meridian',
  citations: [{ outlet: 'the Meridian', extent: 'Two officials told the Meridian.', kind: 'own' }],
});
const rewrite = report('harbour', 'It was so, the Meridian reports.', {
  outlet: 'Harbour Post',
  citations: [{ outlet: 'the Meridian', extent: 'It was so, the Meridian reports.' }],
});

describe('origins', () => {
  it('O1 traces a rewrite to the outlet it cites, though they share no text', () => {
    const resolved = resolve([rewrite]);
    expect(originNames(resolved)).toEqual({ harbour: ['Meridian'] });
    expect(chains(resolved)).toEqual({ harbour: [['Meridian', 'Harbour Post']] });
    expect(resolved.origins[0]).toMatchObject({ kind: 'outlet', form: 'stated', reasons: ['O1: cites Meridian'] });
    expect(resolved.origins[0]?.evidence[0]?.quote).toBe('It was so, the Meridian reports.');
  });

  it('O2 keeps the way by which a report came', () => {
    const front = 'It was so, Harbour Post reports, citing the Meridian.';
    const resolved = resolve([
      report('third', front, {
        outlet: 'Quay Daily News',
        citations: [{ outlet: 'the Meridian', by: 'Harbour Post', extent: front }],
      }),
    ]);
    expect(chains(resolved)).toEqual({ third: [['Meridian', 'Harbour Post', 'Quay Daily News']] });
  });

  it('O3, O4 takes the original and its rewrites as one origin', () => {
    const resolved = resolve([original, rewrite]);
    expect(originNames(resolved)).toEqual({ meridian: ['Meridian'], harbour: ['Meridian'] });
    expect(resolved.origins).toHaveLength(1);
    expect(resolved.origins[0]?.documents).toHaveLength(2);
  });

  it('O5 follows a rewrite of a rewrite to the root', () => {
    const front = 'It was so, Harbour Post wrote.';
    const third = report('third', front, {
      outlet: 'Quay Daily News',
      citations: [{ outlet: 'Harbour Post', extent: front }],
    });
    const resolved = resolve([third, rewrite]);
    expect(originNames(resolved).third).toEqual(['Meridian']);
    expect(chains(resolved).third).toEqual([['Meridian', 'Harbour Post', 'Quay Daily News']]);
    expect(originNames(resolve([third])).third).toEqual(['Harbour Post']);
  });

  it('O5 does not follow to a story that shares nobody, nor in a ring', () => {
    const front = 'It was so, Harbour Post wrote.';
    const other = buildReading({
      path: 'x',
      outlet: 'Quay Daily News',
      text: front,
      citations: [{ outlet: 'Harbour Post', extent: front }],
    });
    expect(originNames(resolve([other, rewrite])).x).toEqual(['Harbour Post']);
    const ring = [
      report('a', 'So wrote Second Post.', {
        outlet: 'First Post',
        citations: [{ outlet: 'Second Post', extent: 'So wrote Second Post.' }],
      }),
      report('b', 'So wrote First Post.', {
        outlet: 'Second Post',
        citations: [{ outlet: 'First Post', extent: 'So wrote First Post.' }],
      }),
    ];
    expect(() => resolve(ring)).not.toThrow();
  });

  it('O6 takes a signed report that names who told it as its own, and one that names nobody as unknown', () => {
    const told: Draft['frames'] = [
      { extent: CAST, trigger: 'met', roles: { participant: ['Ana Mora', 'Osman Hadari'] }, source: 'Ana Mora' },
    ];
    const signed = report('signed', 'Words.', { outlet: 'Quay Daily News', byline: 'Lena Varga', frames: told });
    expect(resolve([signed]).origins[0]).toMatchObject({ name: 'Quay Daily News', form: 'implied' });
    expect(
      originNames(resolve([report('mute', 'Words.', { outlet: 'Quay Daily News', byline: 'Lena Varga' })])),
    ).toEqual({ mute: [] });
    expect(
      originNames(
        resolve([
          report('column', 'Opinion\nWords.', { outlet: 'Quay Daily News', byline: 'Lena Varga', frames: told }),
        ]),
      ),
    ).toEqual({ column: [] });
    expect(originNames(resolve([report('bare', 'Words.', { frames: told })]))).toEqual({ bare: [] });
  });

  it("O7 takes a statement of a body as that body's word", () => {
    const text = 'MINISTRY OF FISHERIES OF OSTRA\nPress statement\nAna Mora met Osman Hadari.';
    const resolved = resolve([buildReading({ path: 's', text, mentions: cast ?? [] })]);
    expect(resolved.origins[0]).toMatchObject({ kind: 'body', name: 'MINISTRY OF FISHERIES OF OSTRA' });
  });

  it("O7 takes a company's release for that company's word, and a report about a release for none", () => {
    const namesOf = (text: string): readonly string[] =>
      resolve([buildReading({ path: 's', text, blocks: [{ kind: 'body', start: 0, end: text.length }] })]).origins.map(
        ({ name, kind }) => `${kind} ${name}`,
      );
    const company = ['body Varsa Lines plc'];
    expect(namesOf('AD HOC ANNOUNCEMENT\nVarsa Lines plc\n2 May 2031\nThe board has met.')).toEqual(company);
    expect(namesOf('Ad hoc disclosure, section 15\nVarsa Lines plc: board rejects the offer\nIt met.')).toEqual(
      company,
    );
    expect(namesOf('PRESS RELEASE\nA bid is refused\nLorne, 2 May 2031 – Varsa Lines plc said it met.')).toEqual(
      company,
    );
    expect(namesOf('Offer refused\nVarsa Lines plc said in an ad hoc announcement that it met.')).toEqual([]);
  });

  it('O8 takes a near copy of unknown source for what it is a copy of', () => {
    const long = Array.from({ length: 60 }, (_, at) => `Word${at} stood by gate ${at * 7} that day.`).join(' ');
    const source = report('meridian', `Two officials told the Meridian. ${long}`, {
      outlet: 'The Meridian',
      citations: [{ outlet: 'the Meridian', extent: 'Two officials told the Meridian.', kind: 'own' }],
    });
    const copy = report('copy', `Something in front. ${long}`);
    const resolved = resolve([source, copy]);
    expect(originNames(resolved)).toEqual({ meridian: ['Meridian'], copy: ['Meridian'] });
    expect(resolved.origins[0]?.reasons).toContainEqual(expect.stringMatching(/^O8: shares \d+ % of its text/));
  });

  it('O22 takes the very same words for a copy however few they are', () => {
    const words = 'Two officials told the Meridian that Ana Mora had left.';
    const source = report('page', words, {
      outlet: 'The Meridian',
      citations: [{ outlet: 'the Meridian', extent: words, kind: 'own' }],
    });
    const resolved = resolve([
      source,
      report('print', words.replaceAll(' ', '\n')),
      report('other', `${words} Not so.`),
    ]);
    expect(originNames(resolved)).toEqual({ page: ['Meridian'], print: ['Meridian'], other: [] });
  });

  it('O9 makes no origin of an earlier story told as background', () => {
    const front = 'Earlier this week the Meridian published a map.';
    const resolved = resolve([
      report('a', front, {
        outlet: 'Quay Daily News',
        citations: [{ outlet: 'the Meridian', extent: front, kind: 'earlier' }],
      }),
    ]);
    expect(originNames(resolved)).toEqual({ a: [] });
  });

  it('O10 gives a passage to the outlet that is said to say it', () => {
    const text = 'It was so, the Meridian reports. Ana Mora met Osman Hadari, Harbour Post said.';
    const resolved = resolve([
      buildReading({
        path: 'a',
        outlet: 'Quay Daily News',
        text,
        mentions: [
          ...(cast ?? []),
          { words: 'Harbour Post', type: 'organization', chain: 5 },
          { words: 'the Meridian', head: 'Meridian', type: 'organization', chain: 6 },
        ],
        citations: [
          { outlet: 'the Meridian', extent: 'It was so, the Meridian reports.' },
          { outlet: 'Harbour Post', extent: 'Ana Mora met Osman Hadari, Harbour Post said.' },
        ],
        frames: [
          {
            extent: 'Ana Mora met Osman Hadari',
            trigger: 'met',
            roles: { participant: ['Ana Mora', 'Osman Hadari'] },
            said: { sourceKind: 'named' },
          },
        ],
      }),
    ]);
    const names = new Map(resolved.origins.map((one) => [one.id, one.name]));
    expect(resolved.claims[0]?.origins.map((id) => names.get(id))).toEqual(['Harbour Post']);
    expect(resolved.claims[0]?.chain.map((link) => link.name)).toEqual(['Harbour Post', 'Quay Daily News']);
  });

  it('O11 leaves what nothing is known of without an origin', () => {
    expect(originNames(resolve([report('a', 'Words.')]))).toEqual({ a: [] });
  });

  it('O12 finds the outlet in a dateline that the pile knows', () => {
    const wire = report('wire', 'OSTRA, May 3 (Meridian) - Two officials told the Meridian.', {
      citations: [{ outlet: 'the Meridian', extent: 'Two officials told the Meridian.' }],
    });
    const resolved = resolve([wire]);
    expect(originNames(resolved)).toEqual({ wire: ['Meridian'] });
    expect(resolved.origins[0]?.reasons[0]).toMatch(/^O3/);
  });
});

describe('origins of copies and of passages', () => {
  const told = 'Lena Varga said that the boats stay.';
  const dateline = 'LORNE, May 2 (Kelmar Wire) -';
  const dispatch = (path: string, more: Omit<Draft, 'text'> = {}): ReturnType<typeof buildReading> =>
    report(path, `${dateline} ${told}`, {
      blocks: [{ kind: 'dateline', start: 0, end: dateline.length }],
      byline: 'Otto Brandt',
      ...more,
    });

  it('O13 takes the agency of a dateline as origin, not the byline', () => {
    expect(originNames(resolve([dispatch('alone')]))).toEqual({ alone: ['Kelmar Wire'] });
  });

  it('O13 joins an agency’s dispatch in two papers, and one who cites the agency', () => {
    const front = 'It was so, Kelmar Wire reported.';
    const resolved = resolve([
      dispatch('harbour', { outlet: 'Harbour Post' }),
      dispatch('quay', { outlet: 'Quay Daily News' }),
      report('third', front, { outlet: 'Third Gazette', citations: [{ outlet: 'Kelmar Wire', extent: front }] }),
    ]);
    expect(originNames(resolved)).toEqual({
      harbour: ['Kelmar Wire'],
      quay: ['Kelmar Wire'],
      third: ['Kelmar Wire'],
    });
    expect(chains(resolved).harbour).toEqual([['Kelmar Wire', 'Harbour Post']]);
  });

  const at = (url: string): NonNullable<Draft['found']> => [{ field: 'url', value: url, by: 'open-graph', span: null }];
  const from = (url: string): NonNullable<Draft['found']>[number] => ({
    field: 'original',
    value: url,
    by: 'meta',
    span: null,
  });

  it('O23 takes the house at whose site the original stands, as documents of the pile tell it', () => {
    const resolved = resolve([
      report('meridian', told, {
        outlet: 'The Meridian',
        byline: 'Otto Brandt',
        found: at('https://meridian.example/a'),
      }),
      report('harbour', told, { outlet: 'Harbour Post', found: [from('https://www.meridian.example/b')] }),
      report('quay', told, { outlet: 'Quay Daily News', found: [from('https://nobody-knows.example/b')] }),
    ]);
    expect(originNames(resolved).harbour).toEqual(['The Meridian']);
    expect(chains(resolved).harbour).toEqual([['The Meridian', 'Harbour Post']]);
    expect(resolved.origins.find(({ name }) => name === 'The Meridian')?.reasons).toContain(
      'O23: gives an address of The Meridian as that of its original',
    );
    expect(originNames(resolved).quay).not.toContain('The Meridian');
  });

  it('O23 is told nothing by a site of several outlets, nor by one’s own, and a name in the text goes before it', () => {
    const resolved = resolve([
      report('meridian', told, { outlet: 'The Meridian', found: at('https://platform.example/a') }),
      report('third', told, { outlet: 'Third Gazette', found: at('https://platform.example/c') }),
      report('harbour', 'Nothing.', { outlet: 'Harbour Post', found: [from('https://platform.example/b')] }),
      report('mill', told, { outlet: 'Mill Times', found: at('https://mill.example/a') }),
      report('again', 'Nothing.', { outlet: 'The Mill Times', found: [from('https://mill.example/b')] }),
      dispatch('quay', { outlet: 'Quay Daily News', found: [from('https://mill.example/b')] }),
    ]);
    const reasons = resolved.origins.flatMap((origin) => origin.reasons);
    expect(reasons.filter((reason) => reason.startsWith('O23'))).toEqual([]);
    expect(originNames(resolved).quay).toEqual(['Kelmar Wire']);
  });

  it('O13 takes no country and no date in brackets for an agency', () => {
    const place = 'LORNE (Norway) -';
    const resolved = resolve([
      report('post', `${place} ${told}`, {
        outlet: 'Harbour Post',
        blocks: [{ kind: 'dateline', start: 0, end: place.length }],
      }),
    ]);
    expect(Object.values(originNames(resolved)).flat()).not.toContain('Norway');
  });

  it('O14 counts both outlets of "according to A and B", and one cited further down', () => {
    const front = 'It was so, according to the Meridian and Quay Daily News.';
    const resolved = resolve([
      report('harbour', front, {
        outlet: 'Harbour Post',
        citations: [
          { outlet: 'the Meridian', extent: front },
          { outlet: 'Quay Daily News', extent: front },
        ],
      }),
    ]);
    expect(originNames(resolved).harbour?.toSorted()).toEqual(['Meridian', 'Quay Daily News']);
  });

  it('O9, O14 takes who was first to report it for no origin', () => {
    const first = 'Talks were first reported by the Meridian.';
    const resolved = resolve([
      report('agency', `${dateline} ${told} ${first}`, {
        blocks: [{ kind: 'dateline', start: 0, end: dateline.length }],
        citations: [{ outlet: 'the Meridian', extent: first }],
      }),
    ]);
    expect(originNames(resolved)).toEqual({ agency: ['Kelmar Wire'] });
  });
});

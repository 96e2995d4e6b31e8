import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft, type ResolvedDraft } from '../../tests/build-resolved.ts';
import type { Contradiction } from '../model/index.ts';
import { weigh } from './index.ts';

const found = (draft: ResolvedDraft): readonly Contradiction[] => weigh(buildResolved(draft)).contradictions;
const told = (draft: ResolvedDraft): readonly string[] =>
  found(draft).map(({ kind, values }) => `${kind}: ${values.map(({ value }) => value).join(' | ')}`);
const slip = (draft: ResolvedDraft): string | undefined => found(draft)[0]?.likelySlip?.reason;

const outlet = (name: string): NonNullable<ClaimDraft['chain']> => [
  { name: 'Meridian', kind: 'outlet', entity: null, descriptors: [] },
  { name, kind: 'outlet', entity: null, descriptors: [] },
];
const met = (document: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'meeting',
  thing: 'meeting',
  roles: { participant: ['Ana Mora', 'Osman Hadari'] },
  ...more,
});
const swap = (document: string, asset: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'deal',
  thing: 'swap',
  roles: { party: ['Ostra'], asset: [`~${asset}`] },
  ...more,
});

describe('sides of a contradiction', () => {
  it('W9 lets a claim that fits both sides stand on neither', () => {
    const days = (document: string, date: string | null): ClaimDraft => met(document, { date });
    const [record] = found({
      claims: [days('a', '2031-05-14'), days('b', '2031-05-14'), days('c', '2031-05-20'), days('d', '2031-05')],
    });
    expect(record?.values.map(({ claims }) => claims)).toEqual([['claim-00', 'claim-01'], ['claim-02']]);
  });

  it('W8 relates the claims of two sides as contradicting, and no others', () => {
    const { claims } = weigh(
      buildResolved({ claims: [met('a', { duration: 'PT3H' }), met('b', { duration: 'PT5H' }), met('c')] }),
    );
    expect(claims.map(({ relations }) => relations.map(({ kind }) => kind))).toEqual([
      [],
      ['contradicts'],
      ['corroborates', 'corroborates'],
    ]);
  });

  it('W11, W48 takes the second of two days of talks for no contradiction', () => {
    const second = met('b', { date: '2031-05-15', quote: 'On the second day they met again.' });
    expect(told({ claims: [met('a', { date: '2031-05-14' }), second] })).toEqual([]);
  });
});

describe('numbers', () => {
  it('W43 keeps two numbers of one thing that is exchanged, in figures or in words', () => {
    expect(told({ claims: [swap('a', '23 captured sailors'), swap('b', 'twenty-six sailors')] })).toEqual([
      'number: 23 captur sailor | 26 sailor',
    ]);
    expect(
      told({ claims: [swap('a', '120,000 tonnes of barley'), swap('b', '210,000 tonnes of barley')] }),
    ).toHaveLength(1);
  });

  it('W43 leaves numbers of different things, and money and time', () => {
    expect(told({ claims: [swap('a', '23 sailors'), swap('b', 'four pilots')] })).toEqual([]);
    expect(told({ claims: [swap('a', 'a lease of 20 years'), swap('b', 'a lease of 25 years')] })).toEqual([]);
    expect(told({ claims: [swap('a', '23 sailors'), swap('b', 'twenty-three sailors')] })).toEqual([]);
  });

  it('W43 keeps two ways of sharing out', () => {
    const plan = (document: string, topic: string): ClaimDraft => ({
      in: document,
      type: 'proposal',
      thing: 'plan',
      roles: { proposal: ['the plan'], topic: [`~${topic}`] },
    });
    expect(told({ claims: [plan('a', 'the toll in equal halves'), plan('b', 'the toll 60 to 40')] })).toEqual([
      'number: 50:50 | 60:40',
    ]);
    expect(told({ claims: [plan('a', 'the toll fifty-fifty'), plan('b', 'the toll in equal halves')] })).toEqual([]);
  });

  it('W44 tells a bare number, and the price of a share, from another amount', () => {
    const sold = (document: string, amount: string): ClaimDraft =>
      swap(document, 'the mill', { roles: { party: ['Ostra'], amount: [`~${amount}`] } });
    expect(told({ claims: [sold('a', '310 million crowns'), sold('b', '310')] })).toEqual([]);
    expect(told({ claims: [sold('a', '148 crowns'), sold('b', '2.39 billion crowns')] })).toEqual([]);
    expect(told({ claims: [sold('a', '310 million Lindish crowns'), sold('b', '340 million crowns')] })).toHaveLength(
      1,
    );
  });
});

describe('money (W44, W53)', () => {
  const sold = (document: string, amount: string, more: Partial<ClaimDraft> = {}): ClaimDraft =>
    swap(document, 'the mill', { roles: { party: ['Ostra'], amount: [`~${amount}`] }, ...more });
  const of = (amountOf: string): Partial<ClaimDraft> => ({ properties: { amountOf } });

  it.each([
    ['640 million crowns', '580 million crowns'],
    ['$41 million', 'forty-six million dollars'],
    ['600 million crowns', '640 million crowns'],
    ['at most 500 million crowns', '640 million crowns'],
    ['171 crowns a share', '187 crowns a share'],
  ])('W10 keeps %s beside %s', (one, other) => {
    expect(told({ claims: [sold('a', one), sold('b', other)] })).toHaveLength(1);
  });

  it.each([
    ['24 billion crowns', '23.9 billion crowns'],
    ['more than 500 million crowns', '640 million crowns'],
    ['up to 700 million crowns', '640 million crowns'],
    ['about 600 million crowns', '640 million crowns'],
    ['several hundred million crowns', '640 million crowns'],
    ['5 million crowns a year', '12 million crowns'],
    ['640 million Lindish crowns', '580 million Ostran crowns'],
  ])('W11 takes %s and %s for no contradiction', (one, other) => {
    expect(told({ claims: [sold('a', one), sold('b', other)] })).toEqual([]);
  });

  it('W53 compares sums of one thing only, also where a share is told with them', () => {
    expect(
      told({ claims: [sold('a', '640 million crowns', of('stake')), sold('b', '5 billion crowns', of('value'))] }),
    ).toEqual([]);
    const stake = (document: string, amount: string): ClaimDraft =>
      swap(document, 'the mill', { roles: { party: ['Ostra'], share: ['~12 percent'], amount: [`~${amount}`] } });
    expect(told({ claims: [stake('a', '640 million crowns'), stake('b', '580 million crowns')] })).toEqual([
      'amount: 640 million crowns | 580 million crowns',
    ]);
  });

  it('keeps two sums of a loan to a person, whatever the frame', () => {
    const lent = (document: string, amount: string): ClaimDraft => ({
      in: document,
      type: 'tie',
      thing: 'tie',
      roles: { from: ['Lena Varga'], to: ['Osman Hadari'], amount: [`~${amount}`] },
      properties: { kind: 'donation', words: 'gave' },
    });
    expect(told({ claims: [lent('a', '2 million crowns'), lent('b', '3 million crowns')] })).toHaveLength(1);
  });
});

describe('kin, outcomes and licences', () => {
  const tied = (document: string, words: string): ClaimDraft => ({
    in: document,
    type: 'tie',
    thing: 'tie',
    roles: { from: ['Lena Varga'], to: ['Osman Hadari'] },
    properties: { kind: 'family', words },
  });

  it('W47 keeps two degrees of kinship, and not two words for one', () => {
    expect(told({ claims: [tied('a', 'married to his sister'), tied('b', 'cousin')] })).toEqual([
      'role: sibling-in-law | cousin',
    ]);
    expect(told({ claims: [tied('a', 'married to his sister'), tied('b', 'brother-in-law')] })).toEqual([]);
  });

  it('W46 keeps called off against put off, but not what is planned beside it', () => {
    const status = (document: string, value: string): ClaimDraft => met(document, { status: value, tense: 'future' });
    expect(told({ claims: [status('a', 'cancelled'), status('b', 'postponed'), status('c', 'planned')] })).toEqual([
      'yes-no: cancelled | postponed',
    ]);
    expect(told({ claims: [status('a', 'planned'), status('b', 'postponed')] })).toEqual([]);
  });
});

describe('places that are described, and who did it', () => {
  it('W51 keeps a hotel and a villa, told by two origins, and not a hall or a town', () => {
    const at = (document: string, place: string, more: Partial<ClaimDraft> = {}): ClaimDraft =>
      met(document, { roles: { participant: ['Ana Mora', 'Osman Hadari'], place: [place] }, ...more });
    const villa = at('a', '~a villa by the lake');
    expect(told({ claims: [villa, at('b', 'Hotel Brasse')] })).toHaveLength(1);
    expect(told({ claims: [villa, at('b', '~a restaurant')] })).toEqual([]);
    expect(told({ claims: [villa, at('b', 'Tirzan')] })).toEqual([]);
    expect(told({ claims: [villa, at('b', '~a house, the country house')] })).toEqual([]);
    expect(told({ claims: [villa, at('b', 'Hotel Brasse', { origins: ['a'] })] })).toEqual([]);
  });

  it('W52 keeps two who are said to have leaked a paper', () => {
    const leak = (document: string, leaker: string): ClaimDraft => ({
      in: document,
      type: 'leak',
      thing: 'leak',
      roles: { proposal: ['~the paper'], leaker: [leaker] },
    });
    expect(told({ claims: [leak('a', 'Ana Mora'), leak('b', 'Osman Hadari')] })).toHaveLength(1);
    expect(told({ claims: [leak('a', 'Ana Mora'), leak('b', 'Ana Mora')] })).toEqual([]);
  });
});

describe('likely slips', () => {
  it('W38 marks a meeting told as held after its report', () => {
    const documents = { a: '2031-06-01', b: '2031-06-01' };
    const claims = [met('a', { date: '2031-05-14' }), met('b', { date: '2031-07-14' })];
    expect(slip({ claims, documents })).toContain('(W38)');
    expect(slip({ claims: [claims[0] as ClaimDraft, met('b', { date: '2031-05-24' })], documents })).toBeUndefined();
  });

  it('W38 marks a day that is not the weekday it is called', () => {
    const claims = [
      met('a', { date: '2031-05-14', dateWords: 'on Wednesday, May 14' }),
      met('b', { date: '2031-05-17', dateWords: 'on Wednesday, May 17' }),
    ];
    expect(found({ claims })[0]?.likelySlip).toEqual({
      value: '2031-05-17',
      reason: '2031-05-17 is a Saturday, not a Wednesday (W38)',
    });
  });

  it('W39 marks what its one origin takes back later', () => {
    const documents = { a: '2031-06-01', b: '2031-06-09', c: '2031-06-02' };
    const one = { origins: ['Meridian'] };
    const claims = [
      met('a', { duration: 'PT3H', ...one }),
      met('b', { duration: 'PT5H', ...one }),
      met('c', { duration: 'PT5H' }),
    ];
    expect(slip({ claims, documents })).toContain('(W39)');
    expect(slip({ claims: [claims[0] as ClaimDraft, met('b', { duration: 'PT5H' })], documents })).toBeUndefined();
  });

  it('W40 marks what one rewrite alone says of a story that its source tells otherwise', () => {
    const one = { origins: ['Meridian'] };
    const copied = swap('b', '210,000 tonnes of barley', { ...one, chain: outlet('b') });
    expect(slip({ claims: [swap('a', '120,000 tonnes of barley', one), copied] })).toContain('(W40)');
    expect(slip({ claims: [swap('a', '120,000 tonnes of barley'), copied] })).toBeUndefined();
  });

  it('W41 marks what one document alone says and is not sure of', () => {
    const claims = [
      met('a', { date: '2031-02-03' }),
      met('b', { date: '2031-02-03' }),
      met('c', { date: '2031-01-20', certainty: 'probable' }),
    ];
    expect(slip({ claims })).toContain('(W41)');
    expect(slip({ claims: claims.slice(1) })).toBeUndefined();
  });
});

describe('details that an account adds', () => {
  it('W42 says what each of two claims gives and the other does not', () => {
    const { claims } = weigh(
      buildResolved({
        claims: [
          met('a', { date: '2031-05', duration: 'PT3H' }),
          met('b', { date: '2031-05-14', roles: { participant: ['Ana Mora', '~a lawyer'], place: ['Tirzan'] } }),
        ],
      }),
    );
    expect(claims[1]?.relations[0]).toMatchObject({
      adds: ['date: 2031-05-14', 'place: Tirzan'],
      lacks: ['duration: PT3H', 'participant: Osman Hadari'],
    });
  });

  it('W42 finds nothing added by the same words', () => {
    const { claims } = weigh(buildResolved({ claims: [met('a'), met('b')] }));
    expect(claims[1]?.relations[0]).toMatchObject({ adds: [], lacks: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { weigh } from '../../src/weigh/index.ts';
import { coreferenceFigures } from '../heads/coreference-measures.ts';
import { goldTable } from './gold-table.ts';
import type { Score } from './ground.ts';
import { isHeldOut } from './ground.ts';
import { ANSWERS, inventedDocuments } from './invented-answers.ts';
import { knownAlignments } from './known-alignments.ts';
import { knownCase } from './known-case.ts';
import { type Outcome, outcomeOfSystem, outcomeOfWeighed } from './outcome.ts';
import { eventChains, scoreKnown } from './score-known.ts';
import { scoreOrigins } from './score-origins.ts';

const NOTHING: Outcome = { events: new Map(), alignments: [], contradictions: [] };
const one = (scores: readonly Score[], kind: string): Score => {
  const score = scores.find((line) => line.kind === kind);
  if (score === undefined) throw new Error(`no line ${kind}`);
  return score;
};
const counts = ({ known, found, made, right }: Score): readonly (number | null)[] => [known, found, made, right];

describe('knownAlignments', () => {
  it('tells denials, then sides of a contradiction, then shared origins, then independent ones', () => {
    const claims = ANSWERS.claims ?? [];
    const sides = [[new Set(['c1']), new Set(['c3'])]];
    const { alignments } = knownAlignments(claims, sides);
    expect(alignments.map(({ a, b, kind }) => `${a} ${b} ${kind}`)).toEqual([
      'c1 c2 restates',
      'c1 c3 contradicts',
      'c1 c4 denies',
      'c2 c3 corroborates',
      'c2 c4 denies',
      'c3 c4 denies',
    ]);
  });

  it('leaves pairs open whose origin is unknown, and does not align two things', () => {
    const [first, second, third] = ANSWERS.claims ?? [];
    if (first === undefined || second === undefined || third === undefined) throw new Error('claims are missing');
    const { alignments, open } = knownAlignments(
      [first, { ...second, origins: [] }, { ...third, event: 'another' }],
      [],
    );
    expect(alignments).toEqual([]);
    expect([...open]).toEqual(['c1 c2']);
  });

  it('leaves pairs open that a contradiction parts which has an explanation', () => {
    const { alignments, open } = knownAlignments(ANSWERS.claims ?? [], [], [[new Set(['c1']), new Set(['c3'])]]);
    expect([...open]).toEqual(['c1 c3']);
    expect(alignments.map(({ kind }) => kind)).toEqual(['restates', 'denies', 'corroborates', 'denies', 'denies']);
  });
});

describe('scoreKnown', () => {
  it('finds nothing right in an outcome that says nothing, and nothing reported that should not be', () => {
    const scores = scoreKnown(ANSWERS, NOTHING);
    expect(counts(one(scores, 'events: pairs of claims of one thing'))).toEqual([6, 0, 0, 0]);
    expect(counts(one(scores, 'contradictions: all'))).toEqual([2, 0, 0, 0]);
    expect(counts(one(scores, 'differences that are none, not reported'))).toEqual([1, 1, null, null]);
  });

  it('counts a contradiction as right only when its kind and two of its values are', () => {
    const contradictions = [
      { kind: 'duration', values: [new Set(['c1']), new Set(['c3'])], slip: 1, words: '' },
      { kind: 'duration', values: [new Set(['c1', 'c3']), new Set(['c2'])], slip: null, words: '' },
      { kind: 'number', values: [new Set(['c1']), new Set(['c3'])], slip: null, words: '' },
    ];
    const scores = scoreKnown(ANSWERS, { ...NOTHING, contradictions });
    expect(counts(one(scores, 'contradictions: duration'))).toEqual([1, 1, 2, 1]);
    expect(counts(one(scores, 'contradictions: number'))).toEqual([0, 0, 1, 0]);
    expect(counts(one(scores, 'contradictions: all'))).toEqual([2, 1, 3, 1]);
    expect(counts(one(scores, 'likely slips'))).toEqual([1, 1, 1, 1]);
  });

  it('asks for no contradiction that is explained, and takes a claim and its denial for one though it is not listed', () => {
    const answers = {
      ...ANSWERS,
      contradictions: ANSWERS.contradictions
        .filter(({ kind }) => kind === 'duration')
        .map((one) => ({ ...one, explained: 'one of them counts the drive' })),
    };
    const contradictions = [
      { kind: 'duration', values: [new Set(['c1']), new Set(['c3'])], slip: null, words: '' },
      { kind: 'yes-no', values: [new Set(['c2']), new Set(['c4'])], slip: null, words: '' },
      { kind: 'yes-no', values: [new Set(['c1']), new Set(['c2'])], slip: null, words: '' },
    ];
    const scores = scoreKnown(answers, { ...NOTHING, contradictions });
    expect(counts(one(scores, 'contradictions: duration'))).toEqual([0, 0, 1, 1]);
    expect(counts(one(scores, 'contradictions: yes-no'))).toEqual([0, 0, 2, 1]);
  });

  it('counts a slip that marks the other value as wrong', () => {
    const contradictions = [{ kind: 'duration', values: [new Set(['c1']), new Set(['c3'])], slip: 0, words: '' }];
    expect(counts(one(scoreKnown(ANSWERS, { ...NOTHING, contradictions }), 'likely slips'))).toEqual([1, 0, 1, 0]);
  });

  it('tells when a difference is reported that is none', () => {
    const contradictions = [{ kind: 'date', values: [new Set(['c1']), new Set(['c3'])], slip: null, words: '' }];
    const score = one(scoreKnown(ANSWERS, { ...NOTHING, contradictions }), 'differences that are none, not reported');
    expect(counts(score)).toEqual([1, 0, null, null]);
  });
});

describe('eventChains', () => {
  it('gives the same groups full marks, and other groups fewer', () => {
    const events = new Map((ANSWERS.claims ?? []).map(({ id, event }) => [id, event]));
    const same = eventChains(ANSWERS, { ...NOTHING, events });
    expect(coreferenceFigures([same]).conll).toBe(1);
    const apart = eventChains(ANSWERS, { ...NOTHING, events: new Map([...events, ['c4', 'alone']]) });
    expect(coreferenceFigures([apart]).conll).toBeLessThan(1);
  });
});

describe('knownCase', () => {
  it('makes claims that the product weighs, with evidence in the text and durations it understands', async () => {
    const { resolved, lost } = knownCase(ANSWERS, await inventedDocuments());
    expect(lost).toEqual([]);
    expect(resolved.claims.map(({ duration }) => duration)).toEqual(['PT3H', null, 'PT5H', null]);
    expect(resolved.claims[0]?.evidence[0]?.quote).toBe('Oda Brill met Janek Tull in Quell on 1 March for three hours');
    expect(resolved.claims[0]?.roles['participant']).toEqual([
      { text: 'Oda Brill', entity: 'brill' },
      { text: 'Janek Tull', entity: 'tull' },
    ]);
    const weighed = weigh(resolved);
    const scores = scoreKnown(ANSWERS, outcomeOfWeighed(weighed));
    expect(counts(one(scores, 'events: pairs of claims of one thing'))).toEqual([6, 6, 6, 6]);
    expect(counts(one(scores, 'contradictions: duration'))).toEqual([1, 1, 1, 1]);
    expect(counts(one(scores, 'contradictions: yes-no'))).toEqual([1, 1, 1, 1]);
    expect(counts(one(scores, 'alignments: denies'))).toEqual([3, 3, 3, 3]);
  });

  it('names claims whose quote is not in the text', async () => {
    const [first] = ANSWERS.claims ?? [];
    if (first === undefined) throw new Error('claims are missing');
    const answers = { ...ANSWERS, claims: [{ ...first, quote: 'They dined in Parrow' }] };
    expect(knownCase(answers, await inventedDocuments()).lost).toEqual(['c1']);
  });
});

describe('outcomeOfSystem', () => {
  it('derives alignments from the groups, the contradictions and what is known of each claim', () => {
    const outcome = outcomeOfSystem(
      {
        case: 'quell',
        claims: ['c1', 'c2', 'c3', 'c4'].map((id) => ({ id, event: 'x' })),
        contradictions: [{ kind: 'duration', values: [['c1'], ['c3']], likelySlip: 1 }],
      },
      ANSWERS,
    );
    const scores = scoreKnown(ANSWERS, outcome);
    expect(counts(one(scores, 'alignments: contradicts'))).toEqual([1, 1, 1, 1]);
    expect(counts(one(scores, 'alignments: restates'))).toEqual([1, 1, 1, 1]);
    expect(counts(one(scores, 'alignments: corroborates'))).toEqual([1, 1, 1, 1]);
    expect(counts(one(scores, 'likely slips'))).toEqual([1, 1, 1, 1]);
  });
});

describe('scoreOrigins', () => {
  it('counts pairs of documents that share an origin, whatever its id', () => {
    const told = new Map([
      ['01-lantern.txt', ['x']],
      ['02-echo.txt', ['x']],
      ['03-bell.txt', ['x']],
      ['04-office.txt', []],
    ]);
    expect(counts(scoreOrigins(ANSWERS, told))).toEqual([1, 1, 3, 1]);
  });
});

describe('goldTable', () => {
  it('adds up cases and leaves the other half empty where a measure has only one', () => {
    const chains = eventChains(ANSWERS, NOTHING);
    const line = (kind: string): Score => ({ kind, known: 2, found: 1, made: 1, right: 1, shortfalls: [] });
    const table = goldTable(
      [
        { scores: [line('a')], chains },
        { scores: [line('a')], chains },
      ],
      [{ scores: [line('b')], chains }],
    );
    expect(table).toContain('| a | 1.00 (2/2) | 0.50 (2/4) | 0.67 |  |  |  |');
    expect(table).toContain('| b |  |  |  | 1.00 (1/1) | 0.50 (1/2) | 0.67 |');
  });
});

describe('isHeldOut', () => {
  it('is true inside the folder of gold cases only', () => {
    expect(isHeldOut('bench/gold/some-case', 'bench/gold')).toBe(true);
    expect(isHeldOut('examples/some-case', 'bench/gold')).toBe(false);
  });
});

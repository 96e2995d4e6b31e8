import { describe, expect, it } from 'vitest';
import { buildResolved, type ClaimDraft } from '../../tests/build-resolved.ts';
import type { Consistency, Hypothesis, Resolved, Supposition } from '../model/index.ts';
import { matrixOf, weigh } from './index.ts';

const met = (document: string, thing: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  in: document,
  type: 'meeting',
  thing,
  roles: { participant: ['Ana Mora', 'Osman Hadari'] },
  text: `They met (${thing}).`,
  ...more,
});

/** Claims 00 and 01 are a finding of weight 4 + 1 = 5, 02 one of weight 1, 03 one of weight 2 with a denial (04) of 2. */
const CLAIMS: readonly ClaimDraft[] = [
  met('a', 'spring', { said: 'Ana Mora' }),
  met('b', 'spring'),
  met('a', 'autumn'),
  met('a', 'winter', { said: 'Ana Mora' }),
  met('b', 'winter', { said: 'Osman Hadari', polarity: 'negative', text: 'They did not meet (winter).' }),
];

type Cells = Readonly<Record<string, Consistency>>;

const supposed = (id: string, cells: Cells): Supposition => ({
  id: `decision-${id}`,
  text: `Supposed ${id}`,
  by: 'Ada',
  cells: Object.entries(cells).map(([claims, value]) => ({
    claims: claims.split(' '),
    value,
    reason: `D9: hold-against by Ada on 2031-06-01`,
    decisions: [`decision-of-${claims}`],
  })),
});

const held = (...suppositions: readonly Supposition[]): Resolved => ({
  ...buildResolved({ claims: CLAIMS }),
  suppositions,
});

const byText = (hypotheses: readonly Hypothesis[]): ReadonlyMap<string, Hypothesis> =>
  new Map(hypotheses.map((one) => [one.text, one]));

const of = (resolved: Resolved, text: string): Hypothesis => {
  const found = byText(weigh(resolved).hypotheses).get(text);
  if (found === undefined) throw new Error(`Expected a hypothesis: ${text}`);
  return found;
};

describe('hypotheses', () => {
  it('W34 takes all claims of a finding as one row, and its denial as another', () => {
    const one = of(held(supposed('a', { 'claim-00 claim-01': 'I', 'claim-03': 'C', 'claim-04': 'I' })), 'Supposed a');
    expect(
      one.cells.map(({ side, claims, weight, voices, score }) => ({ side, claims, weight, voices, score })),
    ).toEqual(
      expect.arrayContaining([
        { side: 'favour', claims: ['claim-00', 'claim-01'], weight: 5, voices: 2, score: 5 },
        { side: 'favour', claims: ['claim-03'], weight: 2, voices: 1, score: 0 },
        { side: 'against', claims: ['claim-04'], weight: 2, voices: 1, score: 2 },
      ]),
    );
    expect(one.cells).toHaveLength(3);
    expect(one.cells.find(({ side }) => side === 'against')?.text).toBe('They did not meet (winter).');
  });

  it('W34 leaves a row open whose claims were held differently', () => {
    const one = of(held(supposed('a', { 'claim-00': 'I', 'claim-01': 'C' })), 'Supposed a');
    expect(one.cells).toMatchObject([{ value: 'N', score: 0 }]);
    expect(one.cells[0]?.reasons.at(-1)).toBe('held as C and I: left open (W34)');
  });

  it('W35 tells how far apart a row stands to the hypotheses, and nothing of a row held against one', () => {
    const resolved = held(
      supposed('a', { 'claim-00': 'CC', 'claim-02': 'C', 'claim-03': 'I' }),
      supposed('b', { 'claim-00': 'II', 'claim-02': 'C', 'claim-03': 'NA' }),
    );
    expect(of(resolved, 'Supposed a').cells.map(({ claims, spread }) => [claims[0], spread])).toEqual(
      expect.arrayContaining([
        ['claim-00', 4],
        ['claim-02', 0],
        ['claim-03', null],
      ]),
    );
    expect(of(resolved, 'Supposed a').reasons).toContain(
      '1 of 3 rows stand alike to every hypothesis and say nothing (W35)',
    );
  });

  it('W36 sums weight once for I and twice for II, and says how much of it is on two voices', () => {
    // a: I × 5 + II × 1 = 7, of it 5 on two voices; b: II × 2 = 4, none of it on two.
    const resolved = held(
      supposed('a', { 'claim-00': 'I', 'claim-02': 'II', 'claim-03': 'C' }),
      supposed('b', { 'claim-00': 'C', 'claim-02': 'CC', 'claim-03': 'II' }),
    );
    expect(of(resolved, 'Supposed a')).toMatchObject({ inconsistency: 7, corroborated: 5, rank: 2 });
    expect(of(resolved, 'Supposed b')).toMatchObject({ inconsistency: 4, corroborated: 0, rank: 1 });
    expect(of(resolved, 'Supposed a').reasons).toContain('I (1) × weight 5 (2 voices) = 5: They met (spring).');
    expect(of(resolved, 'Supposed a').reasons).toContain('II (2) × weight 1 (1 voice) = 2: They met (autumn).');
  });

  it('W36 counts nothing for what is consistent, and lets equal ones share a place', () => {
    const resolved = held(supposed('a', { 'claim-00': 'CC' }), supposed('b', {}), supposed('c', { 'claim-02': 'I' }));
    expect(weigh(resolved).hypotheses.map(({ text, rank }) => [text, rank])).toEqual(
      expect.arrayContaining([
        ['Supposed a', 1],
        ['Supposed b', 1],
        ['Supposed c', 3],
      ]),
    );
  });

  it('W37 says how all would stand without the row that drives the result most', () => {
    // spring: |−1 − 1| × 5 = 10 drives more than winter: |1 − −2| × 2 = 6. Without it a has 0 and b 4.
    const resolved = held(
      supposed('a', { 'claim-00': 'I', 'claim-03': 'C' }),
      supposed('b', { 'claim-00': 'C', 'claim-03': 'II' }),
    );
    expect(of(resolved, 'Supposed a')).toMatchObject({
      inconsistency: 5,
      rank: 2,
      without: { inconsistency: 0, rank: 1 },
    });
    expect(of(resolved, 'Supposed b')).toMatchObject({
      inconsistency: 4,
      rank: 1,
      without: { inconsistency: 4, rank: 2 },
    });
    const rows = matrixOf(weigh(resolved).hypotheses);
    expect(rows.map(({ text, telling, isLinchpin }) => ({ text, telling, isLinchpin }))).toEqual([
      { text: 'They met (spring).', telling: 10, isLinchpin: true },
      { text: 'They met (winter).', telling: 6, isLinchpin: false },
    ]);
  });

  it('D6 weighs a rejected claim nothing', () => {
    const judgement = { verdict: 'negative' as const, reasons: ['D6: by Ada'], decisions: ['decision-1'] };
    const claims = CLAIMS.map((claim, index) => (index === 2 ? { ...claim, judgement } : claim));
    const resolved = { ...buildResolved({ claims }), suppositions: [supposed('a', { 'claim-02': 'II' })] };
    expect(of(resolved, 'Supposed a')).toMatchObject({ inconsistency: 0, cells: [{ weight: 0, voices: 0 }] });
  });

  it('weighs a claim that is only supposed as its voice alone', () => {
    const claims = [met('a', 'summer', { status: 'hypothetical', said: 'Ana Mora', certainty: 'possible' })];
    const resolved = { ...buildResolved({ claims }), suppositions: [supposed('a', { 'claim-00': 'I' })] };
    // 4 − 1 (hedged) = 3.
    expect(of(resolved, 'Supposed a')).toMatchObject({ inconsistency: 3, cells: [{ row: 'claim-00', weight: 3 }] });
  });

  it('gives none where nobody supposed any, and no cell for a place that is no claim', () => {
    expect(weigh(buildResolved({ claims: CLAIMS })).hypotheses).toEqual([]);
    expect(of(held(supposed('a', { 'claim-99': 'I' })), 'Supposed a').cells).toEqual([]);
  });
});

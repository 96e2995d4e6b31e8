import { describe, expect, it } from 'vitest';
import { Coreference, type Standing } from './coreference.ts';
import type { Labels } from './labels.ts';
import { pairWords } from './pair-words.ts';

const zeros = (...sizes: readonly number[]): never => {
  const [size = 0, ...rest] = sizes;
  return Array.from({ length: size }, () => (rest.length === 0 ? 0 : zeros(...rest))) as never;
};
const tables = (over: Partial<Labels['coreference']> = {}): Labels['coreference'] => ({
  width: 2,
  match: zeros(5, 5, 5),
  far: zeros(10, 5),
  nested: [0, -9],
  new: [0, 0, 0, 0, 0],
  join: { width: 1, match: zeros(5, 1), far: zeros(10, 1), score: [1] },
  ...over,
});
let at = 0;
const mention = (words: string, vector: readonly [number, number] = [0, 0], over: Partial<Standing> = {}): Standing => {
  const list = words.split(' ');
  at += list.length + 1;
  return {
    words: pairWords(list, at - list.length, at),
    anaphor: Float32Array.from(vector),
    antecedent: Float32Array.from(vector),
    join: new Float32Array(2),
    asAntecedent: 0,
    asNew: 0,
    ...over,
  };
};

describe('Coreference', () => {
  it('finds the first mention new', () => {
    expect(new Coreference(tables(), 1, 0).take(mention('Veld'))).toEqual({ antecedents: [], fresh: 1 });
  });

  it('gives probabilities that make one with that of being new, likeliest first', () => {
    const chains = new Coreference(tables(), 1, 0);
    for (const vector of [
      [1, 0],
      [0, 1],
      [3, 0],
    ] as const)
      chains.take(mention('Hale', vector));
    const { antecedents, fresh } = chains.take(mention('he', [2, 0]));
    expect(antecedents.map(({ span }) => span)).toEqual([2, 0, 1]);
    expect(antecedents.reduce((sum, { probability }) => sum + probability, fresh)).toBeCloseTo(1, 9);
    expect((antecedents[0]?.probability ?? 0) / fresh).toBeCloseTo(Math.exp(6 / Math.SQRT2), 4);
  });

  it('reads its tables by match, class, distance and nesting', () => {
    const match = zeros(5, 5, 5) as number[][][];
    (match[1] as number[][])[2] = [0, 0, 3, 0, 0];
    const chains = new Coreference(tables({ match }), 1, 0);
    chains.take(mention('Veld'));
    chains.take(mention('Hale'));
    const same = chains.take(mention('Veld'));
    expect(same.antecedents[0]?.span).toBe(0);
    expect((same.antecedents[0]?.probability ?? 0) / same.fresh).toBeCloseTo(Math.exp(3), 6);
    const inside = pairWords(['Veld'], at - 1, at);
    const nested = chains.take(mention('Veld', [0, 0], { words: inside }));
    const odds = new Map(nested.antecedents.map(({ span, probability }) => [span, probability / nested.fresh]));
    expect(odds.get(2)).toBeCloseTo(Math.exp(3 - 9), 6);
    expect(odds.get(0)).toBeCloseTo(Math.exp(3), 6);
  });

  it('adds what the two make together, by kind of match and distance', () => {
    const join = { width: 1, match: [[0], [2], [0], [0], [0]], far: zeros(10, 1), score: [3] };
    const chains = new Coreference(tables({ join }), 1, 0);
    chains.take(mention('Veld', [0, 0], { join: Float32Array.of(0, 4) }));
    chains.take(mention('Hale'));
    const { antecedents, fresh } = chains.take(mention('Veld', [0, 0], { join: Float32Array.of(1, 0) }));
    // 1 + 4 + 2 of the first, bent to 7 as good as whole; 1 of the second, bent to 0.8413.
    expect(antecedents.map(({ span, probability }) => [span, Math.log(probability / fresh).toFixed(3)])).toEqual([
      [0, '21.000'],
      [1, '2.524'],
    ]);
  });

  it('links less when more is asked for', () => {
    const fresh = (towardsNew: number): number => {
      const chains = new Coreference(tables(), 1, towardsNew);
      chains.take(mention('Veld'));
      return chains.take(mention('she')).fresh;
    };
    expect(fresh(2)).toBeGreaterThan(fresh(0));
  });

  it('looks back two hundred mentions and names five', () => {
    const chains = new Coreference(tables(), 1, 0);
    for (let k = 0; k < 1000; k++) chains.take(mention('x', [k === 799 ? 9 : k === 800 ? 6 : 0, 0]));
    const { antecedents } = chains.take(mention('x', [2, 0]));
    expect(antecedents).toHaveLength(5);
    expect(antecedents[0]?.span).toBe(800);
    expect(antecedents.every(({ span }) => span >= 800)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { type Chain, coreferenceFigures } from './coreference-measures.ts';

/** Mentions by number: any places will do, as long as they differ. */
const chain = (...mentions: readonly number[]): Chain => mentions.map((at) => [at, at + 1]);

describe('coreferenceFigures', () => {
  it('is 1 throughout when the chains are the same', () => {
    const chains = [chain(1, 2, 3), chain(4, 5)];
    expect(coreferenceFigures([{ gold: chains, found: [chain(5, 4), chain(3, 1, 2)] }])).toEqual({
      muc: 1,
      b3: 1,
      ceafe: 1,
      conll: 1,
    });
  });

  it('gives the known figures of a chain that fell apart and two that ran together', () => {
    // Gold {1 2 3} {4 5 6 7}, found {1 2} {3 4 5 6 7}.
    // MUC: recall 4 of 5 links, precision 4 of 5.
    // B³ recall: 2·(2/3) + 1/3 + 4·(4/4) = 17/3 of 7; precision: 2·(2/2) + 1/5 + 4·(4/5) = 5.4 of 7.
    // CEAFe: pairs {1 2} with {1 2 3} = 4/5, the others 8/9: (4/5 + 8/9) / 2 both ways.
    const gold = [chain(1, 2, 3), chain(4, 5, 6, 7)];
    const found = [chain(1, 2), chain(3, 4, 5, 6, 7)];
    const figures = coreferenceFigures([{ gold, found }]);
    const recall = 17 / 3 / 7;
    const precision = 5.4 / 7;
    expect(figures.muc).toBeCloseTo(0.8, 10);
    expect(figures.b3).toBeCloseTo((2 * recall * precision) / (recall + precision), 10);
    expect(figures.ceafe).toBeCloseTo((4 / 5 + 8 / 9) / 2, 10);
    expect(figures.conll).toBeCloseTo((figures.muc + figures.b3 + figures.ceafe) / 3, 10);
  });

  it('counts mentions that gold does not have against precision', () => {
    // MUC: precision 1 of 3 links ({1 2} kept; {8 9} and the link to 7 not), recall 1 of 1.
    const figures = coreferenceFigures([{ gold: [chain(1, 2)], found: [chain(1, 2, 7), chain(8, 9)] }]);
    expect(figures.muc).toBeCloseTo((2 * (1 / 3)) / (1 / 3 + 1), 10);
    // B³: precision 2·(2/3) of 5 mentions, recall 2 of 2.
    const precision = 4 / 3 / 5;
    expect(figures.b3).toBeCloseTo((2 * precision) / (precision + 1), 10);
    // CEAFe: likeness 4/5; precision half of that.
    expect(figures.ceafe).toBeCloseTo((2 * 0.4 * 0.8) / 1.2, 10);
  });

  it('adds documents up before it divides', () => {
    const one = { gold: [chain(1, 2)], found: [chain(1, 2)] };
    const two = { gold: [chain(1, 2, 3, 4)], found: [] };
    // MUC: recall 1 of 4 links, precision 1 of 1.
    expect(coreferenceFigures([one, two]).muc).toBeCloseTo(0.4, 10);
  });

  it('is 0 when nothing is found', () => {
    expect(coreferenceFigures([{ gold: [chain(1, 2)], found: [] }]).conll).toBe(0);
  });
});

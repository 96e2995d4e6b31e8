import { describe, expect, it } from 'vitest';
import { type Candidate, chooseEntities, isNamed } from './choose-entities.ts';

const at = (first: number, end: number, confidence = 0.9): Candidate => ({ first, end, confidence, isPerson: false });
const places = (list: readonly Candidate[]): readonly (readonly [number, number])[] =>
  list.map(({ first, end }) => [first, end]);

describe('chooseEntities', () => {
  it('takes names first and of two that overlap the surer', () => {
    expect(places(chooseEntities([at(5, 7, 0.5), at(6, 8, 0.8), at(1, 2)], []))).toEqual([
      [1, 2],
      [6, 8],
    ]);
  });

  it('leaves out spans that are other words for a name: inside it or ending with it', () => {
    const names = [at(4, 6)];
    expect(places(chooseEntities(names, [at(3, 6), at(4, 5), at(3, 8), at(0, 2), at(0, 2)]))).toEqual([
      [0, 2],
      [3, 8],
      [4, 6],
    ]);
  });

  it('takes so many of a list and no more', () => {
    const list = Array.from({ length: 300 }, (_, k) => at(2 * k, 2 * k + 1, k / 300));
    expect(chooseEntities(list.slice(0, 30), list)).toHaveLength(64);
    expect(places(chooseEntities([], list))[0]).toEqual([472, 473]);
  });
});

describe('isNamed', () => {
  it('is so of people, bodies and places, not of money and days', () => {
    expect([isNamed('world', 'Person'), isNamed('politics', 'politicalparty')]).toEqual([true, true]);
    expect([isNamed('world', 'Money'), isNamed('world', 'Date'), isNamed('web', 'PER')]).toEqual([false, false, false]);
  });
});

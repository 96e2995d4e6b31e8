import { describe, expect, it } from 'vitest';
import { farBucket, matchOf, pairWords } from './pair-words.ts';

const of = (words: string) => pairWords(words.split(' '), 0, words.split(' ').length);
const match = (anaphor: string, antecedent: string): number => matchOf(of(anaphor), of(antecedent));

describe('pairWords', () => {
  it.each([
    ['We', 0],
    ['her', 1],
    ['Irina Veld', 2],
    ['the Veld Foundation', 2],
    ['the minister', 3],
    ['a deal', 4],
  ])('sees the class of %s', (words, kind) => {
    expect(of(words).kind).toBe(kind);
  });

  it('takes the word before "of" for the head', () => {
    expect(of('the president of the bank').last).toBe('president');
    expect(of('of').last).toBe('of');
    expect(of('…')).toMatchObject({ core: '', last: '' });
  });
});

describe('matchOf', () => {
  it.each([
    ['the minister', 'a minister', 1],
    ['the minister', 'the foreign minister', 2],
    ['the foreign minister', 'the minister', 4],
    ['Veld', 'Irina Veld Foundation', 3],
    ['he', 'Veld', 0],
    ['…', '…', 0],
  ])('of %s and %s is as learned', (anaphor, antecedent, kind) => {
    expect(match(anaphor, antecedent)).toBe(kind);
  });
});

describe('farBucket', () => {
  it('is exact to four and doubles from there', () => {
    expect([1, 4, 5, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 200].map(farBucket)).toEqual([
      0, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { isOneCurrency, readMoney } from './index.ts';

describe('readMoney', () => {
  it.each([
    ['640 million Aldmark crowns', '640000000', 'aldmark crown'],
    ['$41 million', '41000000', '$'],
    ['US$1.2bn', '1200000000', 'us$'],
    ['€2,5 million', '2500000', '€'],
    ['1,250,000 crowns', '1250000', 'crown'],
    ['1 250 000 crowns', '1250000', 'crown'],
    ['1.250.000,50 crowns', '1250000.5', 'crown'],
    ['171.5 crowns a share', '171.5', 'crown'],
    ['NHC 178 per share', '178', 'nhc'],
    ['forty-six million dollars', '46000000', 'dollar'],
    ['one hundred and seventy-one crowns', '171', 'crown'],
    ['half a million dollars', '500000', 'dollar'],
    ['two billion three hundred million crowns', '2300000000', 'crown'],
    ['a million kronor', '1000000', 'krona'],
    ['12 thousand million crowns', '12000000000', 'crown'],
    ['310', '310', null],
    ['900719925474099312345 crowns', '900719925474099312345', 'crown'],
  ])('reads %s', (text, value, currency) => {
    expect(readMoney(text)).toMatchObject({ value, currency });
  });

  it.each(['several million crowns', 'millions of dollars', '2 to 3 billion crowns', 'tens of millions of crowns'])(
    'gives no value for %s',
    (text) => {
      expect(readMoney(text)).toMatchObject({ value: null });
    },
  );

  it.each(['', 'the fund', 'a share of the profit', 'nothing', '$'])('reads nothing in %j', (text) => {
    expect(readMoney(text)).toBeNull();
  });

  it('tells about, at least and at most, and what a sum is for each of', () => {
    expect(readMoney('about 5 million crowns')).toMatchObject({ isVague: true, bound: null, per: null });
    expect(readMoney('more than 5 million crowns')).toMatchObject({ isVague: false, bound: 'least' });
    expect(readMoney('up to 5 million crowns')).toMatchObject({ bound: 'most', currency: 'crown' });
    expect(readMoney('just over 5 million crowns')).toMatchObject({ isVague: true, bound: null });
    expect(readMoney('12 crowns a share')).toMatchObject({ per: 'share' });
    expect(readMoney('12 million crowns a year')).toMatchObject({ per: 'year', currency: 'crown' });
  });
});

describe('isOneCurrency', () => {
  it.each([
    ['crown', 'aldmark crown', true],
    ['$', 'dollar', true],
    ['us$', 'dollar', true],
    ['usd', 'us dollar', true],
    [null, 'crown', true],
    ['lindish crown', 'aldmark crown', false],
    ['crown', 'mark', false],
    ['€', '$', false],
  ])('%s and %s: %s', (a, b, is) => {
    expect(isOneCurrency(a, b)).toBe(is);
    expect(isOneCurrency(b, a)).toBe(is);
  });
});

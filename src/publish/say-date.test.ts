import { describe, expect, it } from 'vitest';
import { isExactDay, sayDate, sayDuration, sayTime } from './say-date.ts';

describe('sayDate', () => {
  it.each([
    ['2041-05-14', '14 May 2041'],
    ['2041-05-14T09:30:00Z', '14 May 2041'],
    ['2041-05', 'May 2041'],
    ['2041', '2041'],
    ['204X', 'the 2040s'],
    ['2041-22', 'summer 2041'],
    ['2041-33', 'first quarter of 2041'],
    ['2041-05~', 'about May 2041'],
    ['2041-05?', 'May 2041 (uncertain)'],
    ['2041-05-01/2041-05-07', '1–7 May 2041'],
    ['2041-05-28/2041-06-02', '28 May – 2 June 2041'],
    ['2040-12-28/2041-01-02', '28 December 2040 – 2 January 2041'],
    ['2041-02/2041-04', 'February – April 2041'],
    ['../2041-05', 'until May 2041'],
    ['2041-05/..', 'from May 2041 on'],
  ])('says %s as %s', (edtf, words) => {
    expect(sayDate(edtf)).toBe(words);
  });

  it('gives back what is no date', () => {
    expect(sayDate('2041-99')).toBe('2041-99');
    expect(sayDate('soon')).toBe('soon');
  });
});

describe('isExactDay', () => {
  it('takes a day and nothing vaguer', () => {
    expect(isExactDay('2041-05-14')).toBe(true);
    expect(isExactDay('2041-05-14~')).toBe(false);
    expect(isExactDay('2041-05')).toBe(false);
    expect(isExactDay(null)).toBe(false);
  });
});

describe('sayDuration', () => {
  it.each([
    ['PT5H', '5 hours'],
    ['~PT5H', 'about 5 hours'],
    ['P1D', '1 day'],
    ['P10Y', '10 years'],
    ['P2M', '2 months'],
    ['PT30M', '30 minutes'],
    ['P1DT2H', '1 day 2 hours'],
  ])('says %s as %s', (duration, words) => {
    expect(sayDuration(duration)).toBe(words);
  });

  it('gives back what is no duration', () => {
    expect(sayDuration('a while')).toBe('a while');
  });
});

describe('sayTime', () => {
  it.each([
    ['2013-22', 'summer 2013'],
    ['~PT5H', 'about 5 hours'],
    ['2031-05-14', '14 May 2031'],
    ['2031-05-14/2031-05-16', '14–16 May 2031'],
    ['14 points', '14 points'],
    ['Position 7', 'Position 7'],
    ['P2P lender', 'P2P lender'],
  ])('says %s as %s', (text, words) => {
    expect(sayTime(text)).toBe(words);
  });
});

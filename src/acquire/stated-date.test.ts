import { describe, expect, it } from 'vitest';
import { dateAlone, edtfFromStamp, findStatedDates } from './stated-date.ts';

describe('findStatedDates', () => {
  it.each([
    ['2031-05-02', '2031-05-02'],
    ['2031/5/2', '2031-05-02'],
    ['May 2, 2031', '2031-05-02'],
    ['Friday, May 2nd, 2031', '2031-05-02'],
    ['2 May 2031', '2031-05-02'],
    ['the 2nd of May, 2031', '2031-05-02'],
    ['Sept. 9, 2031', '2031-09-09'],
    ['02-May-2031', '2031-05-02'],
    ['2.5.2031', '2031-05-02'],
    ['23/04/2031', '2031-04-23'],
    ['04/23/2031', '2031-04-23'],
    ['5/5/2031', '2031-05-05'],
    ['May 2031', '2031-05'],
    ['29 February 2032', '2032-02-29'],
  ])('reads %s as %s', (words, edtf) => {
    expect(findStatedDates(`signed ${words} in Velm`).map((date) => date.edtf)).toEqual([edtf]);
  });

  it.each([
    '03/04/2031',
    'May 2',
    'Friday',
    '31 April 2031',
    '29 February 2031',
    '2031',
    '1.2.3',
    'page 2031-55',
    '12031-05-02',
  ])('finds nothing in %s', (words) => {
    expect(findStatedDates(words)).toEqual([]);
  });

  it('gives the place of each, in order', () => {
    const text = 'From 1 May 2031 to 2031-05-07.';
    expect(findStatedDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['1 May 2031', '2031-05-07']);
  });
});

describe('edtfFromStamp', () => {
  it.each([
    ['2031-05-02T23:30:00-05:00', '2031-05-02'],
    ['2031-05-02T00:10:00Z', '2031-05-02'],
    ['20310502', '2031-05-02'],
    ['2031-05', '2031-05'],
    ['Fri, 02 May 2031 10:00:00 GMT', '2031-05-02'],
  ])('keeps the calendar date of %s as stated', (stamp, edtf) => {
    expect(edtfFromStamp(stamp)).toBe(edtf);
  });

  it.each(['', 'yesterday', '2031-13-01', '2031-02-30', '1714600000', '203105'])('gives null for %j', (stamp) => {
    expect(edtfFromStamp(stamp)).toBeNull();
  });
});

describe('dateAlone', () => {
  it('takes a time of day with its zone along', () => {
    expect(dateAlone('May 2, 2031 at 10:30 a.m. EST')?.edtf).toBe('2031-05-02');
    expect(dateAlone('2031-05-02T10:30:00+02:00')?.edtf).toBe('2031-05-02');
  });

  it('gives null where anything else is said', () => {
    expect(dateAlone('Talks of May 2, 2031')).toBeNull();
    expect(dateAlone('1 May 2031 – 2 May 2031')).toBeNull();
  });
});

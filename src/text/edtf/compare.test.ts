import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDate, datesOverlap, isDateWithin, narrowerDate, spanDays } from './compare.ts';
import { edtfInterval } from './interval.ts';

const days = (edtf: string): number => spanDays(edtf) ?? -1;

describe('edtfInterval', () => {
  it('takes a day as one day, a month as its days, a year as its days', () => {
    expect([days('2031-05-14'), days('2031-02'), days('2032-02'), days('2031'), days('2032')]).toEqual([
      1, 28, 29, 365, 366,
    ]);
  });

  it('takes the last day of a month and refuses the day after it', () => {
    expect(edtfInterval('2031-04-30')).not.toBeNull();
    expect(edtfInterval('2031-04-31')).toBeNull();
    expect(edtfInterval('2031-13')).toBeNull();
    expect(edtfInterval('soon')).toBeNull();
  });

  it('reads seasons, quarters and halves', () => {
    expect(isDateWithin('2031-07-31', '2031-22')).toBe(true);
    expect(isDateWithin('2031-09-01', '2031-22')).toBe(false);
    expect(isDateWithin('2031-04-01', '2031-34')).toBe(true);
    expect(isDateWithin('2031-06-30', '2031-40')).toBe(true);
  });

  it('reads a winter wide, since the words do not say which', () => {
    expect(datesOverlap('2031-24', '2031-01-10')).toBe(true);
    expect(datesOverlap('2031-24', '2031-12-20')).toBe(true);
    expect(datesOverlap('2031-24', '2032-03')).toBe(false);
    expect(datesOverlap('2031-24', '2030-11')).toBe(false);
  });

  it('reads intervals, open ends and unspecified digits', () => {
    expect(days('2031-05-01/2031-05-07')).toBe(7);
    expect(days('2031-05-01/..')).toBe(Number.POSITIVE_INFINITY);
    expect(edtfInterval('2031-05-07/2031-05-01')).toBeNull();
    expect(isDateWithin('2037', '203X')).toBe(true);
    expect(isDateWithin('2031-05', '2031-XX')).toBe(true);
  });

  it('widens what is said to be about a date', () => {
    expect(datesOverlap('2031-05-14~', '2031-05-17')).toBe(true);
    expect(datesOverlap('2031-05-14~', '2031-05-18')).toBe(false);
    expect(datesOverlap('2031-05-14?', '2031-05-15')).toBe(false);
  });
});

describe('narrowerDate', () => {
  it('returns the one that lies within the other', () => {
    expect(narrowerDate('2031-05', '2031-05-14')).toBe('2031-05-14');
    expect(narrowerDate('2031-05-14', '2031')).toBe('2031-05-14');
  });

  it('never makes a third date of two that only touch', () => {
    expect(narrowerDate('2031-05-01/2031-05-07', '2031-05-06/2031-05-12')).toBeNull();
    expect(narrowerDate('2031-05', '2031-06')).toBeNull();
  });

  it('returns one of its arguments or nothing', () => {
    const date = fc.constantFrom(
      '2031',
      '2031-05',
      '2031-05-14',
      '2031-22',
      '2031-05-01/2031-05-20',
      '203X',
      '2031-06~',
    );
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect([a, b, null]).toContain(narrowerDate(a, b));
        expect(datesOverlap(a, b)).toBe(datesOverlap(b, a));
      }),
    );
  });
});

describe('byDate', () => {
  it('puts earlier first, then more exact, and unknown last', () => {
    expect([null, '2031-05', '2030', '2031-05-01', 'soon'].toSorted(byDate).slice(0, 3)).toEqual([
      '2030',
      '2031-05-01',
      '2031-05',
    ]);
  });
});

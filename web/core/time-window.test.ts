import { describe, expect, it } from 'vitest';
import { askedFor, dayOf, dayText, isSameWindow, padded, windowIn, windowText, within } from './time-window.ts';

describe('a window of time', () => {
  it('comes back from an address as it went in', () => {
    const window = windowIn('2031-05-01..2031-05-31');
    if (window === null) throw new Error('Expected a window.');
    expect(window.last - window.first).toBe(31);
    expect(windowText(window)).toBe('2031-05-01..2031-05-31');
  });

  it.each(['', '2031-05-01', '2031-06-01..2031-05-01', 'a..b', 7, undefined])('is not read out of %s', (text) => {
    expect(windowIn(text)).toBeNull();
  });

  it('takes days that there are', () => {
    expect(dayText(dayOf('2032-02-29') ?? 0)).toBe('2032-02-29');
    expect(dayOf('2031-13-01')).toBeNull();
  });

  it('gives a single day a fortnight of room', () => {
    const { first, last } = padded({ start: 100, end: 101 });
    expect(last - first).toBeGreaterThanOrEqual(14);
  });

  it('stays within its limits, and keeps its width there', () => {
    expect(within({ first: -50, last: 50 }, { first: 0, last: 400 })).toEqual({ first: 0, last: 100 });
    expect(within({ first: 0, last: 900 }, { first: 0, last: 400 })).toEqual({ first: 0, last: 400 });
    expect(within({ first: 10, last: 11 }, { first: 0, last: 400 })).toEqual({ first: 7.5, last: 13.5 });
  });

  it('asks for more than it shows, and for the same after a small move', () => {
    const asked = askedFor({ first: 1000, last: 1090 });
    expect(asked.first).toBeLessThanOrEqual(1000 - 90);
    expect(asked.last).toBeGreaterThanOrEqual(1090 + 90);
    expect(askedFor({ first: 1003, last: 1093 })).toEqual(asked);
  });

  it('knows itself after rounding', () => {
    expect(isSameWindow({ first: 0.1, last: 365 }, { first: 0, last: 365 })).toBe(true);
    expect(isSameWindow({ first: 30, last: 365 }, { first: 0, last: 365 })).toBe(false);
  });
});

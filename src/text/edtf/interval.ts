import type { Edtf } from '../../model/index.ts';

/**
 * The days that an EDTF string may mean, `[start, end)`, counted from 1970-01-01 (negative before it).
 * `null` on a side: open or unknown there.
 */
export interface DayInterval {
  readonly start: number | null;
  readonly end: number | null;
}

const MS_PER_DAY = 86_400_000;

/** Days from the epoch to a date of the proleptic Gregorian calendar; months beyond 1..12 carry over. */
const dayNumber = (year: number, month: number, day: number): number => {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return Math.round(at.getTime() / MS_PER_DAY);
};

/**
 * First month and number of months of EDTF's division codes. A plain "winter" is read wide, from the December before to
 * the February after: the words do not say which of the two winters of a year is meant.
 */
const DIVISIONS: ReadonlyMap<number, readonly [firstMonth: number, months: number]> = new Map([
  [21, [3, 3]],
  [22, [6, 3]],
  [23, [9, 3]],
  [24, [0, 15]],
  [25, [3, 3]],
  [26, [6, 3]],
  [27, [9, 3]],
  [28, [12, 3]],
  [29, [9, 3]],
  [30, [12, 3]],
  [31, [3, 3]],
  [32, [6, 3]],
  [33, [1, 3]],
  [34, [4, 3]],
  [35, [7, 3]],
  [36, [10, 3]],
  [37, [1, 4]],
  [38, [5, 4]],
  [39, [9, 4]],
  [40, [1, 6]],
  [41, [7, 6]],
] as const);

/** By how many days "about" may miss: a few days for a day, half the unit for a month and a year. Our own choice. */
const APPROXIMATE_DAYS = { day: 3, month: 15, season: 30, year: 183 } as const;

type Unit = keyof typeof APPROXIMATE_DAYS;

const parsed = (start: number, end: number, unit: Unit, approximate: boolean): DayInterval => {
  const slack = approximate ? APPROXIMATE_DAYS[unit] : 0;
  return { start: start - slack, end: end + slack };
};

const DATE = /^(-?\d{4}|-?\d{1,3}X{1,3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?$/;

const parseDate = (text: string): DayInterval | null => {
  const approximate = /[~%]/.test(text);
  const match = DATE.exec(text.trim().replace(/[~?%]/g, ''));
  const yearText = match?.[1];
  if (yearText === undefined) return null;
  const low = Number(yearText.replaceAll('X', '0'));
  if (yearText.includes('X')) {
    const high = Number(yearText.replaceAll('X', '9'));
    return parsed(dayNumber(low, 1, 1), dayNumber(high + 1, 1, 1), 'year', approximate);
  }
  const monthText = match?.[2];
  if (monthText === undefined || monthText === 'XX') {
    return parsed(dayNumber(low, 1, 1), dayNumber(low + 1, 1, 1), 'year', approximate);
  }
  const month = Number(monthText);
  const division = DIVISIONS.get(month);
  if (division !== undefined) {
    const [first, months] = division;
    return parsed(dayNumber(low, first, 1), dayNumber(low, first + months, 1), 'season', approximate);
  }
  if (month < 1 || month > 12) return null;
  const dayText = match?.[3];
  if (dayText === undefined || dayText === 'XX') {
    return parsed(dayNumber(low, month, 1), dayNumber(low, month + 1, 1), 'month', approximate);
  }
  const day = Number(dayText);
  const start = dayNumber(low, month, day);
  if (day < 1 || start >= dayNumber(low, month + 1, 1)) return null;
  return parsed(start, start + 1, 'day', approximate);
};

const OPEN = new Set(['', '..']);

/**
 * The days an EDTF string may mean: levels 0 and 1 without exponential years and sets, plus level 2 divisions of a year.
 *
 * "About" (`~`, `%`) widens by a few days for a day, 15 for a month, 183 for a year; "uncertain" (`?`) widens nothing.
 *
 * @returns Half-open day numbers; null when the string is not of that form or ends before it starts.
 * @see Library of Congress, Extended Date/Time Format (EDTF) Specification, 2019.
 */
export const edtfInterval = (edtf: Edtf): DayInterval | null => {
  const known = intervals.get(edtf);
  if (known !== undefined) return known;
  // Thrown away when full: piles have a few thousand dates, and a long-lived process must not gather them for ever.
  if (intervals.size >= MOST_KEPT) intervals.clear();
  const made = parseInterval(edtf);
  intervals.set(edtf, made);
  return made;
};

/** Dates are compared over and over when claims are grouped: each is parsed once. */
const intervals = new Map<Edtf, DayInterval | null>();
const MOST_KEPT = 10_000;

const parseInterval = (edtf: Edtf): DayInterval | null => {
  const parts = edtf.split('/');
  if (parts.length === 1) return parseDate(edtf);
  const [from, to] = parts;
  if (parts.length !== 2 || from === undefined || to === undefined) return null;
  const first = OPEN.has(from.trim()) ? { start: null, end: null } : parseDate(from);
  const last = OPEN.has(to.trim()) ? { start: null, end: null } : parseDate(to);
  if (first === null || last === null || (first.start === null && last.end === null)) return null;
  if (first.start !== null && last.end !== null && last.end <= first.start) return null;
  return { start: first.start, end: last.end };
};

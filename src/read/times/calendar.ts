import type { Edtf } from '../../model/index.ts';

/** Days since 1970-01-01, UTC. Only whole days are counted here: no clock, no time zone. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');
const padYear = (year: number): string => String(year).padStart(4, '0');

export const dayNumber = (year: number, month: number, day: number): DayNumber =>
  Math.round(Date.UTC(year, month - 1, day) / MS_PER_DAY);

export interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const partsOf = (day: DayNumber): Parts => {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** Monday 0 … Sunday 6 (ISO 8601). 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
export const mondayOf = (day: DayNumber): DayNumber => day - weekdayOf(day);

export const dayEdtf = (day: DayNumber): Edtf => {
  const { year, month, day: date } = partsOf(day);
  return `${padYear(year)}-${pad(month)}-${pad(date)}`;
};
export const monthEdtf = (year: number, month: number): Edtf => `${padYear(year)}-${pad(month)}`;
export const yearEdtf = (year: number): Edtf => padYear(year);

/** A month counted on from another: month 13 is January of the next year. */
export const addMonths = (
  year: number,
  month: number,
  count: number,
): { readonly year: number; readonly month: number } => {
  const index = year * 12 + (month - 1) + count;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
};

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
/** True for a day that the calendar has; without a year 29 February counts. */
export const isDate = (year: number | null, month: number, day: number): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (DAYS[month - 1] ?? 0) &&
  !(month === 2 && day === 29 && year !== null && !isLeap(year));

/** A date as exact as known: what other times are counted from. */
export interface Point {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Reads `2031`, `2031-05`, `2031-05-02` (with or without a clock time, or a trailing ~ or ?); null for anything else. */
export const readPoint = (edtf: Edtf | null): Point | null => {
  const match = edtf === null ? null : /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?[~?%]?$/u.exec(edtf);
  if (!match) return null;
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  const year = Number(match[1]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && !isDate(year, month ?? 0, day)) return null;
  return { year, month, day };
};

export const pointEdtf = (point: Point): Edtf =>
  point.month === null
    ? yearEdtf(point.year)
    : point.day === null
      ? monthEdtf(point.year, point.month)
      : dayEdtf(dayNumber(point.year, point.month, point.day));

export const pointDay = (point: Point | null): DayNumber | null =>
  point === null || point.month === null || point.day === null ? null : dayNumber(point.year, point.month, point.day);

import type { Edtf } from '../model/index.ts';
import { edtfInterval } from '../text/index.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** EDTF's divisions of a year, codes 21 to 41. */
const DIVISIONS: Readonly<Record<string, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  25: 'spring (north)',
  26: 'summer (north)',
  27: 'autumn (north)',
  28: 'winter (north)',
  29: 'spring (south)',
  30: 'summer (south)',
  31: 'autumn (south)',
  32: 'winter (south)',
  33: 'first quarter of',
  34: 'second quarter of',
  35: 'third quarter of',
  36: 'fourth quarter of',
  37: 'first third of',
  38: 'second third of',
  39: 'last third of',
  40: 'first half of',
  41: 'second half of',
};

interface Parts {
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly about: boolean;
  readonly unsure: boolean;
}

const partsOf = (text: string): Parts | null => {
  const match = /^(\d{4}|\d{1,3}X{1,3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?$/.exec(text.trim().replace(/[~?%]/g, ''));
  const year = match?.[1];
  if (year === undefined) return null;
  const month = match?.[2] === undefined || match[2] === 'XX' ? null : match[2];
  const day = month === null || match?.[3] === undefined || match[3] === 'XX' ? null : match[3];
  if (month !== null && MONTHS[Number(month) - 1] === undefined && DIVISIONS[month] === undefined) return null;
  return { year, month, day, about: /[~%]/.test(text), unsure: /[?%]/.test(text) };
};

const yearWords = (year: string): string =>
  year.endsWith('X') ? (/^\d{3}X$/.test(year) ? `the ${year.slice(0, 3)}0s` : `some year in ${year}`) : year;

const monthWords = (month: string): string => MONTHS[Number(month) - 1] ?? DIVISIONS[month] ?? month;

const plain = ({ year, month, day }: Parts): string =>
  [day === null ? '' : String(Number(day)), month === null ? '' : monthWords(month), yearWords(year)]
    .filter((word) => word !== '')
    .join(' ');

const said = (parts: Parts, words: string): string =>
  `${parts.about ? 'about ' : ''}${words}${parts.unsure ? ' (uncertain)' : ''}`;

const OPEN = new Set(['', '..']);

/**
 * An EDTF date in English words, exactly as vague as it is: "14 May 2031", "May 2031", "summer 2031", "1–7 May 2031",
 * "until May 2031", "about 2031". What is not of that form is given back as it is.
 */
export const sayDate = (edtf: Edtf): string => {
  const [from, to, more] = edtf.split('/');
  if (from === undefined || more !== undefined) return edtf;
  if (to === undefined) {
    const parts = partsOf(from);
    return parts === null ? edtf : said(parts, plain(parts));
  }
  const [first, last] = [partsOf(from), partsOf(to)];
  if (OPEN.has(from.trim())) return last === null ? edtf : `until ${said(last, plain(last))}`;
  if (OPEN.has(to.trim())) return first === null ? edtf : `from ${said(first, plain(first))} on`;
  if (first === null || last === null) return edtf;
  const isBare = !(first.about || first.unsure || last.about || last.unsure);
  if (isBare && first.year === last.year && first.month !== null && last.month !== null) {
    if (first.day !== null && last.day !== null && first.month === last.month) {
      return `${Number(first.day)}–${plain(last)}`;
    }
    const { year: _, ...rest } = first;
    return `${plain({ ...rest, year: '' })} – ${plain(last)}`;
  }
  return `${said(first, plain(first))} – ${said(last, plain(last))}`;
};

/** A sentence of the case with its dates in brackets as people say them instead of EDTF. */
export const sayDatesIn = (text: string): string =>
  text.replace(/\((\d{4}[-\d/~?%.]*)\)/g, (whole, date: string) => {
    const said = sayDate(date);
    return said === '' ? whole : `(${said})`;
  });

/** Whether a date names one day without "about". */
export const isExactDay = (edtf: Edtf | null): boolean => edtf !== null && /^\d{4}-\d\d-\d\d(?:T.*)?$/.test(edtf);

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(\d+(?:\.\d+)?)Y/, 'year'],
  [/(\d+(?:\.\d+)?)M/, 'month'],
  [/(\d+(?:\.\d+)?)W/, 'week'],
  [/(\d+(?:\.\d+)?)D/, 'day'],
];
const CLOCK_UNITS: readonly (readonly [RegExp, string])[] = [
  [/(\d+(?:\.\d+)?)H/, 'hour'],
  [/(\d+(?:\.\d+)?)M/, 'minute'],
  [/(\d+(?:\.\d+)?)S/, 'second'],
];

/** An ISO 8601 duration in words: "about 5 hours", "10 years". What is not of that form is given back as it is. */
export const sayDuration = (duration: string): string => {
  const match = /^(~?)P([^T]*)(?:T(.*))?$/.exec(duration);
  if (match === null) return duration;
  const [, about, days = '', clock = ''] = match;
  const words = [
    ...UNITS.map(([pattern, unit]) => [pattern.exec(days)?.[1], unit] as const),
    ...CLOCK_UNITS.map(([pattern, unit]) => [pattern.exec(clock)?.[1], unit] as const),
  ].flatMap(([count, unit]) => (count === undefined ? [] : [`${count} ${unit}${count === '1' ? '' : 's'}`]));
  return words.length === 0 ? duration : `${about === '~' ? 'about ' : ''}${words.join(' ')}`;
};

const DURATION = /^~?P(?=[\dT])/;
const DATE = /^(?:\.\.|[\d~?])[\dXT/.~?%:Z-]*$/;

/** Whether a value of a row is a date. */
export const isDate = (text: string): boolean =>
  !DURATION.test(text) && DATE.test(text) && /\d{4}/.test(text) && edtfInterval(text) !== null;

/** A value of a row that is a date or a duration, in words: "summer 2013", "about 5 hours". Any other is given back as it is. */
export const sayTime = (text: string): string => {
  if (DURATION.test(text)) return sayDuration(text);
  return isDate(text) ? sayDate(text) : text;
};

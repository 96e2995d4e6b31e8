/** A calendar date written out in a text, as exact as the words. */
export interface StatedDate {
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:1[89]|20|21)\\d{2})(?!\\d)';

const FORMS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\d/.-])${YEAR}(?<mark>[-/.])(?<monthNumber>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d|[-/.]\\d)`,
    'gi',
  ),
  new RegExp(`\\b${WEEKDAY}${MONTH}\\s+${DAY},?\\s+${YEAR}`, 'gi'),
  new RegExp(`\\b${WEEKDAY}${DAY}(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+${YEAR}`, 'gi'),
  new RegExp(`(?<![\\d/.-])(?<first>\\d{1,2})(?<mark>[./-])(?<second>\\d{1,2})\\k<mark>${YEAR}`, 'gi'),
  new RegExp(`\\b${MONTH},?\\s+${YEAR}`, 'gi'),
];

const two = (number: number): string => String(number).padStart(2, '0');

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const toEdtf = (groups: Readonly<Record<string, string | undefined>>): string | null => {
  const year = Number(groups.year);
  if (groups.first !== undefined) {
    const [first, second] = [Number(groups.first), Number(groups.second)];
    // 03/04/2031 is March or April depending on who wrote it; with points the day stands first everywhere.
    const isDayFirst = groups.mark === '.' || first > 12 || first === second;
    if (!isDayFirst && second <= 12) return null;
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    return isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null;
  }
  const month = groups.monthNumber
    ? Number(groups.monthNumber)
    : MONTHS.indexOf((groups.month ?? '').slice(0, 3).toLowerCase()) + 1;
  if (month < 1 || month > 12) return null;
  if (groups.day === undefined) return `${year}-${two(month)}`;
  return isDay(year, month, Number(groups.day)) ? `${year}-${two(month)}-${two(Number(groups.day))}` : null;
};

/**
 * Finds the dates that state their year, in text order, never overlapping. What the words leave open is left out: a date
 * without a year, and figures like 03/04/2031 that two customs read differently. "May 2031" is the month.
 */
export const findStatedDates = (text: string): readonly StatedDate[] => {
  const found: (StatedDate | { readonly edtf: null; readonly start: number; readonly end: number })[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      // What is no date (31 April 2031) still takes its place, so that no part of it is read as another.
      found.push({ edtf: toEdtf(match.groups ?? {}), start, end });
    }
  }
  return found.filter((date): date is StatedDate => date.edtf !== null).sort((a, b) => a.start - b.start);
};

/**
 * The calendar date of a metadata value (`2031-05-02T23:30:00-05:00`, `Fri, 02 May 2031 10:00:00 GMT`, `2031-05`), as it
 * is stated: a time of day and its zone are dropped, never counted over. Null when it is no date.
 */
export const edtfFromStamp = (value: string): string | null => {
  const stamp = value.trim().slice(0, 100);
  const iso = /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T ]\d.*)?$/.exec(stamp);
  if (iso) {
    const [, year = '', month = '', day] = iso;
    if (Number(month) < 1 || Number(month) > 12 || !/^(?:1[89]|20|21)/.test(year)) return null;
    if (day === undefined) return stamp.includes('-') ? `${year}-${month}` : null;
    return isDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : null;
  }
  return findStatedDates(stamp)[0]?.edtf ?? null;
};

const TIME =
  /(?:\b(?:at|on)\s+)?\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?|[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC|Z|[A-Z]{1,4}T)\b/gi;

/** A day of the week behind the date: "5 April 2034, Wednesday". */
const WEEKDAY_BEHIND = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi;

/** The one date of a stretch that holds a date and nothing else but a day of the week and a time of day. Null otherwise. */
export const dateAlone = (text: string): StatedDate | null => {
  if (text.length > 100) return null;
  const [date, ...more] = findStatedDates(text);
  if (!date || more.length > 0) return null;
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`.replace(TIME, ' ').replace(WEEKDAY_BEHIND, ' ');
  return /[\p{L}\p{N}]/u.test(rest) ? null : date;
};

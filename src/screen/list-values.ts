import { countryNamed, type NameType } from '../text/index.ts';
import type { ListedName } from './list-entry.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const two = (digits: string): string => digits.padStart(2, '0');

const monthOf = (word: string): string | null => {
  const at = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return at === -1 ? null : two(String(at + 1));
};

/** Year, month and day as EDTF; parts that are 0 or absent are unknown. */
export const edtfOf = (year: string | undefined, month?: string, day?: string): string | null => {
  if (year === undefined || !/^[12]\d{3}$/.test(year)) return null;
  if (month === undefined || !/^(?:0?[1-9]|1[0-2])$/.test(month)) return year;
  if (day === undefined || !/^(?:0?[1-9]|[12]\d|3[01])$/.test(day)) return `${year}-${two(month)}`;
  return `${year}-${two(month)}-${two(day)}`;
};

const single = (text: string): string | null => {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$/.exec(text);
  if (iso !== null) return edtfOf(iso[1], iso[2], iso[3]);
  const worded = /^(?:(\d{1,2})[ -])?([A-Za-z]{3,9})[ -](\d{4})$/.exec(text);
  if (worded !== null) return edtfOf(worded[3], monthOf(worded[2] ?? '') ?? undefined, worded[1]);
  return null;
};

/**
 * A date as lists write it, as EDTF: "1961", "1961-05-04", "10 Dec 1948", "Dec 1948", "circa 1961", "1961 to 1963"; with slashes the
 * day stands first, or the month where `isAmerican`. Null for anything else: no date is guessed.
 */
export const dateIn = (written: string, isAmerican = false): string | null => {
  const text = written.trim().replace(/\.$/, '');
  const about = /^(?:circa|c\.?|approximately|about)\s+(.+)$/i.exec(text);
  if (about !== null) {
    const date = dateIn(about[1] ?? '', isAmerican);
    return date === null || date.includes('/') ? date : `${date}~`;
  }
  const range = /^(.+?)\s+(?:to|-|–)\s+(.+)$/.exec(text);
  if (range !== null) {
    const [from, to] = [single(range[1] ?? ''), single(range[2] ?? '')];
    return from !== null && to !== null ? `${from}/${to}` : null;
  }
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed === null) return single(text);
  return isAmerican ? edtfOf(slashed[3], slashed[1], slashed[2]) : edtfOf(slashed[3], slashed[2], slashed[1]);
};

/** Several values in one cell: "(1) Ostra. (2) Kestria." as in UK lists, or parted by "|" or ";". */
export const valuesIn = (cell: string): readonly string[] =>
  cell
    .split(/\(\d{1,2}\)|[|;]/)
    .map((value) => value.trim().replace(/[.,]$/, '').trim())
    .filter((value) => value !== '');

/** Two letters of ISO 3166 where the country is known; else the words. */
export const countryCode = (written: string): string => {
  const text = written.trim();
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  return countryNamed(text)?.toUpperCase() ?? text;
};

/** Each value once, empty ones left out, in order. */
export const once = (values: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(values.filter((value): value is string => value !== null && value !== undefined && value.trim() !== '')),
];

/** Names each once, the first kind counts; without those that have no letter or digit. */
export const namesOnce = (names: readonly ListedName[]): readonly ListedName[] => {
  const known = new Map<string, ListedName>();
  for (const { text, kind } of names) {
    const tidy = text.replace(/\s+/g, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(tidy) && !known.has(tidy)) known.set(tidy, { text: tidy, kind });
  }
  return [...known.values()];
};

/** What the word for a sort of listed thing means to us; null for what is nobody and nothing that bears a name. */
export const nameTypeOf = (schema: string): NameType | null => TYPES.get(schema.trim().toLowerCase()) ?? null;

const TYPES: ReadonlyMap<string, NameType> = new Map<string, NameType>([
  ['person', 'person'],
  ['individual', 'person'],
  ['company', 'company'],
  ['organization', 'organization'],
  ['publicbody', 'publicBody'],
  ['legalentity', 'legalEntity'],
  ['entity', 'organization'],
  ['enterprise', 'organization'],
  ['vessel', 'vessel'],
  ['ship', 'vessel'],
  ['airplane', 'asset'],
  ['aircraft', 'asset'],
  ['vehicle', 'asset'],
  ['asset', 'asset'],
]);

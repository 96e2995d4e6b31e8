import type { Claim } from '../../model/index.ts';
import { edtfInterval, spanDays } from '../../text/index.ts';

/** Days between two dates of one meeting that a slip may make; two meetings of the same people are rarely nearer. */
export const SLIP_DAYS = 4;

/** Days that a claim's date leaves open; infinite where it has none. */
export const daysOf = (claim: Claim): number =>
  claim.date === null ? Number.POSITIVE_INFINITY : (spanDays(claim.date) ?? Number.POSITIVE_INFINITY);

/** Days between two dates; 0 for consecutive days, infinite where either is open. */
export const gapDays = (a: Claim, b: Claim): number => {
  const [left, right] = [edtfInterval(a.date ?? ''), edtfInterval(b.date ?? '')];
  if (left?.start == null || left.end === null || right?.start == null || right.end === null)
    return Number.POSITIVE_INFINITY;
  return Math.max(left.start - right.end, right.start - left.end);
};

const DAY = /^\d{4}-\d\d-\d\d$/;

/** "3 March" and "13 March": one figure is missing or another. */
export const areTensApart = (a: Claim, b: Claim): boolean =>
  DAY.test(a.date ?? '') &&
  DAY.test(b.date ?? '') &&
  a.date !== b.date &&
  a.date?.slice(0, 7) === b.date?.slice(0, 7) &&
  a.date?.at(-1) === b.date?.at(-1);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?';
const MONTH = new RegExp(`\\b${NAME}\\b`, 'gi');
const DAYS = [
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${NAME}\\b`, 'gi'),
  new RegExp(`\\b${NAME}\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b`, 'gi'),
];

const monthsIn = (claim: Claim): ReadonlySet<number> => {
  const told = [...(claim.dateWords ?? '').matchAll(MONTH)].map(([, name]) =>
    MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()),
  );
  const dated = /^\d{4}-(\d\d)/.exec(claim.date ?? '')?.[1];
  return new Set(told.length > 0 || dated === undefined || claim.date?.includes('/') ? told : [Number(dated) - 1]);
};

const dayIn = (claim: Claim): number | null => {
  if (DAY.test(claim.date ?? '')) return Number(claim.date?.slice(-2));
  const days = new Set(
    DAYS.flatMap((form) => [...(claim.dateWords ?? '').matchAll(form)].map(({ groups }) => Number(groups?.day))),
  );
  return days.size === 1 ? ([...days][0] ?? null) : null;
};

/**
 * How two dates of which one has no year stand to each other by day and month alone: "On May 14" and "in late March" are two
 * occasions, "14 May" and "May 14" one day. Null where the words leave it open.
 */
export const calendarOf = (a: Claim, b: Claim): 'other' | 'near' | 'day' | 'month' | null => {
  const [one, other] = [monthsIn(a), monthsIn(b)];
  if (one.size === 0 || other.size === 0) return null;
  if (![...one].some((month) => other.has(month))) return 'other';
  if (one.size > 1 || other.size > 1) return null;
  const [left, right] = [dayIn(a), dayIn(b)];
  if (left === null || right === null) return 'month';
  if (left === right) return 'day';
  return Math.abs(left - right) < SLIP_DAYS ? 'near' : 'other';
};

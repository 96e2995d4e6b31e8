import type { Edtf } from '../../model/index.ts';
import { type DayInterval, edtfInterval } from './interval.ts';

const startOf = (interval: DayInterval): number => interval.start ?? Number.NEGATIVE_INFINITY;
const endOf = (interval: DayInterval): number => interval.end ?? Number.POSITIVE_INFINITY;

/**
 * Whether two dates may be the same time: their intervals share a day.
 *
 * @returns null when either is not a date that can be placed.
 */
export const datesOverlap = (a: Edtf, b: Edtf): boolean | null => {
  const [left, right] = [edtfInterval(a), edtfInterval(b)];
  if (left === null || right === null) return null;
  return startOf(left) < endOf(right) && startOf(right) < endOf(left);
};

/** Whether every day of `inner` is a day of `outer`. False when either cannot be placed. */
export const isDateWithin = (inner: Edtf, outer: Edtf): boolean => {
  const [small, large] = [edtfInterval(inner), edtfInterval(outer)];
  if (small === null || large === null) return false;
  return startOf(small) >= startOf(large) && endOf(small) <= endOf(large);
};

/**
 * The more exact of two dates that agree: the one that lies within the other. Never a third date made of both, since
 * that would be sharper than what anybody said.
 *
 * @returns `a` when both mean the same days; null when neither lies within the other.
 */
export const narrowerDate = (a: Edtf, b: Edtf): Edtf | null => (isDateWithin(a, b) ? a : isDateWithin(b, a) ? b : null);

/** How many days a date leaves open: 1 for a day, 28 to 31 for a month. Infinity when open; null when it cannot be placed. */
export const spanDays = (edtf: Edtf): number | null => {
  const interval = edtfInterval(edtf);
  return interval === null ? null : endOf(interval) - startOf(interval);
};

/**
 * Orders dates by their first possible day, then the more exact first, then by their text. Dates that cannot be placed
 * and null come last.
 */
export const byDate = (a: Edtf | null, b: Edtf | null): number => {
  const left = a === null ? null : edtfInterval(a);
  const right = b === null ? null : edtfInterval(b);
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (startOf(left) !== startOf(right)) return startOf(left) < startOf(right) ? -1 : 1;
  if (endOf(left) !== endOf(right)) return endOf(left) < endOf(right) ? -1 : 1;
  return (a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1;
};

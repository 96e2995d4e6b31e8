export { byDate, datesOverlap, isDateWithin, narrowerDate, spanDays } from './compare.ts';
export { type DayInterval, edtfInterval } from './interval.ts';

import type { Edtf } from '../model/index.ts';
import { edtfInterval } from '../text/index.ts';
import { sayDate } from './say-date.ts';

/** A date as it is drawn: days since 1970-01-01, `[start, end)`, null where open. */
export interface Moment {
  /** In words, as vague as it is. */
  readonly when: string;
  readonly start: number | null;
  readonly end: number | null;
  /** Said to be approximate or uncertain. */
  readonly isAbout: boolean;
}

/** A date as it is drawn; null for no date, and for one that no days can be told of. */
export const momentOf = (date: Edtf | null): Moment | null => {
  const days = date === null ? null : edtfInterval(date);
  if (date === null || days === null || (days.start === null && days.end === null)) return null;
  return { when: sayDate(date), start: days.start, end: days.end, isAbout: /[~?%]/.test(date) };
};

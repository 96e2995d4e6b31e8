/** A stretch of days since 1970-01-01 that is looked at; parts of days count. */
export interface TimeWindow {
  readonly first: number;
  readonly last: number;
}

const MS_PER_DAY = 86_400_000;
/** Nothing is told more exactly than by the day: no nearer than this. */
export const NEAREST_DAYS = 6;

/** A day as addresses and inputs have it, 2031-05-14. */
export const dayText = (day: number): string => new Date(Math.floor(day) * MS_PER_DAY).toISOString().slice(0, 10);

/** The day of such a text; null where it is none. */
export const dayOf = (text: string | undefined): number | null => {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? null : Math.round(ms / MS_PER_DAY);
};

export const dateOf = (day: number): Date => new Date(day * MS_PER_DAY);

/** The window in an address, `2031-05-01..2031-06-01`, both days included; null where there is none. */
export const windowIn = (text: unknown): TimeWindow | null => {
  const [from, to] = typeof text === 'string' ? text.split('..') : [];
  const [first, last] = [dayOf(from), dayOf(to)];
  return first === null || last === null || last < first ? null : { first, last: last + 1 };
};

export const windowText = ({ first, last }: TimeWindow): string => `${dayText(first)}..${dayText(Math.ceil(last) - 1)}`;

/** Room on both sides, and at least a fortnight, so that a single day is not stretched over the page. */
export const padded = ({ start, end }: { readonly start: number; readonly end: number }): TimeWindow => {
  const room = Math.max((end - start) * 0.03, (14 - (end - start)) / 2, 1);
  return { first: start - room, last: end + room };
};

/** A window within limits, of its own width as far as they allow. */
export const within = ({ first, last }: TimeWindow, limits: TimeWindow): TimeWindow => {
  const width = Math.min(Math.max(last - first, NEAREST_DAYS), limits.last - limits.first);
  const middle = (first + last) / 2;
  const start = Math.min(Math.max(middle - width / 2, limits.first), limits.last - width);
  return { first: start, last: start + width };
};

export const isSameWindow = (a: TimeWindow, b: TimeWindow): boolean =>
  Math.abs(a.first - b.first) + Math.abs(a.last - b.last) < (b.last - b.first) * 0.01;

/**
 * What is asked of the desk for a window: as wide as the next power of two and one such width more on both sides, so that
 * moving a little asks for nothing.
 */
export const askedFor = ({ first, last }: TimeWindow): TimeWindow => {
  const step = 2 ** Math.ceil(Math.log2(Math.max(1, last - first)));
  const start = Math.floor(first / step) * step;
  return { first: start - step, last: start + 3 * step };
};

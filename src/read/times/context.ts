import type { Edtf, Form } from '../../model/index.ts';
import { type DayNumber, dayEdtf, dayNumber, isDate, type Point, pointDay, pointEdtf, weekdayOf } from './calendar.ts';
import { type Direction, directionAt } from './direction.ts';

/** What a rule found at a place: everything of a `Time` but its id, and what later words may count from. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  readonly edtf: Edtf | null;
  readonly duration: string | null;
  readonly form: Form;
  readonly anchor: Edtf | null;
  /** The date that "a month later" in the next sentence counts from; null when it gives none. */
  readonly point: Point | null;
}

/** Farther from its date than this, "a month later" may count from something the words between name. */
const REACH = 400;

/** What is known while the times of one stretch are read. */
export class Context {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly published: Point | null;
  readonly publishedDay: DayNumber | null;
  readonly last: { readonly point: Point; readonly end: number } | null;

  constructor(
    text: string,
    stretch: { readonly start: number; readonly end: number },
    published: Point | null,
    last: { readonly point: Point; readonly end: number } | null,
  ) {
    this.text = text;
    this.from = stretch.start;
    this.to = stretch.end;
    this.published = published;
    this.publishedDay = pointDay(published);
    this.last = last;
  }

  get anchor(): Edtf | null {
    return this.published ? pointEdtf(this.published) : null;
  }

  /** The date before in the text, if near enough to count from. */
  previous(at: number): Point | null {
    return this.last && at - this.last.end <= REACH ? this.last.point : null;
  }

  direction(start: number, end: number): Direction {
    const from = Math.max(this.from, start - 240);
    const to = Math.min(this.to, end + 240);
    return directionAt(this.text.slice(from, to), start - from, end - from);
  }

  /** A past form stands within two words of the time: "met in June", "In June he said". */
  isJustPast(at: number, end: number): boolean {
    const before = /(?:[^\s]{1,24}\s){0,3}$/u.exec(this.before(at, 60))?.[0] ?? '';
    const after = /^(?:[\s,]{0,2}[^\s]{1,24}){0,2}/u.exec(this.after(end, 50))?.[0] ?? '';
    const nearest =
      directionAt(before, before.length, before.length) ??
      (/^[\s(]*(?:\p{L}+\s){0,1}$/u.test(this.before(at, 12)) ? directionAt(after, 0, 0) : null);
    return nearest === 'past';
  }

  /** Sticky match at `at`, inside the stretch. */
  match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(this.text);
    return match && at + match[0].length <= this.to ? match : null;
  }

  /** Up to `length` characters before `at`, within the stretch. */
  before(at: number, length: number): string {
    return this.text.slice(Math.max(this.from, at - length), at);
  }

  /** Up to `length` characters from `at`, within the stretch. */
  after(at: number, length: number): string {
    return this.text.slice(at, Math.min(this.to, at + length));
  }

  /** Words that state the whole date. */
  stated(start: number, end: number, edtf: Edtf | null, point: Point | null): Draft {
    return { start, end, edtf, duration: null, form: 'stated', anchor: null, point };
  }

  /** Words counted from the day of publication; without one the time is kept and not placed. */
  counted(start: number, end: number, edtf: Edtf | null, point: Point | null): Draft {
    return { start, end, edtf, duration: null, form: 'implied', anchor: edtf === null ? null : this.anchor, point };
  }
}

/** The year of a day and month without one, by the weekday given with it, else by the sentence's direction. */
export const yearOfDay = (
  context: Context,
  month: number,
  day: number,
  weekday: number | null,
  at: number,
  end: number,
): number | null => {
  const direction = context.direction(at, end);
  const { published } = context;
  if (!published || published.month === null) return null;
  const now = context.publishedDay ?? dayNumber(published.year, published.month, 15);
  let years = [published.year - 1, published.year, published.year + 1].filter((year) => isDate(year, month, day));
  if (weekday !== null) {
    const fitting = years.filter((year) => weekdayOf(dayNumber(year, month, day)) === weekday);
    // A weekday that fits no year near is a slip of the writer's: month and day still stand.
    if (fitting.length > 0) years = fitting;
  }
  const distance = (year: number): number => dayNumber(year, month, day) - now;
  // One day's grace: the report may have gone out on the other side of midnight.
  const allowed = years.filter((year) =>
    direction === 'past' ? distance(year) <= 1 : direction === 'future' ? distance(year) >= -1 : true,
  );
  const pool = allowed.length > 0 ? allowed : years;
  // As with months: a day within the next two months is hardly the one of last year, whatever far-off past form says.
  const soon = years.some((year) => distance(year) > 1 && distance(year) <= 60);
  if (direction === 'past' && soon && weekday === null && !context.isJustPast(at, end)) return null;
  return pool.sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0] ?? null;
};

/**
 * The year of a month without one: the latest such month up to publication, or from it on when the sentence looks ahead.
 *
 * A month that begins within two months after publication is the one to come in most reports, even where a past form
 * stands far off ("came to support her in June", written in May): unless a past form stands right before, it is not placed.
 */
export const yearOfMonth = (context: Context, month: number, at: number, end: number): number | null => {
  const { published } = context;
  if (!published || published.month === null) return null;
  const now = published.month;
  const direction = context.direction(at, end);
  const ahead = (month - now + 12) % 12;
  const next = month >= now ? published.year : published.year + 1;
  const before = month <= now ? published.year : published.year - 1;
  if (direction === 'later') {
    // "In July he said he would return in August": the first one after the date before it, else the nearest.
    const from = context.previous(at);
    if (from?.month) return month >= from.month ? from.year : from.year + 1;
    return ahead <= 6 ? next : before;
  }
  if (direction === 'future') return next;
  return ahead === 0 || ahead > 2 || context.isJustPast(at, end) ? before : null;
};

export const dayDraft = (context: Context, start: number, end: number, day: DayNumber | null): Draft =>
  context.counted(start, end, day === null ? null : dayEdtf(day), day === null ? null : pointOfDay(day));

export const pointOfDay = (day: DayNumber): Point => {
  const [year = 0, month = 1, date = 1] = dayEdtf(day).split('-').map(Number);
  return { year, month, day: date };
};

import { dayEdtf, dayNumber, isDate, monthEdtf, type Point, yearEdtf } from './calendar.ts';
import { type Context, type Draft, pointOfDay, yearOfDay, yearOfMonth } from './context.ts';
import { MONTHS, WEEKDAYS } from './lexicon.ts';

/** Dates of the calendar: days, months, years, and ranges of them. */

const S = String.raw`[\s\u00a0]{1,3}`;
const MONTH = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?![\p{L}\p{N}])\.?`;
const WEEKDAY = String.raw`(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)(?![\p{L}\p{N}])\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\p{N}])`;
const YEAR = String.raw`(?:1[0-9]|20|21)\d{2}(?![\p{L}\p{N}]|[.,]\d)`;
/** After a number that looks like a year: then it counts something. */
export const COUNTED =
  /^[\s\u00a0-]{0,2}(?:%|percent|per cent|people|persons|men|women|children|troops|soldiers|fighters|prisoners|euros?|dollars?|pounds?|rubles?|roubles?|yuan|yen|francs?|km|kilometers?|kilometres?|miles?|met(?:er|re)s?|feet|acres?|hectares?|tons?|tonnes?|barrels?|points?|years?|months?|days?|hours?|jobs?|members?|pages?|words?|employees|workers|homes|houses|votes?|seats?|delegates?|times|mg|kg|mph|kwh|mw|gw|degrees?|vehicles?|tanks?|drones?|missiles?|cases|deaths|million|billion|trillion)(?![\p{L}])/iu;

const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d]|[-/.]\d)/uy;
const NUMERIC = /(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\d]|[/.]\d)/uy;
const DAY_FIRST = new RegExp(
  String.raw`(?:(?<weekday>${WEEKDAY}),?${S})?(?:the${S})?(?<day>${DAY})${S}(?:of${S})?(?<month>${MONTH})(?:,?${S}(?:of${S})?(?<year>${YEAR}))?`,
  'iuy',
);
const MONTH_FIRST = new RegExp(
  String.raw`(?:(?<weekday>${WEEKDAY}),?${S})?(?<month>${MONTH})${S}(?:the${S})?(?<day>${DAY})(?![:%]|,\d{3}|\.\d|-\p{L}|${S}?[ap]\.?m\b)(?:,?${S}(?<year>${YEAR}))?`,
  'iuy',
);
const MONTH_YEAR = new RegExp(String.raw`(?<month>${MONTH}),?${S}(?:of${S})?(?<year>${YEAR})`, 'iuy');
const MONTH_ALONE = new RegExp(String.raw`(?<month>${MONTH})(?!['’]s?\s?(?:government|cabinet))`, 'iuy');
const YEAR_ALONE = new RegExp(String.raw`(?<year>${YEAR})`, 'uy');
const YEAR_RANGE = /((?:1[5-9]|20)\d{2})[-–—/]((?:(?:1[5-9]|20)\d{2})|\d{2})(?![\p{L}\p{N}]|[-–/]\d)/uy;
const SAME_MONTH_DAYS = new RegExp(
  String.raw`(?:the${S})?(?<first>${DAY})(?:\s?[-–—]\s?|${S}(?<word>to|and|until|till|through|or)${S})(?:the${S})?(?<last>${DAY})${S}(?:of${S})?(?<month>${MONTH})(?:,?${S}(?<year>${YEAR}))?`,
  'iuy',
);
const MORE_DAYS = new RegExp(
  String.raw`(?:\s?[-–—]\s?|,?${S}(?<word>to|and|until|till|through|or)${S})(?<last>${DAY})(?![:%]|,\d{3}|\.\d|-\p{L}|${S}?(?:[ap]\.?m\b|\p{Ll}{3,}s\b))(?:,?${S}(?<year>${YEAR}))?`,
  'iuy',
);

/** A date as its words give it; what they leave out is null. */
interface Atom {
  readonly end: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
  /** Numbers only, and both orders are possible: 03/04/2031. */
  readonly swapped?: boolean;
}

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number.parseInt(text, 10));
const isCapital = (text: string | undefined): boolean => text !== undefined && /^\p{Lu}/u.test(text);
const monthOf = (text: string | undefined): number | null =>
  isCapital(text) ? (MONTHS.get((text ?? '').toLowerCase().replace('.', '')) ?? null) : null;
const weekdayFrom = (text: string | undefined): number | null =>
  isCapital(text) ? (WEEKDAYS.get((text ?? '').toLowerCase().replace('.', '')) ?? null) : null;

/** True where figures go on to the left ("1,500", "3-2", "$20", "A4"): no date begins there. */
export const isInsideNumber = (context: Context, at: number): boolean =>
  /[\p{N}\p{L}$€£¥#№][.,:/-]?$|[$€£¥#№-]\s?$/u.test(context.before(at, 3));

/** A full stop of an abbreviated month may be the sentence's own: it is kept only when something of the date follows. */
const trimmed = (context: Context, start: number, end: number): number => {
  const words = context.text.slice(start, end);
  return /\.$/u.test(words) && !/\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/iu.test(words) ? end - 1 : end;
};

const readNumeric = (context: Context, at: number): Atom | null => {
  const iso = context.match(ISO, at);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[3]), Number(iso[4])];
    return year >= 1000 && isDate(year, month, day)
      ? { end: at + iso[0].length, year, month, day, weekday: null }
      : null;
  }
  const numeric = context.match(NUMERIC, at);
  if (!numeric) return null;
  const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
  const end = at + numeric[0].length;
  const atom = (month: number, day: number): Atom => ({ end, year, month, day, weekday: null });
  const dayFirst = isDate(year, second, first);
  const monthFirst = isDate(year, first, second);
  if (year < 1500 || (!dayFirst && !monthFirst)) return null;
  // With full stops the day stands first wherever dates are written so.
  if (numeric[2] === '.') return dayFirst ? atom(second, first) : null;
  if (first === second || !monthFirst) return atom(second, first);
  if (!dayFirst) return atom(first, second);
  const now = context.publishedDay;
  const ahead = context.direction(at, end) === 'future';
  const near = (month: number, day: number): boolean => {
    const distance = now === null ? Number.NaN : dayNumber(year, month, day) - now;
    return !ahead && distance <= 0 && distance >= -45;
  };
  if (near(second, first) && !near(first, second)) return { ...atom(second, first), swapped: true };
  if (near(first, second) && !near(second, first)) return { ...atom(first, second), swapped: true };
  return { end, year, month: null, day: null, weekday: null, swapped: true };
};

const readDay = (context: Context, at: number): Atom | null => {
  const numeric = readNumeric(context, at);
  if (numeric) return numeric;
  const match = context.match(MONTH_FIRST, at) ?? context.match(DAY_FIRST, at);
  if (!match?.groups) return null;
  const month = monthOf(match.groups['month']);
  const day = numberOf(match.groups['day']);
  const weekdayWords = match.groups['weekday'];
  if (month === null || day === null || (weekdayWords !== undefined && weekdayFrom(weekdayWords) === null)) return null;
  let end = at + match[0].length;
  let year = numberOf(match.groups['year']);
  if (year !== null && COUNTED.test(context.after(end, 24))) {
    end = at + match[0].replace(/,?[\s\u00a0]*(?:of\s)?\d{4}$/u, '').length;
    year = null;
  }
  if (!isDate(year, month, day)) return null;
  // "In March 20 people died": after "in" no day follows a month.
  if (
    year === null &&
    /^\p{L}/u.test(match[0]) &&
    /\bin\s$/iu.test(context.before(at, 4)) &&
    /^\s\p{Ll}/u.test(context.after(end, 2))
  )
    return null;
  return { end: trimmed(context, at, end), year, month, day, weekday: weekdayFrom(weekdayWords) };
};

const dayNumberOf = (
  context: Context,
  start: number,
  atom: Atom,
  year: number | null,
): { day: number; year: number } | null => {
  if (atom.month === null || atom.day === null) return null;
  const resolved = atom.year ?? year ?? yearOfDay(context, atom.month, atom.day, atom.weekday, start, atom.end);
  return resolved === null || !isDate(resolved, atom.month, atom.day)
    ? null
    : { day: dayNumber(resolved, atom.month, atom.day), year: resolved };
};

const draftOf = (
  context: Context,
  start: number,
  end: number,
  stated: boolean,
  edtf: string | null,
  point: Point | null,
): Draft => (stated ? context.stated(start, end, edtf, point) : context.counted(start, end, edtf, point));

/** "May 3-5", "April 2 and 3", "5-7 June 2031", "May 3 to June 5": one draft, or two for days that do not follow each other. */
const readDayRange = (context: Context, at: number): Draft[] | null => {
  const days = context.match(SAME_MONTH_DAYS, at);
  const sameMonth = days?.groups ? monthOf(days.groups['month']) : null;
  if (days?.groups && sameMonth !== null) {
    const end = trimmed(context, at, at + days[0].length);
    const year = numberOf(days.groups['year']);
    return joinDays(
      context,
      at,
      end,
      sameMonth,
      numberOf(days.groups['first']) ?? 0,
      numberOf(days.groups['last']) ?? 0,
      year,
      null,
      days.groups['word'],
    );
  }
  const first = readDay(context, at);
  if (!first || first.month === null || first.day === null) return null;
  const more = first.year === null ? context.match(MORE_DAYS, first.end) : null;
  const last = numberOf(more?.groups?.['last']);
  // "May 2 to 4 p.m." and "2 May and 14 ministers" are no ranges; the pattern refuses them.
  if (
    more?.groups &&
    last !== null &&
    /^\p{L}/u.test(context.text.slice(at, at + 1)) &&
    monthOfFollowing(context, first.end + more[0].length) === null
  ) {
    const year = numberOf(more.groups['year']);
    const end = first.end + more[0].length;
    return joinDays(context, at, end, first.month, first.day, last, year, first.end, more.groups['word']);
  }
  const joint = /[\s\u00a0]?(?:[-–—]|to|until|till|through)[\s\u00a0]/iuy;
  const link = context.match(joint, first.end);
  const second = link ? readDay(context, first.end + link[0].length) : null;
  if (!second || second.month === null) return null;
  const b = dayNumberOf(context, at, second, null);
  const a = dayNumberOf(context, at, first, b?.year ?? null);
  const from = a && b && a.day > b.day && first.year === null ? a.day - 365 : a?.day;
  return from !== undefined && b && from <= b.day
    ? [draftOf(context, at, second.end, second.year !== null, `${dayEdtf(from)}/${dayEdtf(b.day)}`, pointOfDay(b.day))]
    : [draftOf(context, at, second.end, false, null, null)];
};

const monthOfFollowing = (context: Context, at: number): number | null => {
  const following = /[\s\u00a0]{1,2}(?:of\s)?([\p{L}]{3,9})/uy;
  return monthOf(context.match(following, at)?.[1]);
};

const joinDays = (
  context: Context,
  start: number,
  end: number,
  month: number,
  first: number,
  last: number,
  year: number | null,
  firstEnd: number | null,
  word: string | undefined,
): Draft[] | null => {
  if (first >= last || !isDate(year, month, last)) return null;
  const resolved = year ?? yearOfDay(context, month, last, null, start, end);
  const at = (day: number): string | null => (resolved === null ? null : dayEdtf(dayNumber(resolved, month, day)));
  const point = (day: number): Point | null => (resolved === null ? null : { year: resolved, month, day });
  const apart = /^(?:and|or)$/iu.test(word ?? '') && last - first > 1;
  if (apart && /\bbetween\s(?:the\s)?$/iu.test(context.before(start, 14)) === false) {
    const words = context.text.slice(start, end);
    const split = firstEnd ?? start + (/^(?:the\s)?\S+/iu.exec(words)?.[0].length ?? 0);
    const secondStart = start + words.search(/(?:and|or)[\s\u00a0]/iu) + (word?.length ?? 3) + 1;
    return [
      draftOf(context, start, split, year !== null, at(first), point(first)),
      draftOf(context, secondStart, end, year !== null, at(last), point(last)),
    ];
  }
  const edtf = resolved === null ? null : `${at(first)}/${at(last)}`;
  return [draftOf(context, start, end, year !== null, edtf, point(last))];
};

/** A date with a day, or a range of such dates; null when none begins at `at`. */
export const readDayDate = (context: Context, at: number): Draft[] | null => {
  if (isInsideNumber(context, at)) return null;
  const range = readDayRange(context, at);
  if (range) return range;
  const atom = readDay(context, at);
  if (!atom) return null;
  const found = dayNumberOf(context, at, atom, null);
  const stated = atom.year !== null && !(atom.swapped && atom.month !== null);
  const draft = draftOf(
    context,
    at,
    atom.end,
    stated,
    found ? dayEdtf(found.day) : null,
    found ? pointOfDay(found.day) : null,
  );
  return [draft];
};

/** Names of months that are also first names or verbs: they need a preposition of time in front. */
const ALSO_WORDS: ReadonlySet<number> = new Set([3, 4, 5, 6, 8]);
const LEADS =
  /(?:^|[\s(])(?:in|since|until|till|last|next|this|early|late|mid|mid-|during|throughout|of|by|from|between|to|and|every|previous|following|coming|back in|beginning of|end of|start of|middle of)[\s\u00a0]?$/iu;
const FIRM_LEADS =
  /(?:^|[\s(])(?:in|since|until|till|last|next|this|early|late|mid|mid-|during|throughout|(?:beginning|end|start|middle|half) of)[\s\u00a0]?$/iu;

/** "May 2031", "in October", "since March", "from March to May"; null when none begins at `at`. */
export const readMonthDate = (context: Context, at: number, led = false): Draft[] | null => {
  // A day of the month stands before it that the calendar does not have.
  if (/\d(?:st|nd|rd|th)?\s(?:of\s)?$/u.test(context.before(at, 8))) return null;
  const withYear = context.match(MONTH_YEAR, at);
  const dated = monthOf(withYear?.groups?.['month']);
  const year = numberOf(withYear?.groups?.['year']);
  if (withYear && dated !== null && year !== null && !COUNTED.test(context.after(at + withYear[0].length, 24))) {
    return [context.stated(at, at + withYear[0].length, monthEdtf(year, dated), { year, month: dated, day: null })];
  }
  const alone = context.match(MONTH_ALONE, at);
  const words = alone?.groups?.['month'];
  const month = monthOf(words);
  if (!alone || month === null || words === undefined) return null;
  const short = words.replace('.', '').length <= 4 && !/^(?:May|June|July)$/iu.test(words);
  const before = context.before(at, 16);
  const next = context.after(at + alone[0].length, 24);
  const name = ALSO_WORDS.has(month) || short;
  if (!led && name && !FIRM_LEADS.test(before)) return null;
  // "in June Carter's house", "since May took office", MAY in a line of capitals.
  if (name && /^\s\p{Lu}\p{Ll}/u.test(next) && !/^\s(?:The|A|In|He|She|It|They|We|President|Prime)\b/u.test(next))
    return null;
  if (
    month === 5 &&
    (/^['’]/u.test(next) ||
      /^\s(?:took|became|was|said|has|had|will|would|be|have|not|also|resigned|called|announced|told)\b/u.test(next))
  )
    return null;
  if (
    /^[\p{Lu}]{3,}$/u.test(words) &&
    !/^(?:IN|SINCE|LAST|NEXT|UNTIL|EARLY|LATE)\s?$/u.test(before.trim().split(/\s/u).at(-1) ?? '')
  )
    return null;
  if (
    month === 3 &&
    /^\s(?:on|to|of|for|against|through|by|past|toward)\b/iu.test(next) &&
    !led &&
    !FIRM_LEADS.test(before)
  )
    return null;
  if (!led && !name && !LEADS.test(before) && /^\s\p{Lu}/u.test(next) && !/['’]s$/u.test(words)) {
    // "October Revolution", "September Group": part of a name.
    return null;
  }
  const end = trimmed(context, at, at + alone[0].length);
  const relation = /\b(last|next|this)\s$/iu.exec(before)?.[1]?.toLowerCase();
  const now = context.published;
  let resolved = yearOfMonth(context, month, at, end);
  if (relation && now?.month) {
    if (relation === 'last') resolved = month < now.month ? now.year : now.year - 1;
    if (relation === 'next') resolved = month > now.month ? now.year : now.year + 1;
    if (relation === 'this') resolved = now.year;
  }
  const start = relation ? at - relation.length - 1 : at;
  const point = resolved === null ? null : { year: resolved, month, day: null };
  return [context.counted(start, end, point ? monthEdtf(point.year, month) : null, point)];
};

const YEAR_LEADS =
  /(?:^|[\s(“"'‘—–-])(?:in|since|of|by|until|till|from|during|after|before|throughout|early|late|mid|mid-|between|around|circa|through|back in|year|years|autumn|spring|summer|winter|fall|for|and|to|or)[\s\u00a0-]?$/iu;

/** "in 2022", "the 2014 treaty", "2019-21"; null when none begins at `at`. */
export const readYearDate = (context: Context, at: number, led = false): Draft[] | null => {
  if (!led && isInsideNumber(context, at)) return null;
  const before = context.before(at, 14);
  const range = context.match(YEAR_RANGE, at);
  if (range) {
    const first = Number(range[1]);
    const second = range[2]?.length === 2 ? Math.floor(first / 100) * 100 + Number(range[2]) : Number(range[2]);
    if (second > first && second - first < 150 && !COUNTED.test(context.after(at + range[0].length, 24)))
      return [
        context.stated(at, at + range[0].length, `${yearEdtf(first)}/${yearEdtf(second)}`, {
          year: second,
          month: null,
          day: null,
        }),
      ];
    return null;
  }
  const match = context.match(YEAR_ALONE, at);
  const year = numberOf(match?.groups?.['year']);
  if (!match || year === null || year < 1500) return null;
  const end = at + match[0].length;
  const after = context.after(end, 24);
  if (COUNTED.test(after) || /^[-–/:]\d|^\s?[%°]|^,\d{3}/u.test(after)) return null;
  const bracketed = /\($/u.test(before) && /^\)/u.test(after);
  // "the 2014 treaty": the year stands as an adjective. A round number there more often counts.
  const adjective =
    /\b(?:the|a|an|its|his|her|their|this)\s$/iu.test(before) && /^\s\p{L}{3,}/u.test(after) && year % 100 !== 0;
  const weak =
    /\b(?:for|and|to|or|of|from|by|around|through)[\s\u00a0]$/iu.test(before) &&
    (year < 1800 || (year % 100 === 0 && year !== 2000) || /^\s\p{Ll}{3,}s\b/u.test(after));
  if (!led && !bracketed && !adjective && (!YEAR_LEADS.test(before) || weak)) return null;
  return [context.stated(at, end, yearEdtf(year), { year, month: null, day: null })];
};

import {
  addMonths,
  type DayNumber,
  dayEdtf,
  mondayOf,
  monthEdtf,
  type Point,
  pointDay,
  pointEdtf,
  weekdayOf,
  yearEdtf,
} from './calendar.ts';
import { type Context, type Draft, dayDraft, pointOfDay } from './context.ts';
import type { Direction } from './direction.ts';
import { readNumber, SEASONS, type Unit, unitOf, WEEKDAYS } from './lexicon.ts';

const isAhead = (direction: Direction): boolean => direction === 'future' || direction === 'later';

/** Times counted from the day of publication or from the date before in the text. */

const S = String.raw`[\s\u00a0]{1,3}`;
const PART = String.raw`(?:${S}(?:early${S}|late${S})?(?:morning|afternoon|evening|night|lunchtime))?`;
const WEEKDAY = String.raw`(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![\p{L}\p{N}])`;

const WEEKDAY_TIME = new RegExp(
  String.raw`(?:(?<relation>last|next|this|this${S}coming|this${S}past|the${S}following|the${S}previous)${S})?(?<day>${WEEKDAY})${PART}(?:${S}(?:of${S})?(?<week>last|next|this)${S}week)?`,
  'iuy',
);
/** Days with a name of their own, and names that begin or end with a weekday. */
const NAMED_BEFORE =
  /\b(?:Black|Good|Cyber|Super|Bloody|Ash|Holy|Palm|Easter|Shrove|Giving|Fat|Red|Boxing|Man|Ruby|Wednesday|The)\s$/u;
const NAMED_AFTER =
  /^\s(?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Review|Business|Prayers?|Club|Group|Night (?:Live|Football)|Addams|School)\b/u;

const readWeekday = (context: Context, at: number): Draft | null => {
  const match = context.match(WEEKDAY_TIME, at);
  const words = match?.groups?.['day'];
  if (!match || !words || !/^\p{Lu}/u.test(words)) return null;
  const weekday = WEEKDAYS.get(words.toLowerCase());
  const end = at + match[0].length;
  if (
    weekday === undefined ||
    NAMED_BEFORE.test(context.before(at, 12)) ||
    NAMED_AFTER.test(context.after(at + match[0].length, 16))
  )
    return null;
  const relation = match.groups?.['relation']?.toLowerCase().replace(/\s+/gu, ' ') ?? null;
  const week = match.groups?.['week']?.toLowerCase() ?? null;
  if (relation?.startsWith('the ')) {
    const from = pointDay(context.previous(at));
    const step =
      from === null
        ? null
        : relation === 'the following'
          ? ((weekday - weekdayOf(from) + 6) % 7) + 1
          : -(((weekdayOf(from) - weekday + 6) % 7) + 1);
    return from === null || step === null
      ? context.counted(at, end, null, null)
      : fromDate(context, at, end, dayEdtf(from + step), pointOfDay(from + step), pointOfDay(from));
  }
  const now = context.publishedDay;
  if (now === null) return dayDraft(context, at, end, null);
  const monday = mondayOf(now);
  if (week) return dayDraft(context, at, end, monday + weekday + (week === 'last' ? -7 : week === 'next' ? 7 : 0));
  const before = now - (((weekdayOf(now) - weekday + 6) % 7) + 1);
  const ahead = now + (((weekday - weekdayOf(now) + 6) % 7) + 1);
  switch (relation) {
    case 'this past':
      return dayDraft(context, at, end, before);
    case 'this coming':
      return dayDraft(context, at, end, ahead);
    case 'this':
      return dayDraft(context, at, end, monday + weekday);
    case 'last':
      // In the same week some mean the day just gone, others the week before: both ends are kept.
      return before < monday
        ? dayDraft(context, at, end, before)
        : context.counted(at, end, `${dayEdtf(before - 7)}/${dayEdtf(before)}`, null);
    case 'next':
      return ahead >= monday + 7
        ? dayDraft(context, at, end, ahead)
        : context.counted(at, end, `${dayEdtf(ahead)}/${dayEdtf(ahead + 7)}`, null);
    default: {
      const same = weekdayOf(now) === weekday;
      const day = same ? now : isAhead(context.direction(at, end)) ? ahead : before;
      return dayDraft(context, at, end, day);
    }
  }
};

const DAY_WORDS: readonly (readonly [RegExp, number])[] = [
  [/the day before yesterday(?![\p{L}])/iuy, -2],
  [/the day after tomorrow(?![\p{L}])/iuy, 2],
  [new RegExp(String.raw`yesterday${PART}(?![\p{L}])`, 'iuy'), -1],
  [new RegExp(String.raw`tomorrow${PART}(?![\p{L}])`, 'iuy'), 1],
  [/(?:tonight|this (?:morning|afternoon|evening))(?![\p{L}])/iuy, 0],
  [/last night(?![\p{L}])/iuy, -1],
  [/(?:earlier |later )?today(?![\p{L}]|['’]s (?:world|society|standards|market|generation|technology|economy))/iuy, 0],
];

const readDayWord = (context: Context, at: number): Draft | null => {
  for (const [pattern, shift] of DAY_WORDS) {
    const match = context.match(pattern, at);
    if (!match) continue;
    // "USA Today", "Ostra Today": a name.
    if (/^[TY]/u.test(match[0]) && /\p{Lu}[\p{L}.]*\s$/u.test(context.before(at, 12))) return null;
    return dayDraft(
      context,
      at,
      at + match[0].length,
      context.publishedDay === null ? null : context.publishedDay + shift,
    );
  }
  return null;
};

const SPANS = new RegExp(
  String.raw`(?:(?<side>earlier|later|early|late|sometime|already)${S})?(?<relation>this|last|next|(?:the${S})?coming)${S}(?<unit>week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter)(?![\p{L}\p{N}-])`,
  'iuy',
);
const WEEKEND = /(?:over|at|during|on|by) the weekend(?! (?:of|after|before)\b)(?![\p{L}])/iuy;

const readSpan = (context: Context, at: number): Draft | null => {
  const weekend = context.match(WEEKEND, at);
  if (weekend) return readWeekend(context, at, at + weekend[0].length, 'the');
  const match = context.match(SPANS, at);
  if (!match?.groups) return null;
  const end = at + match[0].length;
  const unit = (match.groups['unit'] ?? '').toLowerCase();
  const side = match.groups['side']?.toLowerCase() ?? null;
  const relation = (match.groups['relation'] ?? '').toLowerCase();
  const shift = relation === 'last' ? -1 : relation === 'this' ? 0 : 1;
  if (unit === 'weekend') return readWeekend(context, at, end, relation);
  const now = context.published;
  const day = context.publishedDay;
  if (SEASONS.has(unit)) return readSeasonOf(context, at, end, unit, shift);
  if (!now) return context.counted(at, end, null, null);
  const sided = (first: DayNumber, last: DayNumber, whole: string, point: Point): Draft => {
    if (shift === 0 && day !== null && side === 'earlier')
      return first < day
        ? context.counted(at, end, `${dayEdtf(first)}/${dayEdtf(day)}`, null)
        : context.counted(at, end, null, null);
    if (shift === 0 && day !== null && side === 'later')
      return day < last
        ? context.counted(at, end, `${dayEdtf(day)}/${dayEdtf(last)}`, null)
        : context.counted(at, end, null, null);
    return context.counted(at, end, whole, point);
  };
  switch (unit) {
    case 'week': {
      if (day === null) return context.counted(at, end, null, null);
      const monday = mondayOf(day) + shift * 7;
      return {
        ...sided(monday, monday + 6, `${dayEdtf(monday)}/${dayEdtf(monday + 6)}`, pointOfDay(monday)),
        point: null,
      };
    }
    case 'month': {
      if (now.month === null) return context.counted(at, end, null, null);
      const { year, month } = addMonths(now.year, now.month, shift);
      const next = addMonths(year, month, 1);
      const first = pointDay({ year, month, day: 1 }) ?? 0;
      return sided(first, (pointDay({ ...next, day: 1 }) ?? 0) - 1, monthEdtf(year, month), { year, month, day: null });
    }
    case 'quarter': {
      if (now.month === null) return context.counted(at, end, null, null);
      const index = now.year * 4 + Math.floor((now.month - 1) / 3) + shift;
      return context.counted(at, end, `${yearEdtf(Math.floor(index / 4))}-${33 + (index % 4)}`, null);
    }
    case 'year': {
      const year = now.year + shift;
      return sided(
        pointDay({ year, month: 1, day: 1 }) ?? 0,
        pointDay({ year, month: 12, day: 31 }) ?? 0,
        yearEdtf(year),
        { year, month: null, day: null },
      );
    }
    case 'decade':
      return context.counted(at, end, `${Math.floor(now.year / 10) + shift}X`, null);
    default:
      return context.counted(at, end, `${Math.floor(now.year / 100) + shift}XX`, null);
  }
};

const readWeekend = (context: Context, at: number, end: number, relation: string): Draft => {
  const now = context.publishedDay;
  if (now === null) return context.counted(at, end, null, null);
  const own = mondayOf(now) + 5;
  const ahead = isAhead(context.direction(at, end));
  let saturday = own;
  if (relation === 'last' || (relation === 'the' && !ahead && now < own)) saturday = own - 7;
  else if (relation === 'next') saturday = own + 7;
  else if (relation === 'this' && !ahead && weekdayOf(now) < 2) saturday = own - 7;
  return context.counted(at, end, `${dayEdtf(saturday)}/${dayEdtf(saturday + 1)}`, pointOfDay(saturday));
};

/** Winter goes over the turn of the year, and EDTF has one code for it: it is written as its three months. */
const seasonEdtf = (year: number, season: number): string =>
  season === 24 ? `${monthEdtf(year - 1, 12)}/${monthEdtf(year, 2)}` : `${yearEdtf(year)}-${season}`;
const SEASON_MONTHS: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 };

const readSeasonOf = (context: Context, at: number, end: number, word: string, shift: number): Draft => {
  const season = SEASONS.get(word) ?? 0;
  const now = context.published;
  if (!now || now.month === null) return context.counted(at, end, null, null);
  const first = SEASON_MONTHS[season] ?? 1;
  // The season of this name whose first month is the latest begun; winter counts to the year it ends in.
  const begun = now.month >= first ? now.year : now.year - 1;
  const inside = addMonths(begun, first, 3);
  const running = now.year * 12 + now.month < inside.year * 12 + inside.month;
  let year = begun;
  if (shift === 0 && !running)
    year = context.direction(at, end) === 'past' && begun === now.year ? begun : begun === now.year ? begun : begun + 1;
  if (shift < 0 && running) year = begun - 1;
  if (shift > 0) year = begun + 1;
  return context.counted(at, end, seasonEdtf(season === 24 ? year + 1 : year, season), null);
};

const SEASON_YEAR =
  /(?:the[\s\u00a0])?(?<season>spring|summer|autumn|fall|winter)[\s\u00a0](?:of[\s\u00a0])?(?<year>(?:1[5-9]|20)\d{2})(?![\p{L}\p{N}-])/iuy;
const IN_SEASON =
  /(?<lead>(?:in|during|over|since|until|throughout|by)[\s\u00a0](?:the[\s\u00a0](?:early[\s\u00a0]|late[\s\u00a0])?)?)(?<season>spring|summer|autumn|fall|winter)(?![\p{L}\p{N}-]|['’]s|[\s\u00a0](?:of|break|house|palace|camp|games|olympics|time|school|wheat|sale|fashion))/iuy;
const QUARTER =
  /(?:the[\s\u00a0])?(?:Q(?<figure>[1-4])|(?<ordinal>first|second|third|fourth|last|final)[\s\u00a0-]quarter)[\s\u00a0](?:of[\s\u00a0]|in[\s\u00a0])?(?<year>(?:1[5-9]|20)\d{2}|this year|last year|next year)(?![\p{L}\p{N}])/iuy;
const HALF =
  /(?:the[\s\u00a0])?(?:H(?<figure>[12])|(?<ordinal>first|second)[\s\u00a0]half)[\s\u00a0](?:of[\s\u00a0])?(?<year>(?:1[5-9]|20)\d{2})(?![\p{L}\p{N}])/iuy;
const DECADE = /(?<year>(?:1[5-9]|20)\d)0s(?![\p{L}\p{N}])/iuy;
const SHORT_DECADE = /the (?:(?:early|late|mid|mid-)[\s-])?['’‘]?(?<tens>[1-9])0s(?![\p{L}\p{N}])/iuy;
const WORD_DECADE =
  /the (?:(?:early|late|mid|mid-)[\s-])?(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?![\p{L}\p{N}])/iuy;
const DECADE_WORDS = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const CENTURY = /(?:the[\s\u00a0])?(?<number>\d{1,2})(?:st|nd|rd|th)[\s\u00a0-]century(?! BC)(?![\p{L}])/iuy;
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** Seasons, quarters, halves, decades and centuries. */
export const readPeriod = (context: Context, at: number): Draft | null => {
  const season = context.match(SEASON_YEAR, at);
  if (season?.groups) {
    const year = Number(season.groups['year']);
    const edtf = `${yearEdtf(year)}-${SEASONS.get((season.groups['season'] ?? '').toLowerCase()) ?? 21}`;
    return context.stated(at, at + season[0].length, edtf, null);
  }
  const quarter = context.match(QUARTER, at);
  if (quarter?.groups) {
    const words = (quarter.groups['year'] ?? '').toLowerCase();
    const own = /^\d/u.test(words);
    const year = own
      ? Number(words)
      : context.published
        ? context.published.year + (words.startsWith('last') ? -1 : words.startsWith('next') ? 1 : 0)
        : null;
    const ordinal = (quarter.groups['ordinal'] ?? '').toLowerCase();
    const index = quarter.groups['figure']
      ? Number(quarter.groups['figure']) - 1
      : /last|final/u.test(ordinal)
        ? 3
        : ORDINALS.indexOf(ordinal);
    const edtf = year === null ? null : `${yearEdtf(year)}-${33 + index}`;
    const end = at + quarter[0].length;
    return own ? context.stated(at, end, edtf, null) : context.counted(at, end, edtf, null);
  }
  const half = context.match(HALF, at);
  if (half?.groups) {
    const year = Number(half.groups['year']);
    const first = half.groups['figure'] === '1' || (half.groups['ordinal'] ?? '').toLowerCase() === 'first';
    return context.stated(
      at,
      at + half[0].length,
      first ? `${monthEdtf(year, 1)}/${monthEdtf(year, 6)}` : `${monthEdtf(year, 7)}/${monthEdtf(year, 12)}`,
      null,
    );
  }
  const decade = context.match(DECADE, at);
  if (decade?.groups && !/[\p{N}\p{L}.,$€£-]$/u.test(context.before(at, 1)))
    return context.stated(at, at + decade[0].length, `${decade.groups['year']}X`, null);
  const short = context.match(SHORT_DECADE, at) ?? context.match(WORD_DECADE, at);
  if (short?.groups) return readShortDecade(context, at, short);
  const century = context.match(CENTURY, at);
  const number = Number(century?.groups?.['number']);
  if (century && number >= 11 && number <= 22)
    return context.stated(at, at + century[0].length, `${number - 1}XX`, null);
  const bare = context.match(IN_SEASON, at);
  if (bare?.groups) {
    const word = (bare.groups['season'] ?? '').toLowerCase();
    // "in fall", "by spring" without "the" may be verbs or names; "in summer" speaks of every summer.
    if (!/the\s/iu.test(bare.groups['lead'] ?? '')) return null;
    const draft = readSeasonOf(
      context,
      at + bare[0].length - word.length,
      at + bare[0].length,
      word,
      isAhead(context.direction(at, at + bare[0].length)) ? 1 : 0,
    );
    return draft;
  }
  return null;
};

const readShortDecade = (context: Context, at: number, match: RegExpExecArray): Draft | null => {
  const sentence = `${context.before(at, 100)} ${context.after(at, 100)}`;
  if (/\b(?:temperatures?|degrees|weather|highs|lows|scored|shot|percent|in (?:his|her|their) )\b|°/iu.test(sentence))
    return null;
  const word = match.groups?.['word']?.toLowerCase();
  const tens = word ? DECADE_WORDS.indexOf(word) + 2 : Number(match.groups?.['tens']);
  const now = context.published?.year ?? null;
  const century = now === null ? null : Math.floor(now / 100);
  const fits = century !== null && now !== null && century * 100 + tens * 10 <= now;
  const edtf = century === null ? null : `${fits ? century : century - 1}${tens}X`;
  return context.counted(at, at + match[0].length, edtf, null);
};

const fromDate = (
  context: Context,
  start: number,
  end: number,
  edtf: string | null,
  point: Point | null,
  anchor: Point | null,
): Draft => ({
  ...context.counted(start, end, edtf, point),
  anchor: edtf === null || anchor === null ? null : pointEdtf(anchor),
});

/** A point moved by whole units, as exactly as both allow; null when the point is coarser than the unit. */
export const shiftPoint = (
  point: Point,
  amount: number,
  unit: Unit,
): { readonly edtf: string; readonly point: Point } | null => {
  const day = pointDay(point);
  const days = unit === 'day' || unit === 'night' ? 1 : unit === 'week' ? 7 : unit === 'fortnight' ? 14 : null;
  if (days !== null) {
    if (day === null || !Number.isInteger(amount)) return null;
    const moved = day + amount * days;
    return { edtf: `${dayEdtf(moved)}${days === 1 ? '' : '~'}`, point: pointOfDay(moved) };
  }
  if (unit === 'hour' || unit === 'minute')
    return day === null
      ? null
      : Math.abs(amount) <= (unit === 'hour' ? 6 : 360)
        ? { edtf: `${dayEdtf(day)}~`, point }
        : null;
  if (unit === 'month') {
    if (point.month === null || !Number.isInteger(amount)) return null;
    const { year, month } = addMonths(point.year, point.month, amount);
    return { edtf: `${monthEdtf(year, month)}~`, point: { year, month, day: null } };
  }
  const years = unit === 'year' ? 1 : unit === 'decade' ? 10 : unit === 'century' ? 100 : null;
  if (years === null) return null;
  const year = Math.round(point.year + amount * years);
  return year < 1000 || year > 2999 ? null : { edtf: `${yearEdtf(year)}~`, point: { year, month: null, day: null } };
};

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.5)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|an?|half an?|several|many|some|a few|few|a couple of|couple of|dozens of|a dozen|(?:a )?hundred)`;
const UNIT = String.raw`(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|fortnights?|nights?)`;
const APART = new RegExp(
  String.raw`(?:(?:just|only|about|around|nearly|almost|over|more${S}than|some|roughly|approximately|barely|less${S}than)${S})?(?<number>${NUMBER})${S}(?<unit>${UNIT})${S}(?<side>ago|later|earlier|before|prior|previously|afterwards?|after|on)(?![\p{L}])`,
  'iuy',
);
const BARE_APART = new RegExp(
  String.raw`(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)${S}(?<side>ago|later|earlier|before|after|afterwards)(?![\p{L}])`,
  'iuy',
);

const readApart = (context: Context, at: number): Draft | null => {
  const match = context.match(APART, at) ?? context.match(BARE_APART, at);
  if (!match?.groups) return null;
  const end = at + match[0].length;
  const unit = unitOf(match.groups['unit'] ?? '');
  const side = (match.groups['side'] ?? '').toLowerCase();
  if (!unit || (side === 'on' && !isClauseEnd(context, end))) return null;
  const amount = match.groups['number'] ? readNumber(match.groups['number']) : null;
  const nowhere = context.counted(at, end, null, null);
  if (side === 'ago') {
    if (amount === null || !context.published) return nowhere;
    const moved = shiftPoint(context.published, -amount, unit);
    return moved ? context.counted(at, end, moved.edtf, moved.point) : nowhere;
  }
  // "two days after the summit" counts from an event, whose date is not known here.
  if (/^(?:before|after|prior|previously|on)$/u.test(side) && !isClauseEnd(context, end)) return nowhere;
  const anchor = context.previous(at);
  if (amount === null || !anchor) return nowhere;
  const back = /^(?:earlier|before|prior|previously)$/u.test(side);
  const moved = shiftPoint(anchor, back ? -amount : amount, unit);
  return moved ? fromDate(context, at, end, moved.edtf, moved.point, anchor) : nowhere;
};

const isClauseEnd = (context: Context, end: number): boolean =>
  /^\s?(?:$|[.,;:!?)—–\n"”’]|(?:and|but|when|in|at|with|that)\b)/u.test(context.after(end, 8));

const SAME =
  /(?:(?:later|earlier|late|early)[\s\u00a0])?(?:(?:on|in)[\s\u00a0](?=that))?(?<which>the[\s\u00a0]same|that(?:[\s\u00a0]same)?|the[\s\u00a0](?:following|next|previous|preceding))[\s\u00a0](?<unit>day|morning|afternoon|evening|night|week|month|year)(?![\p{L}'’-])/iuy;
const DAY_BESIDE = /the[\s\u00a0]day[\s\u00a0](?<side>before|after)(?![\p{L}])/iuy;

const readSame = (context: Context, at: number): Draft | null => {
  const beside = context.match(DAY_BESIDE, at);
  if (beside?.groups) {
    const end = at + beside[0].length;
    const anchor = context.previous(at);
    const moved =
      isClauseEnd(context, end) && anchor
        ? shiftPoint(anchor, beside.groups['side']?.toLowerCase() === 'before' ? -1 : 1, 'day')
        : null;
    return moved ? fromDate(context, at, end, moved.edtf, moved.point, anchor) : context.counted(at, end, null, null);
  }
  const match = context.match(SAME, at);
  if (!match?.groups) return null;
  const which = (match.groups['which'] ?? '').toLowerCase();
  const words = (match.groups['unit'] ?? '').toLowerCase();
  const unit = /^(?:morning|afternoon|evening|night)$/u.test(words) ? 'day' : words;
  const end = at + match[0].length;
  // "the next year" is more often a stretch ahead than a date; "the day that ..." and "that day" as a subject stay open.
  if (/next$/u.test(which) && unit !== 'day') return null;
  const anchor = context.previous(at);
  const nowhere = context.counted(at, end, null, null);
  if (!anchor) return nowhere;
  const shift = /following|next/u.test(which) ? 1 : /previous|preceding/u.test(which) ? -1 : 0;
  const day = pointDay(anchor);
  switch (unit) {
    case 'day':
      return day === null ? nowhere : fromDate(context, at, end, dayEdtf(day + shift), pointOfDay(day + shift), anchor);
    case 'week': {
      if (day === null) return nowhere;
      const monday = mondayOf(day) + shift * 7;
      return fromDate(context, at, end, `${dayEdtf(monday)}/${dayEdtf(monday + 6)}`, null, anchor);
    }
    case 'month': {
      if (anchor.month === null) return nowhere;
      const { year, month } = addMonths(anchor.year, anchor.month, shift);
      return fromDate(context, at, end, monthEdtf(year, month), { year, month, day: null }, anchor);
    }
    default:
      return fromDate(
        context,
        at,
        end,
        yearEdtf(anchor.year + shift),
        { year: anchor.year + shift, month: null, day: null },
        anchor,
      );
  }
};

const RECENT = new RegExp(
  String.raw`(?:over|in|during|for|within|throughout)${S}the${S}(?<side>past|last|next|coming)${S}(?:(?<number>${NUMBER})${S})?(?<unit>days?|weeks?|months?|years?|decades?|hours?|minutes?|century)(?![\p{L}])`,
  'iuy',
);

/** "over the past three months": from about then to publication. */
const readRecent = (context: Context, at: number): Draft | null => {
  const match = context.match(RECENT, at);
  if (!match?.groups) return null;
  const end = at + match[0].length;
  const unit = unitOf(match.groups['unit'] ?? '');
  const words = match.groups['number'];
  const amount = words ? readNumber(words) : /s$/u.test(match.groups['unit'] ?? '') ? null : 1;
  const now = context.published;
  const ahead = /next|coming/iu.test(match.groups['side'] ?? '');
  const moved = now && unit && amount !== null ? shiftPoint(now, ahead ? amount : -amount, unit) : null;
  if (!moved || !now) return context.counted(at, end, null, null);
  const far = `${moved.edtf.replace('~', '')}~`;
  return context.counted(at, end, ahead ? `${pointEdtf(now)}/${far}` : `${far}/${pointEdtf(now)}`, null);
};

/** Any time that is counted from elsewhere, or a season, quarter, decade or century; null when none begins at `at`. */
export const readRelative = (context: Context, at: number): Draft | null =>
  readRecent(context, at) ??
  readDayWord(context, at) ??
  readApart(context, at) ??
  readSame(context, at) ??
  readSpan(context, at) ??
  readPeriod(context, at) ??
  readWeekday(context, at);

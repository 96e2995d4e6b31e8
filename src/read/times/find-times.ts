import type { Edtf, Time } from '../../model/index.ts';
import { dayEdtf, type Point, pointDay, readPoint } from './calendar.ts';
import { Context, type Draft } from './context.ts';
import { readDayDate, readMonthDate, readYearDate } from './dates.ts';
import { readDuration } from './durations.ts';
import { readPeriod, readRelative } from './relative.ts';

/** Words at which a time may begin. Everything else is passed over without a look. */
const STARTS: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun ' +
    'yesterday today tomorrow tonight this last next the that later earlier early late mid beginning start end middle first second third fourth coming sometime already ' +
    'since until till by before after from between through over in during for within throughout at on ' +
    'spring summer autumn fall winter q1 q2 q3 q4 h1 h2 ' +
    'a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety half several many few some dozens couple just only about around nearly almost more less fewer roughly approximately under up as close well no barely upwards upward lasted lasting took ' +
    'minutes hours days weeks months years decades centuries hour day week month year decade daylong weeklong monthlong yearlong hourlong hourslong'
  ).split(' '),
);
const TOKEN = /[\p{L}\p{N}]{1,24}/gu;
const LONGER_STARTS = /^(?:hours|days|weeks|months|years|decades|day|week|month|year|hour)long$/u;

const S = String.raw`[\s\u00a0]{1,3}`;
const PART_OF = new RegExp(
  String.raw`(?:(?:the${S})?(?:very${S})?(?:beginning|start|end|middle|first${S}half|second${S}half|first${S}(?:days|weeks|months)|final${S}(?:days|weeks|months)|turn)${S}of${S}(?:the${S}(?=\d|month|year|week))?|(?:early|late|mid|mid-to-late|early-to-mid|early${S}to${S}mid)(?:${S}(?:in${S}|on${S})?|-)(?:the${S}(?=\d))?)`,
  'iuy',
);
const THE_UNIT = /(?<unit>week|month|year)(?![\p{L}'’-])/iuy;
const OPENING = new RegExp(
  String.raw`(?<word>since|until|till|up${S}to|by|before|after|from)${S}(?:at${S}least${S}|about${S}|around${S}|as${S}early${S}as${S})?`,
  'iuy',
);
const PAIR = new RegExp(String.raw`(?<word>between|from)${S}`, 'iuy');
const LINK = /[\s\u00a0](?<word>and|to|until|till|through)[\s\u00a0](?:the[\s\u00a0](?=\d))?|\s?[–—-]\s?/iuy;

const readPoints = (context: Context, at: number, led: boolean): Draft[] | null => {
  const dates = readDayDate(context, at) ?? readMonthDate(context, at, led);
  if (dates) return dates;
  const relative = readRelative(context, at);
  if (relative) return [relative];
  return readYearDate(context, at, led);
};

/** "early May", "the end of 2030", "mid-2030": the whole they are part of, never sharper. */
const readPart = (context: Context, at: number): Draft[] | null => {
  const part = context.match(PART_OF, at);
  if (!part) return null;
  // "the first half of 2030" has bounds of its own.
  const period = readPeriod(context, at);
  if (period) return [period];
  const inner = at + part[0].length;
  const unit = /\bthe\s$/iu.test(part[0]) || /\bof\s$/iu.test(part[0]) ? context.match(THE_UNIT, inner) : null;
  if (unit?.groups && /the\s$/iu.test(part[0])) {
    const now = context.published;
    const word = (unit.groups['unit'] ?? '').toLowerCase();
    const edtf = !now
      ? null
      : word === 'year'
        ? String(now.year)
        : word === 'month' && now.month !== null
          ? `${now.year}-${String(now.month).padStart(2, '0')}`
          : null;
    return [context.counted(at, inner + unit[0].length, edtf, null)];
  }
  const drafts = readPoints(context, inner, true);
  const first = drafts?.[0];
  return first ? [{ ...first, start: at }, ...(drafts?.slice(1) ?? [])] : null;
};

const bounds = (edtf: Edtf): readonly [string, string] => {
  const [first = '', last] = edtf.split('/');
  return [first, last ?? first];
};

/** "since 2022" is open to one side; "after Friday's talks" is Friday. */
const readOpen = (context: Context, at: number): Draft[] | null => {
  const opening = context.match(OPENING, at);
  const word = opening?.groups?.['word']?.toLowerCase() ?? '';
  if (!opening) return null;
  const inner = at + opening[0].length;
  const drafts =
    readPart(context, inner) ?? readPoints(context, inner, word === 'since' || word === 'until' || word === 'till');
  const draft = drafts?.[0];
  if (!draft || drafts.length > 1 || draft.duration !== null) return drafts;
  const next = context.after(draft.end, 12);
  const tagged =
    /^['’]s?\b|^-|^\s\p{Ll}{3,}/u.test(next) &&
    !/^\s(?:when|and|but|with|that|was|were|is|are|has|have|had|will|would|after|because|where|while|the|his|her|its|their|amid|for|onwards?|until|under|over|from|despite|following|without|unless|if|at|on|in|by|as|which|who)\b/u.test(
      next,
    );
  if (draft.edtf === null || draft.edtf.includes('..')) return [draft];
  const [first, last] = bounds(draft.edtf);
  if (word === 'from')
    return /^\s(?:onwards?|on)\b/u.test(next) ? [{ ...draft, start: at, edtf: `${first}/..` }] : [draft];
  if (tagged && word !== 'since') return [draft];
  const edtf =
    word === 'since' || word === 'after'
      ? `${word === 'after' ? last : first}/..`
      : `../${word === 'before' ? first : last}`;
  return [{ ...draft, start: at, edtf }];
};

/** "between 5 and 7 June", "from March to May", "from 2019 to 2021", "from Monday to Wednesday". */
const readPair = (context: Context, at: number): Draft[] | null => {
  const pair = context.match(PAIR, at);
  if (!pair) return null;
  const inner = at + pair[0].length;
  const days = readDayDate(context, inner);
  if (days?.length === 1 && days[0]?.edtf?.includes('/')) return [{ ...days[0], start: at }];
  const first = (days ?? readPart(context, inner) ?? readPoints(context, inner, true))?.[0];
  if (!first || first.duration !== null) return null;
  const link = context.match(LINK, first.end);
  if (!link) return null;
  const from = first.end + link[0].length;
  const second = (readPart(context, from) ?? readPoints(context, from, true))?.[0];
  if (!second || second.start !== from || second.duration !== null) return null;
  let edtf: Edtf | null = null;
  if (first.edtf !== null && second.edtf !== null) {
    const start = bounds(first.edtf)[0];
    const end = bounds(second.edtf)[1];
    // "from March to May 2031": the year stands once and holds for both.
    const moved =
      first.form === 'implied' && second.form === 'stated' && /^\d{4}-\d{2}/u.test(start)
        ? withYear(start, end)
        : start;
    edtf =
      moved <= end
        ? `${moved}/${end}`
        : first.form === 'implied' && second.form === 'implied'
          ? turnedBack(start, end)
          : null;
  } else if (first.edtf === null && second.edtf !== null && second.form === 'stated') {
    const month = /^\p{Lu}\p{Ll}+/u.test(context.text.slice(inner, inner + 3))
      ? readMonthDate(
          new Context(context.text, { start: inner, end: first.end }, readPoint(bounds(second.edtf)[1]), null),
          inner,
          true,
        )?.[0]?.edtf
      : null;
    if (month && month <= second.edtf) edtf = `${month}/${second.edtf}`;
  }
  const stated = second.form === 'stated' && edtf !== null;
  return [
    {
      ...second,
      start: at,
      edtf,
      form: stated ? 'stated' : 'implied',
      anchor: stated || edtf === null ? null : context.anchor,
    },
  ];
};

const withYear = (start: string, end: string): string => {
  const moved = `${end.slice(0, 4)}${start.slice(4)}`;
  return moved <= end ? moved : `${String(Number(end.slice(0, 4)) - 1).padStart(4, '0')}${start.slice(4)}`;
};
/** "From November to January" began the year before; "from Monday to Wednesday" ends in the next week. */
const turnedBack = (start: string, end: string): string | null => {
  if (start.length === 7) {
    const moved = `${String(Number(start.slice(0, 4)) - 1).padStart(4, '0')}${start.slice(4)}`;
    return moved <= end ? `${moved}/${end}` : null;
  }
  const [from, to] = [pointDay(readPoint(start)), pointDay(readPoint(end))];
  return from !== null && to !== null && from - to < 7 ? `${start}/${dayEdtf(to + 7)}` : null;
};

const readAt = (context: Context, at: number): Draft[] | null => {
  const drafts =
    readPair(context, at) ?? readOpen(context, at) ?? readPart(context, at) ?? readPoints(context, at, false);
  if (drafts) return drafts;
  const duration = readDuration(context, at);
  return duration ? [duration] : null;
};

/**
 * Finds what says when or how long.
 *
 * In text order, never overlapping; empty when there is nothing. Offsets are UTF-16 code units of `text`. Nothing is
 * sharpened: "early May" is the month, "last week" the interval of that ISO week, what could be two dates is both ends or
 * `edtf: null`. Times without a year are counted from `published` and are `implied`; "a month later" counts from the date
 * before it in the text when that stands within 400 characters. `anchor` says from what. Linear in length; never throws.
 *
 * @param stretches Sentences or blocks, in text order: no time goes over the edge of one, and tense is told within one.
 * @param published EDTF of publication; null (or an interval) leaves every time that counts from it unplaced.
 * @see docs/read.md for the tables of rules; EDTF: Library of Congress, levels 0 and 1, and codes 33–36 for quarters.
 */
export const findTimes = (
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
  published: Edtf | null,
): Time[] => {
  const day = readPoint(published);
  const times: Time[] = [];
  let last: { point: Point; end: number } | null = null;
  for (const stretch of stretches) {
    let done = stretch.start;
    TOKEN.lastIndex = stretch.start;
    for (let match = TOKEN.exec(text); match && match.index < stretch.end; match = TOKEN.exec(text)) {
      const at = match.index;
      if (at < done || !isStart(text, at, match[0])) continue;
      const drafts = readAt(new Context(text, stretch, day, last), at);
      for (const draft of drafts ?? []) {
        if (draft.start < done || draft.end > stretch.end) continue;
        times.push({
          id: `time-${times.length + 1}`,
          start: draft.start,
          end: draft.end,
          edtf: draft.edtf,
          duration: draft.duration,
          form: draft.form,
          anchor: draft.anchor,
        });
        done = draft.end;
        if (draft.point) last = { point: draft.point, end: draft.end };
      }
      if (drafts) TOKEN.lastIndex = Math.max(TOKEN.lastIndex, done);
    }
  }
  return times;
};

const isStart = (text: string, at: number, word: string): boolean => {
  const before = at > 0 ? (text[at - 1] ?? '') : '';
  if (/[\p{L}\p{N}]/u.test(before)) return false;
  if (/^\d/u.test(word)) return true;
  const lower = word.toLowerCase();
  return STARTS.has(lower) || LONGER_STARTS.test(lower);
};

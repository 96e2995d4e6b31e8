import type { Context, Draft } from './context.ts';
import { isInsideNumber } from './dates.ts';
import { isoDuration, readNumber, unitOf } from './lexicon.ts';

/** How long: "nearly five hours", "a 10-year exemption", "for hours". */

const S = String.raw`[\s\u00a0]{1,3}`;
const APPROXIMATE = String.raw`(?:(?<about>nearly|almost|about|around|roughly|approximately|some|over|more${S}than|less${S}than|fewer${S}than|under|at${S}least|at${S}most|up${S}to|as${S}(?:many|long)${S}as|close${S}to|just${S}over|just${S}under|well${S}over|no${S}more${S}than|barely|an${S}estimated|upwards?${S}of)${S})?`;
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)`;
const UNIT = String.raw`(?:minute|hour|day|week|month|year|decade|fortnight)`;
const PLURAL = String.raw`(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries|fortnights)`;

/** What may not follow: an age, a rate, a place in a calendar. */
const NO_TAIL = String.raw`(?![\p{L}\p{N}]|['’]s${S}old|[\s\u00a0-]old|${S}(?:of${S}age|a|an|per|each|every)${S}?(?:day|week|month|year|hour|minute)?(?<=(?:age|day|week|month|year|hour|minute))|${S}olds?)`;

const COUNTED = new RegExp(
  String.raw`${APPROXIMATE}(?<number>${NUMBER})(?<half>${S}and${S}a${S}half)?${S}(?<unit>${PLURAL})${NO_TAIL}`,
  'iuy',
);
const ADJECTIVE = new RegExp(
  String.raw`${APPROXIMATE}(?<number>${NUMBER}|one|half)-(?<unit>${UNIT})s?(?:-long)?(?![\p{L}\p{N}]|[-\s]olds?)`,
  'iuy',
);
const SINGLE = new RegExp(
  String.raw`${APPROXIMATE}(?<number>half${S}an|an?|one)${S}(?<unit>${UNIT})(?<half>${S}and${S}a${S}half)?${NO_TAIL}`,
  'iuy',
);
const WITH_HALF = new RegExp(
  String.raw`(?<number>an?)${S}(?<unit>hour|day|year|month|week)${S}and${S}a${S}half(?![\p{L}])`,
  'iuy',
);
const LONG = /(?<unit>hour|day|week|month|year|decade)[\s-]?long(?![\p{L}])/iuy;
const MANY = new RegExp(
  String.raw`(?:for|after|over|during|lasted|lasting|took)${S}(?:(?:many|several|some|a${S}few|dozens${S}of|a${S}couple${S}of|countless)${S})?(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)(?![\p{L}-]|${S}(?:ago|later|earlier|before|after|to${S}come|and))`,
  'iuy',
);
const MANY_OF =
  /(?:(?:many|several|a few|a couple of|dozens of)[\s\u00a0])?(?<unit>hours|days|weeks|months|years|decades|centuries)(?:-long|long(?![\p{L}])|[\s\u00a0]of[\s\u00a0](?=\p{Ll}))/iuy;
const RANGED = new RegExp(
  String.raw`(?<number>${NUMBER})(?:\s?[-–—]\s?|${S}(?:to|or)${S})(?<last>${NUMBER})[\s\u00a0-](?<unit>${PLURAL}|${UNIT})(?![\p{L}\p{N}]|[\s\u00a0-]old)`,
  'iuy',
);

/** "a year" is a duration only where the words measure: "for a year", "lasted an hour", "nearly a month". */
const MEASURES = /\b(?:for|lasted|lasting|lasts|took|takes|take|within|spent|after|than|under|over)[\s\u00a0]$/iu;

const duration = (start: number, end: number, value: string | null): Draft => ({
  start,
  end,
  edtf: null,
  duration: value,
  form: 'stated',
  anchor: null,
  point: null,
});

/** A duration that begins at `at`, or null. Amounts that are not told ("for hours") have no `duration`. */
export const readDuration = (context: Context, at: number): Draft | null => {
  if (isInsideNumber(context, at)) return null;
  const before = context.before(at, 16);
  if (/\b(?:every|aged?|per|turned)[\s\u00a0]$/iu.test(before)) return null;
  const ranged = context.match(RANGED, at);
  if (ranged) return duration(at, at + ranged[0].length, null);
  const halved = context.match(WITH_HALF, at);
  if (halved?.groups) {
    const unit = unitOf(halved.groups['unit'] ?? '');
    return unit ? duration(at, at + halved[0].length, isoDuration(1.5, unit)) : null;
  }
  const match = context.match(COUNTED, at) ?? context.match(ADJECTIVE, at) ?? context.match(SINGLE, at);
  if (match?.groups) return readCounted(at, match, before);
  const long = context.match(LONG, at);
  const longUnit = unitOf(long?.groups?.['unit'] ?? '');
  if (long && longUnit) return duration(at, at + long[0].length, isoDuration(1, longUnit));
  const many = context.match(MANY, at) ?? context.match(MANY_OF, at);
  if (!many?.groups || (/of\s$/iu.test(many[0]) && /^\p{Lu}/u.test(context.after(at + many[0].length, 1)))) return null;
  const words = many.groups['unit'] ?? '';
  const start = at + many[0].toLowerCase().lastIndexOf(words.toLowerCase());
  // The unit's word is the time; "of" after it belongs to what lasted, "-long" to the word.
  const stop = at + many[0].replace(/[\s\u00a0]of[\s\u00a0]$/iu, '').length;
  return duration(start, stop, null);
};

const readCounted = (at: number, match: RegExpExecArray, before: string): Draft | null => {
  const words = (match.groups?.['number'] ?? '').toLowerCase();
  const unit = unitOf(match.groups?.['unit'] ?? '');
  if (!unit) return null;
  const single = /^(?:an?|one)$/u.test(words) && /\s/u.test(match[0]) && !/-/u.test(match[0]);
  const about = match.groups?.['about'] !== undefined;
  if (single && !about && !MEASURES.test(before) && !match.groups?.['half']) return null;
  // "over a year", "$5 for about a day": with an amount of money in front it is a rate.
  if (single && /[$€£]\s?\d[\d.,]*(?:\s\p{L}+)?\s$/u.test(before)) return null;
  const value = /^half/u.test(words) ? 0.5 : readNumber(words);
  if (value === null) return null;
  const amount = value + (match.groups?.['half'] ? 0.5 : 0);
  const iso = isoDuration(amount, unit);
  return duration(at, at + match[0].length, iso === null ? null : `${about ? '~' : ''}${iso}`);
};

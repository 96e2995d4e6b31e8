import { WORDS_OF_TENS, WORDS_TO_NINETEEN } from '../../text/index.ts';

/** English words for times. Lower case, without full stops. */

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const SHORT_MONTHS: readonly (readonly [string, number])[] = [
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
];
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, index) => [name, index + 1] as const),
  ...SHORT_MONTHS,
]);

/** Monday 0 … Sunday 6. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['monday', 0],
  ['tuesday', 1],
  ['wednesday', 2],
  ['thursday', 3],
  ['friday', 4],
  ['saturday', 5],
  ['sunday', 6],
  ['mon', 0],
  ['tue', 1],
  ['tues', 1],
  ['wed', 2],
  ['weds', 2],
  ['thu', 3],
  ['thur', 3],
  ['thurs', 3],
  ['fri', 4],
  ['sat', 5],
  ['sun', 6],
] as const);

/** EDTF level 1 season codes. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);

const SMALL: ReadonlyMap<string, number> = new Map([
  ...WORDS_TO_NINETEEN.map((word, index) => [word, index + 1] as const),
  ...WORDS_OF_TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ['a', 1],
  ['an', 1],
  ['half', 0.5],
]);

/** Value of a number in figures or words up to ninety-nine ("90", "1,500", "2.5", "twenty-one", "a"); null when it is none. */
export const readNumber = (words: string): number | null => {
  const text = words.toLowerCase().trim();
  if (/^\d{1,3}(?:,\d{3})+$/u.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,6}(?:\.\d{1,2})?$/u.test(text)) return Number(text);
  const single = SMALL.get(text);
  if (single !== undefined) return single;
  const [tens = '', ones = ''] = text.split(/[\s-]/u);
  const high = SMALL.get(tens);
  const low = SMALL.get(ones);
  if (high !== undefined && low !== undefined && high >= 20 && low < 10) return high + low;
  if (text === 'a dozen' || text === 'dozen') return 12;
  if (ones === 'hundred' && high !== undefined) return high * 100;
  return null;
};

export type Unit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'second'
  | 'decade'
  | 'century'
  | 'fortnight'
  | 'quarter'
  | 'weekend'
  | 'night';

export const unitOf = (word: string): Unit | null => {
  const lower = word.toLowerCase();
  if (lower === 'centuries') return 'century';
  const bare = lower.replace(/s$/u, '');
  return UNIT_WORDS.has(bare) ? (bare as Unit) : null;
};
const UNIT_WORDS: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'century',
  'fortnight',
  'quarter',
  'weekend',
  'night',
]);

/** ISO 8601 duration; null for units that have none. */
export const isoDuration = (amount: number, unit: Unit): string | null => {
  const whole = Math.floor(amount);
  const rest = amount - whole;
  const half = Math.abs(rest - 0.5) < 1e-9;
  if (rest > 1e-9 && !half && unit !== 'second') {
    const finer = (
      { hour: ['PT', 60, 'M'], minute: ['PT', 60, 'S'], year: ['P', 12, 'M'], day: ['PT', 24, 'H'] } as const
    )[unit as 'hour'];
    if (!finer) return null;
    return `${finer[0]}${Math.round(amount * finer[1])}${finer[2]}`;
  }
  const both = (lead: string, main: string, half2: string): string =>
    `${lead}${whole > 0 ? `${whole}${main}` : ''}${half ? half2 : ''}`;
  switch (unit) {
    case 'second':
      return `PT${amount}S`;
    case 'minute':
      return both('PT', 'M', '30S');
    case 'hour':
      return both('PT', 'H', '30M');
    case 'day':
      return half ? `P${whole > 0 ? `${whole}D` : ''}T12H` : `P${whole}D`;
    case 'week':
      return half ? null : `P${whole}W`;
    case 'fortnight':
      return half ? null : `P${whole * 2}W`;
    case 'month':
      return half ? null : `P${whole}M`;
    case 'year':
      return both('P', 'Y', '6M');
    case 'decade':
      return `P${amount * 10}Y`;
    case 'century':
      return `P${amount * 100}Y`;
    case 'night':
      return null;
    default:
      return null;
  }
};

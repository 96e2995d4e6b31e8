import { WORDS_TO_NINETEEN } from '../text/index.ts';

const HOURS: Readonly<Record<string, number>> = { Y: 8766, W: 168, D: 24, H: 1, M: 1 / 60 };

const hoursOf = (iso: string): number | null => {
  const months = /P(\d+)M(?!.*T)/.exec(iso);
  if (months !== null) return Number(months[1]) * 730.5;
  let hours = 0;
  let found = false;
  for (const match of iso.matchAll(/(\d+(?:\.\d+)?)([YWDHM])/g)) {
    hours += Number(match[1]) * (HOURS[match[2] ?? ''] ?? 0);
    found = true;
  }
  return found ? hours : null;
};

/** "Nearly five hours" and "about five hours" agree; so do values within a fifth of each other when either says about. */
export const differentDurations = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return false;
  const first = hoursOf(a);
  const second = hoursOf(b);
  if (first === null || second === null || first === second) return false;
  const vague = a.startsWith('~') || b.startsWith('~');
  const ratio = Math.min(first, second) / Math.max(first, second);
  return ratio < (vague ? 0.8 : 0.999);
};

const SCALE: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

const VAGUE = /\b(?:about|around|roughly|nearly|almost|some|over|more than|up to|at least|at most|under|estimated)\b/i;

interface Amount {
  readonly value: number;
  /** What a million or billion in the words made of the number; the value has it in. */
  readonly scale: number;
  readonly unit: string;
  readonly vague: boolean;
}

const WORDS: Readonly<Record<string, number>> = {
  half: 50,
  third: 100 / 3,
  quarter: 25,
  fifth: 20,
  sixth: 100 / 6,
  eighth: 12.5,
  tenth: 10,
};
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5 };

/** A share in words as per cent: "two-fifths" is 40, "a quarter" 25. */
const fractionOf = (text: string): number | null => {
  const match =
    /\b(?:(?<count>an?|one|two|three|four|five)[ -])?(?<part>half|third|quarter|fifth|sixth|eighth|tenth)s?\b/i.exec(
      text,
    );
  const part = WORDS[match?.groups?.part?.toLowerCase() ?? ''];
  return part === undefined ? null : part * (COUNTS[match?.groups?.count?.toLowerCase() ?? 'a'] ?? 1);
};

/** A share as per cent of the whole; null when the words give none. */
export const percentOf = (text: string): number | null => {
  const amount = parseAmount(text);
  if (amount !== null) return amount.unit.startsWith('%') && amount.value <= 100 ? amount.value : null;
  return fractionOf(text);
};

const parseAmount = (text: string): Amount | null => {
  const match = /(?<number>\d[\d,.\u00a0 ]*)\s*(?<scale>thousand|million|billion|trillion|bn|mn|tn|k|m|b)?\b/i.exec(
    text,
  );
  const number = match?.groups?.number;
  if (number === undefined) return null;
  const plain = Number(number.replace(/[,\u00a0 ]/g, '').replace(/\.$/, ''));
  if (!Number.isFinite(plain)) return null;
  const scale = SCALE[match?.groups?.scale?.toLowerCase() ?? ''] ?? 1;
  const unit = /%|per ?cent/i.test(text)
    ? '%'
    : text
        .replace(/[\d.,\s]+/g, ' ')
        .replace(
          /\b(?:about|around|roughly|nearly|almost|some|over|more than|up to|at least|an?|estimated|thousand|million|billion|trillion|bn|mn|tn)\b/gi,
          ' ',
        )
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase();
  return {
    value: plain * scale,
    scale,
    unit,
    vague: VAGUE.test(text),
  };
};

/** Beyond this ratio two sums are two measures: the price of a share and that of the whole. */
const OTHER_MEASURE = 1 / 50;

/**
 * Amounts or shares of one unit that cannot both be meant; a tenth is left to "about" and "nearly". A bare number may leave out its
 * scale: "310" beside "310 million".
 */
export const differentAmounts = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return false;
  const [first, second] = [amountIn(a), amountIn(b)];
  if (first === null || second === null || !isOneUnit(first.unit, second.unit)) return false;
  const isBare = [first, second].some(({ unit, scale }) => unit === '' && scale === 1);
  const values = [first, second].map(({ value, scale }) => (isBare ? value / scale : value));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least === 0) return false;
  const ratio = least / most;
  return ratio > OTHER_MEASURE && ratio < (first.vague || second.vague ? 0.9 : 0.999);
};

const amountIn = (text: string): Amount | null => {
  const share = percentOf(text);
  return share === null ? parseAmount(text) : { value: share, scale: 1, unit: '%', vague: VAGUE.test(text) };
};

/** "Crowns" and "Lindish crowns", but not crowns and marks; where one names no unit, the other's is meant. */
const isOneUnit = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (a.startsWith('%') || b.startsWith('%')) return false;
  if (a === '' || b === '') return true;
  const words = new Set(a.split(' '));
  return b.split(' ').some((word) => words.has(word));
};

const NUMBER_WORDS = [...WORDS_TO_NINETEEN, 'twenty'];

/** The number of days that the words give ("P14D", "a 14-day permit", "for fourteen days"); null when none or several. */
export const daysIn = (words: readonly string[]): string | null => {
  const found = new Set<number>();
  for (const text of words) {
    const iso = /^~?P(\d+)([DW])$/.exec(text);
    if (iso !== null) found.add(Number(iso[1]) * (iso[2] === 'W' ? 7 : 1));
    for (const match of text.matchAll(/\b(\d{1,3}|[a-z]+)[ -](day|week)s?\b/gi)) {
      const word = match[1]?.toLowerCase() ?? '';
      const number = /^\d/.test(word) ? Number(word) : NUMBER_WORDS.indexOf(word) + 1;
      if (number > 0) found.add(number * (match[2]?.toLowerCase() === 'week' ? 7 : 1));
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? String(only) : null;
};

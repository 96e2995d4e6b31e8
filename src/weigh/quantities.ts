import { isOneCurrency, type MoneyRead, readMoney, WORDS_TO_NINETEEN } from '../text/index.ts';

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
  const number = /\d+(?:[.,]\d+)?(?=\s*(?:%|per ?cent))/i.exec(text)?.[0] ?? spelledPercent(text);
  if (number === null) return fractionOf(text);
  const share = Number(number.replace(',', '.'));
  return share <= 100 ? share : null;
};

/** "Twelve percent", "twenty-five per cent". */
const spelledPercent = (text: string): string | null => {
  const words = /(?<words>[a-z]+(?:[ -][a-z]+)?)\s*(?:%|per ?cent)/i.exec(text)?.groups?.words;
  return words === undefined ? null : (readMoney(words)?.value ?? null);
};

/** Beyond this ratio two sums are two measures: the price of a share and that of the whole. */
const OTHER_MEASURE = 1 / 50;
/** Left to "about" and "nearly". */
const VAGUE = 0.9;
/** How far rounding may take a sum from itself. */
const ROUNDED = 0.95;

/** Shares that cannot both be meant. */
export const differentShares = (a: string, b: string): boolean => {
  const [one, other] = [percentOf(a), percentOf(b)];
  if (one === null || other === null || one === 0 || other === 0) return false;
  const [first, second] = [boundOf(a, one), boundOf(b, other)];
  return areApart(first, second, isVague(a) || isVague(b) ? VAGUE : 0.999);
};

const isVague = (text: string): boolean => readMoney(`${text} 1`)?.isVague ?? false;
const boundOf = (text: string, value: number): Bounded => ({ value, bound: readMoney(`${text} 1`)?.bound ?? null });

interface Bounded {
  readonly value: number;
  readonly bound: MoneyRead['bound'];
}

/** "More than 500" leaves room for 640, "up to 700" too. */
const areApart = (a: Bounded, b: Bounded, least: number): boolean => {
  for (const [one, other] of [[a, b] as const, [b, a] as const]) {
    if (one.bound === 'least' && (other.value >= one.value || other.bound === 'least')) return false;
    if (one.bound === 'most' && (other.value <= one.value || other.bound === 'most')) return false;
  }
  return Math.min(a.value, b.value) / Math.max(a.value, b.value) < least;
};

/**
 * Sums in one currency that cannot both be meant; a tenth is left to "about" and "nearly", and what rounding makes of a sum is the
 * same sum. A bare number may leave out its scale: "310" beside "310 million".
 */
export const differentAmounts = (a: string, b: string): boolean => {
  const [first, second] = [readMoney(a), readMoney(b)];
  if (first?.value == null || second?.value == null) return false;
  if (!isOneCurrency(first.currency, second.currency)) return false;
  // A sum for each share and the whole are two measures, unless the other is a bare number.
  const isBare = [first, second].some(({ currency, isScaled }) => currency === null && !isScaled);
  if (first.per !== second.per && !isBare) return false;
  const [one, other] = [first, second].map((read) => inUnits(read, isBare)) as [number, number];
  if (one === 0 || other === 0 || Math.min(one, other) / Math.max(one, other) < OTHER_MEASURE) return false;
  if (isRounded(one, other) || isRounded(other, one)) return false;
  const room = first.isVague || second.isVague ? VAGUE : 0.999;
  return areApart({ value: one, bound: first.bound }, { value: other, bound: second.bound }, room);
};

/** Where one of two is a bare number the scale of the other is left out too. */
const inUnits = ({ value, isScaled }: MoneyRead, isBare: boolean): number => {
  const number = Number(value);
  return isBare && isScaled ? number / 10 ** (Math.floor(Math.log10(number) / 3) * 3) : number;
};

/** Whether the first is what the second comes to with fewer figures: 24 and 23.9. */
const isRounded = (rounded: number, exact: number): boolean => {
  const figures = rounded
    .toPrecision(15)
    .replace(/\.?0+(?:e.*)?$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '').length;
  return (
    Number(exact.toPrecision(Math.max(1, figures))) === rounded &&
    Math.min(rounded, exact) / Math.max(rounded, exact) >= ROUNDED
  );
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

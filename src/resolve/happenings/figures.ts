import { WORDS_OF_TENS, WORDS_TO_NINETEEN } from '../../text/index.ts';

const ONES = new Map(WORDS_TO_NINETEEN.map((word, at) => [word, at + 1]));
const TENS = new Map(WORDS_OF_TENS.map((word, at) => [word, (at + 2) * 10]));
const PARTS: Readonly<Record<string, number>> = { half: 50, third: 33, quarter: 25, fifth: 20, tenth: 10 };

/** A number in words up to ninety-nine; null when the words are none. */
const numberOf = (words: string): number | null => {
  const [first, second] = words.toLowerCase().split(/[ -]/);
  const tens = TENS.get(first ?? '');
  if (tens !== undefined) return second === undefined ? tens : tens + (ONES.get(second) ?? 0);
  return second === undefined ? (ONES.get(first ?? '') ?? null) : null;
};

const NUMBER = `\\d[\\d,.]*|(?:${[...TENS.keys()].join('|')})(?:[ -](?:${WORDS_TO_NINETEEN.slice(0, 9).join('|')}))?|${WORDS_TO_NINETEEN.join('|')}`;
const SHARE = new RegExp(`\\b(${NUMBER})[ -]?(?:%|per ?cents?\\b)`, 'gi');
/** Bare "third" and "fifth" count meetings and days; "half" alone is a share. */
const PART =
  /\b(?:(?:an? |another |the other |one[ -]|two[ -]|three[ -])(half|third|quarter|fifth|tenth)s?|(half))\b/gi;
const SUM = new RegExp(
  `\\b(${NUMBER})\\s*(thousand|millions?|billions?|trillions?|bn|mn|tn|m|tonnes?|tons|barrels)\\b`,
  'gi',
);
const SCALE: Readonly<Record<string, string>> = {
  millions: 'm',
  million: 'm',
  mn: 'm',
  m: 'm',
  billion: 'bn',
  billions: 'bn',
  bn: 'bn',
};

/** Shares and sums in words, in one writing: "12 per cent" and "twelve percent" are "12%", "640 million crowns" "640m". */
export const figuresIn = (text: string): readonly string[] => {
  const found: string[] = [];
  const value = (digits: string): string => {
    const spelt = /^\d/.test(digits)
      ? Number(digits.replace(/,(?=\d{3})/g, '').replace(/[.,]$/, ''))
      : numberOf(digits);
    return spelt === null || !Number.isFinite(spelt) ? digits.toLowerCase() : String(spelt);
  };
  for (const [, digits = ''] of text.matchAll(SHARE)) found.push(`${value(digits)}%`);
  for (const [, digits = '', scale = ''] of text.matchAll(SUM))
    found.push(`${value(digits)}${SCALE[scale.toLowerCase()] ?? scale.toLowerCase()}`);
  for (const [whole, spelt, half] of text.matchAll(PART)) {
    const part = spelt ?? half ?? '';
    const count = /^two/i.test(whole) ? 2 : /^three/i.test(whole) ? 3 : 1;
    found.push(`${(PARTS[part.toLowerCase()] ?? 0) * count}%`);
  }
  return [...new Set(found)];
};

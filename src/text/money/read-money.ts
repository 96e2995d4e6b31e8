import { WORDS_OF_TENS, WORDS_TO_NINETEEN } from '../numbers/index.ts';

/** A sum of money as its words give it. */
export interface MoneyRead {
  /** Exact decimal number in units of the currency, "640000000", "171.5"; null where the words give none, or a range. */
  readonly value: string | null;
  /** "$", "eur", "aldmark crown"; null where none is named. */
  readonly currency: string | null;
  /** Said with "about", "nearly", "some". */
  readonly isVague: boolean;
  /** least: "more than", "at least"; most: "up to", "under". */
  readonly bound: 'least' | 'most' | null;
  /** "share", "year": a sum for each of these. */
  readonly per: string | null;
  /** A million or billion is in the words, so that the value is in whole units. */
  readonly isScaled: boolean;
}

/** Powers of ten. Ambiguous letters ("m", "b", "t", "k") count only directly behind digits. */
const POWERS: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  k: 3,
  lakh: 5,
  million: 6,
  m: 6,
  mn: 6,
  mln: 6,
  mio: 6,
  crore: 7,
  billion: 9,
  b: 9,
  bn: 9,
  bln: 9,
  mrd: 9,
  trillion: 12,
  t: 12,
  tn: 12,
  trn: 12,
};

const VAGUE =
  /\b(?:about|around|roughly|nearly|almost|approximately|some|estimated|close to|just (?:over|under)|or so|in the region of|ca|circa)\b|~/i;
const LEAST = /\b(?:over|more than|at least|upwards of|in excess of|no less than|exceeding|above)\b/i;
const MOST = /\b(?:up to|at most|under|less than|no more than|below|as much as)\b/i;
const PER =
  /\b(?:per|a|an|each|every)\s+(?<unit>share|head|person|year|month|week|day|quarter|tonne|ton|barrel|acre|hectare|metre|meter|unit|vessel|ship)\b/i;
const SYMBOL = /(?:US|USD|A|AU|C|CA|NZ|HK|S|R|NT|MX)?\$|[€£¥₽₴₹₩₪₺₦₸₫฿]/;
const DIGITS = /\d[\d.,\u00a0\u202f ]*/;
/** Words of a sum that are no part of a currency's name. */
const FILLERS = new Set(
  'about around roughly nearly almost approximately some over under more than less up to at least most estimated close just or so in the region of a an half per share each apiece year month day sum worth total altogether all ca circa and its their his her'.split(
    ' ',
  ),
);

/**
 * Reads a sum of money out of the words for it: "640 million Aldmark crowns", "US$1.2bn", "forty-six million dollars".
 *
 * Exact: nothing is rounded. The currency is given as it is named, in lower case and in the singular, so that "crowns" and
 * "Aldmark crowns" are not one word; {@link isOneCurrency} compares two.
 *
 * @returns Null where the words hold no amount at all.
 */
export const readMoney = (text: string): MoneyRead | null => {
  const words = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/(?<=\d)p(?![\p{L}\d])/gu, ' pence')
    .trim();
  const isVague = VAGUE.test(words);
  const digits = [...words.matchAll(new RegExp(DIGITS, 'g'))].map((match) => match[0].trim().replace(/[.,]$/, ''));
  const symbol = SYMBOL.exec(words)?.[0]?.toLowerCase() ?? null;
  const spelled = digits.length === 0 ? spelledValue(words) : null;
  if (digits.length === 0 && spelled === null && !POWER_WORD.test(words)) return null;
  const currency = symbol ?? nameOf(words);
  const [only] = digits;
  const value = digits.length === 1 && only !== undefined ? digitsValue(only, words) : spelled;
  const bound = /\bjust (?:over|under)\b/i.test(words)
    ? null
    : LEAST.test(words)
      ? 'least'
      : MOST.test(words)
        ? 'most'
        : null;
  const per = /\bapiece\b/i.test(words) ? 'share' : (PER.exec(words)?.groups?.unit?.toLowerCase() ?? null);
  return {
    value,
    currency,
    isVague,
    bound,
    per,
    isScaled: POWER_WORD.test(words) || /\d\s?(?:mn|bn|tn|mln|bln|trn|mio|mrd|[mbtk])\b/i.test(words),
  };
};

const POWER_WORD = /\b(?:thousands?|millions?|billions?|trillions?|crores?|lakhs?)\b/i;

/** The digits with the power behind them: "1.2" and "bn" are 1200000000. */
const digitsValue = (digits: string, words: string): string | null => {
  const number = plainNumber(digits);
  if (number === null) return null;
  const behind = words.slice(words.indexOf(digits) + digits.length);
  const power = /^[\s-]*(?<first>[a-z]+)\b(?:\s(?<second>thousand|million|billion|trillion)\b)?/i.exec(behind)?.groups;
  const isHalf = /^[\s-]*(?:and a half)\b/i.test(behind);
  const places = POWERS[singular(power?.first?.toLowerCase() ?? '')] ?? 0;
  const more = places === 0 ? 0 : (POWERS[power?.second?.toLowerCase() ?? ''] ?? 0);
  return shifted(isHalf ? `${number}.5` : number, places + more);
};

/** "1,200.50", "1.200,50", "1 200" as a plain decimal; null where separators cannot be told apart. */
const plainNumber = (digits: string): string | null => {
  const bare = digits.replace(/ /g, '');
  if (/^\d+$/.test(bare)) return bare;
  const marks = [...bare.matchAll(/[.,]/g)].map((match) => match[0]);
  const last = marks.at(-1) ?? '';
  const [whole, rest] = [bare.slice(0, bare.lastIndexOf(last)), bare.slice(bare.lastIndexOf(last) + 1)];
  const isThousands =
    (new Set(marks).size === 1 && rest.length === 3 && (marks.length > 1 || last === ',') && !whole.startsWith('0')) ||
    (new Set(marks).size === 1 && marks.length > 1);
  if (isThousands) return bare.replace(/[.,]/g, '');
  return `${whole.replace(/[.,]/g, '')}.${rest}`;
};

/** A decimal with its point moved right; no zeros that say nothing. */
const shifted = (number: string, places: number): string => {
  const [whole = '', fraction = ''] = number.split('.');
  const all = `${whole}${fraction}`;
  const point = whole.length + places;
  const padded = all.padEnd(point, '0');
  const [left, right] = [padded.slice(0, point), padded.slice(point)];
  const kept = right.replace(/0+$/, '');
  return `${BigInt(left === '' ? '0' : left)}${kept === '' ? '' : `.${kept}`}`;
};

/** "Forty-six million", "half a million", "one hundred and seventy-one". Null for "several million" and "millions of". */
const spelledValue = (text: string): string | null => {
  const words = text.toLowerCase().split(/[\s-]+/);
  let total = 0n;
  let group = 0n;
  let found = false;
  let isHalf = false;
  for (const word of words) {
    const small = WORDS_TO_NINETEEN.indexOf(word) + 1;
    const tens = WORDS_OF_TENS.indexOf(word);
    const power = POWERS[word];
    if (small > 0) group += BigInt(small);
    else if (tens >= 0) group += BigInt((tens + 2) * 10);
    else if (word === 'half') isHalf = true;
    else if (power !== undefined && word.length > 3 && (found || isHalf || word === words[1])) {
      const unit = 10n ** BigInt(power);
      if (isHalf && !found) total += unit / 2n;
      else if (power === 2) group = (group === 0n ? 1n : group) * unit;
      else {
        total += (group === 0n && total === 0n ? 1n : group) * unit;
        group = 0n;
      }
      if (isHalf && !found) group = 0n;
      found = true;
      continue;
    } else if (['several', 'tens', 'dozens', 'hundreds', 'thousands', 'millions', 'billions', 'few'].includes(word))
      return null;
    if (small > 0 || tens >= 0) found = true;
  }
  const value = total + group;
  return found && value > 0n ? String(value) : null;
};

const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/, '') : word);

/** The currency's name as it stands: the last words that count nothing. */
const nameOf = (text: string): string | null => {
  const words = text
    .replace(PER, ' ')
    .replace(/\d[\d.,]*(?:mn|bn|tn|mln|bln|trn|mio|mrd|[mbtk])?\b|[.,$€£~()[\]“”"']+/gi, ' ')
    .split(/[\s-]+/)
    .map((word) => word.toLowerCase())
    .filter(
      (word) =>
        word !== '' &&
        !FILLERS.has(word) &&
        POWERS[singular(word)] === undefined &&
        !WORDS_TO_NINETEEN.includes(word) &&
        !WORDS_OF_TENS.includes(word) &&
        !['several', 'ten', 'dozen', 'few'].includes(singular(word)),
    );
  const named = words.slice(0, 3);
  return named.length === 0 ? null : named.map(currencyWord).join(' ');
};

/** Plurals of currencies that are no plain "s". */
const PLURALS: Readonly<Record<string, string>> = {
  kronor: 'krona',
  kroner: 'krone',
  lei: 'leu',
  leva: 'lev',
  reais: 'real',
  pence: 'penny',
  pesos: 'peso',
};
const currencyWord = (word: string): string => PLURALS[word] ?? singular(word);

/** Names of one currency: "crown" and "aldmark crown", "$" and "dollar"; where either names none the other's may be meant. */
export const isOneCurrency = (a: string | null, b: string | null): boolean => {
  if (a === b || a === null || b === null) return true;
  // A code that no list has may stand for a name that is given elsewhere.
  if (isUnlistedCode(a) !== isUnlistedCode(b)) return true;
  const [one, other] = [unitOf(a), unitOf(b)];
  if (one.noun !== other.noun) return false;
  return one.of === '' || other.of === '' || one.of === other.of;
};

const NOUN_OF: Readonly<Record<string, string>> = {
  $: 'dollar',
  us$: 'us dollar',
  usd: 'us dollar',
  usd$: 'us dollar',
  '€': 'euro',
  eur: 'euro',
  '£': 'pound',
  gbp: 'pound',
  '¥': 'yen',
  jpy: 'yen',
  '₽': 'rouble',
  rub: 'rouble',
  ruble: 'rouble',
  '₴': 'hryvnia',
  uah: 'hryvnia',
  '₹': 'rupee',
  inr: 'rupee',
};

const LISTED = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));
const isUnlistedCode = (currency: string): boolean =>
  /^[a-z]{3}$/.test(currency) && !LISTED.has(currency) && !/^(?:yen|won|lev|leu|lek|som|sol|baht)$/.test(currency);

const unitOf = (currency: string): { readonly noun: string; readonly of: string } => {
  const words = (NOUN_OF[currency] ?? currency).split(' ').map((word) => NOUN_OF[word] ?? word);
  return { noun: words.at(-1) ?? '', of: words.slice(0, -1).join(' ') };
};

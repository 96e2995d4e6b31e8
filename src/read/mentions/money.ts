import type { Span } from '../../model/index.ts';

const AMOUNT = String.raw`\d{1,3}(?:[,. ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const MAGNITUDE = String.raw`(?:hundred|thousand|million|billion|trillion|mn|bn|tn|mln|bln|trn|mio|mrd|crore|lakh|[kmbt])\b`;
const SYMBOL = String.raw`(?:(?:US|USD|A|AU|C|CA|NZ|HK|S|R|NT|MX)?\$|€|£|¥|₽|₴|₹|₩|₪|₺|₦|₸|₫|฿)`;
/** Amounts in words, with a capital or without. */
const SPELLED = `(?:${'half a|half an|several|some|an|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|tens of|dozens of|hundreds of|thousands of|millions of|billions of|trillions of'
  .split('|')
  .map((words) => `[${words[0]}${words[0]?.toUpperCase()}]${words.slice(1)}`)
  .join('|')})`;

/** Currency names of CLDR, by `Intl`: the last word of each, with plurals; words that mean other things mostly are out. */
const NOUNS = (() => {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const out = new Set([
    'rouble',
    'roubles',
    'crown',
    'crowns',
    'bucks',
    'cents',
    'cent',
    'pence',
    'renminbi',
    'quid',
    'sterling',
    'kronor',
    'kroner',
  ]);
  for (const code of Intl.supportedValuesOf('currency')) {
    const word =
      names
        .of(code)
        ?.replace(/\(.*\)/, '')
        .trim()
        .split(/\s+/)
        .at(-1)
        ?.toLowerCase() ?? '';
    if (
      /^\p{L}{3,}$/u.test(word) &&
      !/^(?:unit|units|gold|silver|platinum|palladium|currency|code|rights|real|mark|sol|won|dong|lev|leu|lek|som|vatu|kina|pound|all|rand|peso|certificate|certificates|points|composite|conversion|austral|bond|fund|funds)$/.test(
        word,
      )
    ) {
      out.add(word);
      out.add(`${word}s`);
    }
  }
  for (const word of [
    'reais',
    'real',
    'marks',
    'won',
    'dong',
    'leva',
    'lei',
    'soms',
    'pound',
    'pounds',
    'rand',
    'peso',
    'pesos',
    'zlotys',
    'hryvnias',
    'euro',
    'euros',
  ])
    out.add(word);
  return [...out].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
})();
const CODES = Intl.supportedValuesOf('currency')
  .filter((code) => !/^(?:X|ALL$|TOP$|TRY$|MOP$|CUP$|GEL$|MAD$|PEN$|LAK$|SOS$|BAM$)/.test(code))
  .join('|');

const PER_SHARE = String.raw`(?:[\s-](?:a|per|each|for each|in cash)(?![\p{L}]))`;
const RANGE = String.raw`(?:\s?(?:-|–|to)\s?(?:${SYMBOL}\s?)?(?:${AMOUNT}))?`;
const FORMS: readonly RegExp[] = [
  // $1.5 billion, €12-15m, US$300 million
  new RegExp(
    String.raw`(?<![\p{L}\d])${SYMBOL}\s?(?:${AMOUNT})(?:[\s-]?${MAGNITUDE})?${RANGE}(?:[\s-]?${MAGNITUDE})?`,
    'giu',
  ),
  // EUR 2.5bn, USD300m
  new RegExp(String.raw`(?<![\p{L}\d])(?:${CODES})\s?(?:${AMOUNT})(?:[\s-]?${MAGNITUDE})?(?![\p{L}\d])`, 'gu'),
  // 640 million Aldmark crowns, 12m euros, 2.5bn USD, half a million dollars
  new RegExp(
    String.raw`(?<![\p{L}\d.,$€£])(?:(?:${AMOUNT})${RANGE}|${SPELLED})(?![\p{L}])(?:[\s-]?${MAGNITUDE})?(?:\s(?:hundred|thousand|million|billion|trillion)s?)?(?:\sof)?\s?(?:\p{Lu}[\p{L}.]{1,20}\s)?(?:${NOUNS}|${CODES})(?![\p{L}\d])`,
    'gu',
  ),
  // 171p a share, 285p each: pence, where the words behind say so
  new RegExp(String.raw`(?<![\p{L}\d.,$€£])(?:${AMOUNT})p(?=${PER_SHARE})`, 'gu'),
  // LNC 171 per share, LNC 24.9 billion: a code that no list has
  new RegExp(
    String.raw`(?<![\p{L}\d])\p{Lu}{3}\s(?:${AMOUNT})(?:(?=${PER_SHARE})|[\s-]?(?:million|billion|trillion|bn|mn))(?![\p{L}\d])`,
    'gu',
  ),
];

/** Amounts of money with their currency, in text order, never overlapping. */
export const findMoney = (text: string, start: number, end: number): readonly Span[] => {
  const body = text.slice(start, end);
  const found: Span[] = [];
  for (const form of FORMS) {
    for (const match of body.matchAll(form)) {
      const words = match[0].trimEnd();
      if (/^(?:a|an|one|some|several)\s\p{L}+$/iu.test(words)) continue;
      const span: Span = [start + match.index, start + match.index + words.length];
      if (!found.some((other) => other[0] < span[1] && span[0] < other[1])) found.push(span);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
};

/** Scripts that, in reporting, are read as one language each; Unicode names of scripts, BCP 47 tags of languages. */
const ONE_LANGUAGE: readonly (readonly [script: string, language: string])[] = [
  ['Greek', 'el'],
  ['Hebrew', 'he'],
  ['Thai', 'th'],
  ['Lao', 'lo'],
  ['Khmer', 'km'],
  ['Myanmar', 'my'],
  ['Georgian', 'ka'],
  ['Armenian', 'hy'],
  ['Hangul', 'ko'],
  ['Bengali', 'bn'],
  ['Gurmukhi', 'pa'],
  ['Gujarati', 'gu'],
  ['Oriya', 'or'],
  ['Tamil', 'ta'],
  ['Telugu', 'te'],
  ['Kannada', 'kn'],
  ['Malayalam', 'ml'],
  ['Sinhala', 'si'],
  ['Ethiopic', 'am'],
  ['Tibetan', 'bo'],
  ['Thaana', 'dv'],
];

const script = (name: string): RegExp => new RegExp(`\\p{Script=${name}}`, 'gu');

const SINGLE: readonly (readonly [RegExp, string])[] = ONE_LANGUAGE.map(([name, language]) => [script(name), language]);
const LATIN = script('Latin');
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = script('Han');
const CYRILLIC = script('Cyrillic');
const ARABIC = script('Arabic');

const count = (text: string, of: RegExp): number => (text.match(of) ?? []).length;

/** How a text is written, with its language where the script alone tells it. */
export type Writing =
  | { readonly kind: 'none' }
  | { readonly kind: 'latin' }
  | { readonly kind: 'other'; readonly language: string | null };

/**
 * Letters that of the languages of a script only some write, after the exemplar characters of Unicode's CLDR. The first line of which a
 * text has enough tells its language; languages that share a line with others, or have no letters of their own, are told otherwise.
 */
const OWN_LETTERS: readonly (readonly [script: RegExp, letters: RegExp, language: string])[] = [
  [CYRILLIC, /[ҷӣӯ]/giu, 'tg'],
  [CYRILLIC, /[җ]/giu, 'tt'],
  [CYRILLIC, /[ұ]|ә(?=\p{L})/giu, 'kk'],
  [CYRILLIC, /[ѓќѕ]/giu, 'mk'],
  [CYRILLIC, /[ђћ]/giu, 'sr'],
  [CYRILLIC, /[їєґ]/giu, 'uk'],
  [ARABIC, /[ټډړږښګ]/gu, 'ps'],
  [ARABIC, /[ێڵڕۆ]/gu, 'ku'],
];

/** One such letter in so many stands in names too. */
const LETTERS_PER_OWN = 150;

/** Tells by script how a text is written; `none` for a text with fewer than two letters. Linear in its length. */
export const writingOf = (text: string): Writing => {
  const letters = count(text, /\p{L}/gu);
  if (letters < 2) return { kind: 'none' };
  if (count(text, LATIN) * 2 >= letters) return { kind: 'latin' };
  const kana = count(text, KANA);
  const han = count(text, HAN);
  if ((kana + han) * 2 > letters) return { kind: 'other', language: kana * 10 > han ? 'ja' : 'zh' };
  const single = SINGLE.find(([of]) => count(text, of) * 2 > letters);
  if (single) return { kind: 'other', language: single[1] };
  const own = OWN_LETTERS.find(
    ([of, some]) => count(text, some) * LETTERS_PER_OWN > letters && count(text, of) * 2 > letters,
  );
  return { kind: 'other', language: own?.[2] ?? null };
};

import { countryNamed } from '../countries/country-of.ts';
import { lazy } from '../world/data-file.ts';
import { legalFormNames, orgWordForms } from '../world/name-lists.ts';
import { MOST_NAME_WORDS } from './align-words.ts';
import { stripGenitive } from './fold.ts';
import { readNumber } from './name-numbers.ts';
import { type NameWord, nameWord } from './name-word.ts';
import { FUNCTION_WORDS } from './name-words.ts';
import { remember } from './remember.ts';
import { romanize } from './romanize.ts';
import { type RawWord, splitWords } from './split-words.ts';

/** A name of a company, an organization, a public body, a vessel or a place, taken apart for comparing. */
export interface ReadBody {
  /** The words that name: without legal forms, articles and small words, as long as any are left. */
  readonly words: readonly NameWord[];
  /** General kinds of the legal forms it carries (LLC, JSC, …); empty when it has none. */
  readonly forms: readonly string[];
  /** The legal forms as written. */
  readonly formWords: string;
  /** All words run together, forms included. */
  readonly solid: string;
}

/** Small words of other languages than English that a name of a body may carry or lose. */
const SMALL: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...'de la le les du des del della di do da dos das der die das und et e y i el los las den van al'.split(' '),
]);

/** Words of reach that companies add to their names; the lists of sorts in `org-words.tsv` have "international" and "world". */
const REACH: ReadonlySet<string> = new Set(
  'europe asia africa america americas eurasia pacific emea worldwide'.split(' '),
);

/** What a ship's name may begin with; after rigour's list of prefixes of names of things. */
const VESSEL_PREFIXES: ReadonlySet<string> = new Set([
  'mv',
  'mt',
  'ms',
  'ss',
  'mts',
  'fv',
  'my',
  'sv',
  'mtr',
  'lng',
  'lpg',
  'vlcc',
  'tanker',
  'vessel',
  'ship',
  'yacht',
  'motor',
  'uss',
  'hms',
]);

/** The longest form or phrase, in words. */
const MOST_WORDS = 6;

const fold = (form: string): string =>
  splitWords(form, true)
    .map((word) => word.text.replace(/ /g, ''))
    .join(' ');

/** By the folded words, so that each spelling with dots, accents or another script meets its romanization. */
const folded = (map: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [form, values] of map) {
    const key = fold(form);
    if (key !== '' && !found.has(key)) found.set(key, values[0] ?? '');
  }
  return found;
};

const forms = lazy(() => folded(legalFormNames()));
const concepts = lazy(() => folded(orgWordForms()));

/** Words of a legal form that are as often part of the name, and such as are no form by themselves. */
const NO_FORM: ReadonlySet<string> = new Set(
  'in lt at as sa is it no on to an am aps bank and joint stock group trust fund club co op public private'.split(' '),
);

const phrase = (words: readonly RawWord[], from: number, to: number): string => {
  let text = '';
  for (let at = from; at < to; at++) text += (at > from ? ' ' : '') + (words[at]?.text ?? '');
  return text;
};

interface Stripped {
  readonly words: readonly RawWord[];
  readonly forms: readonly string[];
  readonly formWords: readonly string[];
}

/** Takes legal forms off both ends, the longest first; inside the name only long ones, before a bracket or a place. */
const withoutForms = (all: readonly RawWord[]): Stripped => {
  const known = forms();
  const kinds: string[] = [];
  const formWords: string[] = [];
  let [first, last] = [0, all.length];
  const isForm = (text: string, isAtEnd: boolean): boolean =>
    known.has(text) && !/^[ivx]+$/.test(text) && (isAtEnd ? text !== 'in' : !NO_FORM.has(text));
  for (let changed = true; changed; ) {
    changed = false;
    for (let size = Math.min(MOST_WORDS, last - first - 1); size >= 1; size--) {
      const atEnd = phrase(all, last - size, last);
      const atStart = phrase(all, first, first + size);
      const found = isForm(atEnd, true) ? atEnd : isForm(atStart, false) ? atStart : null;
      if (found === null) continue;
      kinds.push(known.get(found) ?? '');
      formWords.push(found);
      if (found === atEnd && isForm(atEnd, true)) last -= size;
      else first += size;
      changed = true;
      break;
    }
  }
  return { words: all.slice(first, last), forms: [...new Set(kinds)].filter((kind) => kind !== ''), formWords };
};

/** Names of countries and phrases for a sort of organization as one word each. */
const withConcepts = (words: readonly RawWord[]): readonly NameWord[] => {
  const made: NameWord[] = [];
  const hasSmall = words.some((word) => /\p{Ll}/u.test(word.written));
  for (let at = 0; at < words.length; ) {
    const word = words[at] as RawWord;
    let size = Math.min(4, words.length - at);
    let concept: string | null = null;
    for (; size >= 1; size--) {
      const text = phrase(words, at, at + size);
      concept = concepts().get(text) ?? null;
      if (concept === null && (size > 1 || text.length > 1)) {
        const country = countryNamed(text);
        if (country !== null) concept = `country ${country}`;
      }
      if (concept !== null) break;
    }
    if (concept === null) size = 1;
    const text = size === 1 ? word.text : phrase(words, at, at + size).replace(/ /g, '');
    const native = words
      .slice(at, at + size)
      .map((item) => item.native)
      .join(' ');
    if (REACH.has(text)) concept = 'reach';
    const number = size === 1 ? readNumber(word.written, word.text, at > 0) : null;
    const isAcronym = size === 1 && /^\p{Lu}{2,5}$/u.test(word.written) && (word.isDotted || hasSmall);
    made.push(nameWord(text, native, word.script, { concept: number === null ? concept : null, number, isAcronym }));
    at += size;
  }
  return made;
};

/** "Forty 4" and "forty-four" are one number. */
const joinNumbers = (words: readonly NameWord[]): readonly NameWord[] => {
  const made: NameWord[] = [];
  for (const word of words) {
    const before = made.at(-1);
    const isTens =
      before !== undefined &&
      before.number !== null &&
      /^[a-z]/.test(before.text) &&
      before.number >= 20 &&
      before.number % 10 === 0;
    if (isTens && word.number !== null && word.number > 0 && word.number < 10) {
      made[made.length - 1] = nameWord(`${before.text}${word.text}`, `${before.native} ${word.native}`, before.script, {
        number: (before.number ?? 0) + word.number,
      });
    } else made.push(word);
  }
  return made;
};

/** The longest legal form or word for a sort of organization, in Chinese characters. */
const MOST_CHARACTERS = 8;

/** A name in Chinese characters parted before the legal form and the words for sorts that it ends in, which stand without spaces. */
const splitCharacters = (word: RawWord): readonly RawWord[] => {
  if (word.script !== 'han') return [word];
  const part = (characters: string): RawWord => ({
    ...word,
    written: characters,
    native: characters,
    text: romanize(characters, 'han').toLowerCase(),
  });
  const parts: RawWord[] = [];
  let rest = word.native;
  for (let size = Math.min(MOST_CHARACTERS, rest.length - 1); size >= 2; size--) {
    const piece = rest.slice(-size);
    if (!legalFormNames().has(piece) && !orgWordForms().has(piece)) continue;
    parts.unshift(part(piece));
    rest = rest.slice(0, -size);
    size = Math.min(MOST_CHARACTERS, rest.length - 1) + 1;
  }
  return [parts.length === 0 ? word : part(rest), ...parts];
};

const unspaced = (word: RawWord): RawWord =>
  word.text.includes(' ') ? { ...word, text: word.text.replace(/ /g, '') } : word;

const readBody = (name: string, isVessel: boolean): ReadBody => {
  const raw = splitWords(stripGenitive(name).replace(/\bM\/([VTSY])\b/gi, 'M$1'), true)
    .flatMap(splitCharacters)
    .map(unspaced);
  let start = 0;
  if (isVessel) while (start < raw.length - 1 && VESSEL_PREFIXES.has(raw[start]?.text ?? '')) start++;
  const stripped = isVessel ? { words: raw.slice(start), forms: [], formWords: [] } : withoutForms(raw);
  const named = stripped.words.filter((word) => !SMALL.has(word.text));
  const words = joinNumbers(withConcepts(named.length > 0 ? named : stripped.words));
  return {
    words: words.slice(0, MOST_NAME_WORDS),
    forms: stripped.forms,
    formWords: stripped.formWords.join(' '),
    solid: raw.map((word) => word.text).join(''),
  };
};

/** Takes the name of a body or a place apart for comparing. Never fails; a name without letters has no words. Names met before are remembered. */
export const bodyOf: (name: string) => ReadBody = remember((name) => readBody(name, false));

/** The same for vessels: a ship's prefix ("MV") may stand before the name, and no legal form behind it. */
export const vesselOf: (name: string) => ReadBody = remember((name) => readBody(name, true));

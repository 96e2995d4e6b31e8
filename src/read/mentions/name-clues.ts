import { compareTokens, isGivenName, LEGAL_FORMS, orgHead } from '../../text/index.ts';
import type { Token } from '../known.ts';
import type { NameType } from './name-types.ts';
import { type Clues, NO_CLUES, type Weights } from './type-clues.ts';
import type { Run } from './words.ts';

type Likeliest = ReadonlyMap<string, readonly [type: NameType, share: number]>;

/**
 * What the other names of a document say of the type of one, as logarithms of odds, rounded: counted over the training part of
 * worldwide-news-ner.
 *
 * Of 1,441 surnames and given names alone 1,082 had the full name in the same document, of 4,348 other single words 12; of
 * people named in full three times or more nearly all were also called by the surname alone; no person's name has "and" in it.
 */
const SURNAME: Clues = new Map([['person', 4.5]]);
const GIVEN_NAME: Clues = new Map([['person', 3.5]]);
const ALONE: Clues = new Map([['person', -2.3]]);
const GIVEN_ALONE: Clues = new Map([['person', -1]]);
const ONLY_IN_FULL: Clues = new Map([['person', -0.8]]);
/** "Ada Hale", where nothing else tells. */
const GIVEN_FIRST: Clues = new Map([['person', 0.5]]);
const NEVER_SHORT: Clues = new Map([['person', -2]]);
const JOINED: Clues = new Map<NameType, number>([
  ['organization', 2],
  ['person', -3],
]);
const SHORT_OF_COMPANY: Clues = new Map([['organization', 2]]);
/** "Halden Courier", "Halden Institute": called after a place, or the body itself. */
const NAMES_BODY: Clues = new Map<NameType, number>([
  ['organization', 0.7],
  ['place', 0.7],
  ['person', -3.5],
]);

/** Weight by which something beside a name speaks for a person: a title, an age, kin. */
const OF_PERSON = 1.5;

/** Letters of a person's name; what is longer is a list. */
const LONGEST = 60;

/** How likely the type of one must be to say something of another. */
const SURE = 0.6;

const isGiven = (word: string): boolean => isGivenName(word.charAt(0).toUpperCase() + word.slice(1));
const firstWord = (key: string): string => key.slice(0, key.includes(' ') ? key.indexOf(' ') : key.length);
const lastWord = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);

/** What the names of a document say of each other. */
export const cluesOfKeys = (
  keys: ReadonlyMap<string, { readonly clues: Clues; readonly count: number }>,
  likeliest: Likeliest,
): ((key: string) => Clues) => {
  const surnames = new Set<string>();
  const given = new Set<string>();
  const companies = new Set<string>();
  const named = new Set<string>();
  const words = new Set<string>();
  for (const key of keys.keys()) {
    if (!key.includes(' ')) {
      words.add(key);
      continue;
    }
    const [type, share] = likeliest.get(key) ?? ['other', 0];
    if (type === 'person' && share >= SURE && key.length < LONGEST) {
      // "Al Harqan" of "Yousef Al Harqan", "Mardini" of "Fawzi al-Mardini"
      for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) surnames.add(key.slice(at + 1));
      surnames.add(lastWord(key).replace(/^(?:al|el|ul|as|es|ar|an|at|ad)-/, ''));
      given.add(firstWord(key));
    } else if (type === 'organization' && share >= SURE) {
      if (isOfSort(lastWord(key))) companies.add(key.slice(0, key.lastIndexOf(' ')));
      else named.add(key.slice(0, key.lastIndexOf(' ')));
    }
  }
  const clues = (key: string): Clues => {
    const own = keys.get(key);
    const isTold = (own?.clues.get('person') ?? 0) >= OF_PERSON;
    if (surnames.has(key)) return SURNAME;
    if (!isTold && named.has(key)) return NAMES_BODY;
    if (!key.includes(' ')) {
      if (given.has(key)) return GIVEN_NAME;
      return isTold
        ? NO_CLUES
        : companies.has(key)
          ? SHORT_OF_COMPANY
          : isGiven(key)
            ? GIVEN_ALONE
            : isHeard(key, surnames)
              ? NO_CLUES
              : ALONE;
    }
    if (/\p{L}{3} (?:&|and) \p{L}{2}/u.test(key)) return JOINED;
    if (companies.has(key)) return SHORT_OF_COMPANY;
    const isShort = words.has(firstWord(key)) || words.has(lastWord(key));
    if (isTold || isShort) return NO_CLUES;
    if (isGiven(firstWord(key))) return GIVEN_FIRST;
    return (own?.count ?? 0) >= 3 ? NEVER_SHORT : ONLY_IN_FULL;
  };
  const known = new Map<string, Clues>();
  return (key) => {
    const found = known.get(key) ?? clues(key);
    known.set(key, found);
    return found;
  };
};

/** Surnames beyond which a document is a list, and none is compared. */
const MOST_SURNAMES = 200;

/** Whether a word is the surname of somebody named in full, in another spelling. */
const isHeard = (word: string, surnames: ReadonlySet<string>): boolean => {
  if (surnames.size > MOST_SURNAMES || word.length < 5) return false;
  for (const surname of surnames)
    if (surname[0] === word[0] && Math.abs(surname.length - word.length) <= 2 && isAlike(surname, word)) return true;
  return false;
};

const isAlike = (a: string, b: string): boolean => /^(?:variant|sounds)$/.test(compareTokens(a, b));

/** "Halden Holdings", "Halden ASA": the rest is the name of a company by itself. */
const isOfSort = (word: string): boolean => LEGAL_FORMS.has(word) || orgHead(word).includes('company');

/** "Ostra and Velland", "Ostra, Velland": names side by side are mostly of one type. */
const AND = 1.8;
const COMMA = 0.7;

/** What the names right beside one say of it, by the number of the name in text order. */
export const cluesBetween = (
  tokens: readonly Token[],
  names: readonly (Run & { readonly key: string })[],
  likeliest: Likeliest,
): ((number: number) => Clues) => {
  const endsAt = new Map<number, string>();
  const startsAt = new Map<number, string>();
  for (const { first, last, key } of names) {
    if (!startsAt.has(first) || (likeliest.get(key)?.[1] ?? 0) > (likeliest.get(startsAt.get(first) ?? '')?.[1] ?? 0))
      startsAt.set(first, key);
    if (!endsAt.has(last) || (likeliest.get(key)?.[1] ?? 0) > (likeliest.get(endsAt.get(last) ?? '')?.[1] ?? 0))
      endsAt.set(last, key);
  }
  return (number) => {
    const name = names[number];
    // "Houston and Halden facilities"
    if (name === undefined || tokens[name.last]?.pos === 'NOUN') return NO_CLUES;
    let sum: Weights | null = null;
    const hear = (mark: Token | undefined, key: string | undefined): void => {
      const weight = mark?.lower === 'and' ? AND : mark?.text === ',' ? COMMA : 0;
      const [type, share] = likeliest.get(key ?? '') ?? ['other', 0];
      if (weight === 0 || key === name.key || mark?.sentence !== tokens[name.first]?.sentence || share < SURE) return;
      sum ??= new Map();
      sum.set(type, (sum.get(type) ?? 0) + weight * share);
    };
    hear(tokens[name.first - 1], endsAt.get(name.first - 1));
    hear(tokens[name.last], startsAt.get(name.last + 1));
    return sum ?? NO_CLUES;
  };
};

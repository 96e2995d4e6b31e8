import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { ADDRESSES, KIN, PERSONS, ROLE_MODIFIERS, ROLES } from './lexicon.ts';
import { isCapitalised, isGlued } from './words.ts';
import { isKinNoun, isRoleNoun, singularPerson } from './world-of-names.ts';

/** A noun that names a person, with the tokens it is written with: "son-in-law", "secretary-general", "envoy". */
export interface PersonNoun {
  readonly first: number;
  readonly last: number;
  /** In lower case and singular. */
  readonly noun: string;
  readonly kind: 'role' | 'kin' | 'person' | 'address';
  readonly plural: boolean;
}

const kindOf = (noun: string): PersonNoun['kind'] | null => {
  if (KIN.has(noun) || isKinNoun(noun)) return 'kin';
  if (PERSONS.has(noun)) return 'person';
  if (ROLES.has(noun) || isRoleNoun(noun)) return 'role';
  return ADDRESSES.has(noun) ? 'address' : null;
};

const singular = (lower: string): string => (kindOf(lower) !== null ? lower : (singularPerson(lower) ?? lower));

/** The person noun whose last token is `index`, or null. Hyphened compounds are taken whole. */
export const personNounEndingAt = (tokens: readonly Token[], index: number): PersonNoun | null => {
  const token = tokens[index];
  if (token === undefined || !/^\p{L}/u.test(token.text)) return null;
  let first = index;
  while (tokens[first - 1]?.text === '-' && isGlued(tokens, first) && isGlued(tokens, first - 1) && first - 2 >= 0) {
    if (tokens[first - 2]?.sentence !== token.sentence) break;
    first -= 2;
  }
  const lower = tokens
    .slice(first, index + 1)
    .map((part) => part.lower)
    .join('');
  const whole = singular(lower.replace(/^([a-z]+)s-in-law$/, '$1-in-law'));
  const wholeKind = isCapitalised(token) && ADDRESSES.has(whole) ? 'address' : kindOf(whole);
  if (wholeKind !== null) return { first, last: index + 1, noun: whole, kind: wholeKind, plural: whole !== lower };
  // "ex-minister", "vice-chairman", "trade-envoy": the last part decides.
  const noun = singular(token.lower);
  const kind = kindOf(noun);
  if (kind === null) return null;
  if (token.pos === 'VERB' || token.pos === 'ADV' || token.pos === 'ADP') return null;
  return { first, last: index + 1, noun, kind, plural: noun !== token.lower };
};

/** Heads of companies take few words before them; "Halden Energy chief executive" is not an energy chief. */
const COMPANY_POSTS = new Set([
  'executive',
  'ceo',
  'cfo',
  'coo',
  'cto',
  'chairman',
  'chairwoman',
  'founder',
  'owner',
  'boss',
]);
const COMPANY_MODIFIERS = new Set([
  'chief',
  'executive',
  'managing',
  'deputy',
  'vice',
  'former',
  'acting',
  'senior',
  'non',
  'general',
  'ex',
]);

/**
 * First token of the words that belong to a post in front of its noun: "deputy foreign" of "deputy foreign minister".
 *
 * @param floor Token before which nothing is taken.
 */
export const startOfRole = (tokens: readonly Token[], noun: PersonNoun, floor: number): number => {
  let first = noun.first;
  while (first - 1 >= floor) {
    const before = tokens[first - 1];
    if (before === undefined || before.sentence !== tokens[noun.first]?.sentence) break;
    if (before.text === '-' && isGlued(tokens, first) && isGlued(tokens, first - 1) && first - 2 >= floor) {
      first -= 2;
      continue;
    }
    // "White House press secretary": a name before a post in lower case is not part of it
    if (isCapitalised(before) && !isCapitalised(tokens[noun.first]) && before.sentence === tokens[first - 2]?.sentence)
      break;
    // "Then President X spoke": of time, where it begins the sentence
    if (before.text === 'Then') break;
    const allowed = COMPANY_POSTS.has(noun.noun) ? COMPANY_MODIFIERS : ROLE_MODIFIERS;
    if (before.text === 'and' && allowed.has(tokens[first - 2]?.lower ?? '') && first - 2 >= floor) {
      if (!allowed.has(tokens[first]?.lower ?? '')) break;
      first -= 2;
      continue;
    }
    const plain =
      !isCapitalised(before) && before.pos === 'ADJ' && isEnglishWord(before.lower) && !COMPANY_POSTS.has(noun.noun);
    const rank = before.lower !== 'opposition' && kindOf(before.lower) === 'role' && ROLE_MODIFIERS.has(before.lower);
    if (!allowed.has(before.lower) && !plain && !rank) break;
    first--;
  }
  return first;
};

import type { MentionType } from '../../model/index.ts';
import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { isGlued } from './capitals.ts';
import { FIELDS, HEAD_TYPES, NAME_ENDS, ORG_FORMS, PARTICLES, PRESS_WORDS } from './lexicon.ts';
import type { Piece } from './names.ts';
import {
  isCompanyForm,
  isDemonym,
  isFamilyName,
  isGivenName,
  isSeat,
  outletWeight,
  placeWeight,
  typeByEnding,
} from './world-of-names.ts';

/** A name may also be that of an event, which is no mention. */
export type NameType = MentionType | 'event';
export type Votes = Map<NameType, number>;

export const vote = (votes: Votes, type: NameType, weight: number): void => {
  votes.set(type, (votes.get(type) ?? 0) + weight);
};

/** What a name is compared by within a document: its words in lower case, without article. */
export const keyOf = (tokens: readonly Token[], first: number, last: number): string =>
  nameOf(tokens, first, last).toLowerCase().replaceAll('’', "'");

/** What the words of a name say of its type. */
export const voteByWords = (tokens: readonly Token[], piece: Piece, votes: Votes): void => {
  const words = tokens.slice(piece.first, piece.last);
  const lastWord = words.at(-1);
  const firstWord = words[0];
  if (lastWord === undefined || firstWord === undefined) return;
  const name = nameOf(tokens, piece.first, piece.last);
  const place = placeWeight(name);
  if (place > 0) vote(votes, 'place', place);
  const outlet = outletWeight(name);
  if (outlet > 0) vote(votes, 'organization', outlet);
  if (isSeat(name)) vote(votes, 'publicBody', 8);
  if (words.length > 1 && (ORG_FORMS.has(lastWord.lower) || isCompanyForm(lastWord.text)))
    vote(votes, 'organization', 6);
  const of = words.findIndex((word, i) => i > 0 && (word.text === 'of' || word.text === 'for'));
  const head = of > 0 ? words[of - 1] : lastWord;
  const headType = head === undefined ? undefined : typeOfName(head);
  if (headType !== undefined && (words.length > 1 || isTelling(headType, lastWord.lower))) vote(votes, headType, 5);
  if (words.length > 1 && headType === undefined && PRESS_WORDS.has(lastWord.lower) && !isGivenName(firstWord.text))
    vote(votes, 'organization', 3);
  const leading = LEADING.get(firstWord.lower);
  if (words.length > 1 && leading !== undefined && headType === undefined) {
    vote(votes, leading, 5);
  }
  if (words.some((word) => /^\p{Lu}{2,6}$/u.test(word.text) && !PARTICLES.has(word.lower)) && placeWeight(name) === 0) {
    vote(votes, 'organization', 1.3);
    vote(votes, 'person', words.length === 1 ? -2 : -0.5);
  }
  if (words.length > 1 && isGivenName(firstWord.text) && headType === undefined) vote(votes, 'person', 4);
  if (words.length === 1 && isGivenName(firstWord.text)) vote(votes, 'person', 1.2);
  if (headType === undefined && isFamilyName(lastWord.text) && !isEnglishWord(lastWord.lower))
    vote(votes, 'person', words.length > 1 ? 1 : 0.7);
  if (
    words.slice(1).some((word) => /^\p{Lu}\.$/u.test(word.text)) ||
    (words.length > 1 && /^\p{Lu}\.$/u.test(firstWord.text))
  ) {
    vote(votes, 'person', 3);
  }
  if (words.slice(1).some((word) => PARTICLES.has(word.lower) && word.text === word.lower)) vote(votes, 'person', 1.5);
  if (
    words.some(
      (word) => /^\p{L}+\p{Ll}\p{Lu}/u.test(word.text) && !/^(?:Mc|Mac|De|Di|Le|La|O[’'])\p{Lu}/u.test(word.text),
    )
  )
    vote(votes, 'organization', 1.2);
  if (words.some((word) => /^\p{L}{3,}\d{1,3}$/u.test(word.text)) || /\p{L}\.\p{L}{2,4}$/u.test(name)) {
    vote(votes, 'organization', 3);
    vote(votes, 'person', -3);
  }
  if (words.length > 2 && /^cent(?:re|er)$/.test(head?.lower ?? '') && words[of]?.text === 'for')
    vote(votes, 'organization', 6);
  if (
    words.length > 1 &&
    /^(?:jr|sr|junior|senior|père|fils)\.?$/iu.test(words.at(-1)?.text.replace(/[()]/gu, '') ?? '')
  )
    vote(votes, 'person', 4);
  if (words.length > 2 && /\(\s?(?:jr|sr|junior|senior)/iu.test(name)) vote(votes, 'person', 4);
  if (words.some((word) => word.text === '&')) vote(votes, 'organization', 2);
};

/** A name as written, without article. */
export const nameOf = (tokens: readonly Token[], first: number, last: number): string => {
  let name = '';
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token === undefined || (i === first && token.lower === 'the' && last > first + 1)) continue;
    name += `${isGlued(tokens, i) || name === '' ? '' : ' '}${token.text}`;
  }
  return name;
};

const typeOfName = (head: Token): NameType | undefined =>
  HEAD_TYPES.get(head.lower) ?? NAME_ENDS.get(head.lower) ?? typeByEnding(head.text) ?? undefined;

/** Names that may begin with what they are: "Hotel Almiro", "Port Cessy", "Lake Tarn". */
const LEADING: ReadonlyMap<string, MentionType> = new Map([
  ...['hotel', 'villa', 'palace', 'hospital', 'cafe', 'club', 'camp', 'fort', 'university'].map(
    (word) => [word, 'facility'] as const,
  ),
  ...[
    'port',
    'lake',
    'mount',
    'cape',
    'isle',
    'gulf',
    'bay',
    'island',
    'north',
    'south',
    'east',
    'west',
    'new',
    'saint',
    'st.',
  ].map((word) => [word, 'place'] as const),
  ...['radio', 'bank', 'institute'].map((word) => [word, 'organization'] as const),
]);

const isTelling = (type: NameType, lower: string): boolean =>
  type === 'publicBody' &&
  /^(?:parliament|senate|congress|duma|knesset|treasury|pentagon|kremlin|bundestag|cabinet|interpol)$/.test(lower);

/**
 * The type that a name's votes speak for, or null when too little speaks for any.
 *
 * A name of two words and more that no word marks as something else is most often a person.
 */
export const decideType = (tokens: readonly Token[], piece: Piece, votes: Votes): MentionType | null => {
  const words = tokens.slice(piece.first, piece.last).filter((token) => /^\p{L}/u.test(token.text));
  const unknown = words.filter((token) => !isEnglishWord(token.lower));
  const all = new Map(votes);
  if (
    words.length >= 2 &&
    words.length <= 4 &&
    unknown.length > 0 &&
    !words.some((token) => HEAD_TYPES.has(token.lower) || FIELDS.has(token.lower) || isDemonym(token.lower))
  ) {
    vote(all, 'person', words.at(-1) !== undefined && unknown.includes(words.at(-1) as Token) ? 1.3 : 0.8);
  }
  let best: NameType | null = null;
  for (const [type, weight] of all) {
    if (weight >= 1 && (best === null || weight > (all.get(best) ?? 0))) best = type;
  }
  return best === 'event' ? null : best;
};

import type { MentionType } from '../../model/index.ts';
import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { isCapitalised, isGlued, isPossessive } from './capitals.ts';
import {
  DIRECTIONS,
  FIELDS,
  HEAD_TYPES,
  HUMAN_VERBS,
  MOVEMENT_VERBS,
  NAME_ENDS,
  ORG_FORMS,
  PARTICLES,
  PLACE_PREPOSITIONS,
  SAYING,
} from './lexicon.ts';
import type { Piece } from './names.ts';
import { personNounEndingAt } from './roles.ts';
import {
  isCompanyForm,
  isDemonym,
  isFamilyName,
  isGivenName,
  isPlace,
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

/** What stands around a name says of its type. */
export const voteByContext = (tokens: readonly Token[], piece: Piece, votes: Votes): void => {
  if (piece.noun !== null) vote(votes, 'person', piece.noun.kind === 'address' ? 6 : 5);
  voteByLeft(tokens, piece, votes);
  voteByRight(tokens, piece, votes);
};

const voteByLeft = (tokens: readonly Token[], piece: Piece, votes: Votes): void => {
  const sentence = tokens[piece.first]?.sentence;
  let at = piece.from - 1;
  const article = tokens[at]?.lower === 'the' && tokens[at]?.sentence === sentence;
  if (article) at--;
  const before = tokens[at];
  if (before === undefined || before.sentence !== sentence) return;
  if (article && !isModifier(tokens, piece)) {
    vote(votes, 'person', -2);
    vote(votes, 'place', -0.5);
    if (piece.last - piece.first === 1) vote(votes, 'organization', 0.5);
  }
  if (piece.noun !== null) return;
  const headType = HEAD_TYPES.get(before.lower);
  if (
    !article &&
    headType !== undefined &&
    !isGlued(tokens, piece.first) &&
    !isCapitalised(before) &&
    before.pos === 'NOUN'
  ) {
    if (
      [
        'company',
        'firm',
        'bank',
        'newspaper',
        'magazine',
        'broadcaster',
        'agency',
        'giant',
        'group',
        'daily',
        'weekly',
        'channel',
        'outlet',
        'conglomerate',
        'airline',
        'operator',
      ].includes(before.lower)
    )
      vote(votes, 'organization', 4);
    else if (['ferry', 'ship', 'vessel', 'yacht', 'tanker', 'jet'].includes(before.lower)) vote(votes, 'asset', 4);
    else if (['capital', 'city', 'town', 'village', 'province', 'region', 'island', 'port'].includes(before.lower))
      vote(votes, 'place', 3);
    else if (before.lower === 'hotel') vote(votes, 'facility', 4);
  }
  if (DIRECTIONS.has(before.lower) && !isCapitalised(before) && !article) vote(votes, 'place', 2);
  if (before.text === 'of') {
    const owner = tokens[at - 1];
    if (
      owner !== undefined &&
      /^(?:city|town|village|port|capital|province|region|republic|kingdom|island|north|south|east|west)$/.test(
        owner.lower,
      )
    )
      vote(votes, 'place', 3);
    const post = personNounEndingAt(tokens, at - 1);
    if (post !== null && /^(?:executive|chairman|founder|owner|ceo|director|shareholder)$/.test(post.noun))
      vote(votes, 'organization', 2);
    if (/^(?:crew|captain|deck|wheelhouse|hull|bridge)$/.test(owner?.lower ?? '')) vote(votes, 'asset', 3);
    if (post?.kind === 'kin') vote(votes, 'person', 2);
    if (owner !== undefined && /^(?:shares|shareholders|stake|subsidiary|unit|board|percent|cent)$/.test(owner.lower))
      vote(votes, 'organization', 1.5);
  }
  if (before.lower === 'aboard') vote(votes, 'asset', 3);
  if (before.lower === 'board' && tokens[at - 1]?.lower === 'on') vote(votes, 'asset', 3);
  if (PLACE_PREPOSITIONS.has(before.lower)) vote(votes, 'place', before.lower === 'in' ? 2 : 1.5);
  if (before.text === 'of' && tokens[at - 1]?.lower === 'out') vote(votes, 'place', 1.2);
  if (before.lower === 'off' || before.lower === 'via' || before.lower === 'between') vote(votes, 'place', 0.6);
  if (before.lower === 'at') vote(votes, 'place', 0.4);
  if (before.lower === 'to' || before.lower === 'from') {
    const verb = nearestVerb(tokens, at);
    if (verb !== null && MOVEMENT_VERBS.has(verb.lemma)) vote(votes, 'place', 1.5);
    else vote(votes, 'place', 0.3);
  }
  if (before.lower === 'by' || before.lower === 'with' || before.lower === 'told') vote(votes, 'person', 0.5);
  if (/^(?:visit|visited|left|leave|leaving|visiting|toured)$/.test(before.lower)) vote(votes, 'place', 0.8);
};

/** The name stands before a noun in lower case: "the Aldmark registry". */
const isModifier = (tokens: readonly Token[], piece: Piece): boolean => {
  const next = tokens[piece.last];
  if (next === undefined || next.sentence !== tokens[piece.first]?.sentence || !/^\p{Ll}/u.test(next.text))
    return false;
  return next.pos === 'NOUN' || next.pos === 'ADJ';
};

const nearestVerb = (tokens: readonly Token[], at: number): Token | null => {
  for (let i = at - 1; i >= 0 && at - i <= 4; i--) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== tokens[at]?.sentence) return null;
    if (token.pos === 'VERB') return token;
  }
  return null;
};

/** What countries have: "Aldmark officials", "the Ostra government". */
const OF_COUNTRIES =
  /^(?:officials?|governments?|capital|parliament|presidents?|ministers?|ministry|prime|foreign|army|troops|authorities|coast|border|crowns?|citizens?|people)$/;

const voteByRight = (tokens: readonly Token[], piece: Piece, votes: Votes): void => {
  const sentence = tokens[piece.first]?.sentence;
  const next = tokens[piece.last];
  const after = tokens[piece.last + 1];
  if (next === undefined || next.sentence !== sentence) return;
  if (
    isModifier(tokens, piece) &&
    /^(?:assets|shares|subsidiary|shareholders|facilities|brand|stock)$/.test(next.lower)
  )
    vote(votes, 'organization', 1.5);
  if (
    isModifier(tokens, piece) &&
    piece.last - piece.first > 1 &&
    /^(?:investment|banker|bankers|executive|executives|analyst|analysts|economist|trader|employee|employees)$/.test(
      next.lower,
    )
  )
    vote(votes, 'organization', 4);
  if (next.text === '-' && isGlued(tokens, piece.last) && /^\p{Ll}/u.test(after?.text ?? ''))
    vote(votes, 'person', -1.5);
  if (isModifier(tokens, piece) && OF_COUNTRIES.test(next.lower)) vote(votes, 'place', 1);
  if (isModifier(tokens, piece) && HEAD_TYPES.get(next.lower.replace(/s$/, '')) === 'place' && next.lower !== 'square')
    vote(votes, 'place', 2);
  if (next.lower === 'who' || (next.text === ',' && (after?.lower === 'who' || after?.lower === 'whom'))) {
    vote(votes, 'person', 3);
  }
  // "X, 34,"
  if (next.text === ',' && /^[1-9]\d$/.test(after?.text ?? '') && /^[,.]$/.test(tokens[piece.last + 2]?.text ?? ''))
    vote(votes, 'person', 4);
  if (
    next.text === ',' &&
    after !== undefined &&
    isCapitalised(after) &&
    after.sentence === sentence &&
    isPlace(after.text)
  ) {
    vote(votes, 'place', 1.5);
  }
  if (isPossessive(tokens, piece.last)) {
    for (let i = piece.last + 1; i < piece.last + 5; i++) {
      const noun = personNounEndingAt(tokens, i);
      if (noun?.kind === 'kin') vote(votes, 'person', 2.5);
      else if (noun !== null && /^(?:executive|founder|shareholder|ceo|owner)$/.test(noun.noun))
        vote(votes, 'organization', 1.5);
      else if (noun !== null && /^(?:president|minister|premier|ambassador|government|chancellor)$/.test(noun.noun))
        vote(votes, 'place', 2);
      else if (
        /^(?:government|parliament|capital|army|ministry|central|economy|border|borders)$/.test(tokens[i]?.lower ?? '')
      )
        vote(votes, 'place', 2);
      else if (/^(?:office|lawyer|lawyers|aides|aide|party|house|home)$/.test(tokens[i]?.lower ?? ''))
        vote(votes, 'person', 0.5);
      else if (/^(?:ADJ|NOUN|PROPN)$/.test(tokens[i]?.pos ?? '')) continue;
      break;
    }
    return;
  }
  let v = piece.last;
  while (
    tokens[v]?.sentence === sentence &&
    (tokens[v]?.pos === 'AUX' || tokens[v]?.pos === 'ADV' || tokens[v]?.pos === 'PART')
  )
    v++;
  const verb = tokens[v];
  if (verb === undefined || verb.sentence !== sentence || verb.pos !== 'VERB') return;
  const passive = v > piece.last && tokens[v - 1]?.lemma === 'be';
  if (SAYING.has(verb.lemma) && !passive) {
    vote(votes, 'person', 1.2);
    vote(votes, 'organization', 0.9);
  } else if (HUMAN_VERBS.has(verb.lemma)) vote(votes, 'person', 1);
};

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

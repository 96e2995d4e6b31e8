import type { Token } from '../known.ts';
import { isCapitalised, isGlued, isPossessive } from './capitals.ts';
import { type Votes, vote } from './evidence.ts';
import {
  DIRECTIONS,
  HEAD_TYPES,
  HUMAN_VERBS,
  MOVEMENT_VERBS,
  PLACE_PREPOSITIONS,
  PRESS_NOUNS,
  SAYING,
} from './lexicon.ts';
import type { Piece } from './names.ts';
import { personNounEndingAt } from './roles.ts';
import { isPlace } from './world-of-names.ts';

/** What stands around a name says of its type. */
export const voteByContext = (tokens: readonly Token[], piece: Piece, votes: Votes): void => {
  if (piece.noun !== null) vote(votes, 'person', piece.noun.kind === 'address' ? 6 : 5);
  voteByLeft(tokens, piece, votes);
  voteByRight(tokens, piece, votes);
};

const voteByLeft = (tokens: readonly Token[], piece: Piece, votes: Votes): void => {
  const sentence = tokens[piece.first]?.sentence;
  let at = piece.from - 1;
  const quoted = /^["“„«'‘]$/.test(tokens[at]?.text ?? '') && /^["”“»'’]$/.test(tokens[piece.last]?.text ?? '');
  if (quoted && isGlued(tokens, piece.from)) {
    // what is named in quotation marks is a paper, a firm or a ship
    vote(votes, 'organization', 1.2);
    vote(votes, 'person', -1);
    at--;
  }
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
  if (!article && PRESS_NOUNS.has(before.lower) && !isCapitalised(before) && !HEAD_TYPES.has(before.lower))
    vote(votes, 'organization', 3.5);
  if (
    /^(?:with|to)$/.test(before.lower) &&
    /^(?:interview|interviews|remarks|comments)$/.test(tokens[at - 1]?.lower ?? '')
  )
    vote(votes, 'organization', 1.5);
  if (!article && /^(?:called|named)$/.test(before.lower)) {
    const noun = HEAD_TYPES.get(tokens[at - 1]?.lower ?? '');
    if (noun !== undefined) vote(votes, noun, 4);
    else if (personNounEndingAt(tokens, at - 1) !== null) vote(votes, 'person', 4);
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
  if (!article && /^(?:including|namely|like|as)$/.test(before.lower) && followsPeople(tokens, at))
    vote(votes, 'person', 4);
  if (PLACE_PREPOSITIONS.has(before.lower) && !quoted) vote(votes, 'place', before.lower === 'in' ? 2 : 1.5);
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

/** "Businessmen close to the court, including X": who is listed is one of them. */
const followsPeople = (tokens: readonly Token[], at: number): boolean => {
  for (let i = at - 1; i > at - 9; i--) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== tokens[at]?.sentence || /^[.;:]$/.test(token.text)) return false;
    const noun = personNounEndingAt(tokens, i);
    if (noun?.plural && (noun.kind === 'role' || noun.kind === 'kin')) return true;
    if (token.pos === 'NOUN' && token.lower.endsWith('s') && HEAD_TYPES.has(token.lower.replace(/(?:ie)?s$/, '')))
      return false;
  }
  return false;
};

/** What papers do, and persons now and then. */
const PUBLISHING = /^(?:report|write|publish|cite|relay|inform|broadcast|quote|air|print)$/;

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

/** "X is an investor", "X is a state-run company" */
const voteByPredicate = (tokens: readonly Token[], from: number, votes: Votes): void => {
  for (let i = from; i < from + 5; i++) {
    const token = tokens[i];
    if (token === undefined || !/^(?:NOUN|ADJ|PROPN|PUNCT)$/.test(token.pos) || token.text === ',') return;
    if (tokens[i + 1]?.pos === 'NOUN' || tokens[i + 1]?.text === '-') continue;
    const type = HEAD_TYPES.get(token.lower);
    const person = personNounEndingAt(tokens, i);
    if (person !== null) vote(votes, 'person', person.plural ? 0 : 6);
    else if (type !== undefined && type !== 'instrument') vote(votes, type, 3);
    if (token.pos === 'NOUN') return;
  }
};

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
  if (isModifier(tokens, piece)) {
    const press = next.lower === 'news' ? (after?.lower ?? '') : next.lower;
    const article = tokens[piece.from - 1]?.lower === 'the';
    if (/^(?:newspaper|agency|portal|website|magazine|podcast|broadcaster|channel|newswire)$/.test(press))
      vote(votes, 'organization', article && next.lower !== 'news' ? 1 : 2.5);
  }
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
  if (next.lemma === 'be' && (after?.lower === 'a' || after?.lower === 'an'))
    voteByPredicate(tokens, piece.last + 2, votes);
  let v = piece.last;
  while (
    tokens[v]?.sentence === sentence &&
    (tokens[v]?.pos === 'AUX' || tokens[v]?.pos === 'ADV' || tokens[v]?.pos === 'PART')
  )
    v++;
  const verb = tokens[v];
  if (verb === undefined || verb.sentence !== sentence || verb.pos !== 'VERB') return;
  const passive = v > piece.last && tokens[v - 1]?.lemma === 'be';
  if (PUBLISHING.test(verb.lemma) && !passive) {
    const as = tokens[piece.from - 1]?.lower === 'as';
    vote(votes, 'organization', as ? 2.5 : 1.3);
    vote(votes, 'person', 1);
  } else if (SAYING.has(verb.lemma) && !passive) {
    vote(votes, 'person', 1.2);
    vote(votes, 'organization', 0.9);
  } else if (HUMAN_VERBS.has(verb.lemma)) vote(votes, 'person', 1);
};

import { LEGAL_FORMS, OFFICE_WORDS } from '../../text/index.ts';
import type { Known, Token } from '../known.ts';
import type { Recognised, RecognisedName } from '../network/recognised.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { ADDRESSES, PRESS_WORDS } from './lexicon.ts';
import { INCLUDES, type NameType, SCHEMES } from './name-types.ts';
import { personNounEndingAt } from './roles.ts';
import { isCapitalised, isGlued, isPossessive, keyOf, type Run, tokensAt } from './words.ts';
import { isLand, isSeat, typeByEnding } from './world-of-names.ts';

/** How strongly something is thought to be of each type. */
export type Votes = Map<NameType, number>;

/** A stretch that may be a name: tokens `[first, last)` without article and possessive mark, and what the network says of it. */
export interface Candidate extends Run {
  readonly key: string;
  /** Where the name ends when the next line is glued to its last word ("BriefSanctioned"); null when with its last token. */
  readonly cut: number | null;
  readonly votes: Votes;
}

export const vote = (votes: Votes, type: NameType, weight: number): void => {
  votes.set(type, (votes.get(type) ?? 0) + weight);
};

/** Least vote by which a finer type takes what a coarser label says. */
const LEAST_FINER = 0.15;

/** Every stretch that a scheme calls a name, with what the schemes say of it; defence only adds to what others see. */
export const collectNames = (
  known: Pick<Known, 'tokens'> & { readonly recognised: Recognised },
): readonly Candidate[] => {
  const { tokens, recognised } = known;
  const found = new Map<number, Candidate>();
  const find = tokensAt(tokens);
  const add = (name: RecognisedName, onlySeen: boolean): void => {
    if (isNoName(name)) return;
    for (const piece of piecesOf(
      tokens,
      find(name.start, name.end),
      SCHEMES[name.scheme].types[name.type] === 'other',
    )) {
      const run = officeOf(tokens, piece);
      const id = run.first * 1024 + Math.min(1023, run.last - run.first);
      let candidate = found.get(id);
      if (candidate === undefined) {
        if (onlySeen) continue;
        candidate = { ...run, ...cutOf(tokens, run, name.end), votes: new Map() };
        found.set(id, candidate);
      }
      for (const [type, weight] of votesOf(name)) vote(candidate.votes, within(candidate.votes, type), weight);
    }
  };
  for (const name of recognised.names) if (name.scheme === 'world') add(name, false);
  for (const name of recognised.names) if (name.scheme !== 'world' && name.scheme !== 'defence') add(name, false);
  for (const name of recognised.names) if (name.scheme === 'defence') add(name, true);
  for (const { key, votes } of found.values()) if (isSeat(key)) toBody(votes);
  splitAfterLand(tokens, found);
  const inside = new Set<string>();
  for (const { first, last } of found.values())
    if (last - first === 1 && !isFirst(tokens, first)) inside.add(tokens[first]?.text ?? '');
  for (const [id, { first, last }] of found)
    if (last - first === 1 && isPlainWord(tokens, first, inside)) found.delete(id);
  return [...found.values()].sort((a, b) => a.first - b.first || a.last - b.last);
};

/**
 * A word alone that is none of a name: an article or form of address; one of English that has its capital from a heading, or from the
 * sentence that it begins, and nowhere else in the document.
 *
 * @param within Words alone that are seen as names within a sentence.
 */
const isPlainWord = (tokens: readonly Token[], index: number, within: ReadonlySet<string>): boolean => {
  const token = tokens[index];
  if (token === undefined) return true;
  if (/^(?:the|a|an|this|that|it|we|they|he|she|i)$/.test(token.lower) || ADDRESSES.has(token.lower)) return true;
  if (!isEnglishWord(token.lower)) return false;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const isShouted = (one: Token | undefined): boolean =>
    one?.sentence === token.sentence && /^\p{Lu}{2,}$/u.test(one.text);
  if (/^\p{Lu}{4,}$/u.test(token.text)) return isShouted(before) || isShouted(after);
  return isFirst(tokens, index) && !within.has(token.text) && /^(?:NUM|ADP|ADV)$/.test(after?.pos ?? '');
};

/** Words of two names that may have been taken for one. */
const LONGEST = 8;

/** "The President of Ostra Ada Hale": two names, where the document has the first by itself. */
const splitAfterLand = (tokens: readonly Token[], found: Map<number, Candidate>): void => {
  const keys = new Set([...found.values()].map(({ key }) => key));
  for (const [id, { first, last, key, votes }] of [...found]) {
    if (
      last - first < 3 ||
      last - first > LONGEST ||
      tokens[first - 1]?.text !== 'of' ||
      personNounEndingAt(tokens, first - 2) === null
    )
      continue;
    const cut = Array.from({ length: last - first - 1 }, (_, k) => first + 1 + k).find(
      (at) => (at < last - 1 && keys.has(keyOf(tokens, first, at))) || isInitial(tokens, at, first),
    );
    if (cut === undefined) continue;
    let all = 0;
    for (const weight of votes.values()) all += weight;
    found.delete(id);
    const put = (from: number, to: number, type: NameType): void => {
      const at = from * 1024 + Math.min(1023, to - from);
      const known = found.get(at);
      if (known !== undefined) vote(known.votes, type, all);
      else
        found.set(at, {
          first: from,
          last: to,
          key: keyOf(tokens, from, to),
          cut: null,
          votes: new Map([[type, all]]),
        });
    };
    put(first, cut, 'place');
    put(cut, last, 'person');
    keys.add(key);
  }
};

/** A seat of power, told as a body, as a place or as a person, stands for the body. */
const toBody = (votes: Votes): void => {
  let all = 0;
  for (const weight of votes.values()) all += weight;
  votes.clear();
  votes.set('organization', all);
};

const isNoName = ({ scheme, type }: RecognisedName): boolean => (SCHEMES[scheme].types[type] ?? null) === null;

/** What a scheme says of a name, its confidence shared out among the types that it thinks possible; the likeliest first. */
const votesOf = ({ scheme, type, confidence, shares }: RecognisedName): readonly (readonly [NameType, number])[] => {
  const { weight, types } = SCHEMES[scheme];
  const own = shares?.find(([label]) => label === type)?.[1];
  if (shares === undefined || own === undefined) return [[types[type] ?? 'other', weight * confidence]];
  const votes: Votes = new Map();
  for (const [label, share] of shares) {
    const meant = types[label] ?? null;
    if (meant !== null) vote(votes, meant, (weight * confidence * share) / own);
  }
  return [...votes].sort((a, b) => b[1] - a[1]);
};

/** The type that a coarser label means beside finer ones: the best voted of those it includes, else its own. */
const within = (votes: Votes, type: NameType): NameType => {
  let found: NameType = type;
  for (const finer of INCLUDES[type] ?? [])
    if ((votes.get(finer) ?? 0) > Math.max(LEAST_FINER, votes.get(found) ?? 0)) found = finer;
  return found;
};

/** A page whose lines were glued together: the name ends where the small letter meets the capital, if the network ends it there. */
const cutOf = (tokens: readonly Token[], run: Run, end: number): Pick<Candidate, 'key' | 'cut'> => {
  const key = keyOf(tokens, run.first, run.last);
  const token = tokens[run.last - 1];
  if (token === undefined || end <= token.start || end >= token.end) return { key, cut: null };
  const at = end - token.start;
  const isSeam = /\p{Ll}{2}$/u.test(token.text.slice(0, at)) && /^\p{Lu}\p{Ll}/u.test(token.text.slice(at));
  return isSeam ? { key: key.slice(0, key.length - (token.end - end)), cut: end } : { key, cut: null };
};

/** "Ostra's Foreign Ministry": the office alone. Whose it is, is its side; a work or a company may have a genitive in its name. */
const officeOf = (tokens: readonly Token[], run: Run): Run => {
  for (let i = run.last - 2; i > run.first; i--) {
    if (!isPossessive(tokens, i)) continue;
    const rest = tokens.slice(i + 1, run.last);
    return rest.length > 1 && rest.every((token) => OFFICE_WORDS.has(token.lower))
      ? { first: i + 1, last: run.last }
      : run;
  }
  return run;
};

/** "Ostra-Velland talks": two names. */
const isBetweenLands = (tokens: readonly Token[], index: number): boolean =>
  (tokens[index]?.text === '-' || tokens[index]?.text === '–') &&
  isLand(tokens[index - 1]?.text ?? '') &&
  isLand(tokens[index + 1]?.text ?? '');

/** The run cut at ends of sentences, each piece without article, marks at its edges and the possessive. */
const piecesOf = (tokens: readonly Token[], run: Run, isEvent: boolean): readonly Run[] => {
  const pieces: Run[] = [];
  let first = run.first;
  for (let i = run.first; i < run.last; i++) {
    if (i + 1 < run.last && tokens[i + 1]?.sentence === tokens[i]?.sentence && !isBetweenLands(tokens, i)) continue;
    const piece = trim(tokens, { first, last: i + 1 }, isEvent);
    if (piece !== null) pieces.push(piece);
    first = i + 1;
  }
  return pieces;
};

/** Words in lower case that belong to a name behind it. */
const GENERATION = /^(?:junior|senior|jr|sr|fils|elder|younger)$/;

/** @param isEvent Whether it may be an event, whose noun belongs to its name: "the 2031 Ostra general election". */
const trim = (tokens: readonly Token[], run: Run, isEvent: boolean): Run | null => {
  let { first, last } = run;
  for (;;) {
    const token = tokens[last - 1];
    if (token === undefined || last <= first) return null;
    if (isPossessive(tokens, last - 1) || !/[\p{L}\p{N}.)]/u.test(token.text)) last--;
    else if (
      !isEvent &&
      last - first > 1 &&
      isCapitalised(tokens[first]) &&
      /^\p{Ll}/u.test(token.text) &&
      isEnglishWord(token.lower) &&
      !GENERATION.test(token.lower)
    )
      last--;
    else if (token.text === '.' || (token.text === ')' && !hasOpening(tokens, first, last))) last--;
    else break;
  }
  while (
    first < last &&
    (/^(?:the|a|an)$/.test(tokens[first]?.text ?? '') || !/[\p{L}\p{N}]/u.test(tokens[first]?.text ?? ''))
  )
    first++;
  // "Ana-Maria": a name never begins or ends within a compound of capitals
  while (last + 1 < tokens.length && tokens[last]?.text === '-' && isGlued(tokens, last) && joins(tokens, last + 1))
    last += 2;
  if (first >= last || !hasCapital(tokens, first, last)) return null;
  // "Hale & Marsh", "Halden Lines", "Halden ASA"
  if (isJoinedBy(tokens, last)) last += 2;
  else if (isJoinedBy(tokens, first - 1)) first -= 2;
  if (endsBody(tokens, last)) last++;
  // "Ada Hale Jr." is another than Ada Hale
  if (/^(?:Jr|Sr|II|III)\.?$/.test(tokens[last]?.text ?? '') && tokens[last]?.sentence === tokens[first]?.sentence)
    last++;
  // "T. A. Voss": the first of several initials, and one that begins a sentence, belongs to the name
  while (isInitial(tokens, first - 1, first) && (isInitial(tokens, first, first) || isFirst(tokens, first - 1)))
    first--;
  return { first, last };
};

/** An "&" between two words in capitals of one sentence. */
const isJoinedBy = (tokens: readonly Token[], index: number): boolean => {
  const [before, mark, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  // "Ada Hale & Ivo Marsh": two people
  const isTwo = isCapitalised(tokens[index - 2]) && isCapitalised(tokens[index + 2]);
  return (
    mark?.text === '&' &&
    !isTwo &&
    before?.sentence === after?.sentence &&
    [before, after].every((token) => isCapitalised(token) && (token?.text.length ?? 0) > 1)
  );
};

/** Whether a token is the noun or legal form that ends the name of a body begun before it. */
const endsBody = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token === undefined || token.sentence !== tokens[index - 1]?.sentence || !isCapitalised(token)) return false;
  if (LEGAL_FORMS.has(token.lower)) return !/^(?!Co|Oy)\p{Lu}\p{Ll}$/u.test(token.text);
  const next = tokens[index + 1];
  if (next?.sentence === token.sentence && (isCapitalised(next) || next.text === '&')) return false;
  const type = typeByEnding(token.text);
  return type === 'organization' || type === 'publicBody' || PRESS_WORDS.has(token.lower);
};

/** A capital with a full stop, in the sentence of token `of`. */
const isInitial = (tokens: readonly Token[], index: number, of: number): boolean =>
  /^\p{Lu}\.$/u.test(tokens[index]?.text ?? '') && tokens[index]?.sentence === tokens[of]?.sentence;

const isFirst = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.sentence !== tokens[index - 1]?.sentence;

const hasOpening = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens.slice(first, last).some((token) => token.text.includes('('));

const joins = (tokens: readonly Token[], index: number): boolean =>
  !(isLand(tokens[index - 2]?.text ?? '') && isLand(tokens[index]?.text ?? '')) &&
  isGlued(tokens, index) &&
  isCapitalised(tokens[index]) &&
  isCapitalised(tokens[index - 2]);

const hasCapital = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (/[\p{Lu}\p{Lt}\p{Lo}]/u.test(tokens[i]?.text ?? '')) return true;
  return false;
};

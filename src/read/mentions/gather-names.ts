import { OFFICE_WORDS } from '../../text/index.ts';
import type { Known, Token } from '../known.ts';
import type { Recognised, RecognisedName } from '../network/recognised.ts';
import { INCLUDES, type NameType, SCHEMES } from './name-types.ts';
import { isCapitalised, isGlued, isPossessive, keyOf, type Run, tokensAt } from './words.ts';

/** How strongly something is thought to be of each type. */
export type Votes = Map<NameType, number>;

/** A name as the network sees it: tokens `[first, last)` without article and possessive mark. */
export interface SeenName extends Run {
  readonly key: string;
  readonly type: NameType;
  /** Where the name ends when the next line is glued to its last word ("BriefSanctioned"); null when with its last token. */
  readonly cut: number | null;
  /** 0 to 1: what the label schemes that look for such names give its extent and type, the document's other places counted. */
  readonly confidence: number;
}

/** What the other places of the same name in the document count beside its own; tuned on newswire (development part). */
const ELSEWHERE = 1;
const CAP = 5;
const PART = 0.3;
const ALL = Object.values(SCHEMES).reduce((sum, scheme) => sum + (scheme === SCHEMES.defence ? 0 : scheme.weight), 0);

interface Candidate extends Run {
  readonly key: string;
  readonly cut: number | null;
  readonly votes: Votes;
}

type Input = Pick<Known, 'tokens' | 'sentences'> & { readonly recognised: Recognised };

/**
 * Names of all label schemes made one: in text order, never overlapping, never across the end of a sentence.
 *
 * Each place of a name gathers votes from the schemes that see it there and from the other places of the same words in the
 * document; of two that overlap the better voted stays.
 *
 * @param opinion What else speaks for a type of a name: words of the name, the document around it.
 * @param least Confidence below which a name is left out.
 */
export const gatherNames = (
  known: Input,
  opinion: (run: Run) => readonly (readonly [NameType, number])[],
  least: number,
): readonly SeenName[] => {
  const { tokens } = known;
  const candidates = collect(known);
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const list = byKey.get(candidate.key);
    if (list === undefined) byKey.set(candidate.key, [candidate]);
    else list.push(candidate);
  }
  const shared = new Map<string, Votes>();
  for (const [key, list] of byKey) shared.set(key, sumOf(list));
  const bearers = personsByPart(shared, byKey);
  const judged = candidates.map((candidate): SeenName & { readonly weight: number } => {
    const votes = new Map(candidate.votes);
    const others = (byKey.get(candidate.key)?.length ?? 1) - 1;
    if (others > 0)
      for (const [type, all] of shared.get(candidate.key) ?? [])
        vote(votes, type, (ELSEWHERE * Math.min(CAP, others) * (all - (candidate.votes.get(type) ?? 0))) / others);
    const bearer = bearers.get(candidate.key);
    if (bearer !== undefined) vote(votes, 'person', PART * bearer);
    const places = 1 + ELSEWHERE * Math.min(CAP, others);
    for (const [type, weight] of opinion(candidate)) vote(votes, type, weight * places);
    const [type, weight] = best(votes);
    return { ...candidate, type, weight, confidence: Math.min(1, weight / (ALL * places)) };
  });
  const taken = new Uint8Array(tokens.length);
  const kept: SeenName[] = [];
  const ranked = judged
    .filter((name) => name.confidence >= least)
    .sort((a, b) => b.weight - a.weight || b.last - b.first - (a.last - a.first) || a.first - b.first);
  for (const { first, last, key, cut, type, confidence } of ranked) {
    let free = true;
    for (let i = first; i < last; i++) if (taken[i] === 1) free = false;
    if (!free) continue;
    taken.fill(1, first, last);
    kept.push({ first, last, key, cut, type, confidence });
  }
  return kept.sort((a, b) => a.first - b.first);
};

export const vote = (votes: Votes, type: NameType, weight: number): void => {
  votes.set(type, (votes.get(type) ?? 0) + weight);
};

const best = (votes: Votes): readonly [NameType, number] => {
  let found: readonly [NameType, number] = ['other', 0];
  for (const one of votes) if (one[1] > found[1]) found = one;
  return found;
};

/** For each first and last word of a person's full name: how surely it is one. */
const personsByPart = (
  shared: ReadonlyMap<string, Votes>,
  byKey: ReadonlyMap<string, readonly Candidate[]>,
): ReadonlyMap<string, number> => {
  const parts = new Map<string, number>();
  for (const [key, votes] of shared) {
    const words = key.split(' ');
    const weight = (votes.get('person') ?? 0) / (byKey.get(key)?.length ?? 1);
    if (words.length < 2 || weight === 0 || best(votes)[0] !== 'person') continue;
    for (const word of [words[0] ?? '', words.at(-1) ?? '']) parts.set(word, Math.max(parts.get(word) ?? 0, weight));
  }
  return parts;
};

const sumOf = (list: readonly Candidate[]): Votes => {
  const sum: Votes = new Map();
  for (const { votes } of list) for (const [type, weight] of votes) vote(sum, type, weight);
  return sum;
};

/** Every stretch that a scheme calls a name, with what the schemes say of it; defence only adds to what others see. */
const collect = (known: Input): readonly Candidate[] => {
  const { tokens, recognised } = known;
  const found = new Map<number, Candidate>();
  const find = tokensAt(tokens);
  const add = (name: RecognisedName, onlySeen: boolean): void => {
    const scheme = SCHEMES[name.scheme];
    const type = scheme.types[name.type];
    if (type === undefined || type === null) return;
    for (const run of piecesOf(tokens, find(name.start, name.end)).map((piece) => officeOf(tokens, piece))) {
      const id = run.first * 1024 + Math.min(1023, run.last - run.first);
      const candidate = found.get(id);
      const weight = scheme.weight * name.confidence;
      if (candidate !== undefined) vote(candidate.votes, within(candidate.votes, type), weight);
      else if (!onlySeen)
        found.set(id, {
          ...run,
          ...cutOf(tokens, run, name.end),
          votes: new Map([[type, weight]]),
        });
    }
  };
  for (const name of recognised.names) if (name.scheme === 'world') add(name, false);
  for (const name of recognised.names) if (name.scheme !== 'world' && name.scheme !== 'defence') add(name, false);
  for (const name of recognised.names) if (name.scheme === 'defence') add(name, true);
  for (const candidate of found.values()) if (standsInPlace(tokens, candidate)) toPlace(candidate.votes);
  return [...found.values()].sort((a, b) => a.first - b.first || a.last - b.last);
};

/** The type that a coarser label means beside finer ones: the best voted of those it includes, else its own. */
const within = (votes: Votes, type: NameType): NameType => {
  let found: NameType = type;
  for (const finer of INCLUDES[type] ?? []) if ((votes.get(finer) ?? 0) > (votes.get(found) ?? 0)) found = finer;
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

/** Prepositions of place alone; "at" and "to" also stand before people and bodies. */
const LOCATIVE: ReadonlySet<string> = new Set(['in', 'near', 'outside', 'inside', 'across', 'throughout']);
/** "Trust in Voss", "a stake in Halden": words that take "in" without a place. */
const TAKES_IN: ReadonlySet<string> = new Set(
  `trust confidence faith belief believe interest interested stake share shares stock holding investment invest investor
  involve involved confide confidence disappointed doubt equity bond loss change role rooted succeed see find have`.split(
    /\s+/,
  ),
);

const standsInPlace = (tokens: readonly Token[], run: Run): boolean => {
  const before = tokens[run.first - 1];
  if (before === undefined || before.sentence !== tokens[run.first]?.sentence || !LOCATIVE.has(before.lower))
    return false;
  if (isPossessive(tokens, run.last)) return false;
  const taker = tokens[run.first - 2];
  return taker === undefined || !(TAKES_IN.has(taker.lower) || TAKES_IN.has(taker.lemma));
};

/** Nobody is "in" a person: what spoke for one speaks for a place. */
const toPlace = (votes: Votes): void => {
  const person = votes.get('person') ?? 0;
  votes.delete('person');
  if (person > 0) vote(votes, 'place', person);
};

/** The run cut at ends of sentences, each piece without article, marks at its edges and the possessive. */
const piecesOf = (tokens: readonly Token[], run: Run): readonly Run[] => {
  const pieces: Run[] = [];
  let first = run.first;
  for (let i = run.first; i < run.last; i++) {
    if (i + 1 < run.last && tokens[i + 1]?.sentence === tokens[i]?.sentence) continue;
    const piece = trim(tokens, { first, last: i + 1 });
    if (piece !== null) pieces.push(piece);
    first = i + 1;
  }
  return pieces;
};

const trim = (tokens: readonly Token[], run: Run): Run | null => {
  let { first, last } = run;
  for (;;) {
    const token = tokens[last - 1];
    if (token === undefined || last <= first) return null;
    if (isPossessive(tokens, last - 1) || !/[\p{L}\p{N}.)]/u.test(token.text)) last--;
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
  // "T. A. Voss": the first of several initials, and one that begins a sentence, belongs to the name
  while (isInitial(tokens, first - 1, first) && (isInitial(tokens, first, first) || isFirst(tokens, first - 1)))
    first--;
  return { first, last };
};

/** A capital with a full stop, in the sentence of token `of`. */
const isInitial = (tokens: readonly Token[], index: number, of: number): boolean =>
  /^\p{Lu}\.$/u.test(tokens[index]?.text ?? '') && tokens[index]?.sentence === tokens[of]?.sentence;

const isFirst = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.sentence !== tokens[index - 1]?.sentence;

const hasOpening = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens.slice(first, last).some((token) => token.text.includes('('));

const joins = (tokens: readonly Token[], index: number): boolean =>
  isGlued(tokens, index) && isCapitalised(tokens[index]) && isCapitalised(tokens[index - 2]);

const hasCapital = (tokens: readonly Token[], first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (/[\p{Lu}\p{Lt}\p{Lo}]/u.test(tokens[i]?.text ?? '')) return true;
  return false;
};

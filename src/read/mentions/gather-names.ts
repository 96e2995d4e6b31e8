import type { Known } from '../known.ts';
import type { Recognised } from '../network/recognised.ts';
import { collectNames, type Votes, vote } from './collect-names.ts';
import { type NameType, SCHEMES } from './name-types.ts';
import { addClues, cluesBeside, NO_CLUES, type Weights } from './type-clues.ts';
import type { Run } from './words.ts';

/** A name as the network sees it, and what the document makes of it. */
export interface SeenName extends Run {
  readonly key: string;
  readonly type: NameType;
  /** Where the name ends when the next line is glued to its last word ("BriefSanctioned"); null when with its last token. */
  readonly cut: number | null;
  /** 0 to 1: that there is a name, as the label schemes see it here and elsewhere, times that it is of this type. */
  readonly confidence: number;
}

/** What the other places of the same name in the document count beside its own; tuned on newswire (development part). */
const ELSEWHERE = 1;
const CAP = 5;
const PART = 0.3;
const ALL = Object.values(SCHEMES).reduce((sum, scheme) => sum + (scheme === SCHEMES.defence ? 0 : scheme.weight), 0);
/** What stands beside the other places of a name counts so much of what stands beside this one, and no more than so much. */
const BESIDE_OTHERS = 0.8;
const MOST_BESIDE_OTHERS = 4;
/** What any type has of the network's say, so that what stands beside names may speak for one that it does not think of. */
const UNTHOUGHT = 0.01;

type Input = Pick<Known, 'tokens' | 'sentences'> & { readonly recognised: Recognised };

/**
 * Names of all label schemes made one: in text order, never overlapping, never across the end of a sentence.
 *
 * Each place of a name gathers votes from the schemes that see it there and from the other places of the same words in the
 * document. What stands beside its places ("in X", "X's wife", "shares of X") weighs as well, each clue by how much oftener it
 * stands beside names of that type. Of two that overlap the better voted stays.
 *
 * @param opinion What else speaks for a type of a name: words of the name, the document around it.
 * @param ofKey What the document says of a name by other words, as logarithms of odds.
 * @param least Confidence below which a name is left out.
 */
export const gatherNames = (
  known: Input,
  opinion: (run: Run) => readonly (readonly [NameType, number])[],
  ofKey: (key: string) => ReadonlyMap<NameType, number>,
  least: number,
): readonly SeenName[] => {
  const { tokens } = known;
  const candidates = collectNames(known);
  const beside = candidates.map((candidate) => cluesBeside(tokens, candidate));
  const byKey = new Map<string, { readonly votes: Votes; readonly clues: Weights; count: number }>();
  candidates.forEach((candidate, k) => {
    let all = byKey.get(candidate.key);
    if (all === undefined) {
      all = { votes: new Map(), clues: new Map(), count: 0 };
      byKey.set(candidate.key, all);
    }
    for (const [type, weight] of candidate.votes) vote(all.votes, type, weight);
    addClues(all.clues, beside[k] ?? NO_CLUES, 1);
    all.count++;
  });
  const bearers = personsByPart(byKey);
  const judged = candidates.map((candidate, k): SeenName & { readonly weight: number } => {
    const { key, votes: own } = candidate;
    const votes = new Map(own);
    const shared = byKey.get(key);
    const others = (shared?.count ?? 1) - 1;
    const clues: Weights = new Map();
    const here = beside[k] ?? NO_CLUES;
    addClues(clues, shared?.clues ?? NO_CLUES, BESIDE_OTHERS);
    addClues(clues, here, -BESIDE_OTHERS);
    for (const [type, weight] of clues)
      clues.set(type, Math.min(MOST_BESIDE_OTHERS, Math.max(-MOST_BESIDE_OTHERS, weight)));
    addClues(clues, here, 1);
    addClues(clues, ofKey(key), 1);
    if (shared !== undefined && others > 0)
      for (const [type, all] of shared.votes)
        vote(votes, type, (ELSEWHERE * Math.min(CAP, others) * (all - (own.get(type) ?? 0))) / others);
    const bearer = bearers.get(key);
    if (bearer !== undefined) vote(votes, 'person', PART * bearer);
    const places = 1 + ELSEWHERE * Math.min(CAP, others);
    for (const [type, weight] of opinion(candidate)) vote(votes, type, weight * places);
    const [type, share] = best(votes, clues, ALL * places);
    let sum = 0;
    for (const weight of votes.values()) sum += weight;
    const confidence = Math.min(1, (sum / (ALL * places)) * share);
    return { ...candidate, type, weight: confidence * places, confidence };
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

/** The likeliest type, and how likely it is among all. */
const best = (votes: Votes, clues: Weights, whole: number): readonly [NameType, number] => {
  let found: NameType = 'other';
  let most = 0;
  let all = 0;
  for (const type of new Set([...votes.keys(), ...clues.keys()])) {
    const odds = ((votes.get(type) ?? 0) / whole + UNTHOUGHT) * Math.exp(clues.get(type) ?? 0);
    all += odds;
    if (odds > most) [found, most] = [type, odds];
  }
  return [found, all === 0 ? 0 : most / all];
};

/** For each first and last word of a person's full name: how surely it is one. */
const personsByPart = (
  byKey: ReadonlyMap<string, { readonly votes: Votes; readonly clues: Weights; readonly count: number }>,
): ReadonlyMap<string, number> => {
  const parts = new Map<string, number>();
  for (const [key, { votes, clues, count }] of byKey) {
    const words = key.split(' ');
    const weight = (votes.get('person') ?? 0) / count;
    if (words.length < 2 || weight === 0 || best(votes, clues, ALL * count)[0] !== 'person') continue;
    for (const word of [words[0] ?? '', words.at(-1) ?? '']) parts.set(word, Math.max(parts.get(word) ?? 0, weight));
  }
  return parts;
};

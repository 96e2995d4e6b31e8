import type { Known } from '../known.ts';
import type { Recognised } from '../network/recognised.ts';
import { type Candidate, collectNames, type Votes, vote } from './collect-names.ts';
import { joined } from './join-names.ts';
import { cluesBetween, cluesOfKeys } from './name-clues.ts';
import { type NameType, SCHEMES, type SeenName } from './name-types.ts';
import { cluesOfPronouns } from './pronoun-clues.ts';
import { addClues, type Clues, cluesBeside, NO_CLUES, type Weights } from './type-clues.ts';
import { isWholeName, type Run } from './words.ts';

/** What the other places of the same name in the document count beside its own; tuned on newswire (development part). */
const ELSEWHERE = 1;
const CAP = 5;
const ALL = Object.values(SCHEMES).reduce((sum, scheme) => sum + (scheme === SCHEMES.defence ? 0 : scheme.weight), 0);
/** What stands beside the other places of a name counts so much of what stands beside this one, and no more than so much. */
const BESIDE_OTHERS = 0.8;
const MOST_BESIDE_OTHERS = 4;
/** What any type has of the network's say, so that what stands beside names may speak for one that it does not think of. */
const UNTHOUGHT = 0.01;

/** How much more than by the network's word alone there is a name, at most, by the words that it has. */
const OPINION = 1.75;
/** How sure a run of capitals within a sentence with a word that is none of English is a name, whatever the network says. */
const WHOLE = 0.65;

type Input = Pick<Known, 'text' | 'tokens' | 'sentences'> & { readonly recognised: Recognised };

/** All places of the same words in a document, taken together. */
interface Together {
  readonly votes: Votes;
  readonly clues: Weights;
  readonly first: Candidate;
  count: number;
}

/**
 * Names of all label schemes made one: in text order, never overlapping, never across the end of a sentence.
 *
 * Each place of a name gathers votes from the schemes that see it there and from the other places of the same words in the
 * document. What stands beside its places ("in X", "X's wife", "shares of X") weighs as well, and so does what other names the
 * document has: a surname alone hardly ever comes without the full name. Of two that overlap the better voted stays.
 *
 * @param opinion What the words of a name speak for.
 * @param ofKey What the document says of a name other than beside it, as logarithms of odds.
 * @param least Confidence below which a name is left out.
 */
export const gatherNames = (
  known: Input,
  opinion: (run: Run) => readonly (readonly [NameType, number])[],
  ofKey: (key: string) => Clues,
  least: number,
): readonly SeenName[] => {
  const { tokens } = known;
  const candidates = collectNames(known);
  const ofPronouns = cluesOfPronouns(known);
  const beside = candidates.map((candidate) => {
    const clues: Weights = new Map(cluesBeside(tokens, candidate));
    addClues(clues, ofPronouns(candidate.last), 1);
    return clues;
  });
  const byKey = new Map<string, Together>();
  candidates.forEach((candidate, k) => {
    let all = byKey.get(candidate.key);
    if (all === undefined) {
      all = { votes: new Map(), clues: new Map(), first: candidate, count: 0 };
      byKey.set(candidate.key, all);
    }
    for (const [type, weight] of candidate.votes) vote(all.votes, type, weight);
    addClues(all.clues, beside[k] ?? NO_CLUES, 1);
    all.count++;
  });
  const likeliest = (ofOthers: (key: string) => Clues): ReadonlyMap<string, readonly [NameType, number]> =>
    new Map(
      [...byKey].map(([key, { votes, clues, first, count }]) => {
        const all: Votes = new Map(votes);
        for (const [type, weight] of opinion(first)) vote(all, type, weight * count);
        const sum: Weights = new Map();
        addClues(sum, clues, 1);
        clip(sum);
        addClues(sum, ofKey(key), 1);
        addClues(sum, ofOthers(key), 1);
        return [key, best(all, sum, ALL * count)] as const;
      }),
    );
  const ofNames = cluesOfKeys(
    byKey,
    likeliest(() => NO_CLUES),
  );
  const between = cluesBetween(tokens, candidates, likeliest(ofNames));
  const cover = new Int32Array(tokens.length);
  for (const { first, last } of candidates)
    for (let i = first; i < last; i++) cover[i] = Math.max(cover[i] ?? 0, last - first);
  const judged = candidates.map((candidate, k): SeenName & { readonly weight: number } => {
    const { key, votes: own } = candidate;
    const votes = new Map(own);
    const shared = byKey.get(key);
    const others = (shared?.count ?? 1) - 1;
    const here = beside[k] ?? NO_CLUES;
    const clues: Weights = new Map();
    addClues(clues, shared?.clues ?? NO_CLUES, BESIDE_OTHERS);
    addClues(clues, here, -BESIDE_OTHERS);
    clip(clues);
    for (const more of [here, ofKey(key), ofNames(key), between(k)]) addClues(clues, more, 1);
    if (shared !== undefined && others > 0)
      for (const [type, all] of shared.votes)
        vote(votes, type, (ELSEWHERE * Math.min(CAP, others) * (all - (own.get(type) ?? 0))) / others);
    const places = 1 + ELSEWHERE * Math.min(CAP, others);
    const told = sumOf(votes);
    for (const [type, weight] of opinion(candidate)) vote(votes, type, weight * places);
    const [type, share] = best(votes, clues, ALL * places);
    // the words of a name count no more than what the network says of it: they make none by themselves
    const sum = Math.min(sumOf(votes), OPINION * told);
    const seen = Math.min(1, Math.max(sum / (ALL * places), sumOf(own) / ALL));
    const isWhole = cover[candidate.first] === candidate.last - candidate.first && isWholeName(tokens, candidate);
    const confidence = Math.max(seen, isWhole ? WHOLE : 0) * share;
    return { ...candidate, type, weight: confidence, confidence };
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
  return joined(
    tokens,
    kept.sort((a, b) => a.first - b.first),
    candidates,
  );
};

const sumOf = (votes: Votes): number => {
  let sum = 0;
  for (const weight of votes.values()) sum += weight;
  return sum;
};

const clip = (clues: Weights): void => {
  for (const [type, weight] of clues)
    clues.set(type, Math.min(MOST_BESIDE_OTHERS, Math.max(-MOST_BESIDE_OTHERS, weight)));
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

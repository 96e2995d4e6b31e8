import type { Evidence } from '../../model/index.ts';
import type { Leaf } from '../pile.ts';
import type { Verdict } from './answers.ts';
import { mentionOf } from './find-place.ts';
import type { JudgedPair } from './settle-decisions.ts';

/** A chain of a document of the pile. */
export interface ChainPlace {
  /** Id of the document. */
  readonly leaf: string;
  readonly chain: number;
}

/** Two chains that people judged. */
export interface JudgedChains {
  readonly a: ChainPlace;
  readonly b: ChainPlace;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly decisions: readonly string[];
}

/** Where a mention that was decided on is found in the pile: its chain, or null (rule D4). */
export type FindChain = (evidence: Evidence) => ChainPlace | null;

/** Finds the chains of mentions by document. */
export const chainFinder = (pile: readonly Leaf[]): FindChain => {
  const leaves = new Map(pile.map((leaf) => [leaf.document.id, leaf]));
  return (evidence) => {
    const leaf = leaves.get(evidence.document);
    if (leaf === undefined) return null;
    const mention = mentionOf(leaf, evidence);
    return mention === null ? null : { leaf: evidence.document, chain: mention.chain };
  };
};

/** The pairs whose two mentions are both in the pile, in a fixed order: what keeps apart first, so that it is known when joining. */
export const judgedChains = (find: FindChain, pairs: readonly JudgedPair[]): readonly JudgedChains[] =>
  pairs
    .flatMap((pair): readonly JudgedChains[] => {
      const [a, b] = [find(pair.a), find(pair.b)];
      if (a === null || b === null) return [];
      const { verdict, reason, decisions } = pair;
      return [{ a, b, verdict, reason, decisions }];
    })
    .sort((left, right) => Number(left.verdict === 'positive') - Number(right.verdict === 'positive'));

import type { Mention } from '../../model/index.ts';
import { type Leaf, toLeaf } from '../pile.ts';
import { mentionOf } from './find-place.ts';
import type { JudgedPair } from './settle-decisions.ts';

/** Places of one chain that were decided to be two, with the words that each bears. */
const partsOf = (leaf: Leaf, pairs: readonly JudgedPair[]): ReadonlyMap<number, readonly Mention[]> => {
  const parts = new Map<number, Map<string, Mention>>();
  for (const { a, b, verdict } of pairs) {
    if (verdict === 'positive' || a.document !== leaf.document.id || b.document !== leaf.document.id) continue;
    const [left, right] = [mentionOf(leaf, a), mentionOf(leaf, b)];
    if (left === null || right === null || left.id === right.id || left.chain !== right.chain) continue;
    const known = parts.get(left.chain) ?? new Map<string, Mention>();
    parts.set(left.chain, known.set(left.id, left).set(right.id, right));
  }
  return new Map(
    [...parts].map(([chain, mentions]) => [chain, [...mentions.values()].sort((a, b) => a.start - b.start)]),
  );
};

/**
 * Parts a document's chains where two of its mentions were decided to be two bearers (rule D8).
 *
 * A mention goes with the decided one whose words it repeats, if they are one's alone; else with the last one before it.
 */
export const splitJudged = (leaf: Leaf, pairs: readonly JudgedPair[]): Leaf => {
  const parts = partsOf(leaf, pairs);
  if (parts.size === 0) return leaf;
  const words = ({ start, end }: Mention): string => leaf.document.text.slice(start, end);
  let next = Math.max(...leaf.chains.keys()) + 1;
  const chainOf = new Map<string, number>();
  for (const [chain, decided] of parts)
    for (const [index, mention] of decided.entries()) chainOf.set(mention.id, index === 0 ? chain : next++);
  const mentions = leaf.reading.mentions.map((mention) => {
    const decided = parts.get(mention.chain);
    if (decided === undefined) return mention;
    const alike = decided.filter((one) => words(one) === words(mention));
    const before = decided.findLast((one) => one.start <= mention.start) ?? decided[0];
    const one = chainOf.has(mention.id) ? mention : alike.length === 1 ? alike[0] : before;
    return { ...mention, chain: chainOf.get(one?.id ?? '') ?? mention.chain };
  });
  return toLeaf({ document: leaf.document, reading: { ...leaf.reading, mentions } });
};

import type { Reading, Span } from '../../model/index.ts';
import { classOf } from '../local-entities.ts';
import { type Leaf, mentionAt } from '../pile.ts';
import { isStater, statingSentences } from './stating.ts';

/** A body whose statement a report prints, by a chain of its mentions. */
export interface PrintedStatement {
  readonly chain: number;
  readonly span: Span;
}

const known = new WeakMap<Reading, readonly PrintedStatement[]>();

/**
 * Bodies of which a report says that they gave out a statement, one for each (rule O21); gathered once for each reading.
 *
 * "In a statement the Authority said": the one before the verb, and only where it is one.
 */
export const printedStatements = (leaf: Leaf): readonly PrintedStatement[] => {
  const made = known.get(leaf.reading) ?? gather(leaf);
  known.set(leaf.reading, made);
  return made;
};

const gather = (leaf: Leaf): readonly PrintedStatement[] => {
  const found = new Map<number, PrintedStatement>();
  for (const { extent, words, isGivenOut } of statingSentences(leaf)) {
    if (!isGivenOut) continue;
    const staters = new Map<number, PrintedStatement>();
    for (const one of leaf.reading.mentions) {
      if (one.start < extent[0] || one.end > extent[1] || classOf(one.type) !== 'organization') continue;
      const span: Span = [one.start - extent[0], one.end - extent[0]];
      if (!isStater(words, span) || mentionAt(leaf, [one.start, one.end]) !== one) continue;
      staters.set(one.chain, { chain: one.chain, span: [one.start, one.end] });
    }
    const [only] = staters.values();
    if (only !== undefined && staters.size === 1 && !found.has(only.chain)) found.set(only.chain, only);
  }
  return [...found.values()];
};

import type { Known, Token } from '../known.ts';
import { isPossessive, type Run, tokensAt } from '../mentions/index.ts';
import type { Cast, Entity, Placed } from './entity.ts';

/** A token that heads what a mention may refer back to, with its probability. */
interface Possible {
  readonly head: number;
  readonly probability: number;
}

const NOBODY: ReadonlyMap<Entity, number> = new Map();

/**
 * What the network says of who is meant.
 *
 * Its spans and our mentions differ in extent (titles, clauses of their own); they are matched by the word that heads them.
 */
export class Antecedents {
  readonly #byHead = new Map<number, readonly Possible[]>();

  constructor(known: Pick<Known, 'tokens' | 'recognised'>) {
    const { tokens, recognised } = known;
    const at = tokensAt(tokens);
    const heads = recognised.spans.map(({ start, end }) => headToken(tokens, at(start, end)));
    const sure = new Map<number, number>();
    recognised.spans.forEach((span, i) => {
      const head = heads[i] ?? -1;
      if ((sure.get(head) ?? -1) >= span.confidence) return;
      sure.set(head, span.confidence);
      this.#byHead.set(
        head,
        span.antecedents.map((one) => ({ head: heads[one.span] ?? -1, probability: one.probability })),
      );
    });
  }

  /**
   * Of all that the network thinks a mention may refer back to, the share of each thing that is spoken of so far.
   *
   * Shares need not add up to 1: what the network takes for an event or a time is no thing here, and keeps its share. Empty
   * where it sees no mention.
   */
  shares(mention: Placed, cast: Cast): ReadonlyMap<Entity, number> {
    const possible = this.#byHead.get(mention.headAt);
    if (possible === undefined) return NOBODY;
    const whole = possible.reduce((sum, { probability }) => sum + probability, 0);
    const found = new Map<Entity, number>();
    for (const { head, probability } of whole > 0 ? possible : []) {
      const entity = cast.ofHead(head);
      if (entity !== undefined) found.set(entity, (found.get(entity) ?? 0) + probability / whole);
    }
    return found;
  }
}

/** The last noun before the first preposition, verb or mark; of a phrase without one its last word. */
const headToken = (tokens: readonly Token[], run: Run): number => {
  let head = -1;
  for (let i = run.first; i < run.last; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const ends = /^(?:ADP|VERB|AUX|SCONJ|PUNCT)$/.test(token.pos) && token.text !== '-' && !isPossessive(tokens, i);
    if (head >= 0 && ends) break;
    if (/^(?:NOUN|PROPN)$/.test(token.pos)) head = i;
  }
  if (head >= 0) return head;
  let last = run.last - 1;
  while (last > run.first && isPossessive(tokens, last)) last--;
  return last;
};

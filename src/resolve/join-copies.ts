import { byText, type Evidence } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import type { Derivation, OriginPath } from './derive-origins.ts';
import type { Shared } from './near-copies.ts';
import { sharedPassages } from './origins/shared-passages.ts';
import { evidenceAt, type Leaf } from './pile.ts';
import type { Sourcing } from './sourcing.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const isFirst = (pile: readonly Leaf[], a: number, b: number): boolean => {
  const [left, right] = [pile[a]?.document, pile[b]?.document];
  if (left === undefined || right === undefined) return false;
  return (byDate(left.published, right.published) || byText(left.id, right.id)) < 0;
};

/** The longest stretch of a copy that the other document has in the same words; else its first sentence. */
const whatIsShared = (leaf: Leaf | undefined, source: Leaf | undefined): readonly Evidence[] => {
  if (leaf === undefined || source === undefined) return [];
  const [longest] = [...sharedPassages(leaf, source)].sort((x, y) => y.words - x.words);
  const span = longest?.here ?? leaf.reading.sentences[0];
  const evidence = span === undefined ? null : evidenceAt(leaf, span);
  return evidence === null ? [] : [evidence];
};

/**
 * Lets text in common speak where the words about sources do not (rule O8): of two near copies, one of unknown origin takes
 * the other's; of two that both only look like own reports, the later takes the earlier's.
 *
 * What a document says of its sources is never overruled.
 */
export const joinCopies = (
  pile: readonly Leaf[],
  sourcing: readonly Sourcing[],
  derived: readonly Derivation[],
  copies: readonly Shared[],
): readonly Derivation[] => {
  const from = new Map<number, { readonly source: number; readonly share: number }>();
  const places = new Map(pile.map((leaf, index) => [leaf.document.id, index]));
  const offer = (to: number, source: number, share: number): void => {
    const known = from.get(to);
    if (known === undefined || isFirst(pile, source, known.source)) from.set(to, { source, share });
  };
  for (const copy of copies) {
    const [a, b] = [places.get(copy.a), places.get(copy.b)];
    if (!copy.isCopy || a === undefined || b === undefined) continue;
    const { share } = copy;
    const [left, right] = [derived[a]?.basis ?? 'unknown', derived[b]?.basis ?? 'unknown'];
    const isWeak = (basis: Derivation['basis']): boolean => basis === 'unknown' || basis === 'implied';
    const [early, late] = isFirst(pile, a, b) ? [a, b] : [b, a];
    if (isWeak(left) && !isWeak(right)) offer(a, b, share);
    else if (isWeak(right) && !isWeak(left)) offer(b, a, share);
    else if (left === 'unknown' && right === 'implied') offer(a, b, share);
    else if (right === 'unknown' && left === 'implied') offer(b, a, share);
    else if (left === 'implied' && right === 'implied') offer(late, early, share);
  }
  const roots = new Map<number, number>();
  /** The report at the end of the line of copies; in a ring, the last one before it closes. */
  const rootOf = (index: number): number => {
    const line: number[] = [];
    const seen = new Set<number>();
    let at = index;
    for (;;) {
      const known = roots.get(at);
      if (known !== undefined) {
        at = known;
        break;
      }
      seen.add(at);
      line.push(at);
      const next = from.get(at)?.source;
      if (next === undefined || seen.has(next)) break;
      at = next;
    }
    for (const one of line) roots.set(one, at);
    return at;
  };
  return derived.map((own, index): Derivation => {
    const given = from.get(index);
    const root = rootOf(index);
    const source = derived[root];
    if (given === undefined || root === index || source === undefined || source.paths.length === 0) return own;
    const outlet = sourcing[index]?.own ?? null;
    const paths = source.paths.map(
      (path): OriginPath => ({
        ...path,
        links: outlet === null || path.links.includes(outlet) ? path.links : [...path.links, outlet],
        form: 'implied',
        reason: `O8: shares ${percent(given.share)} of its text with a report that rests on ${path.origin.name}`,
        evidence: whatIsShared(pile[index], pile[given.source]),
      }),
    );
    return { ...own, basis: 'cited', paths };
  });
};

import type { Evidence, Mention, Span } from '../../model/index.ts';
import { type Leaf, mentionAt } from '../pile.ts';

/** Where a quote that was decided on stands now: at its place, else where it stands nearest to it; null when it is gone. */
export const placeOf = (text: string, { start, end, quote }: Evidence): Span | null => {
  if (text.slice(start, end) === quote) return [start, end];
  let nearest: number | null = null;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1))
    if (nearest === null || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  return nearest === null ? null : [nearest, nearest + quote.length];
};

/**
 * The mention that a decision is about (rule D4): the one at its place; else, since another reader may cut names otherwise,
 * the longest name there that shares words with it, or any mention that does.
 */
export const mentionOf = (leaf: Leaf, evidence: Evidence): Mention | null => {
  const span = placeOf(leaf.document.text, evidence);
  if (span === null) return null;
  const exact = mentionAt(leaf, span);
  if (exact !== null) return exact;
  const touching = leaf.reading.mentions.filter(({ start, end }) => start < span[1] && span[0] < end);
  const named = touching.filter(({ form }) => form === 'name');
  return (
    (named.length > 0 ? named : touching).toSorted(
      (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
    )[0] ?? null
  );
};

import type { Span } from '../../model/index.ts';
import type { Draft } from './draft.ts';
import { lengthOf } from './places.ts';
import { uncross } from './uncross.ts';

/** A draft with the number of the one in whose content it stands. */
export interface Nested {
  readonly draft: Draft;
  readonly within: number | null;
}

interface Piece {
  readonly span: Span;
  readonly owner: number;
}

const startOf = (draft: Draft): number =>
  Math.min(...[draft.source, draft.cue, ...draft.content].flatMap((span) => (span === null ? [] : [span[0]])));

/** By the first span; of two that begin together the one with more to say. */
const inTextOrder = (a: Draft, b: Draft): number =>
  startOf(a) - startOf(b) || lengthOf(b.content) - lengthOf(a.content);

/**
 * Puts attributions in text order, cuts contents that cross, and finds for each the smallest content that holds its cue (or,
 * without cue, its content).
 *
 * Only what is larger can hold something, and of two alike the earlier: so nothing is within itself, however far outwards.
 * Those of which no content is left are dropped.
 */
export const nest = (drafts: readonly Draft[]): readonly Nested[] => {
  // Cut first: where one begins may change by it.
  const sorted = uncross([...drafts].sort(inTextOrder))
    .filter(({ content }) => content.length > 0)
    .sort((a, b) => inTextOrder({ ...a.from, content: a.content }, { ...b.from, content: b.content }));
  const numbers = new Map(sorted.map(({ from }, i) => [from, i]));
  const sizes = sorted.map(({ content }) => lengthOf(content));
  const places = sorted.map(({ from, content }): Span => from.cue ?? content[0] ?? [0, 0]);
  const held = holders(
    sorted.flatMap(({ content }, owner) => content.map((span) => ({ span, owner }))),
    places,
  );
  const within = sorted.map((_, i): number | null => {
    let best: number | null = null;
    for (const owner of held[i] ?? []) {
      if (owner !== i && isLarger(sizes, owner, i) && (best === null || isLarger(sizes, best, owner))) best = owner;
    }
    return best;
  });
  sorted.forEach(({ from }, i) => {
    const on = from.under === undefined ? undefined : numbers.get(from.under);
    if (on !== undefined && !leadsTo(within, on, i)) within[i] = on;
  });
  return sorted.map(({ from, content }, i) => ({ draft: { ...from, content }, within: within[i] ?? null }));
};

/** Whether the way outwards from one comes by another. */
const leadsTo = (within: readonly (number | null)[], from: number, to: number): boolean => {
  let at: number | null = from;
  while (at !== null) {
    if (at === to) return true;
    at = within[at] ?? null;
  }
  return false;
};

const isLarger = (sizes: readonly number[], a: number, b: number): boolean => {
  const [one = 0, two = 0] = [sizes[a], sizes[b]];
  return one > two || (one === two && a < b);
};

/** For each place the owners of the pieces around it. Pieces stand apart or in each other, so those around a place are a stack. */
const holders = (pieces: readonly Piece[], places: readonly Span[]): readonly (readonly number[])[] => {
  const inOrder = [...pieces].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const asked = places.map((place, i) => ({ place, i })).sort((a, b) => a.place[0] - b.place[0]);
  const out: (readonly number[])[] = places.map(() => []);
  const open: Piece[] = [];
  let at = 0;
  for (const { place, i } of asked) {
    for (let next = inOrder[at]; next !== undefined && next.span[0] <= place[0]; next = inOrder[++at]) {
      while ((open.at(-1)?.span[1] ?? Number.POSITIVE_INFINITY) <= next.span[0]) open.pop();
      open.push(next);
    }
    while ((open.at(-1)?.span[1] ?? Number.POSITIVE_INFINITY) <= place[0]) open.pop();
    out[i] = open.filter(({ span }) => span[1] >= place[1]).map(({ owner }) => owner);
  }
  return out;
};

import type { Span } from '../../model/index.ts';
import { lowerBound } from '../../text/index.ts';

/** Anything with a place in the text. */
interface Placed {
  readonly start: number;
  readonly end: number;
}

/** The outermost of spans that may nest, in text order and apart: those inside another are left out. */
export const outermost = <T extends Placed>(items: readonly T[]): readonly T[] => {
  const kept: T[] = [];
  for (const item of [...items].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (item.start >= (kept.at(-1)?.end ?? 0)) kept.push(item);
  }
  return kept;
};

/** Index of the first of items apart and in text order that ends after an offset. */
export const firstEndingAfter = (items: readonly Placed[], offset: number): number =>
  lowerBound(items.length, (i) => (items[i]?.end ?? 0) <= offset);

/** Those of items apart and in text order that overlap a span. */
export const overlapping = <T extends Placed>(items: readonly T[], [start, end]: Span): readonly T[] => {
  const found: T[] = [];
  for (let i = firstEndingAfter(items, start); i < items.length; i++) {
    const item = items[i];
    if (item === undefined || item.start >= end) break;
    found.push(item);
  }
  return found;
};

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** A span without the characters of a class at its ends; null when nothing is left. */
export const trimmed = (text: string, [start, end]: Span, front: RegExp, back = front): Span | null => {
  let first = start;
  let last = end;
  while (first < last && front.test(text[first] ?? '')) first++;
  while (last > first && back.test(text[last - 1] ?? '')) last--;
  return last > first ? [first, last] : null;
};

/** Pieces in text order, apart from each other and from the source and the cue. */
export const apart = (pieces: readonly Span[], taken: readonly Span[]): readonly Span[] => {
  const out: Span[] = [];
  for (const piece of [...pieces].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    let rest: Span[] = [[Math.max(piece[0], out.at(-1)?.[1] ?? 0), piece[1]]];
    for (const [start, end] of taken) {
      rest = rest.flatMap(([from, to]): Span[] =>
        from < end && start < to
          ? [
              [from, Math.max(from, start)],
              [Math.min(to, end), to],
            ]
          : [[from, to]],
      );
    }
    out.push(...rest.filter(([from, to]) => to - from > 1));
  }
  return out;
};

import type { Span } from '../../model/index.ts';
import type { Draft } from './draft.ts';

/** A draft whose contents cross no other, with the draft it was. */
export interface Uncrossed {
  readonly from: Draft;
  readonly content: readonly Span[];
}

interface Piece {
  readonly owner: number;
  start: number;
  end: number;
}

const isCueIn = ({ cue }: Draft, { start, end }: Piece): boolean => cue !== null && cue[0] >= start && cue[1] <= end;

/**
 * Cuts contents so that any two pieces stand apart or one in the other.
 *
 * Of two that cross, what is said within the other ends where that ends; else the less sure one gives way.
 */
export const uncross = (drafts: readonly Draft[]): readonly Uncrossed[] => {
  const pieces = drafts
    .flatMap(({ content }, owner) => content.map(([start, end]): Piece => ({ owner, start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // Pieces around the place reached, each in the one before it.
  const open: Piece[] = [];
  for (const piece of pieces) {
    for (let top = open.at(-1); top !== undefined && top.end <= piece.start; top = open.at(-1)) open.pop();
    for (let top = open.at(-1); top !== undefined && top.end < piece.end; top = open.at(-1)) {
      const [outer, inner] = [drafts[top.owner], drafts[piece.owner]];
      if (outer === undefined || inner === undefined || isCueIn(inner, top) || outer.confidence >= inner.confidence) {
        piece.end = top.end;
        break;
      }
      top.end = piece.start;
      open.pop();
    }
    open.push(piece);
  }
  const content = drafts.map((): Span[] => []);
  for (const { owner, start, end } of pieces) if (end - start > 1) content[owner]?.push([start, end]);
  return drafts.map((from, i) => ({ from, content: content[i] ?? [] }));
};

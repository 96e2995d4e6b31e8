import type { LayoutPiece } from '../model/index.ts';

/** The order of layout pieces: by start; of those that start together the longer, which holds the other, first. */
export const byPlace = (a: LayoutPiece, b: LayoutPiece): number => a.start - b.start || b.end - a.end;

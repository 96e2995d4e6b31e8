import type { AcquireStep, Found } from '../../../model/index.ts';
import { type ByteSource, pathInside, type Received } from '../../received.ts';
import type { Piece } from '../format.ts';

/**
 * The most of one thing inside of others that is held in memory where it cannot be read in pieces: a quarter of a gigabyte, and half as
 * much with each archive around it, so that all that is held at once stays under half a gigabyte.
 */
export const heldBytes = (depth: number): number => Math.floor((256 * 1024 * 1024) / 2 ** depth);

/** Something inside of an archive as a piece. */
export const givePiece = (
  received: Received,
  name: string,
  source: ByteSource,
  step: AcquireStep,
  known: readonly Found[] = [],
): Piece => ({
  kind: 'inside',
  received: {
    path: pathInside(received.path, name),
    source,
    declared: null,
    known,
    steps: [...received.steps, step],
    depth: received.depth + 1,
  },
});

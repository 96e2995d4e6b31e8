import type { Box } from './geometry.ts';

/** A run of letters without a space in it. */
export interface Word {
  readonly text: string;
  /** In reading space: turned so that this text runs to the right, downwards from the top. Advance widths, in points. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  /** Where the ink of its letters is on the page as shown. */
  readonly ink: Box;
  /** Quarter turns clockwise that it is turned by. */
  readonly turn: number;
  /** What stands between it and the word before it in the file: a space that is written there counts for more than one made out. */
  readonly before: 'written' | 'made-out' | 'nothing';
}

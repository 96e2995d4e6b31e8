/** Left, top, right, bottom, in points. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** How a page is shown: the part of its plane that is seen, and quarter turns clockwise. */
export interface PageView {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly quarters: number;
}

export const widthOf = ({ left, bottom, right, top, quarters }: PageView): number =>
  quarters % 2 === 0 ? right - left : top - bottom;

export const heightOf = ({ left, bottom, right, top, quarters }: PageView): number =>
  quarters % 2 === 0 ? top - bottom : right - left;

/** A point of the page's plane (from the bottom left, upwards) as it is shown (from the top left, downwards). */
export const toShown = (view: PageView, x: number, y: number): readonly [x: number, y: number] => {
  switch (view.quarters) {
    case 1:
      return [y - view.bottom, x - view.left];
    case 2:
      return [view.right - x, y - view.bottom];
    case 3:
      return [view.top - y, view.right - x];
    default:
      return [x - view.left, view.top - y];
  }
};

/** A box of the page's plane by two of its corners, as it is shown. */
export const boxToShown = (view: PageView, x1: number, y1: number, x2: number, y2: number): Box => {
  const [ax, ay] = toShown(view, x1, y1);
  const [bx, by] = toShown(view, x2, y2);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
};

/**
 * Turns a point of the shown page so that text which runs in a direction runs to the right.
 *
 * @param turn Quarter turns clockwise that the text itself is turned by.
 */
export const toReading = (turn: number, x: number, y: number): readonly [x: number, y: number] => {
  switch (turn) {
    case 1:
      return [y, -x];
    case 2:
      return [-x, -y];
    case 3:
      return [-y, x];
    default:
      return [x, y];
  }
};

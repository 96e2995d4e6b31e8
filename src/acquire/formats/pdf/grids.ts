import type { Box } from './geometry.ts';
import { type Line, toLines } from './lines.ts';
import { bottomOf, type Segment, topOf } from './segments.ts';

/** A table with lines drawn between its rows. */
export interface Grid {
  readonly box: Box;
  /** Lines of each row, cell by cell; the last line of a cell that another follows says so. */
  readonly rows: readonly (readonly Line[])[];
  readonly segments: ReadonlySet<Segment>;
}

/** Edges that are this close are one line, in points. */
const SAME = 3;
/** Ends of the lines of one table differ by no more. */
const SAME_END = 6;
const LEAST_ROW = 7;
/** Rows with no lines drawn between their cells are believed only if they are low: columns of a page stand between rules as well. */
const TALLEST_OPEN_ROW = 90;
const LEAST_OPEN_ROWS = 3;
const MOST_GRIDS = 60;

interface Level {
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

/** Edges at one height, joined where they go on from each other. */
const toLevels = (across: readonly Box[]): readonly Level[] => {
  const sorted = [...across].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const heights: Box[][] = [];
  for (const box of sorted) {
    const last = heights.at(-1);
    if (last?.[0] !== undefined && box[1] - last[0][1] <= SAME) last.push(box);
    else heights.push([box]);
  }
  return heights.flatMap((boxes) => {
    const levels: { y: number; left: number; right: number }[] = [];
    for (const [left, y, right] of [...boxes].sort((a, b) => a[0] - b[0])) {
      const open = levels.at(-1);
      if (open !== undefined && left <= open.right + SAME) open.right = Math.max(open.right, right);
      else levels.push({ y, left, right });
    }
    return levels;
  });
};

/** Levels that begin and end at the same places, from top to bottom: the lines of one table. */
const toStacks = (levels: readonly Level[]): readonly (readonly Level[])[] => {
  const stacks: Level[][] = [];
  for (const level of levels) {
    const own = stacks.find(([first]) => {
      if (first === undefined) return false;
      return Math.abs(first.left - level.left) <= SAME_END && Math.abs(first.right - level.right) <= SAME_END;
    });
    if (own !== undefined) own.push(level);
    else if (stacks.length < MOST_GRIDS) stacks.push([level]);
  }
  return stacks.filter(({ length }) => length > LEAST_OPEN_ROWS - 1);
};

const middle = (segment: Segment): readonly [x: number, y: number] => [
  (segment.left + segment.right) / 2,
  (topOf(segment) + bottomOf(segment)) / 2,
];

/** Where cells of a row are parted: at the lines drawn down through it, else where nothing stands over the width of a gutter. */
const bordersOf = (
  segments: readonly Segment[],
  down: readonly Box[],
  top: number,
  bottom: number,
): readonly number[] => {
  const drawn = down
    .filter((edge) => Math.min(edge[3], bottom) - Math.max(edge[1], top) > (bottom - top) * 0.7)
    .map(([x]) => x)
    .sort((a, b) => a - b);
  if (drawn.length > 0) return drawn.filter((x, i) => i === 0 || x - (drawn[i - 1] ?? 0) > SAME);
  const borders: number[] = [];
  let end = Infinity;
  for (const segment of [...segments].sort((a, b) => a.left - b.left)) {
    if (segment.left - end > segment.size * 0.7) borders.push((segment.left + end) / 2);
    end = Number.isFinite(end) ? Math.max(end, segment.right) : segment.right;
  }
  return borders;
};

const rowOf = (segments: readonly Segment[], down: readonly Box[], top: number, bottom: number): readonly Line[] => {
  const borders = bordersOf(segments, down, top, bottom);
  const cells = new Map<number, Segment[]>();
  for (const segment of segments) {
    const at = borders.filter((x) => x < middle(segment)[0]).length;
    cells.set(at, [...(cells.get(at) ?? []), segment]);
  }
  const isTurned = segments.filter(({ isRightToLeft }) => isRightToLeft).length * 2 > segments.length;
  const ordered = [...cells].sort(([a], [b]) => (isTurned ? b - a : a - b)).map(([, cell]) => toLines(cell));
  return ordered.flatMap((lines, cell) =>
    lines.map((line, i) => (i === lines.length - 1 && cell < ordered.length - 1 ? { ...line, endsCell: true } : line)),
  );
};

const gridOf = (levels: readonly Level[], segments: readonly Segment[], down: readonly Box[]): Grid | null => {
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { left, right } = first;
  const isOpen = !down.some(
    (edge) => edge[0] > left + SAME_END && edge[0] < right - SAME_END && edge[1] < last.y && edge[3] > first.y,
  );
  const taken = new Set<Segment>();
  const rows: (readonly Line[])[] = [];
  for (let i = 1; i < levels.length; i++) {
    const [top, bottom] = [levels[i - 1]?.y ?? 0, levels[i]?.y ?? 0];
    if (bottom - top < LEAST_ROW) continue;
    if (isOpen && bottom - top > TALLEST_OPEN_ROW) return null;
    const inside = segments.filter((segment) => {
      const [x, y] = middle(segment);
      return x > left && x < right && y > top && y < bottom;
    });
    if (inside.length === 0) continue;
    rows.push(rowOf(inside, down, top, bottom));
    for (const segment of inside) taken.add(segment);
  }
  const wide = rows.filter((row) => row.some(({ endsCell }) => endsCell === true)).length;
  const isTable = rows.length >= 2 && wide * 2 > rows.length && (!isOpen || rows.length >= LEAST_OPEN_ROWS);
  return isTable ? { box: [left, first.y, right, last.y], rows, segments: taken } : null;
};

/**
 * Finds the tables of a page that have lines drawn between their rows; what stands between two such lines is one row, however many
 * lines of text its cells have.
 *
 * @param across Edges from left to right, as shown, which is how text that is not turned is read.
 * @param down Edges from top to bottom.
 */
export const findGrids = (
  segments: readonly Segment[],
  across: readonly Box[],
  down: readonly Box[],
): readonly Grid[] => {
  const found: Grid[] = [];
  const taken = new Set<Segment>();
  for (const stack of toStacks(toLevels(across))) {
    const free = segments.filter((segment) => !taken.has(segment));
    const grid = gridOf(stack, free, down);
    if (grid === null) continue;
    found.push(grid);
    for (const segment of grid.segments) taken.add(segment);
  }
  return found;
};

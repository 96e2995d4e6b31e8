import { type Box, union } from './geometry.ts';
import type { Segment } from './segments.ts';

/** A line of a column. Reading space. */
export interface Line {
  /** Its pieces as they are read; more than one where wide gaps part them. */
  readonly cells: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly isRightToLeft: boolean;
  readonly ink: Box;
  /** It ends a cell of a table, and another cell follows. */
  readonly endsCell?: boolean;
}

const lineOf = (segments: readonly Segment[]): Line => {
  const isRightToLeft = segments.filter((segment) => segment.isRightToLeft).length * 2 > segments.length;
  const cells = [...segments].sort((a, b) => (isRightToLeft ? b.right - a.right : a.left - b.left));
  const longest = [...segments].sort((a, b) => b.text.length - a.text.length)[0];
  return {
    cells,
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    baseline: longest?.baseline ?? 0,
    size: longest?.size ?? 0,
    isBold: segments.every(({ isBold }) => isBold),
    isRightToLeft,
    ink: segments.map(({ ink }) => ink).reduce(union),
  };
};

/** Puts the segments of a column together to lines, from top to bottom. */
export const toLines = (column: readonly Segment[]): readonly Line[] => {
  const sorted = [...column].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const rows: Segment[][] = [];
  for (const segment of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isBeside =
      row !== undefined &&
      first !== undefined &&
      Math.abs(segment.baseline - first.baseline) <= Math.min(segment.size, first.size) * 0.3 &&
      row.every(({ left, right }) => segment.left >= right - 1 || segment.right <= left + 1);
    if (isBeside) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map(lineOf);
};

/** Whether two lines have cells that begin or end at the same places, as rows of one table do. */
const shareEdges = (a: Line, b: Line): boolean => {
  const slack = Math.max(a.size, b.size) * 0.4;
  const meets = (edge: (cell: Segment) => number): number =>
    a.cells.filter((cell) => b.cells.some((other) => Math.abs(edge(cell) - edge(other)) <= slack)).length;
  return (
    meets((cell) => cell.left) >= 2 ||
    meets((cell) => cell.right) >= 2 ||
    (meets((cell) => cell.left) >= 1 && meets((cell) => cell.right) >= 2)
  );
};

/** Which lines are rows of tables: those of several cells with another such line next to them. */
export const findRows = (lines: readonly Line[]): ReadonlySet<Line> => {
  const rows = new Set<Line>();
  const wide = lines.filter(({ cells }) => cells.length > 1);
  for (let i = 1; i < wide.length; i++) {
    const [above, below] = [wide[i - 1], wide[i]];
    if (!above || !below || below.baseline - above.baseline > Math.max(above.size, below.size) * 6) continue;
    if (!shareEdges(above, below)) continue;
    rows.add(above);
    rows.add(below);
  }
  return rows;
};

/** Each piece of a line that is no row of a table is a line by itself: a name on the left, a date on the right. */
export const splitLine = (line: Line): readonly Line[] =>
  line.cells.length === 1 ? [line] : line.cells.map((cell) => lineOf([cell]));

import type { Box } from './geometry.ts';
import { bottomOf, type Segment, topOf } from './segments.ts';

/**
 * Reading order of a page by recursive cuts, after the XY-cut of Nagy and Seth (1984), with one difference: horizontal cuts are made
 * only where something that crosses a gutter ends it (a headline over columns, a table under them), so that columns whose lines
 * stand at the same heights stay columns.
 */

/** Narrowest gutter, in sizes of the type, and in points. */
const GUTTER = 0.75;
const GUTTER_POINTS = 5;
/** A page with more pieces than this is no page of text; it is read from top to bottom. */
const MOST_SEGMENTS = 4_000;
const DEEPEST = 30;

interface Gutter {
  readonly above: readonly Segment[];
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
  readonly below: readonly Segment[];
  readonly height: number;
}

const middleOf = (segment: Segment): number => (topOf(segment) + bottomOf(segment)) / 2;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const extent = (segments: readonly Segment[]): readonly [top: number, bottom: number] => [
  segments.reduce((top, segment) => Math.min(top, topOf(segment)), Infinity),
  segments.reduce((bottom, segment) => Math.max(bottom, bottomOf(segment)), -Infinity),
];

/** How much of two groups stands side by side. */
const sharedHeight = (a: readonly Segment[], b: readonly Segment[]): number => {
  const [topA, bottomA] = extent(a);
  const [topB, bottomB] = extent(b);
  return Math.max(0, Math.min(bottomA, bottomB) - Math.max(topA, topB));
};

/** Of one side of a gutter, what stands next to it in each line. */
const nextTo = (side: readonly Segment[], isLeft: boolean): readonly Segment[] => {
  const sorted = [...side].sort((a, b) => (isLeft ? b.right - a.right : a.left - b.left));
  const rows = new Map<number, Segment>();
  for (const segment of sorted) {
    const row = Math.round(segment.baseline / Math.max(2, segment.size * 0.3));
    if (![row - 1, row, row + 1].some((near) => rows.has(near))) rows.set(row, segment);
  }
  return [...rows.values()];
};

/** Lines of prose nearly fill their column, whether set ragged or not; what stands in a table does not, or is one word. */
const isProse = (lines: readonly Segment[]): boolean => {
  if (lines.length < 2) return false;
  const words = lines.reduce((sum, line) => sum + line.words, 0) / lines.length;
  const left = median(lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const full = lines.filter((line) => line.right >= right - (right - left) * 0.25).length;
  return words >= 2.5 && full >= lines.length * 0.5;
};

const areAligned = (a: readonly Segment[], b: readonly Segment[]): boolean => {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const partnered = few.filter(({ baseline, size }) =>
    many.some((other) => Math.abs(other.baseline - baseline) <= size * 0.2),
  );
  return partnered.length >= few.length * 0.6;
};

/** Whether what stands on both sides is read one after the other, and not line by line across as a table is. */
const partsColumns = (left: readonly Segment[], right: readonly Segment[]): boolean => {
  const [a, b] = [nextTo(left, true), nextTo(right, false)];
  if (Math.min(a.length, b.length) < 2) return false;
  if (!areAligned(a, b)) return true;
  const [proseA, proseB] = [isProse(a), isProse(b)];
  if (proseA && proseB) return true;
  // Beside a long column of prose stands what is short of lines or words: the end of an article, a box.
  return (proseA && a.length >= 8) || (proseB && b.length >= 8);
};

/** The tallest gutter at a place, between things that cross it. Segments from top to bottom. */
const gutterAt = (segments: readonly Segment[], x: number, width: number): Gutter | null => {
  let best: Gutter | null = null;
  let run: Segment[] = [];
  let runTop = -Infinity;
  const finish = (): void => {
    const left = run.filter((segment) => segment.right <= x + 0.5);
    const right = run.filter((segment) => segment.right > x + 0.5);
    if (left.length < 2 || right.length < 2) return;
    const height = sharedHeight(left, right);
    if ((best !== null && height <= best.height) || !partsColumns(left, right)) return;
    const inside = new Set(run);
    const rest = segments.filter((segment) => !inside.has(segment));
    const above = rest.filter((segment) => middleOf(segment) <= runTop);
    best = { above, left, right, below: rest.filter((segment) => middleOf(segment) > runTop), height };
  };
  for (const segment of segments) {
    const isCrossing = segment.right > x + 0.5 && segment.left < x + width - 0.5;
    if (!isCrossing) {
      run.push(segment);
      continue;
    }
    const edge = middleOf(segment);
    // What stands beside the thing that crosses, on its own line, is of it and not of the columns above.
    run = run.filter((other) => bottomOf(other) <= edge);
    finish();
    run = [];
    runTop = edge;
  }
  finish();
  return best;
};

const findGutter = (segments: readonly Segment[]): Gutter | null => {
  const size = median(segments.map((segment) => segment.size));
  const width = Math.max(GUTTER * size, GUTTER_POINTS);
  // A gutter begins where something ends: each such place, to two points.
  const places = new Map<number, number>();
  for (const { right } of segments) {
    const place = Math.round(right / 2);
    places.set(place, Math.max(places.get(place) ?? -Infinity, right));
  }
  let best: Gutter | null = null;
  for (const x of [...places.values()].sort((a, b) => a - b)) {
    const gutter = gutterAt(segments, x, width);
    if (gutter !== null && (best === null || gutter.height > best.height * 1.02)) best = gutter;
  }
  return best;
};

/** An empty band across everything is so high at least, in sizes of the type, to part two stories. */
const BAND = 0.85;
/** A headline is so much larger than the text under it. */
const HEADLINE = 1.14;

/** What stands directly under a band. */
const firstUnder = (below: readonly Segment[]): readonly Segment[] => {
  const top = below.reduce((least, segment) => Math.min(least, topOf(segment)), Infinity);
  return below.filter((segment) => topOf(segment) - top < segment.size);
};

/**
 * Whether a story begins under a band: a headline stands there at the left, and a rule above it, or another headline beside it.
 * A gutter that goes on through both stories would otherwise mix them.
 */
const beginsStory = (
  above: readonly Segment[],
  below: readonly Segment[],
  rules: readonly Box[],
  size: number,
): boolean => {
  const first = firstUnder(below);
  const leftmost = first.reduce<Segment | null>((a, b) => (a !== null && a.left <= b.left ? a : b), null);
  if (leftmost === null || leftmost.size < size * HEADLINE) return false;
  if (first.length > 1 && first.every((segment) => segment.size >= size * HEADLINE)) return true;
  const [from, to] = [extent(above)[1], extent(below)[0]];
  const [left, right] = [Math.min(...below.map((s) => s.left)), Math.max(...below.map((s) => s.right))];
  return rules.some(
    (rule) =>
      rule[1] >= from - 2 &&
      rule[3] <= to + 2 &&
      Math.min(rule[2], right) - Math.max(rule[0], left) > (right - left) * 0.8,
  );
};

/** Cuts a stretch of a page where an empty band across it parts two stories. Segments from top to bottom. */
const toStories = (segments: readonly Segment[], rules: readonly Box[]): readonly (readonly Segment[])[] => {
  const size = median(segments.map((segment) => segment.size));
  const sorted = [...segments].sort((a, b) => topOf(a) - topOf(b));
  const stories: (readonly Segment[])[] = [];
  let from = 0;
  let bottom = -Infinity;
  sorted.forEach((segment, i) => {
    const isBand = i > from && topOf(segment) - bottom >= size * BAND;
    if (isBand && beginsStory(sorted.slice(from, i), sorted.slice(i), rules, size)) {
      stories.push(sorted.slice(from, i));
      from = i;
    }
    bottom = Math.max(bottom, bottomOf(segment));
  });
  return [...stories, sorted.slice(from)].map((story) => inOrder(story));
};

const inOrder = (segments: readonly Segment[]): readonly Segment[] =>
  [...segments].sort((a, b) => middleOf(a) - middleOf(b) || a.left - b.left);

const cut = (segments: readonly Segment[], rules: readonly Box[], depth: number): readonly (readonly Segment[])[] => {
  if (segments.length === 0) return [];
  const gutter = depth < DEEPEST && segments.length >= 4 ? findGutter(segments) : null;
  if (gutter === null) return [segments];
  const { above, left, right, below } = gutter;
  const turned = [...left, ...right].filter(({ isRightToLeft }) => isRightToLeft).length;
  const sides = turned * 2 > left.length + right.length ? [right, left] : [left, right];
  return [above, ...sides, below].flatMap((part) => cut(part, rules, depth + 1));
};

/**
 * The columns of a page in reading order, each from top to bottom.
 *
 * @param rules Thin lines drawn across the page.
 */
export const toColumns = (segments: readonly Segment[], rules: readonly Box[]): readonly (readonly Segment[])[] => {
  if (segments.length > MOST_SEGMENTS) return [inOrder(segments)];
  return toStories(segments, rules).flatMap((story) => cut(story, rules, 0));
};

import { type Box, union } from './geometry.ts';
import type { Grid } from './grids.ts';
import { findRows, type Line, splitLine, toLines } from './lines.ts';
import type { Segment } from './segments.ts';

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'caption' | 'note' | 'running-head';

/** Lines that belong together. */
export interface Block {
  readonly kind: BlockKind;
  readonly lines: readonly Line[];
  /** Its last line nearly fills the column, so that it may go on elsewhere. */
  readonly isFullAtEnd: boolean;
  /** Its first line is set in, as that of a new paragraph is. */
  readonly isIndented: boolean;
}

/** What is known of the whole document. */
export interface Style {
  /** Size of most of its type. */
  readonly size: number;
  readonly isBold: boolean;
  /** From where on type is large enough for a heading: sizes that OCR tells are rough. */
  readonly headingSize: number;
}

const BULLET = /^[•◦▪▫‣●○■□◆➢➤✓·∙\uf0b7\uf0a7](?:\s|$)/;
const DASH_ITEM = /^[-–—*]\s/;
const NUMBERED = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s/;
const ENDED = /[.!?:;…。！？؟۔]["'”’»)\]]*$/;
const STARTS_SMALL = /^["'“‘«(]*\p{Ll}/u;
const LONGEST_HEADING = 300;

export const textOf = (line: Line): string => line.cells.map(({ text }) => text).join('\t');
const isItem = (text: string): boolean => BULLET.test(text) || DASH_ITEM.test(text) || NUMBERED.test(text);

/** Edges of a column as its text runs: for lines that run to the left the right edge is where they start. */
interface Edges {
  readonly start: number;
  readonly end: number;
  readonly leading: number;
}

const startOf = (line: Line): number => (line.isRightToLeft ? -line.right : line.left);
const endOf = (line: Line): number => (line.isRightToLeft ? -line.left : line.right);

const mode = (values: readonly number[], step: number): number | null => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value / step), (counts.get(Math.round(value / step)) ?? 0) + 1);
  let best: readonly [number, number] | null = null;
  for (const [place, count] of counts)
    if (best === null || count > best[1] || (count === best[1] && place < best[0])) best = [place, count];
  return best === null ? null : best[0] * step;
};

const edgesOf = (lines: readonly Line[]): Edges => {
  const gaps = lines.flatMap((line, i) => {
    const above = lines[i - 1];
    const gap = above ? line.baseline - above.baseline : 0;
    return above && gap > line.size * 0.8 && gap < line.size * 2.2 && Math.abs(above.size - line.size) < line.size * 0.1
      ? [gap / line.size]
      : [];
  });
  const starts = lines.map(startOf);
  return {
    start: mode(starts, 2) ?? Math.min(...starts),
    end: lines.reduce((end, line) => Math.max(end, endOf(line)), -Infinity),
    leading: gaps.length >= 3 ? (mode(gaps, 0.05) ?? 1.3) : 1.35,
  };
};

const isLarge = (line: Line, style: Style): boolean => line.size >= style.headingSize;

/** Whether a line begins something new after the lines above it. */
const beginsNew = (above: readonly Line[], line: Line, next: Line | undefined, edges: Edges, style: Style): boolean => {
  const last = above.at(-1);
  const first = above[0];
  if (!last || !first) return true;
  const [text, lastText] = [textOf(line), textOf(last)];
  const gap = (line.baseline - last.baseline) / Math.max(line.size, last.size);
  if (gap < 0 || line.isRightToLeft !== last.isRightToLeft) return true;
  const isSameSize = line.size > last.size * 0.9 && line.size < last.size * 1.11;
  if (!isSameSize) return true;
  if (isLarge(line, style)) return gap > 1.75 || line.isBold !== last.isBold;
  if (line.isBold !== last.isBold && (above.every(({ isBold }) => isBold) || line.isBold)) return true;
  if (gap > edges.leading * 1.22 + 0.1) return true;
  if (line.cells[0]?.isRaisedAtStart === true && first.cells[0]?.isRaisedAtStart === true) return true;
  if (BULLET.test(text)) return true;
  const em = line.size;
  const isEnded = ENDED.test(lastText);
  const [start, lastStart] = [startOf(line), startOf(last)];
  if (isItem(text) && (isEnded || isItem(textOf(first)) || Math.abs(start - lastStart) > em * 0.5)) return true;
  // Set in: the line under it goes back to the edge, or it ends what it is in.
  const indent = start - edges.start;
  const isSetIn = indent > em * 0.6 && indent < em * 5;
  const isNextBack = next === undefined || Math.abs(startOf(next) - edges.start) < em * 0.4;
  const isItemBody = isItem(textOf(first));
  if (isSetIn && !isItemBody && isNextBack && (lastStart < start - em * 0.5 || isEnded)) return true;
  // Hanging: the first line of an entry stands out.
  const second = above[1];
  if (
    second &&
    startOf(second) > startOf(first) + em * 0.6 &&
    Math.abs(start - startOf(first)) < em * 0.3 &&
    above.length > 1
  )
    if (startOf(last) > start + em * 0.6) return true;
  // The next word would have fitted: somebody broke the line there. In the middle of a sentence that takes more room: words are kept
  // together ("9 January"), and ragged lines are set by eye.
  const room = edges.end - endOf(last);
  const isWide = isEnded || room > (edges.end - edges.start) * 0.35;
  const isBroken = isWide && room > (line.cells[0]?.firstWidth ?? 0) + em * 0.8;
  return isBroken && !/[-\u00ad\u2010]$/.test(lastText) && (isEnded || !STARTS_SMALL.test(text));
};

const kindOf = (lines: readonly Line[], style: Style): BlockKind => {
  const [first] = lines;
  if (!first) return 'paragraph';
  const text = lines.map(textOf).join(' ');
  const isShort = text.length <= LONGEST_HEADING;
  if (isShort && /\p{L}/u.test(text) && lines.every((line) => isLarge(line, style))) return 'heading';
  const isBold = lines.every((line) => line.isBold);
  if (
    isBold &&
    !style.isBold &&
    lines.length <= 3 &&
    text.length <= 160 &&
    !/[.,;]["'”’]?$/.test(text) &&
    /\p{L}/u.test(text)
  )
    return 'heading';
  return isItem(text) ? 'list-item' : 'paragraph';
};

const blockOf = (lines: readonly Line[], edges: Edges, style: Style): Block => {
  const [first, last] = [lines[0], lines.at(-1)];
  // A line alone tells nothing of how wide its column is.
  const isFull = lines.length > 1 && last !== undefined;
  return {
    kind: kindOf(lines, style),
    lines,
    isFullAtEnd: isFull && edges.end - endOf(last) < Math.max(last.size * 3, (edges.end - edges.start) * 0.15),
    isIndented: first !== undefined && startOf(first) > edges.start + first.size * 0.6,
  };
};

/** The rows of a table that has lines drawn between them. */
export const rowBlocks = ({ rows }: Grid): readonly Block[] =>
  rows.map((lines) => ({ kind: 'table-row', lines, isFullAtEnd: false, isIndented: false }));

/** The paragraphs, headings, entries and rows of a column, from top to bottom. */
export const toBlocks = (column: readonly Segment[], style: Style): readonly Block[] => {
  const whole = toLines(column);
  const rows = findRows(whole);
  const lines = whole.flatMap((line) => (rows.has(line) ? [line] : splitLine(line)));
  const edges = edgesOf(lines.filter((line) => !rows.has(line)));
  const blocks: Block[] = [];
  let open: Line[] = [];
  const finish = (): void => {
    if (open.length > 0) blocks.push(blockOf(open, edges, style));
    open = [];
  };
  lines.forEach((line, i) => {
    if (rows.has(line)) {
      finish();
      blocks.push({ kind: 'table-row', lines: [line], isFullAtEnd: false, isIndented: false });
      return;
    }
    if (beginsNew(open, line, lines[i + 1], edges, style)) finish();
    open.push(line);
  });
  finish();
  return blocks;
};

export const inkOf = (block: Block): Box => block.lines.map(({ ink }) => ink).reduce(union);

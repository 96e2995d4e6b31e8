import { toColumns } from './columns.ts';
import { type Composed, type ComposedPage, compose, type RunningHead } from './compose.ts';
import { joinDropCaps } from './drop-caps.ts';
import { type Box, union } from './geometry.ts';
import { findGrids, type Grid } from './grids.ts';
import { takeNotes } from './notes.ts';
import { type Block, inkOf, rowBlocks, type Style, toBlocks } from './paragraphs.ts';
import type { Edges } from './path-edges.ts';
import { alike, type Edged, findRunningHeads } from './running-heads.ts';
import { type Segment, toSegments } from './segments.ts';
import type { Word } from './word.ts';

/** A page as laid out over its lines: what is kept of it until all pages have been seen. */
export interface PagePieces {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** By the way they are turned, that of most of the page's text first. */
  readonly turns: readonly (readonly Segment[])[];
  readonly slanted: RunningHead | null;
  readonly pictures: readonly Box[];
  readonly edges: Edges;
  /** Sizes of the type are rough, as OCR tells them. */
  readonly isRough: boolean;
}

/** A heading is so much larger than the body. */
const HEADING = { exact: 1.14, rough: 1.45 } as const;
/** A caption begins so close under its picture, in points. */
const CAPTION_GAP = 20;
const LONGEST_CAPTION = 8;

const lettersIn = (segments: readonly Segment[]): number => segments.reduce((sum, { text }) => sum + text.length, 0);

const slantedOf = (words: readonly Word[], page: number): RunningHead | null => {
  if (words.length === 0) return null;
  return { text: words.map(({ text }) => text).join(' '), page, ink: words.map(({ ink }) => ink).reduce(union) };
};

export const toPieces = (
  page: Pick<PagePieces, 'number' | 'width' | 'height' | 'pictures' | 'edges' | 'isRough'>,
  words: readonly Word[],
  slanted: readonly Word[],
): PagePieces => {
  const turns = [0, 1, 2, 3].map((turn) =>
    joinDropCaps(
      toSegments(
        words.filter((word) => word.turn === turn),
        turn === 0 ? page.edges.down : [],
      ),
    ),
  );
  const said = turns.filter((segments) => segments.length > 0).sort((a, b) => lettersIn(b) - lettersIn(a));
  const { number, width, height, pictures, edges, isRough } = page;
  return { number, width, height, turns: said, slanted: slantedOf(slanted, number), pictures, edges, isRough };
};

/** Size of most letters, and whether most are bold. */
const styleOf = (pages: readonly PagePieces[]): { readonly size: number; readonly isBold: boolean } => {
  const sizes = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const segment of pages.flatMap(({ turns }) => turns.flat())) {
    const size = Math.round(segment.size * 4) / 4;
    sizes.set(size, (sizes.get(size) ?? 0) + segment.text.length);
    all += segment.text.length;
    if (segment.isBold) bold += segment.text.length;
  }
  const [most] = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { size: most?.[0] ?? 10, isBold: bold * 2 > all };
};

/** The edges of a page in the reading space of its main text. */
const edgedOf = ({ number, width, height, turns }: PagePieces): Edged => {
  const segments = turns[0] ?? [];
  const turn = segments[0]?.turn ?? 0;
  const long = turn % 2 === 0 ? height : width;
  const top = turn === 1 || turn === 2 ? -long : 0;
  return { page: number, top, bottom: top + long, segments };
};

/** Text that stands across the edge of two pages or more, and what is written at a slant, once each. */
const headsOf = (pages: readonly PagePieces[], running: ReadonlySet<Segment>): readonly RunningHead[] => {
  const heads = new Map<string, RunningHead>();
  for (const { number, turns, slanted } of pages) {
    const own = turns.flatMap((segments) => segments.filter((segment) => running.has(segment)));
    const all = own.map(({ text, ink }): RunningHead => ({ text, page: number, ink }));
    for (const head of slanted === null ? all : [...all, slanted]) {
      const key = alike(head.text);
      if (!heads.has(key)) heads.set(key, head);
    }
  }
  return [...heads.values()];
};

/** What is turned otherwise than its page and stands on another page too: a name along the margin. */
const turnedHeads = (pages: readonly PagePieces[]): readonly Segment[] => {
  const turned = pages.flatMap(({ number, turns }) =>
    turns.slice(1).flatMap((all) => all.map((segment) => ({ segment, number }))),
  );
  const pagesOf = new Map<string, Set<number>>();
  for (const { segment, number } of turned) {
    const on = pagesOf.get(alike(segment.text)) ?? new Set();
    pagesOf.set(alike(segment.text), on.add(number));
  }
  return turned
    .filter(({ segment }) => (pagesOf.get(alike(segment.text))?.size ?? 0) > 1)
    .map(({ segment }) => segment);
};

const isCaption = (block: Block, pictures: readonly Box[], style: Style): boolean => {
  const [first] = block.lines;
  if (first === undefined || block.kind !== 'paragraph' || block.lines.length > LONGEST_CAPTION) return false;
  if (first.size > style.size * 0.97) return false;
  const [left, top, right] = inkOf(block);
  return pictures.some(
    (box) => top >= box[3] - 4 && top - box[3] < CAPTION_GAP && left >= box[0] - 8 && right <= box[2] + 8,
  );
};

/** A table stands among columns as one thing of its size. */
const placeholder = ({ box: [left, top, right, bottom] }: Grid, like: Segment): Segment => {
  const size = (bottom - top) / 0.97;
  return { ...like, text: '', left, right, baseline: top + size * 0.75, size, words: 9, isRaisedAtStart: false };
};

/** The columns of a page with the rows of its tables where they stand. */
const withGrids = (segments: readonly Segment[], edges: Edges, style: Style): readonly (readonly Block[])[] => {
  const grids = findGrids(segments, edges.across, edges.down);
  const places = new Map<Segment, Grid>();
  for (const grid of grids) {
    const [like] = grid.segments;
    if (like !== undefined) places.set(placeholder(grid, like), grid);
  }
  const isIn = (segment: Segment): boolean => grids.some((grid) => grid.segments.has(segment));
  const rest = [...segments.filter((segment) => !isIn(segment)), ...places.keys()];
  return toColumns(rest, edges.across).map((column) => {
    const blocks: Block[] = [];
    let open: Segment[] = [];
    for (const segment of column) {
      const grid = places.get(segment);
      if (grid === undefined) {
        open.push(segment);
        continue;
      }
      blocks.push(...toBlocks(open, style), ...rowBlocks(grid));
      open = [];
    }
    return [...blocks, ...toBlocks(open, style)];
  });
};

const composedPage = (
  page: PagePieces,
  running: ReadonlySet<Segment>,
  body: Omit<Style, 'headingSize'>,
): ComposedPage => {
  const style: Style = { ...body, headingSize: body.size * HEADING[page.isRough ? 'rough' : 'exact'] };
  const columns = page.turns
    .flatMap((segments) => {
      const own = segments.filter((segment) => !running.has(segment));
      // Lines are known as they are shown, which is how text that is not turned is read.
      return own[0]?.turn === 0
        ? withGrids(own, page.edges, style)
        : toColumns(own, []).map((one) => toBlocks(one, style));
    })
    .map((blocks) =>
      blocks.map((block) => (isCaption(block, page.pictures, style) ? { ...block, kind: 'caption' as const } : block)),
    );
  return { number: page.number, ...takeNotes(columns, style) };
};

/** Puts the text of all pages together; see {@link compose}. */
export const layOut = (pages: readonly PagePieces[]): Composed => {
  const running = new Set([...findRunningHeads(pages.map(edgedOf)), ...turnedHeads(pages)]);
  // Sizes that OCR tells are measured against each other only.
  const styles = {
    exact: styleOf(pages.filter(({ isRough }) => !isRough)),
    rough: styleOf(pages.filter(({ isRough }) => isRough)),
  };
  return compose(
    pages.map((page) => composedPage(page, running, styles[page.isRough ? 'rough' : 'exact'])),
    headsOf(pages, running),
  );
};

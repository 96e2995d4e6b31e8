import type { ReadingAnswer } from '../../../src/serve/index.ts';

type Block = ReadingAnswer['blocks'][number];
type Piece = ReadingAnswer['layout'][number];

/** A paragraph as it is set. `start` to `end` are its words; up to `until`, where the next begins, there is only white space. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly until: number;
  /** Kind of its block; null for text that belongs to none. */
  readonly kind: Block['kind'] | null;
  /** Whether its block begins with it, and the paragraph before is of no block of its kind that is no reporting. */
  readonly isFirst: boolean;
  readonly shape: 'heading' | 'list-item' | 'quote' | 'caption' | 'paragraph';
  /** Of its block: BCP 47; null where it cannot be told. */
  readonly language: string | null;
  /** Its block is in a language that is not read; `first` for the first of such paragraphs that follow each other. */
  readonly unread: 'first' | 'further' | null;
  /** Its lines were broken by hand at a width, so that a break in it says nothing. */
  readonly isWrapped: boolean;
}

/** Layout that begins a new paragraph; links and signs of markup stand inside one. */
const BREAKING: ReadonlySet<Piece['kind']> = new Set([
  'heading',
  'paragraph',
  'quote',
  'list-item',
  'caption',
  'table-row',
]);
/** Kinds whose words are reporting. */
const REPORTING: ReadonlySet<Block['kind']> = new Set(['headline', 'body', 'turn']);
/** Lines that all end here or later, but for the last, were broken at a width. */
const NARROW = 50;
const BLANK_LINE = /\n[^\S\n]*\n\s*/g;

const isWrapped = (text: string): boolean => {
  const lines = text.split('\n');
  if (lines.length < 2) return false;
  return lines.slice(0, -1).every((line) => line.length >= NARROW && line.length <= 120);
};

const isBlank = (text: string): boolean => text.trim() === '';

/**
 * A text as paragraphs: cut where blocks begin and end, at blank lines, and where the received file began a paragraph. All of the
 * text is in one of them, to the letter: from 0 to its end, each `until` is the next one's `start`.
 */
export const paragraphsOf = (
  text: string,
  blocks: readonly Block[],
  layout: readonly Piece[],
): readonly Paragraph[] => {
  const cuts = new Set<number>([0, text.length]);
  for (const { start, end } of blocks) cuts.add(start).add(end);
  for (const match of text.matchAll(BLANK_LINE)) cuts.add(match.index + match[0].length);
  for (const { kind, start } of layout) if (BREAKING.has(kind)) cuts.add(start);
  const edges = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const starts = edges.filter((at, index) => {
    const next = edges[index + 1];
    return next !== undefined && !isBlank(text.slice(at, next));
  });
  if (starts.length === 0) return text === '' ? [] : [whole(text)];
  starts[0] = 0;
  let blockAt = 0;
  let unread: string | null | undefined;
  let kindBefore: Block['kind'] | null = null;
  return starts.map((start, index) => {
    const until = starts[index + 1] ?? text.length;
    const words = text.slice(start, until);
    const first = start + (words.length - words.trimStart().length);
    const end = start + words.trimEnd().length;
    while ((blocks[blockAt]?.end ?? Number.POSITIVE_INFINITY) <= first) blockAt++;
    const block = blocks[blockAt];
    const isIn = block !== undefined && block.start <= first;
    const language = isIn ? block.language : null;
    const kind = isIn ? block.kind : null;
    const isFurther = kind === kindBefore && kind !== null && !REPORTING.has(kind);
    kindBefore = kind;
    const before = unread;
    unread = isIn && !block.isRead ? language : undefined;
    const shape = layout.find((piece) => piece.start <= first && first < piece.end && BREAKING.has(piece.kind))?.kind;
    return {
      start,
      end,
      until,
      kind,
      isFirst: isIn && block.start >= start && !isFurther,
      language,
      unread: unread === undefined ? null : unread === before ? 'further' : 'first',
      shape: shape === undefined || shape === 'table-row' ? 'paragraph' : (shape as Paragraph['shape']),
      isWrapped: isWrapped(text.slice(first, end)),
    };
  });
};

const whole = (text: string): Paragraph => ({
  start: 0,
  end: text.length,
  until: text.length,
  kind: null,
  isFirst: true,
  language: null,
  unread: null,
  shape: 'paragraph',
  isWrapped: false,
});

/** Paragraphs next to each other that are set and measured together, so that a long text need not be set at once. */
export const chunksOf = (
  paragraphs: readonly Paragraph[],
  longest = 12_000,
  most = 60,
): readonly (readonly Paragraph[])[] => {
  const chunks: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = chunks.at(-1);
    const isFull = last === undefined || last.length >= most || paragraph.end - (last[0]?.start ?? 0) > longest;
    if (isFull) chunks.push([paragraph]);
    else last.push(paragraph);
  }
  return chunks;
};

import type { Block, Style } from './paragraphs.ts';
import { textOf } from './paragraphs.ts';

/** What a footnote starts with: a figure, a small letter in brackets, a star or dagger. */
const MARK = /^(?:[*∗†‡§¶]{1,3}|\(?\d{1,3}\)?[.)]?|[a-z]\))\s*\S/u;
/** Footnotes are set smaller than this share of the body's size. */
const SMALLER = 0.93;

const isSmall = (block: Block, style: Style): boolean =>
  (block.kind === 'paragraph' || block.kind === 'list-item' || block.kind === 'note') &&
  block.lines.every(({ size }) => size <= style.size * SMALLER);

const hasMark = (block: Block): boolean => {
  const [first] = block.lines;
  return first !== undefined && MARK.test(textOf(first));
};

/** A page's blocks column by column, and the footnotes under them. */
export interface ParsedPage {
  readonly columns: readonly (readonly Block[])[];
  readonly notes: readonly Block[];
}

/**
 * Takes the footnotes out of columns: the small type at a column's end, from the first piece that starts with a mark. A column that
 * is small all through is one of notes when it starts with a mark and others stand before it.
 */
export const takeNotes = (columns: readonly (readonly Block[])[], style: Style): ParsedPage => {
  const notes: Block[] = [];
  const rest = columns.map((column, at) => {
    let from = column.length;
    while (from > 0) {
      const block = column[from - 1];
      if (block === undefined || !isSmall(block, style)) break;
      from--;
    }
    while (from < column.length) {
      const block = column[from];
      if (block !== undefined && hasMark(block)) break;
      from++;
    }
    if (from === 0 && at === 0) return column;
    notes.push(...column.slice(from).map((block): Block => ({ ...block, kind: 'note' })));
    return column.slice(0, from);
  });
  return { columns: rest.filter((column) => column.length > 0), notes };
};

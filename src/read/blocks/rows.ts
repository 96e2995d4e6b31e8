import type { Document, LayoutPiece } from '../../model/index.ts';
import { lowerBound } from '../../text/index.ts';
import type { Paragraph } from './paragraphs.ts';

/**
 * The rows of tables in a document, in text order: all that its layout gives where the file is a table itself; elsewhere those with
 * several cells, since pages are set in tables of one.
 */
export const findRows = ({ text, layout, anchors }: Document): readonly LayoutPiece[] => {
  const isTable = anchors.some(({ place }) => place.kind === 'row');
  return layout
    .filter(({ kind, start, end }) => kind === 'table-row' && (isTable || text.slice(start, end).includes('\t')))
    .sort((a, b) => a.start - b.start);
};

/** Tells whether a paragraph stands in one of the rows. */
export const tellRows =
  (rows: readonly LayoutPiece[]) =>
  ({ start, end }: Paragraph): boolean => {
    const row = rows[lowerBound(rows.length, (i) => (rows[i]?.start ?? 0) <= start) - 1];
    return row !== undefined && start >= row.start && end <= row.end;
  };

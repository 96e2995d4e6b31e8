import type { CellObject, DenseWorkSheet, Properties as SheetProperties, WorkBook } from '@e965/xlsx';
import type { Parts } from '../format.ts';
import { refuseLocked } from '../office-package.ts';
import { type Properties, propertiesOf } from '../office-properties.ts';
import { readMuted } from './muted-xls.ts';
import { MOST_EMPTY, MOST_ROWS, SheetText } from './sheet-text.ts';

const stampOf = (date: unknown): string => (date instanceof Date ? date.toISOString() : String(date ?? ''));

/** The library reads when a file was saved and leaves it out of its types. */
type BookProperties = SheetProperties & { readonly ModifiedDate?: unknown };

const factsOf = (properties: BookProperties | undefined): Properties =>
  propertiesOf(
    new Map(
      [
        ['title', properties?.Title],
        ['creator', properties?.Author],
        ['saver', properties?.LastAuthor],
        ['created', stampOf(properties?.CreatedDate)],
        ['modified', stampOf(properties?.ModifiedDate)],
      ].flatMap(([name, value]) => (name && value ? [[name, value] as const] : [])),
    ),
  );

/** What a cell shows; formulas show what they came to when the file was saved. */
const shown = (cell: CellObject | undefined | null): string =>
  cell === undefined || cell === null || cell.t === 'z' ? '' : String(cell.w ?? cell.v ?? '');

/** The cells of a row as they are shown. A row holds only those that the file has: what is between is not gone through. */
const shownCells = (cells: readonly (CellObject | undefined | null)[]): readonly string[] => {
  const row: string[] = [];
  let last = -1;
  cells.forEach((cell, column) => {
    const words = shown(cell);
    if (words === '') return;
    const gap = Math.min(column - last - 1, MOST_EMPTY + 1);
    row.push(...Array.from({ length: gap }, () => ''), words);
    last = column;
  });
  return row;
};

const addSheet = (text: SheetText, sheet: DenseWorkSheet): void => {
  const hidden = sheet['!rows'] ?? [];
  const rows = sheet['!data'];
  // Rows that hold nothing are holes.
  rows.forEach((cells, at) => {
    if (!cells) return;
    text.addRow(at + 1, shownCells(cells), hidden[at]?.hidden === true);
    cells.forEach((cell) => {
      for (const note of cell?.c ?? []) text.addNote(at + 1, note.a ?? '', note.t ?? '');
    });
  });
};

/** How the library reads: values as shown, none of what it would lay out over ranges that a file states. */
const OPTIONS = {
  type: 'buffer',
  dense: true,
  cellFormula: false,
  cellHTML: false,
  dateNF: 'yyyy-mm-dd',
  sheetRows: MOST_ROWS + 1,
} as const;

/** What is read as a workbook. */
export type WorkbookBytes =
  | { readonly kind: 'xlsx'; readonly bytes: Uint8Array; readonly hiddenRows: number }
  | { readonly kind: 'xls'; readonly bytes: Uint8Array };

const openWorkbook = async (workbook: WorkbookBytes): Promise<WorkBook> => {
  const [library, codePages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel.full.mjs')]);
  library.set_cptable(codePages);
  return workbook.kind === 'xls'
    ? openBook(() => readMuted(workbook.bytes, library, OPTIONS))
    : openBook(() => library.read(workbook.bytes, OPTIONS));
};

/**
 * Reads a workbook of Excel's, new or old, by SheetJS: every sheet, hidden ones too, as it is shown. Nothing in it is run, worked
 * out anew or fetched. Dates without a form of their own are written as ISO 8601.
 *
 * @throws BackchannelError `acquire/locked`; Error of the library for what it cannot read.
 */
export const readWorkbook = async (workbook: WorkbookBytes, mediaType: string, limit: number): Promise<Parts> => {
  const book = await openWorkbook(workbook);
  const text = new SheetText(limit);
  book.SheetNames.forEach((name, at) => {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    if (sheet === undefined || !('!data' in sheet) || text.isFull) return;
    text.openSheet(name, (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0);
    addSheet(text, sheet);
  });
  const { found, noticed } = factsOf(book.Props);
  if (workbook.kind === 'xlsx') text.countHidden(workbook.hiddenRows);
  return text.parts({ mediaType, by: 'xlsx 0.20.3' }, found, noticed);
};

const openBook = <T>(open: () => T): T => {
  try {
    return open();
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) return refuseLocked('a spreadsheet');
    throw error;
  }
};

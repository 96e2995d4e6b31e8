import type { CellObject, DenseWorkSheet, Properties as SheetProperties } from '@e965/xlsx';
import { BackchannelError } from '../../../model/index.ts';
import type { Parts } from '../format.ts';
import { type OfficePackage, refuseLocked } from '../office-package.ts';
import { type Properties, propertiesOf } from '../office-properties.ts';
import { MOST_ROWS, SheetText } from './sheet-text.ts';

/** Parts of a workbook that are no cells: pictures, programs, other people's files. */
const NOT_NEEDED =
  /^xl\/(?:media|embeddings|drawings\/charts|printersettings|customxml|activex|ctrlprops|externallinks|webextensions)\/|vbaproject|\.(?:png|jpe?g|gif|emf|wmf|bmp|svg|vml)$/i;

/**
 * The parts that hold cells, unpacked within limits and put together again without packing: the library that reads them would
 * unpack anything.
 *
 * @param limit Most bytes of them in all.
 */
export const safeWorkbook = async (pack: OfficePackage, limit: number): Promise<Uint8Array> => {
  const { zipSync } = await import('fflate');
  const parts: Record<string, [Uint8Array, { readonly level: 0 }]> = {};
  let size = 0;
  for (const name of new Set(pack.names)) {
    if (name.endsWith('/') || NOT_NEEDED.test(name) || !pack.has(name)) continue;
    const bytes = await pack.read(name);
    size += bytes.length;
    if (size > limit)
      throw new BackchannelError(
        'acquire/too-large',
        `Expected a spreadsheet of at most ${Math.round(limit / 1024 ** 2)} MB unpacked, found a larger one.`,
        { next: 'Split it, or save the sheet you need as CSV.' },
      );
    parts[name] = [bytes, { level: 0 }];
  }
  return zipSync(parts);
};

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

const addSheet = (text: SheetText, sheet: DenseWorkSheet): void => {
  const hidden = sheet['!rows'] ?? [];
  const rows = sheet['!data'];
  // Rows that hold nothing are holes.
  rows.forEach((cells, at) => {
    if (!cells) return;
    text.addRow(at + 1, Array.from(cells, shown), hidden[at]?.hidden === true);
    for (const cell of cells) for (const note of cell?.c ?? []) text.addNote(at + 1, note.a ?? '', note.t ?? '');
  });
};

/**
 * Reads a workbook of Excel's, new or old, by SheetJS: every sheet, hidden ones too, as it is shown. Nothing in it is run, worked
 * out anew or fetched. Dates without a form of their own are written as ISO 8601.
 *
 * @throws BackchannelError `acquire/locked`; Error of the library for what it cannot read.
 */
export const readWorkbook = async (bytes: Uint8Array, mediaType: string, limit: number): Promise<Parts> => {
  const [{ read, set_cptable }, codePages] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ]);
  set_cptable(codePages);
  const book = openBook(() =>
    read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      // Without it hidden rows are not told.
      cellStyles: true,
      dateNF: 'yyyy-mm-dd',
      sheetRows: MOST_ROWS + 1,
    }),
  );
  const text = new SheetText(limit);
  book.SheetNames.forEach((name, at) => {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    if (sheet === undefined || !('!data' in sheet) || text.isFull) return;
    text.openSheet(name, (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0);
    addSheet(text, sheet);
  });
  const { found, noticed } = factsOf(book.Props);
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

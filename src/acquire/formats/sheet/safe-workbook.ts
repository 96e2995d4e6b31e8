import { BackchannelError } from '../../../model/index.ts';
import { decodeText } from '../../decode-text.ts';
import type { OfficePackage } from '../office-package.ts';
import type { WorkbookBytes } from './read-workbook.ts';

/** Parts of a workbook that its cells stand in or are shown by: no pictures, programs, links, other people's files. */
const NEEDED =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|docprops\/(?:core|app)\.xml|xl\/(?:workbook|sharedstrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels|xl\/(?:[^/]+\/)?comments[^/]*\.xml|xl\/persons\/[^/]+\.xml|xl\/threadedcomments\/[^/]+\.xml)$/i;
const COMMENTS = /comments?[^/]*\.xml$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 'XFD';

/** Whether a cell or row can stand there in a workbook of Excel's: `C5`, `12`. */
const isPlace = (reference: string): boolean => {
  const [, column = '', row = ''] = /^([A-Za-z]{0,3})([1-9]\d{0,6})$/.exec(reference) ?? [];
  const isColumn = column.length < LAST_COLUMN.length || column.toUpperCase() <= LAST_COLUMN;
  return isColumn && row !== '' && Number(row) <= LAST_ROW;
};

/** Cells that say they stand where none can: the library counts up to there. Without their place they follow the one before. */
const placed = (cells: string): string =>
  cells.replace(
    /(<(?:\w{1,20}:)?(?:row|c)\b[^<>]{0,1000}?)\sr\s*=\s*(?:"([^"<>]{0,1000})"|'([^'<>]{0,1000})')/g,
    (tag, before: string, quoted?: string, single?: string) => (isPlace(quoted ?? single ?? '') ? tag : before),
  );

/** Comments on cells that cannot be are put on the last cell that can, which is beyond what is read. */
const placedComments = (xml: string): string =>
  xml.replace(
    /(<(?:\w{1,20}:)?(?:comment|threadedComment)\b[^<>]{0,1000}?\sref\s*=\s*)(?:"([^"<>]{0,1000})"|'([^'<>]{0,1000})')/g,
    (tag, before: string, quoted?: string, single?: string) =>
      isPlace(quoted ?? single ?? '') ? tag : `${before}"${LAST_COLUMN}${LAST_ROW}"`,
  );

/**
 * The cells of a worksheet without what stands around them. The library lays links and column forms out over whatever range a sheet
 * states, cell by cell; a sheet may state one of seventeen thousand million.
 */
const cellsOnly = (xml: string): string => {
  const root = /<(?:(\w+):)?worksheet\b[^>]{0,10000}>/.exec(xml);
  if (root === null) return '';
  const prefix = root[1] === undefined ? '' : `${root[1]}:`;
  const from = xml.indexOf(`<${prefix}sheetData`);
  const end = `</${prefix}sheetData>`;
  const to = xml.lastIndexOf(end);
  return `${root[0]}${from === -1 || to < from ? '' : placed(xml.slice(from, to + end.length))}</${prefix}worksheet>`;
};

/** The list of types of parts without those that were left out: the library fails for want of them. */
const withoutTypes = (bytes: Uint8Array, kept: ReadonlySet<string>): Uint8Array =>
  new TextEncoder().encode(
    decodeText(bytes).text.replace(/<(?:\w{1,20}:)?Override\b[^<>]{0,1000}>/g, (tag) => {
      const part = /\sPartName="\/?([^"]*)"/.exec(tag)?.[1] ?? '';
      return kept.has(part.toLowerCase()) ? tag : '';
    }),
  );

const hiddenRowsIn = (xml: string): number => {
  let count = 0;
  for (const [tag] of xml.matchAll(/<(?:\w{1,20}:)?row\s[^<>]{0,1000}>/g))
    if (/\shidden="(?:1|true)"/.test(tag) && !tag.endsWith('/>')) count++;
  return count;
};

/**
 * The parts of a workbook that hold cells, unpacked within limits and put together again without packing: the library that reads
 * them would unpack anything.
 *
 * @param limit Most bytes of them in all.
 */
export const safeWorkbook = async (pack: OfficePackage, limit: number): Promise<WorkbookBytes> => {
  // The library fills the memory where a few bytes of these are wrong.
  if (pack.has('xl/workbook.bin'))
    throw new BackchannelError('acquire/unsupported', 'Expected a spreadsheet, found a binary one (.xlsb).', {
      next: 'Open it in Excel or LibreOffice and save it as .xlsx.',
    });
  const { zipSync } = await import('fflate');
  const parts: Record<string, [Uint8Array, { readonly level: 0 }]> = {};
  let size = 0;
  let hiddenRows = 0;
  for (const name of new Set(pack.names)) {
    if (!NEEDED.test(name) || !pack.has(name)) continue;
    const bytes = await pack.read(name);
    size += bytes.length;
    if (size > limit)
      throw new BackchannelError(
        'acquire/too-large',
        `Expected a spreadsheet of at most ${Math.round(limit / 1024 ** 2)} MB unpacked, found a larger one.`,
        { next: 'Split it, or save the sheet you need as CSV.' },
      );
    if (COMMENTS.test(name))
      parts[name] = [new TextEncoder().encode(placedComments(decodeText(bytes).text)), { level: 0 }];
    else if (!SHEET.test(name)) parts[name] = [bytes, { level: 0 }];
    else {
      const cells = cellsOnly(decodeText(bytes).text);
      hiddenRows += hiddenRowsIn(cells);
      parts[name] = [new TextEncoder().encode(cells), { level: 0 }];
    }
  }
  for (const name of Object.keys(parts)) {
    const [bytes, settings] = parts[name] ?? [];
    if (bytes !== undefined && settings !== undefined && /^\[content_types\]\.xml$/i.test(name))
      parts[name] = [withoutTypes(bytes, new Set(Object.keys(parts).map((part) => part.toLowerCase()))), settings];
  }
  return { kind: 'xlsx', bytes: zipSync(parts), hiddenRows };
};

import type { Received } from '../../received.ts';
import type { FormatWork, Piece } from '../format.ts';
import { OPEN_NAMES } from '../odt/names.ts';
import { refuseEncrypted } from '../odt/read-odt.ts';
import { openPackage } from '../office-package.ts';
import { readProperties } from '../office-properties.ts';
import { sheetHandler } from './ods-handler.ts';
import { readWorkbook } from './read-workbook.ts';
import { safeWorkbook } from './safe-workbook.ts';
import { SheetText } from './sheet-text.ts';

const WHAT = 'a spreadsheet';
const OPEN_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A workbook is built in memory whole, at about ten times the size of its parts. */
const UNPACKED_FACTOR = 5;

/** Reads a spreadsheet of OpenDocument or of Excel since 2007: a line for each row that holds something. */
export async function* readSheet(received: Received, work: FormatWork): AsyncGenerator<Piece> {
  const pack = await openPackage(received, work, WHAT);
  if (!pack.has('content.xml')) {
    const workbook = await safeWorkbook(pack, work.limitBytes * UNPACKED_FACTOR);
    yield { kind: 'text', parts: await readWorkbook(workbook, EXCEL_TYPE, work.limitBytes) };
    return;
  }
  await refuseEncrypted(pack, WHAT);
  const text = new SheetText(work.limitBytes);
  const isWhole = await pack.readXml('content.xml', OPEN_NAMES, sheetHandler(text));
  const { found, noticed } = await readProperties(pack, 'meta.xml');
  const told = isWhole ? noticed : ['read as far as it goes: it is cut off or badly nested', ...noticed];
  yield { kind: 'text', parts: text.parts({ mediaType: OPEN_TYPE, by: 'htmlparser2 10.1.0' }, found, told) };
}

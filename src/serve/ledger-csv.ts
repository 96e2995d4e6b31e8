import type { Evidence, Line } from '../model/index.ts';
import type { CellPart } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import { traitsOf } from './ledger-order.ts';
import { columnsOf, type LedgerInfo, printRows, rowsOf } from './ledger-table.ts';

/** Rows that are written at once. */
const CHUNK = 250;

/** Signs with which a spreadsheet takes a cell for a formula, behind blanks too; those of full width among them. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** A sum of ours that is below nought is no formula. */
const NUMBER = /^-\d+(?:\.\d+)?$/;

/**
 * A cell of a CSV file (RFC 4180). One that a spreadsheet would take for a formula gets an apostrophe before it: what stands in a
 * document must not run on the machine of whoever opens the table.
 */
export const csvCell = (text: string): string => {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** So that spreadsheets take it for UTF-8. */
const MARK = '\ufeff';

const wordsIn = (cell: readonly CellPart[]): string =>
  cell.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('; ');
const datesIn = (cell: readonly CellPart[]): string =>
  cell.flatMap(({ pieces }) => pieces.flatMap(({ date }) => date ?? [])).join('; ');
const idsIn = (cell: readonly CellPart[]): string =>
  [...new Set(cell.flatMap(({ pieces }) => pieces.flatMap(({ id }) => id ?? [])))].join('; ');

/**
 * All rows of a ledger as CSV, a piece at a time: each column in words, beside it the dates as EDTF and the ids of those it names where
 * any row of the ledger has some, then how the row stands, on which origins, and its quotes, each with its document and place.
 */
export async function* csvOf(now: Snapshot, info: LedgerInfo, lines: readonly Line[]): AsyncGenerator<string> {
  const columns = (await columnsOf(now, info)).map(({ title }) => title);
  const traits = await traitsOf(now, info);
  yield MARK +
    csvLine([
      'id',
      ...columns.flatMap((title, index) => [
        title,
        ...(traits[index]?.hasDates ? [`${title}: EDTF`] : []),
        ...(traits[index]?.hasIds ? [`${title}: ids`] : []),
      ]),
      'Date',
      'Standing',
      'Weight',
      'Independent voices',
      'Origins',
      'Origins: ids',
      'Claims',
      'Documents',
      'Quotes',
    ]);
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (let at = 0; at < lines.length; at += CHUNK) {
    const rows = await rowsOf(now, info, lines.slice(at, at + CHUNK));
    const printed = await printRows(now, info, rows, Number.POSITIVE_INFINITY);
    let part = '';
    for (const { row, cells, isDenied } of printed) {
      const line = byId.get(row.id);
      const origins = await Promise.all((line?.origins ?? []).map((id) => now.line(id)));
      const said = (text: string): string => (isDenied && text !== '' ? `denied: ${text}` : text);
      part += csvLine([
        row.id,
        ...cells.flatMap((cell, index) => [
          said(wordsIn(cell)),
          ...(traits[index]?.hasDates ? [datesIn(cell)] : []),
          ...(traits[index]?.hasIds ? [idsIn(cell)] : []),
        ]),
        line?.date ?? '',
        line?.standing ?? 'not weighed',
        numberOf(line?.weight),
        numberOf(line?.voices),
        origins.map((origin) => origin?.text ?? '').join('; ') || 'unknown',
        (line?.origins ?? []).join('; '),
        numberOf(line?.claims),
        numberOf(line?.documents.length),
        await quotesOf(now, row.evidence),
      ]);
    }
    yield part;
  }
}

const numberOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** Each quote to the letter with its document, that one's id and the place: “words” — title [id start-end]. */
const quotesOf = async (now: Snapshot, evidence: readonly Evidence[]): Promise<string> => {
  const lines: string[] = [];
  for (const { document, start, end, quote } of evidence) {
    const title = (await now.line(document))?.text ?? document;
    lines.push(`“${quote}” — ${title} [${document} ${start}-${end}]`);
  }
  return [...new Set(lines)].join('\n');
};

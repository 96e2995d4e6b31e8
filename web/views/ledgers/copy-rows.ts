import type { TableRowAnswer } from '../../../src/serve/index.ts';
import { STANDING_WORDS, type Standing } from '../../components/standing-mark.tsx';
import { wordsOf } from './cell.tsx';
import type { ShownColumn } from './table-columns.ts';

/** A spreadsheet takes these for the beginning of a formula. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

const oneCell = (text: string): string => {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return FORMULA.test(flat) && !/^-\d+(?:\.\d+)?$/.test(flat) ? `'${flat}` : flat;
};

const textOf = (column: ShownColumn, row: TableRowAnswer): string => {
  const { line } = row;
  switch (column.kind) {
    case 'cell':
      return wordsOf(row.cells[column.cell ?? 0] ?? [], row.isDenied);
    case 'steps':
      return row.steps
        .map(({ word, when, isDenied }) => `${isDenied ? 'denied: ' : ''}${word}${when === null ? '' : ` ${when}`}`)
        .join('; ');
    case 'span':
      return line.date ?? '';
    case 'standing':
      return line.standing === null ? 'not weighed' : (STANDING_WORDS[line.standing as Standing] ?? line.standing);
    case 'origins':
      return String(line.origins.length);
    case 'weight':
      return line.weight === null ? '' : String(line.weight);
  }
};

/** Rows as tab-separated values, as spreadsheets take them from the clipboard: the columns that are shown, then the ids. */
export const asTable = (shown: readonly ShownColumn[], rows: readonly TableRowAnswer[]): string =>
  [
    [...shown.map(({ title }) => title), 'id'],
    ...rows.map((row) => [...shown.map((column) => textOf(column, row)), row.id]),
  ]
    .map((cells) => cells.map(oneCell).join('\t'))
    .join('\n');

/** @throws where the browser gives no access to its clipboard. */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);

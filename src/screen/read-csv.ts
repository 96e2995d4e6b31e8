import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { cutOff, malformed, tooLarge } from './list-errors.ts';

/** A row of a CSV text: its cells, and the line it ends on. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Characters of one row; the longest of true lists, with a statement of reasons, have some ten thousand. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

/**
 * Reads a CSV text row by row. Cells are trimmed; rows may have any number of them; empty lines are passed over.
 *
 * @throws BackchannelError `screen/cut-off` where the text ends inside quotes, `screen/record-too-large`, `screen/malformed`.
 */
export async function* readCsv(texts: AsyncIterable<string>, file: string): AsyncGenerator<CsvRow> {
  const parser = Readable.from(texts).compose(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: MOST_CHARACTERS,
    }),
  );
  let last = 1;
  try {
    for await (const item of parser) {
      const { record, info } = item as {
        readonly record: readonly string[];
        readonly info: { readonly lines: number };
      };
      last = info.lines;
      yield { cells: record, line: info.lines };
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw cutOff(file, last + 1, 'a closing double quote', 'the end of the file', error);
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge(file, last + 1, 'a row', '8 MB');
    throw malformed(file, last + 1, 'rows of cells', error.message, error);
  }
}

/** Gives the cells of a row by the heads of the columns, in lower case; '' for a column that is not there. */
export const cellsBy = (heads: readonly string[]): ((row: CsvRow) => (head: string) => string) => {
  const at = new Map(heads.map((head, index) => [head.trim().toLowerCase(), index]));
  return ({ cells }) =>
    (head) =>
      cells[at.get(head) ?? -1] ?? '';
};

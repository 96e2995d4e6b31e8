import { CsvError, parse } from 'csv-parse/sync';
import type { Span } from '../../../model/index.ts';

/** Signs that part cells, as programs write them. */
const DELIMITERS = ['\t', ',', ';', '|'] as const;
/** Records looked at to tell the delimiter. */
const SNIFFED = 60;

/** A table's rows as they stand in its text. */
export interface Records {
  readonly delimiter: string;
  /** `[start, end)` of each record in the text, without its line end; empty lines are none. */
  readonly spans: readonly Span[];
  /** Where the text can no longer be told apart into records, and why; null when it can to its end. */
  readonly broken: { readonly at: number; readonly why: string } | null;
  /** Whether there are more records than were asked for. */
  readonly isCut: boolean;
}

/** How many cells each of the first lines has, leaving alone what stands in quotes. */
const countCells = (text: string, delimiter: string): readonly number[] => {
  const counts: number[] = [];
  let cells = 1;
  let isQuoted = false;
  let isEmpty = true;
  for (let at = 0; at < text.length && counts.length < SNIFFED; at++) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === delimiter) cells++;
    else if (letter === '\n' || letter === '\r') {
      if (!isEmpty) counts.push(cells);
      [cells, isEmpty] = [1, true];
      continue;
    }
    isEmpty = false;
  }
  return isEmpty ? counts : [...counts, cells];
};

/**
 * The delimiter that gives most lines the same number of cells, two at least; of those that are equally good the one that gives
 * more. A comma where none does: the table has one column.
 *
 * @param preferred Wins over others that do as well: tabs in a `.tsv`.
 */
export const sniffDelimiter = (text: string, preferred: string | null): string => {
  // Excel's own way of saying it.
  const stated = /^sep=([^\w\s"]|\t)\r?\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const head = text.slice(0, 100_000);
  let best = { delimiter: preferred ?? ',', share: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const counts = countCells(head, delimiter);
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 1;
    const share = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    if (usual < 2) continue;
    const isBetter = share > best.share + 0.1 || (share > best.share - 0.1 && usual > best.cells);
    if (isBetter && !(best.delimiter === preferred && best.share > 0)) best = { delimiter, share, cells: usual };
    else if (delimiter === preferred) best = { delimiter, share, cells: usual };
  }
  return best.delimiter;
};

/**
 * Tells offsets in UTF-16 code units from offsets in UTF-8 bytes, asked in rising order. Half of a pair alone takes three bytes, as
 * the sign does that is written out in its stead.
 */
const offsetsOf = (text: string): ((bytes: number) => number) => {
  let [at, passed] = [0, 0];
  return (bytes) => {
    while (passed < bytes && at < text.length) {
      const code = text.codePointAt(at) ?? 0;
      passed += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      at += code < 0x10000 ? 1 : 2;
    }
    return at;
  };
};

/** Without the line ends around it. */
const trim = (text: string, start: number, end: number): Span => {
  let [from, to] = [start, end];
  while (from < to && /[\r\n]/.test(text[from] ?? '')) from++;
  while (to > from && /[\r\n]/.test(text[to - 1] ?? '')) to--;
  return [from, to];
};

/**
 * Finds the records of a table written as text, to where it breaks: a quote that is never closed. Rows need not be even, and quotes
 * that stand inside of cells are letters.
 *
 * @param most As many records as are taken.
 */
export const splitRecords = (text: string, most: number, preferred: string | null): Records => {
  const delimiter = sniffDelimiter(text, preferred);
  const spans: Span[] = [];
  const offsetAt = offsetsOf(text);
  let from = 0;
  let broken: Records['broken'] = null;
  try {
    parse(Buffer.from(text), {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
      to: most + 1,
      on_record: (_, { bytes }) => {
        const to = offsetAt(bytes);
        const span = trim(text, from, to);
        if (span[1] > span[0]) spans.push(span);
        from = to;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why =
      error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
        ? 'a quote is opened and never closed'
        : 'its quotes do not match';
    broken = { at: trim(text, from, text.length)[0], why };
  }
  return { delimiter, spans: spans.slice(0, most), broken, isCut: spans.length > most };
};

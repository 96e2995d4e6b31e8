import { type ColumnLine, linesOf, type Printed } from '../ledgers/index.ts';
import type { Edtf, Evidence, LedgerColumn } from '../model/index.ts';
import { isDate, isExactDay, sayTime } from './say-date.ts';
import { listed, oneLine } from './words.ts';

/** Some words of a cell: a name with the id that it is the name of, a date with what it was said from, or neither. */
export interface CellPiece {
  readonly text: string;
  readonly id?: string;
  /** The date as EDTF; `text` has it in words. */
  readonly date?: Edtf;
}

/** What one part of a column prints of a row; a line of the cell. */
export interface CellPart {
  readonly pieces: readonly CellPiece[];
  /** The field of the row that it prints; null where words are made of several. */
  readonly field: string | null;
  /** Of a part that prints each item of a list: whether that is stated or implied, and where it is told. */
  readonly form: 'stated' | 'implied' | null;
  readonly evidence: readonly Evidence[];
}

/** Gives what an id is called; null for words that are no id. */
export type NameOfId = (id: string) => string | null;

/** Names of one field that are printed before the rest is only counted. */
const LISTED = 8;

/** How rows are printed wherever they are read: dates in words, words of documents on one line. */
export const printedBy = (nameOf: NameOfId, most = LISTED): Printed => ({
  name: nameOf,
  value: (text, field) => {
    if (field === 'dateWords') return `“${oneLine(text)}”`;
    if (field === 'status' && text === 'hypothetical') return 'only supposed';
    return oneLine(sayTime(text));
  },
  list: (texts) => listed(texts, most),
});

/** The words of an exact day say nothing more. */
export const isSaidByDate = (row: object, { part }: ColumnLine): boolean =>
  part === 'dateWords' && 'date' in row && typeof row.date === 'string' && isExactDay(row.date);

/** Noncharacters that words never have, since `oneLine` takes them out: before what is marked, before its words, after them. */
const [ID, DATE, WORDS, END] = ['\ufdd0', '\ufdd1', '\ufdd2', '\ufdd3'];
const MARKED = new RegExp(`([${ID}${DATE}])([^${WORDS}]*)${WORDS}([^${END}]*)${END}`, 'gu');

/**
 * A row of a ledger as pages show it: by column the parts that it prints, in which each name leads to what it names and each date
 * has its own form beside its words. A column of which nothing is told is empty.
 *
 * @param nameOf What ids are called.
 * @param most Names of one field that are printed before the rest is only counted.
 */
export const printRow = (
  row: object,
  columns: readonly LedgerColumn[],
  nameOf: NameOfId,
  most = LISTED,
): readonly (readonly CellPart[])[] => {
  const plain = printedBy((id) => {
    const name = nameOf(id);
    return name === null ? null : `${ID}${id}${WORDS}${oneLine(name)}${END}`;
  }, most);
  const printed: Printed = {
    ...plain,
    value: (text, field) => {
      const said = plain.value(text, field);
      return isDate(text) && field !== 'dateWords' ? `${DATE}${text}${WORDS}${said}${END}` : said;
    },
  };
  return columns.map((column) =>
    linesOf(row, column, printed)
      .filter((line) => !isSaidByDate(row, line))
      .map(({ text, part, item }): CellPart => {
        const { form, evidence } = (item ?? {}) as { readonly form?: unknown; readonly evidence?: readonly Evidence[] };
        return {
          pieces: piecesOf(text),
          field: typeof part === 'string' && !part.includes('{') ? part.trim() : null,
          form: form === 'stated' || form === 'implied' ? form : null,
          evidence: evidence ?? [],
        };
      }),
  );
};

const piecesOf = (text: string): readonly CellPiece[] => {
  const pieces: CellPiece[] = [];
  let at = 0;
  for (const found of text.matchAll(MARKED)) {
    if (found.index > at) pieces.push({ text: text.slice(at, found.index) });
    const [whole, kind, what = '', words = ''] = found;
    pieces.push(kind === ID ? { text: words, id: what } : { text: words, date: what });
    at = found.index + whole.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
};

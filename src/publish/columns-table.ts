import { columnsFor, isOnlyDenied, linesOf, type Printed } from '../ledgers/index.ts';
import type { Evidence, LedgerColumn } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import type { Block, Cell, CellLine } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { isSaidByDate, printedBy } from './print-row.ts';
import { quotesOf, standingCell } from './standing-cell.ts';
import { capital } from './words.ts';

/** What a row of a ledger has at least. */
interface LedgerRow {
  readonly id: string;
  readonly claims: readonly string[];
  readonly finding: string | null;
}

/** Share of the width that the column "Standing" takes, in percent. */
const STANDING = 18;

const NONE: CellLine = { text: 'not stated', isAside: true };

/**
 * A ledger as a table with the columns that the beat gives it, and how each row stands. Rows in the order of time, those without
 * a quote left out, cut to length. Null when there is none.
 *
 * The first part of a column stands in the cell's own voice, the others below it in a smaller one; what a part prints of each
 * item of a list has notes of its own.
 */
export const columnsTable = (
  lookup: CaseLookup,
  book: NoteBook,
  ledger: string,
  rows: readonly LedgerRow[],
): Block | null => {
  const definition = lookup.ledgers[ledger];
  const columns = definition?.columns ?? columnsFor(rows);
  const ordered = [...rows].sort((a, b) => byDate(dateOf(a), dateOf(b)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { shown, more } = cut(ordered, LIMITS.rows, ledger);
  const printed = printedBy((id) => lookup.nameOf(id));
  const cells = shown.flatMap((row): readonly (readonly Cell[])[] => {
    const notes = book.ofClaims(lookup.claimsOf(row.claims));
    if (notes === null) return [];
    const told = columns.map((column) => cellOf(lookup, book, row, column, printed));
    const [[first = NONE, ...below] = [], ...others] = told;
    const denied = isOnlyDenied(row) ? 'denied: ' : '';
    const head = { ...first, text: denied === '' ? capital(first.text) : `${denied}${first.text}`, notes };
    return [[[head, ...below], ...others, standingCell(lookup, row.finding)]];
  });
  if (cells.length === 0) return null;
  return {
    kind: 'table',
    title: definition?.title ?? capital(ledger),
    lead: definition?.lead ?? null,
    columns: [...columns.map(({ title }) => capital(title)), 'Standing'],
    widths: widthsOf(columns),
    rows: cells,
    isFolded: false,
    more,
  };
};

/** In percent, those that the beat gives scaled to what "Standing" leaves. */
const widthsOf = (columns: readonly LedgerColumn[]): readonly number[] => {
  const given = columns.flatMap(({ width }) => width ?? []);
  const usual = given.length > 0 ? given.reduce((a, b) => a + b, 0) / given.length : 1;
  const wanted = columns.map(({ width }) => width ?? usual);
  const sum = wanted.reduce((a, b) => a + b, 0);
  const widths = wanted.map((width) => Math.round((width / sum) * (100 - STANDING)));
  return [...widths, 100 - widths.reduce((a, b) => a + b, 0)];
};

const cellOf = (lookup: CaseLookup, book: NoteBook, row: LedgerRow, column: LedgerColumn, printed: Printed): Cell => {
  const lines = linesOf(row, column, printed).filter((line) => !isSaidByDate(row, line));
  const items = lines.slice(0, LIMITS.listed);
  const left = lines.length - items.length;
  const cell = items.map((line, i): CellLine => {
    const { form, evidence, claims, denials = [] } = (line.item ?? {}) as Partial<Quoted>;
    const told = claims === undefined ? row.claims : [...claims, ...denials];
    const notes = evidence === undefined ? null : quotesOf(lookup, book, evidence, told);
    const isLined = form === 'stated' || form === 'implied';
    return {
      text: line.text,
      ...(notes === null ? {} : { notes }),
      ...(isLined ? { form } : i > 0 ? { isAside: true } : {}),
    };
  });
  if (cell.length === 0) return [NONE];
  return left > 0 ? [...cell, { text: `and ${left} more`, isAside: true }] : cell;
};

interface Quoted {
  readonly form: string;
  readonly evidence: readonly Evidence[];
  readonly claims: readonly string[];
  readonly denials: readonly string[];
}

const dateOf = (row: object): string | null => ('date' in row && typeof row.date === 'string' ? row.date : null);

import type { Claim, Deal, Meeting, Tie } from '../model/index.ts';
import { byDate } from '../text/index.ts';
import type { Block, Cell, CellLine } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { dealName } from './deal-name.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import type { NoteRefs } from './note-refs.ts';
import { isExactDay, sayDate, sayDuration } from './say-date.ts';
import { STANDING_WORDS } from './standing.ts';
import { capital, listed, oneLine } from './words.ts';

/** What a cell says where nobody tells it. */
export const NONE = 'not stated';

/** A cell of words. */
export const words = (text: string | null): Cell => [{ text: text === null || text === '' ? NONE : oneLine(text) }];

/** A cell with the standing of the row's finding and the origins by name. */
export const standingCell = (lookup: CaseLookup, finding: string | null): Cell => {
  const found = lookup.finding(finding);
  if (found === null) return [{ text: 'not weighed', isAside: true }];
  const count = found.origins.length;
  const names = lookup
    .inOrder(found.origins)
    .map((id) => lookup.origins.find((origin) => origin.id === id)?.name ?? '');
  return [
    { text: STANDING_WORDS[found.status], standing: found.status },
    ...(count > 0 ? [{ text: listed(names.map(oneLine), 4), isAside: true }] : []),
  ];
};

/** A cell with a date. */
export const when = (date: string | null, dateWords: readonly string[] = []): Cell => {
  if (date === null) return [{ text: dateWords.length > 0 ? `“${oneLine(dateWords[0] ?? '')}”` : NONE }];
  const said = sayDate(date);
  const exact = isExactDay(date) ? [] : dateWords.slice(0, 2).map((one) => `“${oneLine(one)}”`);
  return [{ text: said }, ...exact.map((text): CellLine => ({ text, isAside: true }))];
};

/** Rows in time's order that have a quote, cut to length, as a table. */
export const table = <T extends { readonly id: string; readonly claims: readonly string[] }>(
  lookup: CaseLookup,
  book: NoteBook,
  options: {
    readonly title: string;
    readonly ledger: string;
    readonly lead?: string;
    readonly columns: readonly string[];
    readonly widths: readonly number[];
    readonly rows: readonly T[];
    readonly date: (row: T) => string | null;
    readonly cells: (row: T, notes: NoteRefs) => readonly Cell[];
  },
): Block | null => {
  const ordered = [...options.rows].sort(
    (a, b) => byDate(options.date(a), options.date(b)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const { shown, more } = cut(ordered, LIMITS.rows, options.ledger);
  const rows = shown.flatMap((row): readonly (readonly Cell[])[] => {
    const notes = book.ofClaims(lookup.claimsOf(row.claims));
    return notes === null ? [] : [options.cells(row, notes)];
  });
  if (rows.length === 0) return null;
  const { title, columns, widths, lead = null } = options;
  return { kind: 'table', title, lead, columns, widths, rows, isFolded: false, more };
};

/** Meetings, visits and calls in time's order. */
export const meetingsTable = (lookup: CaseLookup, book: NoteBook): Block | null =>
  table<Meeting>(lookup, book, {
    title: 'Meetings',
    ledger: 'meetings',
    columns: ['Who', 'When', 'Where and how', 'Status', 'Standing'],
    widths: [31, 18, 19, 13, 19],
    rows: lookup.case.meetings,
    date: (row) => row.date,
    cells: (row, notes) => [
      [
        {
          text: listed([...lookup.names(row.participants), ...row.unnamed.map(oneLine)], 8) || capital(row.kind),
          notes,
        },
        ...(row.kind === 'meeting' ? [] : [{ text: row.kind, isAside: true }]),
      ],
      when(row.date, row.dateWords),
      [
        ...words(row.place),
        ...[row.channel, row.duration === null ? null : sayDuration(row.duration)]
          .filter((one) => one !== null && one !== row.kind)
          .map((one): CellLine => ({ text: oneLine(one ?? ''), isAside: true })),
      ],
      words(row.status === 'hypothetical' ? 'only supposed' : row.status),
      standingCell(lookup, row.finding),
    ],
  });

/** Deals with what each hangs on: solid line stated, dashed implied. */
export const dealsTable = (lookup: CaseLookup, book: NoteBook): Block | null =>
  table<Deal>(lookup, book, {
    title: 'Deals and what they hang on',
    ledger: 'deals',
    lead: 'A solid line marks a condition that is stated, a dashed line one that is implied.',
    columns: ['Deal', 'Stage and amount', 'Depends on', 'Standing'],
    widths: [33, 16, 33, 18],
    rows: lookup.case.deals,
    date: () => null,
    cells: (row, notes) => [
      [{ text: dealName(lookup, row), notes }],
      [...words(row.stage), ...(row.amount === null ? [] : [{ text: oneLine(row.amount), isAside: true }])],
      row.conditions.length === 0
        ? [{ text: 'no condition stated', isAside: true }]
        : row.conditions.flatMap((condition): readonly CellLine[] => {
            const quotes = quotesOf(lookup, book, condition.evidence, row.claims);
            return quotes === null ? [] : [{ text: oneLine(condition.text), form: condition.form, notes: quotes }];
          }),
      standingCell(lookup, row.finding),
    ],
  });

/** Footnotes to some of a row's quotes; null where none is in the case. */
export const quotesOf = (
  lookup: CaseLookup,
  book: NoteBook,
  evidence: Claim['evidence'],
  claims: readonly string[],
): NoteRefs | null => {
  const told = lookup.claimsOf(claims);
  return book.of(
    evidence.map((one) => ({ evidence: one, claim: lookup.claimAt(one, told) })),
    2,
  );
};

/** Ties between two. One that is only denied says so. */
export const tiesTable = (lookup: CaseLookup, book: NoteBook): Block | null =>
  table<Tie>(lookup, book, {
    title: 'Ties',
    ledger: 'ties',
    columns: ['From', 'Tie', 'To', 'When', 'Standing'],
    widths: [25, 21, 22, 14, 18],
    rows: lookup.case.ties,
    date: (row) => row.date,
    cells: (row, notes) => [
      [{ text: lookup.name(row.from), notes }],
      [
        { text: `${row.polarity === 'negative' ? 'denied: ' : ''}${oneLine(row.words)}` },
        ...(row.words.toLowerCase().includes(row.kind) ? [] : [{ text: row.kind, isAside: true }]),
      ],
      words(lookup.name(row.to)),
      when(row.date),
      standingCell(lookup, row.finding),
    ],
  });

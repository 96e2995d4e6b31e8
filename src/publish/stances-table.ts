import { type MatrixLine, stanceMatrix } from '../ledgers/index.ts';
import type { Stance } from '../model/index.ts';
import type { Block, Cell, CellLine } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { cut } from './cut.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { sayDate } from './say-date.ts';
import { STANDING_WORDS } from './standing.ts';
import { quotesOf } from './standing-cell.ts';
import { capital, oneLine } from './words.ts';

/** A view in the words of the brief. */
export const STANCE_WORDS: Readonly<Record<Stance['stance'], string>> = {
  accepts: 'accepts',
  rejects: 'rejects',
  'on-condition': 'on condition',
  silent: 'silent',
};

/** The stance matrix: plans and their clauses down, parties across, each view in order of date with its quotes. */
export const stancesTable = (lookup: CaseLookup, book: NoteBook): Block | null => {
  const { proposals, stances } = lookup.case;
  const { parties: ranked, lines } = stanceMatrix(proposals, stances);
  const parties = ranked.slice(0, LIMITS.parties);
  const others = ranked.slice(LIMITS.parties);
  const { shown, more } = cut(lines, LIMITS.rows, 'stances');
  const rows = shown.flatMap((line): readonly (readonly Cell[])[] => {
    const head = headOf(line, lookup, book);
    if (head === null) return [];
    const rest = others.flatMap((party) => cellOf(line, party, lookup, book, `${lookup.name(party)}: `));
    return [
      [head, ...parties.map((party) => cellOf(line, party, lookup, book, '')), ...(others.length === 0 ? [] : [rest])],
    ];
  });
  if (rows.length === 0) return null;
  const columns = ['On', ...lookup.names(parties), ...(others.length === 0 ? [] : ['Others'])];
  return {
    kind: 'table',
    title: lookup.ledgers.stances?.title ?? 'Stances',
    lead: lookup.ledgers.stances?.lead ?? null,
    columns,
    widths: columns.map((_, index) => (index === 0 ? 28 : 72 / (columns.length - 1))),
    rows,
    isFolded: false,
    more,
  };
};

const headOf = ({ proposal, clause, about, views }: MatrixLine, lookup: CaseLookup, book: NoteBook): Cell | null => {
  if (clause !== null) {
    const notes = quotesOf(lookup, book, clause.evidence, [...clause.claims, ...clause.denials]);
    if (notes === null) return null;
    const words = oneLine(clause.text);
    const text = clause.form === 'quoted' ? `“${words}”` : capital(words);
    const topic = clause.topic === 'other' ? [] : [{ text: clause.topic, isAside: true }];
    return [{ text, notes, isPart: true }, ...topic];
  }
  const claims = lookup.claimsOf(proposal?.claims ?? [...views.values()].flat().flatMap((stance) => stance.claims));
  const notes = book.ofClaims(claims);
  if (notes === null) return null;
  const text = capital(oneLine(proposal?.name ?? about)) || 'Not stated';
  return [{ text, notes }, ...(proposal === null ? [] : [{ text: 'as a whole', isAside: true }])];
};

/** Views of one party, one a line; the same view told twice of one date, or of none, is told once with all its quotes. */
const cellOf = (line: MatrixLine, party: string, lookup: CaseLookup, book: NoteBook, who: string): Cell => {
  const views = new Map<string, Stance[]>();
  for (const stance of line.views.get(party) ?? []) {
    const key = `${stance.stance} ${stance.date ?? ''}`;
    views.set(key, [...(views.get(key) ?? []), stance]);
  }
  return [...views.values()].flatMap((told): readonly CellLine[] => {
    const [first] = told;
    const notes = book.ofClaims(lookup.claimsOf(told.flatMap((stance) => stance.claims)), 2);
    if (first === undefined || notes === null) return [];
    const standings = new Set(told.flatMap((stance) => lookup.finding(stance.finding)?.status ?? []));
    const aside = [
      ...(first.date === null ? [] : [sayDate(first.date)]),
      ...[...standings].map((standing) => STANDING_WORDS[standing]),
      ...(told.some((stance) => stance.denials.length > 0) && !standings.has('disputed') ? ['denied by some'] : []),
    ];
    return [
      { text: `${who}${STANCE_WORDS[first.stance]}`, stance: first.stance, notes },
      ...(aside.length === 0 ? [] : [{ text: aside.join(' · '), isAside: true }]),
    ];
  });
};

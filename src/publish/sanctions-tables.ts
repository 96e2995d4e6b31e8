import type { Removal, Sanction, SanctionsWaiver } from '../model/index.ts';
import type { Block, CellLine } from './brief.ts';
import type { CaseLookup } from './case-lookup.ts';
import { NONE, quotesOf, standingCell, table, when, words } from './ledger-tables.ts';
import type { NoteBook } from './note-book.ts';
import { sayDate, sayDuration } from './say-date.ts';
import { oneLine } from './words.ts';

const STEPS: Readonly<Record<Removal['status'], string>> = {
  demanded: 'its end demanded',
  promised: 'its end promised',
  planned: 'its end planned',
  lifted: 'lifted',
  refused: 'its end refused',
};

/** What is told of its end: "its end demanded by Kestria, May 2031". */
const sayRemoval = (lookup: CaseLookup, book: NoteBook, one: Removal): CellLine[] => {
  const notes = quotesOf(lookup, book, one.evidence, one.claims);
  if (notes === null) return [];
  const isDenied = one.denials.length === one.claims.length;
  const by = one.by.length === 0 ? '' : ` by ${lookup.names(one.by).join(' / ')}`;
  const date = one.date === null ? '' : `, ${sayDate(one.date)}`;
  return [{ text: `${isDenied ? 'denied: ' : ''}${STEPS[one.status]}${by}${date}`, isAside: true, notes }];
};

/** A row that some deny and others tell says so beside its status. */
const deniedToo = ({
  status,
  denials,
}: {
  readonly status: string;
  readonly denials: readonly string[];
}): CellLine[] => (denials.length > 0 && status !== 'denied' ? [{ text: 'denied by some', isAside: true }] : []);

const aside = (text: string): CellLine => ({ text, isAside: true });

/** Designations, each with what is told of its end. */
export const sanctionsTable = (lookup: CaseLookup, book: NoteBook): Block | null =>
  table<Sanction>(lookup, book, {
    title: 'Sanctions',
    ledger: 'sanctions',
    columns: ['On whom', 'By', 'Since', 'Status', 'Standing'],
    widths: [30, 19, 14, 19, 18],
    rows: lookup.case.sanctions,
    date: (row) => row.date,
    cells: (row, notes) => [
      [
        { text: lookup.name(row.target), notes },
        ...(row.reason === null ? [] : [aside(`reason given: ${oneLine(row.reason)}`)]),
      ],
      words(
        [...lookup.names(row.by === null ? row.alsoBy : [row.by, ...row.alsoBy]), ...row.unnamedBy.map(oneLine)].join(
          ' / ',
        ),
      ),
      [...when(row.date), ...(row.until === null ? [] : [aside(`until ${sayDate(row.until)}`)])],
      [
        ...words(row.form === 'implied' && row.status === 'imposed' ? 'in force, as is implied' : row.status),
        ...deniedToo(row),
        ...row.removal.flatMap((one) => sayRemoval(lookup, book, one)),
      ],
      standingCell(lookup, row.finding),
    ],
  });

const partsOf = (lookup: CaseLookup, row: SanctionsWaiver): readonly CellLine[] => {
  const unnamed = (role: SanctionsWaiver['unnamed'][number]['role']): readonly string[] =>
    row.unnamed.filter((one) => one.role === role).map(({ text }) => `(${oneLine(text)})`);
  const told = (
    [
      ['asked by', row.askedBy, 'requester', true],
      ['granted by', row.grantedBy, 'authority', row.status === 'granted'],
      ['refused by', row.refusedBy, 'authority', row.status === 'refused'],
      ['asked of', row.grantedBy.length + row.refusedBy.length > 0 ? [] : row.askedOf, 'authority', false],
      ['at the direction of', row.directedBy, 'director', false],
    ] as const
  ).flatMap(([by, ids, role, isAlwaysSaid]): readonly CellLine[] => {
    const isOwn = role !== 'authority' || isAlwaysSaid || (by === 'asked of' && row.status === 'asked');
    const who = [...lookup.names(ids), ...(isOwn ? unnamed(role) : [])];
    if (who.length === 0) return isAlwaysSaid ? [aside(`${by}: ${NONE}`)] : [];
    return [{ text: `${by}: ${who.join(' / ')}` }];
  });
  const hesitant = row.hesitant.map(({ who }) => (who.entity === null ? oneLine(who.text) : lookup.name(who.entity)));
  return hesitant.length === 0 ? told : [...told, { text: `hesitated or objected: ${hesitant.join(' / ')}` }];
};

/** Waivers and licences. */
export const waiversTable = (lookup: CaseLookup, book: NoteBook): Block | null =>
  table<SanctionsWaiver>(lookup, book, {
    title: 'Waivers and licences',
    ledger: 'waivers',
    columns: ['For whom', 'Asked and granted by', 'When', 'Status', 'Standing'],
    widths: [23, 34, 14, 11, 18],
    rows: lookup.case.waivers,
    date: (row) => row.date,
    cells: (row, notes) => [
      [
        { text: row.for === null ? oneLine(row.forWords ?? NONE) : lookup.name(row.for), notes },
        ...(row.purpose === null ? [] : [aside(`purpose: ${oneLine(row.purpose).replace(/^for /i, '')}`)]),
      ],
      partsOf(lookup, row),
      [
        ...when(row.date),
        ...(row.askedDate === null || row.status === 'asked' ? [] : [aside(`asked for: ${sayDate(row.askedDate)}`)]),
        ...(row.from === null ? [] : [aside(`from ${sayDate(row.from)}`)]),
        ...(row.until === null ? [] : [aside(`until ${sayDate(row.until)}`)]),
        ...(row.until !== null || row.duration === null ? [] : [aside(`for ${sayDuration(row.duration)}`)]),
      ],
      [...words(row.status), ...(row.form === null ? [] : [aside(oneLine(row.form))]), ...deniedToo(row)],
      standingCell(lookup, row.finding),
    ],
  });

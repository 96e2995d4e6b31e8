import { columnsFor, isOnlyDenied } from '../ledgers/index.ts';
import {
  type Case,
  DealStage,
  LEDGERS,
  type Ledger,
  type LedgerColumn,
  type LedgerDefinitions,
  type Line,
} from '../model/index.ts';
import { type CellPart, printRow } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import { notFound } from './serve-error.ts';

/** A ledger by the name under which it is asked for: a built-in one, or one that a beat brings with it. */
export interface LedgerInfo {
  readonly name: string;
  readonly title: string;
  readonly lead: string | null;
  /** The list of the case that its rows are in. */
  readonly list: Ledger;
  /** Of a ledger of the beat's own: the frame types that it lists. */
  readonly types: ReadonlySet<string> | null;
  readonly columns: readonly LedgerColumn[] | null;
}

export type LedgerRow = Case[Ledger][number];

/** A column with the word that stands for it in addresses. */
export interface KeyedColumn {
  readonly key: string;
  readonly title: string;
  readonly column: LedgerColumn;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** All ledgers of the case that can be asked for: the built-in ones, those of the beat, then one for each frame type that none of them lists. */
export const allLedgers = (now: Snapshot): Promise<readonly LedgerInfo[]> =>
  now.work('ledgers/all', async () => {
    const defined: LedgerDefinitions = await now.ledgers();
    const infoOf = (name: string, list: Ledger, types: readonly string[] | null): LedgerInfo => ({
      name,
      title: defined[name]?.title ?? capital(name.replaceAll('-', ' ')),
      lead: defined[name]?.lead ?? null,
      list,
      types: types === null ? null : new Set(types),
      columns: defined[name]?.columns ?? null,
    });
    const builtIn = LEDGERS.filter((name) => name !== 'tables').map((name) => infoOf(name, name, null));
    const own = Object.entries(defined).flatMap(([name, { of }]) =>
      of === undefined || builtIn.some((one) => one.name === name) ? [] : [infoOf(name, 'tables', of)],
    );
    const listed = new Set(own.flatMap(({ types }) => [...(types ?? [])]));
    const further = [...new Set((await now.lines('tables')).map(({ kind }) => kind ?? ''))]
      .filter((type) => type !== '' && !listed.has(type))
      .sort();
    return [...builtIn, ...own, ...further.map((type) => infoOf(type, 'tables', [type]))];
  });

/** @throws BackchannelError `serve/not-found` */
export const findLedger = async (now: Snapshot, name: string): Promise<LedgerInfo> => {
  const found = (await allLedgers(now)).find((one) => one.name === name);
  if (found === undefined) throw notFound('a ledger', name);
  return found;
};

/** Its light rows, those with the earliest date first as the brief and `show` have them. */
export const linesOfLedger = (now: Snapshot, { name, list, types }: LedgerInfo): Promise<readonly Line[]> =>
  now.work(`ledgers/lines/${name}`, async () => {
    const lines = await now.lines(list);
    const own = types === null ? lines : lines.filter(({ kind }) => types.has(kind ?? ''));
    const at = (line: Line): number => line.from ?? line.to ?? Number.POSITIVE_INFINITY;
    return [...own].sort((a, b) => (at(a) === at(b) ? (a.id < b.id ? -1 : 1) : at(a) - at(b)));
  });

const keyOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'column';

/** Columns as the beat has them; all that the rows have where it says nothing. */
export const columnsOf = (now: Snapshot, info: LedgerInfo): Promise<readonly KeyedColumn[]> =>
  now.work(`ledgers/columns/${info.name}`, async () => {
    const columns = info.columns ?? columnsFor(await rowsOf(now, info, await linesOfLedger(now, info)));
    const used = new Set<string>();
    return columns.map((column): KeyedColumn => {
      let key = keyOf(column.title);
      for (let n = 2; used.has(key); n++) key = `${keyOf(column.title)}-${n}`;
      used.add(key);
      return { key, title: capital(column.title), column };
    });
  });

/** The whole rows of lines. */
export const rowsOf = async (
  now: Snapshot,
  { list }: LedgerInfo,
  lines: readonly Line[],
): Promise<readonly LedgerRow[]> =>
  now.items(
    list,
    lines.map(({ id }) => id),
  );

/** Points of plans have no line of their own, but rows name them. */
const clauseWords = (now: Snapshot): Promise<ReadonlyMap<string, string>> =>
  now.work('ledgers/clauses', async () => {
    const proposals = await now.list('proposals');
    return new Map(proposals.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id, text] as const)));
  });

/** A row in words. */
export interface PrintedRow {
  readonly row: LedgerRow;
  /** By column, in their order. */
  readonly cells: readonly (readonly CellPart[])[];
  /** It is told by denials only: never shown without saying so. */
  readonly isDenied: boolean;
}

/** Prints whole rows as pages show them. */
export const printRows = async (
  now: Snapshot,
  info: LedgerInfo,
  rows: readonly LedgerRow[],
  most?: number,
): Promise<readonly PrintedRow[]> => {
  const columns = (await columnsOf(now, info)).map(({ column }) => column);
  const names = await now.names(rows.map(({ evidence: _, ...row }) => row));
  const clauses = info.list === 'stances' ? await clauseWords(now) : null;
  const nameOf = (id: string): string | null => names[id]?.text ?? clauses?.get(id) ?? null;
  return rows.map((row) => ({
    row,
    cells: printRow(row, columns, nameOf, most),
    isDenied: isOnlyDenied(row),
  }));
};

/** A step on the way of a deal, or to the end of sanctions. */
export interface RowStep {
  readonly word: string;
  readonly date: string | null;
  readonly isDenied: boolean;
}

/** Words of a way in the order in which its steps would come. */
export const STEPS: Readonly<Partial<Record<Ledger, readonly string[]>>> = {
  deals: DealStage.options,
  sanctions: ['demanded', 'promised', 'planned', 'lifted', 'refused'],
};

/** How far a row has come, step by step; none for rows without steps. */
export const stepsOf = (row: LedgerRow): readonly RowStep[] => {
  if ('stages' in row)
    return row.stages.map(({ stage, date, told }) => ({ word: stage, date: date ?? told, isDenied: false }));
  if ('removal' in row)
    return row.removal.map(({ status, date, claims, denials }) => ({
      word: status,
      date,
      isDenied: isOnlyDenied({ claims, denials }),
    }));
  return [];
};

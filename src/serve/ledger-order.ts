import type { Line } from '../model/index.ts';
import type { CellPart } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import { columnsOf, type LedgerInfo, linesOfLedger, printRows, rowsOf } from './ledger-table.ts';
import { type Sort, sortLines } from './sort-lines.ts';

/** Rows whose words are held at once while they are gone through. */
const CHUNK = 400;

/** What sorting and the search for words need of every row of a ledger. */
interface RowWords {
  /** By column: the date or the words that it is sorted by; null where nothing is told. */
  readonly keys: readonly (string | null)[];
  /** All words of the row and of its sentence, folded. */
  readonly text: string;
}

/** What a column has in any row of a ledger. */
export interface ColumnTraits {
  readonly hasDates: boolean;
  readonly hasIds: boolean;
}

interface LedgerWords {
  readonly rows: ReadonlyMap<string, RowWords>;
  readonly traits: readonly ColumnTraits[];
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const keyOf = ([first]: readonly CellPart[]): string | null => {
  if (first === undefined) return null;
  // A day that opens an interval is what it is sorted by: "../2031" comes after none.
  const date = first.pieces.find((piece) => piece.date !== undefined)?.date;
  return date ?? fold(first.pieces.map(({ text }) => text).join(''));
};

/** Goes through all rows of a ledger once; kept from then on. */
const wordsOf = (now: Snapshot, info: LedgerInfo): Promise<LedgerWords> =>
  now.work(`ledgers/words/${info.name}`, async () => {
    const lines = await linesOfLedger(now, info);
    const sentences = new Map(lines.map(({ id, text }) => [id, text]));
    const rows = new Map<string, RowWords>();
    const traits = (await columnsOf(now, info)).map(() => ({ hasDates: false, hasIds: false }));
    for (let at = 0; at < lines.length; at += CHUNK) {
      const part = lines.slice(at, at + CHUNK);
      const printed = await printRows(now, info, await rowsOf(now, info, part), Number.POSITIVE_INFINITY);
      for (const { row, cells } of printed) {
        const text = cells.flatMap((cell) => cell.map(({ pieces }) => pieces.map((piece) => piece.text).join('')));
        rows.set(row.id, { keys: cells.map(keyOf), text: fold([...text, sentences.get(row.id) ?? ''].join(' ')) });
        cells.forEach((cell, index) => {
          const trait = traits[index];
          for (const piece of cell.flatMap(({ pieces }) => pieces)) {
            if (trait !== undefined && piece.date !== undefined) trait.hasDates = true;
            if (trait !== undefined && piece.id !== undefined) trait.hasIds = true;
          }
        });
      }
    }
    return { rows, traits };
  });

export const traitsOf = async (now: Snapshot, info: LedgerInfo): Promise<readonly ColumnTraits[]> =>
  (await wordsOf(now, info)).traits;

const collator = new Intl.Collator('en', { numeric: true });

/** The place of each row in the order of a column; worked out once, so that sorting compares numbers only. */
const ranksOf = (now: Snapshot, info: LedgerInfo, column: number): Promise<ReadonlyMap<string, number | null>> =>
  now.work(`ledgers/ranks/${info.name}/${column}`, async () => {
    const { rows: words } = await wordsOf(now, info);
    const distinct = [...new Set([...words.values()].flatMap(({ keys }) => keys[column] ?? []))].sort(collator.compare);
    const rank = new Map(distinct.map((key, index) => [key, index]));
    return new Map([...words].map(([id, { keys }]) => [id, rank.get(keys[column] ?? '') ?? null]));
  });

/** What a ledger is sorted by besides its columns. */
export const LINE_SORTS = ['standing', 'weight', 'origins', 'claims', 'documents', 'date', 'kind', 'state'] as const;

/** Lines in the order of a column, or of what all ledgers have; those of which nothing is told come last either way. */
export const orderLines = async (
  now: Snapshot,
  info: LedgerInfo,
  lines: readonly Line[],
  sort: string | undefined,
  order: Sort['order'],
): Promise<readonly Line[]> => {
  if (sort === undefined) return lines;
  const column = (await columnsOf(now, info)).findIndex(({ key }) => key === sort);
  if (column === -1) {
    const own = LINE_SORTS.find((one) => one === sort);
    return own === undefined ? lines : sortLines(lines, { sort: own, order });
  }
  const ranks = await ranksOf(now, info, column);
  const direction = order === 'down' ? -1 : 1;
  return [...lines].sort((a, b) => {
    const [x, y] = [ranks.get(a.id) ?? null, ranks.get(b.id) ?? null];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return direction * (x - y);
  });
};

/** Lines in whose rows, as they are printed, all words stand. */
export const wordedLines = async (
  now: Snapshot,
  info: LedgerInfo,
  lines: readonly Line[],
  asked: string | undefined,
): Promise<readonly Line[]> => {
  const wanted = fold(asked ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return lines;
  const { rows: words } = await wordsOf(now, info);
  return lines.filter((line) => {
    const text = words.get(line.id)?.text ?? '';
    return wanted.every((word) => text.includes(word));
  });
};

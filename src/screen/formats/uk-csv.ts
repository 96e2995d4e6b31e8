import type { ListEntry, ListedName, ListRecord } from '../list-entry.ts';
import { malformed } from '../list-errors.ts';
import { countryCode, dateIn, namesOnce, nameTypeOf, once, valuesIn } from '../list-values.ts';
import { type CsvRow, cellsBy, readCsv } from '../read-csv.ts';

/** The heads of the columns, in lower case, by what they hold; the two layouts name them otherwise. */
interface Layout {
  readonly prefix: string;
  readonly id: string;
  readonly sort: string;
  readonly nameType: string;
  readonly quality: string;
  readonly script: string;
  readonly born: string;
  readonly countries: readonly string[];
  readonly regime: string;
  readonly listed: readonly string[];
}

const OFSI: Layout = {
  prefix: 'uk-ofsi',
  id: 'group id',
  sort: 'group type',
  nameType: 'alias type',
  quality: 'alias quality',
  script: 'name non-latin script',
  born: 'dob',
  countries: ['nationality', 'country'],
  regime: 'regime',
  listed: ['uk sanctions list date designated', 'listed on'],
};

const UK_SANCTIONS_LIST: Layout = {
  prefix: 'uk',
  id: 'unique id',
  sort: 'designation type',
  nameType: 'name type',
  quality: 'alias strength',
  script: 'name non-latin script',
  born: 'd.o.b',
  countries: ['nationality(/ies)', 'address country', 'current believed flag of ship'],
  regime: 'regime name',
  listed: ['date designated'],
};

type CellOf = (head: string) => string;

/** Given names stand in columns 1 to 5, the family name or the whole name of a body or ship in column 6. */
const nameIn = (cell: CellOf): string => {
  const given = [1, 2, 3, 4, 5].map((number) => cell(`name ${number}`));
  return [...given, cell('name 6')].filter((part) => part !== '').join(' ');
};

const kindIn = (layout: Layout, cell: CellOf): ListedName['kind'] => {
  if (/low|weak/i.test(cell(layout.quality))) return 'weak';
  const written = cell(layout.nameType).toLowerCase();
  if (written === 'primary name' || written === '') return 'name';
  return written.startsWith('fka') || written.startsWith('former') ? 'former' : 'alias';
};

const entryOf = (layout: Layout, cell: CellOf, type: ListEntry['type']): ListEntry => ({
  ref: `${layout.prefix}:${cell(layout.id)}`,
  type,
  schema: cell(layout.sort),
  names: namesOnce([
    { text: nameIn(cell), kind: kindIn(layout, cell) },
    { text: cell(layout.script), kind: 'alias' },
  ]),
  birthDates: once(valuesIn(cell(layout.born)).map((date) => dateIn(date))),
  countries: once(layout.countries.flatMap((head) => valuesIn(cell(head)).map(countryCode))),
  programs: once([cell(layout.regime)]),
  listed: layout.listed.map((head) => dateIn(cell(head))).find((date) => date !== null) ?? null,
});

/** Rows of one target stand one under the other: a name each. */
const joined = (a: ListEntry, b: ListEntry): ListEntry => ({
  ...a,
  names: namesOnce([...a.names, ...b.names].sort((x, y) => Number(y.kind === 'name') - Number(x.kind === 'name'))),
  birthDates: once([...a.birthDates, ...b.birthDates]),
  countries: once([...a.countries, ...b.countries]),
  programs: once([...a.programs, ...b.programs]),
});

const refusal = (layout: Layout, cell: CellOf, cells: number, columns: number): string | null => {
  if (cells !== columns) return `expected ${columns} cells, found ${cells}`;
  if (cell(layout.id) === '') return `no ${layout.id}`;
  if (nameTypeOf(cell(layout.sort)) === null) return `${cell(layout.id)} is of the unknown type “${cell(layout.sort)}”`;
  return nameIn(cell) === '' && cell(layout.script) === '' ? `${cell(layout.id)} has no name` : null;
};

/** "Last Updated,03/06/2031" and "Report Date: 13-Feb-2031". */
const publishedIn = ({ cells }: CsvRow): string | null =>
  dateIn((cells[0] ?? '').replace(/^report date:\s*/i, '')) ?? dateIn(cells[1] ?? '');

const readUk = (layout: Layout) =>
  async function* (texts: AsyncIterable<string>, file: string): AsyncGenerator<ListRecord> {
    let cellOf: ReturnType<typeof cellsBy> | null = null;
    let columns = 0;
    let waiting: { readonly entry: ListEntry; readonly line: number } | null = null;
    for await (const row of readCsv(texts, file)) {
      const { line } = row;
      if (cellOf === null) {
        const heads = row.cells.map((cell) => cell.toLowerCase());
        if (heads.includes(layout.id)) {
          const missing = ['name 1', 'name 6', layout.sort].filter((head) => !heads.includes(head));
          if (missing.length > 0) throw malformed(file, line, `a column “${missing[0]}”`, 'none');
          cellOf = cellsBy(heads);
          columns = heads.length;
        } else {
          const date = publishedIn(row);
          if (line > 5) throw malformed(file, line, `the heads of the columns with “${layout.id}”`, 'other rows');
          if (date !== null) yield { kind: 'published', line, date };
        }
        continue;
      }
      const cell = cellOf(row);
      const reason = refusal(layout, cell, row.cells.length, columns);
      const type = nameTypeOf(cell(layout.sort));
      if (reason !== null || type === null) {
        yield { kind: 'refused', line, reason: reason ?? 'unknown type' };
        continue;
      }
      const entry = entryOf(layout, cell, type);
      if (waiting !== null && waiting.entry.ref === entry.ref) waiting = { entry: joined(waiting.entry, entry), line };
      else {
        if (waiting !== null) yield { kind: 'entry', ...waiting };
        waiting = { entry, line };
      }
    }
    if (waiting !== null) yield { kind: 'entry', ...waiting };
  };

/** OFSI's consolidated list of targets: a line "Last Updated", then the heads, then a row a name. */
export const readUkOfsi = readUk(OFSI);
/** The UK Sanctions List: a line "Report Date", then the heads, then a row a name. */
export const readUkSanctionsList = readUk(UK_SANCTIONS_LIST);

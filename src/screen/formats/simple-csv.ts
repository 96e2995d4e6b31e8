import type { ListRecord } from '../list-entry.ts';
import { malformed } from '../list-errors.ts';
import { countryCode, dateIn, namesOnce, nameTypeOf, once, valuesIn } from '../list-values.ts';
import { cellsBy, readCsv } from '../read-csv.ts';

const NEEDED = ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'sanctions'];

/** OpenSanctions' simplified CSV: a row an entity, several values in a cell parted by semicolons. */
export async function* readSimpleCsv(texts: AsyncIterable<string>, file: string): AsyncGenerator<ListRecord> {
  let cellOf: ReturnType<typeof cellsBy> | null = null;
  let columns = 0;
  let published = '';
  for await (const row of readCsv(texts, file)) {
    if (cellOf === null) {
      const heads = row.cells.map((cell) => cell.toLowerCase());
      const missing = NEEDED.filter((head) => !heads.includes(head));
      if (missing.length > 0)
        throw malformed(file, row.line, `the columns ${NEEDED.join(', ')}`, `none called ${missing.join(', ')}`);
      cellOf = cellsBy(heads);
      columns = heads.length;
      continue;
    }
    const { line } = row;
    if (row.cells.length !== columns) {
      yield { kind: 'refused', line, reason: `expected ${columns} cells, found ${row.cells.length}` };
      continue;
    }
    const cell = cellOf(row);
    const type = nameTypeOf(cell('schema'));
    if (type === null) {
      yield { kind: 'passed', line, sort: cell('schema') || 'no schema' };
      continue;
    }
    const names = namesOnce([
      { text: cell('name'), kind: 'name' },
      ...cell('aliases')
        .split(';')
        .map((text) => ({ text, kind: 'alias' as const })),
    ]);
    if (names.length === 0 || cell('id') === '') {
      yield { kind: 'refused', line, reason: cell('id') === '' ? 'no id' : `${cell('id')} has no name` };
      continue;
    }
    const seen = cell('last_seen');
    if (seen > published) published = seen;
    yield {
      kind: 'entry',
      line,
      entry: {
        ref: `opensanctions:${cell('id')}`,
        type,
        schema: cell('schema'),
        names,
        birthDates: once(valuesIn(cell('birth_date')).map((date) => dateIn(date))),
        countries: once(valuesIn(cell('countries')).map(countryCode)),
        programs: once([...valuesIn(cell('program_ids')), ...valuesIn(cell('sanctions'))]),
        listed: null,
      },
    };
  }
  const date = dateIn(published.slice(0, 10));
  if (date !== null) yield { kind: 'published', line: 1, date };
}

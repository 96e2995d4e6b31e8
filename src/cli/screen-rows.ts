import { createReadStream } from 'node:fs';
import { BackchannelError } from '../model/index.ts';
import { type Asked, countryCode, dateIn } from '../screen/index.ts';
import { NAME_TYPES, type NameType } from '../text/index.ts';

/** Who is asked for in a file of names. */
export interface AskedRow {
  readonly line: number;
  readonly asked: Asked;
}

const TYPES: ReadonlyMap<string, NameType> = new Map(NAME_TYPES.map((type) => [type.toLowerCase(), type]));

const cannotRead = (file: string, found: string, cause?: unknown): BackchannelError =>
  new BackchannelError('screen/cannot-read-names', `Expected names in ${file}, found ${found}.`, {
    place: file,
    next: 'A name a line; or CSV with the column name, and if known schema, birth_date and country.',
    cause,
  });

const values = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split(/[;|]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');

/**
 * Reads who is to be asked for: a name a line, or CSV whose first line has a column `name`.
 *
 * @throws BackchannelError `screen/cannot-read-names` for a file that cannot be read or has no name.
 */
export const readAsked = async (file: string): Promise<readonly AskedRow[]> => {
  let text = '';
  try {
    for await (const chunk of createReadStream(file, 'utf8')) text += chunk;
  } catch (error) {
    throw cannotRead(file, error instanceof Error ? error.message : 'none', error);
  }
  const { parse } = await import('csv-parse/sync');
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const heads = (lines[0] ?? '').split(',').map((head) => head.trim().replace(/^"|"$/g, '').toLowerCase());
  const bare = (name: string, line: number): AskedRow => ({
    line,
    asked: { names: [name.trim()], type: 'legalEntity', birthDates: [], countries: [] },
  });
  if (!heads.includes('name')) {
    const rows = lines.flatMap((name, at) => (name.trim() === '' ? [] : [bare(name, at + 1)]));
    if (rows.length === 0) throw cannotRead(file, 'none');
    return rows;
  }
  let records: readonly Readonly<Record<string, string>>[];
  try {
    records = parse(text, {
      columns: () => heads,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (error) {
    throw cannotRead(file, error instanceof Error ? error.message : 'broken CSV', error);
  }
  const rows = records.flatMap((row, at): readonly AskedRow[] => {
    const names = values(row.name);
    if (names.length === 0) return [];
    const type = TYPES.get((row.schema ?? row.type ?? '').toLowerCase()) ?? 'legalEntity';
    const birthDates = values(row.birth_date).flatMap((date) => dateIn(date) ?? []);
    return [{ line: at + 2, asked: { names, type, birthDates, countries: values(row.country).map(countryCode) } }];
  });
  if (rows.length === 0) throw cannotRead(file, 'no name under its first line');
  return rows;
};

import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { BackchannelError } from '../model/index.ts';
import { NAME_TYPES, type NameType } from '../text/index.ts';

/** A row of a file of name pairs: to be compared, or refused with the reason. `line` counts from 1, the header included. */
export type NameRow =
  | {
      readonly kind: 'row';
      readonly line: number;
      /** As written. */
      readonly schema: string;
      readonly type: NameType;
      readonly name1: string;
      readonly name2: string;
      /** The cells of all other columns, by their heads. */
      readonly columns: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'refused'; readonly line: number; readonly reason: string; readonly code: string };

const NEEDED = ['schema', 'name1', 'name2'] as const;
const SEPARATORS = [',', ';', '\t'] as const;
const EXAMPLE = 'The first line is: schema,name1,name2 (in any order; further columns are kept).';

/** Schemas by lower-case name: our types, and FollowTheMoney's names for them. */
const TYPES: ReadonlyMap<string, NameType> = new Map<string, NameType>([
  ...NAME_TYPES.map((type): [string, NameType] => [type.toLowerCase(), type]),
  ['address', 'place'],
  ['airplane', 'vessel'],
  ['vehicle', 'asset'],
]);

const typeOf = (schema: string): NameType | null => TYPES.get(schema.trim().toLowerCase()) ?? null;

/** Text of chunks of bytes. A file that is not UTF-8 is refused as a whole: names with other letters would be compared. */
async function* decode(chunks: AsyncIterable<Uint8Array | string>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decodeOne = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (cause) {
      throw new BackchannelError('names/not-utf8', `Expected text in UTF-8, found other bytes: ${name}.`, {
        place: name,
        next: 'Save the file as UTF-8 ("CSV UTF-8" in spreadsheets), then run the same command again.',
        cause,
      });
    }
  };
  for await (const chunk of chunks) yield typeof chunk === 'string' ? chunk : decodeOne(chunk);
  yield decodeOne();
}

/** The separator of the first line: the one of which it has the most. */
const separatorOf = (text: string): string => {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
};

/** The whole first line and what came with it, then the rest. */
async function* withFirstLine(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let head = '';
  let isOpen = true;
  for await (const chunk of chunks) {
    if (!isOpen) {
      yield chunk;
      continue;
    }
    head += chunk;
    if (!/[\r\n]/.test(head)) continue;
    isOpen = false;
    yield head;
  }
  if (isOpen) yield head;
}

/** Which column holds what. */
const readHeader = (cells: readonly string[], name: string): readonly string[] => {
  const heads = cells.map((cell) => cell.trim().toLowerCase());
  const missing = NEEDED.filter((head) => !heads.includes(head));
  if (missing.length > 0) {
    throw new BackchannelError(
      'names/no-header',
      `Expected the columns schema, name1 and name2 in the first line, found ${cells.map((cell) => JSON.stringify(cell)).join(', ') || 'nothing'}: ${name} lacks ${missing.join(' and ')}.`,
      { place: name, next: EXAMPLE },
    );
  }
  return cells.map((cell, at) =>
    (NEEDED as readonly string[]).includes(heads[at] ?? '') ? (heads[at] ?? '') : cell.trim(),
  );
};

const readRow = (heads: readonly string[], cells: readonly string[], line: number): NameRow => {
  const refused = (reason: string, code: string): NameRow => ({ kind: 'refused', line, reason, code });
  if (cells.length !== heads.length) {
    return refused(
      `Expected ${heads.length} cells, found ${cells.length}; a name with the separator in it stands in double quotes`,
      'names/cells',
    );
  }
  const columns: Record<string, string> = {};
  const found = { schema: '', name1: '', name2: '' };
  for (const [at, head] of heads.entries()) {
    const cell = cells[at] ?? '';
    if (head === 'schema' || head === 'name1' || head === 'name2') found[head] = cell;
    else columns[head] = cell;
  }
  const type = typeOf(found.schema);
  if (type === null) {
    return refused(
      `Expected a schema of ${NAME_TYPES.join(', ')}, found ${JSON.stringify(found.schema)}`,
      'names/schema',
    );
  }
  for (const head of ['name1', 'name2'] as const) {
    if (found[head].trim() === '') return refused(`Expected a name as ${head}, found none`, 'names/empty');
  }
  return { kind: 'row', line, ...found, type, columns };
};

/**
 * Reads a file of name pairs, row by row, never the whole file at once.
 *
 * Comma, semicolon or tab parts the cells, whichever the first line has; double quotes hold a cell together. Empty lines are
 * passed over.
 *
 * @throws BackchannelError `names/no-header`, `names/not-utf8`; `names/quotes` for a quote that is never closed.
 */
export async function* readNameRows(chunks: AsyncIterable<Uint8Array | string>, name: string): AsyncGenerator<NameRow> {
  const texts = withFirstLine(decode(chunks, name));
  const first = await texts.next();
  const head = first.done ? '' : first.value.replace(/^\ufeff/, '');
  async function* all(): AsyncGenerator<string> {
    yield head;
    yield* texts;
  }
  const parser = Readable.from(all()).compose(
    parse({
      delimiter: separatorOf(head),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  let heads: readonly string[] | null = null;
  try {
    for await (const item of parser) {
      const { record, info } = item as {
        readonly record: readonly string[];
        readonly info: { readonly lines: number };
      };
      if (heads === null) heads = readHeader(record, name);
      else yield readRow(heads, record, info.lines);
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error;
    throw new BackchannelError('names/quotes', `Expected a closing double quote, found the end of ${name}.`, {
      place: name,
      next: `Close the quote that is left open: ${error.message}`,
      cause: error,
    });
  }
  if (heads === null) readHeader([], name);
}

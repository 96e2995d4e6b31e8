import { readEuFsf } from './formats/eu-fsf.ts';
import { readFtm } from './formats/ftm.ts';
import { readOfacAdvanced } from './formats/ofac-advanced.ts';
import { readOfacSdn } from './formats/ofac-sdn.ts';
import { readSimpleCsv } from './formats/simple-csv.ts';
import { readUkOfsi, readUkSanctionsList } from './formats/uk-csv.ts';
import type { ListFormat, ListRecord, ReadList } from './list-entry.ts';
import { foreign } from './list-errors.ts';
import { type OpenList, openList } from './open-list.ts';

const READERS: Readonly<Record<ListFormat, ReadList>> = {
  'opensanctions-ftm': readFtm,
  'opensanctions-simple-csv': readSimpleCsv,
  'ofac-sdn-xml': readOfacSdn,
  'ofac-advanced-xml': readOfacAdvanced,
  'eu-fsf-xml': readEuFsf,
  'uk-ofsi-csv': readUkOfsi,
  'uk-sanctions-list-csv': readUkSanctionsList,
};

const ROOTS: Readonly<Record<string, ListFormat>> = {
  sdnList: 'ofac-sdn-xml',
  Sanctions: 'ofac-advanced-xml',
  export: 'eu-fsf-xml',
};

/** The name of the first element, past declarations and comments, without its prefix. */
const rootOf = (head: string): string | null =>
  /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:[\w.-]+:)?([\w.-]+)/.exec(head)?.[1] ?? null;

const hasHeads = (line: string, ...heads: readonly string[]): boolean => {
  const cells = line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '').toLowerCase());
  return heads.every((head) => cells.includes(head));
};

/**
 * Tells the format of a list by its first characters, never by the name of its file.
 *
 * @returns What it is, or in words what it seems to be instead.
 */
export const sniffList = (head: string): { readonly format: ListFormat } | { readonly found: string } => {
  const text = head.replace(/^\ufeff/, '');
  const trimmed = text.trimStart();
  if (trimmed.startsWith('<')) {
    const root = rootOf(text);
    const format = root === null ? undefined : ROOTS[root];
    if (format !== undefined) return { format };
    return { found: root === null ? 'markup without an element' : `XML or HTML that begins with <${root}>` };
  }
  if (trimmed.startsWith('{')) {
    const first = trimmed.slice(0, trimmed.search(/\n|$/));
    if (/"schema"\s*:/.test(first) && /"properties"\s*:/.test(first)) return { format: 'opensanctions-ftm' };
    // The properties of a first entity may be longer than what is looked at.
    if (/"schema"\s*:/.test(first) && /"(?:id|caption|datasets)"\s*:/.test(first))
      return { format: 'opensanctions-ftm' };
    return { found: 'JSON that is no FollowTheMoney entity a line' };
  }
  if (trimmed.startsWith('[')) return { found: 'one JSON list (OpenSanctions entities stand one a line)' };
  for (const line of text.split(/\r?\n/).slice(0, 5)) {
    if (hasHeads(line, 'id', 'schema', 'name', 'aliases')) return { format: 'opensanctions-simple-csv' };
    if (hasHeads(line, 'unique id', 'name 6', 'name 1')) return { format: 'uk-sanctions-list-csv' };
    if (hasHeads(line, 'group id', 'name 6', 'name 1')) return { format: 'uk-ofsi-csv' };
  }
  const first = text.split(/\r?\n/)[0] ?? '';
  return { found: `a text that begins “${first.slice(0, 60)}${first.length > 60 ? '…' : ''}”` };
};

/** A list being read, record by record. */
export interface ListReading {
  readonly format: ListFormat;
  readonly list: OpenList;
  readonly records: AsyncGenerator<ListRecord>;
}

/**
 * Opens a list, tells its format by its content and reads it record by record. No more than one record is held, whatever the size.
 *
 * @throws BackchannelError as {@link openList}, and `screen/unknown-format` for what is no list that is known; while reading
 *   `screen/malformed`, `screen/cut-off`, `screen/record-too-large`.
 */
export const readList = async (file: string): Promise<ListReading> => {
  const list = await openList(file);
  const sniffed = sniffList(list.head);
  if ('found' in sniffed) throw foreign(file, sniffed.found);
  return { format: sniffed.format, list, records: READERS[sniffed.format](list.texts, file) };
};

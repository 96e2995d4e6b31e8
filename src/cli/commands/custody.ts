import { openCase } from '../../backchannel.ts';
import { BackchannelError, type CustodyEntry } from '../../model/index.ts';
import { sayArrival, sayHand, sayInstant } from '../../publish/index.ts';
import type { CaseStore, CustodyLine } from '../../store/index.ts';
import { plain, plainCell } from '../plain.ts';
import { renderTable, wrap } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-file.ts';
import { count } from './read.ts';

/** What `custody` was asked for. */
export interface CustodyFlags {
  /** Whether the log is printed as it stands, an entry a line. */
  readonly json?: boolean;
  /** Where the original of a document is written to. */
  readonly out?: string;
}

/** A document by its id or a path that it came in at; by a part of one where only one has it. */
const findDocument = async (store: CaseStore, name: string): Promise<string> => {
  const entries = await store.entries();
  const exact = entries.find(({ id, paths }) => id === name || paths.includes(name));
  const partial = entries.filter(({ paths }) => paths.some((path) => path.includes(name)));
  const found = exact ?? (partial.length === 1 ? partial[0] : undefined);
  if (found !== undefined) return found.id;
  const many = `${partial.length}: ${partial
    .slice(0, 5)
    .map(({ paths }) => paths[0])
    .join(', ')}`;
  throw new BackchannelError(
    'show/not-found',
    `Expected one document by the path or id ${name}, found ${partial.length === 0 ? 'none' : many}.`,
    { next: `List them: backchannel show ${store.place} documents` },
  );
};

const COLUMNS = [
  { title: '#', fixed: true },
  { title: 'came in', fixed: true },
  { title: 'path' },
  { title: 'how' },
  { title: 'SHA-256', fixed: true },
  { title: 'became' },
];

const rowOf = (
  { number, at, path, how, sha256, document, refused }: CustodyEntry,
  isAsBefore: boolean,
): readonly string[] =>
  [
    String(number),
    sayInstant(at),
    path,
    isAsBefore ? 'as before' : sayHand(how).replace(/^by the command: backchannel /, ''),
    sha256?.slice(0, 12) ?? '',
    document ?? `refused (${refused?.code})`,
  ].map(plainCell);

const printLog = async (lines: AsyncIterable<CustodyLine>, flags: CustodyFlags, terminal: Terminal): Promise<void> => {
  const rows: (readonly string[])[] = [];
  let head: string | null = null;
  let before = '';
  for await (const { json, sha256, entry } of lines) {
    head = sha256;
    if (flags.json) await terminal.out(`${json}\n`);
    else if (entry === null) rows.push(['', '', 'this entry was changed: run verify', '', '', '']);
    else {
      // A command that took in hundreds is told once.
      const how = JSON.stringify(entry.how);
      rows.push(rowOf(entry, how === before));
      before = how;
    }
  }
  if (flags.json) return;
  if (head === null) await terminal.out('The log is empty: all was read before one was kept.\n');
  else {
    const bold = (text: string): string => (terminal.hasColour ? `\u001b[1m${text}\u001b[0m` : text);
    await terminal.out(renderTable(COLUMNS, rows, terminal.width, bold));
    await terminal.out(`\n${count(rows.length, 'entry', 'entries')}; the last has SHA-256 ${head}\n`);
  }
};

const printWay = async (store: CaseStore, name: string, terminal: Terminal): Promise<void> => {
  const id = await findDocument(store, name);
  const document = await store.document(id);
  let entries = 0;
  for await (const { entry } of store.custody(id)) {
    if (entry === null) continue;
    if (entries++ > 0) await terminal.out('\n');
    for (const line of sayArrival(entry))
      await terminal.out(
        wrap(plainCell(line), terminal.width - 2)
          .map((part, at) => `${at === 0 ? '' : '  '}${part}\n`)
          .join(''),
      );
  }
  if (entries === 0)
    await terminal.out(
      `${plain(document?.path ?? id)} was read before a log was kept; its bytes had SHA-256 ${document?.sha256}.\n`,
    );
  const original = document === null ? null : await store.original(document.sha256);
  await terminal.out(
    original === null
      ? 'No original is kept.\n'
      : `The original is kept: ${count(original.length, 'byte')}. --out FILE writes it.\n`,
  );
};

const writeOriginal = async (store: CaseStore, name: string, out: string, terminal: Terminal): Promise<void> => {
  const id = await findDocument(store, name);
  const hash = (await store.document(id))?.sha256 ?? '';
  const original = await store.original(hash);
  if (original === null)
    throw new BackchannelError(
      'custody/no-original',
      `Expected the original of ${name} in the case, found that none is kept.`,
      {
        place: store.place,
        next: 'Read the file again from where it lies: its copy is kept then.',
      },
    );
  await writeWhole(out, original);
  await terminal.out(`${plain(out)}: ${count(original.length, 'byte')}, SHA-256 ${hash}\n`);
};

/** `custody FILE`: the log; `custody FILE DOCUMENT`: the whole way of one document in words. */
export const custodyCommand = async (
  file: string,
  name: string | null,
  flags: CustodyFlags,
  terminal: Terminal,
): Promise<number> => {
  const store = await openCase(file);
  try {
    if (flags.out !== undefined && name === null)
      throw new BackchannelError('cli/usage', 'Expected a document beside --out, found none.', {
        next: `Try: backchannel custody ${file} report.pdf --out original.pdf`,
      });
    if (name === null) await printLog(store.custody(), flags, terminal);
    else if (flags.out !== undefined) await writeOriginal(store, name, flags.out, terminal);
    else if (flags.json) await printLog(store.custody(await findDocument(store, name)), flags, terminal);
    else await printWay(store, name, terminal);
    return 0;
  } finally {
    await store.close();
  }
};

import { open } from 'node:fs/promises';
import { localFiles } from '../../acquire/index.ts';
import { type Verified, type VerifyFault, verifyBundle, verifyCase } from '../../backchannel.ts';
import { plain } from '../plain.ts';
import type { Terminal } from '../terminal.ts';
import { withCase } from '../with-case.ts';
import { count } from './read.ts';

const nameDocument = (document: { readonly id: string; readonly path: string | null }): string =>
  document.path === null ? document.id : `${document.id} (${plain(document.path)})`;

const faultLine = ({ code, row, at, document, reason }: VerifyFault): string => {
  const parts = [
    row && `${row.list} ${row.id}`,
    at
      ? `${nameDocument(at.path === null ? { id: at.document, path: null } : { id: at.document, path: at.path })} [${at.start}, ${at.end})`
      : document && nameDocument(document),
  ].filter((part) => part !== null);
  return `fails ${parts.join(', ') || 'the file'}: ${plain(reason)} (${code})`;
};

/** What `verify` was asked for. */
export interface VerifyFlags {
  /** Whether texts are made again from their originals. */
  readonly again?: boolean;
}

const sayCustody = ({ custody, again }: Verified): string => {
  const parts = [
    custody.entries === 0 ? null : `custody: ${count(custody.entries, 'entry', 'entries')}, the last ${custody.head}`,
    `${count(custody.originals, 'original')} kept`,
    again === null ? null : `${count(again, 'text')} made again`,
  ].filter((part) => part !== null);
  return `${parts.join('; ')}.\n`;
};

/** `verify FILE`: 0 when all holds; 1 with each row that does not on standard error. */
export const verifyCommand = async (file: string, flags: VerifyFlags, terminal: Terminal): Promise<number> => {
  const bytes = await zipSize(file);
  return bytes === null ? verifyFile(file, flags, terminal) : verifyZip(file, bytes, terminal);
};

/** Bytes of a file that is a ZIP file; null for every other. */
const zipSize = async (file: string): Promise<number | null> => {
  try {
    const handle = await open(file);
    try {
      const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.toString('latin1') === 'PK\u0003\u0004' ? (await handle.stat()).size : null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
};

const verifyZip = async (file: string, size: number, terminal: Terminal): Promise<number> => {
  const source = { size, read: (start: number, length: number) => localFiles.readAt(file, start, length) };
  const { failed, checked } = await printFaults(verifyBundle(source, file), terminal);
  const { files, documents, rows, quotes, entries, originals, head } = checked;
  const custody = `custody: ${count(entries, 'entry', 'entries')}${head === null ? '' : `, the last ${head}`}`;
  await terminal.out(
    `${files} files, ${documents} documents, ${rows} rows, ${quotes} quotes checked: ${sayFailed(failed)}.\n${custody}; ${count(originals, 'original')}.\n`,
  );
  return failed === 0 ? 0 : 1;
};

const sayFailed = (failed: number): string =>
  failed === 0 ? 'all hold' : `${failed} ${failed === 1 ? 'does' : 'do'} not hold`;

const printFaults = async <Checked>(
  faults: AsyncGenerator<VerifyFault, Checked>,
  terminal: Terminal,
): Promise<{ readonly failed: number; readonly checked: Checked }> => {
  let failed = 0;
  for (;;) {
    const step = await faults.next();
    if (step.done) return { failed, checked: step.value };
    failed++;
    terminal.err(faultLine(step.value));
  }
};

const verifyFile = (file: string, flags: VerifyFlags, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (view, store) => {
    const { failed, checked } = await printFaults(verifyCase(store, view, flags), terminal);
    const { documents, rows, quotes, notes } = checked;
    for (const { document, text } of notes)
      terminal.err(`note${document === null ? '' : ` ${nameDocument(document)}`}: ${plain(text)}`);
    const counted = `${documents} documents, ${rows} rows, ${quotes} quotes checked`;
    await terminal.out(`${counted}: ${sayFailed(failed)}.\n${sayCustody(checked)}`);
    return failed === 0 ? 0 : 1;
  });

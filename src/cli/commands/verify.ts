import { type Verified, type VerifyFault, verifyCase } from '../../backchannel.ts';
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
export const verifyCommand = (file: string, flags: VerifyFlags, terminal: Terminal): Promise<number> =>
  withCase(file, terminal, async (view, store) => {
    const faults = verifyCase(store, view, flags);
    let failed = 0;
    let step = await faults.next();
    while (!step.done) {
      failed++;
      terminal.err(faultLine(step.value));
      step = await faults.next();
    }
    const { documents, rows, quotes, notes } = step.value;
    for (const { document, text } of notes)
      terminal.err(`note${document === null ? '' : ` ${nameDocument(document)}`}: ${plain(text)}`);
    const checked = `${documents} documents, ${rows} rows, ${quotes} quotes checked`;
    await terminal.out(
      `${checked}: ${failed === 0 ? 'all hold' : `${failed} ${failed === 1 ? 'does' : 'do'} not hold`}.\n${sayCustody(step.value)}`,
    );
    return failed === 0 ? 0 : 1;
  });

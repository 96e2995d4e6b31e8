import { createReadStream, statSync } from 'node:fs';
import { BackchannelError } from '../../model/index.ts';
import { compareNames } from '../../text/index.ts';
import { readNameRows } from '../name-rows.ts';
import { plain } from '../plain.ts';
import { shareLine } from '../progress-bar.ts';
import type { Terminal } from '../terminal.ts';

/** As shells count: ended by an interrupt. */
const STOPPED = 130;
/** Lines are written in pieces of about this many characters. */
const PIECE = 65_536;
/** Smaller files are done before an eye could follow. */
const LEAST_BYTES_FOR_BAR = 1_000_000;
const BAR_EVERY_MS = 100;

const cannotOpen = (file: string, cause: unknown): BackchannelError =>
  new BackchannelError('names/cannot-read', `Expected a CSV file at ${file}, found none that can be read.`, {
    place: file,
    next: 'Name a file with the columns schema, name1 and name2, or - for standard input.',
    cause,
  });

const sizeOf = (file: string): number => {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw cannotOpen(file, null);
    return stat.size;
  } catch (error) {
    throw error instanceof BackchannelError ? error : cannotOpen(file, error);
  }
};

/** `names FILE.csv`: one JSON line for each pair of names. */
export const namesCommand = async (
  file: string,
  terminal: Terminal,
  signal: AbortSignal,
  standardInput: AsyncIterable<Uint8Array | string> = process.stdin,
): Promise<number> => {
  const isPiped = file === '-';
  const size = isPiped ? 0 : sizeOf(file);
  const start = Date.now();
  let [bytes, shownAt, compared, refused] = [0, 0, 0, 0];
  async function* counted(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array | string> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  let piece = '';
  const rows = readNameRows(
    counted(isPiped ? standardInput : createReadStream(file)),
    isPiped ? 'standard input' : file,
  );
  try {
    for await (const row of rows) {
      if (signal.aborted) return STOPPED;
      if (row.kind === 'refused') {
        refused++;
        terminal.err(`refused line ${row.line}: ${plain(row.reason)} (${row.code})`);
        continue;
      }
      const { score, verdict, reasons } = compareNames(row.name1, row.name2, row.type);
      const line = {
        schema: row.schema,
        name1: row.name1,
        name2: row.name2,
        score,
        verdict,
        reasons: reasons.map((reason) => reason.text),
        ...(Object.keys(row.columns).length > 0 ? { columns: row.columns } : {}),
      };
      piece += `${JSON.stringify(line)}\n`;
      compared++;
      if (piece.length >= PIECE) {
        await terminal.out(piece);
        piece = '';
      }
      const now = size >= LEAST_BYTES_FOR_BAR ? Date.now() : 0;
      if (now - shownAt >= BAR_EVERY_MS) {
        shownAt = now;
        terminal.progress(shareLine('Comparing', bytes / size, `${compared.toLocaleString('en')} pairs`, now - start));
      }
    }
  } finally {
    terminal.progress(null);
    if (piece !== '') await terminal.out(piece);
  }
  if (compared === 0) {
    if (refused === 0)
      terminal.err(`backchannel: Expected rows under the first line, found none: ${plain(file)}. (names/no-rows)`);
    return 3;
  }
  return refused > 0 ? 1 : 0;
};

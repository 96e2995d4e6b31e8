import { hashOf, pathInside, type Received, sourceOf } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import { type ReadFormat, startsWith } from '../format.ts';
import { ByteStream, gunzipped } from './byte-stream.ts';
import { entryName } from './entry-name.ts';
import { givePiece, heldBytes } from './give-entry.ts';
import { isTar } from './tar-header.ts';

const HAS_EXTRA = 4;
const HAS_NAME = 8;

/** The name in a gzip header (RFC 1952), or an empty one. */
const statedName = (head: Uint8Array): string => {
  const flags = head[3] ?? 0;
  if ((flags & HAS_NAME) === 0) return '';
  const start = 10 + ((flags & HAS_EXTRA) === 0 ? 0 : 2 + (head[10] ?? 0) + (head[11] ?? 0) * 256);
  const end = head.indexOf(0, start);
  return end < 0 ? '' : Buffer.from(head.subarray(start, end)).toString('latin1');
};

const baseName = (path: string): string => /[^/!]*$/.exec(path)?.[0] ?? '';

/** What the file inside is called: as the header says; else as the archive, without its ending. */
const nameInside = (head: Uint8Array, { path }: Received): string => {
  const stated = baseName(entryName(statedName(head)));
  const named = baseName(path).replace(/\.gz$/i, '');
  return /\.[^.]{1,12}$/.test(stated) ? stated : entryName(named);
};

/** What gzip packed: a TAR archive is read as it is unpacked, a web archive as itself, anything else is one file. */
export const readGzip: ReadFormat = async function* (received, work) {
  const { source } = received;
  const stream = new ByteStream(gunzipped(source, work.budget));
  try {
    const head = await stream.peek(512);
    const hash = await hashOf(source);
    const step = { by: 'zlib', what: 'unpacked gzip', of: hash };
    if (isTar(head)) {
      const { readTarStream } = await import('./tar.ts');
      yield* readTarStream(stream, received, work, { hash, isWhole: false, what: 'TAR in gzip' });
      return;
    }
    if (startsWith(head, 'WARC/1.')) {
      const { readCaptures } = await import('../warc/captures.ts');
      yield* readCaptures(stream, received, work, hash);
      return;
    }
    const name = nameInside(await source.read(0, 4096), received);
    const path = pathInside(received.path, name);
    const most = work.mostBytes(path);
    if (most === null) return;
    const limit = Math.min(most, heldBytes(received.depth));
    const bytes = await stream.take(limit + 1);
    if (bytes.length > limit) yield { kind: 'refused', refusal: refuse.tooLarge(path, bytes.length, limit) };
    // What is known of a packed file (its address, its date) is known of the file.
    else yield givePiece(received, name, sourceOf(bytes), step, received.known);
  } finally {
    await stream.close();
  }
};

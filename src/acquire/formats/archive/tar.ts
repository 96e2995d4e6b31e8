import type { Budget } from '../../budget.ts';
import { hashOf, pathInside, type Received, sourceOf, windowOf } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import type { FormatWork, Piece, ReadFormat } from '../format.ts';
import { ByteStream, chunksOf } from './byte-stream.ts';
import { EntryNames, entryName, isHiddenName } from './entry-name.ts';
import { givePiece, heldBytes } from './give-entry.ts';
import { BLOCK, isZeroBlock, readPax, readTarHeader, type TarHeader, tarText } from './tar-header.ts';

/** A name or the facts about one file: real ones have some hundred bytes. */
const MAX_ABOUT = 1024 * 1024;

/** What is no file of its own, in the words of a refusal. */
const NO_FILES: Readonly<Record<string, string>> = {
  '1': 'a link to another file of the archive',
  '2': 'a symbolic link',
  '3': 'a device',
  '4': 'a device',
  '6': 'a named pipe',
  M: 'the rest of a file of another volume',
  S: 'a sparse file',
};

const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

const exactly = async (stream: ByteStream, length: number): Promise<Uint8Array> => {
  const bytes = await stream.take(length);
  if (bytes.length < length) throw new Error('it ends in the middle of a file');
  return bytes;
};

/** Takes a file's bytes from the stream and passes over what fills its last block. */
const takeBody = async (stream: ByteStream, size: number): Promise<Uint8Array> => {
  const bytes = await exactly(stream, size);
  await stream.skip(padded(size) - size);
  return bytes;
};

const passOver = async (stream: ByteStream, size: number): Promise<void> => {
  if ((await stream.skip(padded(size))) < size) throw new Error('it ends in the middle of a file');
};

interface TarEntry extends TarHeader {
  readonly isSparse: boolean;
}

/** The next entry with all that the blocks before it say; null at the end. */
const nextEntry = async (stream: ByteStream, budget: Budget): Promise<TarEntry | null> => {
  let longName: string | null = null;
  let pax: ReadonlyMap<string, string> = new Map();
  for (;;) {
    const block = await stream.take(BLOCK);
    if (block.length < BLOCK) throw new Error('it ends without its end mark');
    if (isZeroBlock(block)) return null;
    const header = readTarHeader(block);
    const { type, size } = header;
    if ('xXgLK'.includes(type)) {
      if (size > MAX_ABOUT) throw new Error('what it says about a file is longer than a megabyte');
      budget.takeBytes(size);
      const about = await takeBody(stream, size);
      if (type === 'L') longName = tarText(about);
      else if (type === 'x' || type === 'X') pax = readPax(about);
      continue;
    }
    const stated = pax.get('size');
    return {
      name: pax.get('path') ?? longName ?? header.name,
      size: stated !== undefined && /^\d{1,15}$/.test(stated) ? Number(stated) : size,
      modified: header.modified,
      type,
      isSparse: [...pax.keys()].some((key) => key.startsWith('GNU.sparse')),
    };
  }
};

const dated = (seconds: number | null): string =>
  seconds === null || seconds <= 0 || seconds > 253_402_300_799
    ? ''
    : `, dated ${new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')}`;

/** Where the bytes of a TAR archive come from. */
interface TarOrigin {
  /** Of the bytes as received. */
  readonly hash: string;
  /** Whether the stream is the source itself, so that a file that is read piece by piece can be left where it stands. */
  readonly isWhole: boolean;
  readonly what: 'TAR' | 'TAR in gzip';
}

/** The files of a TAR archive (ustar, pax, GNU) in their order, from bytes that come one after the other. */
export async function* readTarStream(
  stream: ByteStream,
  received: Received,
  work: FormatWork,
  { hash, isWhole, what }: TarOrigin,
): AsyncGenerator<Piece> {
  const names = new EntryNames();
  for (let entry = await nextEntry(stream, work.budget); entry; entry = await nextEntry(stream, work.budget)) {
    const { size, type } = entry;
    const plain = entryName(entry.name);
    const path = pathInside(received.path, plain);
    const most = isHiddenName(plain) ? null : work.mostBytes(path);
    const isFolder = type === '5' || entry.name.endsWith('/');
    const odd = entry.isSparse ? NO_FILES.S : NO_FILES[type];
    if (most === null || isFolder || (odd === undefined && type !== '0')) {
      // Of links and folders some programs state the size of what they lead to; none of it follows.
      if (!isFolder && !'12'.includes(type)) await passOver(stream, size);
      continue;
    }
    const name = names.give(plain);
    const inside = pathInside(received.path, name);
    if (odd !== undefined) {
      yield { kind: 'refused', refusal: refuse.notFile(inside, odd) };
      if (!'12'.includes(type)) await passOver(stream, size);
      continue;
    }
    const isWindow = isWhole && most === Infinity;
    const limit = Math.min(most, isWindow ? Infinity : heldBytes(received.depth));
    if (size > limit) {
      yield { kind: 'refused', refusal: refuse.tooLarge(inside, size, limit) };
      await passOver(stream, size);
      continue;
    }
    const step = { by: 'backchannel', what: `unpacked "${name}" from ${what}${dated(entry.modified)}`, of: hash };
    if (isWindow) {
      const start = stream.position;
      if (start + size > received.source.size) throw new Error('it ends in the middle of a file');
      yield givePiece(received, name, windowOf(received.source, start, size), step);
      await passOver(stream, size);
    } else {
      const taken = await takeBody(stream, size);
      // A small one is a view of more than itself, which would be held with it.
      const bytes = taken.byteLength < taken.buffer.byteLength ? Uint8Array.from(taken) : taken;
      yield givePiece(received, name, sourceOf(bytes), step);
    }
  }
}

export const readTar: ReadFormat = async function* (received, work) {
  const { source } = received;
  yield* readTarStream(new ByteStream(chunksOf(source)), received, work, {
    hash: await hashOf(source),
    isWhole: true,
    what: 'TAR',
  });
};

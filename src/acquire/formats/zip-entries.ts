import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } from 'yauzl';
import { type Budget, BudgetSpent } from '../budget.ts';
import type { ByteSource } from '../received.ts';

/** What a ZIP file's list says of one thing in it. Nothing of it is to be trusted. */
export interface ZipEntry {
  /** As given there, with backslashes as slashes: may climb (`../`), be empty, or occur more than once. */
  readonly name: string;
  /** Bytes packed, and unpacked, as stated. */
  readonly packed: number;
  readonly size: number;
  readonly isFolder: boolean;
  /** A symbolic link: what it holds is the path that it leads to. */
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  /** Whether it is stored or deflated; other ways of packing are not read. */
  readonly isReadable: boolean;
}

/** A ZIP file whose list has been read. */
export interface ZipFile {
  /** In the order of the list. */
  readonly entries: readonly ZipEntry[];
  /**
   * Unpacks an entry piece by piece; the budget is asked for each piece before it is handed out.
   *
   * @throws BudgetSpent, or an error that says what is damaged: sizes and checksum are checked at the end.
   */
  unpack(entry: ZipEntry): AsyncGenerator<Uint8Array>;
  /**
   * Unpacks an entry into memory.
   *
   * @param limit Most bytes taken: one that holds more is refused before it fills the memory, whatever size it states.
   * @throws As {@link unpack}; BudgetSpent beyond the limit.
   */
  read(entry: ZipEntry, limit: number): Promise<Uint8Array>;
}

/** As many entries as are listed at most, unless told otherwise: each takes some 300 bytes of memory. */
const MAX_ENTRIES = 100_000;
const WINDOW = 64 * 1024;
const FOLDER_ATTRIBUTE = 0x10;
const [TYPE_BITS, LINK_BITS] = [0o170000, 0o120000];

/** Hands yauzl the list of a ZIP file; windows of it are kept, since the list is read some fifty bytes at a time. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;
  #window: Uint8Array = new Uint8Array();
  #from = 0;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(target: Buffer, offset: number, length: number, at: number, done: (error: Error | null) => void): void {
    this.#take(at, length).then(
      (bytes) => {
        if (bytes.length < length) return done(new Error('it ends in the middle of its list'));
        target.set(bytes, offset);
        done(null);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  }

  async #take(at: number, length: number): Promise<Uint8Array> {
    const isHeld = at >= this.#from && at + length <= this.#from + this.#window.length;
    if (!isHeld) {
      this.#window = await this.#source.read(at, Math.max(length, WINDOW));
      this.#from = at;
    }
    return this.#window.subarray(at - this.#from, at - this.#from + length);
  }
}

const entryOf = (entry: Entry): ZipEntry => {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  return {
    name,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    isFolder: name.endsWith('/') || (entry.externalFileAttributes & FOLDER_ATTRIBUTE) !== 0,
    isLink: ((entry.externalFileAttributes >>> 16) & TYPE_BITS) === LINK_BITS,
    isEncrypted: entry.isEncrypted(),
    isReadable: entry.compressionMethod === 0 || entry.compressionMethod === 8,
  };
};

async function* chunksOf(source: ByteSource, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < start + length; at += WINDOW) {
    const chunk = await source.read(at, Math.min(WINDOW, start + length - at));
    if (chunk.length === 0) throw new Error('it ends before its content does');
    yield chunk;
  }
}

/** Deflated bytes unpacked; a piece is made only when the one before was taken. */
async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw();
  // Its errors come out of the loop below as well.
  const fed = pipeline(Readable.from(packed), inflater).catch((error: unknown) => error);
  for await (const chunk of inflater) yield chunk as Uint8Array;
  const error = await fed;
  if (error instanceof Error) throw error;
}

/**
 * Reads the list of a ZIP file, which stands at its end. Nothing is unpacked before it is asked for.
 *
 * @param budget Asked for all that is unpacked.
 * @throws Error that says what is damaged; BudgetSpent when there are more entries than `maxEntries`.
 */
export const openZip = async (source: ByteSource, budget: Budget, maxEntries = MAX_ENTRIES): Promise<ZipFile> => {
  const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
    // Names are decoded here, so that one that climbs out of the archive does not stop the list: nothing is written to a disk.
    decodeStrings: false,
    validateEntrySizes: false,
    autoClose: false,
  });
  const listed = new Map<ZipEntry, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (listed.size >= maxEntries)
      throw new BudgetSpent(`Expected at most ${maxEntries.toLocaleString('en')} entries in a ZIP file, found more.`);
    listed.set(entryOf(entry), entry);
  }

  async function* unpack(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const raw = listed.get(entry);
    if (raw === undefined) throw new Error('Expected an entry of this very ZIP file, found another.');
    if (entry.isEncrypted) throw new Error(`"${entry.name}" in it is locked with a password`);
    if (!entry.isReadable)
      throw new Error(`"${entry.name}" in it is packed by method ${raw.compressionMethod}, which is not read`);
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(raw, { minimal: true });
    const packed = chunksOf(source, fileDataStart, entry.packed);
    let size = 0;
    let sum = 0;
    for await (const chunk of raw.compressionMethod === 8 ? inflate(packed) : packed) {
      size += chunk.length;
      budget.takeBytes(chunk.length, size, entry.packed);
      if (size > entry.size) break;
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (size !== entry.size)
      throw new Error(`"${entry.name}" in it holds ${size > entry.size ? 'more' : 'less'} than its list says`);
    if (sum !== raw.crc32) throw new Error(`"${entry.name}" in it does not match its checksum`);
  }

  return {
    entries: [...listed.keys()],
    unpack,
    async read(entry, limit) {
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of unpack(entry)) {
        size += chunk.length;
        if (size > limit)
          throw new BudgetSpent(
            `Expected at most ${Math.round(limit / 1024 ** 2)} MB in "${entry.name}", found more: it may be made to fill the memory.`,
          );
        chunks.push(chunk);
      }
      return Buffer.concat(chunks, size);
    },
  };
};

import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } from 'yauzl';
import { type Budget, BudgetSpent } from '../budget.ts';
import { type ByteSource, windowOf } from '../received.ts';

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
  /** A device, pipe or socket of a Unix system. */
  readonly isSpecial: boolean;
  /** Whether its bytes are said to be another's too: no program writes such a file but one that makes a bomb. */
  readonly isOverlapping: boolean;
  /** When it was written, to the second, in a time zone that is not told: `2031-05-02T10:00:00`. Null where none is stated. */
  readonly modified: string | null;
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
  /** An entry that is stored as it is, where it stands, once its checksum is found to be right; null for one that is packed. */
  stored(entry: ZipEntry): Promise<ByteSource | null>;
}

/** As many entries as are listed at most, unless told otherwise: each takes some 300 bytes of memory. */
const MAX_ENTRIES = 100_000;
const WINDOW = 64 * 1024;
const FOLDER_ATTRIBUTE = 0x10;
const [TYPE_BITS, LINK_BITS] = [0o170000, 0o120000];
/** Pipes, character and block devices, sockets. */
const SPECIAL_BITS: ReadonlySet<number> = new Set([0o010000, 0o020000, 0o060000, 0o140000]);
const UTF8_FLAG = 0x800;
const LOCAL_HEADER = 30;

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

/** Where no encoding is stated it is that of the first PCs, but some systems write UTF-8 and do not say so. */
const nameOf = ({ generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields }: Entry): string =>
  getFileNameLowLevel(isUtf8(raw) ? flags | UTF8_FLAG : flags, raw, extraFields, false);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A date as MS-DOS kept it: years from 1980, seconds by twos. */
const modifiedOf = ({ lastModFileDate: date, lastModFileTime: time }: Entry): string | null => {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  // Programs that know no date write the first day that there is.
  if (month < 1 || month > 12 || day < 1 || (year === 1980 && month === 1 && day === 1)) return null;
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2];
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${[hour, minute, second].map(twoDigits).join(':')}`;
};

/** The entries whose bytes, as far as the list tells, begin before those of another have ended. */
const overlapping = (entries: readonly Entry[]): ReadonlySet<Entry> => {
  const end = (entry: Entry): number =>
    entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
  const ordered = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const found = new Set<Entry>();
  let last: Entry | undefined;
  for (const entry of ordered) {
    if (last !== undefined && entry.relativeOffsetOfLocalHeader < end(last)) found.add(last).add(entry);
    if (last === undefined || end(entry) >= end(last)) last = entry;
  }
  return found;
};

const entryOf = (entry: Entry, isOverlapping: boolean): ZipEntry => {
  const name = nameOf(entry);
  const type = (entry.externalFileAttributes >>> 16) & TYPE_BITS;
  return {
    name,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    isFolder: name.endsWith('/') || (entry.externalFileAttributes & FOLDER_ATTRIBUTE) !== 0,
    isLink: type === LINK_BITS,
    isEncrypted: entry.isEncrypted(),
    isReadable: entry.compressionMethod === 0 || entry.compressionMethod === 8,
    isSpecial: SPECIAL_BITS.has(type),
    isOverlapping,
    modified: modifiedOf(entry),
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
  const raws: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (raws.length >= maxEntries)
      throw new BudgetSpent(`Expected at most ${maxEntries.toLocaleString('en')} entries in a ZIP file, found more.`);
    raws.push(entry);
  }
  const overlaps = overlapping(raws);
  const listed = new Map(raws.map((entry) => [entryOf(entry, overlaps.has(entry)), entry]));

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
    async stored(entry) {
      const raw = listed.get(entry);
      if (raw?.compressionMethod !== 0) return null;
      for await (const _ of unpack(entry));
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(raw, { minimal: true });
      return windowOf(source, fileDataStart, entry.size);
    },
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

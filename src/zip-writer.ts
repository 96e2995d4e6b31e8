import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Deflate, deflateSync } from 'fflate';
import { sha256 } from './model/index.ts';
import { putWhole } from './write-whole.ts';

/** What stands in an entry that was written. */
export interface ZipWritten {
  readonly name: string;
  /** Of its content, not packed. */
  readonly sha256: string;
  readonly bytes: number;
}

export type ZipContent = string | Uint8Array | AsyncIterable<string | Uint8Array>;

const [LOCAL, CENTRAL, END, END64, LOCATOR64] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];
/** With sizes of 64 bits (APPNOTE 4.4.3.2). */
const VERSION = 45;
const UTF8_FLAG = 0x800;
const [STORED, DEFLATED] = [0, 8];
/** The first of January 1980, the first day that a ZIP file can name: the same content gives the same bytes. */
const DATE = 0x21;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;
const EXTRA64_BYTES = 20;
/** Files of a person who may read and write them, as all may read: 0100644. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;

/** Bytes of which a share is deflated to see whether it pays. */
const SAMPLE = 64 * 1024;
const WORTH_DEFLATING = 0.9;
const LEVEL = 6;

/** Numbers in turn, each as so many bytes, little-endian. */
const pack = (...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer => {
  const packed = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) packed.writeBigUInt64LE(BigInt(value), at);
    else packed.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return packed;
};

interface Placed {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const localHeader = ({ name, method, crc, packed, size }: Omit<Placed, 'offset'>): Buffer =>
  Buffer.concat([
    pack([4, LOCAL], [2, VERSION], [2, UTF8_FLAG], [2, method], [2, 0], [2, DATE], [4, crc], [4, FULL32], [4, FULL32]),
    pack([2, name.length], [2, EXTRA64_BYTES]),
    name,
    pack([2, 1], [2, EXTRA64_BYTES - 4], [8, size], [8, packed]),
  ]);

const centralHeader = ({ name, method, crc, packed, size, offset }: Placed): Buffer => {
  const wide = [size, packed, offset].filter((value) => value >= FULL32);
  const extra =
    wide.length === 0 ? Buffer.alloc(0) : pack([2, 1], [2, wide.length * 8], ...wide.map((v) => [8, v] as const));
  return Buffer.concat([
    pack([4, CENTRAL], [2, (3 << 8) | VERSION], [2, VERSION], [2, UTF8_FLAG], [2, method], [2, 0], [2, DATE], [4, crc]),
    pack([4, Math.min(packed, FULL32)], [4, Math.min(size, FULL32)], [2, name.length], [2, extra.length], [2, 0]),
    pack([2, 0], [2, 0], [4, ATTRIBUTES], [4, Math.min(offset, FULL32)]),
    name,
    extra,
  ]);
};

const endOf = (count: number, size: number, offset: number): Buffer => {
  const isWide = count >= FULL16 || size >= FULL32 || offset >= FULL32;
  const wide = Buffer.concat([
    pack(
      [4, END64],
      [8, 44],
      [2, (3 << 8) | VERSION],
      [2, VERSION],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, size],
      [8, offset],
    ),
    pack([4, LOCATOR64], [4, 0], [8, offset + size], [4, 1]),
  ]);
  const [counted, sized, placed] = [Math.min(count, FULL16), Math.min(size, FULL32), Math.min(offset, FULL32)];
  const end = pack([4, END], [2, 0], [2, 0], [2, counted], [2, counted], [4, sized], [4, placed], [2, 0]);
  return isWide ? Buffer.concat([wide, end]) : end;
};

/** Small pieces put together: each is packed and written in turn, which costs more than what is in a line. */
async function* gathered(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    held.push(bytes);
    size += bytes.length;
    if (size < SAMPLE) continue;
    yield Buffer.concat(held, size);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held, size);
}

/** What is packed already does not get smaller: of bytes in memory a first part is tried. */
const isWorthDeflating = (content: ZipContent): boolean => {
  if (!(content instanceof Uint8Array)) return true;
  const sample = content.subarray(0, SAMPLE);
  return deflateSync(sample).length <= sample.length * WORTH_DEFLATING;
};

/**
 * Writes a ZIP file piece by piece, of any size, with any number of entries. The same entries give the same bytes, on every machine:
 * all carry one date, and what packs them is a library of ours, not the system's.
 */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #placed: Placed[] = [];
  #at = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await this.#file.write(bytes, 0, bytes.length, this.#at);
    this.#at += bytes.length;
  }

  /** @param isStored Whether it is put in as it is; by default what would not get much smaller. */
  async add(name: string, content: ZipContent, isStored: boolean = !isWorthDeflating(content)): Promise<ZipWritten> {
    const head = { name: Buffer.from(name), method: isStored ? STORED : DEFLATED };
    if (typeof content === 'string') return this.#addWhole(name, head, Buffer.from(content));
    return content instanceof Uint8Array ? this.#addWhole(name, head, content) : this.#addPieces(name, head, content);
  }

  async #addWhole(name: string, head: Pick<Placed, 'name' | 'method'>, bytes: Uint8Array): Promise<ZipWritten> {
    const packed = head.method === STORED ? bytes : deflateSync(bytes, { level: LEVEL });
    const sums = { crc: crc32(bytes), packed: packed.length, size: bytes.length };
    const placed = { ...head, ...sums, offset: this.#at };
    await this.#write(Buffer.concat([localHeader(placed), packed]));
    this.#placed.push(placed);
    return { name, sha256: sha256(bytes), bytes: bytes.length };
  }

  async #addPieces(
    name: string,
    head: Pick<Placed, 'name' | 'method'>,
    pieces: AsyncIterable<string | Uint8Array>,
  ): Promise<ZipWritten> {
    const offset = this.#at;
    await this.#write(localHeader({ ...head, crc: 0, packed: 0, size: 0 }));
    const start = this.#at;
    const hash = createHash('sha256');
    let [crc, size] = [0, 0];
    const out: Uint8Array[] = [];
    const deflate = head.method === STORED ? null : new Deflate({ level: LEVEL }, (piece) => void out.push(piece));
    const flush = async (): Promise<void> => {
      for (const piece of out.splice(0)) await this.#write(piece);
    };
    for await (const one of gathered(pieces)) {
      hash.update(one);
      crc = crc32(one, crc);
      size += one.length;
      if (deflate === null) out.push(one);
      else deflate.push(one);
      await flush();
    }
    deflate?.push(new Uint8Array(), true);
    await flush();
    const placed = { ...head, crc, packed: this.#at - start, size, offset };
    // Only now are sum and sizes known.
    const header = localHeader(placed);
    await this.#file.write(header, 0, header.length, offset);
    this.#placed.push(placed);
    return { name, sha256: hash.digest('hex'), bytes: size };
  }

  /** Writes the list of entries; nothing can be added any more. */
  async end(): Promise<void> {
    const offset = this.#at;
    for (const placed of this.#placed) await this.#write(centralHeader(placed));
    await this.#write(endOf(this.#placed.length, this.#at - offset, offset));
  }
}

/**
 * Writes a ZIP file as a whole: a process that is killed or a full disk leaves what was there before.
 *
 * @throws BackchannelError `write/failed`.
 */
export const writeZip = (path: string, fill: (zip: ZipWriter) => Promise<void>): Promise<void> =>
  putWhole(path, async (part) => {
    const file = await open(part, 'w');
    try {
      const zip = new ZipWriter(file);
      await fill(zip);
      await zip.end();
      await file.sync();
    } finally {
      await file.close();
    }
  });

import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { cannotRead, cutOff, foreign, isEmptyList, malformed } from './list-errors.ts';

/** A list file being read: its text in chunks, and how far the reading is. */
export interface OpenList {
  readonly file: string;
  readonly bytes: number;
  /** Bytes of the file taken so far. */
  readonly done: () => number;
  /** The first characters, for telling what it is. */
  readonly head: string;
  /** All of the text, the head included. Can be read once. */
  readonly texts: AsyncIterable<string>;
}

/** Characters that tell one format from another; the longest header of a known list has 1,300. */
const HEAD = 8192;
const CHUNK = 256 * 1024;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/** By a byte order mark, else by what an XML declaration says; UTF-8 by default. */
const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  return declared?.toLowerCase() ?? 'utf-8';
};

const decoderOf = (bytes: Uint8Array, file: string) => {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw malformed(file, 1, 'a known text encoding', encoding, cause);
  }
};

async function* decode(chunks: AsyncIterator<Uint8Array>, first: Uint8Array, file: string): AsyncGenerator<string> {
  const decoder = decoderOf(first, file);
  let lines = 1;
  const decodeOne = (bytes?: Uint8Array): string => {
    try {
      const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
      return text;
    } catch (cause) {
      throw malformed(file, lines, `text in ${decoder.encoding.toUpperCase()}`, 'other bytes', cause);
    }
  };
  yield decodeOne(first);
  for (;;) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    yield decodeOne(value);
  }
  yield decodeOne();
}

/** Piped, since a composed stream never ends where the data end early. */
const gunzipped = (chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => {
  const gunzip = createGunzip();
  // What fails is told to whoever reads.
  pipeline(Readable.from(chunks), gunzip).catch(() => undefined);
  return gunzip;
};

const isEndOfData = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'Z_BUF_ERROR' || error.code === 'Z_DATA_ERROR');

async function* unpacked(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (!isEndOfData(error)) throw cannotRead(file, error);
    throw cutOff(file, 1, 'a whole .gz file', `a damaged one (${(error as Error).message})`, error);
  }
}

/**
 * Opens a list file: unpacks it where it is gzipped, decodes it, looks at its first characters. Never more than a chunk is held.
 *
 * @throws BackchannelError `screen/cannot-read`, `screen/empty`, `screen/malformed` (not in its encoding), `screen/cut-off` (a .gz that
 *   ends early), `screen/unknown-format` (a .zip).
 */
export const openList = async (file: string): Promise<OpenList> => {
  let bytes: number;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new Error('a folder');
    bytes = stat.size;
  } catch (error) {
    throw cannotRead(file, error);
  }
  if (bytes === 0) throw isEmptyList(file, 'an empty file');
  let done = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK })) {
      done += (chunk as Uint8Array).length;
      yield chunk as Uint8Array;
    }
  }
  const magic = await firstBytes(file);
  if (isZip(magic)) throw foreign(file, 'a .zip file (unpack it first)');
  const stream: AsyncIterable<Uint8Array> = isGzip(magic) ? gunzipped(counted()) : counted();
  const chunks = unpacked(stream, file)[Symbol.asyncIterator]();
  const start = await chunks.next();
  const decoded = decode(chunks, start.done === true ? new Uint8Array() : start.value, file);
  let head = '';
  while (head.length < HEAD) {
    const { done: isOver, value } = await decoded.next();
    if (isOver === true) break;
    head += value;
  }
  if (head.trim() === '') throw isEmptyList(file, 'nothing but blanks');
  async function* texts(): AsyncGenerator<string> {
    yield head;
    yield* decoded;
  }
  return { file, bytes, done: () => done, head: head.slice(0, HEAD), texts: texts() };
};

const firstBytes = async (file: string): Promise<Uint8Array> => {
  try {
    for await (const chunk of createReadStream(file, { end: 3 })) return chunk as Uint8Array;
  } catch (error) {
    throw cannotRead(file, error);
  }
  return new Uint8Array();
};

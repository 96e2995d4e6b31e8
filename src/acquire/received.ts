import { createHash } from 'node:crypto';
import type { AcquireStep, Found } from '../model/index.ts';
import type { Files } from './files.ts';

/** Bytes that need not be in memory at once. */
export interface ByteSource {
  readonly size: number;
  /** Bytes from `start`, fewer where the source ends before. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/** Bytes that came in, from the disk or out of something else that came in, with what is known of them from outside. */
export interface Received {
  /** Where they are from. Inside of something: its path, `!/`, and the name there: `pile.zip!/notes/a.pdf`. */
  readonly path: string;
  readonly source: ByteSource;
  /** Media type that whoever handed them over gave: a mail, a server. Null when nobody did. */
  readonly declared: string | null;
  /** Facts that whoever handed them over tells: an address, a date. They come before what the bytes themselves say. */
  readonly known: readonly Found[];
  /** The way so far, outermost first. */
  readonly steps: readonly AcquireStep[];
  /** How many things these bytes are inside of. */
  readonly depth: number;
}

export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (start, length) => bytes.subarray(start, start + length),
});

/** @param size As the file system told it; what a file has grown by since is read all the same by who asks for it. */
export const fileSource = (files: Files, path: string, size: number): ByteSource => ({
  size,
  read: (start, length) => files.readAt(path, start, length),
});

/** Path of something inside of something else. Names are as given there: any text. */
export const pathInside = (path: string, name: string): string => `${path}!/${name}`;

/** A stretch of a source as a source of its own. */
export const windowOf = (source: ByteSource, from: number, size: number): ByteSource => ({
  size,
  read: (start, length) => source.read(from + start, Math.max(0, Math.min(length, size - start))),
});

const HASH_CHUNK = 4 * 1024 * 1024;

/** SHA-256 of all bytes of a source, in small letters, without holding them at once. */
export const hashOf = async (source: ByteSource): Promise<string> => {
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += HASH_CHUNK) {
    const chunk = await source.read(at, Math.min(HASH_CHUNK, source.size - at));
    if (chunk.length === 0) break;
    hash.update(chunk);
  }
  return hash.digest('hex');
};

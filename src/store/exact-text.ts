import { sha256 } from '../model/index.ts';

/** Text in a column: as text, or as UTF-16 bytes (little-endian) where text columns would change it. */
export type ExactText = string | Uint8Array;

/** With the flag `u` only a surrogate that stands alone is one. */
const HALF_PAIR = /\p{Surrogate}/u;

/**
 * Text for a column, such that it comes back with every code unit in its place.
 *
 * A text column ends at a NUL and cannot hold half a surrogate pair. Neither stands in honest reporting, but offsets
 * must hold for any text, so such a text is stored as the bytes of its code units.
 */
export const toColumn = (text: string): ExactText =>
  text.includes('\u0000') || HALF_PAIR.test(text) ? new Uint8Array(Buffer.from(text, 'utf16le')) : text;

export const fromColumn = (column: ExactText): string =>
  typeof column === 'string' ? column : Buffer.from(column).toString('utf16le');

/** SHA-256 of a text, such that two different texts have two hashes, which UTF-8 does not give for halves of pairs. */
export const hashText = (text: string): string =>
  sha256(HALF_PAIR.test(text) ? new Uint8Array(Buffer.from(text, 'utf16le')) : text);

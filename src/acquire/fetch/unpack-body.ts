import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { failure } from './fetch-failure.ts';

/** Up to here no ratio is looked at: a short page may pack well. As for archives. */
const FREE_BYTES = 1024 * 1024;

/** Two at most are ever seen; more are a trick. */
const MOST_CODINGS = 2;

const unpackerOf = (coding: string, packed: Uint8Array) => {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // Meant is zlib's wrapping, but some send the bare stream (RFC 9110, 8.4.1.2).
      return ((packed[0] ?? 0) & 0x0f) === 8 && (((packed[0] ?? 0) << 8) | (packed[1] ?? 0)) % 31 === 0
        ? createInflate()
        : createInflateRaw();
    default:
      throw failure.coding(coding);
  }
};

/**
 * Undoes what Content-Encoding names, the last one first.
 *
 * @throws FetchFailure `fetch/coding`, `fetch/damaged`, `fetch/unpacks-too-far`, `fetch/too-large`: never more than the limits is
 *   held.
 */
export const unpackBody = async (
  body: Uint8Array,
  contentEncoding: readonly string[],
  limits: { readonly bytes: number; readonly ratio: number },
): Promise<Uint8Array> => {
  const codings = contentEncoding
    .flatMap((value) => value.split(','))
    .map((value) => value.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MOST_CODINGS) throw failure.coding(codings.slice(0, 5).join(', '));
  let bytes = body;
  if (bytes.length === 0) return bytes;
  for (const coding of codings.reverse()) {
    const unpacker = unpackerOf(coding, bytes);
    const pieces: Uint8Array[] = [];
    let total = 0;
    try {
      for await (const piece of Readable.from([bytes], { objectMode: false }).pipe(unpacker)) {
        total += piece.length;
        if (total > limits.bytes) throw failure.tooLarge(limits.bytes, null);
        if (total > FREE_BYTES && total > body.length * limits.ratio) throw failure.bomb(limits.ratio);
        pieces.push(piece);
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && /^(?:Z_|ERR_|ERR__)/.test(String(error.code)))
        throw failure.packedWrong(coding, error);
      throw error;
    } finally {
      unpacker.destroy();
    }
    bytes = Buffer.concat(pieces, total);
  }
  return bytes;
};

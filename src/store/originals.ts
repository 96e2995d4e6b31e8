import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import { BackchannelError, sha256 } from '../model/index.ts';
import { fromColumn } from './exact-text.ts';
import type { Tables } from './tables.ts';

/** Bytes are kept deflated where that leaves at most this share of them; for less it is not worth the time to inflate them. */
const WORTH_DEFLATING = 0.9;

const ENCODER = new TextEncoder();

const originalRow = (hash: string, bytes: Uint8Array): Tables['originals'] => {
  const deflated = deflateRawSync(bytes);
  const isWorth = deflated.length <= bytes.length * WORTH_DEFLATING;
  const data = isWorth ? new Uint8Array(deflated) : bytes;
  return { sha256: hash, coding: isWorth ? 'deflate' : 'identity', bytes: bytes.length, data };
};

/** Keeps bytes, once. */
export const keepOriginal = async (db: Kysely<Tables>, bytes: Uint8Array): Promise<string> => {
  const hash = sha256(bytes);
  const known = await db.selectFrom('originals').select('sha256').where('sha256', '=', hash).executeTakeFirst();
  if (known === undefined) {
    const row = originalRow(hash, bytes);
    await db
      .insertInto('originals')
      .values(row)
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute();
  }
  return hash;
};

/** The bytes that a text was decoded from, where they are the text in UTF-8 and no more: null for all others. */
export const bytesOfText = (text: string, hash: string): Uint8Array | null => {
  const bytes = ENCODER.encode(text);
  return sha256(bytes) === hash ? bytes : null;
};

/** Null where the bytes are no longer those that were kept. */
const unpack = ({ sha256: hash, coding, bytes, data }: Tables['originals']): Uint8Array | null => {
  try {
    const found = coding === 'deflate' ? inflateRawSync(data, { maxOutputLength: Math.max(1, bytes) }) : data;
    return sha256(found) === hash ? new Uint8Array(found.buffer, found.byteOffset, found.byteLength) : null;
  } catch {
    return null;
  }
};

/**
 * Bytes with this hash: those that were kept, or the text of a document that is no more than its bytes decoded.
 *
 * @returns Null when there are none.
 * @throws BackchannelError `store/original-changed` when what is kept are not these bytes.
 */
export const findOriginal = async (
  db: Kysely<Tables>,
  hash: string,
  has: { readonly originals: boolean; readonly place: string },
): Promise<Uint8Array | null> => {
  const row = has.originals
    ? await db.selectFrom('originals').selectAll().where('sha256', '=', hash).executeTakeFirst()
    : undefined;
  if (row === undefined) {
    const document = await db.selectFrom('documents').select('text').where('sha256', '=', hash).executeTakeFirst();
    return document === undefined ? null : bytesOfText(fromColumn(document.text), hash);
  }
  const bytes = unpack(row);
  if (bytes !== null) return bytes;
  throw new BackchannelError('store/original-changed', `Expected an original with SHA-256 ${hash}, found it changed.`, {
    place: has.place,
    next: `Find out what has become of the file: backchannel verify ${has.place}`,
  });
};

/** Whether what is kept under a hash still has it. */
export const isOriginalWhole = async (db: Kysely<Tables>, hash: string): Promise<boolean> => {
  const row = await db.selectFrom('originals').selectAll().where('sha256', '=', hash).executeTakeFirst();
  return row !== undefined && unpack(row) !== null;
};

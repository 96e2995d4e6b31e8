import iconv from 'iconv-lite';
import { type Decoded, decodeText } from './decode-text.ts';

/** What says no more than "letters": programs that know nothing of encodings write these. */
const SAYS_NOTHING = /^(?:|us-ascii|ascii|ansi_x3\.4-1968|utf-?8|unknown(?:-8bit)?|x-unknown|default|binary|8bit)$/;

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** The encoding that browsers take a label for (`latin1` is windows-1252); null for labels they do not know. */
const labelled = (name: string): string | null => {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
};

/**
 * Decodes text whose encoding was declared beside it, as mails and servers do. A declaration that says nothing, names no known
 * encoding, or contradicts bytes that are well-formed UTF-8 is passed over, and the bytes themselves decide; see {@link decodeText}.
 */
export const decodeDeclared = (bytes: Uint8Array, declared: string | null): Decoded => {
  const name = (declared ?? '').trim().toLowerCase();
  if (SAYS_NOTHING.test(name)) return decodeText(bytes);
  // Bytes over 127 that happen to be well-formed UTF-8 are UTF-8: the chance that another encoding looks so is tiny.
  if (!/^utf-?(?:16|32|7)/.test(name) && !isAscii(bytes) && isUtf8(bytes)) return decodeText(bytes);
  const known = labelled(name) ?? name;
  if (iconv.encodingExists(known)) return { text: iconv.decode(Buffer.from(bytes), known), encoding: known };
  return labelled(name) === null ? decodeText(bytes) : { text: new TextDecoder(known).decode(bytes), encoding: known };
};

import { startsWith } from '../format.ts';

export const BLOCK = 512;

/** What a block before a file in a TAR archive says of it. */
export interface TarHeader {
  readonly name: string;
  /** Bytes that follow, without what fills the last block. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly modified: number | null;
  /** One character: `0` a file, `5` a folder, `2` a symbolic link, `x` and `L` more about the next, ... */
  readonly type: string;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Text up to the first zero byte: UTF-8, else Latin-1. */
export const tarText = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  const stated = end < 0 ? bytes : bytes.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(stated);
  } catch {
    return latin(stated);
  }
};

/** A number in octal digits, or, where the first bit is set, in binary (GNU). Null for what is neither. */
const numberAt = (block: Uint8Array, at: number, length: number): number | null => {
  const first = block[at] ?? 0;
  if ((first & 0x80) !== 0) {
    let value = first & 0x7f;
    for (let i = at + 1; i < at + length; i++) value = value * 256 + (block[i] ?? 0);
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = /^\s*([0-7]*)[\s\0]*$/.exec(latin(block.subarray(at, at + length)))?.[1];
  return digits === undefined ? null : digits === '' ? 0 : Number.parseInt(digits, 8);
};

const CHECKSUM_AT = 148;

/** The checksum counts its own eight bytes as spaces. Some old programs add the bytes with their sign. */
const hasChecksum = (block: Uint8Array): boolean => {
  const stated = numberAt(block, CHECKSUM_AT, 8);
  let plain = 0;
  let signed = 0;
  for (let i = 0; i < BLOCK; i++) {
    const byte = i >= CHECKSUM_AT && i < CHECKSUM_AT + 8 ? 0x20 : (block[i] ?? 0);
    plain += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return stated !== null && stated > 0 && (stated === plain || stated === signed);
};

/** Whether bytes start with the header of a TAR archive. */
export const isTar = (head: Uint8Array): boolean => head.length >= BLOCK && head[0] !== 0 && hasChecksum(head);

export const isZeroBlock = (block: Uint8Array): boolean => block.every((byte) => byte === 0);

/** @throws Error when the block is no header. */
export const readTarHeader = (block: Uint8Array): TarHeader => {
  if (!hasChecksum(block)) throw new Error('a header has a wrong checksum');
  const size = numberAt(block, 124, 12);
  if (size === null) throw new Error('a header states no size');
  const short = tarText(block.subarray(0, 100));
  const isPosix = startsWith(block, 'ustar\0', 257);
  const prefix = isPosix ? tarText(block.subarray(345, 500)) : '';
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === '' ? short : `${prefix}/${short}`,
    size,
    modified: numberAt(block, 136, 12),
    // Before POSIX a folder was a file whose name ends in a slash.
    type: type === '\0' ? (short.endsWith('/') ? '5' : '0') : type === '7' ? '0' : type,
  };
};

/** Records `LENGTH KEY=VALUE\n` of an extended header (POSIX.1-2001, pax). What is malformed ends them. */
export const readPax = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const digits = /^(\d{1,9}) /.exec(latin(bytes.subarray(at, at + 10)))?.[1];
    const length = Number(digits ?? 0);
    if (digits === undefined || length <= digits.length + 1 || at + length > bytes.length) break;
    const record = Buffer.from(bytes.subarray(at + digits.length + 1, at + length - 1)).toString('utf8');
    const sign = record.indexOf('=');
    if (sign > 0) records.set(record.slice(0, sign), record.slice(sign + 1));
    at += length;
  }
  return records;
};

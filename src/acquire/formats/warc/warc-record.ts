import type { ByteStream } from '../archive/byte-stream.ts';

/** Field names in small letters; of those that repeat the first counts. */
export type Fields = ReadonlyMap<string, string>;

/** What stands before the bytes of a record (ISO 28500). */
export interface RecordHead {
  readonly type: string;
  /** Bytes that follow. */
  readonly length: number;
  readonly fields: Fields;
}

/** Longer heads are none: real ones have some hundred bytes. */
const MAX_HEAD = 64 * 1024;

/** Reads `Name: value` lines; a line that starts with white space goes on with the one before. */
export const readFields = (lines: readonly string[]): Fields => {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const before = last === null ? undefined : fields.get(last);
    if (/^[ \t]/.test(line)) {
      if (last !== null && before !== undefined) fields.set(last, `${before} ${line.trim()}`);
    } else if (colon > 0) {
      const name = line.slice(0, colon).trim().toLowerCase();
      last = fields.has(name) ? null : name;
      if (last !== null) fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return fields;
};

/** Where an empty line ends a head: the offset behind it; -1 when none does. */
export const endOfHead = (bytes: Uint8Array): number => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [unix, dos] = [text.indexOf('\n\n'), text.indexOf('\r\n\r\n')];
  if (dos >= 0 && (unix < 0 || dos < unix)) return dos + 4;
  return unix < 0 ? -1 : unix + 2;
};

/** Passes over the line ends between records. */
const skipLineEnds = async (stream: ByteStream): Promise<void> => {
  for (;;) {
    const next = await stream.peek(256);
    let count = 0;
    while (count < next.length && (next[count] === 10 || next[count] === 13)) count++;
    if (count === 0) return;
    await stream.skip(count);
  }
};

/**
 * The head of the next record; null at the end of the file.
 *
 * @throws Error where no record begins, or one that does not state its length.
 */
export const nextHead = async (stream: ByteStream): Promise<RecordHead | null> => {
  await skipLineEnds(stream);
  let bytes = await stream.peek(4096);
  if (bytes.length === 0) return null;
  let end = endOfHead(bytes);
  if (end < 0) {
    bytes = await stream.peek(MAX_HEAD);
    end = endOfHead(bytes);
  }
  const lines = Buffer.from(bytes.subarray(0, Math.max(0, end)))
    .toString('utf8')
    .split(/\r?\n/);
  if (!/^WARC\/[01]\.\d+$/.test(lines[0]?.trim() ?? '')) throw new Error('a record does not begin where it should');
  const fields = readFields(lines.slice(1));
  const length = fields.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) throw new Error('a record states no length');
  await stream.skip(end);
  return { type: fields.get('warc-type')?.toLowerCase() ?? '', length: Number(length), fields };
};

import { unpackBody } from '../../fetch/unpack-body.ts';
import { endOfHead, type Fields, readFields } from './warc-record.ts';

/** A response of a server as it was captured. */
export interface HttpResponse {
  readonly status: number;
  readonly fields: Fields;
  /** The body as it was sent. */
  readonly sent: Uint8Array;
}

/** Null where the bytes are no response. */
export const readResponse = (block: Uint8Array): HttpResponse | null => {
  const end = endOfHead(block.subarray(0, 256 * 1024));
  if (end < 0) return null;
  const [first = '', ...lines] = Buffer.from(block.subarray(0, end)).toString('latin1').split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(first)?.[1];
  return status === undefined ? null : { status: Number(status), fields: readFields(lines), sent: block.subarray(end) };
};

/** Undoes the chunks in which a body was sent. Programs that had undone them when they wrote the capture left the field as it was. */
export const withoutChunks = ({ fields, sent }: HttpResponse): Uint8Array => {
  if (!/\bchunked\b/i.test(fields.get('transfer-encoding') ?? '')) return sent;
  const chunks: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const line = Buffer.from(sent.subarray(at, at + 64)).toString('latin1');
    const [head, digits] = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i.exec(line) ?? [];
    if (head === undefined || digits === undefined) {
      if (at === 0) return sent;
      throw new Error('a chunk does not state its length');
    }
    const length = Number.parseInt(digits, 16);
    if (length === 0) return Buffer.concat(chunks);
    const start = at + head.length;
    if (start + length > sent.length) throw new Error('it ends in the middle of a chunk');
    chunks.push(sent.subarray(start, start + length));
    at = start + length;
    if (sent[at] === 13) at++;
    if (sent[at] === 10) at++;
  }
};

/**
 * The body as its author wrote it.
 *
 * @throws Error where it cannot be unpacked, or unpacks to more than may be taken.
 */
export const plainBody = async (
  response: HttpResponse,
  unchunked: Uint8Array,
  limits: { readonly bytes: number; readonly ratio: number },
): Promise<Uint8Array> => {
  const coding = response.fields.get('content-encoding');
  if (coding === undefined) return unchunked;
  // Some programs unpack and leave the field as it was.
  const isUnpacked = /gzip/i.test(coding) && !(unchunked[0] === 0x1f && unchunked[1] === 0x8b);
  return isUnpacked ? unchunked : unpackBody(unchunked, [coding], limits);
};

import { BackchannelError, type Found } from '../../../model/index.ts';
import { readEnding } from '../../media-type.ts';
import { pathInside, type Received, sourceOf } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import { edtfFromStamp } from '../../stated-date.ts';
import type { ByteStream } from '../archive/byte-stream.ts';
import { HARMFUL } from '../archive/entry-name.ts';
import { givePiece, heldBytes } from '../archive/give-entry.ts';
import type { FormatWork, Piece } from '../format.ts';
import { hasDigest } from './digest.ts';
import { plainBody, readResponse, withoutChunks } from './http-response.ts';
import { nextHead, type RecordHead } from './warc-record.ts';

/** Which addresses are pages, where a list of them came with the captures. */
export interface PageList {
  has(url: string): boolean;
  /** An address that a page has moved to is a page too. */
  moved(from: string, to: string): void;
  found(url: string): void;
}

/** Bytes unpacked for each byte packed, from the first megabyte on; as for archives. */
const RATIO = 200;

/** What pages are made of, and is no document by itself. */
const SUBRESOURCE = /^(?:image|video|audio|font)\/|css|javascript|ecmascript|json|wasm|x-font|mpegurl|dash\+xml/i;
const UNTOLD = /^(?:application\/(?:octet-stream|x-unknown|force-download)|binary\/octet-stream|unk)?$/i;
/** Starts of what is a document whatever a server calls it: PDF, ZIP, a page. */
const DOCUMENT_START = /^(?:%PDF-|PK|\s*<(?:!doctype html|html)[\s>])/i;

/** An address as the name of a capture: readable, and with an ending that does not speak against its type. */
const nameOf = (url: string, type: string): string => {
  const name = url.replace(HARMFUL, '').slice(0, 1000);
  const isMisleading =
    /^(?:text\/html|application\/xhtml\+xml)$/.test(type) && !/open|text/.test(readEnding(name).kind);
  return isMisleading ? `${name}#.html` : name;
};

const typeOf = (fields: ReadonlyMap<string, string>): string =>
  (fields.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const mayBeDocument = (type: string, body: Uint8Array): boolean =>
  UNTOLD.test(type)
    ? DOCUMENT_START.test(Buffer.from(body.subarray(0, 512)).toString('latin1'))
    : !SUBRESOURCE.test(type);

const factsOf = (url: string, lastModified: string | undefined): readonly Found[] => {
  const modified = lastModified === undefined ? null : edtfFromStamp(new Date(lastModified).toJSON() ?? '');
  return [
    { field: 'url', value: url, by: 'response', span: null },
    ...(modified === null ? [] : [{ field: 'modified', value: modified, by: 'response', span: null } as const]),
  ];
};

const wrongDigest = (stated: string): Error =>
  new BackchannelError(
    'acquire/altered',
    `Expected the bytes whose digest the capture states (${stated.slice(0, 120)}), found others: the capture was damaged or altered.`,
    { next: 'Get the web archive again from who made it.' },
  );

interface Taken {
  readonly body: Uint8Array;
  readonly type: string;
  readonly lastModified: string | undefined;
}

/** What a record holds as bytes of a document; null for what is none. */
const takeRecord = async (
  { type, fields }: RecordHead,
  block: Uint8Array,
  url: string,
  work: FormatWork,
  pages: PageList | null,
): Promise<Taken | null> => {
  const blockDigest = fields.get('warc-block-digest');
  const payloadDigest = fields.get('warc-payload-digest');
  const checkBlock = (): void => {
    if (blockDigest !== undefined && hasDigest(blockDigest, [block]) === false) throw wrongDigest(blockDigest);
  };
  if (type === 'resource') {
    if (!mayBeDocument(typeOf(fields), block)) return null;
    checkBlock();
    if (payloadDigest !== undefined && hasDigest(payloadDigest, [block]) === false) throw wrongDigest(payloadDigest);
    return { body: block, type: typeOf(fields), lastModified: undefined };
  }
  const response = readResponse(block);
  if (response === null) throw new Error('it holds no response of a server');
  const moved = response.fields.get('location');
  if (response.status >= 300 && response.status < 400 && moved !== undefined && URL.canParse(moved, url))
    pages?.moved(url, new URL(moved, url).href);
  if (response.status !== 200) return null;
  const kind = typeOf(response.fields);
  if (!UNTOLD.test(kind) && SUBRESOURCE.test(kind)) return null;
  checkBlock();
  const unchunked = withoutChunks(response);
  const limits = { bytes: work.limitBytes * 5, ratio: RATIO };
  const body = await plainBody(response, unchunked, limits);
  if (body !== unchunked) work.budget.takeBytes(body.length);
  // Programs differ in what they count as the payload: as it was sent, without its chunks, or unpacked.
  if (payloadDigest !== undefined && hasDigest(payloadDigest, [response.sent, unchunked, body]) === false)
    throw wrongDigest(payloadDigest);
  return mayBeDocument(kind, body) ? { body, type: kind, lastModified: response.fields.get('last-modified') } : null;
};

/**
 * The documents among the captures of a web archive, in their order.
 *
 * @param hash Of the bytes that the captures came in.
 * @param pages Takes only these when there is a list.
 */
export async function* readCaptures(
  stream: ByteStream,
  received: Received,
  work: FormatWork,
  hash: string,
  pages: PageList | null = null,
): AsyncGenerator<Piece> {
  const names = new Map<string, number>();
  const digests = new Set<string>();
  const limit = Math.min(work.limitBytes * 5, heldBytes(received.depth));
  for (let head = await nextHead(stream); head; head = await nextHead(stream)) {
    const { type, length, fields } = head;
    const url = (fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
    const digest = fields.get('warc-payload-digest');
    const isWanted = /^(?:response|resource|revisit)$/.test(type) && /^https?:/i.test(url) && pages?.has(url) !== false;
    const isOfPage = isWanted && (type !== 'revisit' || digest === undefined || !digests.has(digest));
    const path = pathInside(received.path, nameOf(url, ''));
    if (!isOfPage || length > limit) {
      if (isOfPage) yield { kind: 'refused', refusal: refuse.tooLarge(path, length, limit) };
      if (isWanted) pages?.found(url);
      if ((await stream.skip(length)) < length) throw new Error('it ends in the middle of a record');
      continue;
    }
    const block = Uint8Array.from(await stream.take(length));
    if (block.length < length) throw new Error('it ends in the middle of a record');
    if (type === 'revisit') {
      const kind = typeOf(readResponse(block)?.fields ?? new Map());
      pages?.found(url);
      if (!SUBRESOURCE.test(kind)) yield { kind: 'refused', refusal: refuse.onlyNoted(path) };
      continue;
    }
    let taken: Taken | null;
    try {
      if (fields.has('warc-segment-number')) throw new Error('it is cut into segments, which are not joined here');
      taken = await takeRecord(head, block, url, work, pages);
    } catch (error) {
      if (work.budget.isSpent) throw error;
      pages?.found(url);
      const refusal = error instanceof BackchannelError ? refuse.told(path, error) : refuse.damagedEntry(path, error);
      yield { kind: 'refused', refusal };
      continue;
    }
    if (taken === null) continue;
    pages?.found(url);
    if (digest !== undefined) digests.add(digest);
    const name = nameOf(url, taken.type);
    const nth = (names.get(name) ?? 0) + 1;
    names.set(name, nth);
    const when = fields.get('warc-date');
    const step = {
      by: 'backchannel',
      what: `taken from WARC, captured of ${url}${when === undefined ? '' : ` at ${when}`}`,
      of: hash,
    };
    const piece = givePiece(
      received,
      nth === 1 ? name : `${name} (${nth})`,
      sourceOf(taken.body),
      step,
      factsOf(url, taken.lastModified),
    );
    yield piece.kind === 'inside' && taken.type !== ''
      ? { ...piece, received: { ...piece.received, declared: taken.type } }
      : piece;
  }
}

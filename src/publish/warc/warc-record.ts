import { type Capture, type Redirect, sha256 } from '../../model/index.ts';

/** A record of a WARC file (ISO 28500:2017, version 1.1), before it is packed. */
export interface WarcRecord {
  readonly type: 'warcinfo' | 'request' | 'response' | 'revisit';
  /** Null for `warcinfo`. */
  readonly url: string | null;
  readonly at: string;
  readonly block: Uint8Array;
  readonly headers: readonly (readonly [string, string])[];
}

const LINE = '\r\n';

/** `sha256:` and the hash in hexadecimal digits, as most write it. */
const digestOf = (hash: string): string => `sha256:${hash}`;

/** An id that the same content has each time: a UUID of version 8 (RFC 9562, 5.8) made of a hash. */
const recordId = (...parts: readonly string[]): string => {
  const hash = sha256(JSON.stringify(parts));
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  const uuid = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `<urn:uuid:${uuid.join('-')}>`;
};

/** Headers as octets: each character was one as it came in. */
const headBytes = (first: string, headers: readonly (readonly [string, string])[]): Uint8Array =>
  Buffer.from(`${[first, ...headers.map(([name, value]) => `${name}: ${value}`)].join(LINE)}${LINE}${LINE}`, 'latin1');

/** The body is kept out of its chunks: what said that it comes in chunks would mislead whoever reads it. */
const asKept = (headers: Capture['headers']): Capture['headers'] =>
  headers.map(([name, value]) =>
    name.toLowerCase() === 'transfer-encoding'
      ? ([`X-Archive-Orig-${name}`, value] as const)
      : ([name, value] as const),
  );

/** One exchange: what was asked, and what came back. */
type Exchange = Pick<Redirect, 'url' | 'at' | 'status' | 'statusText' | 'requestHeaders' | 'headers' | 'address'>;

const requestOf = (id: string, { url, at, requestHeaders, address }: Exchange, concurrent: string): WarcRecord => {
  const { pathname, search } = new URL(url);
  return {
    type: 'request',
    url,
    at,
    block: headBytes(`GET ${pathname}${search} HTTP/1.1`, requestHeaders),
    headers: [
      ['WARC-Record-ID', recordId(id, url, 'request')],
      ['WARC-Concurrent-To', concurrent],
      ...ipOf(address),
      ['Content-Type', 'application/http; msgtype=request'],
    ],
  };
};

const ipOf = (address: string | null): WarcRecord['headers'] =>
  address === null ? [] : [['WARC-IP-Address', address]];

const statusLine = ({ status, statusText }: Exchange): string => `HTTP/1.1 ${status} ${statusText}`;

/** A redirect and its request; its body was not kept. */
export const redirectRecords = (capture: Capture, redirect: Redirect): readonly WarcRecord[] => {
  const id = recordId(capture.id, redirect.url, 'response');
  const response: WarcRecord = {
    type: 'response',
    url: redirect.url,
    at: redirect.at,
    block: headBytes(statusLine(redirect), asKept(redirect.headers)),
    headers: [
      ['WARC-Record-ID', id],
      ...ipOf(redirect.address),
      ['WARC-Truncated', 'unspecified'],
      ['WARC-Payload-Digest', digestOf(sha256(''))],
      ['Content-Type', 'application/http; msgtype=response'],
    ],
  };
  return [response, requestOf(capture.id, redirect, id)];
};

/** A whole answer and its request. */
export const responseRecords = (capture: Capture, body: Uint8Array): readonly WarcRecord[] => {
  const exchange = { ...capture, url: capture.finalUrl };
  const id = recordId(capture.id, 'response');
  const response: WarcRecord = {
    type: 'response',
    url: capture.finalUrl,
    at: capture.at,
    block: Buffer.concat([headBytes(statusLine(exchange), asKept(capture.headers)), body]),
    headers: [
      ['WARC-Record-ID', id],
      ...ipOf(capture.address),
      ...(capture.truncated === null ? [] : ([['WARC-Truncated', capture.truncated]] as const)),
      ['WARC-Payload-Digest', digestOf(capture.sha256)],
      ['Content-Type', 'application/http; msgtype=response'],
    ],
  };
  return [response, requestOf(capture.id, exchange, id)];
};

/**
 * An answer that brought nothing new, and its request.
 *
 * @param before The answer that it is the same as.
 */
export const revisitRecords = (capture: Capture, before: Capture): readonly WarcRecord[] => {
  const exchange = { ...capture, url: capture.finalUrl };
  const id = recordId(capture.id, 'revisit');
  const profile = capture.status === 304 ? 'server-not-modified' : 'identical-payload-digest';
  const revisit: WarcRecord = {
    type: 'revisit',
    url: capture.finalUrl,
    at: capture.at,
    block: headBytes(statusLine(exchange), asKept(capture.headers)),
    headers: [
      ['WARC-Record-ID', id],
      ...ipOf(capture.address),
      ['WARC-Profile', `http://netpreserve.org/warc/1.1/revisit/${profile}`],
      ['WARC-Refers-To', recordId(before.id, 'response')],
      ['WARC-Refers-To-Target-URI', before.finalUrl],
      ['WARC-Refers-To-Date', before.at],
      ['WARC-Payload-Digest', digestOf(before.sha256)],
      ['Content-Type', 'application/http; msgtype=response'],
    ],
  };
  return [revisit, requestOf(capture.id, exchange, id)];
};

/** The record that a file begins with: what wrote it. */
export const infoRecord = (software: string, at: string): WarcRecord => {
  const lines = [
    ['software', software],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
  ];
  const block = Buffer.from(lines.map(([name, value]) => `${name}: ${value}${LINE}`).join(''));
  return {
    type: 'warcinfo',
    url: null,
    at,
    block,
    headers: [
      ['WARC-Record-ID', recordId('warcinfo', software, at)],
      ['Content-Type', 'application/warc-fields'],
    ],
  };
};

/** The octets of a record, as they are packed. */
export const warcBytes = ({ type, url, at, block, headers }: WarcRecord): Uint8Array => {
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    ...(url === null ? [] : [`WARC-Target-URI: ${url}`]),
    `WARC-Date: ${at}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `WARC-Block-Digest: ${digestOf(sha256(block))}`,
    `Content-Length: ${block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join(LINE)}${LINE}${LINE}`), block, Buffer.from(LINE + LINE)]);
};

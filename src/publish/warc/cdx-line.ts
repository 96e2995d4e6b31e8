import { type Capture, headerValues } from '../../model/index.ts';

/**
 * An address as indexes are sorted by (SURT): host backwards, small letters, arguments in order.
 *
 * @see https://specs.webrecorder.net/cdxj/0.1.0/
 */
export const sortKey = (url: string): string => {
  const { hostname, port, pathname, search } = new URL(url.replace(/^(https?:\/\/)www\d*\./i, '$1').toLowerCase());
  const host = /^[\d.]+$|^\[/.test(hostname) ? hostname : hostname.split('.').reverse().join(',');
  const query = search === '' ? '' : `?${search.slice(1).split('&').sort().join('&')}`;
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${query}`;
};

/** A moment as fourteen digits. */
const digitsOf = (at: string): string => at.replace(/\D/g, '').slice(0, 14);

/** Where a record stands in a WARC file. */
export interface RecordPlace {
  readonly filename: string;
  /** Of its packed form, from the start of the file. */
  readonly offset: number;
  readonly length: number;
}

/** What is told of a record in an index; `mime` is `warc/revisit` for one that brings no content of its own. */
export interface Indexed {
  readonly url: string;
  readonly at: string;
  readonly status: number;
  readonly mime: string;
  /** Of the body as kept. */
  readonly sha256: string;
}

export const mimeOf = (capture: Pick<Capture, 'headers'>): string =>
  headerValues(capture, 'content-type')[0]?.split(';', 1)[0]?.trim().toLowerCase() || 'application/octet-stream';

/** A line of an index in CDXJ, without its end. */
export const cdxLine = (
  { url, at, status, mime, sha256 }: Indexed,
  { filename, offset, length }: RecordPlace,
): string => {
  const told = { url, mime, status: String(status), digest: `sha256:${sha256}`, length, offset, filename };
  return `${sortKey(url)} ${digitsOf(at)} ${JSON.stringify(told)}`;
};

import { createRequire } from 'node:module';
import { type Capture, type Found, headerValues } from '../../model/index.ts';
import { type Received, sourceOf } from '../received.ts';
import { edtfFromStamp } from '../stated-date.ts';
import type { Fetched } from './fetcher.ts';

/** A page that was asked for, on its way into a case. */
export interface FetchedPage {
  /** As named, normalised. */
  readonly url: string;
  readonly fetched: Fetched;
  /** What whoever named it knows of it: a feed its title and date. */
  readonly known: readonly Found[];
}

const client = `undici ${(createRequire(import.meta.url)('undici/package.json') as { readonly version: string }).version}`;

/** Where an answer came from, in words: the address, those that led to it, and whether the way could be read and changed by others. */
export const describeFetched = ({ url, finalUrl, redirects }: Capture): string => {
  const over =
    redirects.length === 0 ? '' : ` over ${redirects.length} ${redirects.length === 1 ? 'redirect' : 'redirects'}`;
  const from = finalUrl === url ? '' : ` from ${finalUrl}`;
  const isLess = url.startsWith('https:') && finalUrl.startsWith('http:');
  return `fetched ${url}${from}${over}${isLess ? ', which led from https to http' : ''}`;
};

const factsOf = (capture: Capture): readonly Found[] => {
  const [modified] = headerValues(capture, 'last-modified');
  const date = modified === undefined ? null : edtfFromStamp(modified);
  return [
    { field: 'url', value: capture.finalUrl, by: 'response', span: null },
    ...(date === null ? [] : [{ field: 'modified', value: date, by: 'response', span: null } as const]),
  ];
};

/** A captured page as bytes that came in, under the address by which it was named. */
export const receivedPage = (
  { capture, bytes }: Extract<Fetched, { readonly kind: 'captured' }>,
  known: readonly Found[],
): Received => ({
  path: capture.url,
  source: sourceOf(bytes),
  declared: headerValues(capture, 'content-type')[0] ?? null,
  known: [...known, ...factsOf(capture)],
  steps: [{ by: client, what: describeFetched(capture), of: capture.contentSha256 }],
  depth: 0,
});

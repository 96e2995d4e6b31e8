import { z } from 'zod';
import { contentId } from './ids.ts';

const Header = z.tuple([z.string(), z.string()]).readonly();

/** One answer of a server that led elsewhere. */
export const Redirect = z
  .object({
    url: z.string().describe('What was asked for'),
    at: z.string().describe('When the answer began to come: an instant in UTC'),
    status: z.int(),
    statusText: z.string(),
    location: z.string().describe('As the server gave it: may be relative'),
    requestHeaders: z.array(Header).readonly().describe('As sent'),
    headers: z.array(Header).readonly().describe('In their order, repeated ones repeated; the body is not kept'),
    address: z.string().nullable(),
  })
  .readonly();
export type Redirect = z.infer<typeof Redirect>;

/**
 * What a server answered at one moment, as it was received. A capture is never changed: a page that is fetched again is another
 * capture. The body itself is kept apart, under its hash.
 */
export const Capture = z
  .object({
    id: z.string().describe('From all that it says'),
    url: z.string().describe('As named by the user, normalised, without its fragment'),
    finalUrl: z.string().describe('Where the answer came from, after redirects'),
    at: z.string().describe('When the answer began to come: an instant in UTC'),
    method: z.literal('GET'),
    status: z.int(),
    statusText: z.string(),
    requestHeaders: z.array(Header).readonly().describe('Of the last request, as sent'),
    headers: z.array(Header).readonly().describe('Of the last answer, in their order, repeated ones repeated'),
    redirects: z.array(Redirect).readonly().describe('Those before the last answer, first to last'),
    address: z.string().nullable().describe('IP address that the last answer came from'),
    sha256: z
      .string()
      .length(64)
      .describe('Of the body as received: out of its chunks, still packed as Content-Encoding says'),
    bytes: z.int().describe('Size of the body as received'),
    contentSha256: z.string().length(64).describe('Of the body unpacked: for a page the SHA-256 of its document'),
    truncated: z
      .enum(['length'])
      .nullable()
      .describe(
        'What is kept of the body is only its beginning; null when it is whole. Only answers without content are cut',
      ),
  })
  .readonly();
export type Capture = z.infer<typeof Capture>;

/** The id must not depend on the order in which fields were written. */
const inOrder = (one: Redirect): readonly unknown[] => [
  one.url,
  one.at,
  one.status,
  one.statusText,
  one.location,
  one.requestHeaders,
  one.headers,
  one.address,
];

const idOf = (said: Omit<Capture, 'id'>): string =>
  contentId(
    'capture',
    said.url,
    said.finalUrl,
    said.at,
    said.method,
    said.status,
    said.statusText,
    JSON.stringify([said.requestHeaders, said.headers, said.redirects.map(inOrder)]),
    said.address,
    said.sha256,
    said.bytes,
    said.contentSha256,
    said.truncated,
  );

/** Gives a capture its id. */
export const makeCapture = (said: Omit<Capture, 'id'>): Capture => ({ id: idOf(said), ...said });

/** Whether a capture says what it said when its id was made. */
export const isAsCaptured = (capture: Capture): boolean => idOf(capture) === capture.id;

/** The values of a header of the answer, in their order; names are compared without case. */
export const headerValues = (capture: Pick<Capture, 'headers'>, name: string): readonly string[] => {
  const wanted = name.toLowerCase();
  return capture.headers.flatMap(([one, value]) => (one.toLowerCase() === wanted ? [value] : []));
};

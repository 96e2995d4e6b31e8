import { BackchannelError } from '../../model/index.ts';

/** Why an address was not fetched. */
export class FetchFailure extends BackchannelError {
  /** Whether asking again some time later may help. */
  readonly mayPass: boolean;
  /** When the host itself said to come again, in milliseconds since 1970; null when it did not. */
  readonly until: number | null;

  constructor(
    code: string,
    message: string,
    details: {
      readonly next: string;
      readonly mayPass?: boolean;
      readonly until?: number | null;
      readonly cause?: unknown;
    },
  ) {
    super(code, message, details);
    this.mayPass = details.mayPass === true;
    this.until = details.until ?? null;
  }
}

const size = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.round((bytes / 1024 ** 2) * 10) / 10} MB` : `${bytes.toLocaleString('en')} bytes`;

const AGAIN = { next: 'Try again later.', mayPass: true } as const;

/** What to do about a host that says when to come again. */
const after = (
  until: number | null,
): { readonly next: string; readonly mayPass: true; readonly until: number | null } => {
  if (until === null) return { ...AGAIN, until };
  const when = new Date(until).toISOString().slice(0, 16).replace('T', ' ');
  return { next: `Try again after ${when} UTC.`, mayPass: true, until };
};

const SAVE = { next: 'Save the page from your browser and read the file.' } as const;

/** Every way in which a fetch fails: one stable code and one sentence each. */
export const failure = {
  url: (what: string, next: string) =>
    new FetchFailure('fetch/bad-url', `Expected a web address, found ${what}.`, { next }),
  port: (port: string) =>
    new FetchFailure('fetch/port', `Expected a redirect to port 80 or 443, found one to port ${port}.`, {
      next: 'Name that address yourself if you know what it is.',
    }),
  scheme: (scheme: string) =>
    new FetchFailure('fetch/redirect-elsewhere', `Expected a redirect to a web page, found one to ${scheme}`, SAVE),
  notPublic: (host: string, address: string) =>
    new FetchFailure(
      'fetch/not-public',
      address === host
        ? `Expected a host on the public internet, found ${address}, which is an address of this machine or of a network of its own.`
        : `Expected a host on the public internet, found that ${host} leads to ${address}, an address of this machine or of a network of its own.`,
      SAVE,
    ),
  redirects: (most: number) =>
    new FetchFailure(
      'fetch/redirects',
      `Expected at most ${most} redirects, found more: they may go round in a circle.`,
      SAVE,
    ),
  redirectBroken: (status: number, location: string | null) =>
    new FetchFailure(
      'fetch/bad-redirect',
      `Expected the address that status ${status} leads to, found ${location === null ? 'none' : `"${location.slice(0, 100)}"`}.`,
      SAVE,
    ),
  noHost: (host: string, cause: unknown) =>
    new FetchFailure('fetch/no-such-host', `Expected a host called ${host}, found none by that name.`, {
      next: 'Check the spelling and the connection, or try again later.',
      mayPass: true,
      cause,
    }),
  unreachable: (host: string, why: string, cause?: unknown) =>
    new FetchFailure('fetch/unreachable', `Expected an answer from ${host}, but ${why}.`, { ...AGAIN, cause }),
  slow: (host: string, why: string) =>
    new FetchFailure('fetch/too-slow', `Expected an answer from ${host} in time, but ${why}.`, AGAIN),
  certificate: (host: string, why: string, cause: unknown) =>
    new FetchFailure(
      'fetch/certificate',
      `Expected ${host} to show that it is who it says, but its certificate fails: ${why}.`,
      {
        next: 'Look at the page in your browser, and save it there if you trust it.',
        cause,
      },
    ),
  headers: (most: number, cause: unknown) =>
    new FetchFailure('fetch/headers', `Expected at most ${size(most)} of headers, found more.`, { ...SAVE, cause }),
  notHttp: (host: string, why: string, cause: unknown) =>
    new FetchFailure('fetch/not-http', `Expected an answer by the rules of HTTP from ${host}, found another: ${why}.`, {
      ...SAVE,
      cause,
    }),
  cutShort: (bytes: number, cause?: unknown) =>
    new FetchFailure('fetch/cut-short', `Expected a whole answer, but it was cut short after ${size(bytes)}.`, {
      ...AGAIN,
      cause,
    }),
  tooLarge: (limit: number, stated: number | null) =>
    new FetchFailure(
      'fetch/too-large',
      `Expected at most ${size(limit)}, found ${stated === null ? 'more' : size(stated)}.`,
      { next: 'Fetch it yourself and read the file, with a higher limit if it is one text.' },
    ),
  bomb: (ratio: number) =>
    new FetchFailure(
      'fetch/unpacks-too-far',
      `Expected at most ${ratio} bytes unpacked for each byte received, found more.`,
      SAVE,
    ),
  coding: (coding: string) =>
    new FetchFailure('fetch/coding', `Expected gzip, deflate or br around the content, found "${coding}".`, SAVE),
  packedWrong: (coding: string, cause: unknown) =>
    new FetchFailure('fetch/damaged', `Expected content packed by ${coding}, found what cannot be unpacked.`, {
      ...AGAIN,
      cause,
    }),
  type: (type: string) =>
    new FetchFailure('fetch/type', `Expected a page or a document, found the type "${type}".`, {
      next: 'Name the address of the page itself.',
    }),
  empty: (status: number) =>
    new FetchFailure('fetch/empty', `Expected a page, found an answer without content (status ${status}).`, SAVE),
  status: (status: number, text: string) =>
    new FetchFailure(
      'fetch/status',
      `Expected a page, found status ${status}${text === '' ? '' : ` (${text.slice(0, 80)})`}.`,
      status === 401 || status === 402 || status === 403
        ? { next: 'If you may read it, save it from your browser and read the file.' }
        : SAVE,
    ),
  busy: (status: number, text: string, until: number | null) =>
    new FetchFailure(
      'fetch/not-now',
      `Expected a page, found status ${status}${text === '' ? '' : ` (${text.slice(0, 80)})`}.`,
      after(until),
    ),
  hold: (host: string, until: number) =>
    new FetchFailure(
      'fetch/asked-to-wait',
      `Expected to visit ${host} now, but it asked for a longer pause.`,
      after(until),
    ),
  robots: (url: string) =>
    new FetchFailure('fetch/robots', `Expected leave to fetch, but robots.txt of the host forbids ${url}.`, SAVE),
  robotsUnknown: (host: string, why: string) =>
    new FetchFailure(
      'fetch/robots-unknown',
      `Expected to learn from robots.txt of ${host} what may be fetched, but it cannot be had: ${why}`,
      AGAIN,
    ),
};

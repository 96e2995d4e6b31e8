import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction, Socket } from 'node:net';
import { buildConnector, Client, type Dispatcher } from 'undici';
import { failureFrom } from './fetch-error.ts';
import { failure } from './fetch-failure.ts';
import type { FetchLimits } from './fetch-limits.ts';
import type { ResolvedAddress } from './fetcher.ts';
import type { Headers } from './headers.ts';
import { literalAddress } from './public-address.ts';

/** The head of an answer, while its body is still on the way. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly requestHeaders: Headers;
  readonly address: string | null;
  /**
   * Reads the body, out of its chunks.
   *
   * @param over What to do with a body that is longer than `most` bytes: `cut` keeps its beginning.
   * @throws FetchFailure
   */
  body(most: number, over: 'fail' | 'cut'): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }>;
}

export interface ExchangeSettings {
  readonly limits: FetchLimits;
  readonly mayConnectTo: (address: string, host: string) => boolean;
  readonly resolve: (host: string) => Promise<readonly ResolvedAddress[]>;
}

export const systemResolve = async (host: string): Promise<readonly ResolvedAddress[]> =>
  (await systemLookup(host, { all: true, verbatim: true })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }));

/** Looks a name up once, and gives its addresses only if all of them may be connected to: a mixed answer is a trick. */
const checkedAddresses = async (
  hostname: string,
  { mayConnectTo, resolve }: ExchangeSettings,
): Promise<readonly ResolvedAddress[]> => {
  const literal = literalAddress(hostname);
  if (literal !== null) {
    if (!mayConnectTo(literal, hostname)) throw failure.notPublic(literal, literal);
    return [{ address: literal, family: literal.includes(':') ? 6 : 4 }];
  }
  let found: readonly ResolvedAddress[];
  try {
    found = await resolve(hostname);
  } catch (error) {
    throw failure.noHost(hostname, error);
  }
  if (found.length === 0) throw failure.noHost(hostname, null);
  const barred = found.find(({ address }) => !mayConnectTo(address, hostname));
  if (barred !== undefined) throw failure.notPublic(hostname, barred.address);
  return found;
};

/** Answers every look-up with what was checked: a name server that changes its mind in between changes nothing. */
const lookupOf =
  (addresses: readonly ResolvedAddress[]): LookupFunction =>
  (_, options, callback) => {
    if (options.all) return callback(null, [...addresses]);
    const first = addresses[0];
    callback(null, first?.address ?? '', first?.family ?? 4);
  };

const pairs = (flat: readonly string[]): Headers =>
  Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => [flat[2 * i] ?? '', flat[2 * i + 1] ?? ''] as const);

/** The lines after the first of a request as it was written. */
const sentHeaders = (written: string): Headers =>
  written
    .split('\r\n')
    .slice(1)
    .flatMap((line): Headers => {
      const colon = line.indexOf(':');
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
    });

const readBody = async (
  body: Dispatcher.ResponseData['body'],
  most: number,
  over: 'fail' | 'cut',
  { bytesPerSecond, rateWindowMs }: FetchLimits,
  host: string,
  stop: AbortController,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> => {
  const pieces: Uint8Array[] = [];
  let total = 0;
  let before = 0;
  const watch = setInterval(() => {
    if (total - before < (bytesPerSecond * rateWindowMs) / 1000)
      stop.abort(failure.slow(host, `it sends less than ${bytesPerSecond} bytes a second`));
    before = total;
  }, rateWindowMs);
  try {
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      total += piece.length;
      pieces.push(piece);
      if (total <= most) continue;
      if (over === 'fail') throw failure.tooLarge(most, null);
      return { bytes: Buffer.concat(pieces, total).subarray(0, most), isCut: true };
    }
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    const known = failureFrom(error, host, { headerBytes: 0 });
    throw known.code === 'fetch/unreachable' || known.code === 'fetch/not-http'
      ? failure.cutShort(total, error)
      : known;
  } finally {
    clearInterval(watch);
  }
  return { bytes: Buffer.concat(pieces, total), isCut: false };
};

/**
 * Sends one GET over a connection of its own and hands the answer to `use`; when that ends, the connection is closed, whatever of
 * the body was not read. Follows no redirect, keeps no cookie, uses no proxy.
 *
 * @throws FetchFailure; the reason of `signal` when that is aborted.
 */
export const exchange = async <T>(
  url: URL,
  headers: Readonly<Record<string, string>>,
  settings: ExchangeSettings,
  signal: AbortSignal | undefined,
  use: (answer: Answer) => Promise<T>,
): Promise<T> => {
  const { limits, mayConnectTo } = settings;
  signal?.throwIfAborted();
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  const timers = [
    setTimeout(
      () => stop.abort(failure.slow(url.host, `it took more than ${limits.totalMs / 1000} s`)),
      limits.totalMs,
    ),
  ];
  let socket: Socket | null = null;
  let requestHeaders: Headers = [];
  const onSent = (message: unknown): void => {
    const sent = message as { readonly socket: unknown; readonly headers: string };
    if (sent.socket === socket) requestHeaders = sentHeaders(sent.headers);
  };
  subscribe('undici:client:sendHeaders', onSent);
  let client: Client | null = null;
  try {
    const addresses = await abortable(checkedAddresses(url.hostname, settings), stop.signal);
    const connect = buildConnector({
      lookup: lookupOf(addresses),
      timeout: limits.connectMs,
      maxCachedSessions: 0,
      allowH2: false,
    });
    client = new Client(url.origin, {
      connect: (options, callback) =>
        connect(options, (error, made) => {
          if (error !== null) return callback(error, null);
          // The last look: what was really connected to.
          if (made.remoteAddress === undefined || !mayConnectTo(made.remoteAddress, url.hostname)) {
            made.destroy();
            return callback(failure.notPublic(url.hostname, made.remoteAddress ?? 'an unknown address'), null);
          }
          socket = made;
          callback(null, made);
        }),
      maxHeaderSize: limits.headerBytes,
      // Times are kept here, with an end for the whole.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    timers.push(
      setTimeout(
        () => stop.abort(failure.slow(url.host, `it said nothing within ${limits.firstByteMs / 1000} s`)),
        limits.firstByteMs,
      ),
    );
    const response = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers,
      responseHeaders: 'raw',
      reset: true,
      signal: stop.signal,
    });
    clearTimeout(timers[1]);
    const address = (socket as Socket | null)?.remoteAddress ?? null;
    return await use({
      status: response.statusCode,
      statusText: response.statusText,
      headers: pairs(response.headers as unknown as readonly string[]),
      requestHeaders,
      address,
      body: (most, over) => readBody(response.body, most, over, limits, url.host, stop),
    });
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    throw failureFrom(error, url.host, limits);
  } finally {
    unsubscribe('undici:client:sendHeaders', onSent);
    signal?.removeEventListener('abort', onAbort);
    for (const timer of timers) clearTimeout(timer);
    await client?.destroy().catch(() => undefined);
  }
};

/** Ends when the signal is aborted, though the work itself may go on to nobody. */
const abortable = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });

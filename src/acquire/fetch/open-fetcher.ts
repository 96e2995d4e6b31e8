import { type Capture, headerValues, makeCapture, type Redirect, sha256 } from '../../model/index.ts';
import { kindOfType } from './acceptable-type.ts';
import { type Clock, machineClock } from './clock.ts';
import { type Answer, type ExchangeSettings, exchange, systemResolve } from './exchange.ts';
import { FetchFailure, failure } from './fetch-failure.ts';
import { DEFAULT_FETCH_LIMITS, type FetchLimits } from './fetch-limits.ts';
import type { Fetched, Fetcher, FetcherSettings } from './fetcher.ts';
import { allHeaders, firstHeader, readRetryAfter } from './headers.ts';
import { HostTurns, type Turn } from './host-turns.ts';
import { isPublicAddress } from './public-address.ts';
import { isAllowedByRobots } from './robots.ts';
import { memoryRobots, RobotsKeeper } from './robots-keeper.ts';
import { unpackBody } from './unpack-body.ts';
import { followLocation, readWebAddress, withoutLogin } from './web-address.ts';

/** What robots.txt and servers know it by. */
const AGENT = 'Backchannel';

/** When a failure that may pass is tried again, unless the server says. */
const AGAIN_MS = 10 * 60 * 1000;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const GONE: ReadonlySet<number> = new Set([404, 410, 451]);
const NOT_NOW: ReadonlySet<number> = new Set([408, 425, 429]);

/** What is kept of an answer that says that there is nothing. */
const GONE_BYTES = 1024 * 1024;

const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8';

const userAgent = (version: string, contact: string | null): string => {
  const words = contact?.replace(/[^\x20-\x7e]|[()]/g, '').trim() ?? '';
  return words === '' ? `${AGENT}/${version}` : `${AGENT}/${version} (+${words})`;
};

/** Content that a later answer may be compared with. */
const hasContent = (before: Capture | null | undefined, named: URL): before is Capture =>
  before !== null &&
  before !== undefined &&
  before.url === named.href &&
  (before.status < 300 || before.status === 304);

/** Asks whether anything has changed since: only where the validators came from. */
const conditionsOf = (before: Capture): Readonly<Record<string, string>> => {
  const [tag] = headerValues(before, 'etag');
  const [modified] = headerValues(before, 'last-modified');
  return {
    ...(tag === undefined ? {} : { 'if-none-match': tag }),
    ...(modified === undefined ? {} : { 'if-modified-since': modified }),
  };
};

interface Visit {
  readonly named: URL;
  readonly before: Capture | null;
  readonly signal: AbortSignal | undefined;
  readonly redirects: Redirect[];
}

class PoliteFetcher implements Fetcher {
  readonly #clock: Clock;
  readonly #limits: FetchLimits;
  readonly #exchange: ExchangeSettings;
  readonly #turns: HostTurns;
  readonly #robots: RobotsKeeper;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #closed = new AbortController();

  constructor(settings: FetcherSettings) {
    const limits = { ...DEFAULT_FETCH_LIMITS, ...settings.limits };
    const { allowAddress } = settings;
    this.#clock = settings.clock ?? machineClock;
    this.#limits = limits;
    this.#exchange = {
      limits,
      mayConnectTo: (address, host) => isPublicAddress(address) || allowAddress?.(address, host) === true,
      resolve: settings.resolve ?? systemResolve,
    };
    this.#turns = new HostTurns(this.#clock, limits.hostGapMs, limits.longestWaitMs);
    this.#headers = {
      'user-agent': userAgent(settings.version, settings.contact ?? null),
      accept: ACCEPT,
      'accept-encoding': 'gzip, deflate, br',
    };
    this.#robots = new RobotsKeeper(
      settings.robots ?? memoryRobots(),
      this.#clock,
      this.#exchange,
      AGENT,
      this.#headers,
    );
  }

  async fetch(url: string, before: Capture | null = null, signal?: AbortSignal): Promise<Fetched> {
    const either = signal === undefined ? this.#closed.signal : AbortSignal.any([signal, this.#closed.signal]);
    try {
      const named = readWebAddress(url);
      return await this.#visit({
        named,
        before: hasContent(before, named) ? before : null,
        signal: either,
        redirects: [],
      });
    } catch (error) {
      if (error instanceof FetchFailure)
        return error.mayPass
          ? this.#later(url, error, error.until ?? this.#clock.now() + AGAIN_MS)
          : { kind: 'refused', refusal: refusalOf(url, error) };
      if (either.aborted) throw error;
      return { kind: 'refused', refusal: refusalOf(url, failure.unreachable(url, String(error), error)) };
    }
  }

  async close(): Promise<void> {
    this.#closed.abort(new Error('The fetcher was closed.'));
  }

  #later(url: string, reason: FetchFailure, until: number): Fetched {
    return { kind: 'later', refusal: refusalOf(url, reason), retryAt: new Date(until).toISOString() };
  }

  /** Goes from answer to answer. Hops within one host are one visit of it. */
  async #visit(visit: Visit): Promise<Fetched> {
    let url = visit.named;
    let turn: Turn | null = null;
    let host = '';
    try {
      for (let hop = 0; hop <= this.#limits.redirects; hop++) {
        if (turn === null || url.hostname !== host) {
          // Given back first: whoever holds one host and waits for another may wait for one who does the same.
          turn?.release();
          turn = null;
          const taken: Turn | number = await this.#turns.take(url.hostname, visit.signal);
          if (typeof taken === 'number') throw failure.hold(url.hostname, taken);
          turn = taken;
          host = url.hostname;
        }
        const next: URL | Fetched = await this.#ask(url, visit, turn);
        if (!(next instanceof URL)) return next;
        url = next;
      }
      throw failure.redirects(this.#limits.redirects);
    } finally {
      turn?.release();
    }
  }

  async #ask(url: URL, visit: Visit, turn: Turn): Promise<URL | Fetched> {
    const rules = await this.#robots.rulesFor(url, visit.signal);
    if (rules.crawlDelaySeconds !== null) turn.widen(rules.crawlDelaySeconds * 1000);
    if (!isAllowedByRobots(rules, url)) throw failure.robots(url.href);
    const conditions = visit.before?.finalUrl === url.href ? conditionsOf(visit.before) : {};
    const headers = { ...this.#headers, ...conditions };
    return exchange(url, headers, this.#exchange, visit.signal, (answer) => this.#take(answer, url, visit, turn));
  }

  async #take(answer: Answer, url: URL, visit: Visit, turn: Turn): Promise<URL | Fetched> {
    const { status, statusText, headers } = answer;
    if (REDIRECTS.has(status)) {
      const location = firstHeader(headers, 'location');
      visit.redirects.push({
        url: url.href,
        at: new Date(this.#clock.now()).toISOString(),
        status,
        statusText,
        location: location ?? '',
        ...headersOf(answer),
      });
      return followLocation(location, url, visit.named, status);
    }
    if (NOT_NOW.has(status) || status >= 500) {
      const now = this.#clock.now();
      const until = readRetryAfter(firstHeader(headers, 'retry-after'), now);
      if (until !== null) turn.block(until);
      throw failure.busy(status, statusText, until);
    }
    const at = new Date(this.#clock.now()).toISOString();
    if (status === 304 && visit.before !== null) {
      const capture = captureOf(visit, url, answer, at, NOTHING, visit.before.contentSha256, false);
      return { kind: 'unchanged', capture, at, body: null };
    }
    if (GONE.has(status)) {
      const { bytes: body, isCut } = await answer.body(GONE_BYTES, 'cut');
      const capture = captureOf(visit, url, answer, at, body, sha256(body), isCut);
      return { kind: 'gone', status, capture, body };
    }
    if (status === 204 || status === 205) throw failure.empty(status);
    if (status !== 200 && status !== 203) throw failure.status(status, statusText);
    return this.#takeContent(answer, url, visit, at);
  }

  async #takeContent(answer: Answer, url: URL, visit: Visit, at: string): Promise<Fetched> {
    const { headers } = answer;
    const contentType = firstHeader(headers, 'content-type');
    const kind = kindOfType(contentType, url);
    if (kind === null) throw failure.type(contentType ?? '');
    const limit = kind === 'text' ? this.#limits.textBytes : this.#limits.pagesBytes;
    const stated = Number(firstHeader(headers, 'content-length') ?? 0);
    if (stated > limit) throw failure.tooLarge(limit, stated);
    const { bytes: body } = await answer.body(limit, 'fail');
    if (body.length === 0) throw failure.empty(answer.status);
    const coding = allHeaders(headers, 'content-encoding');
    const bytes = await unpackBody(body, coding, { bytes: limit, ratio: this.#limits.ratio });
    const capture = captureOf(visit, url, answer, at, body, sha256(bytes), false);
    return visit.before?.contentSha256 === capture.contentSha256
      ? { kind: 'unchanged', capture, at, body }
      : { kind: 'captured', capture, bytes, body };
  }
}

const NOTHING = new Uint8Array();

const headersOf = ({
  requestHeaders,
  headers,
  address,
}: Answer): Pick<Capture, 'requestHeaders' | 'headers' | 'address'> => ({
  requestHeaders: requestHeaders.map(([name, value]) => [name, value] as const),
  headers: headers.map(([name, value]) => [name, value] as const),
  address,
});

const captureOf = (
  { named, redirects }: Visit,
  url: URL,
  answer: Answer,
  at: string,
  body: Uint8Array,
  contentSha256: string,
  isCut: boolean,
): Capture =>
  makeCapture({
    url: named.href,
    finalUrl: url.href,
    at,
    method: 'GET',
    status: answer.status,
    statusText: answer.statusText,
    redirects: [...redirects],
    ...headersOf(answer),
    sha256: sha256(body),
    bytes: body.length,
    contentSha256,
    truncated: isCut ? 'length' : null,
  });

const refusalOf = (url: string, { code, message, next }: FetchFailure) => ({
  path: withoutLogin(url),
  code,
  reason: next === null ? message : `${message} ${next}`,
});

/** See {@link Fetcher}. */
export const makeFetcher = (settings: FetcherSettings): Fetcher => new PoliteFetcher(settings);

import type { Clock } from './clock.ts';
import { type Answer, type ExchangeSettings, exchange } from './exchange.ts';
import { FetchFailure, failure } from './fetch-failure.ts';
import type { KeptRobots, RobotsStore } from './fetcher.ts';
import { allHeaders, firstHeader } from './headers.ts';
import { ROBOTS_BYTES, type RobotsRules, robotsRulesFor } from './robots.ts';
import { unpackBody } from './unpack-body.ts';
import { followLocation } from './web-address.ts';

/** Not longer than a day: RFC 9309, 2.4. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** What could not be had is asked for again sooner. */
const UNREACHABLE_MS = 10 * 60 * 1000;
/** These say of the host itself that it cannot be visited: more than that its rules are not known. */
const OF_HOST: ReadonlySet<string> = new Set([
  'fetch/not-public',
  'fetch/no-such-host',
  'fetch/unreachable',
  'fetch/certificate',
  'fetch/not-http',
]);
/** At least five: RFC 9309, 2.3.1.2. */
const REDIRECTS = 5;

const NONE: RobotsRules = { rules: [], crawlDelaySeconds: null };

export const memoryRobots = (): RobotsStore => {
  const kept = new Map<string, KeptRobots>();
  return {
    get: async (origin) => kept.get(origin) ?? null,
    put: async (origin, robots) => void kept.set(origin, robots),
  };
};

/** Knows what hosts allow, and asks them once a day. */
export class RobotsKeeper {
  readonly #store: RobotsStore;
  readonly #clock: Clock;
  readonly #settings: ExchangeSettings;
  readonly #agent: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** @param agent Product token that groups of rules are looked up by. */
  constructor(
    store: RobotsStore,
    clock: Clock,
    settings: ExchangeSettings,
    agent: string,
    headers: Readonly<Record<string, string>>,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#settings = settings;
    this.#agent = agent;
    this.#headers = headers;
  }

  /** @throws FetchFailure `fetch/robots-unknown` while the rules cannot be had, or why the host cannot be visited at all. */
  async rulesFor(url: URL, signal?: AbortSignal): Promise<RobotsRules> {
    const kept = await this.#store.get(url.origin);
    const now = this.#clock.now();
    const age = kept === null ? Number.POSITIVE_INFINITY : now - kept.at;
    if (kept !== null && age >= 0 && age < (kept.kind === 'unreachable' ? UNREACHABLE_MS : KEPT_MS))
      return this.#read(kept, url, 'it could not be had a short while ago.');
    let why = 'the host fails.';
    let robots: KeptRobots;
    try {
      robots = await this.#ask(url, signal);
    } catch (error) {
      if (!(error instanceof FetchFailure) || (kept === null && OF_HOST.has(error.code))) throw error;
      why = error.message;
      robots = { kind: 'unreachable', text: '', at: now };
    }
    // What held yesterday holds while the host is out of order.
    if (robots.kind === 'unreachable' && kept !== null && kept.kind !== 'unreachable')
      return this.#read(kept, url, why);
    await this.#store.put(url.origin, robots);
    return this.#read(robots, url, why);
  }

  #read({ kind, text }: KeptRobots, url: URL, why: string): RobotsRules {
    if (kind === 'unreachable') throw failure.robotsUnknown(url.host, why);
    return kind === 'none' ? NONE : robotsRulesFor(text, this.#agent);
  }

  async #ask(page: URL, signal: AbortSignal | undefined): Promise<KeptRobots> {
    const named = new URL('/robots.txt', page);
    let url = named;
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const answered: KeptRobots | URL = await exchange(url, this.#headers, this.#settings, signal, (answer) =>
        this.#take(answer, url, named),
      );
      if (!(answered instanceof URL)) return answered;
      url = answered;
    }
    // More redirects than one follows are as if there were none: RFC 9309, 2.3.1.2.
    return { kind: 'none', text: '', at: this.#clock.now() };
  }

  async #take(answer: Answer, url: URL, named: URL): Promise<KeptRobots | URL> {
    const { status, headers } = answer;
    const at = this.#clock.now();
    if ([301, 302, 303, 307, 308].includes(status))
      return followLocation(firstHeader(headers, 'location'), url, named, status);
    // Too many requests is no leave to send more, though it is among the 4xx that RFC 9309, 2.3.1.3 counts as "no rules".
    if (status === 429 || status >= 500) return { kind: 'unreachable', text: '', at };
    if (status < 200 || status >= 300) return { kind: 'none', text: '', at };
    const { bytes } = await answer.body(ROBOTS_BYTES, 'cut');
    const coding = allHeaders(headers, 'content-encoding');
    const { ratio } = this.#settings.limits;
    const text = await unpackBody(bytes, coding, { bytes: ROBOTS_BYTES, ratio });
    return { kind: 'rules', text: new TextDecoder().decode(text.subarray(0, ROBOTS_BYTES)), at };
  }
}

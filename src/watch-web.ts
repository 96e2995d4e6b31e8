import type { Feed, FeedItem, Fetched, Fetcher, Received } from './acquire/index.ts';
import { type Capture, type Found, headerValues, type Refusal, sha256 } from './model/index.ts';
import type { CaseStore } from './store/index.ts';
import type { Round } from './watch-round.ts';
import type { KeptItem, PageState, SourceMemory } from './watch-state.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When pages of a feed's items are looked at again, counted from the visit before: most silent edits are made on the first day. */
const REVISITS_MS = [HOUR_MS, 6 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS];
/** A source of which nothing can be had is told to be silent after this many looks in a row. */
const SILENT_AFTER = 3;
/** A page that cannot be had for now is tried this often before the item's own text is taken. */
const TRIES = 6;
const LONGEST_WAIT_MS = 6 * HOUR_MS;
/** A feed or server that asks to be left alone for longer is looked at after this all the same. */
const LONGEST_ASKED_MS = DAY_MS;

/** What looks at the web on behalf of a watch. */
export interface WebTools {
  readonly fetcher: Fetcher;
  readonly store: CaseStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A time with some chance in it, so that not all come at once. */
  readonly spread: (durationMs: number) => number;
}

/** How often sources are looked at. */
export interface Rhythm {
  readonly feedMs: number;
  readonly pageMs: number;
  /** The user said how often: what feeds and servers ask for does not count. */
  readonly isAsked: boolean;
}

const isGood = ({ status }: Capture): boolean => status < 300 || status === 304;

const maxAgeMs = (capture: Capture): number | null => {
  const seconds = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(headerValues(capture, 'cache-control').join(','))?.[1];
  return seconds === undefined || Number(seconds) === 0 ? null : Number(seconds) * 1000;
};

const reasonOf = (fetched: Exclude<Fetched, { readonly kind: 'captured' | 'unchanged' }>): string =>
  fetched.kind === 'gone' ? `there is nothing at this address (${fetched.status})` : fetched.refusal.reason;

const gone = (path: string, status: number): Refusal => ({
  path,
  code: 'fetch/gone',
  reason: `Expected a page, found nothing at this address (${status}). Check the spelling, or look for it in an archive.`,
});

/** Looks at feeds and pages. */
export class WebLook {
  readonly #tools: WebTools;
  readonly #rhythm: Rhythm;

  constructor(tools: WebTools, rhythm: Rhythm) {
    this.#tools = tools;
    this.#rhythm = rhythm;
  }

  /** Looks at a feed or page that was named. */
  async source(memory: SourceMemory, round: Round, signal: AbortSignal): Promise<void> {
    const { fetcher, now, spread } = this.#tools;
    const { source, state } = memory;
    const fetched = await fetcher.fetch(source, state.capture ?? (await this.#before(source)), signal);
    if (fetched.kind === 'captured' || fetched.kind === 'unchanged') {
      if (state.isSilent && state.capture !== null)
        round.tell({
          kind: 'back',
          source,
          place: source,
          text: `${source} can be had again`,
          turn: String(state.turns),
        });
      const isFeed = await this.#isFeed(fetched, memory);
      const everyMs = isFeed
        ? Math.max(this.#rhythm.feedMs, this.#rhythm.isAsked ? 0 : Math.min(state.askedMs ?? 0, LONGEST_ASKED_MS))
        : this.#rhythm.pageMs;
      const settled = { failures: 0, isSilent: false, nextAt: now() + spread(everyMs) };
      if (!isFeed) {
        this.#had(memory, source, fetched, round, !state.begun);
        round.source(memory, { ...settled, begun: true });
      } else if (fetched.kind === 'unchanged') round.source(memory, settled);
      else await this.#feed(memory, fetched, round, settled);
      return;
    }
    if (fetched.kind === 'gone' && memory.pages.has(source)) {
      this.#lost(memory, source, fetched, round);
      round.source(memory, { begun: true, nextAt: now() + spread(this.#rhythm.pageMs) });
      return;
    }
    this.#failed(memory, fetched, round);
  }

  async #isFeed(
    fetched: Extract<Fetched, { readonly kind: 'captured' | 'unchanged' }>,
    { state }: SourceMemory,
  ): Promise<boolean> {
    if (fetched.kind === 'unchanged') return state.capture !== null;
    const { isFeed } = await import('./acquire/index.ts');
    return isFeed(fetched.bytes.subarray(0, 4096));
  }

  #failed(
    memory: SourceMemory,
    fetched: Exclude<Fetched, { readonly kind: 'captured' | 'unchanged' }>,
    round: Round,
  ): void {
    const { now, spread } = this.#tools;
    const { source, state } = memory;
    const failures = state.failures + 1;
    const reason = reasonOf(fetched);
    const isSilent = state.isSilent || (state.begun && (fetched.kind !== 'later' || failures >= SILENT_AFTER));
    if (isSilent && !state.isSilent)
      round.tell({
        kind: 'silent',
        source,
        place: source,
        text: `Nothing can be had of ${source} any more: ${reason}`,
        turn: String(state.turns + 1),
      });
    else if (failures === 1)
      round.refusals.push(fetched.kind === 'gone' ? gone(source, fetched.status) : fetched.refusal);
    const after = now() + spread(this.#rhythm.feedMs);
    const nextAt = fetched.kind === 'later' ? Math.max(Date.parse(fetched.retryAt), now() + MINUTE_MS) : after;
    round.source(memory, { failures, isSilent, nextAt, turns: state.turns + (isSilent && !state.isSilent ? 1 : 0) });
  }

  async #feed(
    memory: SourceMemory,
    { capture, bytes }: Extract<Fetched, { readonly kind: 'captured' }>,
    round: Round,
    settled: { readonly failures: number; readonly isSilent: boolean; readonly nextAt: number },
  ): Promise<void> {
    const { loadFeeds } = await import('./acquire/index.ts');
    const { readFeed } = await loadFeeds();
    let feed: Feed;
    try {
      feed = await readFeed(bytes, capture.finalUrl);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#failed(
        memory,
        { kind: 'refused', refusal: { path: memory.source, code: 'acquire/broken-feed', reason } },
        round,
      );
      return;
    }
    await this.#items(memory, feed, sha256(bytes), round);
    const askedMs = feed.everyMs ?? maxAgeMs(capture);
    round.source(memory, { ...settled, begun: true, capture, askedMs });
  }

  async #items(memory: SourceMemory, feed: Feed, hash: string, round: Round): Promise<void> {
    const { loadFeeds } = await import('./acquire/index.ts');
    const { keyOf, itemFacts, itemReceived } = await loadFeeds();
    const byId = new Map<string, string>();
    const byLink = new Map<string, string>();
    for (const [key, { id, link }] of memory.items) {
      if (id !== null) byId.set(id, key);
      if (link !== null) byLink.set(link, key);
    }
    const place = { feed, path: memory.source, sha256: hash, steps: [], depth: 0 };
    for (const item of feed.items) {
      const key =
        (item.link !== null ? byLink.get(item.link) : undefined) ?? (item.id !== null ? byId.get(item.id) : undefined);
      const known = key === undefined ? undefined : memory.items.get(key);
      const said = sha256(JSON.stringify([item.title, item.html, item.modified]));
      if (known?.sha256 === said) continue;
      const own = sha256(key ?? keyOf(item)).slice(0, 24);
      round.item(memory, key ?? own, { id: item.id, link: known?.link ?? item.link, sha256: said });
      const received = itemReceived(item, place);
      const kept: KeptItem | null = received && {
        path: received.path,
        page: Buffer.from(await received.source.read(0, received.source.size)).toString('utf8'),
        what: received.steps[0]?.what ?? '',
        sha256: hash,
      };
      this.#newItem(memory, known?.link ?? item.link, item, itemFacts(feed, item), kept, round);
    }
  }

  #newItem(
    memory: SourceMemory,
    link: string | null,
    item: FeedItem,
    facts: readonly Found[],
    kept: KeptItem | null,
    round: Round,
  ): void {
    const page = link === null ? undefined : memory.pages.get(link);
    if (link !== null && page?.is !== 'barred' && page?.is !== 'gone') {
      const fresh = { visits: 0, failures: 0, is: 'waiting', turns: 0, isQuiet: !memory.state.begun } as const;
      round.page(memory, link, { ...(page ?? fresh), nextAt: this.#tools.now(), facts, item: kept });
    } else if (kept !== null)
      round.takings.push({ kind: 'text', source: memory.source, received: this.#text(kept, facts) });
    else
      round.refusals.push({
        path: memory.source,
        code: 'acquire/no-text',
        reason: `Expected an address or a text of the item ${JSON.stringify(item.title ?? item.id ?? '')}, found neither.`,
      });
  }

  #text(kept: KeptItem, facts: readonly Found[]): Received {
    const bytes = Buffer.from(kept.page, 'utf8');
    return {
      path: kept.path,
      source: { size: bytes.length, read: async (start, length) => bytes.subarray(start, start + length) },
      declared: 'text/html',
      known: facts,
      steps: [{ by: 'feedsmith 3.0.1', what: kept.what, of: kept.sha256 }],
      depth: 1,
    };
  }

  async #before(url: string): Promise<Capture | null> {
    const captures = await this.#tools.store.captures(url);
    return captures.findLast(({ capture }) => isGood(capture))?.capture ?? null;
  }

  /** Looks at a page of a list or of an item. */
  async page(memory: SourceMemory, url: string, round: Round, signal: AbortSignal): Promise<void> {
    const fetched = await this.#tools.fetcher.fetch(url, await this.#before(url), signal);
    if (fetched.kind === 'captured' || fetched.kind === 'unchanged') this.#had(memory, url, fetched, round, false);
    else this.#lost(memory, url, fetched, round);
  }

  #next(page: PageState | undefined, visits: number): number | null {
    const { now, spread } = this.#tools;
    // Of a feed's items the feed says more than their pages do again and again.
    const everyMs = page?.facts.length ? REVISITS_MS[visits] : this.#rhythm.pageMs;
    return everyMs === undefined ? null : now() + spread(everyMs);
  }

  #had(
    memory: SourceMemory,
    url: string,
    fetched: Extract<Fetched, { readonly kind: 'captured' | 'unchanged' }>,
    round: Round,
    isQuiet: boolean,
  ): void {
    const page = memory.pages.get(url);
    const facts = page?.facts ?? [];
    const nextAt = this.#next(page, page?.visits ?? 0);
    const visits = (page?.visits ?? 0) + 1;
    if (page?.is === 'gone' || (page?.is === 'barred' && page.item === null && page.visits > 0))
      round.tell({
        kind: 'back',
        source: memory.source,
        place: url,
        text: `There again: ${url}`,
        turn: String(page.turns),
      });
    round.page(memory, url, {
      ...{ turns: page?.turns ?? 0, isQuiet: page?.isQuiet ?? isQuiet, facts, item: null },
      ...{ nextAt, visits, failures: 0, is: 'here' },
    });
    round.takings.push({
      kind: 'page',
      source: memory.source,
      page: { url, fetched, known: facts },
      otherwise: page?.item ? this.#text(page.item, facts) : null,
    });
  }

  #lost(
    memory: SourceMemory,
    url: string,
    fetched: Exclude<Fetched, { readonly kind: 'captured' | 'unchanged' }>,
    round: Round,
  ): void {
    const { now } = this.#tools;
    const { source } = memory;
    const page = memory.pages.get(url);
    if (page === undefined) return;
    const failures = page.failures + 1;
    if (fetched.kind === 'later' && (page.is !== 'waiting' || page.item === null || failures < TRIES)) {
      const wait = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** failures);
      round.page(memory, url, { ...page, failures, nextAt: Math.max(Date.parse(fetched.retryAt), now() + wait) });
      return;
    }
    if (fetched.kind === 'gone')
      round.takings.push({ kind: 'page', source, page: { url, fetched, known: [] }, otherwise: null });
    const is = fetched.kind === 'gone' ? 'gone' : 'barred';
    const nextAt = page.facts.length > 0 ? null : this.#next(page, page.visits);
    const turns = page.turns + (page.is === 'here' ? 1 : 0);
    round.page(memory, url, { ...page, failures: 0, nextAt, is, turns, item: null });
    if (page.is === 'here')
      round.tell({
        kind: 'withdrawn',
        source,
        place: url,
        text: `Withdrawn: ${url}: ${reasonOf(fetched)}. What was read of it stays in the case`,
        turn: String(turns),
      });
    else if (page.is === 'waiting' && page.item !== null)
      round.takings.push({ kind: 'text', source, received: this.#text(page.item, page.facts) });
    else if (page.is === 'waiting')
      round.refusals.push(fetched.kind === 'gone' ? gone(url, fetched.status) : fetched.refusal);
  }
}

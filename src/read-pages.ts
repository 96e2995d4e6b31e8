import type { Acquired, Fetched, FetchedPage, Fetcher } from './acquire/index.ts';
import { boundedMap } from './bounded-map.ts';
import type { Capture, Document, Refusal } from './model/index.ts';
import type { CaptureAddition, CaseStore, DocumentEntry } from './store/index.ts';

/** Hosts visited at once. One host is visited once at a time in any case. */
const HOSTS_AT_ONCE = 6;

/** The last answer that had content, of those before. */
const lastContent = async (store: Pick<CaseStore, 'captures'>, url: string): Promise<Capture | null> => {
  const captures = (await store.captures(url)).map(({ capture }) => capture);
  return captures.findLast(({ status }) => status < 300 || status === 304) ?? null;
};

/**
 * Asks for pages, in the order in which they are named; each is asked whether it has changed since it was captured last. Ends early
 * where `signal` is aborted.
 *
 * @param urls Normalised.
 */
export async function* fetchPages(
  fetcher: Fetcher,
  urls: readonly string[],
  store: Pick<CaseStore, 'captures'> | null,
  signal?: AbortSignal,
): AsyncGenerator<FetchedPage> {
  const ask = async (url: string): Promise<FetchedPage | null> => {
    const before = store === null ? null : await lastContent(store, url);
    try {
      return { url, fetched: await fetcher.fetch(url, before, signal), known: [] };
    } catch (error) {
      if (signal?.aborted) return null;
      throw error;
    }
  };
  for await (const page of boundedMap(urls, HOSTS_AT_ONCE, ask)) {
    if (page === null) return;
    yield page;
  }
}

type Captured = Extract<Fetched, { readonly kind: 'captured' }>;

/** What came of a page: nothing to read, or something on its way with the capture that is to be committed with it. */
export type PageStep =
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** What was refused, where its bytes were had. */
      readonly of: { readonly sha256: string; readonly bytes: number } | null;
    }
  | { readonly kind: 'known'; readonly path: string }
  | {
      readonly kind: 'document';
      readonly acquired: Extract<Acquired, { readonly kind: 'document' }>;
      readonly captures: readonly CaptureAddition[];
    };

/** Takes pages into a case: captures are kept whatever they hold, documents are handed on. */
export class PageTaker {
  readonly #store: CaseStore;
  readonly #keepsBodies: boolean;
  readonly #entries: readonly DocumentEntry[];

  constructor(store: CaseStore, keepsBodies: boolean, entries: readonly DocumentEntry[]) {
    this.#store = store;
    this.#keepsBodies = keepsBodies;
    this.#entries = entries;
  }

  /** @param acquire Reads what was captured. */
  async *take(
    { url, fetched }: FetchedPage,
    acquire: (captured: Captured) => AsyncIterable<Acquired>,
  ): AsyncGenerator<PageStep> {
    if (fetched.kind === 'unchanged') {
      const shown = (await this.#store.captures(url)).findLast(
        ({ capture, document }) => document !== null && capture.contentSha256 === fetched.capture.contentSha256,
      );
      await this.#store.capture([this.#addition(fetched.capture, fetched.body, null, shown?.document ?? null)]);
      return yield { kind: 'known', path: url };
    }
    if (fetched.kind === 'gone') await this.#store.capture([this.#addition(fetched.capture, fetched.body, null, null)]);
    const refusal = refusalOf(url, fetched, fetched.kind === 'gone' ? await this.#versions(url) : 0);
    const of = fetched.kind === 'gone' ? fetched.capture : null;
    if (refusal !== null)
      yield { kind: 'refused', refusal, of: of === null ? null : { sha256: of.sha256, bytes: of.bytes } };
    if (fetched.kind !== 'captured') return;
    yield* this.#takeContent(fetched, acquire(fetched));
  }

  async *#takeContent(captured: Captured, things: AsyncIterable<Acquired>): AsyncGenerator<PageStep> {
    const { capture, body, bytes } = captured;
    let isKept = false;
    for await (const acquired of things) {
      if (acquired.kind === 'refused') {
        yield { kind: 'refused', refusal: acquired.refusal, of: acquired.of ?? null };
        continue;
      }
      const { document } = acquired;
      const same = await this.#sameText(document);
      if (same !== null) {
        if (!isKept) await this.#store.capture([this.#addition(capture, body, bytes, same)]);
        isKept = true;
        yield { kind: 'known', path: document.path };
        continue;
      }
      const isIt = document.path === capture.url;
      const captures = isKept ? [] : [this.#addition(capture, body, bytes, isIt ? document.id : null)];
      isKept = true;
      yield { kind: 'document', acquired, captures };
    }
    if (!isKept) await this.#store.capture([this.#addition(capture, body, bytes, null)]);
  }

  #addition(
    capture: Capture,
    body: Uint8Array | null,
    content: Uint8Array | null,
    document: string | null,
  ): CaptureAddition {
    return this.#keepsBodies ? { capture, body, content, document } : { capture, body: null, content: null, document };
  }

  /**
   * The document that says the same under the same address: pages carry numbers and adverts around their text that differ at each
   * visit, and are no new versions for it.
   */
  async #sameText({ path, text, title, byline, published }: Document): Promise<string | null> {
    for (const { id, paths } of this.#entries) {
      if (!paths.includes(path)) continue;
      const before = await this.#store.document(id);
      if (before?.text !== text || before.title !== title) continue;
      if (before.byline === byline && before.published === published) return id;
    }
    return null;
  }

  /** How many versions of a page the case has. */
  async #versions(url: string): Promise<number> {
    const documents = (await this.#store.captures(url)).flatMap(({ document }) => document ?? []);
    return new Set(documents).size;
  }
}

/**
 * Why there is nothing to read of a page; null where there is, or was before.
 *
 * @param versions How many versions of it the case has.
 */
export const refusalOf = (path: string, fetched: Fetched, versions: number): Refusal | null => {
  if (fetched.kind === 'refused' || fetched.kind === 'later') return fetched.refusal;
  if (fetched.kind !== 'gone') return null;
  const reason =
    versions === 0
      ? `Expected a page, found nothing at this address (status ${fetched.status}). Check the spelling, or look for it in a web archive.`
      : `Expected the page that was there before, found it gone (status ${fetched.status}). The case keeps ${versions === 1 ? 'the version' : `the ${versions} versions`} that it has.`;
  return { path, code: 'fetch/gone', reason };
};

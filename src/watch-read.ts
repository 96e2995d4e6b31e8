import type { Received } from './acquire/index.ts';
import { type Acquirer, type AcquirerSettings, openAcquirer } from './acquirer.ts';
import type { CaseKeeper } from './case-view.ts';
import type { Refusal } from './model/index.ts';
import { type Progress, type ReadSummary, readInto } from './read-into.ts';
import { openReaderPool, type PoolSettings, type ReaderPool } from './reader-pool.ts';
import type { CaseStore } from './store/index.ts';
import type { Taking } from './watch-round.ts';

/** How what is taken is read. */
export interface TakingSettings extends PoolSettings, AcquirerSettings {
  readonly keepOriginals?: boolean;
}

/** What came of reading. */
export interface Taken {
  /** Documents that the case did not have. */
  readonly added: number;
  readonly refusals: readonly Refusal[];
  /** False when it was stopped: what was read is in the case, the rest is not. */
  readonly isComplete: boolean;
}

/** More files than this are read by readers of their own, on as many cores as there are. */
const MANY = 32;

/** Reads what is taken, source by source, with a reader that is kept from one time to the next. */
export class TakingReader {
  readonly #store: CaseStore;
  readonly #keeper: CaseKeeper;
  readonly #settings: TakingSettings;
  readonly #now: () => Date;
  #pool: Promise<ReaderPool> | null = null;
  #acquirer: Promise<Acquirer> | null = null;

  constructor(store: CaseStore, keeper: CaseKeeper, settings: TakingSettings, now: () => Date) {
    this.#store = store;
    this.#keeper = keeper;
    this.#settings = settings;
    this.#now = now;
  }

  async read(
    takings: readonly Taking[],
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<Taken> {
    const refusals: Refusal[] = [];
    let added = 0;
    for (const source of new Set(takings.map((one) => one.source))) {
      const own = takings.filter((one) => one.source === source);
      const summary = await this.#readOf(source, own, signal, onProgress);
      added += summary.added;
      // A page without an article is no loss where the feed carries the text of its item.
      const instead = summary.isComplete ? insteadOf(own, summary.refusals) : [];
      const spared = new Set(instead.map(({ url }) => url));
      // That a page is gone is told of it, or of the feed that named it.
      const gone = new Set(
        own.flatMap((one) => (one.kind === 'page' && one.page.fetched.kind === 'gone' ? [one.page.url] : [])),
      );
      refusals.push(...summary.refusals.filter(({ path }) => !spared.has(path) && !gone.has(path)));
      if (!summary.isComplete) return { added, refusals, isComplete: false };
      if (instead.length === 0) continue;
      const texts = instead.map(({ otherwise }): Taking => ({ kind: 'text', source, received: otherwise }));
      const second = await this.#readOf(source, texts, signal, onProgress);
      added += second.added;
      refusals.push(...second.refusals);
      if (!second.isComplete) return { added, refusals, isComplete: false };
    }
    return { added, refusals, isComplete: true };
  }

  async #readOf(
    source: string,
    takings: readonly Taking[],
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<ReadSummary> {
    const paths = takings.flatMap((one) => (one.kind === 'file' ? [one.path] : []));
    return readInto(this.#store, paths, {
      ...this.#settings,
      ...(takings.length > MANY ? {} : { pool: await this.#held() }),
      acquirer: await this.#opener(),
      keeper: this.#keeper,
      how: { kind: 'watch', source },
      now: this.#now,
      pages: takings.flatMap((one) => (one.kind === 'page' ? [one.page] : [])),
      received: takings.flatMap((one) => (one.kind === 'text' ? [one.received] : [])),
      signal,
      onProgress,
    });
  }

  #opener(): Promise<Acquirer> {
    this.#acquirer ??= openAcquirer(this.#settings);
    return this.#acquirer;
  }

  #held(): Promise<ReaderPool> {
    const { workers } = this.#settings;
    this.#pool ??= openReaderPool({ ...this.#settings, workers: 1, threads: workers });
    // What failed may go well the next time.
    this.#pool.catch(() => {
      this.#pool = null;
    });
    return this.#pool;
  }

  async close(): Promise<void> {
    await (await this.#pool?.catch(() => null))?.close();
    await (await this.#acquirer)?.close();
  }
}

interface Instead {
  readonly url: string;
  readonly otherwise: Received;
}

/** Pages in which nothing could be read, with the text that their feed has of them. */
const insteadOf = (takings: readonly Taking[], refusals: readonly Refusal[]): readonly Instead[] => {
  const unread = new Set(refusals.flatMap(({ path, code }) => (/^(?:acquire|read)\//.test(code) ? [path] : [])));
  return takings.flatMap((one): readonly Instead[] =>
    one.kind === 'page' && one.otherwise !== null && unread.has(one.page.url)
      ? [{ url: one.page.url, otherwise: one.otherwise }]
      : [],
  );
};

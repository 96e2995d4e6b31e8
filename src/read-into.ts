import { normalize, resolve } from 'node:path';
import type { Acquired, FetchedPage, Fetcher, Received } from './acquire/index.ts';
import { type Acquirer, type AcquirerSettings, openAcquirer } from './acquirer.ts';
import { boundedMap } from './bounded-map.ts';
import { CaseKeeper } from './case-view.ts';
import { type Refusal, sha256, type Unread, unreadOf } from './model/index.ts';
import type { ReadOutcome } from './read-one.ts';
import { fetchPages, PageTaker } from './read-pages.ts';
import { openReaderPool, type PoolSettings, type ReaderPool, shareCores } from './reader-pool.ts';
import type { Addition, CaptureAddition, CaseStore, DocumentEntry, RefusedArrival } from './store/index.ts';
import { Custodian, type CustodySettings, type Incoming } from './take-custody.ts';

/** How far a reading is. */
export interface Progress {
  readonly phase: 'looking' | 'reading' | 'deriving';
  readonly done: number;
  readonly total: number;
  /** What was done last. */
  readonly path: string | null;
}

export interface ReadIntoOptions extends PoolSettings, AcquirerSettings, CustodySettings {
  /** What keeps the case of the store in a process that reads more than once; one for this reading alone unless given. */
  readonly keeper?: CaseKeeper;
  /** Asks for the pages whose addresses are among the paths; without it they are refused, and nothing is asked for. */
  readonly fetcher?: Fetcher;
  /** Pages that were asked for already, taken in after the paths. */
  readonly pages?: readonly FetchedPage[];
  /** Things that came in otherwise, taken in last: the text that a feed carries of an item. */
  readonly received?: readonly Received[];
  /** Held by whoever reads more than once; each is opened and closed for this reading alone unless given. */
  readonly pool?: ReaderPool;
  readonly acquirer?: Acquirer;
  /** Stops the reading: what has been read is committed, the case is not derived. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What a reading has done. */
export interface ReadSummary {
  /** Files found under the paths, and pages named. */
  readonly found: number;
  /** Documents that the case did not have. */
  readonly added: number;
  /** Further paths of documents that the case had. */
  readonly paths: number;
  /** Files whose content the case had under this very path. */
  readonly known: number;
  /** Documents read again because an older reader had read them. */
  readonly reread: number;
  readonly refusals: readonly Refusal[];
  /** Of each document read in this run that was not read in full for its language: how much of it, and the languages. */
  readonly unread: readonly Unread[];
  /** Paths whose file has changed since it was read before; both versions are kept. */
  readonly changed: readonly string[];
  /** False when the reading was stopped before its end. */
  readonly isComplete: boolean;
}

/** A batch is committed when it has this many documents, refusals, characters or bytes of originals, so that a kill loses little and memory stays small. */
const BATCH_DOCUMENTS = 32;
const BATCH_CHARACTERS = 2_000_000;
const BATCH_BYTES = 32_000_000;

/** Documents under way for each worker: enough that none waits while a batch is committed. */
const AHEAD = 4;

/** The same path however it was written: `./pile`, `pile/` and `pile//` are one. */
export const tidyPath = (path: string): string => (path === '' ? path : normalize(path));

/** An address that nobody gave leave to ask for. */
export const notFetched = (path: string): Refusal => ({
  path,
  code: 'read/not-fetched',
  reason:
    'Expected a file or folder, found the address of a page. Only `read` and `watch` on the command line fetch pages.',
});

interface Known {
  readonly bySha256: ReadonlyMap<string, DocumentEntry>;
  readonly byPath: ReadonlySet<string>;
}

const indexEntries = (entries: readonly DocumentEntry[]): Known => ({
  bySha256: new Map(entries.map((entry) => [entry.sha256, entry])),
  byPath: new Set(entries.flatMap((entry) => entry.paths)),
});

type Read = Extract<ReadOutcome, { readonly kind: 'read' }>;

type Step =
  | (Read & Partial<Pick<Incoming, 'kept'>>)
  | { readonly kind: 'refused'; readonly refused: RefusedArrival }
  | { readonly kind: 'known'; readonly path: string };

const pathOfStep = (step: Step): string => {
  if (step.kind === 'refused') return step.refused.refusal.path;
  return step.kind === 'known' ? step.path : step.document.path;
};

/** Collects what is read, and commits it batch by batch. */
class Batches {
  readonly #store: CaseStore;
  readonly #counts = { new: 0, path: 0, known: 0, reread: 0 };
  #batch: Addition[] = [];
  #refused: RefusedArrival[] = [];
  #characters = 0;
  #bytes = 0;

  constructor(store: CaseStore) {
    this.#store = store;
  }

  get counts(): Readonly<Record<'new' | 'path' | 'known' | 'reread', number>> {
    return this.#counts;
  }

  async put(addition: Addition): Promise<void> {
    this.#batch.push(addition);
    this.#characters += addition.document.text.length;
    this.#bytes += addition.original?.length ?? 0;
    const isFull =
      this.#batch.length >= BATCH_DOCUMENTS || this.#characters >= BATCH_CHARACTERS || this.#bytes >= BATCH_BYTES;
    if (isFull) await this.flush();
  }

  async putRefused(refused: RefusedArrival): Promise<void> {
    this.#refused.push(refused);
    if (this.#refused.length >= BATCH_DOCUMENTS) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    this.#bytes = 0;
    const refused = this.#refused;
    this.#refused = [];
    for (const outcome of await this.#store.add(batch)) this.#counts[outcome]++;
    await this.#store.logRefused(refused);
  }
}

/** The case itself and the files that SQLite keeps beside it are never documents, whatever they are called. */
const isOfStore = (place: string): ((path: string) => boolean) => {
  const own = new Set(['', '-wal', '-shm', '-journal'].map((ending) => resolve(place) + ending));
  return (path) => own.has(resolve(path));
};

/**
 * Reads files, folders and, where a fetcher is handed in, pages into a case, and derives the case again when anything was added.
 *
 * What has been read is committed in batches, so that a process that ends at any moment loses little, and running the same
 * again completes it. A file whose content the case has is not read again, unless another reader read it. What is refused
 * is named; the rest is kept. The case does not depend on the order of the paths nor on the number of workers.
 *
 * @throws BackchannelError from the store (`store/full`, `store/locked`, ...): what was committed before is kept.
 */
export const readInto = async (
  store: CaseStore,
  paths: readonly string[],
  options: ReadIntoOptions,
): Promise<ReadSummary> => {
  const {
    findInputs,
    isPassedOver,
    guessDocuments,
    isWebAddress,
    localFiles,
    receivedPage,
    tidyWebAddress,
    withoutLogin,
    DEFAULT_LIMIT_BYTES,
    PAGES_FACTOR,
  } = await import('./acquire/index.ts');
  const files = options.files ?? localFiles;
  const limit = options.limitBytes ?? DEFAULT_LIMIT_BYTES;
  const report = (progress: Progress): void => options.onProgress?.(progress);
  report({ phase: 'looking', done: 0, total: 0, path: null });

  const addresses = [...new Set(paths.filter(isWebAddress).map(tidyWebAddress))];
  const inputs = await findInputs(paths.filter((path) => !isWebAddress(path)).map(tidyPath), files);
  const isOwn = isOfStore(store.place);
  const found = inputs.files.filter((path) => !isOwn(path));
  const refusals: Refusal[] = inputs.refusals.filter((refusal) => !isOwn(refusal.path));
  if (options.fetcher === undefined) refusals.push(...addresses.map(withoutLogin).map(notFetched));
  const pageCount =
    (options.fetcher === undefined ? 0 : addresses.length) +
    (options.pages?.length ?? 0) +
    (options.received?.length ?? 0);
  const entries = await store.entries();
  const { bySha256, byPath } = indexEntries(entries);
  const guesses = await Promise.all(found.map((path) => guessDocuments(path, files)));
  // Without paths it is the case's own documents that are read, again.
  const guessed = guesses.reduce((sum, guess) => sum + guess, pageCount);
  const documents = paths.length === 0 && pageCount === 0 ? entries.length : guessed;
  const acquirer = options.acquirer ?? (await openAcquirer({ ...options, files }));
  const pool = options.pool ?? (await openReaderPool({ ...options, ...shareCores(documents, options.workers) }));
  const batches = new Batches(store);
  const custodian = new Custodian(store, options, await store.originals());
  const changed: string[] = [];
  const unread: Unread[] = [];
  /** Documents that this reader has read in this run. */
  const renewed = new Set<string>();

  const isRead = (path: string, entry: DocumentEntry | undefined): boolean =>
    entry?.paths.includes(path) === true && (entry.reader === pool.version || renewed.has(entry.id));
  /** The case has a file's content under its path, read by this reader. */
  const isKnown = async (path: string): Promise<boolean> => {
    if (!byPath.has(path)) return false;
    const bytes = await files.read(path, limit * PAGES_FACTOR + 1).catch(() => null);
    const entry = bytes && bySha256.get(sha256(bytes));
    if (!entry || !isRead(path, entry)) return false;
    await custodian.takeKnown(entry, bytes);
    return true;
  };
  /** The documents in a file, one by one; of one that the case has as it is now, that it has it. */
  const received = async function* (paths: readonly string[]): AsyncGenerator<Step | Incoming> {
    for (const path of paths) {
      if (await isKnown(path)) {
        yield { kind: 'known', path };
        continue;
      }
      for await (const acquired of acquirer.acquire(path)) {
        const isNothing = acquired.kind === 'refused' && isPassedOver(inputs.unsure, path, acquired.refusal);
        if (!isNothing) yield await stepOf(acquired);
      }
    }
  };
  const stepOf = async (acquired: Acquired): Promise<Step | Incoming> => {
    if (acquired.kind === 'refused') return refusedStep(acquired.refusal, acquired.of ?? null);
    const { path, sha256: hash } = acquired.document;
    const entry = bySha256.get(hash);
    if (entry === undefined || !isRead(path, entry)) return custodian.take(acquired);
    await custodian.takeKnown(entry, acquired.bytes);
    return { kind: 'known', path };
  };
  const pageTaker = new PageTaker(store, options.keepOriginals ?? true, entries);
  const pages = async function* (): AsyncGenerator<Step | Incoming> {
    const { fetcher, signal } = options;
    const asked = fetcher === undefined ? [] : fetchPages(fetcher, addresses, store, signal);
    for (const source of [asked, options.pages ?? []])
      for await (const page of source)
        for await (const step of pageTaker.take(page, (captured) =>
          acquirer.acquireReceived(receivedPage(captured, page.known)),
        )) {
          if (step.kind === 'known') yield step;
          else if (step.kind === 'refused') yield refusedStep(step.refusal, step.of);
          else yield await withCaptures(await stepOf(step.acquired), step.captures);
        }
  };
  const others = async function* (): AsyncGenerator<Step | Incoming> {
    for (const one of options.received ?? [])
      for await (const acquired of acquirer.acquireReceived(one)) yield await stepOf(acquired);
  };
  /** Captures go with their document; where that is known already, they are kept by themselves. */
  const withCaptures = async (
    step: Step | Incoming,
    captures: readonly CaptureAddition[],
  ): Promise<Step | Incoming> => {
    if (!('kind' in step)) return { ...step, kept: { ...step.kept, captures } };
    await store.capture(captures);
    return step;
  };
  const refusedStep = (refusal: Refusal, of: Parameters<Custodian['refused']>[1]): Step => ({
    kind: 'refused',
    refused: custodian.refused(refusal, of),
  });
  const run = async (one: Step | Incoming): Promise<Step> => {
    if ('kind' in one) return one;
    const { document, kept } = one;
    const outcome = await pool.run(document);
    if (outcome.kind === 'read') return { ...outcome, kept };
    // What was captured is kept, though it cannot be read.
    await store.capture((kept.captures ?? []).map((capture) => ({ ...capture, document: null })));
    return refusedStep(outcome.refusal, document);
  };
  const outdated = entries.filter((entry) => entry.reader !== pool.version);
  let done = 0;
  let known = 0;
  const total = found.length + pageCount + outdated.length;
  const take = async (step: Step): Promise<void> => {
    if (step.kind === 'refused') {
      refusals.push(step.refused.refusal);
      await batches.putRefused(step.refused);
    } else if (step.kind === 'known') known++;
    else {
      const { path, sha256: hash } = step.document;
      if (byPath.has(path) && !bySha256.get(hash)?.paths.includes(path)) changed.push(path);
      renewed.add(step.document.id);
      const left = unreadOf(step.reading);
      if (left.share > 0) unread.push(left);
      await batches.put({ document: step.document, reading: step.reading, ...step.kept });
    }
    report({ phase: 'reading', done: ++done, total: Math.max(total, done), path: pathOfStep(step) });
  };
  const isStopped = (): boolean => options.signal?.aborted === true;
  const reread = async (id: string): Promise<Step> => {
    const document = await store.document(id);
    if (document !== null) {
      const outcome = await pool.run(document);
      return outcome.kind === 'read' ? outcome : refusedStep(outcome.refusal, document);
    }
    return refusedStep({ path: id, code: 'read/gone', reason: 'The document is no longer in the case.' }, null);
  };

  try {
    await store.keepBeat(pool.beat);
    for (const refusal of refusals) await batches.putRefused(custodian.refused(refusal, null));
    report({ phase: 'reading', done, total, path: null });
    const ahead = pool.workers * AHEAD;
    // Documents of an older reader first: with them up to date a file that the case has is known again.
    for await (const step of boundedMap(
      outdated.map((entry) => entry.id),
      ahead,
      reread,
    )) {
      await take(step);
      if (isStopped()) break;
    }
    for (const source of [received(found), pages(), others()]) {
      if (isStopped()) break;
      for await (const step of boundedMap(source, ahead, run)) {
        await take(step);
        if (isStopped()) break;
      }
    }
    await batches.flush();
  } finally {
    if (pool !== options.pool) await pool.close();
    if (acquirer !== options.acquirer) await acquirer.close();
  }
  const isComplete = !isStopped();
  if (isComplete) {
    report({ phase: 'deriving', done, total, path: null });
    await (options.keeper ?? new CaseKeeper(store)).derive();
  }
  const { counts } = batches;
  return {
    found: found.length + pageCount,
    added: counts.new,
    paths: counts.path,
    known: known + counts.known,
    reread: counts.reread,
    refusals: refusals.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    unread,
    changed,
    isComplete,
  };
};

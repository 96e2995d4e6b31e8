import { availableParallelism } from 'node:os';
import type { AcquirerSettings } from './acquirer.ts';
import type { CaseAnswer } from './case-messages.ts';
import { CaseThread, closedError } from './case-thread.ts';
import { type CaseView, type Derived, digestOf, viewOf, viewOfStore } from './case-view.ts';
import type { DecisionRequest } from './decide.ts';
import type { DroppedFile } from './dropped-files.ts';
import type { Suppositions } from './ledgers/index.ts';
import { BackchannelError, type Decision, type Hand } from './model/index.ts';
import type { Progress, ReadSummary } from './read-into.ts';
import type { ReaderSettings } from './read-one.ts';
import { type CaseStore, openSqliteCase } from './store/index.ts';
import type { SupposeAnswer, WhatIfAnswer } from './what-if-answer.ts';

/** How a host is opened. */
export interface CaseHostOptions {
  /** Whether a case file that is not there is made; false by default. */
  readonly create?: boolean;
  /**
   * How documents are read. `beat` is needed only where the case was read with a beat of one's own (its folder), or is to be read
   * again with another.
   */
  readonly reader?: Omit<ReaderSettings, 'threads'> & Pick<AcquirerSettings, 'limitBytes'>;
  /** Cores that reading may use; all but one by default, so that the page stays quick. */
  readonly cores?: number;
  /** The most memory that the thread may use for what it holds, in MB; 4,096 by default, or six tenths of the machine's. */
  readonly memoryMegabytes?: number;
  /** Whether the bytes of documents are kept as they came in; true by default. */
  readonly keepOriginals?: boolean;
}

/** How a reading is followed and stopped. */
export interface HostReadOptions {
  /** Told about ten times a second at most, and of every change of phase. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the reading in good order: what was read is committed, the case is derived from it, and the summary says `isComplete: false`. */
  readonly signal?: AbortSignal;
  /** By whose hand the documents come in, for the custody log. */
  readonly how?: Hand;
}

/** What came of putting the case together. */
export interface HostDerivation {
  /** Of all that the case was derived from: the same as long as nothing that it is made of has changed. */
  readonly digest: string;
  /** It had to be derived. */
  readonly isFresh: boolean;
  /** It stands in the file; false where that cannot be written to. */
  readonly isKept: boolean;
}

/**
 * A case that a long-lived process looks at and works on.
 *
 * This thread only looks things up; what takes long (putting the case together, reading, weighing anew) is done by one thread with
 * its own connection to the case file, which is started when it is first needed and keeps what it has worked out. Looking, deciding
 * and deriving go on while documents are being read.
 *
 * A thread that dies (memory, a crash) rejects what it was asked with `host/thread-ended` and is started anew for the next request;
 * the case file stays whole, since only whole transactions are in it.
 */
export interface CaseHost {
  /** This thread's own connection, for looking things up. It never waits long for somebody who writes: decide with {@link decide}. */
  readonly store: CaseStore;

  /** The case as it was last derived, whatever has been added or decided since. Needs no thread and never waits. */
  stored(): CaseView;

  /** Whether what stands in the file is derived from all that is in it, by this program. */
  isCurrent(): Promise<boolean>;

  /** The case as it stands in the file; derived first when documents, decisions or the program have changed since it was. */
  view(): Promise<Derived>;

  /**
   * Puts the case together when it is not up to date. Two that are asked for at once are one; one that is asked for while another is
   * under way sees all that was decided before it was asked for.
   *
   * @param onProgress Documents loaded of those that are needed; most of the work comes after the last.
   */
  derive(onProgress?: (progress: Progress) => void): Promise<HostDerivation>;

  /**
   * Takes a decision, as {@link decide} in decide.ts; waits for whoever writes without holding up this thread. The case is derived by
   * the next `view` or `derive`.
   */
  decide(request: DecisionRequest): Promise<{ readonly decision: Decision; readonly isNew: boolean }>;

  /**
   * Reads files, folders and dropped files into the case, with the beat that the case has, and derives it. One reading after the
   * other. Dropped files get paths under `dropped/`; content that the case has is known by the path it has.
   *
   * @throws BackchannelError `read/other-beat` when the case was read with a beat of somebody's own and its folder was not given.
   */
  read(inputs: readonly (string | DroppedFile)[], options?: HostReadOptions): Promise<ReadSummary>;

  /**
   * Starts the thread and loads all that deriving needs, so that the first decision costs no more than the next: to be called when
   * the page is up. Writes nothing.
   */
  warm(onProgress?: (progress: Progress) => void): Promise<void>;

  /** Weighs the case anew as if nothing had come through some sources: names or ids. Writes nothing. */
  whatIf(without: readonly string[]): Promise<WhatIfAnswer>;

  /** Supposes that conditions hold and fail, after leaving out sources. Writes nothing. */
  suppose(conditions: Suppositions & { readonly without?: readonly string[] }): Promise<SupposeAnswer>;

  /** Stops what is under way in good order and ends the thread. What was asked and not answered is rejected with `host/closed`. */
  close(): Promise<void>;
}

/** How long this thread is held up by somebody who writes, before others get their turn again. */
const PATIENCE_MS = 50;
/** How long a write waits in all, as long as that of a command. */
const WAIT_MS = 5000;
/** How long what is under way may take to end in good order. */
const GRACE_MS = 5000;
/** A case that could not be kept is tried again after this long. */
const KEEP_AGAIN_MS = 30_000;

/** Tries again for as long as somebody else writes; this thread does other things in between. */
const patiently = async <T>(run: () => Promise<T>): Promise<T> => {
  for (const begun = performance.now(); ; ) {
    try {
      return await run();
    } catch (error) {
      const isLocked = error instanceof BackchannelError && error.code === 'store/locked';
      if (!isLocked || performance.now() - begun > WAIT_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    }
  }
};

/** Does one thing after the other. */
class Turns {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(run: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(run);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

type OnProgress = (progress: Progress) => void;

/** A derivation that others may still join. */
interface Asked {
  readonly listeners: Set<OnProgress>;
  readonly answer: Promise<CaseAnswer>;
}

class ThreadedCaseHost implements CaseHost {
  readonly store: CaseStore;
  readonly #thread: CaseThread;
  /** Reading is asked for beside the rest: one takes minutes, the other is waited for. */
  readonly #readings = new Turns();
  readonly #others = new Turns();
  /** A derivation that was asked for and is not under way yet. */
  #asked: Asked | null = null;
  #known: { readonly revision: string; readonly digest: string } | null = null;
  #unkept: { readonly view: CaseView; readonly digest: string; readonly at: number } | null = null;
  #closing: Promise<void> | null = null;

  constructor(store: CaseStore, thread: CaseThread) {
    this.store = store;
    this.#thread = thread;
  }

  stored(): CaseView {
    return viewOfStore(this.store);
  }

  async isCurrent(): Promise<boolean> {
    const digest = await this.#digest();
    return (await this.store.derivation())?.digest === digest;
  }

  async #digest(): Promise<string> {
    this.#mustBeOpen();
    const revision = await this.store.revision();
    if (this.#known?.revision !== revision) this.#known = { revision, digest: await digestOf(this.store) };
    return this.#known.digest;
  }

  async view(): Promise<Derived> {
    const digest = await this.#digest();
    if ((await this.store.derivation())?.digest === digest)
      return { view: this.stored(), digest, isFresh: false, isKept: true };
    const unkept = this.#unkept;
    if (unkept?.digest === digest && performance.now() - unkept.at < KEEP_AGAIN_MS)
      return { view: unkept.view, digest, isFresh: false, isKept: false };
    const { digest: derived, isFresh, made } = await this.#derive();
    const view = made === null ? this.stored() : (this.#unkept?.view ?? viewOf(made));
    return { view, digest: derived, isFresh, isKept: made === null };
  }

  async derive(onProgress?: OnProgress): Promise<HostDerivation> {
    const { digest, isFresh, made } = await this.#derive(onProgress);
    return { digest, isFresh, isKept: made === null };
  }

  #derive(onProgress?: OnProgress): Promise<CaseAnswer> {
    this.#asked ??= this.#askToDerive();
    const { listeners, answer } = this.#asked;
    if (onProgress !== undefined) listeners.add(onProgress);
    return answer;
  }

  #askToDerive(): Asked {
    const listeners = new Set<OnProgress>();
    const onProgress: OnProgress = (progress) => {
      for (const listener of listeners) listener(progress);
    };
    const answer = this.#others.run(async () => {
      this.#asked = null;
      const derived = await this.#thread.ask<'derive'>({ what: 'derive' }, { onProgress });
      const { digest, made } = derived;
      this.#unkept = made === null ? null : { view: viewOf(made), digest, at: performance.now() };
      return derived;
    });
    return { listeners, answer };
  }

  async decide(request: DecisionRequest): Promise<{ readonly decision: Decision; readonly isNew: boolean }> {
    this.#mustBeOpen();
    const { decide } = await import('./decide.ts');
    const view = this.#unkept?.view ?? this.stored();
    return patiently(() => decide(this.store, view, request));
  }

  read(
    inputs: readonly (string | DroppedFile)[],
    { onProgress, signal, how }: HostReadOptions = {},
  ): Promise<ReadSummary> {
    const ask = { what: 'read' as const, inputs, ...(how && { how }) };
    return this.#readings.run(() => this.#thread.ask<'read'>(ask, { onProgress, signal }));
  }

  async warm(onProgress?: OnProgress): Promise<void> {
    await this.#others.run(() => this.#thread.ask<'warm'>({ what: 'warm' }, { onProgress }));
  }

  whatIf(without: readonly string[]): Promise<WhatIfAnswer> {
    return this.#others.run(() => this.#thread.ask<'whatIf'>({ what: 'whatIf', without }));
  }

  suppose({
    holds,
    fails,
    without = [],
  }: Suppositions & { readonly without?: readonly string[] }): Promise<SupposeAnswer> {
    const conditions = { holds, fails };
    return this.#others.run(() => this.#thread.ask<'suppose'>({ what: 'suppose', conditions, without }));
  }

  close(): Promise<void> {
    this.#closing ??= this.#thread.close(GRACE_MS).then(() => this.store.close());
    return this.#closing;
  }

  #mustBeOpen(): void {
    if (this.#closing !== null) throw closedError(this.store.place);
  }
}

/**
 * Opens a case for a long-lived process. As quick as opening the file: no thread is started and nothing is derived before it is needed.
 *
 * @param place Path of the case file.
 * @throws BackchannelError as `openCase`.
 */
export const openCaseHost = async (place: string, options: CaseHostOptions = {}): Promise<CaseHost> => {
  const { create = false, reader = {}, memoryMegabytes, keepOriginals = true } = options;
  const { cores = Math.max(1, availableParallelism() - 1) } = options;
  const store = await patiently(() => openSqliteCase(place, { create, timeoutMs: PATIENCE_MS }));
  return new ThreadedCaseHost(store, new CaseThread({ place, reader, cores, keepOriginals }, memoryMegabytes));
};

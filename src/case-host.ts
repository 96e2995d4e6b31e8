import type { CaseView, Derived } from './case-view.ts';
import type { DecisionRequest } from './decide.ts';
import type { Suppositions } from './ledgers/index.ts';
import type { Decision } from './model/index.ts';
import type { Progress, ReadSummary } from './read-into.ts';
import type { ReaderSettings } from './read-one.ts';
import type { CaseStore } from './store/index.ts';
import type { SupposeAnswer, WhatIfAnswer } from './what-if-answer.ts';

/** A file without a path: one that was dropped on a page. */
export interface DroppedFile {
  /** What it is called there. Any text: what could do harm in a path is taken out. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a host is opened. */
export interface CaseHostOptions {
  /** Whether a case file that is not there is made; false by default. */
  readonly create?: boolean;
  /**
   * How documents are read. `beat` is needed only where the case was read with a beat of one's own (its folder), or is to be read
   * again with another.
   */
  readonly reader?: Omit<ReaderSettings, 'threads'>;
  /** Cores that reading may use; half of the machine's by default, so that the page stays quick. */
  readonly cores?: number;
  /** The most memory that the thread may use for what it holds, in MB; what Node gives it by default. */
  readonly memoryMegabytes?: number;
}

/** How a reading is followed and stopped. */
export interface HostReadOptions {
  /** Told about ten times a second at most, and of every change of phase. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the reading in good order: what was read is committed, the case is derived from it, and the summary says `isComplete: false`. */
  readonly signal?: AbortSignal;
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

/** The case as it stands, and what it was derived from. */
export interface HostView extends Derived {
  readonly digest: string;
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
  view(): Promise<HostView>;

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

  /** Weighs the case anew as if nothing had come through some sources: names or ids. Writes nothing. */
  whatIf(without: readonly string[]): Promise<WhatIfAnswer>;

  /** Supposes that conditions hold and fail, after leaving out sources. Writes nothing. */
  suppose(conditions: Suppositions & { readonly without?: readonly string[] }): Promise<SupposeAnswer>;

  /** Stops what is under way in good order and ends the thread. What was asked and not answered is rejected with `host/closed`. */
  close(): Promise<void>;
}

import type { Acquired, FileStat, Received } from './acquire/index.ts';
import type { SentError } from './sent-error.ts';

/** What is known from outside of bytes that came in otherwise than from a disk. */
export type KnownOf = Pick<Received, 'declared' | 'known' | 'steps'>;

/** A file to acquire in a thread. */
export interface AcquireJob {
  readonly kind: 'acquire';
  readonly path: string;
  readonly limitBytes: number | null;
  /** Whether files are asked of the thread that asked for this one, since they are not those of the machine. */
  readonly asksForFiles: boolean;
  readonly knownOf: KnownOf | null;
  /** How far an earlier thread came with the same file: what it gave is not given again. */
  readonly resume: Resume;
}

export interface Resume {
  /** Things right inside of the file that have been done. */
  readonly inside: number;
  /** What has been given besides what was in those. */
  readonly given: number;
  /** Paths that are not gone into. */
  readonly without: readonly string[];
}

/** An answer about a file that the thread asked for. */
export type FileAnswer =
  | { readonly kind: 'stat'; readonly stat: FileStat }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'error'; readonly error: SentError; readonly systemCode: string | null };

export type ToAcquireThread =
  | AcquireJob
  /** Asks for one more thing of the job. */
  | { readonly kind: 'next' }
  | { readonly kind: 'file'; readonly call: number; readonly answer: FileAnswer };

export type FromAcquireThread =
  /** All that it needs for its first file is loaded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'enter'; readonly path: string }
  | { readonly kind: 'left' }
  /** Its time is counted from here. */
  | { readonly kind: 'goes-on' }
  | { readonly kind: 'given'; readonly acquired: Acquired }
  | { readonly kind: 'end' }
  | { readonly kind: 'ask-stat'; readonly call: number; readonly path: string }
  | {
      readonly kind: 'ask-bytes';
      readonly call: number;
      readonly path: string;
      readonly start: number;
      readonly length: number;
    };

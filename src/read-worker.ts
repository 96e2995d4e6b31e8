import { workerData } from 'node:worker_threads';
import { BackchannelError, type Document } from './model/index.ts';
import { openReader, type Reader, type ReaderSettings, type ReadOutcome } from './read-one.ts';
import { type SentError, sendError } from './sent-error.ts';

/** Why a thread cannot read at all. */
export interface CannotRead {
  readonly kind: 'cannot-read';
  readonly error: SentError;
}

/** What a reader says of itself. */
export type ReaderCard = Pick<Reader, 'version' | 'beat'> & { readonly kind: 'reader' };

/** What a worker thread of the pool runs: one reader for the thread's life, one document a call. */
const reader = openReader(workerData as ReaderSettings);
// Told to whoever asks; without this a thread that nobody has asked yet would end by it.
reader.catch(() => undefined);

export default async (job: Document | 'card'): Promise<ReadOutcome | CannotRead | ReaderCard> => {
  try {
    const { version, beat, run } = await reader;
    return job === 'card' ? { kind: 'reader', version, beat } : await run(job);
  } catch (error) {
    if (!(error instanceof BackchannelError)) throw error;
    return { kind: 'cannot-read', error: sendError(error) };
  }
};

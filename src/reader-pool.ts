import { fileURLToPath } from 'node:url';
import { crashed, openReader, type Reader, type ReaderSettings } from './read-one.ts';
import type { CannotRead, ReaderCard } from './read-worker.ts';
import { receiveError } from './sent-error.ts';

/** How many documents are read at once, and what is done about one that never ends. */
export interface PoolSettings extends ReaderSettings {
  /** Readers at work at once, each in a thread of its own. With 1 everything is read in this thread, one document after the other. */
  readonly workers: number;
  /**
   * A document that takes longer is refused, where threads are used; 300,000 by default, a thousand times the usual. Long
   * documents have a millisecond a character more.
   */
  readonly timeLimitMs?: number;
}

/** Readers in threads of their own. */
export interface ReaderPool extends Reader {
  readonly workers: number;
  /** Ends the threads, also those that are reading. */
  close(): Promise<void>;
}

/** What threads run: the compiled file beside this one, or in a checkout, where that is TypeScript, a script that loads it. */
const WORKER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../scripts/read-worker.mjs' : './read-worker.js', import.meta.url),
);

/** Reading takes about a fifth of this on one core. */
const MS_A_CHARACTER = 1;

const openThreads = async (settings: PoolSettings): Promise<ReaderPool> => {
  const { Piscina } = await import('piscina');
  const { workers, timeLimitMs = 300_000, beat, model, precision, threads } = settings;
  // Only what can be copied to a thread: settings may hold functions.
  const workerData: ReaderSettings = {
    ...(beat && { beat }),
    ...(model && { model }),
    ...(precision && { precision }),
    ...(threads && { threads }),
  };
  const pool = new Piscina({
    filename: WORKER,
    // All from the start: piscina ends threads above the least as soon as they are idle, and each takes a second to load.
    minThreads: workers,
    maxThreads: workers,
    workerData,
  });
  let card: ReaderCard;
  try {
    // Asked of a thread, so that this one need not load a reader of its own.
    const answer: ReaderCard | CannotRead = await pool.run('card');
    if (answer.kind === 'cannot-read') {
      throw receiveError(answer.error);
    }
    card = answer;
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  return {
    version: card.version,
    beat: card.beat,
    workers,
    run: async (document) => {
      const limitMs = timeLimitMs + document.text.length * MS_A_CHARACTER;
      const signal = AbortSignal.timeout(limitMs);
      try {
        return await pool.run(document, { signal });
      } catch (error) {
        return crashed(
          document.path,
          signal.aborted ? `it took more than ${Math.round(limitMs / 1000)} seconds` : error,
        );
      }
    },
    close: () => pool.destroy(),
  };
};

/** Documents for which a further thread pays: starting one takes as long as reading about this many. */
const DOCUMENTS_A_THREAD = 16;

/** How the cores that may be used are shared out. */
export interface Shares {
  /** Readers at work at once. */
  readonly workers: number;
  /** Threads that the network of each uses. */
  readonly threads: number;
}

/**
 * Shares out the cores that may be used: a pile is read by a worker on each, few documents by one reader that uses them all.
 * Never more in all than asked for.
 */
export const shareCores = (documents: number, cores: number): Shares => {
  const workers = Math.max(1, Math.min(cores, Math.floor(documents / DOCUMENTS_A_THREAD)));
  return { workers, threads: Math.max(1, Math.floor(cores / workers)) };
};

/**
 * Opens readers for a pile.
 *
 * What is read does not depend on their number. A document that ends its thread (memory, time) is refused by name; the
 * thread is replaced and the rest goes on.
 */
export const openReaderPool = async (settings: PoolSettings): Promise<ReaderPool> => {
  if (settings.workers > 1) return openThreads(settings);
  const reader = await openReader(settings);
  return { ...reader, workers: 1 };
};

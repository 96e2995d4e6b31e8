import type { Acquired, ByteSource, Files, Received } from './acquire/index.ts';

/** What is taken in, and from where. */
export interface AcquirerSettings {
  /** Largest text taken, in bytes; that of `acquire` by default. */
  readonly limitBytes?: number;
  /** The file system; the machine's own by default. */
  readonly files?: Files;
  /**
   * A thing that takes longer to take in is refused; 120,000 by default, some hundred times the usual. Large files have a millisecond
   * a kilobyte more.
   */
  readonly acquireLimitMs?: number;
}

/** Opens files. */
export interface Acquirer {
  /**
   * What there is in a file: its documents, to any depth, and what of it is refused. Never rejects. One file at a time: the one before
   * must have ended.
   */
  acquire(path: string): AsyncIterable<Acquired>;
  /** The same of bytes that came in otherwise than from the file system. */
  acquireReceived(received: Received): AsyncIterable<Acquired>;
  /** Ends the thread, also one that is at work. */
  close(): Promise<void>;
}

const TIME_LIMIT_MS = 120_000;

/** What the thread may hold of objects and strings. */
const HEAP_MEGABYTES = 2048;

/** What the process may grow by while one thing is taken in. A PDF of 100 MB takes less than a third. */
const GROWTH_MEGABYTES = 3072;

/** A file system that holds one file, whatever path it is asked for. */
const heldFile = (source: ByteSource): Files => ({
  stat: async () => ({ kind: 'file', bytes: source.size, identity: 'held' }),
  list: async () => [],
  read: (_, limit) => source.read(0, limit),
  readAt: (_, start, length) => source.read(start, length),
});

/**
 * Opens files: plain text in this thread, since a thread takes longer to start than a text to be taken in; all else in a thread of its
 * own, which is started with the first such file, so that a file made to do harm ends that thread at most.
 */
export const openAcquirer = async (settings: AcquirerSettings): Promise<Acquirer> => {
  const { acquire, acquireFile, isQuick, localFiles, refuse } = await import('./acquire/index.ts');
  const { limitBytes, files = localFiles, acquireLimitMs = TIME_LIMIT_MS } = settings;
  const options = limitBytes === undefined ? {} : { limitBytes };
  const { AcquireThread } = await import('./acquire-thread.ts');
  const limits = { timeLimitMs: acquireLimitMs, heapMegabytes: HEAP_MEGABYTES, growthMegabytes: GROWTH_MEGABYTES };
  const thread = new AcquireThread(limits, refuse);
  return {
    acquire: async function* (path) {
      if (await isQuick(path, files)) return yield* acquireFile(path, files, options);
      const size = await files.stat(path).then(
        ({ bytes }) => bytes,
        () => 0,
      );
      yield* thread.acquire(path, size, files === localFiles ? null : files, limitBytes ?? null);
    },
    acquireReceived: async function* (received) {
      const { path, source, declared, known, steps } = received;
      const held = heldFile(source);
      if (await isQuick(path, held)) return yield* acquire(received, options);
      yield* thread.acquire(path, source.size, held, limitBytes ?? null, { declared, known, steps });
    },
    close: () => thread.close(),
  };
};

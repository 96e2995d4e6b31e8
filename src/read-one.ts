import { fileURLToPath } from 'node:url';
import type { Files } from './acquire/index.ts';
import type { Document, Reading, Refusal } from './model/index.ts';

/** What there is to read: a file, or a document that is in the case already. */
export type ReadJob =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'document'; readonly document: Document };

/** What came of it. */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly document: Document; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** How to read. Plain data, since it is handed to worker threads. */
export interface ReaderSettings {
  /** Largest input taken, in bytes; that of `acquire` by default. */
  readonly limitBytes?: number;
  /** Folder of the beat; the diplomacy beat by default. */
  readonly beat?: string;
}

/** A reader in this thread. */
export interface Reader {
  /** Names the reader and its beat: readings by another are made again. */
  readonly version: string;
  /** Never rejects: a document on which reading fails is refused by name. */
  run(job: ReadJob): Promise<ReadOutcome>;
}

const DIPLOMACY = fileURLToPath(new URL('../beats/diplomacy', import.meta.url));

/** A document that could not be read through a fault of ours: the rest of the pile is kept. */
export const crashed = (job: ReadJob, error: unknown): ReadOutcome => ({
  kind: 'refused',
  refusal: {
    path: job.kind === 'path' ? job.path : job.document.path,
    code: 'read/crashed',
    reason: `Expected to read it, but the reader failed: ${error instanceof Error ? error.message : String(error)}. This is a fault in Backchannel; please report it with the document, if you may share it.`,
  },
});

/** Loads the rooms `acquire` and `read` and the beat, which takes about a second, and gives a reader made of them. */
export const openReader = async (settings: ReaderSettings = {}, files?: Files): Promise<Reader> => {
  const [{ acquireFile, localFiles }, { loadBeat, read, readerOf }] = await Promise.all([
    import('./acquire/index.ts'),
    import('./read/index.ts'),
  ]);
  const beat = loadBeat(settings.beat ?? DIPLOMACY);
  const options = settings.limitBytes === undefined ? {} : { limitBytes: settings.limitBytes };
  const acquired = async (job: ReadJob): Promise<Document | Refusal> => {
    if (job.kind === 'document') return job.document;
    const result = await acquireFile(job.path, files ?? localFiles, options);
    return result.kind === 'document' ? result.document : result.refusal;
  };
  return {
    version: readerOf(beat),
    run: async (job) => {
      try {
        const document = await acquired(job);
        if ('code' in document) return { kind: 'refused', refusal: document };
        return { kind: 'read', document, reading: read(document, beat) };
      } catch (error) {
        return crashed(job, error);
      }
    },
  };
};

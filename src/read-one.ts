import { fileURLToPath } from 'node:url';
import type { Files } from './acquire/index.ts';
import type { Document, KeptBeat, Reading, Refusal } from './model/index.ts';
import type { Recognised } from './read/index.ts';

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
  /** Name of a shipped beat, or the folder of another; the diplomacy beat by default. */
  readonly beat?: string;
  /** Folder of the network's weights; those that come with Backchannel by default. */
  readonly model?: string;
  /** How much is taken of what the network is less than sure of: `careful` (the default) or `thorough`. */
  readonly precision?: 'careful' | 'thorough';
  /** Threads that the network uses for one document; 1 by default. What is read does not depend on it. */
  readonly threads?: number;
}

/** A reader in this thread. */
export interface Reader {
  /** Names the reader and its beat: readings by another are made again. */
  readonly version: string;
  /** What a case file keeps of the beat. */
  readonly beat: KeptBeat;
  /** Never rejects: a document on which reading fails is refused by name. */
  run(job: ReadJob): Promise<ReadOutcome>;
  /** Frees what the network holds. */
  close(): Promise<void>;
}

const MODEL = fileURLToPath(new URL('../models', import.meta.url));

/** A document that could not be read through a fault of ours: the rest of the pile is kept. */
export const crashed = (job: ReadJob, error: unknown): ReadOutcome => ({
  kind: 'refused',
  refusal: {
    path: job.kind === 'path' ? job.path : job.document.path,
    code: 'read/crashed',
    reason: `Expected to read it, but the reader failed: ${error instanceof Error ? error.message : String(error)}. This is a fault in Backchannel; please report it with the document, if you may share it.`,
  },
});

/**
 * Loads the rooms `acquire` and `read`, the beat and the network, which takes about a second, and gives a reader made of them.
 *
 * @throws BackchannelError `read/no-model`, `read/model-changed`, `read/model-broken`: no document can be read.
 */
export const openReader = async (settings: ReaderSettings = {}, files?: Files): Promise<Reader> => {
  const [
    { acquireFile, localFiles },
    { beatIdOf, DEFAULT_BEAT, loadBeat, openNetwork, read, readerOf, recogniseDocuments },
  ] = await Promise.all([import('./acquire/index.ts'), import('./read/index.ts')]);
  const beat = loadBeat(settings.beat ?? DEFAULT_BEAT);
  const network = await openNetwork(settings.model ?? MODEL, { threads: settings.threads ?? 1 });
  const { precision = 'careful' } = settings;
  const how = { model: network.version, precision };
  const options = settings.limitBytes === undefined ? {} : { limitBytes: settings.limitBytes };
  const acquired = async (job: ReadJob): Promise<Document | Refusal> => {
    if (job.kind === 'document') return job.document;
    const result = await acquireFile(job.path, files ?? localFiles, options);
    return result.kind === 'document' ? result.document : result.refusal;
  };
  // One document after the other: while the network runs one, this thread reads the one before; more at once take only memory.
  let last: Promise<unknown> = Promise.resolve();
  const recognised = (document: Document): Promise<Recognised | undefined> => {
    const mine = last.then(async () => (await recogniseDocuments(network, [document], precision))[0]);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    version: readerOf(beat, how),
    beat: { id: beatIdOf(beat), name: beat.name, title: beat.title, ledgers: beat.ledgers },
    run: async (job) => {
      try {
        const document = await acquired(job);
        if ('code' in document) return { kind: 'refused', refusal: document };
        const seen = await recognised(document);
        if (seen === undefined) throw new Error('the network gave nothing');
        return { kind: 'read', document, reading: read(document, beat, seen, how) };
      } catch (error) {
        return crashed(job, error);
      }
    },
    close: () => network.close(),
  };
};

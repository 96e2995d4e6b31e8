import { fileURLToPath } from 'node:url';
import type { Document, KeptBeat, Reading, Refusal } from './model/index.ts';
import type { Surveyed } from './read/index.ts';

/** What came of reading a document, or of what should have been one. */
export type ReadOutcome =
  | { readonly kind: 'read'; readonly document: Document; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** How to read. Plain data, since it is handed to worker threads. */
export interface ReaderSettings {
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
  run(document: Document): Promise<ReadOutcome>;
  /** Frees what the network holds. */
  close(): Promise<void>;
}

const MODEL = fileURLToPath(new URL('../models', import.meta.url));

/** A document that could not be read through a fault of ours: the rest of the pile is kept. */
export const crashed = (path: string, error: unknown): ReadOutcome => ({
  kind: 'refused',
  refusal: {
    path,
    code: 'read/crashed',
    reason: `Expected to read it, but the reader failed: ${error instanceof Error ? error.message : String(error)}. This is a fault in Backchannel; please report it with the document, if you may share it.`,
  },
});

/**
 * Loads the room `read`, the beat and the network, which takes about a second, and gives a reader made of them.
 *
 * @throws BackchannelError `read/no-model`, `read/model-changed`, `read/model-broken`: no document can be read.
 */
export const openReader = async (settings: ReaderSettings = {}): Promise<Reader> => {
  const { beatIdOf, DEFAULT_BEAT, loadBeat, openNetwork, read, readerOf, survey } = await import('./read/index.ts');
  const beat = loadBeat(settings.beat ?? DEFAULT_BEAT);
  const network = await openNetwork(settings.model ?? MODEL, { threads: settings.threads ?? 1 });
  const { precision = 'careful' } = settings;
  const how = { model: network.version, precision };
  // One document after the other: while the network runs one, this thread reads the one before; more at once take only memory.
  let last: Promise<unknown> = Promise.resolve();
  const surveyed = (document: Document): Promise<Surveyed | undefined> => {
    const mine = last.then(async () => (await survey(network, [document], precision))[0]);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    version: readerOf(beat, how),
    beat: { id: beatIdOf(beat), name: beat.name, title: beat.title, ledgers: beat.ledgers },
    run: async (document) => {
      try {
        const seen = await surveyed(document);
        if (seen === undefined) throw new Error('the network gave nothing');
        return { kind: 'read', document, reading: read(document, beat, seen, how) };
      } catch (error) {
        return crashed(document.path, error);
      }
    },
    close: () => network.close(),
  };
};

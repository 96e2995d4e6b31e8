import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../src/model/index.ts';
import { loadBeat, openNetwork, read, survey } from '../../src/read/index.ts';
import { openReaderPool } from '../../src/reader-pool.ts';

/** A way to read documents that must not matter. */
export interface Way {
  readonly called: string;
  /** Documents handed to the network at once; without it they go through the pool. */
  readonly batch?: number;
  readonly backwards?: true;
  readonly workers?: number;
  readonly threads?: number;
}

/** The first is what the others are held against. */
export const WAYS: readonly Way[] = [
  { called: 'one after the other', batch: 1 },
  { called: 'again', batch: 1 },
  { called: 'three at once', batch: 3 },
  { called: 'all at once, backwards', batch: Number.POSITIVE_INFINITY, backwards: true },
  { called: 'all at once, two threads', batch: Number.POSITIVE_INFINITY, threads: 2 },
  { called: 'pool of one worker, two threads', workers: 1, threads: 2 },
  { called: 'pool of two workers', workers: 2 },
  { called: 'pool of three workers, backwards', workers: 3, backwards: true },
];

const BEAT = fileURLToPath(new URL('../../beats/diplomacy', import.meta.url));
const MODEL = fileURLToPath(new URL('../../models', import.meta.url));

export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');

const readBatches = async (way: Way, documents: readonly Document[]): Promise<readonly string[]> => {
  const beat = loadBeat(BEAT);
  const network = await openNetwork(MODEL, { threads: way.threads ?? 1 });
  const hashes: string[] = [];
  for (let from = 0; from < documents.length; from += way.batch ?? 1) {
    const some = documents.slice(from, from + (way.batch ?? 1));
    const surveyed = await survey(network, some);
    for (const [at, document] of some.entries()) {
      const seen = surveyed[at];
      if (seen === undefined) throw new Error(`Expected something of ${document.path}, even nothing`);
      hashes.push(textHash(JSON.stringify(read(document, beat, seen, { model: network.version }))));
    }
  }
  await network.close();
  return hashes;
};

const readByPool = async (way: Way, documents: readonly Document[]): Promise<readonly string[]> => {
  const pool = await openReaderPool({ workers: way.workers ?? 1, ...(way.threads && { threads: way.threads }) });
  const outcomes = await Promise.all(documents.map((document) => pool.run(document)));
  await pool.close();
  return outcomes.map((outcome) => {
    if (outcome.kind === 'refused') throw new Error(`Expected to read it: ${outcome.refusal.reason}`);
    return textHash(JSON.stringify(outcome.reading));
  });
};

/** Hashes of the readings, in the order of the documents whatever the way. */
export const readAll = async (way: Way, documents: readonly Document[]): Promise<readonly string[]> => {
  const order = way.backwards ? documents.toReversed() : documents;
  const hashes = await (way.batch === undefined ? readByPool(way, order) : readBatches(way, order));
  return way.backwards ? hashes.toReversed() : hashes;
};

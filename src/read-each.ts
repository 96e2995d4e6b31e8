import type { Fetcher } from './acquire/index.ts';
import { type AcquirerSettings, openAcquirer } from './acquirer.ts';
import { boundedMap } from './bounded-map.ts';
import type { Document } from './model/index.ts';
import { notFetched, tidyPath } from './read-into.ts';
import type { ReadOutcome } from './read-one.ts';
import { fetchPages, refusalOf } from './read-pages.ts';
import { openReaderPool, type PoolSettings, shareCores } from './reader-pool.ts';

export interface ReadEachOptions extends PoolSettings, AcquirerSettings {
  /** Asks for the pages whose addresses are among the paths; without it they are refused, and nothing is asked for. */
  readonly fetcher?: Fetcher;
  /** Ends the asking for pages. */
  readonly signal?: AbortSignal;
}

/**
 * Reads files and folders without a case: one outcome a document, in the order in which the paths were given, inside folders in
 * code-unit order, inside of files as it stands there. A file that is reached twice is read once. What was refused comes where its
 * path stood.
 */
export async function* readEach(paths: readonly string[], options: ReadEachOptions): AsyncGenerator<ReadOutcome> {
  const { fetcher, signal } = options;
  const { findInputs, isPassedOver, guessDocuments, isWebAddress, receivedPage, tidyWebAddress, withoutLogin } =
    await import('./acquire/index.ts');
  const steps = new Map<string, ReadOutcome | null>();
  const addresses = new Set<string>();
  const unsure = new Set<string>();
  for (const named of paths) {
    if (isWebAddress(named)) {
      const address = tidyWebAddress(named);
      steps.set(
        address,
        fetcher === undefined ? { kind: 'refused', refusal: notFetched(withoutLogin(address)) } : null,
      );
      addresses.add(address);
      continue;
    }
    const path = tidyPath(named);
    const found = await findInputs([path], options.files);
    for (const refusal of found.refusals)
      if (!steps.has(refusal.path)) steps.set(refusal.path, { kind: 'refused', refusal });
    for (const file of found.files) if (!steps.has(file)) steps.set(file, null);
    for (const file of found.unsure) unsure.add(file);
    unsure.delete(path);
  }
  if (steps.size === 0) return;
  const files = [...steps].flatMap(([path, outcome]) => (outcome === null ? [path] : []));
  const guesses = await Promise.all(
    files.map((path) => (addresses.has(path) ? 1 : guessDocuments(path, options.files))),
  );
  const documents = guesses.reduce((sum, guess) => sum + guess, 0);
  const acquirer = await openAcquirer(options);
  const pool = await openReaderPool({ ...options, ...shareCores(documents, options.workers) });
  async function* fetched(address: string): AsyncGenerator<ReadOutcome | Document> {
    if (fetcher === undefined) return;
    for await (const { fetched: page, known } of fetchPages(fetcher, [address], null, signal)) {
      const refusal = refusalOf(address, page, 0);
      if (refusal !== null) yield { kind: 'refused', refusal };
      else if (page.kind === 'captured')
        for await (const acquired of acquirer.acquireReceived(receivedPage(page, known)))
          yield acquired.kind === 'refused' ? acquired : acquired.document;
    }
  }
  async function* received(): AsyncGenerator<ReadOutcome | Document> {
    for (const [path, outcome] of steps) {
      if (outcome !== null) yield outcome;
      else if (addresses.has(path)) yield* fetched(path);
      else
        for await (const acquired of acquirer.acquire(path)) {
          if (acquired.kind === 'document') yield acquired.document;
          else if (!isPassedOver(unsure, path, acquired.refusal)) yield acquired;
        }
    }
  }
  try {
    yield* boundedMap(
      received(),
      pool.workers * 4,
      async (one): Promise<ReadOutcome> => ('kind' in one ? one : pool.run(one)),
    );
  } finally {
    await pool.close();
    await acquirer.close();
  }
}

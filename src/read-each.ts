import { type AcquirerSettings, openAcquirer } from './acquirer.ts';
import { boundedMap } from './bounded-map.ts';
import type { Document } from './model/index.ts';
import { tidyPath } from './read-into.ts';
import type { ReadOutcome } from './read-one.ts';
import { openReaderPool, type PoolSettings, shareCores } from './reader-pool.ts';

/**
 * Reads files and folders without a case: one outcome a document, in the order in which the paths were given, inside folders in
 * code-unit order, inside of files as it stands there. A file that is reached twice is read once. What was refused comes where its
 * path stood.
 */
export async function* readEach(
  paths: readonly string[],
  options: PoolSettings & AcquirerSettings,
): AsyncGenerator<ReadOutcome> {
  const { findInputs, guessDocuments } = await import('./acquire/index.ts');
  const steps = new Map<string, ReadOutcome | null>();
  for (const path of paths.map(tidyPath)) {
    const found = await findInputs([path], options.files);
    for (const refusal of found.refusals)
      if (!steps.has(refusal.path)) steps.set(refusal.path, { kind: 'refused', refusal });
    for (const file of found.files) if (!steps.has(file)) steps.set(file, null);
  }
  if (steps.size === 0) return;
  const files = [...steps].flatMap(([path, outcome]) => (outcome === null ? [path] : []));
  const guesses = await Promise.all(files.map((path) => guessDocuments(path, options.files)));
  const documents = guesses.reduce((sum, guess) => sum + guess, 0);
  const acquirer = await openAcquirer(options);
  const pool = await openReaderPool({ ...options, ...shareCores(documents, options.workers) });
  async function* received(): AsyncGenerator<ReadOutcome | Document> {
    for (const [path, outcome] of steps) {
      if (outcome !== null) yield outcome;
      else
        for await (const acquired of acquirer.acquire(path))
          yield acquired.kind === 'refused' ? acquired : acquired.document;
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

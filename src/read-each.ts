import { boundedMap } from './bounded-map.ts';
import { tidyPath } from './read-into.ts';
import type { ReadOutcome } from './read-one.ts';
import { openReaderPool, type PoolSettings } from './reader-pool.ts';

/**
 * Reads files and folders without a case: one outcome a file, in the order in which the paths were given, inside folders in
 * code-unit order. A file that is reached twice is read once. What was refused comes where its path stood.
 */
export async function* readEach(paths: readonly string[], options: PoolSettings): AsyncGenerator<ReadOutcome> {
  const { findInputs } = await import('./acquire/index.ts');
  const pool = await openReaderPool(options);
  const seen = new Set<string>();
  const isNew = (path: string): boolean => !seen.has(path) && seen.add(path).size > 0;
  try {
    for (const path of paths.map(tidyPath)) {
      const { files, refusals } = await findInputs([path], options.files);
      for (const refusal of refusals) if (isNew(refusal.path)) yield { kind: 'refused', refusal };
      const jobs = files.filter(isNew).map((file) => ({ kind: 'path' as const, path: file }));
      yield* boundedMap(jobs, pool.workers * 4, (job) => pool.run(job));
    }
  } finally {
    await pool.close();
  }
}

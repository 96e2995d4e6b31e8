import { boundedMap } from './bounded-map.ts';
import { tidyPath } from './read-into.ts';
import type { ReadOutcome } from './read-one.ts';
import { openReaderPool, type PoolSettings, shareCores } from './reader-pool.ts';

/**
 * Reads files and folders without a case: one outcome a file, in the order in which the paths were given, inside folders in
 * code-unit order. A file that is reached twice is read once. What was refused comes where its path stood.
 */
export async function* readEach(paths: readonly string[], options: PoolSettings): AsyncGenerator<ReadOutcome> {
  const { findInputs } = await import('./acquire/index.ts');
  const steps = new Map<string, ReadOutcome | null>();
  for (const path of paths.map(tidyPath)) {
    const { files, refusals } = await findInputs([path], options.files);
    for (const refusal of refusals) if (!steps.has(refusal.path)) steps.set(refusal.path, { kind: 'refused', refusal });
    for (const file of files) if (!steps.has(file)) steps.set(file, null);
  }
  if (steps.size === 0) return;
  const pool = await openReaderPool({ ...options, ...shareCores(steps.size, options.workers) });
  try {
    yield* boundedMap(
      steps,
      pool.workers * 4,
      async ([path, outcome]): Promise<ReadOutcome> => outcome ?? pool.run({ kind: 'path', path }),
    );
  } finally {
    await pool.close();
  }
}

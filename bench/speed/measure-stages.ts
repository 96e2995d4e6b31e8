import { acquireFile, findInputs } from '../../src/acquire/index.ts';
import { openReaderPool } from '../../src/reader-pool.ts';
import { type StageShare, stageTimes } from '../stage-times.ts';

/** Where the time goes when the files of a folder are read one after the other, over and over until there are enough. */
export const measureStages = async (ask: {
  readonly folder: string;
  readonly documents: number;
}): Promise<readonly StageShare[]> => {
  const { files } = await findInputs([ask.folder]);
  const paths = Array.from({ length: Math.ceil(ask.documents / files.length) }, () => files).flat();
  const pool = await openReaderPool({ workers: 1 });
  const readAll = async (some: readonly string[]): Promise<void> => {
    for (const path of some)
      for await (const acquired of acquireFile(path))
        if (acquired.kind === 'document') await pool.run(acquired.document);
  };
  await readAll(paths.slice(0, 20));
  const shares = await stageTimes(() => readAll(paths));
  await pool.close();
  return shares;
};

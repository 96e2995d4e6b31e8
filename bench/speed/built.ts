import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles the product, so that what is shipped is measured: a checkout run from TypeScript starts more slowly. */
export const build = (): boolean => {
  const { status } = spawnSync(process.execPath, [`${ROOT}scripts/build.mjs`], { stdio: ['ignore', 2, 2] });
  return status === 0;
};

/** Address of a compiled file. */
export const builtFile = (name: string): string => new URL(`../../dist/${name}`, import.meta.url).href;

/** The compiled product's readers. */
export const loadBuilt = async (): Promise<
  typeof import('../../src/reader-pool.ts') & typeof import('../../src/acquire/index.ts')
> => {
  const [pool, acquire] = await Promise.all([
    import(builtFile('reader-pool.js')),
    import(builtFile('acquire/index.js')),
  ]);
  return { ...pool, ...acquire };
};

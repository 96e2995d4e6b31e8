import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase, readInto } from '../../src/backchannel.ts';
import { makeOnce } from './make-once.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What makes a case of the example: with any of it changed, it is read again. */
const MAKERS = ['src/model', 'src/text', 'src/acquire', 'src/read', 'src/resolve', 'src/weigh', 'src/ledgers'].concat([
  'src/store',
  'data',
  'beats',
  'models',
  'examples/sarrow-strait',
]);

const stateOf = (folders: readonly string[]): string => {
  const hash = createHash('sha256').update(root);
  for (const folder of folders) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const lines = entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const { size, mtimeMs } = statSync(path);
        return `${path} ${size} ${mtimeMs}`;
      });
    hash.update(lines.sort().join('\n'));
  }
  return hash.digest('hex').slice(0, 16);
};

/**
 * The case file of `examples/sarrow-strait`, read by the shipped reader and closed: some ten seconds the first time, nothing
 * for as long as the code that makes it stays as it is. Copy it, do not write to it.
 */
export const exampleCase = async (): Promise<string> => {
  const path = join(tmpdir(), `backchannel-example-${stateOf(MAKERS)}.case`);
  await makeOnce(path, async (making) => {
    const store = await openCase(making, { create: true });
    try {
      const { refusals } = await readInto(store, [relative('.', join(root, 'examples/sarrow-strait'))], {
        workers: availableParallelism(),
      });
      if (refusals.length > 0) throw new Error(`Expected all of the example, was refused ${refusals[0]?.path}.`);
    } finally {
      await store.close();
    }
  });
  return path;
};

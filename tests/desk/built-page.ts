import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeOnce } from './make-once.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = join(root, 'dist/desk');

const changedMs = (path: string): number => {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
};

/** When anything that the page is built of has changed last; folders too, so that a file that is gone counts. */
const newestSource = (): number => {
  const web = join(root, 'web');
  const entries = readdirSync(web, { recursive: true, withFileTypes: true });
  const places = entries.map((entry) => join(entry.parentPath, entry.name));
  return Math.max(...[web, join(root, 'package-lock.json'), ...places].map(changedMs));
};

/**
 * The folder of the built web page; built first when `web` has changed since it was, once for all test files.
 *
 * @throws Error with what Vite said when it cannot be built.
 */
export const builtPage = async (): Promise<string> => {
  await makeOnce(
    PAGE,
    async () => {
      const vite = join(root, 'node_modules/vite/bin/vite.js');
      const args = [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'];
      // Vitest says that this is a test; the page is built as it is shipped.
      const env = { ...process.env, NODE_ENV: 'production' };
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
      if (status !== 0) throw new Error(`Expected the page to be built, found:\n${stdout}${stderr}`);
    },
    () => changedMs(join(PAGE, 'index.html')) > newestSource(),
  );
  return PAGE;
};

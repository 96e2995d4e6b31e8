// Compiles src to dist and builds the desk from web to dist/desk. Runs by itself after `npm ci` (the `prepare` script), so a
// checkout is ready to use.
import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
for (const [command, ...args] of [
  ['typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  ['vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
]) {
  const { status } = spawnSync(process.execPath, [`${root}node_modules/${command}`, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
// The desk shows the rules that reasons quote by their numbers.
for (const room of ['resolve', 'weigh']) copyFileSync(`${root}src/${room}/SPEC.md`, `${root}dist/${room}/SPEC.md`);

#!/usr/bin/env node
// Starts the command line. The code is compiled by `npm ci` (script `prepare`).
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { runFromProcess } = await import(main.href);
  await runFromProcess();
} else {
  process.stderr.write('backchannel: it is not built yet. Run `npm run build` in its folder first.\n');
  process.exitCode = 3;
}

// Takes in files and folders as `read` does, but reads nothing of what comes out; prints what came, how long it took and the
// largest memory of the process with all its threads. Usage: take-in-child.ts PATH...
import { existsSync, readFileSync } from 'node:fs';
import { findInputs } from '../../src/acquire/index.ts';
import { openAcquirer } from '../../src/acquirer.ts';

const began = performance.now();
const { files, refusals } = await findInputs(process.argv.slice(2));
const given: [string, string][] = refusals.map(({ path, code }) => [path, code]);
const acquirer = await openAcquirer({});
for (const file of files)
  for await (const one of acquirer.acquire(file))
    given.push(
      one.kind === 'refused'
        ? [one.refusal.path, one.refusal.code]
        : [one.document.path, `${one.document.text.length} characters`],
    );
await acquirer.close();
// Where the system tells it of this program alone; else what it tells may be that of the program which started this one.
const told = existsSync('/proc/self/status') ? /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) : null;
const peakMegabytes = Math.round(Number(told?.[1] ?? process.resourceUsage().maxRSS) / 1024);
console.log(JSON.stringify({ given, peakMegabytes, ms: Math.round(performance.now() - began) }));

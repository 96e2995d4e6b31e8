// Takes in mutated files of all formats in child processes, and reports crashes, hangs, broken promises, the slowest and the largest.
// Usage: npm run bench:fuzz -- [FILES] [RUN]   (20,000 files and run 1 unless told otherwise)
//        npm run bench:fuzz -- --one NTH [RUN] [FILE]   writes the one file, to look at it
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { machine } from '../machine.ts';
import { mutated } from './mutate.ts';
import { allSeeds } from './seeds.ts';
import type { Tried } from './try-file.ts';

const CHILD = fileURLToPath(new URL('./fuzz-child.ts', import.meta.url));
const LIMIT_MS = 20_000;
const LIMIT_MB = 1536;
/** A process does so many files: what it has not given back by then shows in its memory. */
const FILES_A_PROCESS = 2000;

interface Count {
  files: number;
  documents: number;
  refusals: number;
  ms: number;
  slowest: number;
}
interface Bad {
  readonly nth: number;
  readonly name: string;
  readonly what: string;
}

const counts = new Map<string, Count>();
const bad: Bad[] = [];
const rough = new Map<string, Bad>();
const slowest: { readonly nth: number; readonly name: string; readonly ms: number }[] = [];
let peak = 0;

/** Runs files until the last or until one ends the process; gives the number to go on with. */
const runChild = (run: number, from: number, to: number): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, String(run), String(from), String(to)], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let at = { nth: from, name: 'start', kind: '', since: performance.now() };
    let isDone = false;
    let why = '';
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-2000);
    });
    const watch = setInterval(() => {
      if (performance.now() - at.since > LIMIT_MS + (at.name === 'start' ? 60_000 : 0)) {
        why = `hangs: more than ${LIMIT_MS / 1000} s`;
        child.kill('SIGKILL');
      }
    }, 250);
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
      const [what, nth = '', first = '', second = '', tried = '{}'] = line.split('\t');
      if (what === 'start') at = { nth: Number(nth), kind: first, name: second, since: performance.now() };
      else if (what === 'done') isDone = true;
      else if (what === 'end') {
        const { documents, refusals, faults, rough: words }: Tried = JSON.parse(tried);
        const [ms, megabytes] = [Number(first), Number(second)];
        const count = counts.get(at.kind) ?? { files: 0, documents: 0, refusals: 0, ms: 0, slowest: 0 };
        count.files++;
        count.documents += documents;
        count.refusals += refusals;
        count.ms += ms;
        count.slowest = Math.max(count.slowest, ms);
        counts.set(at.kind, count);
        slowest.push({ nth: at.nth, name: at.name, ms });
        slowest.sort((a, b) => b.ms - a.ms).splice(10);
        peak = Math.max(peak, megabytes);
        for (const fault of faults) bad.push({ nth: at.nth, name: at.name, what: fault });
        for (const reason of words)
          if (!rough.has(reason)) rough.set(reason, { nth: at.nth, name: at.name, what: reason });
        at = { ...at, nth: at.nth + 1, since: performance.now() };
        if (megabytes > LIMIT_MB) {
          why = `holds ${megabytes} MB`;
          child.kill('SIGKILL');
        }
      }
    });
    child.on('close', (code, signal) => {
      clearInterval(watch);
      if (isDone) return resolve(to);
      bad.push({ nth: at.nth, name: at.name, what: why || `crashes: ${signal ?? code} ${said.slice(-300)}` });
      resolve(at.nth + 1);
    });
  });

const report = (files: number, run: number, seconds: number): void => {
  console.log(`${files.toLocaleString('en')} mutated files, run ${run}, ${Math.round(seconds)} s; ${machine()}\n`);
  console.log(
    '| kind | files | documents | refusals | ms a file | slowest ms |\n| --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const [kind, { files: n, documents, refusals, ms, slowest: most }] of [...counts].sort())
    console.log(`| ${kind} | ${n} | ${documents} | ${refusals} | ${(ms / n).toFixed(1)} | ${most} |`);
  console.log(`\nLargest process: ${peak} MB. Slowest:`);
  for (const { nth, name, ms } of slowest) console.log(`  ${ms} ms: file ${nth} (of ${name})`);
  console.log(`\nCrashes, hangs and broken promises: ${bad.length}`);
  for (const { nth, name, what } of bad.slice(0, 50)) console.log(`  file ${nth} (of ${name}): ${what}`);
  console.log(`Refusals in a program's words: ${rough.size}`);
  for (const { nth, name, what } of [...rough.values()].slice(0, 30))
    console.log(`  file ${nth} (of ${name}): ${what.slice(0, 160)}`);
};

const [first = '20000', second = '1', third, fourth] = process.argv.slice(2);
if (first === '--one') {
  const { bytes, kind } = mutated(allSeeds(), Number(third ?? 1), Number(second));
  const to = fourth ?? `fuzzed-${second}.${kind}`;
  writeFileSync(to, bytes);
  console.log(to);
} else {
  const [files, run] = [Number(first), Number(second)];
  const began = performance.now();
  for (let from = 0; from < files; ) from = await runChild(run, from, Math.min(files, from + FILES_A_PROCESS));
  report(files, run, (performance.now() - began) / 1000);
  process.exitCode = bad.length === 0 ? 0 : 1;
}

/**
 * How fast documents are read, in words a second: with one worker and with one a core, through the product's own pool.
 *
 *   npm run bench:speed                       generated reporting and the example
 *   npm run bench:speed -- --documents 1000   so many generated documents (300 unless said)
 *   npm run bench:speed -- --runs 9           so many runs a number (5 unless said); the median counts
 *
 * Each row is a process of its own, so that peak memory is that row's. The first run of each, which warms up, is not counted.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { acquireFile, findInputs } from '../src/acquire/index.ts';
import { openReaderPool } from '../src/reader-pool.ts';
import { generatePile } from './generate/generate-pile.ts';
import { countWords, machine, median, peakMegabytes } from './machine.ts';
import { stageTimes } from './stage-times.ts';

interface Row {
  readonly documents: number;
  readonly words: number;
  readonly wordsASecond: number;
  /** Of processor time, all threads: what one core would do with nothing else on the machine. */
  readonly wordsACpuSecond: number;
  readonly slowest: number;
  readonly fastest: number;
  readonly peakMegabytes: number;
}

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '300' },
    runs: { type: 'string', default: '5' },
    // What a process that measures one row is told; see `measureApart`.
    measure: { type: 'string' },
    folder: { type: 'string', default: '' },
    workers: { type: 'string', default: '1' },
  },
});
const runs = Number(values.runs);

/** Files, read over and over where they are few, so that a run takes long enough to be timed. */
const filesOf = async (folder: string): Promise<readonly string[]> => {
  const { files } = await findInputs([folder]);
  return Array.from({ length: Math.ceil(150 / files.length) }, () => files).flat();
};

const wordsIn = async (paths: readonly string[]): Promise<number> => {
  const counts = new Map<string, number>();
  for (const path of new Set(paths)) {
    const acquired = await acquireFile(path);
    counts.set(path, acquired.kind === 'document' ? countWords(acquired.document.text) : 0);
  }
  return paths.reduce((sum, path) => sum + (counts.get(path) ?? 0), 0);
};

const measureRow = async (folder: string, workers: number): Promise<Row> => {
  const paths = await filesOf(folder);
  const words = await wordsIn(paths);
  const pool = await openReaderPool({ workers });
  const rates: number[] = [];
  const cpuRates: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const begun = performance.now();
    const cpuBegun = process.cpuUsage();
    const outcomes = await Promise.all(paths.map((path) => pool.run({ kind: 'path', path })));
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(cpuBegun);
    const refused = outcomes.find((outcome) => outcome.kind === 'refused');
    if (refused !== undefined) throw new Error(`Expected every document to be read: ${JSON.stringify(refused)}`);
    if (run === 0) continue;
    rates.push(words / seconds);
    cpuRates.push(words / ((user + system) / 1e6));
  }
  await pool.close();
  return {
    documents: paths.length,
    words,
    wordsASecond: median(rates),
    wordsACpuSecond: median(cpuRates),
    slowest: Math.min(...rates),
    fastest: Math.max(...rates),
    peakMegabytes: peakMegabytes(),
  };
};

const measureStages = async (folder: string): Promise<readonly string[]> => {
  const paths = await filesOf(folder);
  const pool = await openReaderPool({ workers: 1 });
  const readAll = async (): Promise<void> => {
    for (const path of paths) await pool.run({ kind: 'path', path });
  };
  await readAll();
  const shares = await stageTimes(readAll);
  return shares.map(({ stage, share }) => `| ${stage} | ${(share * 100).toFixed(1)} % |`);
};

/** Measures in a process of its own and gives what it printed last. */
const measureApart = <T>(...options: readonly string[]): T => {
  const own = fileURLToPath(import.meta.url);
  const command = [...process.execArgv, own, '--runs', values.runs, ...options];
  const printed = execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as T;
};

const main = (): void => {
  const generated = mkdtempSync(join(tmpdir(), 'backchannel-speed-'));
  try {
    for (const { name, text } of generatePile({ documents: Number(values.documents), seed: 'speed' })) {
      writeFileSync(join(generated, name), text);
    }
    const example = fileURLToPath(new URL('../examples/sarrow-strait', import.meta.url));
    const sources = [
      { called: 'generated', folder: generated },
      { called: 'example', folder: example },
    ];
    console.log(`${machine()}; median of ${runs} runs\n`);
    console.log(
      '| text | workers | documents | words | words a second | slowest to fastest run | words a second of processor time | peak memory |',
    );
    console.log('|---|---|---|---|---|---|---|---|');
    for (const { called, folder } of sources) {
      for (const workers of new Set([1, availableParallelism()])) {
        const row = measureApart<Row>('--measure', 'row', '--folder', folder, '--workers', `${workers}`);
        const rate = (one: number): string => Math.round(one).toLocaleString('en');
        const cells = [
          called,
          workers,
          row.documents,
          row.words.toLocaleString('en'),
          rate(row.wordsASecond),
          `${rate(row.slowest)} to ${rate(row.fastest)}`,
          rate(row.wordsACpuSecond),
          `${row.peakMegabytes} MB`,
        ];
        console.log(`| ${cells.join(' | ')} |`);
      }
    }
    for (const { called, folder } of sources) {
      console.log(`\n| stage (${called}) | share of the time |`);
      console.log('|---|---|');
      for (const line of measureApart<readonly string[]>('--measure', 'stages', '--folder', folder)) console.log(line);
    }
  } finally {
    rmSync(generated, { recursive: true });
  }
};

if (values.measure === 'row') console.log(JSON.stringify(await measureRow(values.folder, Number(values.workers))));
else if (values.measure === 'stages') console.log(JSON.stringify(await measureStages(values.folder)));
else main();

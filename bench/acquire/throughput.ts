// How fast files of each kind are taken in, in this thread, beside `pdftotext` where it is installed and Apache Tika where its
// program is told. Every kind has the same texts but PDF, which has the fixtures.
// Usage: [TIKA_APP=tika-app.jar] npm run bench:acquire -- [DOCUMENTS] [KIND,...]   (200 of each kind unless told otherwise)
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { acquireBytes } from '../../src/acquire/index.ts';
import { machine, median, peakMegabytes } from '../machine.ts';
import { type Heap, makePile } from './pile.ts';

const RUNS = 5;
const documents = Number(process.argv[2] ?? 200);
const kinds = process.argv[3]?.split(',') ?? null;
const tika = process.env.TIKA_APP ?? null;
const folder = mkdtempSync(join(tmpdir(), 'throughput-'));

const seconds = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

interface Took {
  readonly documents: number;
  readonly characters: number;
}

const takeIn = async ({ files }: Heap): Promise<Took> => {
  let [count, characters] = [0, 0];
  for (const { name, bytes } of files)
    for await (const one of acquireBytes(bytes, name))
      if (one.kind === 'document') {
        count++;
        characters += one.document.text.length;
      }
  return { documents: count, characters };
};

const write = ({ kind, files }: Heap): string => {
  const to = join(folder, kind);
  mkdirSync(to);
  for (const { name, bytes } of files) writeFileSync(join(to, name), bytes);
  return to;
};

const isInstalled = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Medians of all at once, of a first file alone, and of all in one process of Tika. Empty where it is not there. */
const besideTika = async (from: string, files: Heap['files']): Promise<readonly [string, string]> => {
  if (tika === null) return ['', ''];
  const first = join(from, files[0]?.name ?? '');
  const one: number[] = [];
  const batch: number[] = [];
  for (let run = 0; run < 3; run++) {
    one.push(await seconds(() => execFileSync('java', ['-jar', tika, '--text', first], { stdio: 'ignore' })));
    const to = join(folder, `${basename(from)}-tika-${run}`);
    batch.push(
      await seconds(() => execFileSync('java', ['-jar', tika, '-t', '-i', from, '-o', to], { stdio: 'ignore' })),
    );
  }
  return [median(one).toFixed(2), median(batch).toFixed(2)];
};

const pdfBeside = async (from: string, { files }: Heap): Promise<string> => {
  if (!isInstalled('pdftotext', '-v')) return '';
  const runs: number[] = [];
  for (let run = 0; run < 3; run++)
    runs.push(
      await seconds(() => {
        for (const { name } of files) execFileSync('pdftotext', [join(from, name), '-'], { stdio: 'ignore' });
      }),
    );
  return `pdftotext, a process each: ${median(runs).toFixed(2)} s for all ${files.length}`;
};

console.log(`${machine()}; ${documents} documents of each kind, medians of ${RUNS} runs (Tika and pdftotext: of 3).\n`);
console.log(
  '| kind | files | MB | documents | characters | seconds | documents/s | MB/s | first, s | Tika: first, s | Tika: all in one process, s |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
const notes: string[] = [];
try {
  for (const heap of makePile(documents).filter(({ kind }) => kinds?.includes(kind) !== false)) {
    const { kind, files } = heap;
    const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 2 ** 20;
    // With the loading of what reads it, which happens once.
    const first = await seconds(() => takeIn({ ...heap, files: files.slice(0, 1) }));
    const took = await takeIn(heap);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await seconds(() => takeIn(heap)));
    const middle = median(runs);
    const from = write(heap);
    const [tikaFirst, tikaAll] = await besideTika(from, files);
    console.log(
      `| ${kind} | ${files.length} | ${megabytes.toFixed(2)} | ${took.documents} | ${took.characters} | ${middle.toFixed(2)} | ${Math.round(took.documents / middle)} | ${(megabytes / middle).toFixed(2)} | ${first.toFixed(2)} | ${tikaFirst} | ${tikaAll} |`,
    );
    if (kind === 'pdf') notes.push(await pdfBeside(from, heap));
  }
  for (const note of notes) if (note !== '') console.log(`\n${note}.`);
  console.log(`\nLargest memory of the process: ${peakMegabytes()} MB.`);
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * How the cost of a case grows with its documents: resolve, weigh, ledgers and store, for 100, 1,000 and 10,000.
 *
 *   npm run bench:scale                          all three; the largest takes minutes, most of them reading
 *   npm run bench:scale -- --sizes 100,1000      others
 *   npm run bench:scale -- --a-story 500         so many documents a story, 12 unless said
 *   npm run bench:scale -- --runs 5              so many runs a number (3 unless said); the median counts
 *
 * Each size is a process of its own, so that peak memory is that size's. Times are the processor's, so that other work on
 * the machine does not count. Below the times stands the exponent of growth from
 * one size to the next: 1 is in proportion, 2 is with the square; n log n is about 1.18 from 100 to 1,000 and 1.12 from there
 * to 10,000 when n counts documents.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documentFromBytes } from '../src/acquire/index.ts';
import { buildCase } from '../src/build-case.ts';
import { listLedgers } from '../src/ledgers/index.ts';
import { CASE_LISTS, type Case } from '../src/model/index.ts';
import { openReaderPool } from '../src/reader-pool.ts';
import { type ReadDocument, resolve } from '../src/resolve/index.ts';
import { type Addition, type CaseStore, openSqliteCase } from '../src/store/index.ts';
import { weigh } from '../src/weigh/index.ts';
import { generatePile } from './generate/generate-pile.ts';
import { countWords, machine, median, peakMegabytes } from './machine.ts';

/** Columns of times, in seconds of the processor. */
const STEPS = ['read', 'add', 'load', 'resolve', 'weigh', 'ledgers', 'replace'] as const;
type Step = (typeof STEPS)[number];

interface Measured {
  readonly documents: number;
  readonly words: number;
  readonly seconds: Readonly<Record<Step, number>>;
  /** Peak memory while reading, and in the end. */
  readonly readMegabytes: number;
  readonly peakMegabytes: number;
  readonly caseMegabytes: number;
  readonly counts: Readonly<Record<string, number>>;
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: 'scale' },
    'a-story': { type: 'string', default: '12' },
    // What a process that measures one size is told.
    measure: { type: 'string' },
  },
});
const runs = Number(values.runs);

/** Processor time of all threads: unlike the clock it does not count what other programs do on the machine. */
const timed = async <T>(run: () => T | Promise<T>): Promise<{ readonly made: T; readonly seconds: number }> => {
  const begun = process.cpuUsage();
  const made = await run();
  const { user, system } = process.cpuUsage(begun);
  return { made, seconds: (user + system) / 1e6 };
};

/** The median over the runs; what the last of them made. */
const repeated = async <T>(run: () => T | Promise<T>): Promise<{ readonly made: T; readonly seconds: number }> => {
  let last = await timed(run);
  const seconds = [last.seconds];
  while (seconds.length < runs) {
    last = await timed(run);
    seconds.push(last.seconds);
  }
  return { made: last.made, seconds: median(seconds) };
};

/** As many documents as the product commits at once. */
const BATCH = 32;

/** Generates, reads on all cores and stores, batch by batch: no more than a batch is in memory. */
const fill = async (
  store: CaseStore,
  documents: number,
): Promise<{ readonly words: number; readonly read: number; readonly add: number }> => {
  const pool = await openReaderPool({ workers: availableParallelism() });
  let [words, read, add] = [0, 0, 0];
  const flush = async (batch: readonly { readonly name: string; readonly text: string }[]): Promise<void> => {
    const { made, seconds } = await timed(() =>
      Promise.all(
        batch.map(async ({ name, text }): Promise<Addition> => {
          const acquired = await documentFromBytes(Buffer.from(text), name);
          if (acquired.kind === 'refused') throw new Error(`Expected a document: ${acquired.refusal.reason}`);
          const outcome = await pool.run({ kind: 'document', document: acquired.document });
          if (outcome.kind === 'refused') throw new Error(`Expected a reading: ${outcome.refusal.reason}`);
          words += countWords(text);
          return outcome;
        }),
      ),
    );
    read += seconds;
    add += (await timed(() => store.add(made))).seconds;
  };
  let batch: { readonly name: string; readonly text: string }[] = [];
  for (const document of generatePile({ documents, seed: values.seed, aStory: Number(values['a-story']) })) {
    batch.push(document);
    if (batch.length === BATCH) {
      await flush(batch);
      batch = [];
    }
  }
  await flush(batch);
  await pool.close();
  return { words, read, add };
};

const loadAll = async (store: CaseStore): Promise<readonly ReadDocument[]> => {
  const inputs: ReadDocument[] = [];
  for await (const input of store.inputs()) inputs.push(input);
  return inputs;
};

const measure = async (documents: number): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-scale-'));
  const place = join(folder, 'pile.case');
  const store = await openSqliteCase(place, { create: true });
  try {
    const { words, read, add } = await fill(store, documents);
    const readMegabytes = peakMegabytes();
    const load = await timed(() => loadAll(store));
    const resolved = await repeated(() => resolve(load.made));
    const weighed = await repeated(() => weigh(resolved.made));
    const ledgers = await repeated(() => listLedgers(resolved.made, weighed.made));
    const whole: Case = buildCase(load.made);
    const replace = await timed(() => store.replaceCase('scale', whole));
    return {
      documents,
      words,
      seconds: {
        read,
        add,
        load: load.seconds,
        resolve: resolved.seconds,
        weigh: weighed.seconds,
        ledgers: ledgers.seconds,
        replace: replace.seconds,
      },
      readMegabytes,
      peakMegabytes: peakMegabytes(),
      caseMegabytes: Math.round(statSync(place).size / 2 ** 20),
      counts: Object.fromEntries(CASE_LISTS.map((list) => [list, whole[list].length])),
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
};

const measureApart = (documents: number): Measured => {
  const own = fileURLToPath(import.meta.url);
  const options = [
    '--measure',
    `${documents}`,
    '--runs',
    values.runs,
    '--seed',
    values.seed,
    '--a-story',
    values['a-story'],
  ];
  const printed = execFileSync(process.execPath, [...process.execArgv, own, ...options], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Measured;
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const main = (): void => {
  console.log(`${machine()}; processor time, all threads; median of ${runs} runs of resolve, weigh and ledgers\n`);
  console.log(row(['documents', 'words', ...STEPS.map((step) => `${step}, s`), 'peak reading', 'peak', 'case file']));
  console.log(row(Array.from({ length: STEPS.length + 5 }, () => '---')));
  const all: Measured[] = [];
  for (const documents of values.sizes.split(',').map(Number)) {
    const one = measureApart(documents);
    const before = all.at(-1);
    if (before !== undefined) {
      const exponent = (step: Step): string =>
        (Math.log(one.seconds[step] / before.seconds[step]) / Math.log(documents / before.documents)).toFixed(2);
      console.log(row(['growth', '', ...STEPS.map(exponent), '', '', '']));
    }
    all.push(one);
    const times = STEPS.map((step) => one.seconds[step].toFixed(2));
    const sizes = [one.readMegabytes, one.peakMegabytes, one.caseMegabytes].map((size) => `${size} MB`);
    console.log(row([documents.toLocaleString('en'), one.words.toLocaleString('en'), ...times, ...sizes]));
  }
  console.log(`\n${row(['documents', ...CASE_LISTS.slice(1)])}`);
  console.log(row(Array.from({ length: CASE_LISTS.length }, () => '---')));
  for (const { documents, counts } of all) {
    console.log(row([documents.toLocaleString('en'), ...CASE_LISTS.slice(1).map((list) => counts[list] ?? 0)]));
  }
};

if (values.measure === undefined) main();
else console.log(JSON.stringify(await measure(Number(values.measure))));

/**
 * How the cost of a case grows with its documents: resolve, weigh, ledgers and store, for 100, 1,000 and 10,000; and what one
 * document more costs in a process that holds the case, and in one that does not.
 *
 *   npm run bench:scale                          all three
 *   npm run bench:scale -- --sizes 100,1000      others
 *   npm run bench:scale -- --a-story 500         so many documents a story, 12 unless said
 *   npm run bench:scale -- --runs 5              so many runs a number (1 unless said); the median counts
 *   npm run bench:scale -- --adds 9              so many documents added one by one (5 unless said)
 *   npm run bench:scale -- --network             readings by the network, a quarter of a core-second for each document
 *   npm run bench:scale -- --write               puts the tables into docs/measurements.md
 *
 * Readings are made from what the inventor of the documents knows is told in them, unless `--network` is said: they have as many
 * names, sources and frames as the network finds, and none of its errors. What is measured comes after reading.
 *
 * Each size is a process of its own, so that peak memory is that size's. Times are the processor's, so that other work on
 * the machine does not count. Below the times stands the exponent of growth from
 * one size to the next: 1 is in proportion, 2 is with the square; n log n is about 1.18 from 100 to 1,000 and 1.12 from there
 * to 10,000 when n counts documents.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CaseBuilder, caseOf } from '../src/build-case.ts';
import { CaseKeeper } from '../src/case-view.ts';
import { listLedgers } from '../src/ledgers/index.ts';
import { CASE_LISTS, type Case } from '../src/model/index.ts';
import { openReaderPool } from '../src/reader-pool.ts';
import { type ReadDocument, resolve } from '../src/resolve/index.ts';
import { type Addition, type CaseStore, openSqliteCase } from '../src/store/index.ts';
import { weigh } from '../src/weigh/index.ts';
import { acquireGenerated } from './generate/acquire-generated.ts';
import { generatePile } from './generate/generate-pile.ts';
import { readGenerated } from './generate/read-generated.ts';
import type { GeneratedDocument } from './generate/write-document.ts';
import { countWords, machine, median, peakMegabytes } from './machine.ts';

/** Columns of times, in seconds of the processor. */
const STEPS = ['read', 'add', 'load', 'resolve', 'weigh', 'ledgers', 'replace', 'one more', 'anew'] as const;
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
  /** Rows of the case that the median document more changes, and whether all came to the bytes of a rebuild. */
  readonly changed: number;
  readonly isSame: boolean;
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    runs: { type: 'string', default: '1' },
    adds: { type: 'string', default: '5' },
    network: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
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

type Read = (made: GeneratedDocument) => Promise<Addition>;

/** What reads a document, and what to do when all are read. */
const openReading = async (): Promise<{ readonly read: Read; readonly close: () => Promise<void> }> => {
  if (!values.network) {
    const read: Read = async (made) => {
      const document = await acquireGenerated(made);
      return { document, reading: readGenerated(made, document) };
    };
    return { read, close: async () => {} };
  }
  const pool = await openReaderPool({ workers: availableParallelism() });
  const read: Read = async (made) => {
    const outcome = await pool.run(await acquireGenerated(made));
    if (outcome.kind === 'refused') throw new Error(`Expected a reading: ${outcome.refusal.reason}`);
    return outcome;
  };
  return { read, close: () => pool.close() };
};

/** Generates, reads and stores, batch by batch: no more than a batch is in memory. Some are kept back, to be added later. */
const fill = async (
  store: CaseStore,
  documents: number,
): Promise<{
  readonly words: number;
  readonly read: number;
  readonly add: number;
  readonly later: readonly Addition[];
}> => {
  const reading = await openReading();
  const apart = Math.max(1, Math.floor(documents / Number(values.adds)));
  const later: Addition[] = [];
  let [words, read, add, nth] = [0, 0, 0, 0];
  const flush = async (batch: readonly GeneratedDocument[]): Promise<void> => {
    const { made, seconds } = await timed(() => Promise.all(batch.map(reading.read)));
    read += seconds;
    for (const { text } of batch) words += countWords(text);
    // Spread over the pile, so that they are of stories large and small.
    const now: Addition[] = [];
    for (const one of made) (nth++ % apart === Math.floor(apart / 2) ? later : now).push(one);
    add += (await timed(() => store.add(now))).seconds;
  };
  let batch: GeneratedDocument[] = [];
  for (const document of generatePile({ documents, seed: values.seed, aStory: Number(values['a-story']) })) {
    batch.push(document);
    if (batch.length === BATCH) {
      await flush(batch);
      batch = [];
    }
  }
  await flush(batch);
  await reading.close();
  return { words, read, add, later };
};

const loadAll = async (store: CaseStore): Promise<readonly ReadDocument[]> => {
  const inputs: ReadDocument[] = [];
  for await (const input of store.inputs()) inputs.push(input);
  return inputs;
};

/** Rows of a case that are new or other than before. */
const countChanged = (before: Case, after: Case): number => {
  let changed = 0;
  for (const list of CASE_LISTS) {
    const known = new Set<unknown>(before[list]);
    for (const item of after[list]) if (!known.has(item)) changed++;
  }
  return changed;
};

const measure = async (documents: number): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-scale-'));
  const place = join(folder, 'pile.case');
  const store = await openSqliteCase(place, { create: true });
  try {
    const { words, read, add, later } = await fill(store, documents);
    const readMegabytes = peakMegabytes();
    const load = await timed(() => loadAll(store));

    // A process that holds the case: it derives once, then each document more is read, derived and written.
    const builder = new CaseBuilder();
    builder.add(load.made);
    let held: Case = builder.case();
    const replace = await timed(() => store.replaceCase('held', held));
    const more: number[] = [];
    const changed: number[] = [];
    for (const [at, addition] of later.entries()) {
      const before = held;
      const { seconds } = await timed(async () => {
        await store.add([addition]);
        builder.add([addition]);
        held = builder.case();
        await store.replaceCase(`held ${at}`, held);
      });
      more.push(seconds);
      changed.push(countChanged(before, held));
    }

    // The same readings from the start.
    const all = [...load.made, ...later];
    const resolved = await repeated(() => resolve(all));
    const weighed = await repeated(() => weigh(resolved.made));
    const ledgers = await repeated(() => listLedgers(resolved.made, weighed.made));
    const whole: Case = caseOf(resolved.made);
    const isSame = CASE_LISTS.every((list) => JSON.stringify(whole[list]) === JSON.stringify(held[list]));
    const peak = peakMegabytes();

    // A process that has just been started: all readings are loaded and the case is derived from them.
    const anew = await timed(() => new CaseKeeper(store).derive());
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
        'one more': median(more),
        anew: anew.seconds,
      },
      readMegabytes,
      peakMegabytes: peak,
      caseMegabytes: Math.round(statSync(place).size / 2 ** 20),
      counts: Object.fromEntries(CASE_LISTS.map((list) => [list, whole[list].length])),
      changed: median(changed),
      isSame,
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
    '--adds',
    values.adds,
    ...(values.network ? ['--network'] : []),
  ];
  const printed = execFileSync(process.execPath, [...process.execArgv, own, ...options], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Measured;
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const OUT = fileURLToPath(new URL('../docs/measurements.md', import.meta.url));
const [BEGIN, END] = ['<!-- scale:begin -->', '<!-- scale:end -->'];

const main = (): void => {
  const lines: string[] = [];
  const say = (line: string): void => {
    lines.push(line);
    console.log(line);
  };
  const readings = values.network ? 'readings by the network' : 'readings made from what the documents were made from';
  say(`${machine()}; processor time, all threads; ${readings}; runs: ${runs}, documents added: ${values.adds}\n`);
  say(
    row([
      'documents',
      'words',
      ...STEPS.map((step) => `${step}, s`),
      'rows changed',
      'same bytes',
      'peak',
      'case file',
    ]),
  );
  say(row(Array.from({ length: STEPS.length + 6 }, () => '---')));
  const all: Measured[] = [];
  for (const documents of values.sizes.split(',').map(Number)) {
    const one = measureApart(documents);
    const before = all.at(-1);
    if (before !== undefined) {
      const exponent = (step: Step): string =>
        (Math.log(one.seconds[step] / before.seconds[step]) / Math.log(documents / before.documents)).toFixed(2);
      say(row(['growth', '', ...STEPS.map(exponent), '', '', '', '']));
    }
    all.push(one);
    const times = STEPS.map((step) => one.seconds[step].toFixed(2));
    const sizes = [one.peakMegabytes, one.caseMegabytes].map((size) => `${size} MB`);
    const same = [one.changed.toLocaleString('en'), one.isSame ? 'yes' : 'NO'];
    say(row([documents.toLocaleString('en'), one.words.toLocaleString('en'), ...times, ...same, ...sizes]));
  }
  say(`\n${row(['documents', ...CASE_LISTS.slice(1)])}`);
  say(row(Array.from({ length: CASE_LISTS.length }, () => '---')));
  for (const { documents, counts } of all) {
    say(row([documents.toLocaleString('en'), ...CASE_LISTS.slice(1).map((list) => counts[list] ?? 0)]));
  }
  if (!values.write) return;
  const text = readFileSync(OUT, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`Expected ${BEGIN} and ${END} in ${OUT}.`);
  writeFileSync(OUT, `${text.slice(0, from + BEGIN.length)}\n\n${lines.join('\n')}\n\n${text.slice(to)}`);
};

if (values.measure === undefined) main();
else console.log(JSON.stringify(await measure(Number(values.measure))));

/**
 * How fast the compiled product reads, and what memory it takes, against what is asked of it.
 *
 *   npm run bench:speed                                     all of it: half an hour on two cores
 *   npm run bench:speed -- --only start,article             some: start, article, pile, long, odd, stages
 *   npm run bench:speed -- --documents 100,1000 --runs 3    piles of so many documents, each so often; the median counts
 *   npm run bench:speed -- --megabytes 0.5,1,2,5            long texts of those sizes
 *   npm run bench:speed -- --no-build                       measures `dist` as it is
 *
 * Each measure is a process of its own, so that peak memory is that measure's (the loader of TypeScript, some 50 MB, included).
 * Texts are invented: see `generate`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generatePile } from './generate/generate-pile.ts';
import { growth, machine, median, percentile } from './machine.ts';
import { build } from './speed/built.ts';
import { measureApart, measureStart } from './speed/measure-apart.ts';
import { ODD_KINDS } from './speed/odd-texts.ts';

/** What is asked of it. */
const TARGETS = { articleMs: 500, startMs: 1500, megabytes: 700, twoWorkers: 1.3, growth: 1.1 };

const PARTS = ['start', 'article', 'pile', 'long', 'odd', 'stages'] as const;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: PARTS.join(',') },
    documents: { type: 'string', default: '100,1000' },
    megabytes: { type: 'string', default: '0.5,1,2,5' },
    articles: { type: 'string', default: '60' },
    runs: { type: 'string', default: '3' },
    cores: { type: 'string', default: `${availableParallelism()}` },
    'no-build': { type: 'boolean', default: false },
  },
});
const numbers = (list: string): readonly number[] => list.split(',').map(Number);
const runs = Number(values.runs);
const cores = Number(values.cores);

const row = (...cells: readonly (string | number)[]): void => {
  console.log(`| ${cells.join(' | ')} |`);
};
const head = (...cells: readonly string[]): void => {
  row(...cells);
  row(...cells.map(() => '---'));
};
const rate = (one: number): string => Math.round(one).toLocaleString('en');
const verdict = (holds: boolean): string => (holds ? 'met' : 'missed');
const times = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);

const showStart = (): void => {
  const starts = times(2 * runs + 1).map(() => measureStart(cores));
  const ms = starts.map(({ milliseconds }) => milliseconds);
  console.log('\nFrom the start of a process until a reader is ready in it\n');
  head('median, s', 'slowest, s', 'of processor time, s', 'memory then', `target ${seconds(TARGETS.startMs)} s`);
  row(
    seconds(median(ms)),
    seconds(Math.max(...ms)),
    seconds(median(starts.map(({ cpuMilliseconds }) => cpuMilliseconds))),
    `${Math.max(...starts.map(({ megabytes }) => megabytes))} MB`,
    verdict(median(ms) < TARGETS.startMs),
  );
};

const showArticle = (): void => {
  const articles = Number(values.articles);
  const measured = measureApart('latency', { words: 800, articles, threads: cores });
  const { milliseconds: ms, cpuMilliseconds, peakMegabytes } = measured;
  console.log(`\nAn article of 800 words, after start, ${cores} cores, ${articles} articles one by one\n`);
  head(
    'median, s',
    '95 in 100 within, s',
    'of processor time, s',
    'peak memory',
    `target ${seconds(TARGETS.articleMs)} s`,
    `target ${TARGETS.megabytes} MB`,
  );
  row(
    seconds(median(ms)),
    seconds(percentile(ms, 0.95)),
    seconds(median(cpuMilliseconds)),
    `${peakMegabytes} MB`,
    verdict(median(ms) < TARGETS.articleMs),
    verdict(peakMegabytes < TARGETS.megabytes),
  );
};

const showPile = (): void => {
  console.log(`\nPiles; median of ${runs} runs by turns\n`);
  head(
    'documents',
    'words',
    'workers',
    'words a second',
    'of processor time',
    'slowest to fastest',
    'peak memory',
    `times as fast, target ${TARGETS.twoWorkers}`,
  );
  for (const documents of numbers(values.documents)) {
    // By turns, so that what else the machine does hits both alike.
    const measured = times(runs).map(() => [1, 2].map((workers) => measureApart('pile', { documents, workers })));
    let alone = 0;
    for (const at of [0, 1]) {
      const piles = measured.flatMap((pair) => pair[at] ?? []);
      const rates = piles.map(({ words, seconds }) => words / seconds);
      const cpuRates = piles.map(({ words, cpuSeconds }) => words / cpuSeconds);
      const gain = alone === 0 ? null : median(rates) / alone;
      alone ||= median(rates);
      row(
        documents.toLocaleString('en'),
        (piles[0]?.words ?? 0).toLocaleString('en'),
        at + 1,
        rate(median(rates)),
        rate(median(cpuRates)),
        `${rate(Math.min(...rates))} to ${rate(Math.max(...rates))}`,
        `${Math.max(...piles.map(({ peakMegabytes }) => peakMegabytes))} MB`,
        gain === null ? '' : `${gain.toFixed(2)} ${verdict(gain >= TARGETS.twoWorkers)}`,
      );
    }
  }
};

const showLong = (): void => {
  console.log('\nOne long text. Growth is the exponent of processor time from the size before: 1 is in proportion\n');
  head('megabytes', 'seconds', 'of processor time', 'growth', 'mentions', 'peak memory', 'linear');
  let before: { readonly size: number; readonly cost: number } | null = null;
  for (const megabytes of numbers(values.megabytes)) {
    const text = measureApart('long', { megabytes, kind: 'reporting', threads: cores });
    const now = { size: text.megabytes, cost: text.cpuSeconds };
    const exponent = before === null ? null : growth(before, now);
    before = now;
    row(
      text.megabytes.toFixed(2),
      text.seconds.toFixed(1),
      text.cpuSeconds.toFixed(1),
      exponent === null ? '' : exponent.toFixed(2),
      text.mentions.toLocaleString('en'),
      `${text.peakMegabytes} MB`,
      exponent === null ? '' : verdict(exponent <= TARGETS.growth),
    );
  }
};

const showOdd = (): void => {
  console.log('\nOdd texts, of 100 and 200 KB: seconds of processor time, and growth\n');
  head('text', '100 KB', '200 KB', 'growth', 'mentions in 200 KB', 'linear');
  for (const kind of ODD_KINDS) {
    const [small, large] = [0.1, 0.2].map((megabytes) => measureApart('long', { megabytes, kind, threads: cores }));
    if (small === undefined || large === undefined) continue;
    const exponent = growth(
      { size: small.megabytes, cost: small.cpuSeconds },
      { size: large.megabytes, cost: large.cpuSeconds },
    );
    const seconds = [small, large].map(({ cpuSeconds }) => cpuSeconds.toFixed(1));
    row(kind, ...seconds, exponent.toFixed(2), large.mentions, verdict(exponent <= TARGETS.growth + 0.1));
  }
};

const showStages = (): void => {
  const generated = mkdtempSync(join(tmpdir(), 'backchannel-speed-'));
  try {
    for (const { name, text } of generatePile({ documents: 60, seed: 'speed' })) {
      writeFileSync(join(generated, name), text);
    }
    const example = fileURLToPath(new URL('../examples/sarrow-strait', import.meta.url));
    for (const [called, folder] of [
      ['generated', generated],
      ['example', example],
    ] as const) {
      console.log();
      head(`stage (${called})`, 'share of the time');
      for (const { stage, share } of measureApart('stages', { folder, documents: 60 })) {
        row(stage, `${(share * 100).toFixed(1)} %`);
      }
    }
  } finally {
    rmSync(generated, { recursive: true });
  }
};

const SHOW = {
  start: showStart,
  article: showArticle,
  pile: showPile,
  long: showLong,
  odd: showOdd,
  stages: showStages,
} as const;

const asked = values.only.split(',');
const unknown = asked.find((part) => !PARTS.some((known) => known === part));
if (unknown !== undefined) {
  console.error(`Expected parts of ${PARTS.join(', ')}, got "${unknown}"`);
  process.exit(2);
}
if (!values['no-build'] && !build()) {
  console.error('Expected the checkout to compile. With --no-build what was compiled last is measured.');
  process.exit(1);
}
console.log(machine());
for (const part of PARTS) if (asked.includes(part)) SHOW[part]();

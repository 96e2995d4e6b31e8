/**
 * How quick the desk is on a large case: start, first view, filters, search, every view, the network in motion, memory.
 *
 *   npx tsx bench/desk/make-case.ts --documents 10000 --out pile.case
 *   npm run build
 *   npm run bench:desk -- --case pile.case                     all
 *   npm run bench:desk -- --case pile.case --only search,views  some: start, first, filter, search, views, network
 *   npm run bench:desk -- --case pile.case --write             puts the table into docs/measurements.md
 *
 * The built program serves the case in a process of its own, and a Chromium without a window looks at it; where the machine has
 * no graphics processor that Chromium may use, it draws on the processor, as it does here. The case is put together first if
 * it is not up to date. Files are in the system's cache, the browser's own cache is empty for each first view. Times on a
 * page run on its own clock from the input to the paint of the last change that comes of it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openSqliteCase } from '../../src/store/index.ts';
import { findChromium, launchChromium } from '../../tests/desk/chromium.ts';
import { Random } from '../generate/random.ts';
import { machine, median, percentile } from '../machine.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import { inventQueries, type Query } from './invent-queries.ts';
import { measureFilters, measureFirstView, measureNetwork, measureSearchPage, measureViews } from './measure-page.ts';

const PARTS = ['start', 'first', 'filter', 'search', 'views', 'network'] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: {
    case: { type: 'string' },
    only: { type: 'string', default: PARTS.join(',') },
    write: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
  },
});
const place = values.case;
if (place === undefined) throw new Error('Expected --case FILE: make one with bench/desk/make-case.ts.');
const chromium = findChromium();
if (chromium === null) throw new Error('Expected a Chromium on this machine: name it in BACKCHANNEL_CHROMIUM.');
const wanted = new Set(values.only.split(','));
const isWanted = (part: Part): boolean => wanted.has(part);
const runs = Number(values.runs);

const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  console.log(line);
};
const row = (...cells: readonly (string | number)[]): void => say(`| ${cells.join(' | ')} |`);
const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** Median and p95, and whether the one that counts keeps to its target. */
const tell = (what: string, times: readonly number[], target: string, isKept: boolean | null): void =>
  row(
    what,
    times.length,
    ms(median(times)),
    ms(percentile(times, 0.95)),
    target,
    isKept === null ? '' : isKept ? 'yes' : 'NO',
  );

const readQueries = async (file: string): Promise<readonly Query[]> => {
  const store = await openSqliteCase(file, { create: false });
  try {
    const names: string[] = [];
    for await (const { json } of store.items('entities')) names.push((JSON.parse(json) as { name: string }).name);
    const entries = await store.entries();
    const apart = Math.max(1, Math.floor(entries.length / 200));
    const texts: string[] = [];
    for (let at = 0; at < entries.length; at += apart) {
      const document = await store.document(entries[at]?.id ?? '');
      if (document !== null) texts.push(document.text);
    }
    return inventQueries(names, texts, new Random('desk searches'));
  } finally {
    await store.close();
  }
};

const timeApi = async (desk: DeskProcess, path: string): Promise<number> => {
  const started = performance.now();
  const answer = await desk.ask(path);
  await answer.text();
  if (!answer.ok) throw new Error(`Expected an answer of ${path}, found ${answer.status}.`);
  return performance.now() - started;
};

const measureSearchApi = async (desk: DeskProcess, queries: readonly Query[]): Promise<void> => {
  await timeApi(desk, '/search?q=warm');
  const times: number[] = [];
  const slowest: { readonly words: string; readonly took: number }[] = [];
  for (const { words } of queries) {
    const took = await timeApi(desk, `/search?q=${encodeURIComponent(words)}`);
    times.push(took);
    slowest.push({ words, took });
  }
  tell('search, API', times, 'p95 < 50 ms', percentile(times, 0.95) < 50);
  slowest.sort((a, b) => b.took - a.took);
  for (const { words, took } of slowest.slice(0, 5)) console.log(`    ${ms(took)}: ${words}`);
};

const tellMemory = (desk: DeskProcess, when: string): void => {
  const memory = desk.memory();
  if (memory !== null)
    row(`memory of the server, ${when}`, 1, `${memory.nowMegabytes} MB`, `${memory.peakMegabytes} MB`, '', '');
};

const measure = async (file: string): Promise<void> => {
  const prepared = await startDesk(file);
  const head = (await (await prepared.ask('/case')).json()) as { counts: Readonly<Record<string, number>> };
  await prepared.stop();
  const counted = ['documents', 'claims', 'findings', 'entities', 'interests'].map(
    (list) => `${(head.counts[list] ?? 0).toLocaleString('en')} ${list}`,
  );
  say(`${machine()}; ${counted.join(', ')}\n`);
  row('what', 'times', 'median', 'p95', 'target', 'kept');
  row(...Array.from({ length: 6 }, () => '---'));

  const browser = await launchChromium(chromium);
  try {
    const starts: number[] = [];
    const firsts: number[] = [];
    for (let run = 0; (isWanted('start') || isWanted('first')) && run < runs; run++) {
      const desk = await startDesk(file);
      starts.push(desk.startMs);
      if (isWanted('first')) firsts.push(await measureFirstView(browser, desk));
      await desk.stop();
    }
    if (starts.length > 0) tell('start to first answer', starts, '', null);
    if (firsts.length > 0)
      tell('first view usable, server just started', firsts, 'median < 2 s', median(firsts) < 2000);

    const desk = await startDesk(file);
    try {
      tellMemory(desk, 'just started');
      if (isWanted('first')) {
        const again: number[] = [];
        for (let run = 0; run < runs; run++) again.push(await measureFirstView(browser, desk));
        tell('first view usable, server in use', again, 'median < 2 s', median(again) < 2000);
      }
      if (isWanted('filter')) {
        for (const { what, times } of await measureFilters(browser, desk))
          tell(what, times, 'p95 < 100 ms', percentile(times, 0.95) < 100);
      }
      if (isWanted('search')) {
        const queries = await readQueries(file);
        await measureSearchApi(desk, queries);
        const times = await measureSearchPage(browser, desk, queries);
        tell('search, from key to hits on the page', times, '', null);
      }
      if (isWanted('views')) {
        for (const { what, first, again } of await measureViews(browser, desk)) {
          row(`view: ${what}, first time and again`, 2, ms(first), ms(again), '', '');
        }
      }
      if (isWanted('network')) {
        const { nodes, edges, frames } = await measureNetwork(browser, desk);
        const p95 = percentile(frames, 0.95);
        const what = `network, ${nodes.toLocaleString('en')} nodes, ${edges.toLocaleString('en')} edges: a frame`;
        tell(what, frames, 'p95 ≤ 33 ms (30 a second)', p95 <= 33.4);
      }
      tellMemory(desk, 'in the end');
    } finally {
      await desk.stop();
    }
  } finally {
    await browser.close();
  }
};

const OUT = fileURLToPath(new URL('../../docs/measurements.md', import.meta.url));
const [BEGIN, END] = ['<!-- desk:begin -->', '<!-- desk:end -->'];

await measure(place);
if (values.write) {
  const text = readFileSync(OUT, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`Expected ${BEGIN} and ${END} in ${OUT}.`);
  writeFileSync(OUT, `${text.slice(0, from + BEGIN.length)}\n\n${lines.join('\n')}\n\n${text.slice(to)}`);
}

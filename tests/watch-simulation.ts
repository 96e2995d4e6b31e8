import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { parseFeed } from 'feedsmith';
import { Notice } from '../src/model/index.ts';
import { difference, ended, exported } from './e2e/pile.ts';
import type { Item, Told, WatchWorld } from './watch-world.ts';

const RUN = fileURLToPath(new URL('./e2e/run-watch.ts', import.meta.url));

export interface SimulationSettings {
  /** How much faster time goes for the watch. */
  readonly speed: number;
  /** Changes of the world, and the time between two, in milliseconds of this machine. */
  readonly steps: number;
  readonly stepMs: number;
  /** A process is killed at a random moment up to so long after it was started; null: never. */
  readonly killWithinMs: number | null;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface SimulationResult {
  readonly documents: number;
  readonly starts: number;
  readonly kills: number;
  readonly requests: number;
  readonly notices: readonly Notice[];
  /** Ids printed more than once, as each is told at least once. */
  readonly printedAgain: number;
  readonly missing: readonly string[];
  readonly told: { readonly twiceInStore: number; readonly twiceInFeed: number; readonly neverPrinted: number };
  /** Where the case differs from the one made at once; null where it does not. */
  readonly difference: string | null;
  readonly readTwice: number;
  readonly seconds: number;
}

/** Mulberry32: the same changes for the same seed. */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Looks into a case file that another process writes. */
class Peek {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  #ask(sql: string, ...values: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
    if (!existsSync(this.#file)) return [];
    const database = new DatabaseSync(this.#file, { readOnly: true, timeout: 5000 });
    try {
      return database.prepare(sql).all(...values);
    } catch {
      return [];
    } finally {
      database.close();
    }
  }

  get begun(): number {
    return this.#ask(`select 1 from watches where item = '' and json like '{"begun":true%'`).length;
  }

  versions(path: string): number {
    return this.#ask('select document from paths where path = ?', path).length;
  }

  row(item: string): string | null {
    const [row] = this.#ask('select json from watches where item = ?', item);
    return row === undefined ? null : String(row.json);
  }

  get notices(): readonly Notice[] {
    return this.#ask('select json from notices order by seq').map(({ json }) => Notice.parse(JSON.parse(String(json))));
  }

  get documents(): readonly string[] {
    return this.#ask('select id from documents').map(({ id }) => String(id));
  }

  /** How often texts were logged as read: one that is read twice has two entries of custody or more readings than documents. */
  get arrivals(): number {
    return this.#ask('select number from custody where document is not null').length;
  }
}

const start = (world: WatchWorld, file: string, more: readonly string[], speed: number, epoch: number): ChildProcess =>
  spawn(
    process.execPath,
    [
      ...['--import', import.meta.resolve('tsx'), RUN, 'watch', world.feed, world.folder, '--case', file],
      ...['--every', '60s', '--private-hosts', '--json', '--workers', '1', ...more],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, WATCH_SPEED: String(speed), WATCH_EPOCH: String(epoch) },
    },
  );

/** The watching process, killed and started again. */
class Victim {
  readonly #start: () => ChildProcess;
  readonly #random: () => number;
  readonly #killWithinMs: number | null;
  #child: ChildProcess | null = null;
  #end: ReturnType<typeof ended> | null = null;
  #isLast = false;
  #isSpared = false;
  #loop: Promise<void> = Promise.resolve();
  starts = 0;
  kills = 0;
  out = '';
  err = '';

  constructor(start: () => ChildProcess, random: () => number, killWithinMs: number | null) {
    this.#start = start;
    this.#random = random;
    this.#killWithinMs = killWithinMs;
  }

  begin(): void {
    this.#loop = this.#run();
  }

  async #run(): Promise<void> {
    while (!this.#isLast) {
      const child = this.#start();
      this.starts++;
      this.#child = child;
      this.#end = ended(child);
      const limit = this.#killWithinMs;
      const timer =
        limit === null
          ? null
          : setTimeout(
              () => {
                if (!this.#isSpared) child.kill('SIGKILL');
              },
              500 + this.#random() * limit,
            );
      const { code, signal, out, err } = await this.#end;
      if (timer !== null) clearTimeout(timer);
      this.out += out;
      this.err += err;
      if (signal === 'SIGKILL') this.kills++;
      else if (!this.#isLast) throw new Error(`the watch ended by itself with ${code}: ${err}`);
    }
  }

  /** Lets the one that runs now go on, and when all is settled ends it in good order. */
  async finish(isSettled: () => boolean, withinMs: number): Promise<boolean> {
    this.#isSpared = true;
    let isDone = false;
    for (let waited = 0; waited < withinMs && !isDone; waited += 250) {
      await sleep(250);
      isDone = isSettled();
    }
    this.#isLast = true;
    this.#child?.kill('SIGINT');
    await this.#loop;
    return isDone;
  }
}

const pathOf = (world: WatchWorld, told: Told): string => {
  if (!('kind' in told)) return told.name;
  const item = told as Item;
  if (item.kind === 'page') return world.pageOf(item);
  return `${world.feed}!/${item.kind === 'bare' ? `item-${item.number}` : world.pageOf(item)}.html`;
};

/** Changes a world while a watch looks at it and is killed, and holds what comes of it against a case that was made at once. */
export const simulate = async (
  world: WatchWorld,
  files: { readonly case: string; readonly feed: string; readonly reference: string },
  settings: SimulationSettings,
): Promise<SimulationResult> => {
  const { speed, steps, stepMs, killWithinMs, seed, say = () => undefined } = settings;
  const random = randomOf(seed);
  const epoch = Date.now();
  const peek = new Peek(files.case);
  const victim = new Victim(
    () => start(world, files.case, ['--feed', files.feed], speed, epoch),
    randomOf(seed + 1),
    killWithinMs,
  );
  victim.begin();
  for (let i = 0; i < 400 && peek.begun < 2; i++) await sleep(250);
  say(`begun after ${Math.round((Date.now() - epoch) / 1000)} s`);

  const all = (): readonly Told[] => [...world.files, ...world.items];
  const isRead = (told: Told): boolean => peek.versions(pathOf(world, told)) >= told.versions.length;
  const isThere = (told: Told): boolean => !world.removed.has(told.name) && isRead(told);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let step = 0; step < steps; step++) {
    // Of items that roll off a feed before anybody could look at it nobody knows.
    for (let i = 0; i < 600 && world.items.filter((one) => !isRead(one)).length >= 6; i++) await sleep(250);
    const dice = random();
    const barred = world.items.length % 5 === 3 ? 'barred' : world.items.length % 7 === 4 ? 'bare' : 'page';
    if (dice < 0.35) world.addFile();
    else if (dice < 0.7) world.addItem(barred);
    else if (dice < 0.82) {
      const told = pick(all().filter((one) => isThere(one) && one.versions.length < 3));
      if (told !== undefined) world.edit(told);
    } else if (dice < 0.88) {
      const file = pick(world.files.filter((one) => isThere(one) && peek.row(`file:${one.name}`) !== null));
      if (file !== undefined) world.remove(file);
    } else if (dice < 0.92) {
      const item = pick(world.items.slice(-10).filter((one) => one.kind === 'page' && isThere(one)));
      if (item !== undefined && peek.row(`page:${world.pageOf(item)}`)?.includes('"is":"here"')) world.remove(item);
    } else if (dice < 0.97) world.trouble = pick(['none', 'none', '500', '404', 'empty', 'html'] as const) ?? 'none';
    else world.isShuffled = !world.isShuffled;
    if (step % 10 === 9)
      say(`${step + 1} changes, ${peek.documents.length} documents, ${victim.kills} kills, trouble: ${world.trouble}`);
    await sleep(stepMs * (0.5 + random()));
    // A source that is gone for so long that items roll off has lost them for everybody.
    if (world.trouble !== 'none' && random() < 0.5) world.trouble = 'none';
  }
  world.trouble = 'none';

  const wanted = (): readonly string[] => {
    const notices = peek.notices;
    const has = (kind: Notice['kind'], place: string): boolean =>
      notices.some((notice) => notice.kind === kind && notice.place === place);
    const documents = new Set(
      notices.flatMap(({ kind, item }) => (kind === 'document' || kind === 'edited' ? [item] : [])),
    );
    return [
      ...all().flatMap((told) => (isRead(told) ? [] : [`not read: ${pathOf(world, told)}`])),
      ...peek.documents.flatMap((id) => (documents.has(id) ? [] : [`document not told: ${id}`])),
      ...all().flatMap((told) =>
        told.versions.length > 1 && !has('edited', pathOf(world, told))
          ? [`edit not told: ${pathOf(world, told)}`]
          : [],
      ),
      ...[...world.removed].flatMap((name) => {
        const item = world.items.find((one) => one.name === name);
        const isTold = item === undefined ? has('removed', name) : has('withdrawn', world.pageOf(item));
        return isTold ? [] : [`removal not told: ${name}`];
      }),
    ];
  };
  const isSettled = await victim.finish(() => wanted().length === 0, 180_000);
  const seconds = (Date.now() - epoch) / 1000;
  say(`settled: ${isSettled} after ${Math.round(seconds)} s`);
  const missing = wanted();

  const { notices } = peek;
  const printed = victim.out.split('\n').flatMap((line) => {
    try {
      return [Notice.parse(JSON.parse(line)).id];
    } catch {
      // A line that was cut by a kill, or none.
      return [];
    }
  });
  const feed = parseFeed(readFileSync(files.feed, 'utf8'));
  const entries = feed.format === 'atom' ? (feed.feed.entries ?? []).map(({ id }) => id) : [];
  const documents = peek.documents.length;
  const readTwice = peek.arrivals - documents;
  const requests = world.asked;

  const epochs = Math.max(0, ...all().map(({ versions }) => versions.length));
  for (let version = 0; version < epochs; version++) {
    world.showAgain(version);
    const { code, err } = await ended(start(world, files.reference, ['--once'], speed, epoch));
    if (code !== 0 && code !== 1) throw new Error(`the case made at once failed: ${err}`);
    // Until the feed is due again.
    await sleep(62_000 / speed + 1000);
  }
  return {
    documents,
    starts: victim.starts,
    kills: victim.kills,
    requests,
    notices,
    printedAgain: printed.length - new Set(printed).size,
    missing,
    told: {
      twiceInStore: notices.length - new Set(notices.map(({ id }) => id)).size,
      twiceInFeed: entries.length - new Set(entries).size,
      neverPrinted: notices.filter(({ id }) => !printed.includes(id)).length,
    },
    difference: difference(await exported(files.case), await exported(files.reference)),
    readTwice,
    seconds,
  };
};

import { watch as watchFolder } from 'node:fs';
import type { Clock, Fetcher } from './acquire/index.ts';
import { CaseKeeper } from './case-view.ts';
import { BackchannelError, type Refusal } from './model/index.ts';
import type { Progress } from './read-into.ts';
import type { CaseStore, KeptNotice, Watched } from './store/index.ts';
import { CaseChanges } from './watch-changes.ts';
import { FilesLook } from './watch-files.ts';
import { BEAT_MS, WatchHolder } from './watch-holder.ts';
import { TakingReader, type TakingSettings } from './watch-read.ts';
import { Round } from './watch-round.ts';
import { addressesIn, sourcesRow, type WatchSource } from './watch-sources.ts';
import { SourceMemory } from './watch-state.ts';
import { type Rhythm, WebLook } from './watch-web.ts';

/** What a watch tells whoever runs it. */
export interface WatchListener {
  /** Each notice once, also after a restart; where the process ends right after, it is told again the next time. */
  readonly onNotices: (notices: readonly KeptNotice[]) => Promise<void>;
  readonly onRefused: (refusal: Refusal) => void;
  /** What was read to begin with, and is not told one by one. */
  readonly onBegun: (source: string, documents: number) => void;
  /** What went wrong and is tried again. */
  readonly onTrouble: (error: BackchannelError) => void;
  readonly onProgress: (progress: Progress) => void;
  /** Nothing is to be done until then: milliseconds since 1970. */
  readonly onIdle: (until: number) => void;
}

export interface WatchOptions extends WatchListener {
  readonly sources: readonly WatchSource[];
  readonly rhythm: Rhythm & { readonly filesMs: number };
  /** One round, then it ends. */
  readonly once: boolean;
  readonly reading: TakingSettings;
  /** Null where no source is on the web. */
  readonly fetcher: Fetcher | null;
  /** The machine's by default. */
  readonly clock?: Clock;
  /** From 0 up to 1: spreads out when things are looked at. */
  readonly random: () => number;
  /** Files that are never taken for documents: what is written of the case. */
  readonly own: readonly string[];
  readonly signal: AbortSignal;
}

/** Pages asked for in one round: of one host, since they wait for each other, and in all. */
const PAGES_A_HOST = 2;
const PAGES_A_ROUND = 8;
/** A file that is still being written is looked at again after this, also where a round is all that is asked for. */
const SETTLE_MS = 1000;
/** What was hindered by somebody else is tried again after this. */
const AGAIN_MS = 5000;
/** A folder is looked at again at the earliest after so many times what a look takes. */
const LOOK_SHARE = 20;

/** Somebody else's doing, or a disk that is full: it passes. */
const PASSES: ReadonlySet<string> = new Set(['store/locked', 'store/full', 'store/io']);

/** A first look at a source, of which nothing is told, and what came since. */
interface Rounds {
  readonly quiet: Round;
  readonly loud: Round;
}

type Settled = WatchOptions & { readonly clock: Clock };

class Watcher {
  readonly #store: CaseStore;
  readonly #options: Settled;
  readonly #holder: WatchHolder;
  readonly #reader: TakingReader;
  readonly #changes: CaseChanges;
  readonly #web: WebLook | null;
  readonly #memories = new Map<string, SourceMemory>();
  readonly #looks = new Map<string, FilesLook>();
  readonly #looksAt = new Map<string, number>();
  #turn: Promise<unknown> = Promise.resolve();
  /** Number of the last notice that was told. */
  #told: number;
  #wake = new AbortController();
  readonly #end = new AbortController();
  readonly #signal: AbortSignal;
  /** Of the store when it was looked at last. */
  #revision: string | null = null;

  constructor(
    store: CaseStore,
    options: Settled,
    parts: {
      readonly holder: WatchHolder;
      readonly reader: TakingReader;
      readonly changes: CaseChanges;
      readonly told: number;
    },
  ) {
    this.#store = store;
    this.#options = options;
    this.#holder = parts.holder;
    this.#reader = parts.reader;
    this.#changes = parts.changes;
    this.#told = parts.told;
    this.#signal = AbortSignal.any([options.signal, this.#end.signal]);
    const { fetcher, clock, random, rhythm } = options;
    const spread = (durationMs: number): number => durationMs * (0.95 + random() / 10);
    this.#web = fetcher && new WebLook({ fetcher, store, now: () => clock.now(), spread }, rhythm);
  }

  async run(): Promise<void> {
    const { sources } = this.#options;
    await this.#tellRest();
    // What came in while nobody watched, or before a process was ended.
    await this.#inTurn(() => this.#commit(this.#newRounds()));
    const files = sources.filter(({ kind }) => kind === 'files');
    const loops = [this.#loop(() => this.#webRound())];
    if (files.length > 0) loops.push(this.#loop(() => this.#filesRound(files)));
    const beating = this.#beat();
    const stopHints = this.#options.once ? () => undefined : this.#listen(files);
    try {
      // Without anything on the web its loop ends at once; what goes wrong in one ends the other.
      await Promise.race([Promise.all(loops), beating]);
    } finally {
      stopHints();
      this.#end.abort();
      this.#wake.abort();
      await Promise.allSettled([...loops, beating]);
      await this.#turn;
    }
  }

  get #isStopped(): boolean {
    return this.#signal.aborted;
  }

  #newRounds(): Rounds {
    const at = new Date(this.#options.clock.now()).toISOString();
    return { quiet: new Round(at), loud: new Round(at) };
  }

  async #memory(source: string): Promise<SourceMemory> {
    const known = this.#memories.get(source);
    if (known !== undefined) return known;
    const memory = new SourceMemory(source, await this.#store.watched(source), this.#options.clock.now());
    this.#memories.set(source, memory);
    return memory;
  }

  /** Holds one round after the other until stopped. @param hold Gives when the next is due; null when there is none. */
  async #loop(hold: () => Promise<number | null>): Promise<void> {
    const { clock, once, onTrouble, onIdle } = this.#options;
    while (!this.#isStopped) {
      let next: number | null;
      try {
        next = await hold();
      } catch (error) {
        if (this.#isStopped) return;
        if (!(error instanceof BackchannelError && PASSES.has(error.code))) throw error;
        onTrouble(error);
        next = clock.now() + AGAIN_MS;
      }
      if (next === null) return;
      const waitMs = next - clock.now();
      if (waitMs <= 0) continue;
      if (once && waitMs > AGAIN_MS) return;
      onIdle(next);
      await this.#wait(waitMs);
    }
  }

  async #wait(durationMs: number): Promise<void> {
    const signal = AbortSignal.any([this.#signal, this.#wake.signal]);
    await this.#options.clock.wait(durationMs, signal).catch(() => undefined);
    if (this.#wake.signal.aborted && !this.#isStopped) this.#wake = new AbortController();
  }

  /** Says that this process is alive. */
  async #beat(): Promise<void> {
    const { clock } = this.#options;
    while (!this.#isStopped) {
      await clock.wait(BEAT_MS, this.#signal).catch(() => undefined);
      if (!this.#isStopped) await this.#inTurn(() => this.#holder.beat()).catch(this.#pass);
    }
  }

  readonly #pass = (error: unknown): void => {
    if (!(error instanceof BackchannelError && PASSES.has(error.code))) throw error;
    this.#options.onTrouble(error);
  };

  /** Looks at folders at once when the system says that something has changed there: a hint, and not every system gives it. */
  #listen(files: readonly WatchSource[]): () => void {
    const stops = files.map(({ name }) => {
      try {
        const hints = watchFolder(name, { recursive: true, persistent: false }, () => this.#hint(name));
        hints.on('error', () => hints.close());
        return () => hints.close();
      } catch {
        return () => undefined;
      }
    });
    return () => {
      for (const stop of stops) stop();
    };
  }

  #hint(name: string): void {
    const at = this.#options.clock.now() + SETTLE_MS / 4;
    if ((this.#looksAt.get(name) ?? 0) <= at) return;
    this.#looksAt.set(name, at);
    this.#wake.abort();
  }

  async #filesRound(files: readonly WatchSource[]): Promise<number | null> {
    const { clock, rhythm, own, once } = this.#options;
    const rounds = this.#newRounds();
    for (const { name } of files) {
      if ((this.#looksAt.get(name) ?? 0) > clock.now()) continue;
      const memory = await this.#memory(name);
      const look = this.#looks.get(name) ?? new FilesLook(memory, [this.#store.place, ...own]);
      this.#looks.set(name, look);
      const begun = performance.now();
      const isWaiting = await look.look(memory.state.begun ? rounds.loud : rounds.quiet);
      const restMs = Math.max(rhythm.filesMs, LOOK_SHARE * (performance.now() - begun));
      const isSoon = isWaiting || look.isUnsettled;
      this.#looksAt.set(
        name,
        clock.now() + (isSoon ? Math.min(SETTLE_MS, rhythm.filesMs) : once ? Number.POSITIVE_INFINITY : restMs),
      );
    }
    await this.#inTurn(() => this.#commit(rounds));
    const next = Math.min(...files.map(({ name }) => this.#looksAt.get(name) ?? 0));
    return Number.isFinite(next) ? next : null;
  }

  /** The addresses that are watched now: those named, and those in lists. */
  async #addresses(): Promise<readonly SourceMemory[]> {
    const named: string[] = [];
    for (const { kind, name } of this.#options.sources) {
      if (kind === 'web') named.push(name);
      if (kind === 'list') named.push(...(await this.#listed(name)));
    }
    return Promise.all([...new Set(named)].map((name) => this.#memory(name)));
  }

  readonly #lists = new Map<string, readonly string[]>();

  async #listed(path: string): Promise<readonly string[]> {
    const { tidyWebAddress } = await import('./acquire/index.ts');
    const named = await addressesIn(path);
    const now: readonly string[] = named === null ? (this.#lists.get(path) ?? []) : named.map(tidyWebAddress);
    this.#lists.set(path, now);
    return now;
  }

  async #webRound(): Promise<number | null> {
    const { clock, rhythm, sources } = this.#options;
    const web = this.#web;
    if (web === null) return null;
    const memories = await this.#addresses();
    const now = clock.now();
    const rounds = this.#newRounds();
    const due = memories.filter(({ state }) => state.nextAt <= now);
    const looks = due.map((memory) =>
      web.source(memory, memory.state.begun ? rounds.loud : rounds.quiet, this.#signal),
    );
    for (const { memory, url } of this.#duePages(memories, now)) {
      const isQuiet = memory.pages.get(url)?.isQuiet === true && memory.pages.get(url)?.visits === 0;
      looks.push(web.page(memory, url, isQuiet ? rounds.quiet : rounds.loud, this.#signal));
    }
    await Promise.all(looks);
    if (this.#isStopped) return null;
    if (looks.length > 0) await this.#inTurn(() => this.#commit(rounds));
    const times = memories.flatMap(({ source, state, pages }) => [
      state.nextAt,
      ...[...pages].flatMap(([url, { nextAt }]) => (url === source || nextAt === null ? [] : [nextAt])),
    ]);
    const hasList = sources.some(({ kind }) => kind === 'list');
    const next = Math.min(...times, hasList ? clock.now() + rhythm.filesMs : Number.POSITIVE_INFINITY);
    if (this.#options.once && hasList && !times.some((at) => at <= clock.now())) return null;
    return Number.isFinite(next) ? next : null;
  }

  #duePages(
    memories: readonly SourceMemory[],
    now: number,
  ): readonly { readonly memory: SourceMemory; readonly url: string }[] {
    const hosts = new Map<string, number>();
    const due = memories.flatMap((memory) =>
      [...memory.pages].flatMap(([url, { nextAt }]) =>
        url === memory.source || nextAt === null || nextAt > now ? [] : [{ memory, url, nextAt }],
      ),
    );
    const chosen: { readonly memory: SourceMemory; readonly url: string }[] = [];
    for (const one of due.sort((a, b) => a.nextAt - b.nextAt)) {
      const { host } = new URL(one.url);
      const count = hosts.get(host) ?? 0;
      if (count >= PAGES_A_HOST) continue;
      hosts.set(host, count + 1);
      chosen.push(one);
      if (chosen.length === PAGES_A_ROUND) break;
    }
    return chosen;
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(run);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** What came with first looks goes first, so that the rest is held against a case that has it. */
  async #commit({ quiet, loud }: Rounds): Promise<void> {
    if (quiet.takings.length > 0) {
      await this.#settle(new Round(quiet.at), false);
      const silence = this.#changes.quietly();
      await this.#holder.note(silence.rows, []);
      silence.committed();
    }
    if (!quiet.isEmpty && !(await this.#settle(quiet, true))) return;
    // Others may have added to the case.
    if (!loud.isEmpty || this.#revision !== (await this.#store.revision())) await this.#settle(loud, false);
  }

  /**
   * Reads what was taken and puts the case together; then, in one transaction, what is remembered and what is told: whenever the process
   * ends before, the same is done again and nothing is read twice.
   *
   * @returns False when it was stopped.
   */
  async #settle(round: Round, isQuiet: boolean): Promise<boolean> {
    const { onRefused, onBegun, onProgress } = this.#options;
    for (const refusal of round.refusals) onRefused(refusal);
    if (round.takings.length > 0) {
      const taken = await this.#reader.read(round.takings, this.#signal, onProgress);
      for (const refusal of taken.refusals) onRefused(refusal);
      if (!taken.isComplete) return false;
      if (isQuiet && taken.added > 0)
        onBegun([...new Set(round.takings.map(({ source }) => source))].join(', '), taken.added);
    }
    const changes = await this.#changes.since(round.at, isQuiet);
    const rows: readonly Watched[] = [...round.rows, ...changes.rows];
    const told = [...round.notices, ...changes.notices];
    const notices = rows.length + told.length === 0 ? [] : await this.#holder.note(rows, told);
    round.committed();
    changes.committed();
    await this.#tell(notices);
    this.#revision = await this.#store.revision();
    return true;
  }

  /** What was kept and not told, since the process ended in between. */
  async #tellRest(): Promise<void> {
    await this.#tell(await this.#store.notices({ after: this.#told }));
  }

  async #tell(notices: readonly KeptNotice[]): Promise<void> {
    const last = notices.at(-1);
    if (last === undefined) return;
    await this.#options.onNotices(notices);
    this.#told = last.seq;
    await this.#holder.note([{ source: '', item: 'told', json: String(this.#told) }], []);
  }
}

/**
 * Looks at sources again and again, reads what is new into a case and tells what has changed, until it is stopped or, with `once`, for
 * one round. Where it stopped, and what was told, stands in the case file.
 *
 * What a source holds when it is looked at for the first time is read and not told one by one. What is committed when a process ends,
 * at whatever moment, is not read again; what is not is.
 *
 * @throws BackchannelError `watch/held` when another process watches the case; from the store and the reader.
 */
export const watchSources = async (store: CaseStore, asked: WatchOptions): Promise<void> => {
  const clock = asked.clock ?? (await import('./acquire/index.ts')).machineClock;
  const options: Settled = { ...asked, clock };
  const { reading } = options;
  const holder = await WatchHolder.take(store, () => clock.now());
  const keeper = new CaseKeeper(store);
  const reader = new TakingReader(store, keeper, reading, () => new Date(clock.now()));
  try {
    await holder.note([sourcesRow(options.sources)], []);
    const rows = await store.watched('');
    const told = Number(rows.find(({ item }) => item === 'told')?.json ?? 0);
    const changes = await CaseChanges.open(store, keeper, rows);
    await new Watcher(store, options, { holder, reader, changes, told }).run();
  } finally {
    await reader.close();
    await holder.release().catch(() => undefined);
  }
};

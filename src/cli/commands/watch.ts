import { basename } from 'node:path';
import {
  type CaseStore,
  openCase,
  openFetcherFor,
  settleBeat,
  type WatchClock,
  type WatchSource,
  watchedSources,
  watchSourceOf,
  watchSources,
  webAddressesOf,
} from '../../backchannel.ts';
import { BackchannelError, type Notice } from '../../model/index.ts';
import { FEED_NOTICES, noticeFeed } from '../../publish/index.ts';
import { plain, plainCell } from '../plain.ts';
import { progressLine } from '../progress-bar.ts';
import { type NoticeCommand, runNotice } from '../run-notice.ts';
import { sayNotice, timeOf } from '../say-notice.ts';
import { shortenNotices } from '../shorten-notices.ts';
import { splitWords } from '../split-words.ts';
import { renderTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-file.ts';
import { count, printRefusal } from './read.ts';

export interface WatchFlags {
  readonly case: string;
  /** Milliseconds; by kind of source unless given. */
  readonly every?: number;
  readonly once?: boolean;
  readonly json?: boolean;
  readonly list?: boolean;
  /** File to write an Atom feed of notices to. */
  readonly feed?: string;
  /** Command to run for each notice. */
  readonly run?: string;
  readonly shell?: boolean;
  readonly workers: number;
  readonly maxSize?: number;
  readonly thorough?: boolean;
  readonly beat?: string;
  readonly contact?: string;
  readonly privateHosts?: boolean;
  readonly originals?: boolean;
}

/** What a test changes of how a watch is held: its time goes faster, and servers of its own need not be spared. */
export interface WatchTrial {
  readonly clock?: WatchClock;
  readonly hostGapMs?: number;
  readonly leastWebMs?: number;
}

const MINUTE_MS = 60_000;
const FILES_MS = 2000;
const FEED_MS = 15 * MINUTE_MS;
const PAGE_MS = 60 * MINUTE_MS;
/** Servers are asked at most so often, whatever was said. */
const LEAST_WEB_MS = MINUTE_MS;

const commandOf = ({ run, shell }: WatchFlags): NoticeCommand | null => {
  if (run === undefined) return null;
  if (shell === true) return { words: [run], isShell: true };
  const words = splitWords(run);
  if (words === null || words.length === 0)
    throw new BackchannelError('cli/usage', `Expected a command after --run, found ${run}.`, {
      next: 'Close its quotes; or give it to a shell with --shell.',
    });
  return { words, isShell: false };
};

const rhythmOf = ({ every }: WatchFlags, { leastWebMs = LEAST_WEB_MS }: WatchTrial) => ({
  filesMs: every ?? FILES_MS,
  feedMs: Math.max(leastWebMs, every ?? FEED_MS),
  pageMs: Math.max(leastWebMs, every ?? PAGE_MS),
  isAsked: every !== undefined,
});

/** Prints, runs and writes what a watch tells. */
class Telling {
  readonly #store: CaseStore;
  readonly #flags: WatchFlags;
  readonly #command: NoticeCommand | null;
  readonly #terminal: Terminal;

  constructor(store: CaseStore, flags: WatchFlags, terminal: Terminal) {
    this.#store = store;
    this.#flags = flags;
    this.#command = commandOf(flags);
    this.#terminal = terminal;
  }

  async tell(notices: readonly Notice[]): Promise<void> {
    const terminal = this.#terminal;
    await this.writeFeed();
    const isJson = this.#flags.json === true;
    const { shown, more } = isJson ? { shown: notices, more: 0 } : shortenNotices(notices);
    for (const notice of shown) await terminal.out(`${isJson ? JSON.stringify(notice) : sayNotice(notice)}\n`);
    if (more > 0)
      await terminal.out(
        `  and ${count(more, 'more new finding')}: backchannel show ${plain(this.#store.place)} notices\n`,
      );
    if (this.#command === null) return;
    for (const notice of notices) {
      const failure = await runNotice(this.#command, notice);
      if (failure !== null)
        terminal.err(`The command of --run failed for ${notice.id}: ${plain(failure)}. (watch/command-failed)`);
    }
  }

  /** Writes the feed of what was told last; a feed that cannot be written is told, and the watch goes on. */
  async writeFeed(): Promise<void> {
    const { feed } = this.#flags;
    if (feed === undefined) return;
    const kept = await this.#store.notices({ last: FEED_NOTICES });
    const name = basename(this.#store.place).replace(/\.case$/i, '');
    try {
      await writeWhole(
        feed,
        await noticeFeed(
          kept.map(({ notice }) => notice),
          { name },
        ),
      );
    } catch (error) {
      if (!(error instanceof BackchannelError)) throw error;
      this.#terminal.err(`${plain(error.message)} ${plain(error.next ?? '')} (${error.code})`);
    }
  }
}

/** `watch --list`: what is watched, and when it is looked at next. */
const listSources = async (store: CaseStore, terminal: Terminal): Promise<number> => {
  const sources = await watchedSources(store);
  if (sources.length === 0) {
    await terminal.out(`Nothing was ever watched for ${plain(store.place)}.\n`);
    return 0;
  }
  const rows = sources.map(({ source, state, pages, files, items }) => [
    source.kind === 'web' ? (state.capture === null ? 'page' : 'feed') : source.kind === 'list' ? 'list' : 'files',
    plainCell(source.name),
    state.isSilent ? 'silent' : state.begun || source.kind === 'list' ? 'watched' : 'not looked at yet',
    source.kind === 'files' ? count(files, 'file') : `${count(items, 'item')}, ${count(pages, 'page')}`,
    source.kind === 'web' ? timeOf(new Date(state.nextAt).toISOString()) : '',
  ]);
  const titles = ['kind', 'source', 'state', 'known', 'next look'];
  const columns = titles.map((title) => ({ title, fixed: title !== 'source' }));
  await terminal.out(renderTable(columns, rows, terminal.width, (text) => text));
  return 0;
};

const sourcesFor = async (store: CaseStore, given: readonly string[]): Promise<readonly WatchSource[]> => {
  if (given.length === 0) {
    const known = (await watchedSources(store)).map(({ source }) => source);
    if (known.length > 0) return known;
    throw new BackchannelError(
      'cli/usage',
      'Expected a feed, folder, page or list of addresses to watch, found none.',
      {
        next: 'Try: backchannel watch clippings/ --case talks.case',
      },
    );
  }
  const isKnown = async (name: string): Promise<boolean> => (await store.watched(name)).length > 0;
  return Promise.all([...new Set(given)].map((one) => watchSourceOf(one, isKnown)));
};

/** `watch SOURCE... --case FILE`. */
export const watchCommand = async (
  given: readonly string[],
  flags: WatchFlags,
  terminal: Terminal,
  signal: AbortSignal,
  trial: WatchTrial = {},
): Promise<number> => {
  const store = await openCase(flags.case, { create: given.length > 0 && flags.list !== true });
  try {
    if (flags.list === true) return await listSources(store, terminal);
    return await watchCase(store, await sourcesFor(store, given), flags, terminal, signal, trial);
  } finally {
    terminal.progress(null);
    await store.close();
  }
};

const watchCase = async (
  store: CaseStore,
  sources: readonly WatchSource[],
  flags: WatchFlags,
  terminal: Terminal,
  signal: AbortSignal,
  trial: WatchTrial,
): Promise<number> => {
  const telling = new Telling(store, flags, terminal);
  const { beat } = await settleBeat(store, flags.beat);
  const clock = trial.clock === undefined ? {} : { clock: trial.clock };
  const fetcher = await openFetcherFor(await webAddressesOf(sources), {
    ...(flags.contact === undefined ? {} : { contact: flags.contact }),
    mayBePrivate: flags.privateHosts === true,
    ...clock,
    ...(trial.hostGapMs === undefined ? {} : { limits: { hostGapMs: trial.hostGapMs } }),
  });
  const start = Date.now();
  let refused = 0;
  try {
    const { workers, maxSize, thorough, originals } = flags;
    await telling.writeFeed();
    if (flags.once !== true)
      terminal.err(`Watching ${count(sources.length, 'source')} for ${plain(store.place)}. Ctrl-C ends it.`);
    await watchSources(store, {
      sources,
      rhythm: rhythmOf(flags, trial),
      once: flags.once === true,
      reading: {
        workers,
        precision: thorough === true ? 'thorough' : 'careful',
        beat,
        ...(maxSize === undefined ? {} : { limitBytes: maxSize }),
        keepOriginals: originals !== false,
      },
      fetcher,
      ...clock,
      random: Math.random,
      own: flags.feed === undefined ? [] : [flags.feed],
      signal,
      onNotices: (kept) => telling.tell(kept.map(({ notice }) => notice)),
      onRefused: (refusal) => {
        refused++;
        printRefusal(refusal, terminal);
      },
      onBegun: (source, documents) =>
        terminal.err(
          `${plain(source)}: ${count(documents, 'document')} read to begin with; what comes from now on is told.`,
        ),
      onTrouble: (error) => terminal.err(`${plain(error.message)} It is tried again. (${error.code})`),
      onProgress: (progress) =>
        progress.phase === 'looking'
          ? undefined
          : terminal.progress(progressLine(progress, Date.now() - start, terminal.width)),
      onIdle: (until) =>
        terminal.progress(
          `Watching ${count(sources.length, 'source')}; next look at ${timeOf(new Date(until).toISOString()).slice(11)}`,
        ),
    });
    return flags.once === true && refused > 0 ? 1 : 0;
  } finally {
    await fetcher?.close();
  }
};

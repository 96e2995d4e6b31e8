import {
  type AcquirerSettings,
  type CaseStore,
  openCase,
  openFetcherFor,
  type PageFetcherSettings,
  type PoolSettings,
  type Progress,
  type ReadSummary,
  readEach,
  readInto,
  settleBeat,
} from '../../backchannel.ts';
import { BackchannelError, type Hand, type Refusal } from '../../model/index.ts';
import { sayUnread } from '../../publish/index.ts';
import { plain } from '../plain.ts';
import { progressLine } from '../progress-bar.ts';
import type { Terminal } from '../terminal.ts';

export interface ReadFlags {
  readonly case?: string;
  readonly json?: boolean;
  readonly workers: number;
  readonly maxSize?: number;
  readonly careful?: boolean;
  readonly thorough?: boolean;
  /** Name of a shipped beat, or the folder of another. */
  readonly beat?: string;
  /** Who asks for pages, as their hosts are told. */
  readonly contact?: string;
  /** Whether pages may be of this machine's own network. */
  readonly privateHosts?: boolean;
  /** Whether copies of the files are kept. */
  readonly originals?: boolean;
  /** The command as it was given. */
  readonly how: Hand;
}

/** What the flags say of how to read. */
const settingsOf = ({ workers, maxSize, thorough, beat }: ReadFlags): PoolSettings & AcquirerSettings => ({
  workers,
  precision: thorough ? 'thorough' : 'careful',
  ...(maxSize === undefined ? {} : { limitBytes: maxSize }),
  ...(beat === undefined ? {} : { beat }),
});

const webSettingsOf = ({ contact, privateHosts, maxSize }: ReadFlags): PageFetcherSettings => ({
  ...(contact === undefined ? {} : { contact }),
  mayBePrivate: privateHosts === true,
  // As for files: what holds more than its text may be five times as large.
  ...(maxSize === undefined ? {} : { limits: { textBytes: maxSize, pagesBytes: 5 * maxSize } }),
});

/** As shells count: ended by an interrupt. */
const STOPPED = 130;

export const printRefusal = (refusal: Refusal, terminal: Terminal): void =>
  terminal.err(`refused ${plain(refusal.path)}: ${plain(refusal.reason)} (${refusal.code})`);

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const summaryLine = (summary: ReadSummary, file: string): string => {
  const parts = [
    summary.added > 0 ? `${count(summary.added, 'document')} added` : null,
    summary.paths > 0 ? `${count(summary.paths, 'further path')} of known documents` : null,
    summary.reread > 0 ? `${summary.reread} read again by this version` : null,
    summary.known > 0 ? `${summary.known} known and unchanged` : null,
    summary.refusals.length > 0 ? `${summary.refusals.length} refused` : null,
  ].filter((part) => part !== null);
  return `${plain(file)}: ${parts.length === 0 ? 'nothing to read' : parts.join(', ')}.`;
};

/** Throttles a progress line to what an eye can follow. */
export const showProgress = (terminal: Terminal): ((progress: Progress) => void) => {
  const start = Date.now();
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (progress.phase === 'reading' && progress.done < progress.total && now - last < 100) return;
    last = now;
    terminal.progress(progressLine(progress, now - start, terminal.width));
  };
};

/** The beat that the case is read with, and what is told of it where all of it is read again with another. */
const beatFor = async (
  store: CaseStore,
  paths: readonly string[],
  asked: string | undefined,
): Promise<{ readonly beat: string; readonly told: string | null }> => {
  const file = plain(store.place);
  try {
    const { beat, name, instead } = await settleBeat(store, asked);
    const was = instead.map((one) => `"${one}"`).join(' and ');
    return {
      beat,
      told:
        instead.length === 0
          ? null
          : `note: ${file} was read with the beat ${was}; all of it is read again with "${name}".`,
    };
  } catch (error) {
    if (!(error instanceof BackchannelError) || error.code !== 'read/other-beat') throw error;
    const again = paths.length === 0 ? '' : `${paths.map(plain).join(' ')} `;
    const next = `${error.next} Like this: backchannel read ${again}--case ${file} --beat NAME`;
    throw new BackchannelError('cli/other-beat', error.message, { next, cause: error });
  }
};

const readToCase = async (
  paths: readonly string[],
  file: string,
  flags: ReadFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const store = await openCase(file, { create: paths.length > 0 });
  const fetcher = await openFetcherFor(paths, webSettingsOf(flags));
  let summary: ReadSummary;
  try {
    const { beat, told } = await beatFor(store, paths, flags.beat);
    if (told !== null) terminal.err(told);
    summary = await readInto(store, paths, {
      ...settingsOf(flags),
      how: flags.how,
      keepOriginals: flags.originals ?? true,
      beat,
      signal,
      onProgress: showProgress(terminal),
      ...(fetcher === null ? {} : { fetcher }),
    });
  } finally {
    terminal.progress(null);
    await fetcher?.close();
    await store.close();
  }
  for (const refusal of summary.refusals) printRefusal(refusal, terminal);
  for (const path of summary.changed) {
    const isPage = /^https?:/i.test(path);
    const next = isPage ? ` Compare them: backchannel show ${plain(file)} changes ${plain(path)}` : '';
    terminal.err(
      `changed ${plain(path)}: the ${isPage ? 'page' : 'file'} has changed since it was read; the case keeps both versions.${next}`,
    );
  }
  const unread = sayUnread(summary.unread);
  if (unread !== null) terminal.err(`note: ${unread}`);
  if (!summary.isComplete) {
    terminal.err(`Stopped. ${summaryLine(summary, file)} Run the same command again to go on.`);
    return STOPPED;
  }
  if (terminal.isInteractive)
    await terminal.out(`${summaryLine(summary, file)}\nNext: backchannel show ${plain(file)}\n`);
  const taken = summary.added + summary.paths + summary.known + summary.reread;
  if (paths.length > 0 && taken === 0) {
    if (summary.refusals.length === 0)
      terminal.err(
        `backchannel: No documents were found under ${paths.map(plain).join(', ')}. Name documents (text, pages, PDF, Word, mail, transcripts, tables, archives) or folders of them. (read/no-documents)`,
      );
    return 3;
  }
  return summary.refusals.length > 0 ? 1 : 0;
};

const readToLines = async (
  paths: readonly string[],
  flags: ReadFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  let read = 0;
  let refused = 0;
  const fetcher = await openFetcherFor(paths, webSettingsOf(flags));
  const settings = { ...settingsOf(flags), signal, ...(fetcher === null ? {} : { fetcher }) };
  try {
    for await (const outcome of readEach(paths, settings)) {
      if (outcome.kind === 'read') {
        read++;
        await terminal.out(`${JSON.stringify(outcome.reading)}\n`);
      } else {
        refused++;
        printRefusal(outcome.refusal, terminal);
      }
      if (signal.aborted) return STOPPED;
    }
  } finally {
    await fetcher?.close();
  }
  if (read === 0) {
    if (refused === 0)
      terminal.err(`backchannel: No documents were found under ${paths.map(plain).join(', ')}. (read/no-documents)`);
    return 3;
  }
  return refused > 0 ? 1 : 0;
};

/** `read PATH... --case FILE` and `read PATH... --json`. */
export const readCommand = async (
  paths: readonly string[],
  flags: ReadFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const usage = (message: string, next: string): BackchannelError =>
    new BackchannelError('cli/usage', message, { next });
  if (flags.json && flags.case !== undefined) {
    throw usage('Expected --case FILE or --json, found both.', 'Leave one of them out.');
  }
  if (flags.json) {
    if (paths.length === 0)
      throw usage(
        'Expected a file, folder or web address to read, found none.',
        'Try: backchannel read clippings/ --json',
      );
    return readToLines(paths, flags, terminal, signal);
  }
  if (flags.case === undefined) {
    throw usage(
      'Expected --case FILE (the case to add to) or --json, found neither.',
      'Try: backchannel read clippings/ --case talks.case',
    );
  }
  return readToCase(paths, flags.case, flags, terminal, signal);
};

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openCaseHost } from '../../backchannel.ts';
import { plain } from '../plain.ts';
import { progressLine } from '../progress-bar.ts';
import type { Terminal } from '../terminal.ts';

/** What `desk` was asked for. */
export interface DeskFlags {
  readonly port: number;
  /** Whether a browser is opened. */
  readonly open: boolean;
  readonly by: string;
  readonly beat?: string;
  /** Whether copies of the files that are added are kept. */
  readonly originals: boolean;
  readonly version: string;
}

/** Documents up to which all that a decision needs is loaded as soon as the desk is open: seconds, and some hundred megabytes. */
const WARM_DOCUMENTS = 500;

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the browser of whoever runs this; where there is none, the address is printed all the same. */
const openBrowser = (address: string): void => {
  const [command = 'xdg-open', ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  const opened = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  opened.once('error', () => undefined);
  opened.unref();
};

/** `desk FILE`: serves the desk until it is stopped. */
export const deskCommand = async (
  file: string,
  flags: DeskFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const host = await openCaseHost(file, {
    keepOriginals: flags.originals,
    ...(flags.beat === undefined ? {} : { reader: { beat: flags.beat } }),
  });
  try {
    if (!(await host.isCurrent())) {
      const start = Date.now();
      terminal.err(`${plain(file)}: put together again, since documents, decisions or the program have changed.`);
      await host.derive((progress) => terminal.progress(progressLine(progress, Date.now() - start, terminal.width)));
      terminal.progress(null);
    }
    const { serveDesk } = await import('../../serve/index.ts');
    const desk = await serveDesk(host, {
      port: flags.port,
      page: fileURLToPath(new URL('../../../dist/desk', import.meta.url)),
      by: flags.by,
      now: () => new Date(),
      version: flags.version,
    });
    await terminal.out(`${desk.address}\n`);
    terminal.err('The desk is open at this address, on this machine only. Ctrl-C ends it.');
    if (flags.open) openBrowser(desk.address);
    // So that the first decision is quick; what it costs in memory and time is too much for a large case.
    const { length } = await host.store.entries();
    if (length <= WARM_DOCUMENTS) void host.warm().catch(() => undefined);
    await new Promise<void>((done) => {
      if (signal.aborted) done();
      signal.addEventListener('abort', () => done(), { once: true });
    });
    await desk.close();
    return 0;
  } finally {
    terminal.progress(null);
    await host.close();
  }
};

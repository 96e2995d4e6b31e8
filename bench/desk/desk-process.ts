import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../bin/backchannel.js', import.meta.url));

/** The desk as somebody starts it: the built program in a process of its own. */
export interface DeskProcess {
  readonly origin: string;
  readonly token: string;
  /** From its being started to the first answer of its API. */
  readonly startMs: number;
  address(path: string): string;
  ask(path: string): Promise<Response>;
  /** Resident memory now and at most, threads included; null on a system that does not tell. */
  memory(): { readonly nowMegabytes: number; readonly peakMegabytes: number } | null;
  stop(): Promise<void>;
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    let [printed, said] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const end = printed.indexOf('\n');
      if (end >= 0) done(printed.slice(0, end));
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('exit', (code) => fail(new Error(`Expected the desk to start, it ended with ${code}: ${said}`)));
  });

const megabytes = (status: string, field: string): number =>
  Math.round(Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024);

/** Starts the desk of a case and waits for its first answer. */
export const startDesk = async (place: string): Promise<DeskProcess> => {
  const started = performance.now();
  const child = spawn(process.execPath, [launcher, 'desk', place, '--port', '0', '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = new URL(await firstLine(child));
  const token = url.searchParams.get('token') ?? '';
  const { origin } = url;
  const ask = (path: string): Promise<Response> =>
    fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  await (await ask('/case')).text();
  const startMs = performance.now() - started;
  return {
    origin,
    token,
    startMs,
    address: (path) => `${origin}${path}${path.includes('?') ? '&' : '?'}token=${token}`,
    ask,
    memory: () => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        return { nowMegabytes: megabytes(status, 'VmRSS'), peakMegabytes: megabytes(status, 'VmHWM') };
      } catch {
        return null;
      }
    },
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
};

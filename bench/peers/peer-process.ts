import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { PeerNames, PeerSaid } from './protocol.ts';

/** How to start a peer. */
export interface PeerCommand {
  readonly called: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What to do to have it, shown when it does not start. */
  readonly install: string;
}

/** What one run took; memory is the most so far. */
export interface PeerRun {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** A peer that runs. Calls must not overlap. */
export interface RunningPeer {
  readonly called: string;
  readonly version: string;
  /** From the start of its process until it has read a first sentence. */
  readonly startMs: number;
  run(first: number, last: number): Promise<PeerRun>;
  names(): Promise<readonly PeerNames[]>;
  /** Ends it. */
  end(): void;
}

const listen = (child: ChildProcessWithoutNullStreams): (() => Promise<PeerSaid | null>) => {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    return done === true ? null : (JSON.parse(value) as PeerSaid);
  };
};

/**
 * Starts a peer in a process of its own and waits until it is ready.
 *
 * @returns Why it cannot be compared, when it does not start: the last error it complained of.
 */
export const startPeer = async (
  { called, command, args, install }: PeerCommand,
  texts: string,
  threads: number,
): Promise<RunningPeer | string> => {
  const begun = performance.now();
  const child = spawn(command, [...args, '--texts', texts, '--threads', `${threads}`]);
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => {
    complaint += part;
  });
  const failed = new Promise<null>((resolve) => {
    child.on('error', (error) => {
      complaint += error.message;
      resolve(null);
    });
  });
  const hear = listen(child);
  const first = await Promise.race([hear(), failed]);
  if (first?.ready === undefined) {
    const said = complaint.split('\n').filter((line) => /error/i.test(line));
    return `${called} does not start (${said.at(-1)?.trim() ?? 'it says nothing'}); ${install}`;
  }
  const startMs = performance.now() - begun;
  const tell = async (told: string): Promise<PeerSaid> => {
    child.stdin.write(`${told}\n`);
    const said = await hear();
    if (said === null) throw new Error(`Expected ${called} to answer "${told}", it ended: ${complaint}`);
    return said;
  };
  return {
    called,
    version: first.ready,
    startMs,
    run: async (from, to) => {
      const { seconds = 0, cpuSeconds = 0, peakMegabytes = 0 } = await tell(`run ${from} ${to}`);
      return { seconds, cpuSeconds, peakMegabytes };
    },
    names: async () => (await tell('names')).names ?? [],
    end: () => {
      child.stdin.end('end\n');
    },
  };
};

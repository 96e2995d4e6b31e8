import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Labelled } from '../heads/labelled-document.ts';
import { peakMegabytes } from '../machine.ts';

/** Names of one text, by label scheme. */
export type PeerNames = Readonly<Record<string, readonly Labelled[]>>;

/** What a peer's process says: one line of JSON for each line that it is told. */
export interface PeerSaid {
  /** First of all: what runs, and in which version. */
  readonly ready?: string;
  /** To "run"; memory is the most so far. */
  readonly seconds?: number;
  readonly cpuSeconds?: number;
  readonly peakMegabytes?: number;
  /** To "names": of each text, in the order given. */
  readonly names?: readonly PeerNames[];
}

/** A library at work: what it finds in texts. */
export interface Peer {
  readonly version: string;
  /** Reads all texts; the names of each. */
  names(texts: readonly string[]): Promise<readonly PeerNames[]>;
  close?(): Promise<void>;
}

/**
 * Runs a peer as a process that is told what to do, a word a line: "run FIRST LAST" reads those texts and says how long it
 * took and how much memory at most, "names" gives all that is found, "end" ends it.
 *
 * Texts are a file of JSON, a list of strings, named by `--texts`.
 */
export const servePeer = async (open: (threads: number) => Promise<Peer>): Promise<void> => {
  const { values } = parseArgs({
    options: { texts: { type: 'string', default: '' }, threads: { type: 'string', default: '1' } },
  });
  const say = (said: PeerSaid): void => {
    process.stdout.write(`${JSON.stringify(said)}\n`);
  };
  const peer = await open(Number(values.threads));
  // A first short text, so that what is loaded when first used is loaded.
  await peer.names(['Orla Vane flew to Talben on Monday.']);
  say({ ready: peer.version });
  const texts = JSON.parse(readFileSync(values.texts, 'utf8')) as readonly string[];
  for await (const line of createInterface({ input: process.stdin })) {
    const [told, first, last] = line.split(' ');
    if (told === 'run') {
      const begun = performance.now();
      const cpu = process.cpuUsage();
      await peer.names(texts.slice(Number(first), Number(last)));
      const { user, system } = process.cpuUsage(cpu);
      const seconds = (performance.now() - begun) / 1000;
      say({ seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes: peakMegabytes() });
    } else if (told === 'names') say({ names: await peer.names(texts) });
    else if (told === 'end') break;
  }
  await peer.close?.();
  process.exit(0);
};

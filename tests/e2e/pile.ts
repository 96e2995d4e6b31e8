import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  deriveCase,
  exportCase,
  openCase,
  type ReadIntoOptions,
  type ReadSummary,
  readInto,
} from '../../src/backchannel.ts';

export const EXAMPLE = fileURLToPath(new URL('../../examples/sarrow-strait', import.meta.url));

/** A folder that is there for one test file. */
export const makeFolder = (): {
  readonly path: (...names: readonly string[]) => string;
  readonly remove: () => void;
} => {
  const root = mkdtempSync(join(tmpdir(), 'backchannel-e2e-'));
  return { path: (...names) => join(root, ...names), remove: () => rmSync(root, { recursive: true, force: true }) };
};

const TOWNS = ['Lorne', 'Brask', 'Halmstead', 'Veyra', 'Orlo'];
const OUTLETS = ['The Halmstead Courier', 'Veyra Dispatch', 'The Brask Observer'];

/** A short invented report; each number gives another one. */
export const story = (i: number): string => {
  const town = TOWNS[i % TOWNS.length] ?? '';
  const day = (i % 27) + 1;
  return `${OUTLETS[i % OUTLETS.length]}
Envoys of Kestria and Ostra talk again
By Mara Tolen
May ${day}, 2031

Kestria's envoy, Anna Brodin, met Ostra's foreign minister, Karel Voss, in ${town} on Monday, two officials said.

The meeting lasted ${(i % 9) + 2} hours. "We spoke about the ferry line number ${i}," Brodin told reporters in ${town}. Voss denied that a deal had been reached.

Norel Shipping, owned by Voss's brother Emil Voss, wants to buy the harbour of ${town} if sanctions on Ostra are lifted, according to the ${OUTLETS[(i + 1) % OUTLETS.length]}.
`;
};

/** Writes files of a pile; gives the folder. */
export const writePile = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): string => {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

export const stories = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`story-${String(i).padStart(3, '0')}.txt`, story(i)]));

export const read = async (
  file: string,
  paths: readonly string[],
  options: Partial<ReadIntoOptions> = {},
): Promise<ReadSummary> => {
  const store = await openCase(file, { create: true });
  try {
    return await readInto(store, paths, { workers: 1, ...options });
  } finally {
    await store.close();
  }
};

export const exported = async (file: string): Promise<string> => {
  const store = await openCase(file);
  try {
    let text = '';
    for await (const piece of exportCase((await deriveCase(store)).view)) text += piece;
    return text;
  } finally {
    await store.close();
  }
};

/** What starts the command line of the checkout. */
export const RUN = fileURLToPath(new URL('./run-cli.ts', import.meta.url));

/** The command line of the checkout in a process of its own. */
export const start = (args: readonly string[], cwd?: string): ChildProcess =>
  spawn(process.execPath, ['--import', import.meta.resolve('tsx'), RUN, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Waits for a process and gives what it printed. */
export const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((done) => {
    const texts = { out: '', err: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      texts.out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      texts.err += text;
    });
    child.on('close', (code, signal) => done({ code, signal, ...texts }));
  });

export const cli = (args: readonly string[], cwd?: string): Promise<Ended> => ended(start(args, cwd));

/** Where two exports first differ; null when they are the same to the byte. Short, since an export is long. */
export const difference = (actual: string, expected: string): string | null => {
  if (actual === expected) return null;
  const [mine, theirs] = [actual.split('\n'), expected.split('\n')];
  const at = mine.findIndex((line, i) => line !== theirs[i]);
  return `line ${at + 1}: ${mine[at]?.slice(0, 300)} instead of ${theirs[at]?.slice(0, 300)}`;
};

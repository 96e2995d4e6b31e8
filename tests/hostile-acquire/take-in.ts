import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';

const CHILD = fileURLToPath(new URL('./take-in-child.ts', import.meta.url));

/**
 * The most that taking in any one file may make of the process, in megabytes, with all its threads and libraries: what is held of a
 * container (half a gigabyte at most) and what a reader needs for one text.
 */
export const MOST_MEGABYTES = 1200;

/** What came of files, in a process of its own. */
export interface TakenIn {
  /** Paths below the folder, each with the code of its refusal or the length of its text. */
  readonly given: readonly (readonly [string, string])[];
  readonly peakMegabytes: number;
  readonly ms: number;
}

/** A folder for files that are made for one test. */
export const makeFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'hostile-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** Takes in files and folders; the process must end by itself, in the memory that is allowed. */
export const takeIn = async (folder: string, paths: readonly string[], most = MOST_MEGABYTES): Promise<TakenIn> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', CHILD, ...paths.map((path) => join(folder, path))],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { given, peakMegabytes, ms }: TakenIn = JSON.parse(stdout);
  expect(peakMegabytes).toBeLessThan(most);
  return { given: given.map(([path, what]) => [path.slice(folder.length + 1), what]), peakMegabytes, ms };
};

/** Writes a file into the folder, and makes it as long as told, with nothing on the disk behind its bytes. */
export const put = (folder: string, name: string, bytes: string | Uint8Array, length?: number): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  if (length !== undefined) truncateSync(path, length);
  return name;
};

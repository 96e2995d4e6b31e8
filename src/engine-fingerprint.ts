import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byText, sha256 } from './model/index.ts';

/** The rooms whose code and data turn readings into a case. */
const ROOMS = ['model', 'text', 'resolve', 'weigh', 'ledgers'];

const here = fileURLToPath(new URL('.', import.meta.url));

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js|json|txt)$/.test(entry.name))
    .filter((entry) => !/\.(?:test|d)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * Changes whenever the code that derives a case does.
 *
 * A version number would have to be raised by hand with every change; when that is forgotten, a case shows what an older
 * program made of its readings and nobody notices. Hashing the code takes about 20 ms; it is done once in a process, which runs
 * the code that it began with.
 */
export const engineFingerprint = (): string => (known ??= fingerprint());

let known: string | null = null;

const fingerprint = (): string => {
  const files = [...ROOMS.map((room) => join(here, room)), join(here, '..', 'data')].flatMap(filesIn);
  return sha256(
    [...files]
      .sort(byText)
      .map((file) => sha256(readFileSync(file)))
      .join('\n'),
  );
};

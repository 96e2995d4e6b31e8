// Where the scripts of this folder find the published packages they read, and how they write a data file.
// Nothing here is part of the product; see data/README.md for how to lay out the folder of sources.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.BACKCHANNEL_DATA_SOURCES;
if (!root) {
  throw new Error('Set BACKCHANNEL_DATA_SOURCES to the folder that holds node_modules/ and py/ (see data/README.md).');
}

export const dataFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../data');

/** Path of a file inside the folder of sources; throws when it is not there. */
export function sourcePath(...parts) {
  const path = join(resolve(root), ...parts);
  if (!existsSync(path)) throw new Error(`Missing source: ${path} (see data/README.md)`);
  return path;
}

export const sourceRequire = createRequire(join(resolve(root), 'package.json'));

export const readText = (...parts) => readFileSync(sourcePath(...parts), 'utf8');
export const readJson = (...parts) => JSON.parse(readText(...parts));
export const readData = (name) => readFileSync(join(dataFolder, name), 'utf8');
export const readHere = (name) => readFileSync(join(dirname(fileURLToPath(import.meta.url)), name), 'utf8');

/** Byte order of UTF-16 units, so that the files come out the same on every machine. */
export const byUnits = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

export function writeLines(name, lines) {
  writeFileSync(join(dataFolder, name), `${lines.join('\n')}\n`);
  process.stderr.write(`${name}: ${lines.length} lines\n`);
}

/** One entry a line, so that a change of one entry is a change of one line. */
export function writeJsonList(name, list) {
  writeFileSync(join(dataFolder, name), `[\n${list.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]\n`);
  process.stderr.write(`${name}: ${list.length} entries\n`);
}

/** An object of lists, one list entry a line. */
export function writeJsonGroups(name, groups) {
  const parts = Object.entries(groups).map(
    ([key, list]) =>
      `  ${JSON.stringify(key)}: [\n${list.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`,
  );
  writeFileSync(join(dataFolder, name), `{\n${parts.join(',\n')}\n}\n`);
  process.stderr.write(
    `${name}: ${Object.values(groups)
      .map((list) => list.length)
      .join(' + ')} entries\n`,
  );
}

import { readFileSync } from 'node:fs';
import anyAscii from 'any-ascii';
import { BackchannelError } from '../../model/index.ts';

/** Runs `make` at the first call only. */
export const lazy = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Text of a file of the package's `data` folder, which lies beside both `src` and `dist`. Throws `data-missing`. */
export const readDataFile = (name: string): string => {
  try {
    return readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8');
  } catch (cause) {
    throw new BackchannelError('data-missing', `The data file ${name} should be in the package's data folder.`, {
      place: name,
      next: 'Install the package again, or get the data folder from the repository.',
      cause,
    });
  }
};

/** The lines of a data file, without the last empty one. */
export const readLines = (name: string): readonly string[] => readDataFile(name).trimEnd().split('\n');

const beyondAscii = /[^ -~]/;

/** Lower-case plain Latin letters, apostrophes and hyphens kept: the key by which the data files are looked up. */
export const plainKey = (text: string): string => {
  const plain = beyondAscii.test(text) ? anyAscii(text.normalize('NFC').replace(/[’ʼ]/g, "'")) : text;
  return plain.trim().toLowerCase();
};

/** `plainKey` without a leading "the". */
export const bareKey = (text: string): string => plainKey(text).replace(/^the /, '');

/** Puts a value in the list of a key. */
export const addTo = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
};

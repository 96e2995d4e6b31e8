import { BackchannelError } from '../model/index.ts';
import { LIST_FORMATS } from './list-entry.ts';

const KNOWN = `Formats: ${Object.values(LIST_FORMATS).join('; ')}. Plain or .gz.`;
const AGAIN = 'Get the file again from where it is published, then run the same command.';

/** The file ends before its content does. */
export const cutOff = (
  file: string,
  line: number,
  expected: string,
  found: string,
  cause?: unknown,
): BackchannelError =>
  new BackchannelError('screen/cut-off', `Expected ${expected}, found ${found} at line ${line} of ${file}.`, {
    place: `${file}:${line}`,
    next: `The list is cut off, so nothing was taken from it. ${AGAIN}`,
    cause,
  });

/** The file breaks the rules of what it is. */
export const malformed = (
  file: string,
  line: number,
  expected: string,
  found: string,
  cause?: unknown,
): BackchannelError =>
  new BackchannelError('screen/malformed', `Expected ${expected}, found ${found} at line ${line} of ${file}.`, {
    place: `${file}:${line}`,
    next: `The list is damaged, so nothing was taken from it. ${AGAIN}`,
    cause,
  });

/** The file is none of the lists that are read. */
export const foreign = (file: string, found: string): BackchannelError =>
  new BackchannelError('screen/unknown-format', `Expected a sanctions list, found ${found}: ${file}.`, {
    place: file,
    next: KNOWN,
  });

/** There is nothing in the file. */
export const isEmptyList = (file: string, found: string): BackchannelError =>
  new BackchannelError('screen/empty', `Expected a sanctions list, found ${found}: ${file}.`, {
    place: file,
    next: `An empty list would clear everybody, so it is not taken. ${AGAIN}`,
  });

/** One record is larger than any of a true list. */
export const tooLarge = (file: string, line: number, what: string, most: string): BackchannelError =>
  new BackchannelError(
    'screen/record-too-large',
    `Expected ${what} of at most ${most}, found a longer one at line ${line} of ${file}.`,
    {
      place: `${file}:${line}`,
      next: 'Lists may be of any size, but no one record of them; this file is damaged or none of the known formats.',
    },
  );

/** The file cannot be read at all. */
export const cannotRead = (file: string, cause: unknown): BackchannelError =>
  new BackchannelError(
    'screen/cannot-read',
    `Expected a list at ${file}, found ${cause instanceof Error ? cause.message : 'none that can be read'}.`,
    { place: file, next: 'Check the path and whether the file may be read.', cause },
  );

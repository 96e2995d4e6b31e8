import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { BackchannelError } from '../model/index.ts';

/** Primary result codes of SQLite that a user can do something about (sqlite.org/rescode.html). */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** SQLite's result code without its extension; null when the error is none of SQLite's. */
export const resultCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;

/** Why SQLite cannot open a file, which it does not say itself. */
const whyNotOpened = (place: string): string => {
  const parent = dirname(place);
  if (existsSync(place)) {
    return statSync(place).isDirectory() ? 'found a folder' : 'found one that may not be opened';
  }
  if (!existsSync(parent)) return `found no folder ${parent}`;
  if (!statSync(parent).isDirectory()) return `found that ${parent} is not a folder`;
  return `found that no file may be made in ${parent}`;
};

/** The error for a file that is something else than a case. */
export const notACase = (place: string, found: string, cause?: unknown): BackchannelError =>
  new BackchannelError('store/not-a-case', `Expected a case file at ${place}, found ${found}.`, {
    place,
    next: 'Name a file that `backchannel read PATH... --case FILE` made, or a new one. Nothing was changed in this one.',
    cause,
  });

/** The error for a write to what can only be read. */
export const readOnly = (place: string, cause?: unknown): BackchannelError =>
  new BackchannelError('store/read-only', `Expected to write to ${place}, found it (or its folder) read-only.`, {
    place,
    next: 'Copy it to a folder that you may write to and use the copy, or change who may write to it.',
    cause,
  });

/** Turns an error of SQLite into one that says what was expected and what to do; others are handed on as they are. */
export const storeError = (error: unknown, place: string): unknown => {
  const make = (code: string, message: string, next: string): BackchannelError =>
    new BackchannelError(code, message, { place, next, cause: error });
  switch (resultCode(error)) {
    case null:
      return error;
    case BUSY:
    case LOCKED:
      return make(
        'store/locked',
        `Expected to write to ${place}, found it locked: another process is writing to it.`,
        'Wait until that is done, then run the same command again. What was committed is kept.',
      );
    case READONLY:
      return readOnly(place, error);
    case FULL:
      return make(
        'store/full',
        `Expected room for more in ${place}, found the disk full.`,
        'Make room, then run the same command again. What was committed is kept.',
      );
    case IOERR:
      return make(
        'store/io',
        `Expected to read and write ${place}, found that the disk reports an error or is full.`,
        'Look after the disk, then run the same command again. What was committed is kept.',
      );
    case CORRUPT:
      return make(
        'store/damaged',
        `Expected a sound case file at ${place}, found it damaged.`,
        'Make the case again from the documents into a new file: `backchannel read PATH... --case NEW-FILE`.',
      );
    case CANTOPEN:
      return make(
        'store/cannot-open',
        `Expected a case file, or room for a new one, at ${place}, ${whyNotOpened(place)}.`,
        'Check the path and who may write there.',
      );
    case NOTADB:
      return notACase(place, 'a file of another kind', error);
    default:
      return make(
        'store/failed',
        `The case file ${place} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
        'Run the same command again. What was committed is kept.',
      );
  }
};

import type { Files } from './acquire/index.ts';
import { sha256 } from './model/index.ts';
import type { DocumentEntry } from './store/index.ts';

/** A file without a path: one that was dropped on a page. */
export interface DroppedFile {
  /** What it is called there. Any text: what could do harm in a path is taken out. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where dropped files are said to be, since a document has a path. Nothing is written there. */
const FOLDER = 'dropped';
const UNNAMED = 'unnamed';

/** UTF-16 units of a folder's or file's name, and of all folders of one file. */
const MAX_NAME = 120;
const MAX_FOLDERS = 8;

/** Control characters, those that turn the direction of writing, and halves of pairs; none says anything in a name. */
const HARMFUL = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

const shorten = (name: string): string => {
  if (name.length <= MAX_NAME) return name;
  // What it ends in says what kind of text it is.
  const ending = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? '';
  let stem = '';
  for (const sign of name) {
    if (stem.length + sign.length + ending.length > MAX_NAME) break;
    stem += sign;
  }
  return stem + ending;
};

/**
 * A name as part of a path that leads nowhere else: folders that it names are kept (a folder may be dropped), whatever leads up,
 * to the root or to another drive is not.
 */
export const safeName = (name: string): string => {
  const parts = name
    .normalize('NFC')
    .replace(HARMFUL, '')
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => !/^(?:\.{0,2}|[A-Za-z]:)$/.test(part))
    .map(shorten);
  return parts.length === 0 ? UNNAMED : parts.slice(-1 - MAX_FOLDERS).join('/');
};

/** `notes.txt`, `notes (2).txt`, `notes (3).txt`, ... */
const numbered = (path: string, nth: number): string =>
  nth === 1 ? path : path.replace(/(\.[^./]{1,10})?$/u, (ending) => ` (${nth})${ending}`);

/** Dropped files as a file system, and the paths at which they are found there. */
export interface PlacedFiles {
  readonly paths: readonly string[];
  readonly files: Files;
}

/**
 * Gives each dropped file a path that is its own.
 *
 * Content that the case has is found at the path it has there, so that dropping a file twice adds nothing. Another file of a name
 * that is taken, in the case or among those dropped with it, is numbered: neither is said to be a newer version of the other.
 *
 * @param below The file system for every other path.
 */
export const placeDropped = (
  dropped: readonly DroppedFile[],
  entries: readonly DocumentEntry[],
  below: Files,
): PlacedFiles => {
  const pathOf = new Map(entries.map(({ sha256: hash, paths }) => [hash, paths[0]]));
  const taken = new Set(entries.flatMap(({ paths }) => paths));
  const placed = new Map<string, Uint8Array>();
  const paths = dropped.map(({ name, bytes }) => {
    const hash = sha256(bytes);
    const known = pathOf.get(hash);
    const wanted = `${FOLDER}/${safeName(name)}`;
    let path = known ?? wanted;
    for (let nth = 2; known === undefined && taken.has(path); nth++) path = numbered(wanted, nth);
    taken.add(path);
    pathOf.set(hash, path);
    placed.set(path, bytes);
    return path;
  });
  return {
    paths: [...new Set(paths)],
    files: {
      stat: async (path) => {
        const bytes = placed.get(path);
        return bytes === undefined
          ? below.stat(path)
          : { kind: 'file', bytes: bytes.length, identity: `${FOLDER}:${path}` };
      },
      list: (path) => below.list(path),
      read: async (path, limit) => placed.get(path)?.subarray(0, limit) ?? below.read(path, limit),
      readAt: async (path, start, length) =>
        placed.get(path)?.subarray(start, start + length) ?? below.readAt(path, start, length),
    },
  };
};

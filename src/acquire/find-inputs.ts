import { sep } from 'node:path';
import { byText, type Refusal } from '../model/index.ts';
import { type FileStat, type Files, localFiles } from './files.ts';
import { HEAD_BYTES } from './formats/format.ts';
import { formatNamed, formatOf } from './formats/index.ts';
import { isSharedEnding, readEnding } from './media-type.ts';
import { refuse } from './refusals.ts';

/** The files found under the paths that a user named. */
export interface FoundInputs {
  /** Paths of files to acquire, in code-unit order, each once. Relative stays relative; separators are `/`. */
  readonly files: readonly string[];
  /** Of these the ones that lay in a folder and may turn out to be no documents (`acquire/not-document`): then they are passed over. */
  readonly unsure: ReadonlySet<string>;
  /** What cannot be taken, ordered by path. */
  readonly refusals: readonly Refusal[];
}

const WHAT: Readonly<Record<Exclude<FileStat['kind'], 'file'>, string>> = {
  folder: 'a folder',
  pipe: 'a named pipe',
  socket: 'a socket',
  device: 'a device',
};

/** What a thing that is no file is called in a refusal. */
export const wordFor = (kind: Exclude<FileStat['kind'], 'file'>): string => WHAT[kind];

/** A backslash is a separator on Windows only; elsewhere it may stand in a name. */
const tidy = (path: string): string => {
  const forward = sep === '\\' ? path.replaceAll('\\', '/') : path;
  return forward.length > 1 ? forward.replace(/(?<=.)\/+$/, '') : forward;
};

const join = (folder: string, name: string): string => (folder.endsWith('/') ? folder + name : `${folder}/${name}`);

/** Whether the first bytes of a file are those of a format that is read. One that cannot be opened is looked at when it is read. */
const tellsItself = async (path: string, files: Files): Promise<boolean> => {
  try {
    return formatOf(await files.readAt(path, 0, HEAD_BYTES), path, null) !== null;
  } catch {
    return true;
  }
};

/**
 * Finds the files to read under files and folders, folders to any depth.
 *
 * In folders, hidden files and kinds that are no documents (pictures, code, databases, ...) are passed over silently;
 * documents of a kind that is not read yet (PDF, Word, ...) are refused by name. A path named directly is always either
 * found or refused. A folder reached twice, by a link or because one path lies in another, is walked once.
 *
 * @param paths As the user named them, in any order; the answer does not depend on it.
 * @param files The file system; the machine's own by default.
 * @returns Never rejects: what cannot be looked at is a refusal, the rest is found.
 */
export const findInputs = async (paths: readonly string[], files: Files = localFiles): Promise<FoundInputs> => {
  const found = new Set<string>();
  const unsure = new Set<string>();
  const refusals = new Map<string, Refusal>();
  const walked = new Set<string>();
  const named = new Set(paths.map(tidy));
  const pending = [...named]
    .sort(byText)
    .reverse()
    .map((path) => ({ path, direct: true }));
  const decline = (refusal: Refusal): void => void refusals.set(refusal.path, refusal);

  // A stack instead of recursion: a tree may be deeper than the call stack.
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { path, direct } = next;
    let stat: FileStat;
    try {
      stat = await files.stat(path);
    } catch (error) {
      decline(refuse.failed(path, error));
      continue;
    }
    if (stat.kind === 'folder') {
      if (walked.has(stat.identity)) continue;
      walked.add(stat.identity);
      let names: readonly string[];
      try {
        names = await files.list(path);
      } catch (error) {
        decline(refuse.failed(path, error));
        continue;
      }
      const inside = names.filter((name) => !name.startsWith('.')).sort(byText);
      for (const name of inside.reverse()) pending.push({ path: join(path, name), direct: false });
      continue;
    }
    const isKnown = formatNamed(path) !== null;
    const ending = readEnding(path);
    if (stat.kind === 'file' && isSharedEnding(path) && (direct || (await tellsItself(path, files)))) {
      found.add(path);
      if (!named.has(path)) unsure.add(path);
    } else if (ending.kind === 'no-document' && !isKnown) {
      if (direct) decline(refuse.notDocument(path, ending.what));
    } else if (stat.kind !== 'file') decline(refuse.notFile(path, wordFor(stat.kind)));
    else if (ending.kind === 'later' && !isKnown) decline(refuse.unsupported(path, ending.what));
    else if (ending.kind === 'packed' && !isKnown) decline(refuse.packed(path, ending.what));
    else found.add(path);
  }
  return {
    files: [...found].sort(byText),
    unsure,
    refusals: [...refusals.values()].sort((a, b) => byText(a.path, b.path)),
  };
};

/** Whether a refusal is one to say nothing of: a file that lay in a folder has turned out to be no document. */
export const isPassedOver = (unsure: ReadonlySet<string>, path: string, refusal: Refusal): boolean =>
  refusal.code === 'acquire/not-document' && unsure.has(path);

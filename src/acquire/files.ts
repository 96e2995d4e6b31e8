import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';

/** What stands at a path, links followed. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'pipe' | 'socket' | 'device';
  /** Size in bytes; 0 where the system does not say. */
  readonly bytes: number;
  /** The same for every path that leads to one and the same thing: how circles of links are noticed. */
  readonly identity: string;
}

/** What this room needs of a file system. Each function rejects with the system's own error when it fails. */
export interface Files {
  stat(path: string): Promise<FileStat>;
  /** Names (not paths) of what a folder holds, in any order. */
  list(path: string): Promise<readonly string[]>;
  /** The first `limit` bytes of a file, or all of it when it is shorter. Must never wait on a pipe. */
  read(path: string, limit: number): Promise<Uint8Array>;
  /** `length` bytes from `start`, fewer where the file ends before. Must never wait on a pipe. */
  readAt(path: string, start: number, length: number): Promise<Uint8Array>;
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

const kindOf = (found: Kinds): FileStat['kind'] => {
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'pipe';
  return found.isSocket() ? 'socket' : 'device';
};

const CHUNK = 1024 * 1024;

const readPart = async (path: string, start: number, length: number): Promise<Uint8Array> => {
  // Non-blocking, since a pipe may have taken the file's place after it was looked at.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    while (size < length) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK, length - size));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, start + size);
      if (bytesRead === 0) break;
      chunks.push(chunk.subarray(0, bytesRead));
      size += bytesRead;
    }
    return Buffer.concat(chunks, size);
  } finally {
    await file.close();
  }
};

/** The machine's own file system. */
export const localFiles: Files = {
  async stat(path) {
    const found = await stat(path, { bigint: true });
    return { kind: kindOf(found), bytes: Number(found.size), identity: `${found.dev}:${found.ino}` };
  },
  list: (path) => readdir(path),
  read: (path, limit) => readPart(path, 0, limit),
  readAt: readPart,
};

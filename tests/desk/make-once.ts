import { existsSync, mkdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that holds a lock for longer than this has been killed. */
const LOST_MS = 300_000;

const isLost = (lock: string): boolean => {
  try {
    return Date.now() - statSync(lock).mtimeMs > LOST_MS;
  } catch {
    return false;
  }
};

/**
 * Makes something at a path once for all test files, each of which runs in a process of its own: the first makes it, the
 * others wait.
 *
 * @param isThere Whether what is at the path will do.
 * @param make Makes it at another path, from which it is moved when it is whole.
 */
export const makeOnce = async (
  path: string,
  make: (path: string) => Promise<void>,
  isThere: () => boolean = () => existsSync(path),
): Promise<void> => {
  const lock = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  while (!isThere()) {
    try {
      mkdirSync(lock);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isLost(lock)) rmdirSync(lock);
      await sleep(100);
      continue;
    }
    try {
      if (isThere()) return;
      const making = `${path}.${process.pid}`;
      await make(making);
      if (existsSync(making)) renameSync(making, path);
    } finally {
      rmdirSync(lock);
    }
  }
};

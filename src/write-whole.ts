import { rename, rm } from 'node:fs/promises';
import { BackchannelError } from './model/index.ts';

/**
 * Has a file written beside its place and put there when it is whole: a process that is killed or a full disk leaves what was there
 * before.
 *
 * @param write Writes to the path that it is given.
 * @throws BackchannelError `write/failed`, or what `write` throws of ours.
 */
export const putWhole = async (path: string, write: (part: string) => Promise<void>): Promise<void> => {
  const part = `${path}.part-${process.pid}`;
  try {
    await write(part);
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    if (cause instanceof BackchannelError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BackchannelError('write/failed', `Expected to write ${path}, but it cannot be written: ${why}.`, {
      place: path,
      next: 'Check the folder, who may write there, and how much room is left.',
      cause,
    });
  }
};

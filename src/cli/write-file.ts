import { rename, rm, writeFile } from 'node:fs/promises';
import { BackchannelError } from '../model/index.ts';

/**
 * Writes a file as a whole: a process that is killed or a full disk leaves what was there before.
 *
 * @throws BackchannelError `write/failed`.
 */
export const writeWhole = async (path: string, content: string | Uint8Array | AsyncIterable<string>): Promise<void> => {
  const part = `${path}.part-${process.pid}`;
  try {
    await writeFile(part, content);
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

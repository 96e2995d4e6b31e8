import { writeFile } from 'node:fs/promises';
import { putWhole } from '../write-whole.ts';

/**
 * Writes a file as a whole: a process that is killed or a full disk leaves what was there before.
 *
 * @throws BackchannelError `write/failed`.
 */
export const writeWhole = (path: string, content: string | Uint8Array | AsyncIterable<string>): Promise<void> =>
  putWhole(path, (part) => writeFile(part, content));

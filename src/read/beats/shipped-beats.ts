import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the beats are that come with Backchannel, a folder each. */
export const SHIPPED_BEATS = fileURLToPath(new URL('../../../beats', import.meta.url));

/** What documents are read with unless another beat is named. */
export const DEFAULT_BEAT = 'diplomacy';

/** Names of the beats that come with Backchannel, ordered. */
export const shippedBeats = (): readonly string[] =>
  readdirSync(SHIPPED_BEATS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(SHIPPED_BEATS, entry.name, 'beat.yaml')))
    .map(({ name }) => name)
    .sort();

/**
 * The folder of a beat that is named: that of a shipped one by its name, else the folder itself. A folder that is called like a
 * shipped beat is named with its path ("./mine").
 */
export const beatFolder = (nameOrFolder: string): string =>
  shippedBeats().includes(nameOrFolder) ? join(SHIPPED_BEATS, nameOrFolder) : nameOrFolder;

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackchannelError } from '../../model/index.ts';
import type { Beat } from './beat.ts';
import { type BeatSource, parseBeat } from './parse-beat.ts';

/**
 * Loads a beat from its folder: `beat.yaml`, `cues.yaml`, `frames/*.yaml`. Other files there are left alone.
 *
 * @throws BackchannelError `read/no-beat` when the folder cannot be read; `read/bad-beat` with file and line.
 */
export const loadBeat = (folder: string): Beat => {
  let paths: readonly string[];
  try {
    paths = [
      'beat.yaml',
      'cues.yaml',
      'ledgers.yaml',
      ...readdirSync(join(folder, 'frames')).map((name) => `frames/${name}`),
    ];
  } catch (cause) {
    throw new BackchannelError('read/no-beat', `no beat in ${folder}: it has no folder "frames" that can be read`, {
      place: folder,
      next: 'Name a folder with beat.yaml, cues.yaml and frames/*.yaml.',
      cause,
    });
  }
  return parseBeat(paths.flatMap((path) => read(folder, path)));
};

const read = (folder: string, path: string): readonly BeatSource[] => {
  if (!/\.ya?ml$/.test(path)) return [];
  try {
    return [{ path, text: readFileSync(join(folder, path), 'utf8') }];
  } catch {
    return [];
  }
};

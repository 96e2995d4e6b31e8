import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of a beat: a path as it stands, or the name of one that is shipped. */
export const beatFolder = (named: string, root: string): string => {
  const shipped = join(root, 'beats', named);
  return existsSync(named) || !existsSync(shipped) ? named : shipped;
};

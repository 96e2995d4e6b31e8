import { type Format, startsWith } from '../format.ts';
import { isTar } from './tar-header.ts';

/** Containers of files. What is packed as a whole is one of these two inside of each other. */
export const ARCHIVES: readonly Format[] = [
  {
    what: 'a TAR archive',
    mediaTypes: ['application/x-tar'],
    endings: ['tar'],
    isIt: isTar,
    size: 'container',
    load: async () => (await import('./tar.ts')).readTar,
  },
  {
    what: 'a gzip archive',
    mediaTypes: ['application/gzip', 'application/x-gzip'],
    endings: ['gz', 'tgz'],
    // With the only method that there is.
    isIt: (head) => startsWith(head, '\x1f\x8b\x08'),
    size: 'container',
    load: async () => (await import('./gzip.ts')).readGzip,
  },
];

import { readEnding } from '../../media-type.ts';
import { type Format, startsWith } from '../format.ts';
import { isTar } from './tar-header.ts';

/** Kinds that are ZIP files as well, and are not to be taken apart: presentations, programs, ... */
const isOtherZip = (path: string): boolean => ['later', 'packed', 'no-document'].includes(readEnding(path).kind);

/** Containers of files. Formats that are ZIP files themselves stand before them in the list of formats. */
export const ARCHIVES: readonly Format[] = [
  {
    what: 'a ZIP archive',
    mediaTypes: ['application/zip', 'application/x-zip-compressed'],
    endings: ['zip'],
    // A file in it, or the end of an empty list.
    isIt: (head, path) => (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) && !isOtherZip(path),
    size: 'container',
    load: async () => (await import('./zip.ts')).readZip,
  },
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

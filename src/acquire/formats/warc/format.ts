import { type Format, startsWith } from '../format.ts';

/** Captures of pages. What is packed record by record looks like gzip, which hands it on. */
export const WEB_ARCHIVES: readonly Format[] = [
  {
    what: 'a web archive (WACZ)',
    mediaTypes: ['application/wacz', 'application/x-wacz'],
    endings: ['wacz'],
    isIt: (head, path) => startsWith(head, 'PK\x03\x04') && /\.wacz$/i.test(path),
    size: 'container',
    load: async () => (await import('./wacz.ts')).readWacz,
  },
  {
    what: 'a web archive (WARC)',
    mediaTypes: ['application/warc'],
    endings: ['warc'],
    isIt: (head) => startsWith(head, 'WARC/1.') || startsWith(head, 'WARC/0.'),
    size: 'container',
    load: async () => (await import('./warc.ts')).readWarc,
  },
];

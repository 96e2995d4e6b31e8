import type { XmlNames } from '../xml-events.ts';

const name = (part: string): string => `urn:oasis:names:tc:opendocument:xmlns:${part}:1.0`;

/** Prefixes of the namespaces of OpenDocument 1.x (ISO/IEC 26300). */
export const OPEN_NAMES: XmlNames = {
  [name('office')]: 'office',
  [name('text')]: 'text',
  [name('table')]: 'table',
  [name('style')]: 'style',
  [name('drawing')]: 'draw',
  [name('manifest')]: 'manifest',
  [name('svg-compatible')]: 'svg',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

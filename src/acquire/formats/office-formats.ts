import { type Format, startsWith } from './format.ts';

const PACKED = 'PK\u0003\u0004';

/** What the first bytes of a ZIP file tell of the office file that it is: null when they are none, or tell nothing. */
export type Packed = 'word' | 'text' | 'book' | 'sheet' | 'slides' | null;

const MIMETYPES: readonly (readonly [start: string, packed: Packed])[] = [
  ['application/vnd.oasis.opendocument.text', 'text'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'sheet'],
  ['application/vnd.oasis.opendocument.presentation', 'slides'],
  ['application/epub+zip', 'book'],
];
/** Where the name stands in the header before each file in a ZIP file. */
const NAME_AT = 30;
/** How the names of an office file's parts begin. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/)/;
const FOLDERS: readonly (readonly [start: string, packed: Packed])[] = [
  ['word/', 'word'],
  ['xl/', 'sheet'],
  ['ppt/', 'slides'],
];
const ENDINGS: Readonly<Record<string, Packed>> = {
  docx: 'word',
  docm: 'word',
  dotx: 'word',
  dotm: 'word',
  odt: 'text',
  ott: 'text',
  epub: 'book',
  xlsx: 'sheet',
  xlsm: 'sheet',
  xlsb: 'sheet',
  xltx: 'sheet',
  ods: 'sheet',
  pptx: 'slides',
  ppsx: 'slides',
  odp: 'slides',
  key: 'slides',
};

/** OpenDocument and e-books name their kind in their first entry; others show it in the names of their first parts. */
const packedOf = (head: Uint8Array, path: string): Packed => {
  if (!startsWith(head, PACKED)) return null;
  const letters = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const stated = /^.{30}mimetype(?:.{0,40}?)(application\/[\w.+-]+)/s.exec(letters)?.[1];
  const named = stated === undefined ? undefined : MIMETYPES.find(([start]) => stated.startsWith(start));
  if (named !== undefined) return named[1];
  const names = letters.split(PACKED).map((header) => header.slice(NAME_AT - PACKED.length));
  // An archive may hold office files, stored as they are: the first name tells whether this is one itself.
  if (PARTS.test(names[1] ?? ''))
    for (const name of names) {
      const folder = FOLDERS.find(([start]) => name.startsWith(start));
      if (folder !== undefined) return folder[1];
    }
  const ending = /\.([a-z]{3,4})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
};

const packed =
  (kind: Packed) =>
  (head: Uint8Array, path: string): boolean =>
    packedOf(head, path) === kind;

/** Formats of word processors and spreadsheets. They come before archives, since most of them are ZIP files. */
export const OFFICE_FORMATS: readonly Format[] = [
  {
    what: 'a Word document',
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    endings: ['docx', 'docm', 'dotx', 'dotm'],
    isIt: packed('word'),
    size: 'pages',
    load: async () => (await import('./docx/read-docx.ts')).readDocx,
  },
  {
    what: 'an OpenDocument text',
    mediaTypes: ['application/vnd.oasis.opendocument.text'],
    endings: ['odt', 'ott'],
    isIt: packed('text'),
    size: 'pages',
    load: async () => (await import('./odt/read-odt.ts')).readOdt,
  },
  {
    what: 'an e-book',
    mediaTypes: ['application/epub+zip'],
    endings: ['epub'],
    isIt: packed('book'),
    size: 'pages',
    load: async () => (await import('./epub/read-epub.ts')).readEpub,
  },
  {
    what: 'a spreadsheet',
    mediaTypes: [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.oasis.opendocument.spreadsheet',
    ],
    endings: ['xlsx', 'xlsm', 'xlsb', 'xltx', 'ods'],
    isIt: packed('sheet'),
    size: 'pages',
    load: async () => (await import('./sheet/read-sheet.ts')).readSheet,
  },
  {
    what: 'an office document of before 2007',
    mediaTypes: ['application/vnd.ms-excel', 'application/msword'],
    endings: [],
    isIt: (head) => startsWith(head, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
    size: 'pages',
    load: async () => (await import('./ole/read-ole.ts')).readOle,
  },
  {
    what: 'a Rich Text document',
    mediaTypes: ['application/rtf', 'text/rtf', 'text/richtext'],
    endings: ['rtf'],
    isIt: (head) => startsWith(head, '{\\rt'),
    size: 'pages',
    load: async () => (await import('./rtf/read-rtf.ts')).readRtf,
  },
  {
    what: 'a table of comma-separated values',
    mediaTypes: ['text/csv', 'application/csv', 'text/tab-separated-values'],
    endings: ['csv', 'tsv', 'tab'],
    isIt: null,
    size: 'texts',
    load: async () => (await import('./csv/read-csv.ts')).readCsv,
  },
];

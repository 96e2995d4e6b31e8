import type { ParsingOptions, WorkBook } from '@e965/xlsx';
import { refuseLocked } from '../office-package.ts';

/**
 * Records of a workbook of before 2007 that its cells stand in or are shown by ([MS-XLS] 2.3): beginning and end, sheets, strings,
 * cells, forms of numbers. Of the rest some are laid out cell by cell over whatever range they state.
 */
const KEPT: ReadonlySet<number> = new Set([
  0x0809, 0x0200, 0x000a, 0x0085, 0x00fc, 0x003c, 0x00fd, 0x0204, 0x00d6, 0x0203, 0x027e, 0x00bd, 0x0205, 0x0006,
  0x0207, 0x041e, 0x00e0, 0x0022, 0x0042, 0x001c, 0x005d, 0x01b6,
]);
const LOCKED = 0x002f;
/** A record that says nothing: the end of a list that no program reads. */
const MUTED = 0x00e2;

/** A file in a compound file. One without size is passed over. */
interface Stream {
  readonly content: Uint8Array | undefined;
  size: number;
}

/** As much of the library as reads old workbooks; its types leave half of it out. */
interface XlsLibrary {
  readonly CFB: {
    readonly read: (bytes: Uint8Array, options: { readonly type: 'buffer' }) => unknown;
    readonly find: (file: unknown, path: string) => Stream | null;
  };
  readonly parse_xlscfb: (file: unknown, options: ParsingOptions) => WorkBook;
}

/** Mutes records that are not needed where they stand; each says how long it is. */
const mute = (content: Uint8Array): void => {
  const records = new DataView(content.buffer, content.byteOffset, content.length);
  for (let at = 0; at + 4 <= records.byteLength; at += 4 + records.getUint16(at + 2, true)) {
    const kind = records.getUint16(at, true);
    if (kind === LOCKED) refuseLocked('a spreadsheet');
    if (!KEPT.has(kind)) records.setUint16(at, MUTED, true);
  }
};

/** Where the first set of properties begins, by how many sets there are ([MS-OLEPS] 2.21). */
const SETS_AT = 24;
const FIRST_SET: ReadonlyMap<number, number> = new Map([
  [1, 48],
  [2, 68],
]);
/** A property's number and its place. */
const PROPERTY_BYTES = 8;

/** Whether a stream of properties has room for as many as it states: the library counts up to that. */
const hasRoom = (content: Uint8Array): boolean => {
  const properties = new DataView(content.buffer, content.byteOffset, content.length);
  if (properties.byteLength < SETS_AT + 4) return false;
  const start = FIRST_SET.get(properties.getUint32(SETS_AT, true));
  if (start === undefined || properties.byteLength < start + 8) return false;
  return properties.getUint32(start + 4, true) * PROPERTY_BYTES <= properties.byteLength;
};

/** Reads a workbook of before 2007 with what is not needed for its cells muted. */
export const readMuted = (bytes: Uint8Array, library: unknown, options: ParsingOptions): WorkBook => {
  // Both are part of the module; its types name one of them, as an unknown thing.
  const { CFB, parse_xlscfb } = library as XlsLibrary;
  // A copy, since the library may hand out windows of what it is given.
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const stream = CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book');
  if (stream?.content === undefined) throw new Error('it has no workbook in it');
  mute(stream.content);
  // Lists of lists that say how long they are, of which nothing is needed.
  const document = CFB.find(file, '/!DocumentSummaryInformation');
  if (document !== null) document.size = 0;
  const summary = CFB.find(file, '/!SummaryInformation');
  if (summary?.content !== undefined && !hasRoom(summary.content)) summary.size = 0;
  return parse_xlscfb(file, options);
};

import { type MailHeaders, readMailHeaders, readStructured, type Structured } from './mail-headers.ts';

/** Parts of one message that are taken apart: far more than any mail program makes, few enough to be done in a moment. */
const MAX_PARTS = 10_000;
/** Multiparts inside of multiparts: mail programs make four or five. */
const MAX_DEPTH = 50;
/** A boundary has 70 characters at most (RFC 2046); some programs write longer ones. */
const MAX_BOUNDARY = 250;

/** A part of a message, or the message itself. */
export interface MailPart {
  /** As IMAP numbers it: `1`, `2.1`; empty for a message of several parts itself. */
  readonly number: string;
  readonly headers: MailHeaders;
  readonly type: Structured;
  readonly disposition: Structured;
  /** Its bytes as they stand in the message, `[start, end)`; of a part that holds parts all of them. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly MailPart[];
}

export interface MailTree {
  readonly root: MailPart;
  /** What could not be taken apart, in words; null when all was. */
  readonly left: string | null;
}

interface Open {
  readonly number: string;
  readonly headers: MailHeaders;
  readonly type: Structured;
  readonly disposition: Structured;
  readonly start: number;
  end: number;
  readonly children: Open[];
  /** Of a multipart: what parts its children. */
  readonly boundary: string | null;
}

const NEWLINE = 10;

const lineEnd = (bytes: Buffer, from: number): number => {
  const at = bytes.indexOf(NEWLINE, from);
  return at === -1 ? bytes.length : at + 1;
};

const isBlankLine = (bytes: Buffer, from: number, to: number): boolean =>
  to - from <= 2 &&
  (bytes[from] === NEWLINE || (bytes[from] === 13 && (to - from === 1 || bytes[from + 1] === NEWLINE)));

const HEADER_LINE = /^(?:[ \t]|[!-9;-~]{1,200}[ \t]*:)/;

/** Where the header lines that start at `from` end, and where what they head begins. Without a blank line the first odd line does. */
const headerEnd = (bytes: Buffer, from: number): readonly [end: number, body: number] => {
  let at = from;
  while (at < bytes.length) {
    const next = lineEnd(bytes, at);
    if (isBlankLine(bytes, at, next)) return [at, next];
    if (!HEADER_LINE.test(bytes.toString('latin1', at, Math.min(next, at + 210)))) return [at, at];
    at = next;
  }
  return [at, at];
};

const openPart = (bytes: Buffer, from: number, number: string, byDefault: string): Open => {
  const [end, start] = headerEnd(bytes, from);
  const headers = readMailHeaders(bytes.subarray(from, end));
  const type = readStructured(headers.first('content-type') ?? byDefault);
  const boundary = type.value.startsWith('multipart/') ? (type.params.get('boundary')?.trimEnd() ?? '') : '';
  return {
    number,
    headers,
    type,
    disposition: readStructured(headers.first('content-disposition')),
    start,
    end: bytes.length,
    children: [],
    boundary: boundary === '' ? null : boundary.slice(0, MAX_BOUNDARY),
  };
};

/** The line break before a boundary belongs to the boundary. */
const beforeBoundary = (bytes: Buffer, at: number, start: number): number => {
  if (at - 1 < start || bytes[at - 1] !== NEWLINE) return at;
  return at - 2 >= start && bytes[at - 2] === 13 ? at - 2 : at - 1;
};

/** The next line that starts with two hyphens. */
const nextDashes = (bytes: Buffer, from: number): number => {
  if (bytes[from] === 45 && bytes[from + 1] === 45 && (from === 0 || bytes[from - 1] === NEWLINE)) return from;
  const at = bytes.indexOf('\n--', Math.max(0, from - 1), 'latin1');
  return at === -1 ? -1 : at + 1;
};

/**
 * Takes a message apart into its parts by their boundaries, in one pass over its bytes and without recursion. Parts whose end is
 * missing go on to the end of what they are in; a message inside a message stays one part.
 */
export const splitMail = (bytes: Buffer, from = 0): MailTree => {
  const root = openPart(bytes, from, '', 'text/plain');
  const open: Open[] = root.boundary === null ? [] : [root];
  let parts = 1;
  let left: string | null = null;
  let at = root.start;
  const closeFrom = (level: number, end: number): void => {
    for (const multipart of open.splice(level)) {
      const last = multipart.children.at(-1);
      if (last && last.end > end) last.end = Math.max(last.start, end);
      multipart.end = Math.max(multipart.start, Math.min(multipart.end, end));
    }
  };
  while (open.length > 0) {
    const dashes = nextDashes(bytes, at);
    if (dashes === -1) break;
    const next = lineEnd(bytes, dashes);
    at = next;
    if (next - dashes > MAX_BOUNDARY + 10) continue;
    const line = bytes.toString('latin1', dashes + 2, next).trimEnd();
    const isNamed = ({ boundary }: Open): boolean => boundary === line || `${boundary}--` === line;
    const level = open.findLastIndex(isNamed);
    const multipart = open[level];
    if (multipart === undefined) continue;
    const end = beforeBoundary(bytes, dashes, multipart.start);
    closeFrom(level + 1, end);
    const last = multipart.children.at(-1);
    if (last && last.end > end) last.end = Math.max(last.start, end);
    if (multipart.boundary !== line) {
      multipart.end = next;
      open.splice(level);
      continue;
    }
    if (parts >= MAX_PARTS) {
      left = `more than ${MAX_PARTS.toLocaleString('en')} parts`;
      break;
    }
    parts++;
    const number = `${multipart.number}${multipart.number === '' ? '' : '.'}${multipart.children.length + 1}`;
    const child = openPart(
      bytes,
      next,
      number,
      multipart.type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain',
    );
    multipart.children.push(child);
    if (child.boundary !== null) {
      if (open.length >= MAX_DEPTH) left = `parts inside each other more than ${MAX_DEPTH} deep`;
      else open.push(child);
    }
    // A boundary may stand right behind a part's headers, where there is no empty line.
    at = child.start;
  }
  closeFrom(0, bytes.length);
  return { root: root.boundary === null ? { ...root, number: '1' } : root, left };
};

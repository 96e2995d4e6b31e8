import { type ByteSource, hashOf, pathInside, type Received, sourceOf } from '../../received.ts';
import { refuse } from '../../refusals.ts';
import { type FormatWork, PAGES_FACTOR, type Piece } from '../format.ts';
import { isMailboxSeam } from './head.ts';

const CHUNK = 1024 * 1024;
/** Longest line that is looked at for a seam, with the line behind it. */
const LINE = 1024;
/** How far into a message its own word for its length is looked for: as far as headers of usual and of unusual length go. */
const HEADS: readonly number[] = [8192, 131_072];

const NEWLINE = 10;

const latin = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** Where the line ends that begins at `at`, behind its line break. */
const lineEnd = (bytes: Buffer, at: number): number => {
  const end = bytes.indexOf(NEWLINE, at);
  return end === -1 ? bytes.length : end + 1;
};

/** The length that a message states, where another message or the file's end follows upon it; null otherwise. */
const statedEnd = async (source: ByteSource, start: number): Promise<number | null> => {
  let head = '';
  let blank: RegExpExecArray | null = null;
  for (const length of HEADS) {
    head = Buffer.from(await source.read(start, length)).toString('latin1');
    blank = /\r?\n\r?\n/.exec(head);
    if (blank !== null) break;
  }
  const stated =
    blank === null ? null : /^content-length:[ \t]*(\d{1,12})[ \t]*\r?$/im.exec(head.slice(0, blank.index + 1));
  if (!blank || !stated) return null;
  const end = start + blank.index + blank[0].length + Number(stated[1]);
  if (end >= source.size) return end === source.size ? end : null;
  const behind = Buffer.from(await source.read(end, 16)).toString('latin1');
  return /^(?:\r?\n){0,2}(?:From |$)/.test(behind) ? end : null;
};

interface Message {
  readonly start: number;
  readonly end: number;
}

/** The first seam at or behind `from` in a piece of a mailbox: where its line begins and ends; null when there is none. */
const nextSeam = (bytes: Buffer, from: number, isLineStart: boolean): Message | null => {
  const isFirst = from === 0 && isLineStart && latin(bytes, 0, 5) === 'From ';
  let at = isFirst ? 0 : bytes.indexOf('\nFrom ', Math.max(0, from - 1), 'latin1') + 1;
  while (at > 0 || isFirst) {
    const behind = lineEnd(bytes, at);
    const next = latin(bytes, behind, Math.min(behind + 300, lineEnd(bytes, behind)));
    if (behind - at <= LINE / 2 && isMailboxSeam(latin(bytes, at, behind), next)) return { start: at, end: behind };
    at = bytes.indexOf('\nFrom ', at, 'latin1') + 1;
    if (at === 0) break;
  }
  return null;
};

/** Where each message stands, its seam left out; read in pieces of a megabyte. */
async function* findMessages(source: ByteSource): AsyncGenerator<Message> {
  let start: number | null = null;
  let from = 0;
  let isLineStart = true;
  while (from < source.size) {
    // A little more than a piece, so that no seam is cut.
    const bytes = Buffer.from(await source.read(from, CHUNK + LINE));
    if (bytes.length === 0) break;
    const until = Math.min(from + bytes.length >= source.size ? bytes.length : CHUNK, bytes.length);
    let stated: number | null = null;
    for (let seam = nextSeam(bytes, 0, isLineStart); seam; seam = nextSeam(bytes, seam.end, false)) {
      if (seam.start >= until) break;
      if (start !== null) yield { start, end: from + seam.start };
      start = from + seam.end;
      const end = await statedEnd(source, start);
      if (end === null) continue;
      yield { start, end };
      start = null;
      stated = end;
      break;
    }
    // What a stated length ends at is a line's start, or the message's own last line break.
    isLineStart = stated !== null || bytes[until - 1] === NEWLINE;
    from = stated ?? from + until;
  }
  if (start !== null) yield { start, end: source.size };
}

/** Takes the empty line before the next seam away, and the ">" that was put before lines beginning with "From ". */
const cleanMessage = (bytes: Buffer): Buffer => {
  const blank = /(?:\r?\n)(\r?\n)$/.exec(latin(bytes, Math.max(0, bytes.length - 4), bytes.length));
  const end = bytes.length - (blank?.[1]?.length ?? 0);
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf('\n>', 0, 'latin1'); at !== -1 && at < end; at = bytes.indexOf('\n>', at + 1, 'latin1')) {
    let mark = at + 1;
    while (bytes[mark] === 62) mark++;
    if (latin(bytes, mark, mark + 5) !== 'From ') continue;
    parts.push(bytes.subarray(from, at + 1));
    from = at + 2;
  }
  return parts.length === 0 ? bytes.subarray(0, end) : Buffer.concat([...parts, bytes.subarray(from, end)]);
};

/**
 * Reads a mailbox of any size message by message, counted from 1; no more than one is held. Seams are lines that begin with "From "
 * and look like one (mboxo, mboxrd), or are where a message's own length says (mboxcl, mboxcl2). A message over the limit is refused
 * by its number.
 */
export async function* readMailbox(received: Received, work: FormatWork): AsyncGenerator<Piece> {
  const { path, source, steps, depth } = received;
  const limit = work.limitBytes * PAGES_FACTOR;
  const of = await hashOf(source);
  let number = 0;
  for await (const { start, end } of findMessages(source)) {
    number++;
    const inner = pathInside(path, String(number));
    if (end - start > limit) {
      yield { kind: 'refused', refusal: refuse.tooLarge(inner, end - start, limit) };
      continue;
    }
    const bytes = cleanMessage(Buffer.from(await source.read(start, end - start)));
    yield {
      kind: 'inside',
      received: {
        path: inner,
        source: sourceOf(bytes),
        declared: 'message/rfc822',
        known: [],
        steps: [
          ...steps,
          { by: 'backchannel', what: `took message ${number} out of the mailbox, bytes ${start} to ${end}`, of },
        ],
        depth: depth + 1,
      },
    };
  }
}

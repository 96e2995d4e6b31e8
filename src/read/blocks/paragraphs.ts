import type { Span } from '../../model/index.ts';

/** A paragraph of the stored text: one line, or several that were broken by a column limit or a caption's length. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)`. */
  readonly text: string;
  /** An empty line, or the beginning of the text, stands before it. */
  readonly apart: boolean;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly apart: boolean;
}

const SPACE = /\s/u;
const LIST_ITEM = /^(?:[-*+•–—·▪■●]|\d{1,2}[.)])\s/u;
const ENDS_SENTENCE = /[.!?…]["'”’»)\]]{0,3}$/u;
/** A full stop that belongs to an abbreviation: "the U.S." at a line's end does not end the sentence. */
const ENDS_ABBREVIATED = /(?:\b\p{Lu}\.|\b(?:Jr|Sr|Mr|Mrs|Ms|Dr|St|Gen|Gov|Sen|Rep|Inc|Co|Corp|Ltd|vs))\.?$/u;
const STARTS_LOWER = /^["'“‘(]?\p{Ll}/u;
/** Text without full stops (machine captions) would otherwise run together into one endless paragraph. */
const LONGEST_JOIN = 2_000;

/** True for a line that begins with a bullet or a number of a list. */
export const isListItem = (text: string): boolean => LIST_ITEM.test(text.slice(0, 8));

/** True where the text ends with the mark that closes a sentence. */
export const endsSentence = (text: string): boolean => ENDS_SENTENCE.test(text.slice(-6));

const readLines = (text: string): Line[] => {
  const lines: Line[] = [];
  let apart = true;
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    // A lone carriage return is a line break of old files; within CRLF it is trimmed as white space.
    const carriage = text.slice(from, to).indexOf('\r');
    if (carriage >= 0 && from + carriage < to - 1) to = from + carriage;
    let start = from;
    let end = to;
    while (start < end && SPACE.test(text[start] ?? '')) start += 1;
    while (end > start && SPACE.test(text[end - 1] ?? '')) end -= 1;
    if (start < end) {
      lines.push({ start, end, apart });
      apart = false;
    } else {
      apart = true;
    }
    from = to + 1;
  }
  return lines;
};

/** Mail and old wire texts break lines at a column: most lines then end within a quarter of the widest, without a full stop. */
const isWrapped = (text: string, lines: readonly Line[]): boolean => {
  const inner = lines.filter((_, index) => index + 1 < lines.length && lines[index + 1]?.apart === false);
  if (inner.length < 6) return false;
  const lengths = inner.map((line) => line.end - line.start).sort((a, b) => a - b);
  const widest = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (widest < 40 || widest > 100) return false;
  const full = lengths.filter((length) => length >= widest * 0.75).length;
  const open = inner.filter((line) => !endsSentence(text.slice(line.start, line.end))).length;
  return full >= inner.length * 0.7 && open >= inner.length * 0.6;
};

const goesOn = (text: string, before: Span, line: Line, wrapped: boolean): boolean => {
  if (line.apart || line.end - before[0] > LONGEST_JOIN) return false;
  const next = text.slice(line.start, Math.min(line.end, line.start + 12));
  if (isListItem(next)) return false;
  if (wrapped) return true;
  if (!STARTS_LOWER.test(next) || before[1] - before[0] < 25) return false;
  const tail = text.slice(Math.max(before[0], before[1] - 12), before[1]);
  return !endsSentence(tail) || ENDS_ABBREVIATED.test(tail);
};

/**
 * Splits a text into paragraphs: lines, with those joined that only a column limit or a caption's length broke.
 *
 * In text order, never overlapping, covering every character that is not white space. Linear in the text's length.
 *
 * @param starts Offsets of lines that never go on from the one before: rows of a table.
 */
export const splitParagraphs = (text: string, starts: ReadonlySet<number> = new Set()): Paragraph[] => {
  const lines = readLines(text);
  const wrapped = isWrapped(text, lines);
  const joined: { start: number; end: number; apart: boolean }[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && !starts.has(line.start) && goesOn(text, [last.start, last.end], line, wrapped)) last.end = line.end;
    else joined.push({ ...line });
  }
  return joined.map((line) => ({ ...line, text: text.slice(line.start, line.end) }));
};

import type { TextBlock } from '../../html-text.ts';
import {
  DISCLAIMER,
  FORWARDED_LINE,
  ORIGINAL_LINE,
  PUT_IN,
  QUOTED_LABELS,
  SENT_FROM,
  WROTE_WORD,
} from './quote-words.ts';

/** What a line of a message is: the sender's own words (null), another's, what stands under every message, or header lines. */
export type LineMark = 'quoted' | 'signature' | 'running-head' | null;

/** A line of a message that says something. */
export interface MailLine {
  readonly text: string;
  /** An empty line, or the edge of a block, stands before it. */
  readonly isApart: boolean;
  /** What the markup says that it is; null in plain text. */
  readonly kind: TextBlock['kind'] | null;
  readonly mark: LineMark;
  readonly links: TextBlock['links'];
}

/** Header lines over a quoted message: three at least, ten at most. */
const LABELS_NEEDED = 3;
const LABELS_MOST = 10;
/** A line over a quotation that a program broke takes up to three. */
const WROTE_LINES = 3;
const WROTE_CHARS = 400;
/** What stands under "-- " is four lines by custom; with a house's address and offices more. */
const SIGNATURE_LINES = 25;

const ADDRESS = /[^\s@<>]{1,64}@[^\s@<>]{1,200}\.[^\s@<>]{2,}/;
const YEAR = /\b(?:19|20|21)\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b/;
const CLOCK = /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]m\b/i;

/** How many lines from `at` on are the header of a quoted message; 0 when they are none. */
const labelledLines = (lines: readonly MailLine[], at: number): number => {
  if (!QUOTED_LABELS.from.test(lines[at]?.text ?? '')) return 0;
  let count = 0;
  let isTold = false;
  while (count < LABELS_MOST && QUOTED_LABELS.any.test(lines[at + count]?.text ?? '')) {
    isTold ||= QUOTED_LABELS.told.test(lines[at + count]?.text ?? '');
    count++;
    // A long list of recipients goes on in lines that have no label.
    for (let more = 0; more < 6 && isRunOn(lines, at + count); more++) count++;
  }
  return count >= LABELS_NEEDED && isTold ? count : 0;
};

const isRunOn = (lines: readonly MailLine[], at: number): boolean => {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || line.isApart || QUOTED_LABELS.any.test(line.text)) return false;
  return next !== undefined && !next.isApart && QUOTED_LABELS.any.test(next.text) && line.text.length < 200;
};

/** How many lines from `at` on say "On ... Jane wrote:", and whether what follows is marked as quoted itself; null for none. */
const wroteLines = (
  lines: readonly MailLine[],
  at: number,
): { readonly count: number; readonly isMarked: boolean } | null => {
  let words = '';
  for (let count = 1; count <= WROTE_LINES; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || line.mark === 'quoted' || (count > 1 && line.isApart)) return null;
    words = `${words} ${line.text}`.slice(0, WROTE_CHARS + 1);
    if (words.length > WROTE_CHARS) return null;
    if (!/[:：]\s*\**$/.test(line.text)) continue;
    const isMarked = lines[at + count]?.mark === 'quoted';
    const [address, year, clock] = [ADDRESS.test(words), YEAR.test(words), CLOCK.test(words)];
    const isWrote = WROTE_WORD.test(words);
    // Without marks behind it "On 3 June the minister wrote:" is the sender's own sentence.
    if (isMarked ? address || (isWrote && (year || clock)) : isWrote && (address || (year && clock)))
      return { count, isMarked };
    return null;
  }
  return null;
};

const isSignatureMark = (line: MailLine): boolean => /^--\s?$/.test(line.text);

/** Where the paragraph ends that begins at `at`. */
const paragraphEnd = (lines: readonly MailLine[], at: number): number => {
  let end = at + 1;
  while (end < lines.length && lines[end]?.isApart === false && lines[end]?.mark === lines[at]?.mark) end++;
  return end;
};

const isDisclaimer = (text: string): boolean =>
  text.length >= 80 && text.length <= 6000 && DISCLAIMER.every((words) => words.test(text));

const isSaid = ({ text }: MailLine): boolean => /[\p{L}\p{N}]/u.test(text);

/** The stretch under "-- ", up to what is quoted below it; empty when it is too long to be a signature. */
const signatureEnd = (lines: readonly MailLine[], at: number): number => {
  let end = at + 1;
  const most = Math.min(lines.length, at + SIGNATURE_LINES + 1);
  while (end < most && lines[end]?.mark !== 'quoted' && !startsOther(lines, end)) end++;
  return end - at > SIGNATURE_LINES ? at : end;
};

const startsOther = (lines: readonly MailLine[], at: number): boolean => {
  const text = lines[at]?.text ?? '';
  return (
    ORIGINAL_LINE.test(text) ||
    FORWARDED_LINE.test(text) ||
    labelledLines(lines, at) > 0 ||
    wroteLines(lines, at) !== null
  );
};

const isRule = (text: string): boolean => /^[_=-]{5,}$/.test(text);

/**
 * Tells the sender's own lines from those of the messages below. Answers between quoted lines stay the sender's own; what is passed
 * on is read too, but for the header lines over it.
 *
 * @param options `isForward`: the subject says that the message is passed on.
 */
export const markLines = (
  lines: readonly MailLine[],
  options: { readonly isForward: boolean },
): readonly MailLine[] => {
  const marks: LineMark[] = lines.map(({ mark }) => mark);
  let isForward = options.isForward;
  let isRest = false;
  const give = (from: number, to: number, mark: LineMark): void => {
    for (let k = from; k < to; k++) marks[k] ??= mark;
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (isRest) {
      give(at, lines.length, 'quoted');
      break;
    }
    if (line.mark !== null) {
      at++;
      continue;
    }
    const isForwarded = FORWARDED_LINE.test(line.text);
    if (isForwarded || ORIGINAL_LINE.test(line.text)) {
      isForward ||= isForwarded;
      isRest = !isForward;
      give(at, at + 1, isRest ? 'quoted' : 'running-head');
      at++;
      continue;
    }
    const labelled = labelledLines(lines, at);
    if (labelled > 0) {
      isRest = !isForward;
      if (isRule(lines[at - 1]?.text ?? '')) marks[at - 1] = isRest ? 'quoted' : 'running-head';
      give(at, at + labelled, isRest ? 'quoted' : 'running-head');
      at += labelled;
      continue;
    }
    const wrote = wroteLines(lines, at);
    if (wrote !== null) {
      isRest = !wrote.isMarked && !isForward;
      give(at, at + wrote.count, 'quoted');
      at += wrote.count;
      continue;
    }
    const isMarked = isSignatureMark(line) && !(at > 0 && isSignatureMark(lines[at - 1] ?? line));
    const end = isMarked ? signatureEnd(lines, at) : at;
    if (end > at) {
      give(at, end, 'signature');
      at = end;
      continue;
    }
    if (PUT_IN.test(line.text)) give(at, at + 1, 'running-head');
    const next = lines[at + 1];
    if ((next === undefined || next.isApart || next.mark !== null) && SENT_FROM.test(line.text))
      give(at, at + 1, 'signature');
    if (line.isApart || at === 0) {
      const to = paragraphEnd(lines, at);
      const words = lines.slice(at, to).map(({ text }) => text);
      if (isDisclaimer(words.join(' '))) give(at, to, 'signature');
    }
    at++;
  }
  const marked = lines.map((line, i): MailLine => ({ ...line, mark: marks[i] ?? null }));
  // With no word of the sender's own, what is quoted is what the message is for.
  if (marked.some((line) => line.mark === null && isSaid(line))) return marked;
  return marked.map((line) => (line.mark === 'quoted' ? { ...line, mark: null } : line));
};

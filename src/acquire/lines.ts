/** A line of a text without the white space at its ends. Empty lines have `start` equal to `end`. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const lineOf = (text: string, from: number, to: number): Line => {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const trimmed = raw.trim();
  return trimmed ? { start, end: start + trimmed.length, text: trimmed } : { start: from, end: from, text: '' };
};

/** The lines between two offsets, ended by LF, CR LF, CR or the separators U+2028 and U+2029. */
export const splitLines = (text: string, from = 0, to = text.length): readonly Line[] => {
  const lines: Line[] = [];
  const ends = /\r\n|[\n\r\u2028\u2029]/g;
  ends.lastIndex = from;
  let start = from;
  for (let match = ends.exec(text); match && match.index < to; match = ends.exec(text)) {
    lines.push(lineOf(text, start, match.index));
    start = ends.lastIndex;
  }
  if (start < to) lines.push(lineOf(text, start, to));
  return lines;
};

/** Words of a document as they stand inside of its lines: what tells a hyphen of the line's end from one of the word. */
export interface WordsSeen {
  has(word: string): boolean;
}

const HYPHEN = /[-\u00ad\u2010]$/;
const WORD_AT_END = /[\p{L}\p{M}\p{N}'’]+(?:[-\u2010][\p{L}\p{M}\p{N}'’]+)*$/u;
const WORD_AT_START = /^[\p{L}\p{M}\p{N}'’]+(?:[-\u2010][\p{L}\p{M}\p{N}'’]+)*/u;
const WORDS = /[\p{L}\p{M}\p{N}'’]+(?:[-\u2010][\p{L}\p{M}\p{N}'’]+)*/gu;
/** Scripts that put no space between words: Chinese and Japanese. Korean does. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001\u3002\uff0c]/u;

/** Words and compounds of lines in text order, without halves that a hyphen leaves at a line's end and start. */
export const wordsSeen = (lines: Iterable<string>): WordsSeen => {
  const seen = new Set<string>();
  let isHalf = false;
  for (const line of lines) {
    const words = line.match(WORDS) ?? [];
    const isCut = HYPHEN.test(line);
    for (const word of words.slice(isHalf ? 1 : 0, isCut ? -1 : undefined)) seen.add(word.toLowerCase());
    isHalf = isCut;
  }
  return seen;
};

/**
 * Whether a hyphen at the end of a line belongs to the word. It does where the line below goes on with a capital or figure; where
 * the word before it is one already, or a figure; where the document writes the word with it inside of a line, or writes both
 * halves as words of their own and never the whole.
 */
const isOfWord = (before: string, after: string, seen: WordsSeen): boolean => {
  if (!/^\p{Ll}/u.test(after)) return !/^[\p{Lo}\p{Lm}]/u.test(after);
  if (/\p{N}$/u.test(before) || /[-\u2010]/.test(before)) return true;
  const joined = (before + after).toLowerCase();
  if (seen.has(joined)) return false;
  const compound = `${before}-${after}`.toLowerCase();
  if (seen.has(compound)) return true;
  return before.length >= 4 && after.length >= 4 && seen.has(before.toLowerCase()) && seen.has(after.toLowerCase());
};

/** What a line leaves of its end, and what stands between it and the next: nothing or a space. */
export interface Seam {
  readonly text: string;
  readonly glue: '' | ' ';
}

/** Joins a line to the one below it in the same paragraph. */
export const seamOf = (line: string, next: string, seen: WordsSeen): Seam => {
  if (line.endsWith('\u00ad')) return { text: line.slice(0, -1), glue: '' };
  if (HYPHEN.test(line)) {
    const bare = line.slice(0, -1);
    const before = WORD_AT_END.exec(bare)?.[0];
    const after = WORD_AT_START.exec(next)?.[0];
    // A dash with spaces around it, or nothing to join.
    if (before === undefined || after === undefined) return { text: line, glue: ' ' };
    return { text: isOfWord(before, after, seen) ? line : bare, glue: '' };
  }
  const isUnspaced = UNSPACED.test(line.at(-1) ?? '') && UNSPACED.test(next.charAt(0));
  // A long dash without a space before it has none behind it.
  const isDashed = /\S[—]$/.test(line);
  return { text: line, glue: isUnspaced || isDashed ? '' : ' ' };
};

/** The end of a text whose last line nothing follows. */
export const lastOf = (line: string): string => line.replace(/\u00ad$/, '-');

import type { Span } from '../../model/index.ts';
import type { Paragraph } from './paragraphs.ts';

/** Words in a row that are compared. Five, as is usual for near-copies of news (shingling, Broder 1997). */
const SHINGLE = 5;
/** A copy of fewer words than this may be a saying or a refrain. */
const FEWEST_WORDS = 10;
/** A copy glued to other text must be as long as a paragraph, else a pull quote would cost the sentence it was taken from. */
const FEWEST_GLUED = 25;
/** Share of the five-word runs of the earlier paragraph that must come back. */
const NEAR = 0.85;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly id: number;
}

const WORD = /[\p{L}\p{N}]{1,60}/gu;

const readWords = (paragraph: Paragraph, ids: Map<string, number>): Word[] => {
  const words: Word[] = [];
  for (const match of paragraph.text.matchAll(WORD)) {
    const lower = match[0].toLowerCase();
    let id = ids.get(lower);
    if (id === undefined) {
      id = ids.size;
      ids.set(lower, id);
    }
    words.push({ start: paragraph.start + match.index, end: paragraph.start + match.index + match[0].length, id });
  }
  return words;
};

/**
 * Finds later copies of earlier paragraphs, whole or glued to other text, to the letter or nearly.
 *
 * Spans in text order, never overlapping, each within one paragraph; empty when nothing comes back. A copy takes
 * the marks around it along, and what is left of a line when that holds no word of its own. Linear: each run of five
 * words is looked up once.
 */
export const findRepeats = (paragraphs: readonly Paragraph[]): Span[] => {
  const ids = new Map<string, number>();
  const firstSeen = new Map<string, number>();
  const sizes: number[] = [];
  const repeats: Span[] = [];
  paragraphs.forEach((paragraph, index) => {
    const words = readWords(paragraph, ids);
    const runs: string[] = [];
    for (let at = 0; at + SHINGLE <= words.length; at += 1) {
      let key = '';
      for (let k = 0; k < SHINGLE; k += 1) key += `${words[at + k]?.id} `;
      runs.push(key);
    }
    sizes.push(runs.length);
    const found = copyIn(words, runs, firstSeen, sizes);
    if (found) repeats.push(spread(found, paragraph));
    for (const run of runs) if (!firstSeen.has(run)) firstSeen.set(run, index);
  });
  return repeats;
};

/** The stretch of a paragraph that copies an earlier one, if there is any. */
const copyIn = (
  words: readonly Word[],
  runs: readonly string[],
  firstSeen: ReadonlyMap<string, number>,
  sizes: readonly number[],
): Span | null => {
  if (words.length < FEWEST_WORDS) return null;
  const seen = new Map<number, { count: number; first: number; last: number }>();
  runs.forEach((run, at) => {
    const from = firstSeen.get(run);
    if (from === undefined) return;
    const entry = seen.get(from);
    if (entry) {
      entry.count += 1;
      entry.last = at;
    } else {
      seen.set(from, { count: 1, first: at, last: at });
    }
  });
  let best: { from: number; count: number; first: number; last: number } | null = null;
  for (const [from, entry] of seen) if (!best || entry.count > best.count) best = { from, ...entry };
  if (!best) return null;
  const whole = best.count >= runs.length * NEAR && best.count >= FEWEST_WORDS - SHINGLE + 1;
  const size = sizes[best.from] ?? 0;
  const glued =
    best.count >= size * NEAR &&
    best.count >= FEWEST_GLUED - SHINGLE + 1 &&
    best.last - best.first + 1 <= best.count * 1.25;
  // A word or two at the edges may have been changed; three or more are text of their own.
  const tail = best.last + SHINGLE - 1;
  const first = words[whole && best.first < 3 ? 0 : best.first];
  const last = words[whole && words.length - 1 - tail < 3 ? words.length - 1 : tail];
  return (whole || glued) && first && last ? [first.start, last.end] : null;
};

/** Marks around the copy go with it, and so does a rest of the line that has no letters. */
const spread = ([start, end]: Span, paragraph: Paragraph): Span => {
  const before = paragraph.text.slice(0, start - paragraph.start);
  const after = paragraph.text.slice(end - paragraph.start);
  const from = /\p{L}/u.test(before)
    ? start - (/["'“‘«(]{0,3}$/u.exec(before.slice(-3))?.[0].length ?? 0)
    : paragraph.start;
  const to = /\p{L}/u.test(after) ? end + (/^[.!?…,;:"'”’»)]{0,4}/u.exec(after)?.[0].length ?? 0) : paragraph.end;
  return [from, to];
};

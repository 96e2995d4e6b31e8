import { diffArrays } from 'diff';

/** `[start, end)` in UTF-16 code units. */
type Stretch = readonly [start: number, end: number];

/** What two texts have each for itself, as stretches of whole words in text order. */
export interface WordEdits {
  readonly onlyFirst: readonly Stretch[];
  readonly onlySecond: readonly Stretch[];
}

/** Words put in or left out up to which two texts are compared; the cost grows with it. */
const MOST_EDITS = 4000;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Words side by side as one stretch. */
const stretch = (words: readonly Word[], from: number, count: number): Stretch => [
  words[from]?.start ?? 0,
  words[from + count - 1]?.end ?? 0,
];

/**
 * Compares two texts word by word; white space counts for nothing, letters as they are.
 *
 * @returns Null when they differ by more than 4,000 words and signs: such texts are no versions of one another.
 * @see E. Myers, "An O(ND) difference algorithm and its variations", 1986, as in the library jsdiff.
 */
export const wordEdits = (first: string, second: string): WordEdits | null => {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const parts = diffArrays(
    a.map(({ text }) => text),
    b.map(({ text }) => text),
    { maxEditLength: MOST_EDITS },
  );
  if (parts === undefined) return null;
  const onlyFirst: Stretch[] = [];
  const onlySecond: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    if (added) onlySecond.push(stretch(b, j, count));
    if (removed) onlyFirst.push(stretch(a, i, count));
    if (!added) i += count;
    if (!removed) j += count;
  }
  return { onlyFirst, onlySecond };
};

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

/** A place where two texts differ; on the side that has nothing there, an empty stretch behind the word before. */
export interface WordHunk {
  readonly first: Stretch;
  readonly second: Stretch;
}

/** From the word at `from` on; empty ones stand behind the word before. */
const stretchAt = (words: readonly Word[], from: number, count: number): Stretch => {
  if (count > 0) return stretch(words, from, count);
  const at = words[from - 1]?.end ?? 0;
  return [at, at];
};

/**
 * Compares two texts word by word; white space counts for nothing, letters as they are.
 *
 * @returns The places where they differ, in text order; null when they differ by more than 4,000 words and signs: such texts are no
 *   versions of one another.
 * @see E. Myers, "An O(ND) difference algorithm and its variations", 1986, as in the library jsdiff.
 */
export const wordHunks = (first: string, second: string): readonly WordHunk[] | null => {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const parts = diffArrays(
    a.map(({ text }) => text),
    b.map(({ text }) => text),
    { maxEditLength: MOST_EDITS },
  );
  if (parts === undefined) return null;
  const hunks: WordHunk[] = [];
  let [i, j, removedNow, addedNow] = [0, 0, 0, 0];
  const close = (): void => {
    if (removedNow + addedNow > 0)
      hunks.push({ first: stretchAt(a, i, removedNow), second: stretchAt(b, j, addedNow) });
    i += removedNow;
    j += addedNow;
    [removedNow, addedNow] = [0, 0];
  };
  for (const { added, removed, count } of parts) {
    if (added) addedNow += count;
    else if (removed) removedNow += count;
    else {
      close();
      i += count;
      j += count;
    }
  }
  close();
  return hunks;
};

/** The same as {@link wordHunks}, for each text by itself. */
export const wordEdits = (first: string, second: string): WordEdits | null => {
  const hunks = wordHunks(first, second);
  if (hunks === null) return null;
  const isThere = ([start, end]: Stretch): boolean => end > start;
  return {
    onlyFirst: hunks.map((hunk) => hunk.first).filter(isThere),
    onlySecond: hunks.map((hunk) => hunk.second).filter(isThere),
  };
};

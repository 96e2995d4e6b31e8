import { lowerBound } from '../../text/index.ts';
import type { Pieces } from './cut.ts';

/** Pieces `[start, end)` that the network sees at once, and words `[firstWord, lastWord)` that this window answers for. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  readonly lastWord: number;
}

/** Number of entries of an ascending list that are less than `value`. */
export const countBelow = (ascending: Int32Array, value: number): number =>
  lowerBound(ascending.length, (i) => (ascending[i] as number) < value);

/**
 * Windows that cover a text, begun at word starts, in order. Overlaps are shared out at their middle, so that each word is
 * answered for by the window that sees most around it.
 *
 * @param size Pieces a window can hold, [CLS] and [SEP] included.
 */
export const windowsOf = (pieces: Pieces, size: number, overlap: number): readonly Window[] => {
  const { word, first } = pieces;
  const total = pieces.ids.length;
  const inner = size - 2;
  const ranges: [number, number][] = [];
  if (total > 0 && total <= inner) ranges.push([0, total]);
  for (let start = 0; total > inner; ) {
    let end = Math.min(total, start + inner);
    while (end < total && word[end] === word[end - 1] && end > start + overlap + 1) end--;
    ranges.push([start, end]);
    if (end >= total) break;
    let step = Math.max(start + 1, end - overlap);
    while (step > start + 1 && word[step] === word[step - 1]) step--;
    start = step;
  }
  return ranges.map(([start, end], k) => {
    const before = ranges[k - 1];
    const after = ranges[k + 1];
    const low = before === undefined ? start : (before[1] + start) >> 1;
    const high = after === undefined ? end : (end + after[0]) >> 1;
    return { start, end, firstWord: countBelow(first, low), lastWord: countBelow(first, high) };
  });
};

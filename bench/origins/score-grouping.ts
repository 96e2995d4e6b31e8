/** Precision, recall and their harmonic mean, 0 to 1. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How well groups agree with stories that are known: over pairs, and B³ over documents (Bagga and Baldwin, 1998). */
export interface Grouping {
  readonly groups: number;
  readonly pairs: Figures;
  readonly cubed: Figures;
}

const figures = (precision: number, recall: number): Figures => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});

/** Compares known stories with groups, both by document. Without pairs precision and recall over them are 1. */
export const scoreGrouping = (known: readonly string[], groups: readonly number[]): Grouping => {
  let [both, told, real, precision, recall] = [0, 0, 0, 0, 0];
  for (const [a, story] of known.entries()) {
    let [same, inGroup, inStory] = [0, 0, 0];
    for (const [b, other] of known.entries()) {
      const [isTold, isReal] = [groups[a] === groups[b], story === other];
      if (isTold) inGroup++;
      if (isReal) inStory++;
      if (isTold && isReal) same++;
      if (b <= a) continue;
      if (isTold) told++;
      if (isReal) real++;
      if (isTold && isReal) both++;
    }
    precision += same / inGroup;
    recall += same / inStory;
  }
  const count = Math.max(1, known.length);
  return {
    groups: new Set(groups).size,
    pairs: figures(told === 0 ? 1 : both / told, real === 0 ? 1 : both / real),
    cubed: figures(precision / count, recall / count),
  };
};

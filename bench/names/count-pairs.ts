/** How often a comparator said match or not, against what is held. */
export interface Counts {
  readonly rightMatch: number;
  readonly wrongMatch: number;
  readonly missed: number;
  readonly rightOther: number;
}

/** Counts answers against labels. */
export const countAnswers = (answers: readonly { readonly said: boolean; readonly held: boolean }[]): Counts => {
  const of = (said: boolean, held: boolean): number =>
    answers.filter((answer) => answer.said === said && answer.held === held).length;
  return {
    rightMatch: of(true, true),
    wrongMatch: of(true, false),
    missed: of(false, true),
    rightOther: of(false, false),
  };
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and F1 of "match"; 0 where nothing was said or held. */
export const figures = (
  counts: Counts,
): { readonly precision: number; readonly recall: number; readonly f1: number } => {
  const precision = share(counts.rightMatch, counts.rightMatch + counts.wrongMatch);
  const recall = share(counts.rightMatch, counts.rightMatch + counts.missed);
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
};

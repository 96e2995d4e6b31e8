import { byText, type Claim } from '../model/index.ts';

interface Marked {
  readonly claims: readonly string[];
  readonly corrected?: readonly string[] | undefined;
}

/** Says of rows what analysts corrected in their claims (rule D10 of resolving). Rows of which nothing was stay the same objects. */
export const markCorrected = (
  claims: readonly Claim[],
): (<Row extends Marked>(rows: readonly Row[]) => readonly Row[]) => {
  const reasons = new Map(claims.flatMap(({ id, corrected }) => (corrected === null ? [] : [[id, corrected.reasons]])));
  if (reasons.size === 0) return (rows) => rows;
  return (rows) =>
    rows.map((row) => {
      const corrected = [...new Set(row.claims.flatMap((id) => reasons.get(id) ?? []))].sort(byText);
      return corrected.length === 0 ? row : { ...row, corrected };
    });
};

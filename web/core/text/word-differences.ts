import { diffWordsWithSpace } from 'diff';

/** A piece of a text; `isOwn`: the other text has no such words there. */
export interface DifferingPiece {
  readonly text: string;
  readonly isOwn: boolean;
}

/** Beyond that, two texts are not worth the time that it takes. */
const LONGEST = 4000;
/** Where less than this share of the words is common, one is no rewrite of the other, and marking all of it says nothing. */
const COMMON = 0.3;

/** Two passages with the words marked that the other lacks; null where they have too little in common. */
export const wordDifferences = (
  a: string,
  b: string,
): readonly [readonly DifferingPiece[], readonly DifferingPiece[]] | null => {
  if (a.length > LONGEST || b.length > LONGEST) return null;
  const [left, right]: [DifferingPiece[], DifferingPiece[]] = [[], []];
  let common = 0;
  for (const { value, added, removed } of diffWordsWithSpace(a, b)) {
    if (added) right.push({ text: value, isOwn: value.trim() !== '' });
    else if (removed) left.push({ text: value, isOwn: value.trim() !== '' });
    else {
      common += value.trim().length;
      left.push({ text: value, isOwn: false });
      right.push({ text: value, isOwn: false });
    }
  }
  return common < COMMON * Math.max(1, Math.min(a.length, b.length)) ? null : [left, right];
};

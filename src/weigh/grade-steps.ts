import type { Finding, InformationCredibility } from '../model/index.ts';
import { CREDIBILITY_WORDS, GRADES } from './weight-table.ts';

/** A step of the ladder from which the arithmetic reads how credible a finding is (rule W31). */
export interface GradeStep {
  readonly grade: InformationCredibility;
  readonly words: string;
  /** What it takes, with the numbers of the table. */
  readonly needs: string;
  /** The first step that holds is the grade. */
  readonly holds: boolean;
}

/** Whether somebody who counts denies it, or voices are parted over what it was: as the lines of its sum say. */
const isOpen = ({ weight, denials }: Finding): boolean =>
  weight.lines.some(
    ({ rule, value, claims }) =>
      (rule === 'W29' && value < 0) || (rule === 'W28' && claims.some((claim) => denials.includes(claim))),
  );

/**
 * The ladder of rule W31 for a finding, in the order in which it is gone down, so that a reader can see where it stopped.
 *
 * @returns The steps 6 or 5 first where no voice counts, then 1 to 5; exactly the first that holds gives
 *   `informationCredibility.derived`.
 */
export const gradeSteps = (finding: Finding): readonly GradeStep[] => {
  const { subtotal, voices } = finding.weight;
  const open = isOpen(finding);
  const hasSpoken = finding.weight.lines.some(({ rule }) => rule === 'W26');
  const { confirmed, probable, possible, doubtful } = GRADES;
  const step = (grade: InformationCredibility, needs: string, holds: boolean): GradeStep => ({
    grade,
    words: CREDIBILITY_WORDS[grade],
    needs,
    holds,
  });
  return [
    step('6', 'nobody whose origin is known says so', voices === 0 && !hasSpoken),
    step('5', 'whoever said so has taken it back', voices === 0 && hasSpoken),
    step(
      '1',
      `${confirmed.voices} voices or more and ${confirmed.points} points; nobody who counts against, none at odds`,
      voices >= confirmed.voices && subtotal >= confirmed.points && !open,
    ),
    step(
      '2',
      `${confirmed.voices} voices or more, or ${probable.points} points of one; nobody who counts against, none at odds`,
      voices > 0 && !open && (voices >= confirmed.voices || subtotal >= probable.points),
    ),
    step('3', `${possible.points} point or more`, voices > 0 && subtotal >= possible.points),
    step('4', `${doubtful.points} points or more`, voices > 0 && subtotal >= doubtful.points),
    step('5', `less than ${doubtful.points} points`, voices > 0 && subtotal < doubtful.points),
  ];
};

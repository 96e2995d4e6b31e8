import type { Claim, Finding, InformationCredibility } from '../model/index.ts';
import type { Weighing } from './weight.ts';
import type { WeightQuestions } from './weight-placement.ts';
import { CREDIBILITY_WORDS, GRADES } from './weight-table.ts';

/** The grade that the arithmetic alone comes to (rule W31), and which threshold gave it. Ratings of sources do not enter. */
const derive = ({ weight, isOpen }: Weighing, hasSpoken: boolean): readonly [InformationCredibility, string] => {
  const { subtotal, voices } = weight;
  if (voices === 0)
    return hasSpoken ? ['5', 'whoever said so has taken it back'] : ['6', 'nobody whose origin is known says so'];
  if (!isOpen && voices >= GRADES.confirmed.voices && subtotal >= GRADES.confirmed.points)
    return [
      '1',
      `${voices} independent voices, weight ${subtotal} of the ${GRADES.confirmed.points} needed, nobody against`,
    ];
  if (!isOpen && voices >= GRADES.confirmed.voices) return ['2', `${voices} independent voices, nobody against`];
  if (!isOpen && subtotal >= GRADES.probable.points)
    return ['2', `one voice, weight ${subtotal} of the ${GRADES.probable.points} needed, nobody against`];
  const against = isOpen ? ', with somebody against or voices at odds' : '';
  if (subtotal >= GRADES.possible.points) return ['3', `weight ${subtotal}${against}`];
  return subtotal >= GRADES.doubtful.points
    ? ['4', `weight ${subtotal}${against}`]
    : ['5', `weight ${subtotal}${against}`];
};

/** Of several grades the most careful; 6 says nothing beside a grade. */
const careful = (grades: readonly InformationCredibility[]): InformationCredibility | null =>
  grades
    .filter((grade) => grade !== '6')
    .sort()
    .at(-1) ??
  grades[0] ??
  null;

/** How credible a thing is (rule W31): as analysts graded its claims, where they did; else as the arithmetic has it. */
export const gradeThing = (favour: readonly Claim[], weighing: Weighing): Finding['informationCredibility'] => {
  const hasSpoken = favour.some((claim) => claim.origins.length > 0);
  const [derived, why] = derive(weighing, hasSpoken);
  const graded = favour.flatMap((claim) => claim.informationCredibility ?? []);
  const grade = careful(graded.map((one) => one.grade));
  const arithmetic = `arithmetic: ${derived}, ${CREDIBILITY_WORDS[derived]}: ${why} (W31)`;
  if (grade === null) return { grade: derived, by: 'arithmetic', derived, reasons: [arithmetic], decisions: [] };
  return {
    grade,
    by: 'analysts',
    derived,
    reasons: [...new Set(graded.flatMap(({ reasons }) => reasons)), arithmetic],
    decisions: [...new Set(graded.flatMap(({ decisions }) => decisions))].sort(),
  };
};

/** How reliable each origin is: as analysts rated it, and F where nobody did (rule W30). The machine rates nobody. */
export const reliabilityOf = (origins: readonly string[], asked: WeightQuestions): Finding['sourceReliability'] =>
  origins.map((origin) => {
    const rated = asked.ratingOf(origin);
    return rated === null
      ? { origin, grade: 'F', reasons: [], decisions: [] }
      : { origin, grade: rated.grade, reasons: rated.reasons, decisions: rated.decisions };
  });

import {
  byText,
  type Claim,
  type Contradiction,
  type Finding,
  type Hypothesis,
  type Resolved,
} from '../model/index.ts';
import { findContradictions } from './find-contradictions.ts';
import { findFinding } from './find-findings.ts';
import { groupClaims, type Told } from './group-claims.ts';
import { listHypotheses } from './hypotheses.ts';
import { type JoinedConditions, joinConditions } from './join-conditions.ts';
import { knownOf } from './known.ts';
import { relateClaims } from './relate-claims.ts';
import { weightQuestionsOf } from './weight-questions.ts';
import { withoutRejected } from './weight-rejected.ts';

/** What weighing adds to what was resolved. */
export interface Weighed {
  /** The claims with their relations to each other. */
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
  readonly told: readonly Told[];
  /** Free-standing conditions with the deals that they take up. */
  readonly conditions: JoinedConditions;
  readonly hypotheses: readonly Hypothesis[];
}

/**
 * Weighs claims: relations between them, findings with the count of independent origins and the sum behind each, contradictions,
 * and how much speaks against each hypothesis. What analysts rejected is listed and counts for nothing.
 *
 * Pure; lists are ordered by id. The rules are numbered in SPEC.md.
 */
export const weigh = (all: Resolved): Weighed => {
  const { resolved, rejected } = withoutRejected(all);
  const asked = weightQuestionsOf(resolved);
  const told = groupClaims(resolved);
  const known = knownOf(resolved);
  const relations = new Map(told.flatMap((one) => [...relateClaims(one, known)]));
  const claims = all.claims.map((claim) => ({ ...claim, relations: relations.get(claim.id) ?? [] }));
  const conditions = joinConditions(told);
  const contradictions = findContradictions(resolved, told, known);
  const byClaim = sidesByClaim(contradictions);
  const findings = told
    // What a deal hangs on stands with the deal (W25).
    .filter(({ happening }) => !conditions.joined.has(happening.id))
    .map((one) => findFinding(one, partedBy(one, byClaim), rejected.get(one.happening.id) ?? [], asked))
    .filter((finding): finding is Finding => finding !== null)
    .sort((a, b) => byText(a.id, b.id));
  const hypotheses = listHypotheses(all.suppositions, findings, claims, asked);
  return { claims, findings, contradictions, told, conditions, hypotheses };
};

type Side = readonly [contradiction: Contradiction, side: number];

/** On which side of which contradictions a claim stands. */
const sidesByClaim = (contradictions: readonly Contradiction[]): ReadonlyMap<string, readonly Side[]> => {
  const sides = new Map<string, Side[]>();
  for (const contradiction of contradictions) {
    for (const [side, { claims }] of contradiction.values.entries()) {
      for (const claim of claims) sides.set(claim, [...(sides.get(claim) ?? []), [contradiction, side]]);
    }
  }
  return sides;
};

/** Contradictions that part the claims in favour of a thing. */
const partedBy = (told: Told, byClaim: ReadonlyMap<string, readonly Side[]>): readonly Contradiction[] => {
  const seen = new Map<Contradiction, Set<number>>();
  for (const claim of told.favour) {
    for (const [contradiction, side] of byClaim.get(claim.id) ?? []) {
      seen.set(contradiction, (seen.get(contradiction) ?? new Set()).add(side));
    }
  }
  return [...seen].filter(([, sides]) => sides.size > 1).map(([contradiction]) => contradiction);
};

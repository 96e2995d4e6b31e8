import {
  byText,
  type Claim,
  type Contradiction,
  type Finding,
  type Hypothesis,
  Kept,
  type Resolved,
  Steady,
} from '../model/index.ts';
import { contradictionsWithin, findContradictions } from './find-contradictions.ts';
import { findFinding } from './find-findings.ts';
import { partClaims, type Told } from './group-claims.ts';
import { listHypotheses } from './hypotheses.ts';
import { type JoinedConditions, joinConditions } from './join-conditions.ts';
import { type Known, knownOf } from './known.ts';
import { partingOf, relateClaims } from './relate-claims.ts';
import type { WeightQuestions } from './weight-placement.ts';
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
 * Weighs cases, run after run: what was made of a thing is kept as long as its claims, and what was asked of the rest of the case,
 * are the same; and so are the objects that came of it.
 */
export class Weigher {
  readonly #told = new Kept<string, object, Told>();
  readonly #relations = new Kept<Told, Known, ReadonlyMap<string, Claim['relations']>>();
  readonly #claims = new Kept<string, object, Claim>();
  readonly #within = new Kept<Told, Known, readonly Contradiction[]>();
  readonly #contradictions = new Steady<string, Contradiction>();
  readonly #findings = new Kept<Told, WeightQuestions, Finding | null>();

  /** As {@link weigh}. */
  weigh(all: Resolved): Weighed {
    const { resolved, rejected } = withoutRejected(all);
    const asked = weightQuestionsOf(resolved);
    const known = knownOf(resolved);
    const told = this.#group(resolved);
    const conditions = joinConditions(told);
    this.#within.begin(known);
    this.#contradictions.begin();
    const contradictions = findContradictions(resolved, told, known, (one) =>
      this.#within.of(one, [], (questions) => contradictionsWithin(one, questions)),
    ).map((one) => this.#contradictions.put(one.id, one));
    const byClaim = sidesByClaim(contradictions);
    const claims = this.#relate(all.claims, told, byClaim, known);
    this.#findings.begin(asked);
    const gainsaying = new Set(
      claims.flatMap(({ id, relations }) => (relations.some(({ kind }) => kind === 'denies') ? [id] : [])),
    );
    const findings = told
      // What a deal hangs on stands with the deal (W25).
      .filter(({ happening }) => !conditions.joined.has(happening.id))
      .flatMap((one) => {
        const [parted, gone] = [partedBy(one.favour, byClaim), rejected.get(one.happening.id) ?? []];
        const idle = one.against.filter(({ id }) => !gainsaying.has(id));
        const found = this.#findings.of(one, [...parted, null, ...gone, null, ...idle], (questions) =>
          findFinding(one, parted, gone, questions, idle),
        );
        return found === null ? [] : [found];
      })
      .sort((a, b) => byText(a.id, b.id));
    const hypotheses = listHypotheses(all.suppositions, findings, claims, asked);
    return { claims, findings, contradictions, told, conditions, hypotheses };
  }

  #group({ claims, happenings }: Resolved): readonly Told[] {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    this.#told.begin({});
    return happenings.map((happening) => {
      const own = happening.claims.flatMap((id) => byId.get(id) ?? []);
      return this.#told.of(happening.id, [happening, ...own], () => partClaims(happening, own));
    });
  }

  #relate(
    all: readonly Claim[],
    told: readonly Told[],
    byClaim: ReadonlyMap<string, readonly Side[]>,
    known: Known,
  ): readonly Claim[] {
    this.#relations.begin(known);
    const relations = new Map<string, Claim['relations']>();
    for (const one of told) {
      const parted = partedBy([...one.favour, ...one.supposed], byClaim);
      for (const [id, list] of this.#relations.of(one, parted, (asked) => relateClaims(one, partingOf(parted), asked)))
        relations.set(id, list);
    }
    this.#claims.begin({});
    return all.map((claim) => {
      const list = relations.get(claim.id) ?? NO_RELATIONS;
      return this.#claims.of(claim.id, [claim, list], () => ({ ...claim, relations: list }));
    });
  }
}

const NO_RELATIONS: Claim['relations'] = [];

/**
 * Weighs claims: relations between them, findings with the count of independent origins and the sum behind each, contradictions,
 * and how much speaks against each hypothesis. What analysts rejected is listed and counts for nothing.
 *
 * Pure; lists are ordered by id. The rules are numbered in SPEC.md.
 */
export const weigh = (all: Resolved): Weighed => new Weigher().weigh(all);

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

/** Contradictions that part the claims of a thing. */
const partedBy = (
  claims: readonly Claim[],
  byClaim: ReadonlyMap<string, readonly Side[]>,
): readonly Contradiction[] => {
  const seen = new Map<Contradiction, Set<number>>();
  for (const claim of claims) {
    for (const [contradiction, side] of byClaim.get(claim.id) ?? []) {
      seen.set(contradiction, (seen.get(contradiction) ?? new Set()).add(side));
    }
  }
  return [...seen].filter(([, sides]) => sides.size > 1).map(([contradiction]) => contradiction);
};

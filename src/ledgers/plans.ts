import type { Claim, Filler } from '../model/index.ts';
import { WORDS_TO_NINETEEN } from '../text/index.ts';
import { distanceBetween, NEAR } from './occasions.ts';
import { countCommon, isDefinite, isPlanWords, tellingWords } from './plan-words.ts';

/** A plan with the claims that it is told by. */
export interface Plan {
  readonly id: string;
  readonly claims: readonly Claim[];
  /** Instruments that it is named as. */
  readonly entities: ReadonlySet<string>;
  readonly points: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

export const makePlan = (id: string, claims: readonly Claim[]): Plan => {
  const fillers = claims.flatMap((claim) => [...(claim.roles.proposal ?? []), ...(claim.roles.topic ?? [])]);
  return {
    id,
    claims,
    entities: new Set(claims.flatMap((claim) => (claim.roles.proposal ?? []).flatMap(({ entity }) => entity ?? []))),
    points: new Set(claims.flatMap((claim) => claim.properties.points ?? [])),
    words: new Set(fillers.flatMap(({ text }) => [...tellingWords(text)])),
  };
};

/** Persons and bodies that two reports must both tell of to be of one story. */
const SHARED_FOR_STORY = 3;
/** How far off a plan may be spoken of and still be "the plan", where a report tells of several. */
const SPOKEN_OF = 2 * NEAR;

/**
 * Finds the plan that words in a claim mean: the instrument that they name; the only plan that its report tells of; of several the
 * one with the same words, number of points, or spoken of last; else the only plan of the same story. Null where that leaves two:
 * different plans are never mixed.
 */
export class Plans {
  readonly #byEntity = new Map<string, Plan>();
  readonly #byDocument = new Map<string, Plan[]>();
  readonly #plans: readonly Plan[];
  readonly #castOf: (document: string) => ReadonlySet<string>;

  constructor(plans: readonly Plan[], castOf: (document: string) => ReadonlySet<string>) {
    this.#plans = plans;
    this.#castOf = castOf;
    for (const plan of plans) {
      for (const entity of plan.entities) if (!this.#byEntity.has(entity)) this.#byEntity.set(entity, plan);
      for (const document of new Set(plan.claims.map((claim) => claim.document))) {
        const known = this.#byDocument.get(document);
        if (known === undefined) this.#byDocument.set(document, [plan]);
        else known.push(plan);
      }
    }
  }

  /** The plan that is named or called so in the claim. */
  called(filler: Filler | undefined, claim: Claim): Plan | null {
    if (filler === undefined) return this.spokenOf(claim, new Set());
    if (filler.entity !== null) return this.#byEntity.get(filler.entity) ?? null;
    if (!isPlanWords(filler.text)) return null;
    const own = tellingWords(filler.text);
    const points = pointsIn(filler.text) ?? claim.properties.points ?? null;
    const fits = (plan: Plan): boolean => isCalledSo(plan, own, points);
    const here = (this.#byDocument.get(claim.document) ?? []).filter(fits);
    if (here.length > 0) return nearestOf(here, claim, own);
    if (!isDefinite(filler.text) && own.size === 0) return null;
    return this.#ofStory(claim.document, fits);
  }

  /** The plan that a claim stands by which names none: the one of its report, or of several the one spoken of last. */
  spokenOf(claim: Claim, own: ReadonlySet<string>): Plan | null {
    return nearestOf(this.#byDocument.get(claim.document) ?? [], claim, own);
  }

  #ofStory(document: string, fits: (plan: Plan) => boolean): Plan | null {
    const cast = this.#castOf(document);
    const alike = this.#plans.filter(
      (plan) =>
        fits(plan) &&
        [...new Set(plan.claims.map((claim) => claim.document))].some(
          (other) => countCommon(cast, this.#castOf(other)) >= SHARED_FOR_STORY,
        ),
    );
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }
}

/** "A 19-point plan", "the paper of nine points". */
const pointsIn = (text: string): string | null => {
  const word = /(\w+)[- ](?:numbered )?points?\b/.exec(text.toLowerCase())?.[1];
  if (word === undefined) return null;
  const small = WORDS_TO_NINETEEN.indexOf(word);
  return /^\d+$/.test(word) ? word : small < 0 ? null : String(small + 1);
};

/** Nothing that a plan is called gainsays what the words call it. */
const isCalledSo = (plan: Plan, own: ReadonlySet<string>, points: string | null): boolean => {
  if (points !== null && plan.points.size > 0 && !plan.points.has(points)) return false;
  return own.size === 0 || countCommon(own, plan.words) > 0 || (plan.words.size === 0 && points !== null);
};

const nearestOf = (plans: readonly Plan[], claim: Claim, own: ReadonlySet<string>): Plan | null => {
  if (plans.length < 2) return plans[0] ?? null;
  const ranked = plans
    .map((plan) => ({
      plan,
      shared: countCommon(own, plan.words),
      distance: Math.min(...plan.claims.flatMap((one) => distanceBetween(claim, one) ?? [])),
    }))
    .sort((a, b) => b.shared - a.shared || a.distance - b.distance);
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return first?.plan ?? null;
  if (first.shared > second.shared) return first.plan;
  return first.distance < second.distance && first.distance <= SPOKEN_OF ? first.plan : null;
};

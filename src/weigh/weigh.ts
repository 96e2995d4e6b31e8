import { byText, type Claim, type Contradiction, type Finding, type Resolved } from '../model/index.ts';
import { findContradictions } from './find-contradictions.ts';
import { findFinding } from './find-findings.ts';
import { groupClaims, type Told } from './group-claims.ts';
import { type JoinedConditions, joinConditions } from './join-conditions.ts';
import { knownOf } from './known.ts';
import { relateClaims } from './relate-claims.ts';

/** What weighing adds to what was resolved. */
export interface Weighed {
  /** The claims with their relations to each other. */
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly contradictions: readonly Contradiction[];
  readonly told: readonly Told[];
  /** Free-standing conditions with the deals that they take up. */
  readonly conditions: JoinedConditions;
}

/**
 * Weighs claims: relations between them, findings with the count of independent origins, contradictions.
 *
 * Pure; lists are ordered by id. The rules are numbered in SPEC.md.
 */
export const weigh = (resolved: Resolved): Weighed => {
  const documents = new Map(resolved.documents.map((document) => [document.id, document]));
  const told = groupClaims(resolved);
  const known = knownOf(resolved);
  const relations = new Map(told.flatMap((one) => [...relateClaims(one, known)]));
  const claims = resolved.claims.map((claim) => ({ ...claim, relations: relations.get(claim.id) ?? [] }));
  const conditions = joinConditions(told);
  const findings = told
    // What a deal hangs on stands with the deal (W25).
    .filter(({ happening }) => !conditions.joined.has(happening.id))
    .map((one) => findFinding(one, documents))
    .filter((finding): finding is Finding => finding !== null)
    .sort((a, b) => byText(a.id, b.id));
  return { claims, findings, contradictions: findContradictions(resolved, told, known), told, conditions };
};

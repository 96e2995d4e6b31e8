import type { CaseDocument, Claim, Entity, Origin } from './case.ts';
import type { CaseDecision } from './decision.ts';

/** Claims of one and the same thing, grouped across documents: a meeting, a deal, a tie, ... */
export interface Happening {
  readonly id: string;
  /** Frame type of the beat. */
  readonly type: string;
  /** Claim ids, ordered. Never empty. */
  readonly claims: readonly string[];
  /** Why these claims were taken as one. */
  readonly reasons: readonly string[];
}

/** What the room `resolve` hands on: who and what there is, where each document's reporting comes from, who claims what. */
export interface Resolved {
  readonly documents: readonly CaseDocument[];
  readonly origins: readonly Origin[];
  readonly entities: readonly Entity[];
  /** Without relations: those are made by weighing. */
  readonly claims: readonly Claim[];
  readonly happenings: readonly Happening[];
  readonly decisions: readonly CaseDecision[];
}

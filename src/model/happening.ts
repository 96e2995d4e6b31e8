import type { CaseDocument, Claim, Entity, Origin } from './case.ts';
import type { CaseDecision, Consistency } from './decision.ts';

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

/** A hypothesis with the claims that analysts held against it. */
export interface Supposition {
  /** Id of the decision that supposed it. */
  readonly id: string;
  readonly text: string;
  readonly by: string;
  /** Claims of the case that were held against it, each with how it stands to it. */
  readonly cells: readonly {
    readonly claims: readonly string[];
    readonly value: Consistency;
    readonly reason: string;
    readonly decisions: readonly string[];
  }[];
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
  /** In the order in which they were supposed. */
  readonly suppositions: readonly Supposition[];
}

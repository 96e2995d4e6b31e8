import type { Case, Claim, Contradiction } from '../../src/model/index.ts';
import type { Answers } from './answers.ts';
import { knownAlignments } from './known-alignments.ts';

/** How two claims stand to each other, by their ids in the answers. */
export interface Alignment {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
}

export interface FoundContradiction {
  readonly kind: string;
  /** What each value stands on: ids of known claims; from a text also keys of the quotes that the answers give. */
  readonly values: readonly ReadonlySet<string>[];
  /** Which value is said to be a mistake. */
  readonly slip: number | null;
  readonly words: string;
}

/** What some way of resolving and weighing makes of known claims: the product's, from claims or from text, or another's. */
export interface Outcome {
  /** Claims in groups of one thing, as they were put. Claims that the answers do not know have ids that they do not use. */
  readonly events: ReadonlyMap<string, string>;
  readonly alignments: readonly Alignment[];
  readonly contradictions: readonly FoundContradiction[];
}

/** What another system hands in to be scored; described in `bench/gold/README.md`. */
export interface SystemOutput {
  readonly case: string;
  readonly claims: readonly { readonly id: string; readonly event: string }[];
  readonly contradictions?: readonly {
    readonly kind: string;
    readonly values: readonly (readonly string[])[];
    readonly likelySlip?: number | null;
  }[];
  readonly origins?: Readonly<Record<string, readonly string[]>>;
}

/** Alignments as a case tells them, at the later claim of each pair. */
export const alignmentsOf = (claims: readonly Claim[]): readonly Alignment[] =>
  claims.flatMap(({ id, relations }) => relations.map(({ kind, claim }) => ({ a: id, b: claim, kind })));

/** Of claims that bear the ids of the answers. */
export const outcomeOfWeighed = (made: Pick<Case, 'claims' | 'contradictions'>): Outcome => ({
  events: new Map(made.claims.map((claim) => [claim.id, claim.event ?? `alone ${claim.id}`])),
  alignments: alignmentsOf(made.claims),
  contradictions: made.contradictions.map((one) => foundContradiction(one, (value) => new Set(value.claims))),
});

/** The product's record of a contradiction, with what each value stands on as `keysOf` has it. */
export const foundContradiction = (
  { kind, values, likelySlip }: Contradiction,
  keysOf: (value: Contradiction['values'][number]) => ReadonlySet<string>,
): FoundContradiction => {
  const slip = likelySlip === null ? -1 : values.findIndex(({ value }) => value === likelySlip.value);
  return {
    kind,
    values: values.map(keysOf),
    slip: slip < 0 ? null : slip,
    words: values.map(({ value }) => value.slice(0, 70)).join(' against '),
  };
};

/**
 * What another system handed in. Alignments follow from its groups and contradictions, and from what is known of each
 * claim: whether it denies, and whose reporting it is.
 */
export const outcomeOfSystem = (output: SystemOutput, answers: Answers): Outcome => {
  const events = new Map(output.claims.map(({ id, event }) => [id, event]));
  const contradictions = (output.contradictions ?? []).map(({ kind, values, likelySlip }) => ({
    kind,
    values: values.map((ids) => new Set(ids)),
    slip: likelySlip ?? null,
    words: values.map((ids) => ids.join(' ')).join(' against '),
  }));
  const alignments = knownAlignments(
    (answers.claims ?? []).flatMap((claim) => {
      const event = events.get(claim.id);
      return event === undefined ? [] : [{ ...claim, event }];
    }),
    contradictions.map(({ values }) => values),
  ).alignments;
  return { events, alignments, contradictions };
};

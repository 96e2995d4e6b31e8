import { viewOf } from './case-view.ts';
import type { Suppositions } from './ledgers/index.ts';
import { CASE_LISTS, type Case, type CaseList } from './model/index.ts';
import { type WhatIf, type WhatIfSupposed, whatIf, whatIfSupposed } from './what-if.ts';

type Counts = Readonly<Record<CaseList, number>>;

/** {@link WhatIf} without the two whole cases: what is shown, and small enough to be handed between threads. */
export interface WhatIfAnswer extends Pick<WhatIf, 'dropped' | 'changed' | 'hypotheses'> {
  readonly counts: { readonly before: Counts; readonly after: Counts };
  /** Ids of what would not be there, by list; lists of which nothing would be gone are left out. */
  readonly gone: Readonly<Partial<Record<CaseList, readonly string[]>>>;
}

/** {@link WhatIfSupposed} without the whole case. */
export interface SupposeAnswer extends Pick<WhatIfSupposed, 'suppositions' | 'supposed'> {
  /**
   * What ids in it are called: conditions by their words, entities by their names, deals by their assets. Handed over since a case
   * without some sources has rows that the stored one has not.
   */
  readonly words: Readonly<Record<string, string>>;
}

const countsOf = (made: Case): Counts =>
  Object.fromEntries(CASE_LISTS.map((list) => [list, made[list].length])) as Record<CaseList, number>;

const goneOf = (before: Case, after: Case): WhatIfAnswer['gone'] => {
  const gone: Partial<Record<CaseList, readonly string[]>> = {};
  for (const list of CASE_LISTS) {
    const left = new Set(after[list].map(({ id }) => id));
    const ids = before[list].flatMap(({ id }) => (left.has(id) ? [] : [id]));
    if (ids.length > 0) gone[list] = ids;
  }
  return gone;
};

/** As {@link whatIf}, of a case in memory. */
export const answerWhatIf = async (made: Case, without: readonly string[]): Promise<WhatIfAnswer> => {
  const { dropped, before, after, changed, hypotheses } = await whatIf(viewOf(made), without);
  return {
    dropped,
    changed,
    hypotheses,
    counts: { before: countsOf(before), after: countsOf(after) },
    gone: goneOf(before, after),
  };
};

/** As {@link whatIfSupposed}, of a case in memory. */
export const answerSuppose = async (
  whole: Case,
  conditions: Suppositions,
  without: readonly string[],
): Promise<SupposeAnswer> => {
  const { made, suppositions, supposed } = await whatIfSupposed(viewOf(whole), conditions, without);
  const { steps, deals, gains, interests } = supposed;
  const named = new Set<string>([
    ...suppositions.holds,
    ...suppositions.fails,
    ...steps.flatMap(({ condition, because }) => [condition, ...(because ?? [])]),
    ...deals.flatMap(({ deal, met, failing, open }) => [deal, ...met, ...failing, ...open]),
    ...gains.flatMap(({ who, row }) => [who, row]),
    ...interests.flatMap(({ negotiator, gains: who, deal, path }) => [
      negotiator,
      who,
      deal,
      ...path.flatMap(({ from, to }) => [from, to]),
    ]),
  ]);
  const nameOf = new Map(made.entities.map(({ id, name }) => [id, name]));
  const called: readonly (readonly [string, string | null | undefined])[] = [
    ...nameOf,
    ...made.conditions.map(({ id, text }) => [id, text] as const),
    ...made.deals.map(({ id, asset, assetEntity }) => [id, nameOf.get(assetEntity ?? '') ?? asset] as const),
  ];
  const words = called.filter(([id, text]) => text != null && named.has(id));
  return { suppositions, supposed, words: Object.fromEntries(words) as Record<string, string> };
};

import { byText, type Clause, type Proposal, type Stance } from '../model/index.ts';
import { byDate } from '../text/index.ts';

/** A line of the matrix: a plan as a whole, a clause of it, or something else that views are told of. */
export interface MatrixLine {
  /** Null for what is no plan of the case. */
  readonly proposal: Proposal | null;
  readonly clause: Clause | null;
  /** In the words of the stances: what it is called where it is no plan. */
  readonly about: string;
  /** By party; each party's views in order of date. A party that nothing is told of is not there. */
  readonly views: ReadonlyMap<string, readonly Stance[]>;
}

/** Who takes which view of what: lines down, parties across. */
export interface StanceMatrix {
  /** Those of whom most views are told first. */
  readonly parties: readonly string[];
  /** Each plan, its clauses below it; then what is no plan of the case. Lines without a view are left out, but for a plan with clauses. */
  readonly lines: readonly MatrixLine[];
}

/**
 * Sets the stances of a case against its plans and their clauses. An empty place means that nothing is told, not silence.
 *
 * Pure; the same for the same rows in any order.
 */
export const stanceMatrix = (proposals: readonly Proposal[], stances: readonly Stance[]): StanceMatrix => {
  const counts = new Map<string, number>();
  for (const { party } of stances) counts.set(party, (counts.get(party) ?? 0) + 1);
  const parties = [...counts].sort(([a, x], [b, y]) => y - x || byText(a, b)).map(([party]) => party);
  const of = new Map<string, Stance[]>();
  for (const stance of [...stances].sort((a, b) => byDate(a.date, b.date) || byText(a.id, b.id))) {
    const key = keyOf(stance);
    of.set(key, [...(of.get(key) ?? []), stance]);
  }
  const planned = proposals.flatMap((proposal): readonly MatrixLine[] => {
    const clauses = proposal.clauses.flatMap((clause) => {
      const own = of.get(`${proposal.id} ${clause.id}`);
      return own === undefined ? [] : [lineOf(proposal, clause, own)];
    });
    const whole = of.get(`${proposal.id} `) ?? [];
    return whole.length + clauses.length === 0 ? [] : [lineOf(proposal, null, whole), ...clauses];
  });
  const others = [...of.values()]
    .filter((own) => own[0]?.proposal === null)
    .map((own) => lineOf(null, null, own))
    .sort((a, b) => byText(a.about.toLowerCase(), b.about.toLowerCase()));
  return { parties, lines: [...planned, ...others] };
};

const keyOf = ({ proposal, clause, about }: Stance): string =>
  proposal === null ? `"${about.toLowerCase()}` : `${proposal} ${clause ?? ''}`;

const lineOf = (proposal: Proposal | null, clause: Clause | null, stances: readonly Stance[]): MatrixLine => {
  const views = new Map<string, Stance[]>();
  for (const stance of stances) views.set(stance.party, [...(views.get(stance.party) ?? []), stance]);
  return { proposal, clause, about: stances[0]?.about ?? '', views };
};

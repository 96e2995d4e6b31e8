import { byText, type Case, type Condition, type Deal, type Evidence, type Interest } from '../model/index.ts';

/** Ids of conditions that are supposed to hold, and to fail. */
export interface Suppositions {
  readonly holds: readonly string[];
  readonly fails: readonly string[];
}

/** What deals and conditions are looked at with. */
export type Supposable = Pick<Case, 'deals' | 'conditions' | 'sanctions' | 'interests'>;

/**
 * free: all that it is told to hang on holds; blocked: one of these fails; waiting: some are open and none fails; over: done or
 * dropped, whatever is supposed.
 */
export type DealState = 'free' | 'blocked' | 'waiting' | 'over';

/** How a deal that hangs on something stands without and with what is supposed. */
export interface DealOutlook {
  readonly deal: string;
  readonly before: DealState;
  readonly after: DealState;
  readonly change: 'opens' | 'closes' | 'stays';
  /** Conditions of it by how they would stand. */
  readonly met: readonly string[];
  readonly failing: readonly string[];
  readonly open: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A condition that would stand otherwise, or whose way would be clear: with why, and where that is told. */
export interface SupposeStep {
  readonly condition: string;
  /** nearer: all that it hangs on would hold; it may come about, but need not. */
  readonly becomes: 'holds' | 'fails' | 'nearer';
  /** Null: it is what was supposed. Else the conditions or the deal that bring it about. */
  readonly because: readonly string[] | null;
  readonly evidence: readonly Evidence[];
}

/** Somebody who would get something. */
export interface Gain {
  readonly who: string;
  /** relief: from sanctions; deal: a part in a deal that opens. */
  readonly kind: 'relief' | 'deal';
  /** The deal, or the sanction. */
  readonly row: string;
  readonly evidence: readonly Evidence[];
}

/** What follows from what is supposed. */
export interface Supposed {
  readonly steps: readonly SupposeStep[];
  /** Only deals that hang on something: opening first, then closing, then those that stay. */
  readonly deals: readonly DealOutlook[];
  readonly gains: readonly Gain[];
  /** Paths to those who gain from a deal that opens: patterns to check. */
  readonly interests: readonly Interest[];
}

type Standing = Condition['status'];

/** Quotes of a step. */
const MAX_QUOTES = 3;
const OVER: ReadonlySet<string> = new Set(['done', 'dropped']);

/** Walks the graph of conditions: who needs whom, in both ways. */
class Contingency {
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly deals: ReadonlyMap<string, Deal>;
  readonly #upper = new Map<string, Condition[]>();
  readonly #denoting = new Map<string, Condition[]>();

  constructor({ conditions, deals }: Supposable) {
    this.conditions = new Map(conditions.map((one) => [one.id, one]));
    this.deals = new Map(deals.map((one) => [one.id, one]));
    for (const condition of conditions)
      for (const { to, kind } of condition.links) {
        const into = kind === 'needs' ? this.#upper : this.deals.has(to) ? this.#denoting : null;
        into?.set(to, [...(into.get(to) ?? []), condition]);
      }
  }

  /** Conditions that a condition hangs on itself. */
  needsOf({ links }: Condition): readonly Condition[] {
    return links.flatMap(({ to, kind }) => (kind === 'needs' ? (this.conditions.get(to) ?? []) : []));
  }

  /** How each condition would stand, with what makes those fail that are not supposed to. Each is looked at once, so circles end. */
  standings({ holds, fails }: Suppositions): {
    readonly of: ReadonlyMap<string, Standing>;
    readonly because: ReadonlyMap<string, readonly string[]>;
  } {
    const of = new Map<string, Standing>();
    const because = new Map<string, string[]>();
    for (const { id, status } of this.conditions.values()) of.set(id, status);
    for (const id of fails) if (of.has(id)) of.set(id, 'fails');
    for (const id of holds) if (of.has(id)) of.set(id, 'holds');
    const waiting = [...of].flatMap(([id, standing]) => (standing === 'fails' ? [id] : []));
    const blocked = new Set<string>();
    const fail = (upper: Condition, reason: string): void => {
      if (of.get(upper.id) === 'holds') return;
      const known = because.get(upper.id);
      if (known !== undefined) known.push(reason);
      else if (of.get(upper.id) !== 'fails') because.set(upper.id, [reason]);
      if (of.get(upper.id) === 'fails') return;
      of.set(upper.id, 'fails');
      waiting.push(upper.id);
    };
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      for (const upper of this.#upper.get(id) ?? []) fail(upper, id);
      for (const deal of this.conditions.get(id)?.deals ?? []) {
        if (blocked.has(deal) || OVER.has(this.deals.get(deal)?.stage ?? '')) continue;
        blocked.add(deal);
        for (const upper of this.#denoting.get(deal) ?? []) fail(upper, deal);
      }
    }
    return { of, because: new Map([...because].map(([id, reasons]) => [id, reasons.toSorted(byText)])) };
  }
}

const stateOf = ({ stage, conditions }: Deal, of: ReadonlyMap<string, Standing>): DealState => {
  if (OVER.has(stage ?? '')) return 'over';
  const standings = conditions.map(({ id }) => of.get(id) ?? 'open');
  if (standings.includes('fails')) return 'blocked';
  return standings.includes('open') ? 'waiting' : 'free';
};

const CHANGES = ['opens', 'closes', 'stays'] as const;

const changeOf = (before: DealState, after: DealState): DealOutlook['change'] => {
  if (before === after) return 'stays';
  if (after === 'free') return 'opens';
  return after === 'blocked' ? 'closes' : 'stays';
};

/**
 * What follows if some conditions hold and others fail: which deals open or close, who gains, which paths of interest matter.
 *
 * That a condition holds makes nothing else come about: what hangs on it only may. That one fails makes all fail that hangs on it, up to
 * what is supposed, or told, to hold. So supposing one more to hold never closes a deal, and one more to fail never opens one. A deal is
 * free when all that it is told to hang on holds; whether it is then made is for others to tell.
 *
 * Pure. An id that is none of the case is passed over; of one that is supposed both, the first counts (`holds`).
 */
export const suppose = (made: Supposable, suppositions: Suppositions): Supposed => {
  const graph = new Contingency(made);
  const [before, after] = [graph.standings({ holds: [], fails: [] }), graph.standings(suppositions)];
  const deals = made.deals
    .filter(({ conditions }) => conditions.length > 0)
    .map((deal): DealOutlook => {
      const [was, is] = [stateOf(deal, before.of), stateOf(deal, after.of)];
      const standing = (wanted: Standing): readonly string[] =>
        deal.conditions.flatMap(({ id }) => ((after.of.get(id) ?? 'open') === wanted ? [id] : []));
      return {
        deal: deal.id,
        before: was,
        after: is,
        change: changeOf(was, is),
        met: standing('holds'),
        failing: standing('fails'),
        open: standing('open'),
        evidence: deal.conditions.flatMap(({ evidence }) => evidence.slice(0, MAX_QUOTES)),
      };
    })
    .sort((a, b) => CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || byText(a.deal, b.deal));
  const opening = new Set(deals.flatMap(({ deal, change }) => (change === 'opens' ? [deal] : [])));
  return {
    steps: stepsOf(graph, suppositions, before.of, after),
    deals,
    gains: [
      ...reliefs(made, graph, after.of, before.of),
      ...made.deals.flatMap(({ id, gains, evidence }) =>
        opening.has(id)
          ? gains.map((who): Gain => ({ who, kind: 'deal', row: id, evidence: evidence.slice(0, MAX_QUOTES) }))
          : [],
      ),
    ],
    interests: made.interests.filter(({ deal }) => opening.has(deal)),
  };
};

/** What was supposed first, then what follows from it, then what is nearer. */
const stepsOf = (
  graph: Contingency,
  { holds, fails }: Suppositions,
  before: ReadonlyMap<string, Standing>,
  after: ReturnType<Contingency['standings']>,
): readonly SupposeStep[] => {
  const supposed = new Set([...holds, ...fails]);
  const steps = [...graph.conditions.values()].flatMap((condition): readonly SupposeStep[] => {
    const { id, evidence, links } = condition;
    const standing = after.of.get(id) ?? 'open';
    if (supposed.has(id) && standing !== 'open')
      return [{ condition: id, becomes: standing, because: null, evidence: evidence.slice(0, MAX_QUOTES) }];
    const quotesOf = (because: readonly string[]): readonly Evidence[] =>
      links.flatMap((link) => (because.includes(link.to) ? link.evidence.slice(0, MAX_QUOTES) : []));
    if (standing === 'fails' && before.get(id) !== 'fails') {
      const because = after.because.get(id) ?? [];
      return [{ condition: id, becomes: 'fails', because, evidence: quotesOf(because) }];
    }
    const needs = graph.needsOf(condition).map((one) => one.id);
    const isNearer =
      standing === 'open' &&
      needs.length > 0 &&
      needs.every((need) => after.of.get(need) === 'holds') &&
      needs.some((need) => before.get(need) !== 'holds');
    return isNearer ? [{ condition: id, becomes: 'nearer', because: needs, evidence: quotesOf(needs) }] : [];
  });
  const rank = ({ because, becomes }: SupposeStep): number => (because === null ? 0 : becomes === 'fails' ? 1 : 2);
  return steps.sort((a, b) => rank(a) - rank(b) || byText(a.condition, b.condition));
};

/** Whoever is let off sanctions whose end would hold. */
const reliefs = (
  { sanctions }: Supposable,
  { conditions }: Contingency,
  after: ReadonlyMap<string, Standing>,
  before: ReadonlyMap<string, Standing>,
): readonly Gain[] => {
  const targets = new Map(sanctions.map(({ id, target }) => [id, target]));
  const found = new Map<string, Gain>();
  for (const { id, links } of conditions.values()) {
    if (after.get(id) !== 'holds' || before.get(id) === 'holds') continue;
    for (const { to, kind, evidence } of links) {
      const who = kind === 'denotes' ? targets.get(to) : undefined;
      if (who !== undefined) found.set(to, { who, kind: 'relief', row: to, evidence: evidence.slice(0, MAX_QUOTES) });
    }
  }
  return [...found.values()].sort((a, b) => byText(a.row, b.row));
};

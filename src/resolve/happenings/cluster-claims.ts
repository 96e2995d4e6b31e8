import { byText, type Claim } from '../../model/index.ts';
import { byDate, spanDays } from '../../text/index.ts';
import type { CaseLore, Viewed } from './case-lore.ts';
import { ENOUGH, type Grouping, type Judged, type Judgement, MARGIN } from './judgement.ts';

/** Claims taken for one thing. Each stands for all that say the same for grouping's sake. */
export interface Group {
  readonly heads: Viewed[];
  readonly reasons: string[];
}

/** Two claims that are likely of one thing. */
export interface Pair {
  readonly a: Viewed;
  readonly b: Viewed;
  readonly judged: Judged;
}

/** Of a large group this many claims are compared with a claim that may join. */
const REPRESENTATIVES = 24;
/** Points that the claims of two groups must have on average before the groups are joined: one good pair does not carry all. */
const ON_AVERAGE = 2;

interface Fit {
  readonly group: Group;
  readonly best: Judged;
}

const headOf = (group: Group): Claim => (group.heads[0] as Viewed).claim;

/** The most exact first, then by id: order of arrival never tells. */
export const byExactness = ({ claim: left }: Viewed, { claim: right }: Viewed): number =>
  daysOf(left) - daysOf(right) || byDate(left.date, right.date) || byText(left.id, right.id);

const daysOf = ({ date }: Claim): number =>
  date === null ? Number.MAX_SAFE_INTEGER : (spanDays(date) ?? Number.MAX_SAFE_INTEGER);

/** Judges pairs of one family, each once a run. */
export class PairJudge {
  readonly #grouping: Grouping;
  readonly #lore: CaseLore;
  readonly #judged = new Map<Claim, Map<Claim, Judgement>>();

  constructor(grouping: Grouping, lore: CaseLore) {
    this.#grouping = grouping;
    this.#lore = lore;
  }

  judge({ claim: a }: Viewed, { claim: b }: Viewed): Judgement {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const known = this.#judged.get(one)?.get(other);
    if (known !== undefined) return known;
    const made = this.#grouping.judge(one, other, this.#lore);
    const row = this.#judged.get(one) ?? new Map<Claim, Judgement>();
    row.set(other, made);
    this.#judged.set(one, row);
    return made;
  }

  /** The pair, where there is enough for it. */
  pair(a: Viewed, b: Viewed): Pair | null {
    const judged = this.judge(a, b);
    return judged !== 'apart' && judged.points >= ENOUGH ? { a, b, judged } : null;
  }
}

/**
 * Groups claims of one family that hang together by pairs. Claims that say most exactly what they mean are grouped first, the best
 * pair first; each less exact claim then joins the one group that it fits, or, where two fit as well, stays by itself. No group
 * holds two claims that cannot be of one thing.
 *
 * @param pairs All likely pairs among them; what no pair joins need not be handed in together.
 */
export const clusterClaims = (
  heads: readonly Viewed[],
  pairs: Iterable<Pair>,
  grouping: Grouping,
  judge: PairJudge,
): readonly Group[] => {
  if (heads.length === 1) return [{ heads: [...heads], reasons: [] }];
  const clusterer = new Clusterer(pairs, grouping, judge);
  for (const level of [0, 1, 2])
    clusterer.take(heads.filter(({ claim }) => grouping.level(claim) === level).sort(byExactness));
  return clusterer.groups;
};

class Clusterer {
  readonly #grouping: Grouping;
  readonly #judge: PairJudge;
  /** What each claim is paired with. */
  readonly #near = new Map<Viewed, Map<Viewed, Judged>>();
  readonly #groupOf = new Map<Viewed, Group>();
  readonly #alone: Group[] = [];

  constructor(pairs: Iterable<Pair>, grouping: Grouping, judge: PairJudge) {
    this.#grouping = grouping;
    this.#judge = judge;
    for (const { a, b, judged } of pairs) {
      this.#nearOf(a).set(b, judged);
      this.#nearOf(b).set(a, judged);
    }
  }

  get groups(): readonly Group[] {
    return [...new Set(this.#groupOf.values()), ...this.#alone];
  }

  take(heads: readonly Viewed[]): void {
    const { torn, left } = this.#attach(heads);
    for (const head of torn) this.#alone.push({ heads: [head], reasons: [] });
    for (const [head, group] of this.#cluster(left)) this.#groupOf.set(head, group);
  }

  /** Joins each claim to the one group that it fits, as long as any joins; what fits two is torn, what fits none is left. */
  #attach(heads: readonly Viewed[]): { readonly torn: readonly Viewed[]; readonly left: readonly Viewed[] } {
    let open = heads;
    for (;;) {
      const asked = open.map((head) => ({ head, fits: this.#fits(head) }));
      const clear = asked
        .flatMap(({ head, fits }) => (isClear(fits) && fits[0] !== undefined ? [{ head, fit: fits[0] }] : []))
        .sort((a, b) => b.fit.best.points - a.fit.best.points || byText(a.head.claim.id, b.head.claim.id));
      const taken = new Set<Viewed>();
      for (const { head, fit } of clear) {
        // Another that joined just now may exclude it.
        const still = this.#fit(head, fit.group);
        if (still === null) continue;
        fit.group.heads.push(head);
        fit.group.reasons.push(this.#reason(still));
        this.#groupOf.set(head, fit.group);
        taken.add(head);
      }
      open = open.filter((head) => !taken.has(head));
      if (taken.size === 0) {
        const torn = new Set(asked.filter(({ fits }) => fits.length > 0).map(({ head }) => head));
        return { torn: open.filter((head) => torn.has(head)), left: open.filter((head) => !torn.has(head)) };
      }
    }
  }

  #fits(head: Viewed): readonly Fit[] {
    const near = new Set([...this.#nearOf(head).keys()].flatMap((other) => this.#groupOf.get(other) ?? []));
    const fits: Fit[] = [];
    for (const group of near) {
      const best = this.#fit(head, group);
      if (best !== null) fits.push({ group, best });
    }
    return fits.sort((a, b) => b.best.points - a.best.points || byText(headOf(a.group).id, headOf(b.group).id));
  }

  /** The best that a claim has in common with one of a group; null where that is too little, or one of them excludes it. */
  #fit(head: Viewed, group: Group): Judged | null {
    let best: Judged | null = null;
    for (const other of group.heads.slice(0, REPRESENTATIVES)) {
      const judged = this.#judge.judge(head, other);
      if (judged === 'apart') return null;
      if (best === null || judged.points > best.points) best = judged;
    }
    return best !== null && best.points >= ENOUGH ? best : null;
  }

  /** Groups claims among themselves, the best pair first. */
  #cluster(heads: readonly Viewed[]): ReadonlyMap<Viewed, Group> {
    const groupOf = new Map<Viewed, Group>(heads.map((head) => [head, { heads: [head], reasons: [] }]));
    for (const { a, b, judged } of this.#pairs(heads)) {
      const [one, other] = [groupOf.get(a), groupOf.get(b)];
      if (one === undefined || other === undefined || one === other || !this.#agree(one, other)) continue;
      one.heads.push(...other.heads);
      one.reasons.push(...other.reasons, this.#reason(judged));
      for (const head of other.heads) groupOf.set(head, one);
    }
    return groupOf;
  }

  #pairs(heads: readonly Viewed[]): readonly Pair[] {
    const place = new Map(heads.map((head, at) => [head, at]));
    return heads
      .flatMap((b, at) =>
        [...this.#nearOf(b)].flatMap(([a, judged]): Pair[] =>
          (place.get(a) ?? Number.POSITIVE_INFINITY) < at ? [{ a, b, judged }] : [],
        ),
      )
      .sort(
        (x, y) =>
          y.judged.points - x.judged.points || byText(x.a.claim.id, y.a.claim.id) || byText(x.b.claim.id, y.b.claim.id),
      );
  }

  #agree(one: Group, other: Group): boolean {
    let sum = 0;
    let count = 0;
    for (const a of one.heads.slice(0, REPRESENTATIVES))
      for (const b of other.heads.slice(0, REPRESENTATIVES)) {
        const judged = this.#judge.judge(a, b);
        if (judged === 'apart') return false;
        sum += judged.points;
        count++;
      }
    return sum >= ON_AVERAGE * count;
  }

  #nearOf(head: Viewed): Map<Viewed, Judged> {
    const known = this.#near.get(head);
    if (known !== undefined) return known;
    const made = new Map<Viewed, Judged>();
    this.#near.set(head, made);
    return made;
  }

  #reason({ met, points }: Judged): string {
    return `${this.#grouping.rule}: ${met.join(', ')} (${Number(points.toFixed(1))} points)`;
  }
}

const isClear = ([first, second]: readonly Fit[]): boolean =>
  first !== undefined && (second === undefined || second.best.points <= first.best.points - MARGIN);

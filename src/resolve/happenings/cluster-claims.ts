import { byText, type Claim } from '../../model/index.ts';
import { byDate, spanDays } from '../../text/index.ts';
import type { CaseLore } from './case-lore.ts';
import { ENOUGH, type Grouping, type Judged, type Judgement, MARGIN } from './judgement.ts';

/** Claims taken for one thing. Each list holds claims that say the same for grouping's sake; its first stands for them. */
export interface Group {
  readonly sets: (readonly Claim[])[];
  readonly reasons: string[];
}

/** Of a large group this many claims are compared with a claim that may join. */
const REPRESENTATIVES = 24;
/** Claims beyond this many under one key are compared with the first of them only. */
const MOST_UNDER_KEY = 60;
/** Points that the claims of two groups must have on average before the groups are joined: one good pair does not carry all. */
const ON_AVERAGE = 2;

interface Fit {
  readonly group: Group;
  readonly best: Judged;
}

const headOf = (set: readonly Claim[]): Claim => set[0] as Claim;

/** The most exact first, then by id: order of arrival never tells. */
const byExactness = (a: readonly Claim[], b: readonly Claim[]): number => {
  const days = ([claim]: readonly Claim[]): number =>
    claim?.date == null ? Number.MAX_SAFE_INTEGER : (spanDays(claim.date) ?? Number.MAX_SAFE_INTEGER);
  const [left, right] = [headOf(a), headOf(b)];
  return days(a) - days(b) || byDate(left.date, right.date) || byText(left.id, right.id);
};

/**
 * Groups claims of one family. Claims that say most exactly what they mean are grouped first, the best pair first; each less exact
 * claim then joins the one group that it fits, or, where two fit as well, stays by itself. No group holds two claims that
 * cannot be of one thing.
 */
export const clusterClaims = (
  sets: readonly (readonly Claim[])[],
  grouping: Grouping,
  lore: CaseLore,
): readonly Group[] => {
  const clusterer = new Clusterer(grouping, lore);
  for (const level of [0, 1, 2])
    clusterer.take(sets.filter((set) => grouping.level(headOf(set)) === level).sort(byExactness));
  return clusterer.groups;
};

class Clusterer {
  readonly #grouping: Grouping;
  readonly #lore: CaseLore;
  readonly #byKey = new Map<string, Group[]>();
  readonly #alone: Group[] = [];
  readonly #judged = new Map<Claim, Map<Claim, Judgement>>();
  readonly #settled = new Set<Group>();

  constructor(grouping: Grouping, lore: CaseLore) {
    this.#grouping = grouping;
    this.#lore = lore;
  }

  get groups(): readonly Group[] {
    return [...this.#settled, ...this.#alone];
  }

  take(sets: readonly (readonly Claim[])[]): void {
    const { joined: _, torn, left } = this.#attach(sets);
    for (const set of torn) this.#alone.push({ sets: [set], reasons: [] });
    for (const group of this.#cluster(left)) this.#settle(group);
  }

  /** Joins each claim to the one group that it fits, as long as any joins; what fits two is torn, what fits none is left. */
  #attach(sets: readonly (readonly Claim[])[]): {
    readonly joined: number;
    readonly torn: readonly (readonly Claim[])[];
    readonly left: readonly (readonly Claim[])[];
  } {
    let open = sets;
    let joined = 0;
    for (;;) {
      const asked = open.map((set) => ({ set, fits: this.#fits(headOf(set)) }));
      const clear = asked
        .flatMap(({ set, fits }) => (isClear(fits) && fits[0] !== undefined ? [{ set, fit: fits[0] }] : []))
        .sort((a, b) => b.fit.best.points - a.fit.best.points || byText(headOf(a.set).id, headOf(b.set).id));
      const taken = new Set<readonly Claim[]>();
      for (const { set, fit } of clear) {
        // Another that joined just now may exclude it.
        const still = this.#fit(headOf(set), fit.group);
        if (still === null) continue;
        fit.group.sets.push(set);
        fit.group.reasons.push(this.#reason(still));
        this.#index(fit.group, headOf(set));
        taken.add(set);
      }
      joined += taken.size;
      open = open.filter((set) => !taken.has(set));
      if (taken.size === 0) {
        const torn = new Set(asked.filter(({ set, fits }) => !taken.has(set) && fits.length > 0).map(({ set }) => set));
        return { joined, torn: open.filter((set) => torn.has(set)), left: open.filter((set) => !torn.has(set)) };
      }
    }
  }

  #fits(claim: Claim): readonly Fit[] {
    const near = new Set(
      this.#grouping.keys(claim, this.#lore).flatMap((key) => (this.#byKey.get(key) ?? []).slice(0, MOST_UNDER_KEY)),
    );
    const fits: Fit[] = [];
    for (const group of near) {
      const best = this.#fit(claim, group);
      if (best !== null) fits.push({ group, best });
    }
    return fits.sort(
      (a, b) =>
        b.best.points - a.best.points || byText(headOf(a.group.sets[0] ?? []).id, headOf(b.group.sets[0] ?? []).id),
    );
  }

  /** The best that a claim has in common with one of a group; null where that is too little, or one of them excludes it. */
  #fit(claim: Claim, group: Group): Judged | null {
    let best: Judged | null = null;
    for (const set of group.sets.slice(0, REPRESENTATIVES)) {
      const judged = this.#judge(claim, headOf(set));
      if (judged === 'apart') return null;
      if (best === null || judged.points > best.points) best = judged;
    }
    return best !== null && best.points >= ENOUGH ? best : null;
  }

  /** Groups claims among themselves, the best pair first. */
  #cluster(sets: readonly (readonly Claim[])[]): readonly Group[] {
    const groupOf = new Map<readonly Claim[], Group>(sets.map((set) => [set, { sets: [set], reasons: [] }]));
    const pairs = this.#pairs(sets);
    for (const { a, b, judged } of pairs) {
      const [one, other] = [groupOf.get(a), groupOf.get(b)];
      if (one === undefined || other === undefined || one === other || !this.#agree(one, other)) continue;
      one.sets.push(...other.sets);
      one.reasons.push(...other.reasons, this.#reason(judged));
      for (const set of other.sets) groupOf.set(set, one);
    }
    return [...new Set(groupOf.values())];
  }

  #pairs(sets: readonly (readonly Claim[])[]): readonly {
    readonly a: readonly Claim[];
    readonly b: readonly Claim[];
    readonly judged: Judged;
  }[] {
    const byKey = new Map<string, (readonly Claim[])[]>();
    const pairs = new Map<readonly Claim[], Set<readonly Claim[]>>();
    const found: { a: readonly Claim[]; b: readonly Claim[]; judged: Judged }[] = [];
    for (const set of sets) {
      const met = new Set<readonly Claim[]>();
      pairs.set(set, met);
      for (const key of this.#grouping.keys(headOf(set), this.#lore)) {
        const under = byKey.get(key) ?? [];
        for (const other of under.slice(0, MOST_UNDER_KEY)) met.add(other);
        under.push(set);
        byKey.set(key, under);
      }
      for (const other of met) {
        const judged = this.#judge(headOf(set), headOf(other));
        if (judged !== 'apart' && judged.points >= ENOUGH) found.push({ a: other, b: set, judged });
      }
    }
    return found.sort(
      (x, y) =>
        y.judged.points - x.judged.points ||
        byText(headOf(x.a).id, headOf(y.a).id) ||
        byText(headOf(x.b).id, headOf(y.b).id),
    );
  }

  #agree(one: Group, other: Group): boolean {
    let sum = 0;
    let count = 0;
    for (const a of one.sets.slice(0, REPRESENTATIVES))
      for (const b of other.sets.slice(0, REPRESENTATIVES)) {
        const judged = this.#judge(headOf(a), headOf(b));
        if (judged === 'apart') return false;
        sum += judged.points;
        count++;
      }
    return sum >= ON_AVERAGE * count;
  }

  #judge(a: Claim, b: Claim): Judgement {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const known = this.#judged.get(one)?.get(other);
    if (known !== undefined) return known;
    const made = this.#grouping.judge(one, other, this.#lore);
    const row = this.#judged.get(one) ?? new Map<Claim, Judgement>();
    row.set(other, made);
    this.#judged.set(one, row);
    return made;
  }

  #settle(group: Group): void {
    this.#settled.add(group);
    for (const set of group.sets) this.#index(group, headOf(set));
  }

  #index(group: Group, claim: Claim): void {
    for (const key of this.#grouping.keys(claim, this.#lore)) {
      const under = this.#byKey.get(key) ?? [];
      if (!under.includes(group)) under.push(group);
      this.#byKey.set(key, under);
    }
  }

  #reason({ met, points }: Judged): string {
    return `${this.#grouping.rule}: ${met.join(', ')} (${Number(points.toFixed(1))} points)`;
  }
}

const isClear = ([first, second]: readonly Fit[]): boolean =>
  first !== undefined && (second === undefined || second.best.points <= first.best.points - MARGIN);

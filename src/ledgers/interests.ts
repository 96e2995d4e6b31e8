import {
  byText,
  type Claim,
  contentId,
  type Deal,
  type Finding,
  type Interest,
  type Meeting,
  type Tie,
} from '../model/index.ts';

/** Longest path from a negotiator to someone who gains. */
const MAX_HOPS = 4;
/** A hop that everybody shares (a membership of a large body) says nothing; bodies with more ties than this are no stepping stone. */
const MAX_FAN = 40;

/**
 * Paths through ties from people who negotiate to parties of a deal: patterns to check, never accusations.
 *
 * Shortest first for each pair, one path a pair and deal; ties that are only denied are no hops. `weakest` is the tie that
 * fewest origins tell; `against` lists every negative claim about both ends or about a hop. Ordered by id.
 */
export const listInterests = (
  meetings: readonly Meeting[],
  deals: readonly Deal[],
  ties: readonly Tie[],
  claims: readonly Claim[],
  findings: ReadonlyMap<string, Finding>,
  isPerson: (entity: string) => boolean,
): readonly Interest[] => {
  const next = linkTies(ties.filter((tie) => tie.polarity === 'positive'));
  const negotiators = [
    ...new Set(
      meetings.filter((m) => m.status !== 'denied' && m.status !== 'hypothetical').flatMap((m) => m.participants),
    ),
  ]
    .filter((id) => isPerson(id) && next.has(id))
    .sort(byText);
  const dealsOf = indexDeals(deals);
  const negative = new NegativeClaims(claims);
  const originsOf = new Map([...findings.values()].map((finding) => [finding.id, finding.origins.length]));
  const found: Interest[] = [];
  for (const negotiator of negotiators) {
    for (const [gains, path] of walk(negotiator, next)) {
      const gained = (dealsOf.get(gains) ?? []).filter((deal) => !deal.parties.includes(negotiator));
      if (path.length === 0 || gained.length === 0) continue;
      const weakest = [...path].sort(
        (a, b) => strength(a.tie, originsOf) - strength(b.tie, originsOf) || byText(a.tie.id, b.tie.id),
      )[0];
      const against = negative.against(
        negotiator,
        gains,
        path.map(({ tie }) => tie),
      );
      const hops = path.map(({ tie, from, to }) => ({ tie: tie.id, from, to }));
      const evidence = path.flatMap(({ tie }) => tie.evidence);
      for (const deal of gained) {
        found.push({
          id: contentId('interest', negotiator, gains, deal.id),
          negotiator,
          gains,
          deal: deal.id,
          path: hops,
          weakest: weakest?.tie.id ?? null,
          against,
          evidence: [...evidence, ...deal.evidence],
        });
      }
    }
  }
  return found.sort((a, b) => byText(a.id, b.id));
};

type Steps = ReadonlyMap<string, readonly { readonly tie: Tie; readonly to: string }[]>;

/** Both ways of every tie, by where it starts, in the order of the ties' ids. */
const linkTies = (ties: readonly Tie[]): Steps => {
  const next = new Map<string, { tie: Tie; to: string }[]>();
  const link = (from: string, to: string, tie: Tie): void => {
    const known = next.get(from);
    if (known === undefined) next.set(from, [{ tie, to }]);
    else known.push({ tie, to });
  };
  for (const tie of [...ties].sort((a, b) => byText(a.id, b.id))) {
    link(tie.from, tie.to, tie);
    link(tie.to, tie.from, tie);
  }
  return next;
};

/** Deals by who or what gains from them. */
const indexDeals = (deals: readonly Deal[]): ReadonlyMap<string, readonly Deal[]> => {
  const dealsOf = new Map<string, Deal[]>();
  for (const deal of deals) {
    for (const gains of new Set([...deal.parties, ...(deal.assetEntity === null ? [] : [deal.assetEntity])])) {
      const known = dealsOf.get(gains);
      if (known === undefined) dealsOf.set(gains, [deal]);
      else known.push(deal);
    }
  }
  return dealsOf;
};

/** Claims that say no, by id and by whom they name. */
class NegativeClaims {
  readonly #ids = new Set<string>();
  readonly #byEntity = new Map<string, Set<string>>();

  constructor(claims: readonly Claim[]) {
    for (const claim of claims) {
      if (claim.polarity !== 'negative') continue;
      this.#ids.add(claim.id);
      for (const filler of Object.values(claim.roles).flat()) {
        if (filler.entity === null) continue;
        const known = this.#byEntity.get(filler.entity);
        if (known === undefined) this.#byEntity.set(filler.entity, new Set([claim.id]));
        else known.add(claim.id);
      }
    }
  }

  /** Those that speak of both ends or of a hop, ordered by id. */
  against(negotiator: string, gains: string, ties: readonly Tie[]): readonly string[] {
    const none: ReadonlySet<string> = new Set();
    const [one, other] = [this.#byEntity.get(negotiator) ?? none, this.#byEntity.get(gains) ?? none];
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    const ofBoth = [...few].filter((id) => many.has(id));
    const ofHops = ties.flatMap((tie) => tie.claims.filter((id) => this.#ids.has(id)));
    return [...new Set([...ofBoth, ...ofHops])].sort(byText);
  }
}

interface Hop {
  readonly tie: Tie;
  readonly from: string;
  readonly to: string;
}

/** Shortest path to everyone within reach; among equals the first by tie id. */
const walk = (start: string, next: Steps): ReadonlyMap<string, readonly Hop[]> => {
  const paths = new Map<string, readonly Hop[]>([[start, []]]);
  let edge = [start];
  for (let depth = 0; depth < MAX_HOPS && edge.length > 0; depth++) {
    const reached: string[] = [];
    for (const from of edge) {
      const steps = next.get(from) ?? [];
      if (from !== start && steps.length > MAX_FAN) continue;
      for (const { tie, to } of steps) {
        if (paths.has(to)) continue;
        paths.set(to, [...(paths.get(from) ?? []), { tie, from, to }]);
        reached.push(to);
      }
    }
    edge = reached;
  }
  return paths;
};

const strength = (tie: Tie, origins: ReadonlyMap<string, number>): number =>
  tie.finding === null ? 0 : (origins.get(tie.finding) ?? 0);

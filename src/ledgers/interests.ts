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
/**
 * A way through somebody whom everybody is tied to says nothing. The further ties of all stepping stones, multiplied, are in
 * how many ways one could have gone on; past this the path is no pattern. It also bounds the paths from one negotiator, so
 * that their number grows with the ties and not with their square.
 */
const MAX_WAYS = 40;
/**
 * Deals listed for one negotiator and one who gains, fewer over a stepping stone with many ways: those told where the
 * negotiator's meetings are come first.
 */
const MAX_DEALS = 25;
/** Quotes taken over from each hop and from the deal; all of them stand with the tie and the deal themselves. */
const MAX_QUOTES = 3;

/**
 * Paths through ties from people who negotiate to parties of a deal: patterns to check, never accusations.
 *
 * The shortest path for each pair; ties that are only denied are no hops, and a stepping stone with very many ties leads
 * nowhere. Of one who gains from very many deals those nearest to the negotiator are listed. `weakest` is the tie that
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
  const negotiators = new Map<string, Set<string>>();
  for (const meeting of meetings) {
    if (meeting.status === 'denied' || meeting.status === 'hypothetical') continue;
    for (const id of meeting.participants) {
      if (!isPerson(id) || !next.has(id)) continue;
      const documents = negotiators.get(id) ?? new Set<string>();
      for (const { document } of meeting.evidence) documents.add(document);
      negotiators.set(id, documents);
    }
  }
  const dealsOf = indexDeals(deals, ties);
  const negative = new NegativeClaims(claims);
  const originsOf = new Map([...findings.values()].map((finding) => [finding.id, finding.origins.length]));
  const found: Interest[] = [];
  for (const [negotiator, documents] of negotiators) {
    for (const [gains, { path, ways }] of walk(negotiator, next)) {
      const others = (dealsOf.get(gains) ?? []).filter((deal) => !deal.parties.includes(negotiator));
      const gained = nearest(others, documents, Math.min(MAX_DEALS, Math.ceil(MAX_WAYS / ways)));
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
      const evidence = path.flatMap(({ tie }) => tie.evidence.slice(0, MAX_QUOTES));
      for (const deal of gained) {
        found.push({
          id: contentId('interest', negotiator, gains, deal.id),
          negotiator,
          gains,
          deal: deal.id,
          path: hops,
          weakest: weakest?.tie.id ?? null,
          against,
          evidence: [...evidence, ...deal.evidence.slice(0, MAX_QUOTES)],
        });
      }
    }
  }
  return found.sort((a, b) => byText(a.id, b.id));
};

interface Steps {
  readonly ties: readonly { readonly tie: Tie; readonly to: string }[];
  /** How many others are reached by them. */
  readonly ways: number;
}

/** Both ways of every tie, by where it starts, in the order of the ties' ids. */
const linkTies = (ties: readonly Tie[]): ReadonlyMap<string, Steps> => {
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
  return new Map(
    [...next].map(([from, steps]) => [from, { ties: steps, ways: new Set(steps.map(({ to }) => to)).size }]),
  );
};

/** The deals that are listed: all, unless there are very many. */
const nearest = (deals: readonly Deal[], documents: ReadonlySet<string>, most: number): readonly Deal[] => {
  if (deals.length <= most) return deals;
  const [near, far]: [Deal[], Deal[]] = [[], []];
  for (const deal of deals) (deal.evidence.some(({ document }) => documents.has(document)) ? near : far).push(deal);
  return [...near, ...far].slice(0, most);
};

/** Deals by who gains from them: their parties, and whoever is said to own what is dealt in. An asset itself gains nothing. */
const indexDeals = (deals: readonly Deal[], ties: readonly Tie[]): ReadonlyMap<string, readonly Deal[]> => {
  const owners = new Map<string, string[]>();
  for (const tie of ties) {
    if (tie.kind !== 'ownership' || tie.polarity !== 'positive') continue;
    owners.set(tie.to, [...(owners.get(tie.to) ?? []), tie.from]);
  }
  const dealsOf = new Map<string, Deal[]>();
  for (const deal of deals) {
    const owned = deal.assetEntity === null ? [] : (owners.get(deal.assetEntity) ?? []);
    for (const gains of new Set([...deal.parties, ...owned])) {
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

interface Walk {
  readonly path: readonly Hop[];
  /** Further ties of the stepping stones, multiplied. */
  readonly ways: number;
}

/** Shortest path to everyone within reach; of several the one with the fewest ways off it, then the first by tie id. */
const walk = (start: string, next: ReadonlyMap<string, Steps>): ReadonlyMap<string, Walk> => {
  const walks = new Map<string, Walk>([[start, { path: [], ways: 1 }]]);
  let edge = new Map(walks);
  for (let depth = 0; depth < MAX_HOPS && edge.size > 0; depth++) {
    const reached = new Map<string, Walk>();
    for (const [from, { path, ways: before }] of edge) {
      const steps = next.get(from);
      if (steps === undefined) continue;
      // Where the path starts does not count: all ties of a negotiator matter. One way on is the one that is taken.
      const ways = from === start ? 1 : before * Math.max(1, steps.ways - 1);
      if (ways > MAX_WAYS) continue;
      for (const { tie, to } of steps.ties) {
        if (walks.has(to) || (reached.get(to)?.ways ?? Number.POSITIVE_INFINITY) <= ways) continue;
        reached.set(to, { path: [...path, { tie, from, to }], ways });
      }
    }
    for (const [to, one] of reached) walks.set(to, one);
    edge = reached;
  }
  return walks;
};

const strength = (tie: Tie, origins: ReadonlyMap<string, number>): number =>
  tie.finding === null ? 0 : (origins.get(tie.finding) ?? 0);

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
  const hops = ties.filter((tie) => tie.polarity === 'positive');
  const next = new Map<string, { tie: Tie; to: string }[]>();
  const link = (from: string, to: string, tie: Tie): void => {
    next.set(from, [...(next.get(from) ?? []), { tie, to }]);
  };
  for (const tie of hops) {
    link(tie.from, tie.to, tie);
    link(tie.to, tie.from, tie);
  }
  const negotiators = [
    ...new Set(
      meetings.filter((m) => m.status !== 'denied' && m.status !== 'hypothetical').flatMap((m) => m.participants),
    ),
  ]
    .filter((id) => isPerson(id) && next.has(id))
    .sort(byText);
  const negative = claims.filter((claim) => claim.polarity === 'negative');
  const originsOf = new Map([...findings.values()].map((finding) => [finding.id, finding.origins.length]));
  const found: Interest[] = [];
  for (const negotiator of negotiators) {
    const paths = walk(negotiator, next);
    for (const deal of deals) {
      for (const gains of [...deal.parties, ...(deal.assetEntity === null ? [] : [deal.assetEntity])]) {
        const path = paths.get(gains);
        if (path === undefined || path.length === 0 || deal.parties.includes(negotiator)) continue;
        const weakest = [...path].sort(
          (a, b) => strength(a.tie, originsOf) - strength(b.tie, originsOf) || byText(a.tie.id, b.tie.id),
        )[0];
        found.push({
          id: contentId('interest', negotiator, gains, deal.id),
          negotiator,
          gains,
          deal: deal.id,
          path: path.map(({ tie, from, to }) => ({ tie: tie.id, from, to })),
          weakest: weakest?.tie.id ?? null,
          against: negative
            .filter((claim) =>
              speaksAgainst(
                claim,
                negotiator,
                gains,
                path.map(({ tie }) => tie),
              ),
            )
            .map((claim) => claim.id),
          evidence: [...path.flatMap(({ tie }) => tie.evidence), ...deal.evidence],
        });
      }
    }
  }
  return found.sort((a, b) => byText(a.id, b.id));
};

interface Hop {
  readonly tie: Tie;
  readonly from: string;
  readonly to: string;
}

/** Shortest path to everyone within reach; among equals the first by tie id. */
const walk = (
  start: string,
  next: ReadonlyMap<string, readonly { tie: Tie; to: string }[]>,
): ReadonlyMap<string, readonly Hop[]> => {
  const paths = new Map<string, readonly Hop[]>([[start, []]]);
  let edge = [start];
  for (let depth = 0; depth < MAX_HOPS && edge.length > 0; depth++) {
    const reached: string[] = [];
    for (const from of edge) {
      const steps = next.get(from) ?? [];
      if (from !== start && steps.length > MAX_FAN) continue;
      for (const { tie, to } of [...steps].sort((a, b) => byText(a.tie.id, b.tie.id))) {
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

const speaksAgainst = (claim: Claim, negotiator: string, gains: string, ties: readonly Tie[]): boolean => {
  if (ties.some((tie) => tie.claims.includes(claim.id))) return true;
  const inClaim = new Set(Object.values(claim.roles).flatMap((fillers) => fillers.flatMap((f) => f.entity ?? [])));
  return inClaim.has(negotiator) && inClaim.has(gains);
};

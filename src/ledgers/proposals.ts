import {
  byText,
  type Claim,
  contentId,
  type Entity,
  type Finding,
  type Proposal,
  type Stance,
} from '../model/index.ts';
import type { Told } from '../weigh/index.ts';
import { dateOf, entitiesIn, fillingClaims, mostTold, mostToldFiller, rowOf } from './rows.ts';

/** Plans with their drafts, numbers of points and who is said to have made them, ordered by id. */
export const listProposals = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  entities: ReadonlyMap<string, Entity>,
): readonly Proposal[] => {
  const leaks = new Map<string, Claim[]>();
  for (const leak of told.filter((one) => one.happening.type === 'leak').flatMap((one) => one.favour)) {
    for (const plan of new Set((leak.roles.proposal ?? []).flatMap((filler) => filler.entity ?? []))) {
      leaks.set(plan, [...(leaks.get(plan) ?? []), leak]);
    }
  }
  return told
    .filter((one) => one.happening.type === 'proposal' && one.favour.length > 0)
    .map((one): Proposal => {
      const claims = fillingClaims(one);
      const plan = mostToldFiller(claims, 'proposal');
      const points = [...new Set(claims.flatMap((claim) => claim.properties.points ?? []))].map(Number);
      const named = plan?.entity == null ? undefined : entities.get(plan.entity)?.name;
      const own = plan?.entity == null ? [] : (leaks.get(plan.entity) ?? []);
      return {
        ...rowOf(one, findings),
        name: named ?? plan?.text ?? claims[0]?.text ?? '',
        entity: plan?.entity ?? null,
        points: points.filter(Number.isFinite).sort((a, b) => a - b),
        by: entitiesIn(claims, 'author'),
        to: entitiesIn(claims, 'recipient'),
        versions: [...versionsOf(claims), ...leakedVersion(own)],
        authorship: [],
        clauses: [],
        handed: [],
        changes: [],
      };
    });
};

/** One entry for each version that is told apart by its own word ("leaked", "revised"). */
const versionsOf = (claims: readonly Claim[]): Proposal['versions'] => {
  const kinds = [...new Set(claims.flatMap((claim) => claim.properties.version ?? []))].sort(byText);
  return kinds.map((kind) =>
    versionOf(
      kind,
      claims.filter((claim) => claim.properties.version === kind),
    ),
  );
};

const leakedVersion = (leaks: readonly Claim[]): Proposal['versions'] =>
  leaks.length === 0 ? [] : [versionOf('leaked', leaks)];

/** The number of points that most give; null when nobody gives one. */
const pointsOf = (claims: readonly Claim[]): number | null => {
  const points = Number(mostTold(claims, (claim) => claim.properties.points ?? null) ?? Number.NaN);
  return Number.isInteger(points) ? points : null;
};

const versionOf = (kind: string, claims: readonly Claim[]): Proposal['versions'][number] => ({
  id: contentId('version', kind, ...claims.map((claim) => claim.id)),
  kind,
  text: claims[0]?.text ?? '',
  date: dateOf(claims),
  points: pointsOf(claims),
  by: entitiesIn(claims, 'author'),
  claims: claims.map((claim) => claim.id),
  evidence: claims.flatMap((claim) => claim.evidence),
});

const STANCES: ReadonlySet<string> = new Set(['accepts', 'rejects', 'on-condition', 'silent']);

/** Who takes which view of what, a row a party, ordered by id. */
export const listStances = (
  told: readonly Told[],
  findings: ReadonlyMap<string, Finding>,
  proposals: readonly Proposal[],
): readonly Stance[] => {
  // Of proposals of one plan the first.
  const proposalOf = new Map(proposals.toReversed().map((proposal) => [proposal.entity, proposal]));
  return told
    .filter((one) => one.happening.type === 'stance' && one.favour.length > 0)
    .flatMap((one): Stance[] => {
      const claims = one.favour;
      const stance = mostTold(claims, (claim) => claim.properties.stance ?? null);
      if (stance === null || !STANCES.has(stance)) return [];
      const about = mostToldFiller(claims, 'about');
      const conditional = claims.some((claim) => claim.conditions.length > 0) && stance === 'accepts';
      const proposal = about?.entity == null ? undefined : proposalOf.get(about.entity);
      return entitiesIn(claims, 'party').map((party) => ({
        ...rowOf(one, findings, `-${party}`),
        proposal: proposal?.id ?? null,
        clause: null,
        about: about?.text ?? '',
        party,
        stance: conditional ? 'on-condition' : (stance as Stance['stance']),
        date: dateOf(claims),
      }));
    })
    .sort((a, b) => byText(a.id, b.id));
};

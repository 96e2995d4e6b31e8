import { byText, type Claim, contentId, type Proposal, type ProposalVersion } from '../model/index.ts';
import { byDate, datesOverlap } from '../text/index.ts';
import { dateOf, entitiesIn, mostTold } from './rows.ts';

/** Kinds of version in the order in which they come about, where nothing dates them. */
const KINDS = ['initial', 'leaked', '', 'revised', 'supplementary'];

/** A version as it is being told apart. */
interface Draft {
  readonly kind: string;
  readonly claims: Claim[];
}

/** "Revised" is told of a version by its word or by what was done to the plan. */
const kindOf = (claim: Claim): string => {
  if (claim.type === 'leak') return 'leaked';
  return claim.properties.version ?? (claim.properties.act === 'revised' ? 'revised' : '');
};

const pointsTold = (claims: readonly Claim[]): string | null =>
  mostTold(claims, (claim) => claim.properties.points ?? null);

/** Figures and dates that cannot both be of one version. */
const isApart = (draft: Draft, claim: Claim): boolean => {
  const [points, own] = [pointsTold(draft.claims), claim.properties.points];
  if (points !== null && own !== undefined && points !== own) return true;
  const date = dateOf(draft.claims);
  return kindOf(claim) !== '' && date !== null && claim.date !== null && datesOverlap(date, claim.date) === false;
};

/**
 * The versions of a plan that are told apart, by their word ("initial", "leaked", "revised"), by their number of points, or by
 * their dates; in order of date, else of kind. One number of points that everybody gives tells no versions apart.
 *
 * A claim that fits two versions is of the plan, and of neither.
 */
export const versionsOf = (claims: readonly Claim[]): readonly ProposalVersion[] => {
  const isSeveral = new Set(claims.flatMap(({ properties }) => properties.points ?? [])).size > 1;
  const drafts: Draft[] = [];
  const ordered = [...claims].sort(
    (a, b) => exactness(b) - exactness(a) || byDate(a.date, b.date) || byText(a.id, b.id),
  );
  for (const claim of ordered.filter((one) => kindOf(one) !== '')) {
    const fitting = drafts.filter((draft) => draft.kind === kindOf(claim) && !isApart(draft, claim));
    if (fitting.length === 0) drafts.push({ kind: kindOf(claim), claims: [claim] });
    else if (fitting.length === 1) fitting[0]?.claims.push(claim);
  }
  for (const claim of ordered.filter((one) => kindOf(one) === '' && one.properties.points !== undefined)) {
    const same = drafts.filter((draft) => pointsTold(draft.claims) === claim.properties.points);
    if (same.length === 1) same[0]?.claims.push(claim);
    else if (same.length === 0 && isSeveral) drafts.push({ kind: '', claims: [claim] });
  }
  for (const claim of ordered.filter((one) => one.properties.act === 'dated' && kindOf(one) === '')) {
    const open = drafts.filter((draft) => {
      const date = dateOf(draft.claims.filter(({ properties }) => properties.act === 'dated'));
      return date === null || claim.date === null || datesOverlap(date, claim.date) !== false;
    });
    const own = open.filter((draft) => draft.claims.some(({ document }) => document === claim.document));
    const fitting =
      own.length > 0 ? own : open.filter((draft) => draft.claims.some(({ properties }) => properties.act === 'dated'));
    if (fitting.length === 1) fitting[0]?.claims.push(claim);
    else if (fitting.length === 0) drafts.push({ kind: '', claims: [claim] });
  }
  return drafts
    .map(versionOf)
    .sort(
      (a, b) =>
        (a.date === null || b.date === null ? 0 : byDate(a.date, b.date)) ||
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        (a.points ?? 0) - (b.points ?? 0) ||
        byText(a.id, b.id),
    );
};

const exactness = (claim: Claim): number =>
  (claim.properties.points === undefined ? 0 : 2) + (claim.date === null ? 0 : 1);

const versionOf = ({ kind, claims: told }: Draft): ProposalVersion => {
  const claims = [...told].sort((a, b) => byText(a.id, b.id));
  const points = Number(pointsTold(claims) ?? Number.NaN);
  const proposal = mostTold(claims, (claim) => claim.roles.proposal?.[0]?.text ?? null);
  return {
    id: contentId('version', kind, ...claims.map((claim) => claim.id)),
    kind,
    text: proposal ?? claims[0]?.text ?? '',
    // What it is dated goes before when it was handed over or spoken of.
    date: dateOf(claims.filter(({ properties }) => properties.act === 'dated')) ?? dateOf(claims),
    points: Number.isInteger(points) ? points : null,
    by: entitiesIn(claims.filter(isWriting), 'author'),
    claims: claims.map((claim) => claim.id),
    evidence: claims.flatMap((claim) => claim.evidence),
  };
};

/** Says who made it; who hands a plan over or leaks it need not have written it. */
export const isWriting = ({ type, properties }: Claim): boolean =>
  type === 'proposal' && properties.act !== 'handed over' && properties.act !== 'dated';

/** The version that a claim speaks of by its word or its points, if there is one. */
export const versionTold = (claim: Claim, versions: readonly ProposalVersion[]): string | null => {
  const { version, points } = claim.properties;
  if (version === undefined && points === undefined) return null;
  const fitting = versions.filter(
    (one) =>
      (version === undefined || one.kind === version) &&
      (points === undefined || one.points === null || String(one.points) === points),
  );
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
};

type Change = Proposal['changes'][number];

/** What is told to differ between versions: that one was revised and by whom, points, authors, clauses of one that another is told not to have. */
export const changesOf = (
  versions: readonly ProposalVersion[],
  claims: readonly Claim[],
  amended: readonly Claim[],
): readonly Change[] => {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const told = versions.flatMap((version, at) => {
    const before = versions[at - 1] ?? null;
    return version.claims.flatMap((id): readonly Change[] => {
      const claim = byId.get(id);
      if (claim?.properties.act !== 'revised') return [];
      return [{ from: before?.id ?? null, to: version.id, what: claim.text, evidence: claim.evidence }];
    });
  });
  const compared = versions.flatMap((version, at) => {
    const before = versions[at - 1];
    return before === undefined ? [] : between(before, version, byId);
  });
  // "The new text drops the clause on the port": of the version that it names, else of the last.
  const parts = amended.map((claim): Change => {
    const named = versionTold(claim, versions);
    const at = named === null ? versions.length - 1 : versions.findIndex(({ id }) => id === named);
    const what = `${claim.properties.change}: ${(claim.roles.content ?? []).map(({ text }) => text).join(', ')}`;
    return { from: versions[at - 1]?.id ?? null, to: versions[at]?.id ?? null, what, evidence: claim.evidence };
  });
  return [...told, ...compared, ...parts.sort((a, b) => byText(a.what, b.what))];
};

const between = (
  before: ProposalVersion,
  after: ProposalVersion,
  byId: ReadonlyMap<string, Claim>,
): readonly Change[] => {
  const changes: Change[] = [];
  const proofOf = (version: ProposalVersion, tells: (claim: Claim) => boolean): Change['evidence'] =>
    version.claims.flatMap((id) => {
      const claim = byId.get(id);
      return claim !== undefined && tells(claim) ? claim.evidence : [];
    });
  if (before.points !== null && after.points !== null && before.points !== after.points) {
    const gives = (version: ProposalVersion) => (claim: Claim) => claim.properties.points === String(version.points);
    changes.push({
      from: before.id,
      to: after.id,
      what: `${before.points} points, then ${after.points}`,
      evidence: [...proofOf(before, gives(before)), ...proofOf(after, gives(after))],
    });
  }
  return changes;
};

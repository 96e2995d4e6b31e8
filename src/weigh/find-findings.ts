import { byText, type CaseDocument, type Claim, type Contradiction, contentId, type Finding } from '../model/index.ts';
import { hasHappened, type Told } from './group-claims.ts';
import { countIndependence } from './independence.ts';

/**
 * What the claims of one thing come to (SPEC.md, rules W14 to W18).
 *
 * `corroborated`: two or more independent voices say so and nobody denies it. `single-origin`: one does. `unknown-origin`:
 * only documents whose origin cannot be told. `disputed`: said and denied, or told with a different number, amount, author,
 * authority or holder. `denied`: only denials or "no evidence" are at
 * hand. `corrected`: the origin that said so has itself taken it back, later. Things that are only supposed give no finding.
 *
 * @param contradictions Those in which claims of this thing stand on different sides.
 */
export const findFinding = (
  told: Told,
  documents: ReadonlyMap<string, CaseDocument>,
  contradictions: readonly Contradiction[],
): Finding | null => {
  const { favour, against } = told;
  const lead = favour[0] ?? against[0];
  if (lead === undefined) return null;
  const held = favour.filter(hasHappened);
  // That it is planned says nothing of whether it came about (W19).
  const counted = held.length > 0 ? held : favour;
  const { origins, voices, reasons } = countIndependence(counted);
  const left = favour.length - counted.length;
  const uncounted = left > 0 ? [`${left} ${left === 1 ? 'claim' : 'claims'} only of a plan, not counted (W19)`] : [];
  const parted = contradictions.filter(({ kind }) => AT_ODDS.has(kind));
  const status = statusOf(told, voices, origins, documents, parted);
  const differ = parted.map(
    ({ kind, values }) => `told with different ${kind}: ${values.map((one) => one.value).join(' against ')} (W16)`,
  );
  const denied =
    against.length > 0 ? [`${against.length} against: ${against.map((claim) => claim.id).join(', ')}`] : [];
  return {
    id: contentId('finding', told.happening.id),
    type: told.happening.type,
    text: status === 'corroborated' ? leastText(counted) : bestText(favour.length > 0 ? favour : against),
    status,
    claims: favour.map((claim) => claim.id),
    denials: against.map((claim) => claim.id),
    origins,
    event: told.happening.id,
    reasons: [...(favour.length > 0 ? reasons : []), ...uncounted, ...differ, ...denied],
    evidence: [...favour, ...against].flatMap((claim) => claim.evidence),
  };
};

/** Differences that leave open what the thing itself was; when and how long a meeting was leaves open only that. */
const AT_ODDS: ReadonlySet<Contradiction['kind']> = new Set(['number', 'amount', 'authorship', 'agency', 'role']);

const statusOf = (
  { favour, against }: Told,
  voices: number,
  origins: readonly string[],
  documents: ReadonlyMap<string, CaseDocument>,
  parted: readonly Contradiction[],
): Finding['status'] => {
  if (favour.length === 0) return 'denied';
  if (against.length > 0) return isTakenBack(favour, against, documents) ? 'corrected' : 'disputed';
  if (parted.length > 0) return 'disputed';
  if (origins.length === 0) return 'unknown-origin';
  return voices >= 2 ? 'corroborated' : 'single-origin';
};

/** Every denial is the word of the one origin that had said so, in a later document. */
const isTakenBack = (
  favour: readonly Claim[],
  against: readonly Claim[],
  documents: ReadonlyMap<string, CaseDocument>,
): boolean => {
  const said = new Set(favour.flatMap((claim) => claim.origins));
  const published = (claim: Claim): string => documents.get(claim.document)?.published ?? '';
  const first = favour.map(published).sort(byText)[0] ?? '';
  return (
    said.size === 1 &&
    against.every(
      (claim) =>
        claim.chain.length <= 1 &&
        claim.origins.length > 0 &&
        claim.origins.every((o) => said.has(o)) &&
        first !== '' &&
        published(claim) > first,
    )
  );
};

/**
 * A corroborated sentence says no more than every voice says (W14): of the sentences with the most people and bodies the
 * shortest.
 */
const leastText = (claims: readonly Claim[]): string =>
  [...claims].sort((a, b) => named(b) - named(a) || a.text.length - b.text.length || byText(a.id, b.id))[0]?.text ?? '';

const named = (claim: Claim): number =>
  new Set(Object.values(claim.roles).flatMap((fillers) => fillers.flatMap((filler) => filler.entity ?? []))).size;

/** The fullest sentence that most claims would sign: of the most frequent set of role fillers the longest text. */
const bestText = (claims: readonly Claim[]): string =>
  [...claims].sort(
    (a, b) => Number(hasHappened(b)) - Number(hasHappened(a)) || b.text.length - a.text.length || byText(a.id, b.id),
  )[0]?.text ?? '';

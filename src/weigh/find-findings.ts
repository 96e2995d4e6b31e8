import { byText, type CaseDocument, type Claim, contentId, type Finding } from '../model/index.ts';
import { hasHappened, type Told } from './group-claims.ts';
import { countIndependence } from './independence.ts';

/**
 * What the claims of one thing come to (SPEC.md, rules W14 to W18).
 *
 * `corroborated`: two or more independent voices say so and nobody denies it. `single-origin`: one does. `unknown-origin`:
 * only documents whose origin cannot be told. `disputed`: said and denied. `denied`: only denials or "no evidence" are at
 * hand. `corrected`: the origin that said so has itself taken it back, later. Things that are only supposed give no finding.
 */
export const findFinding = (told: Told, documents: ReadonlyMap<string, CaseDocument>): Finding | null => {
  const { favour, against } = told;
  const lead = favour[0] ?? against[0];
  if (lead === undefined) return null;
  const held = favour.filter(hasHappened);
  // That it is planned says nothing of whether it came about (W19).
  const counted = held.length > 0 ? held : favour;
  const { origins, voices, reasons } = countIndependence(counted);
  const left = favour.length - counted.length;
  const uncounted = left > 0 ? [`${left} ${left === 1 ? 'claim' : 'claims'} only of a plan, not counted (W19)`] : [];
  const status = statusOf(told, voices, origins, documents);
  const denied =
    against.length > 0 ? [`${against.length} against: ${against.map((claim) => claim.id).join(', ')}`] : [];
  return {
    id: contentId('finding', told.happening.id),
    type: told.happening.type,
    text: bestText(favour.length > 0 ? favour : against),
    status,
    claims: favour.map((claim) => claim.id),
    denials: against.map((claim) => claim.id),
    origins,
    event: told.happening.id,
    reasons: [...(favour.length > 0 ? reasons : []), ...uncounted, ...denied],
    evidence: [...favour, ...against].flatMap((claim) => claim.evidence),
  };
};

const statusOf = (
  { favour, against }: Told,
  voices: number,
  origins: readonly string[],
  documents: ReadonlyMap<string, CaseDocument>,
): Finding['status'] => {
  if (favour.length === 0) return 'denied';
  if (against.length > 0) return isTakenBack(favour, against, documents) ? 'corrected' : 'disputed';
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

/** The fullest sentence that most claims would sign: of the most frequent set of role fillers the longest text. */
const bestText = (claims: readonly Claim[]): string =>
  [...claims].sort(
    (a, b) => Number(hasHappened(b)) - Number(hasHappened(a)) || b.text.length - a.text.length || byText(a.id, b.id),
  )[0]?.text ?? '';

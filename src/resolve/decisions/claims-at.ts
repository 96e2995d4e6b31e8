import type { Claim, Evidence } from '../../model/index.ts';
import { foldName } from '../../text/index.ts';

const touches = (evidence: readonly Evidence[], { document, start, end }: Evidence): boolean =>
  evidence.some((one) => one.document === document && one.start < end && start < one.end);

/** Claims by document, so that a decision is not held against every claim of the case. */
export const byDocument = (claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> => {
  const found = new Map<string, Claim[]>();
  for (const claim of claims) {
    const known = found.get(claim.document) ?? [];
    known.push(claim);
    found.set(claim.document, known);
  }
  return found;
};

/** Words that two sentences have in common, as a share of all their words. */
const likeness = (a: string, b: string): number => {
  const [one, other] = [new Set(foldName(a).split(' ')), new Set(foldName(b).split(' '))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
};

/**
 * The claim at a place (rule D4): of the same type, with a quote that shares words with the one decided on. Where one sentence
 * makes several, the one that says the same; else, since names may be gathered otherwise by now, the one that says most of it.
 */
export const claimsAt = (
  claims: ReadonlyMap<string, readonly Claim[]>,
  { type, evidence, says }: { readonly type: string; readonly evidence: Evidence; readonly says: string },
): readonly Claim[] => {
  const near = (claims.get(evidence.document) ?? []).filter(
    (claim) => claim.type === type && touches(claim.evidence, evidence),
  );
  const exact = near.filter((claim) =>
    claim.evidence.some((one) => one.start === evidence.start && one.end === evidence.end),
  );
  const found = exact.length > 0 ? exact : near;
  if (found.length < 2) return found;
  // As it was read: what somebody corrected in it since says otherwise.
  const like = ({ text, corrected }: Claim): number => likeness(corrected?.text ?? text, says);
  const best = Math.max(...found.map(like));
  return found.filter((claim) => like(claim) === best).slice(0, 1);
};

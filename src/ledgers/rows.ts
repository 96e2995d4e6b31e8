import { byText, type Claim, type Edtf, type Evidence, type Finding } from '../model/index.ts';
import { narrowerDate, spanDays } from '../text/index.ts';
import type { Told } from '../weigh/index.ts';

/** What every ledger row has. */
export interface Row {
  readonly id: string;
  readonly claims: readonly string[];
  readonly finding: string | null;
  readonly evidence: readonly Evidence[];
}

/** All claims of a thing, those that deny it included: a row shows both sides. */
export const allClaims = (told: Told): readonly Claim[] => [...told.favour, ...told.against];

/** The claims that fill a row: those in favour, or, where there are only denials, what is denied. */
export const fillingClaims = (told: Told): readonly Claim[] => (told.favour.length > 0 ? told.favour : told.against);

/** The common part of a row; `suffix` tells rows apart that come from one happening. */
export const rowOf = (told: Told, findings: ReadonlyMap<string, Finding>, suffix = ''): Row => {
  const claims = allClaims(told);
  return {
    id: `${told.happening.id}${suffix}`,
    claims: claims.map((claim) => claim.id),
    finding: findings.get(told.happening.id)?.id ?? null,
    evidence: claims.flatMap((claim) => claim.evidence),
  };
};

/** Entities that fill any of the roles in any of the claims, ordered. */
export const entitiesIn = (claims: readonly Claim[], ...roles: readonly string[]): readonly string[] =>
  [
    ...new Set(
      claims.flatMap((claim) => roles.flatMap((role) => (claim.roles[role] ?? []).flatMap((f) => f.entity ?? []))),
    ),
  ].sort(byText);

/** Words that fill the roles and denote nobody by name, ordered. */
export const unnamedIn = (claims: readonly Claim[], ...roles: readonly string[]): readonly string[] =>
  [
    ...new Set(
      claims.flatMap((claim) =>
        roles.flatMap((role) => (claim.roles[role] ?? []).filter((f) => f.entity === null).map((f) => f.text)),
      ),
    ),
  ].sort(byText);

/** The value that most origins give, then most claims, then the first by text; null when nobody gives one. */
export const mostTold = (claims: readonly Claim[], value: (claim: Claim) => string | null): string | null => {
  const votes = new Map<string, { origins: Set<string>; claims: number }>();
  for (const claim of claims) {
    const one = value(claim);
    if (one === null || one === '') continue;
    const vote = votes.get(one) ?? { origins: new Set<string>(), claims: 0 };
    for (const origin of claim.origins) vote.origins.add(origin);
    vote.claims++;
    votes.set(one, vote);
  }
  const ranked = [...votes].sort(
    ([a, x], [b, y]) => y.origins.size - x.origins.size || y.claims - x.claims || byText(a, b),
  );
  return ranked[0]?.[0] ?? null;
};

/** The first filler of a role that most claims give, with its entity. */
export const mostToldFiller = (
  claims: readonly Claim[],
  role: string,
): { readonly text: string; readonly entity: string | null } | null => {
  const key = mostTold(claims, (claim) => {
    const filler = claim.roles[role]?.[0];
    return filler === undefined ? null : (filler.entity ?? filler.text);
  });
  if (key === null) return null;
  for (const claim of claims) {
    const filler = claim.roles[role]?.[0];
    if (filler !== undefined && (filler.entity ?? filler.text) === key) return filler;
  }
  return null;
};

/**
 * The most exact date that somebody gave and that the others leave room for. Where dates exclude each other, the one that
 * most origins give; the others stand in the contradiction.
 */
export const dateOf = (claims: readonly Claim[]): Edtf | null => {
  const start = mostTold(claims, (claim) => claim.date);
  if (start === null) return null;
  let best = start;
  for (const claim of claims) {
    if (claim.date === null) continue;
    const narrower = narrowerDate(claim.date, best);
    if (narrower !== null && (spanDays(narrower) ?? Infinity) < (spanDays(best) ?? Infinity)) best = narrower;
  }
  return best;
};

/** Distinct words in which the claims give the date, ordered. */
export const dateWordsOf = (claims: readonly Claim[]): readonly string[] =>
  [...new Set(claims.flatMap((claim) => claim.dateWords ?? []))].sort(byText);

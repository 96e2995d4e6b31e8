import type { Claim } from '../../src/model/index.ts';

/** Claims that derive from the same origins. */
export interface OriginGroup {
  /** Null: where they come from cannot be told. */
  readonly origin: string | null;
  readonly claims: readonly Claim[];
}

/** Claims by their first origin, most claims first, unknown ones last. Each claim once. */
export const byOrigin = (claims: readonly Claim[]): readonly OriginGroup[] => {
  const groups = new Map<string | null, Claim[]>();
  for (const claim of claims) {
    const origin = claim.origins[0] ?? null;
    groups.set(origin, [...(groups.get(origin) ?? []), claim]);
  }
  return [...groups]
    .map(([origin, own]) => ({ origin, claims: own }))
    .sort((a, b) => Number(a.origin === null) - Number(b.origin === null) || b.claims.length - a.claims.length);
};

import { byText, type Claim, type Happening, type Resolved } from '../model/index.ts';

/** The claims of one happening, parted by what they say of it. */
export interface Told {
  readonly happening: Happening;
  /** Say that it is, was, or is planned. */
  readonly favour: readonly Claim[];
  /** Say that it is not, deny it, or say that there is no evidence of it. */
  readonly against: readonly Claim[];
  /** Only suppose it. */
  readonly supposed: readonly Claim[];
}

/** Claims of each happening, in the order of their ids. */
export const groupClaims = (resolved: Resolved): readonly Told[] => {
  const byId = new Map(resolved.claims.map((claim) => [claim.id, claim]));
  return resolved.happenings.map((happening) => {
    const claims = happening.claims.flatMap((id) => byId.get(id) ?? []).sort((a, b) => byText(a.id, b.id));
    const real = claims.filter((claim) => claim.status !== 'hypothetical');
    return {
      happening,
      favour: real.filter((claim) => claim.polarity === 'positive'),
      against: real.filter((claim) => claim.polarity === 'negative'),
      supposed: claims.filter((claim) => claim.status === 'hypothetical'),
    };
  });
};

import type { Claim, Resolved } from '../model/index.ts';

/** A case without the claims that analysts rejected, and these by the thing that they are of. */
export interface Counted {
  readonly resolved: Resolved;
  readonly rejected: ReadonlyMap<string, readonly Claim[]>;
}

/**
 * Takes out of what is weighed whatever analysts rejected (rule D6 of resolving): no count, no relation, no contradiction rests on it.
 * A thing of which every claim was rejected is no thing any more. Where nothing was rejected the case itself is given.
 */
export const withoutRejected = (resolved: Resolved): Counted => {
  const gone = new Map(
    resolved.claims.flatMap((claim) => (claim.judgement?.verdict === 'negative' ? [[claim.id, claim] as const] : [])),
  );
  if (gone.size === 0) return { resolved, rejected: new Map() };
  const rejected = new Map<string, readonly Claim[]>();
  const happenings = resolved.happenings.flatMap((happening) => {
    const own = happening.claims.flatMap((id) => gone.get(id) ?? []);
    if (own.length === 0) return [happening];
    rejected.set(happening.id, own);
    const claims = happening.claims.filter((id) => !gone.has(id));
    return claims.length === 0 ? [] : [{ ...happening, claims }];
  });
  return { resolved: { ...resolved, claims: resolved.claims.filter(({ id }) => !gone.has(id)), happenings }, rejected };
};

import type { Claim } from '../../model/index.ts';

const PLACED =
  /(?<inner>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)(?:(?:, which is|, a \w+)? (?:in|at|off|of)|,? (?:just |close |right )?(?:outside|near|next|beside)(?: to)?) (?:the )?(?<outer>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*)/gu;

const found = new WeakMap<Claim, readonly (readonly [inner: string, outer: string])[]>();

/** Names of which the quotes of a claim say that the one lies in the other: "the Linden Hotel in Tirzan". Read once for each claim. */
export const placedIn = (claim: Claim): readonly (readonly [inner: string, outer: string])[] => {
  const known = found.get(claim);
  if (known !== undefined) return known;
  const made = claim.evidence.flatMap(({ quote }) =>
    [...quote.matchAll(PLACED)].map(({ groups }) => [groups?.inner ?? '', groups?.outer ?? ''] as const),
  );
  found.set(claim, made);
  return made;
};

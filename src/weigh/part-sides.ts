import { byText, type Claim } from '../model/index.ts';

/**
 * Parts claims by a detail: those that say the same together. A claim that fits several sides (it is vaguer, or names both) stands on
 * none. Empty unless two sides truly exclude each other.
 *
 * @param keyOf What a claim says, for telling the same from the like; claims of one key are never parted.
 * @param differ Whether two claims cannot both be right.
 */
export const partSides = (
  claims: readonly Claim[],
  keyOf: (claim: Claim) => string,
  differ: (a: Claim, b: Claim) => boolean,
): readonly (readonly Claim[])[] => {
  const byKey = new Map<string, Claim[]>();
  for (const claim of claims) byKey.set(keyOf(claim), [...(byKey.get(keyOf(claim)) ?? []), claim]);
  const said = [...byKey.values()].sort(
    (a, b) => b.length - a.length || byText((a[0] as Claim).id, (b[0] as Claim).id),
  );
  if (said.length < 2) return [];
  const areApart = (a: readonly Claim[], b: readonly Claim[]): boolean =>
    a.some((one) => b.some((other) => differ(one, other)));
  const sides: Claim[][] = [];
  const open: (readonly Claim[])[] = [];
  for (const group of said) {
    // What differs from nothing at all is vague: it opens no side that others would have to fit.
    if (said.every((other) => other === group || !areApart(group, other))) continue;
    const fitting = sides.filter((side) => !areApart(side, group));
    if (fitting.length === 0) sides.push([...group]);
    else if (fitting.length === 1) fitting[0]?.push(...group);
    else open.push(group);
  }
  // One side after the first that it differs from: three values of which two agree are two sides.
  const [first] = sides;
  if (first === undefined) return [];
  const apart = sides.filter((side) => side === first || areApart(first, side));
  // Who says the same as a side, but in a way that excludes nobody (a document that tells both drafts), stands on none.
  const firm = apart
    .map((side) => side.filter((claim) => apart.some((other) => other !== side && areApart([claim], other))))
    .filter((side) => side.length > 0);
  return firm.length < 2 ? [] : firm.map((side) => side.sort((a, b) => byText(a.id, b.id)));
};

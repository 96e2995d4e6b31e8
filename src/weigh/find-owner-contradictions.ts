import { byText, type Claim, type Contradiction, contentId } from '../model/index.ts';
import { findSlip } from './find-slip.ts';
import type { Told } from './group-claims.ts';
import type { Known } from './known.ts';
import { percentOf } from './quantities.ts';

/** Owners of one thing beyond this many are co-owners of a much-traded one: no pair of them is compared. */
const MOST_OWNERS = 40;

interface Owned {
  readonly claim: Claim;
  readonly owner: string;
  readonly share: number;
}

/**
 * One share of one thing that two documents give to two owners (SPEC.md, rule W20).
 *
 * Only where the share is the same and not a half, no document names both as owners, and neither owner is tied to the other
 * by ownership: who owns the company owns its share. Negative claims take no part: yes against no is rule W13.
 */
export const findOwnerContradictions = (told: readonly Told[], known: Known): readonly Contradiction[] => {
  const byThing = new Map<string, Owned[]>();
  const linked = new Set<string>();
  const named = new Map<string, Set<string>>();
  for (const claim of told.flatMap((one) => (one.happening.type === 'ownership' ? one.favour : []))) {
    const owners = (claim.roles.owner ?? []).flatMap(({ entity }) => entity ?? []);
    const share = percentOf((claim.roles.share ?? []).map(({ text }) => text).join(' '));
    for (const thing of (claim.roles.owned ?? []).flatMap(({ entity }) => entity ?? [])) {
      // What a report says itself and what it says that another said are two voices.
      for (const origin of claim.origins.length > 0 ? claim.origins : ['']) {
        const key = `${claim.document} ${origin} ${thing}`;
        named.set(key, new Set([...(named.get(key) ?? []), ...owners]));
      }
      for (const owner of owners) linked.add(`${owner} ${thing}`).add(`${thing} ${owner}`);
      const [owner] = owners;
      if (owner === undefined || owners.length > 1 || share === null) continue;
      byThing.set(thing, [...(byThing.get(thing) ?? []), { claim, owner, share }]);
    }
  }
  return [...byThing].flatMap(([thing, all]) => {
    const owners = [...new Set(all.map(({ owner }) => owner))].sort(byText);
    if (owners.length > MOST_OWNERS) return [];
    return owners.flatMap((one, at) =>
      owners.slice(at + 1).flatMap((other) => {
        if (linked.has(`${one} ${other}`)) return [];
        const mine = all.filter((owned) => owned.owner === one);
        const shares = new Set(mine.map(({ share }) => share));
        const theirs = all.filter(({ owner, share }) => owner === other && shares.has(share) && share !== 50);
        const ours = mine.filter(({ share }) => theirs.some((owned) => owned.share === share));
        const isBoth = [...ours, ...theirs].some(({ claim }) =>
          (claim.origins.length > 0 ? claim.origins : ['']).some((origin) => {
            const holders = named.get(`${claim.document} ${origin} ${thing}`);
            return holders?.has(one) === true && holders.has(other);
          }),
        );
        return ours.length === 0 || isBoth ? [] : [record(thing, ours, theirs, known)];
      }),
    );
  });
};

const record = (thing: string, ours: readonly Owned[], theirs: readonly Owned[], known: Known): Contradiction => {
  const value = (side: readonly Owned[]): Contradiction['values'][number] => ({
    value: side[0]?.claim.roles.owner?.[0]?.text ?? '',
    claims: side.map(({ claim }) => claim.id).sort(byText),
    origins: [...new Set(side.flatMap(({ claim }) => claim.origins))].sort(byText),
    evidence: side.flatMap(({ claim }) => claim.evidence),
  });
  const values = [value(ours), value(theirs)];
  const { claim, share } = ours[0] as Owned;
  const name = claim.roles.owned?.find(({ entity }) => entity === thing)?.text ?? '';
  return {
    id: contentId('contradiction', 'owner', thing, ...values.map((one) => one.value)),
    kind: 'role',
    about: `Who owns ${Number(share.toFixed(2))} per cent of ${name}`,
    values,
    likelySlip: findSlip(
      values.map(({ value: said, claims }) => ({
        value: said,
        claims: [...ours, ...theirs].map(({ claim: one }) => one).filter((one) => claims.includes(one.id)),
      })),
      known,
    ),
    reasons: ['the same share of one thing is given to two owners, and no document names both (W20)'],
    evidence: values.flatMap((one) => one.evidence),
  };
};

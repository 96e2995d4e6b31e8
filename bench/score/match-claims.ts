import type { Claim } from '../../src/model/index.ts';
import type { KnownClaim } from './answers.ts';
import { type Ground, locate, matchEntities, type Score, touches } from './ground.ts';
import { alignmentsOf, foundContradiction, type Outcome } from './outcome.ts';
import { placeKey } from './score-known.ts';

/** Types under which one and the same statement may be read. */
const FAMILY: Readonly<Record<string, string>> = { visit: 'meeting', call: 'meeting', offer: 'deal' };
const familyOf = (type: string): string => FAMILY[type] ?? type;

/**
 * Known claims and the claims of the case that state them: of one family of types, standing on the same words, one to one;
 * where several fit, those of the same people, the same type and the same yes or no go together.
 */
export const matchClaims = (ground: Ground): ReadonlyMap<string, Claim> => {
  const matched = matchEntities(ground);
  const known = ground.answers.claims ?? [];
  const pairs = known.flatMap((wanted) => {
    const at = locate(ground, wanted);
    if (at === null) return [];
    return ground.case.claims
      .filter((claim) => familyOf(claim.type) === familyOf(wanted.type) && touches(ground, claim.evidence, [wanted]))
      .map((claim) => ({ wanted, claim, weight: likeness(wanted, claim, matched) }));
  });
  const ordered = pairs.toSorted(
    (a, b) => b.weight - a.weight || compare(a.wanted.id, b.wanted.id) || compare(a.claim.id, b.claim.id),
  );
  const found = new Map<string, Claim>();
  const taken = new Set<string>();
  for (const { wanted, claim } of ordered) {
    if (found.has(wanted.id) || taken.has(claim.id)) continue;
    found.set(wanted.id, claim);
    taken.add(claim.id);
  }
  return found;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const likeness = (wanted: KnownClaim, claim: Claim, matched: ReadonlyMap<string, readonly string[]>): number => {
  const ids = new Set(Object.values(claim.roles).flatMap((list) => list.flatMap(({ entity }) => entity ?? [])));
  const shared = Object.values(wanted.roles)
    .flat()
    .filter((id) => (matched.get(id) ?? []).some((one) => ids.has(one))).length;
  return 2 * shared + Number(wanted.type === claim.type) + Number(wanted.polarity === claim.polarity);
};

/** What the whole product made of a text, told in the ids of the answers. */
export const outcomeOfText = (ground: Ground, pairs: ReadonlyMap<string, Claim>): Outcome => {
  const idOf = new Map([...pairs].map(([id, claim]) => [claim.id, id]));
  const known = (id: string): string => idOf.get(id) ?? `only read ${id}`;
  const places = ground.answers.contradictions.flatMap(({ values }) => values.flatMap(({ evidence }) => evidence));
  return {
    events: new Map(ground.case.claims.map(({ id, event }) => [known(id), event ?? `alone ${id}`])),
    alignments: alignmentsOf(ground.case.claims).map(({ a, b, kind }) => ({ a: known(a), b: known(b), kind })),
    contradictions: ground.case.contradictions.map((one) =>
      foundContradiction(one, ({ claims, evidence }) => {
        const touched = places.filter((place) => touches(ground, evidence, [place]));
        return new Set([...claims.map(known), ...touched.map(placeKey)]);
      }),
    ),
  };
};

/** How many of the known claims were read at all. */
export const scoreClaimsRead = (ground: Ground, pairs: ReadonlyMap<string, Claim>): Score => {
  const known = ground.answers.claims ?? [];
  const missing = known.filter(({ id }) => !pairs.has(id));
  return {
    kind: 'claims read',
    known: known.length,
    found: known.length - missing.length,
    made: ground.case.claims.length,
    right: pairs.size,
    shortfalls: missing.map(({ id, type, quote }) => `missed ${id} ${type}: ${quote.slice(0, 90)}`),
  };
};

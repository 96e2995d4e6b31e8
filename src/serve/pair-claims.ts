import type { Claim, ClaimRelation } from '../model/index.ts';
import type { ComparedClaim, ComparedPair } from './compare-shapes.ts';
import type { Standing } from './notes.ts';

/** How two claims of two documents stand to each other, told from the first. */
interface Bond {
  readonly a: Claim;
  readonly b: Claim;
  readonly relation: ClaimRelation | null;
  readonly reasons: readonly string[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

const bondOf = (a: Claim, b: Claim, isOneFinding: boolean): Bond | null => {
  const forth = a.relations.find(({ claim }) => claim === b.id);
  const back = b.relations.find(({ claim }) => claim === a.id);
  if (forth !== undefined)
    return { a, b, relation: forth.kind, reasons: forth.reasons, onlyA: forth.adds, onlyB: forth.lacks };
  if (back !== undefined)
    return { a, b, relation: back.kind, reasons: back.reasons, onlyA: back.lacks, onlyB: back.adds };
  return isOneFinding ? { a, b, relation: null, reasons: [], onlyA: [], onlyB: [] } : null;
};

/** Related before merely of one finding; then those that differ least. */
const distance = ({ relation, onlyA, onlyB }: Bond): number =>
  (relation === null ? 100 : relation === 'restates' || relation === 'corroborates' ? 0 : 10) +
  onlyA.length +
  onlyB.length;

export const compared = (claim: Claim, document: string): ComparedClaim => {
  const places = claim.evidence.filter((evidence) => evidence.document === document);
  return {
    id: claim.id,
    text: claim.text,
    spans: places.map(({ start, end }): [number, number] => [start, end]),
    quote: places.map(({ quote }) => quote).join(' … '),
    chain: claim.chain,
    polarity: claim.polarity,
    certainty: claim.certainty,
  };
};

const startOf = (claim: Claim | null): number => claim?.evidence[0]?.start ?? Number.MAX_SAFE_INTEGER;

/** Each claim with the one of the other document that says the same or speaks against it, where there is one; each is taken once. */
export const pairClaims = (
  [a, b]: readonly [string, string],
  [ofA, ofB]: readonly [Standing, Standing],
  isTold: (event: string | null) => boolean,
): readonly ComparedPair[] => {
  const findingOf = new Map<string, string>();
  for (const { id, claims, denials, rejected } of [...ofA.findings, ...ofB.findings])
    for (const claim of [...claims, ...denials, ...rejected]) findingOf.set(claim, id);
  const [left, right] = [ofA, ofB].map(({ claims }) => claims.filter(({ event }) => isTold(event)));
  const bonds: Bond[] = [];
  for (const one of left ?? [])
    for (const other of right ?? []) {
      const finding = findingOf.get(one.id);
      const bond = bondOf(one, other, finding !== undefined && finding === findingOf.get(other.id));
      if (bond !== null) bonds.push(bond);
    }
  bonds.sort((x, y) => distance(x) - distance(y) || startOf(x.a) - startOf(y.a) || startOf(x.b) - startOf(y.b));
  const taken = new Set<string>();
  const pairs: { readonly a: Claim | null; readonly b: Claim | null; readonly bond: Bond | null }[] = [];
  for (const bond of bonds) {
    if (taken.has(bond.a.id) || taken.has(bond.b.id)) continue;
    taken.add(bond.a.id).add(bond.b.id);
    pairs.push({ a: bond.a, b: bond.b, bond });
  }
  for (const one of left ?? []) if (!taken.has(one.id)) pairs.push({ a: one, b: null, bond: null });
  for (const other of right ?? []) if (!taken.has(other.id)) pairs.push({ a: null, b: other, bond: null });
  const against = (one: Claim | null, other: Claim | null): readonly string[] =>
    one === null || other === null
      ? []
      : ofA.contradictions
          .filter(({ values }) => {
            const sides = [one, other].map(({ id }) => values.findIndex(({ claims }) => claims.includes(id)));
            return sides.every((side) => side !== -1) && sides[0] !== sides[1];
          })
          .map(({ id }) => id);
  return pairs
    .sort((x, y) => startOf(x.a) - startOf(y.a) || startOf(x.b) - startOf(y.b))
    .map(({ a: one, b: other, bond }) => ({
      event: one?.event ?? other?.event ?? null,
      finding: findingOf.get(one?.id ?? other?.id ?? '') ?? null,
      a: one === null ? null : compared(one, a),
      b: other === null ? null : compared(other, b),
      relation: bond?.relation ?? null,
      reasons: bond?.reasons ?? [],
      onlyA: bond?.onlyA ?? [],
      onlyB: bond?.onlyB ?? [],
      contradictions: against(one, other),
    }));
};

import { byText, type Claim, type ClaimRelation, type Contradiction } from '../model/index.ts';
import { addedDetails } from './added-details.ts';
import { gainsays } from './denies.ts';
import { hasHappened, type Told } from './group-claims.ts';
import type { Known } from './known.ts';

type Relation = Claim['relations'][number];

/** A thing told by thousands of documents is related through this many claims of each side and origin. */
const REPRESENTATIVES = 12;

/**
 * Says how the claims of one thing stand to each other (SPEC.md, rules W5 to W8): `restates` within an origin, `corroborates`
 * across known origins, `denies` where one says no, `contradicts` where details cannot both hold.
 *
 * Each pair is told once, at the claim with the later id. Claims of unknown origin restate; they never corroborate.
 */
export const relateClaims = (told: Told, parting: Parting, known: Known): ReadonlyMap<string, readonly Relation[]> => {
  const relations = new Map<string, Relation[]>();
  const add = (from: Claim, to: Claim, kind: ClaimRelation, reasons: readonly string[]): void => {
    const list = relations.get(from.id) ?? [];
    list.push({ kind, claim: to.id, reasons, adds: addedDetails(from, to), lacks: addedDetails(to, from) });
    relations.set(from.id, list);
  };
  const saying = [...told.favour, ...told.supposed].sort((a, b) => byText(a.id, b.id));
  for (const [earlier, later] of pairs(representatives(saying), saying)) {
    const differing = parting(earlier.id, later.id);
    if (differing.length > 0) {
      add(later, earlier, 'contradicts', differing);
      continue;
    }
    const [kind, reasons] = kinship(earlier, later);
    // That it was planned or supposed does not show that it came about (W19).
    if (kind === 'corroborates' && hasHappened(earlier) !== hasHappened(later)) continue;
    add(later, earlier, kind, reasons);
  }
  for (const denial of told.against) {
    for (const claim of representatives(saying)) {
      if (!gainsays(denial, claim, known)) continue;
      add(denial, claim, 'denies', ['says that it is not so, or that nothing shows it (W7, W45)']);
    }
  }
  for (const [earlier, later] of pairs(representatives(told.against), told.against)) {
    add(later, earlier, ...kinship(earlier, later));
  }
  return relations;
};

/** In which contradictions two claims stand on different sides, as reasons; empty where in none. */
export type Parting = (a: string, b: string) => readonly string[];

/** Looks up pairs of claims in contradictions. */
export const partingOf = (contradictions: readonly Contradiction[]): Parting => {
  const sides = new Map<string, Map<Contradiction, number>>();
  for (const contradiction of contradictions)
    for (const [side, { claims }] of contradiction.values.entries())
      for (const claim of claims) {
        const own = sides.get(claim) ?? new Map<Contradiction, number>();
        sides.set(claim, own.set(contradiction, side));
      }
  return (a, b) => {
    const [mine, theirs] = [sides.get(a), sides.get(b)];
    if (mine === undefined || theirs === undefined) return NO_REASONS;
    return [...mine].flatMap(([contradiction, side]) => {
      const other = theirs.get(contradiction);
      if (other === undefined || other === side) return [];
      const { kind, values } = contradiction;
      return [`${kind}: ${values[other]?.value ?? ''} against ${values[side]?.value ?? ''} (W8)`];
    });
  };
};

const NO_REASONS: readonly string[] = [];

const kinship = (a: Claim, b: Claim): [ClaimRelation, readonly string[]] => {
  if (a.origins.length === 0 || b.origins.length === 0) return ['restates', ['an origin is unknown (W2)']];
  const shared = a.origins.find((origin) => b.origins.includes(origin));
  if (shared !== undefined) return ['restates', [`both derive from ${shared} (W5)`]];
  return ['corroborates', ['independent origins (W6)']];
};

const representatives = (claims: readonly Claim[]): readonly Claim[] => {
  const seen = new Map<string, number>();
  return claims.filter((claim) => {
    const key = claim.origins.join();
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    return n < REPRESENTATIVES / Math.max(1, seen.size / 3);
  });
};

function* pairs(heads: readonly Claim[], all: readonly Claim[]): Generator<readonly [Claim, Claim]> {
  for (const later of all) {
    for (const earlier of heads) if (byText(earlier.id, later.id) < 0) yield [earlier, later];
  }
}

import type { KnownClaim } from './answers.ts';
import type { Alignment } from './outcome.ts';

/** Pairs of claims of one thing, with how they stand to each other, and those of which it cannot be told. */
export interface KnownAlignments {
  readonly alignments: readonly Alignment[];
  /**
   * Keys of pairs of one event of which it cannot be told: an origin is unknown, or they stand on two sides of a
   * contradiction that has an explanation. Neither right nor wrong whatever is said of them.
   */
  readonly open: ReadonlySet<string>;
}

/** The same for both orders. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export const onTwoSides = (sides: readonly ReadonlySet<string>[], a: string, b: string): boolean =>
  sides.some((side, at) => side.has(a) && sides.some((other, index) => index !== at && other.has(b)));

/**
 * How two claims of one event stand: `denies` where only one is negative; `contradicts` where they stand on two sides of a
 * contradiction; `restates` where they share an origin; `corroborates` where both have one and share none.
 *
 * @param explained Sides of contradictions that turned out to be none (two drafts, a price with freight).
 */
export const knownAlignments = (
  claims: readonly KnownClaim[],
  contradictions: readonly (readonly ReadonlySet<string>[])[],
  explained: readonly (readonly ReadonlySet<string>[])[] = [],
): KnownAlignments => {
  const alignments: Alignment[] = [];
  const open = new Set<string>();
  for (const [at, a] of claims.entries()) {
    for (const b of claims.slice(at + 1)) {
      if (a.event !== b.event) continue;
      const kind = kindOf(a, b, contradictions);
      const isOpen = kind === null || (kind !== 'denies' && explained.some((sides) => onTwoSides(sides, a.id, b.id)));
      if (isOpen) open.add(pairKey(a.id, b.id));
      else alignments.push({ a: a.id, b: b.id, kind });
    }
  }
  return { alignments, open };
};

const kindOf = (
  a: KnownClaim,
  b: KnownClaim,
  contradictions: readonly (readonly ReadonlySet<string>[])[],
): string | null => {
  if (a.polarity !== b.polarity) return 'denies';
  if (contradictions.some((sides) => onTwoSides(sides, a.id, b.id))) return 'contradicts';
  if (a.origins.some((origin) => b.origins.includes(origin))) return 'restates';
  return a.origins.length > 0 && b.origins.length > 0 ? 'corroborates' : null;
};

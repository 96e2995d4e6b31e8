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
 * The event that an event is a part of: the one whose id, with a hyphen behind it, begins its id (`m3-anna` is of `m3`). Null
 * for an event of its own. Whether a disputed part is told as one with its whole is a matter of taste, so such pairs are
 * neither right nor wrong; what is denied of the part alone is not denied of the whole.
 */
export const wholeOf = (event: string, events: ReadonlySet<string>): string | null => {
  for (let at = event.lastIndexOf('-'); at > 0; at = event.lastIndexOf('-', at - 1))
    if (events.has(event.slice(0, at))) return event.slice(0, at);
  return null;
};

/** The outermost whole of each event. */
export const wholesOf = (claims: readonly KnownClaim[]): ReadonlyMap<string, string> => {
  const events = new Set(claims.map(({ event }) => event));
  const top = (event: string): string => {
    const whole = wholeOf(event, events);
    return whole === null ? event : top(whole);
  };
  return new Map([...events].map((event) => [event, top(event)]));
};

const entitiesOf = ({ roles }: KnownClaim): readonly string[] =>
  Object.values(roles)
    .flat()
    .filter((id) => !id.startsWith('words:'));

/** Of a whole and its part, or two parts: whether "denies" between them can be told right or wrong. */
const isOpenDenial = (a: KnownClaim, b: KnownClaim, events: ReadonlySet<string>): boolean => {
  const [denial, claim] = a.polarity === 'negative' ? [a, b] : [b, a];
  // Who denies the whole denies its parts too, if one likes; and a claim of the whole may tell the denied part along with it.
  const deniesWhole = wholeOf(claim.event, events) === denial.event;
  const told = new Set(entitiesOf(claim));
  return deniesWhole || entitiesOf(denial).every((id) => told.has(id));
};

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
  const wholes = wholesOf(claims);
  const events = new Set(wholes.keys());
  for (const [at, a] of claims.entries()) {
    for (const b of claims.slice(at + 1)) {
      if (a.event !== b.event) {
        const isOfOne = wholes.get(a.event) === wholes.get(b.event);
        if (isOfOne && (a.polarity === b.polarity || isOpenDenial(a, b, events))) open.add(pairKey(a.id, b.id));
        continue;
      }
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

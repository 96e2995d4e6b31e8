/** A stretch of days; null where open. */
interface Stretch {
  readonly id: string;
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * In a story of more than two years, a gap this large a part of the whole time, with few items beyond it, sets those items
 * apart. Our own choice.
 */
const LONG_DAYS = 731;
const GAP_SHARE = 0.45;
const FEW_SHARE = 0.25;

/**
 * Tells what lies far before or after all else from the rest, so that one old date does not flatten a picture of time.
 *
 * @param dated Each with a start or an end. Both results keep its order.
 */
export const setApart = <Item extends Stretch>(
  dated: readonly Item[],
): { readonly drawn: readonly Item[]; readonly distant: readonly Item[] } => {
  const middle = (item: Item): number => ((item.start ?? item.end ?? 0) + (item.end ?? item.start ?? 0)) / 2;
  const ordered = [...dated].sort((a, b) => middle(a) - middle(b) || (a.id < b.id ? -1 : 1));
  let [from, to] = [0, ordered.length];
  for (;;) {
    const inside = ordered.slice(from, to);
    const places = inside.map(middle);
    const whole = (places.at(-1) ?? 0) - (places[0] ?? 0);
    const few = Math.floor(inside.length * FEW_SHARE);
    let cut: { readonly at: number; readonly gap: number } | null = null;
    for (let at = 1; at < places.length; at++) {
      const gap = (places[at] ?? 0) - (places[at - 1] ?? 0);
      if (gap > GAP_SHARE * whole && (cut === null || gap > cut.gap)) cut = { at, gap };
    }
    if (cut === null || whole < LONG_DAYS) break;
    if (cut.at <= few) from += cut.at;
    else if (inside.length - cut.at <= few) to = from + cut.at;
    else break;
  }
  const drawn = new Set(ordered.slice(from, to));
  return { drawn: dated.filter((item) => drawn.has(item)), distant: dated.filter((item) => !drawn.has(item)) };
};

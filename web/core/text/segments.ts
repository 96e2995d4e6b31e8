/** A stretch of a text that something is said of. Half open, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text over which nothing begins or ends: all of it wears the same layers. */
export interface Segment<Mark extends Stretch> extends Stretch {
  /** What lies over it, in the order in which it was handed in. */
  readonly marks: readonly Mark[];
}

/**
 * Cuts a stretch of text at every place where something begins or ends. One after the other the segments are the stretch, without
 * gap or overlap; each mark lies over exactly the segments between its ends, however marks cross or nest. Empty marks are left out.
 */
export const segmentsOf = <Mark extends Stretch>(
  from: number,
  to: number,
  marks: readonly Mark[],
): readonly Segment<Mark>[] => {
  if (to <= from) return [];
  const within = marks.flatMap((mark, order) =>
    mark.end > mark.start && mark.start < to && mark.end > from ? [{ mark, order }] : [],
  );
  const cuts = new Set([from, to]);
  for (const { mark } of within) {
    if (mark.start > from) cuts.add(mark.start);
    if (mark.end < to) cuts.add(mark.end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const opening = [...within].sort((a, b) => a.mark.start - b.mark.start);
  const segments: Segment<Mark>[] = [];
  let open: typeof within = [];
  let next = 0;
  for (let at = 0; at + 1 < edges.length; at++) {
    const [start = from, end = to] = [edges[at], edges[at + 1]];
    open = open.filter(({ mark }) => mark.end > start);
    for (; next < opening.length; next++) {
      const one = opening[next];
      if (one === undefined || one.mark.start > start) break;
      if (one.mark.end > start) open.push(one);
    }
    segments.push({ start, end, marks: [...open].sort((a, b) => a.order - b.order).map(({ mark }) => mark) });
  }
  return segments;
};

/** Whether two stretches share a character. */
export const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

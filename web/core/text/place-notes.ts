/** A note in the margin: the line that it belongs beside, and how high it is; in pixels. */
export interface Placed {
  readonly anchor: number;
  readonly height: number;
}

/**
 * Where notes stand so that none lies over another: each beside its line, or as little below it as those above it need. The one that
 * is looked at stands exactly beside its line; those before it make room upwards as far as there is room.
 *
 * @param notes In the order of the text.
 * @param looked Index of the one that is looked at, or -1.
 * @returns The top of each.
 */
export const placeNotes = (notes: readonly Placed[], gap: number, looked = -1): readonly number[] => {
  const tops: number[] = [];
  let free = 0;
  const down = (from: number): void => {
    for (let at = from; at < notes.length; at++) {
      const note = notes[at];
      if (note === undefined) continue;
      tops[at] = Math.max(note.anchor, free);
      free = (tops[at] ?? 0) + note.height + gap;
    }
  };
  down(0);
  const held = notes[looked];
  if (held === undefined) return tops;
  // All before it need some room above it: it stands no higher than they can be moved.
  let above = 0;
  for (let at = 0; at < looked; at++) above += (notes[at]?.height ?? 0) + gap;
  const top = Math.max(held.anchor, above);
  tops[looked] = top;
  let limit = top;
  for (let at = looked - 1; at >= 0; at--) {
    const note = notes[at];
    if (note === undefined) continue;
    limit -= note.height + gap;
    tops[at] = Math.min(tops[at] ?? 0, limit);
    limit = tops[at] ?? 0;
  }
  free = top + held.height + gap;
  down(looked + 1);
  return tops;
};

import type { TimelineItem } from '../../../src/serve/index.ts';

/** Pixels. */
export const ROW = 26;
export const MARK = 14;
const GAP = 10;
const INSIDE = 8;

/** A stretch on the axis: pixels from the day 0, so that moving sideways changes nothing. */
export interface Band {
  readonly x0: number;
  readonly x1: number;
  /** Too narrow for a band: a day, or seen from far. */
  readonly isPoint: boolean;
  readonly isOpenStart: boolean;
  readonly isOpenEnd: boolean;
}

export interface PlacedItem {
  readonly item: TimelineItem;
  readonly band: Band;
  readonly others: readonly Band[];
  readonly row: number;
  readonly label: string;
  readonly labelX: number;
  readonly labelWidth: number;
  /** The label stands in its band and may move along in it. */
  readonly isInside: boolean;
}

export interface PackedLane {
  readonly items: readonly PlacedItem[];
  /** What found no row: more of it is seen from nearer. */
  readonly left: readonly TimelineItem[];
  readonly rows: number;
}

export interface PackSettings {
  readonly pixelsPerDay: number;
  readonly rows: number;
  /** Where the axis ends: open stretches reach it, and words do not stand beyond it. */
  readonly firstX: number;
  readonly lastX: number;
  /** Where the page begins and ends at rest: words of what lies between stand between, too. */
  readonly edges: readonly [number, number];
  /** Words at most as wide as this; tried from the widest. */
  readonly labelWidths: readonly number[];
  /** Words are rather cut than a lane made higher than this. */
  readonly easyRows: number;
  readonly measure: (text: string) => number;
}

export const bandOf = (
  { start, end }: { readonly start: number | null; readonly end: number | null },
  { pixelsPerDay, firstX, lastX }: Pick<PackSettings, 'pixelsPerDay' | 'firstX' | 'lastX'>,
): Band => {
  const x0 = start === null ? Math.min(firstX, (end ?? 0) * pixelsPerDay) : start * pixelsPerDay;
  const x1 = end === null ? Math.max(lastX, (start ?? 0) * pixelsPerDay) : end * pixelsPerDay;
  const isOpen = start === null || end === null;
  return {
    x0,
    x1,
    isPoint: !isOpen && x1 - x0 < MARK + 2,
    isOpenStart: start === null,
    isOpenEnd: end === null,
  };
};

/** Cuts words to a width, at a word where there is one near. */
export const cutTo = (text: string, width: number, measure: (text: string) => number): string => {
  if (measure(text) <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${text.slice(0, middle)}…`) <= width) low = middle;
    else high = middle - 1;
  }
  const blank = text.lastIndexOf(' ', low);
  return `${text.slice(0, blank > low * 0.6 ? blank : low).trimEnd()}…`;
};

interface Draft extends Omit<PlacedItem, 'row'> {
  readonly from: number;
  readonly to: number;
}

/** Words are not cut shorter than this to fit beside their mark. */
const SHORTEST = 70;

const draftOf = (item: TimelineItem, settings: PackSettings, labelWidth: number): Draft => {
  const { measure, firstX, lastX, edges } = settings;
  const band = bandOf(item, settings);
  const others = item.others.map((other) => bandOf(other, settings));
  const middle = (band.x0 + band.x1) / 2;
  const [left, right] = band.isPoint ? [middle - MARK / 2, middle + MARK / 2] : [band.x0, band.x1];
  const ends = [left, right, ...others.flatMap(({ x0, x1 }) => [x0 - 4, x1 + 4])];
  const [before, after] = [Math.min(...ends) - 6, Math.max(...ends) + 6];
  const spread = (from: number, to: number) => ({
    from: Math.min(from, before + 6) - GAP / 2,
    to: Math.max(to, after - 6) + GAP / 2,
  });
  const base = { item, band, others };
  if (labelWidth === 0)
    return { ...base, label: '', labelWidth: 0, labelX: after, isInside: false, ...spread(left, right) };
  const full = cutTo(item.text, labelWidth, measure);
  const wide = measure(full);
  if (!band.isPoint && band.x1 - band.x0 > MARK + wide + 3 * INSIDE)
    return {
      ...base,
      label: full,
      labelWidth: wide,
      labelX: band.x0 + MARK + 2 * INSIDE,
      isInside: true,
      ...spread(left, right),
    };
  const isHome = middle >= edges[0] && middle <= edges[1];
  const room = { after: (isHome ? edges[1] : lastX) - after, before: before - (isHome ? edges[0] : firstX) };
  const isAfter = wide <= room.after || room.after >= room.before;
  const fit = Math.max(SHORTEST, isAfter ? room.after : room.before);
  const label = wide <= fit ? full : cutTo(item.text, fit, measure);
  const own = measure(label);
  return isAfter
    ? { ...base, label, labelWidth: own, labelX: after, isInside: false, ...spread(left, after + own) }
    : { ...base, label, labelWidth: own, labelX: before - own, isInside: false, ...spread(before - own, right) };
};

const pack = (items: readonly TimelineItem[], settings: PackSettings, labelWidth: number): PackedLane => {
  const drafts = items
    .map((item) => draftOf(item, settings, labelWidth))
    .sort((a, b) => a.from - b.from || (a.item.key < b.item.key ? -1 : 1));
  const ends: number[] = [];
  const placed: PlacedItem[] = [];
  const left: TimelineItem[] = [];
  for (const { from, to, ...draft } of drafts) {
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 ? ends.length : free;
    if (row >= settings.rows) {
      left.push(draft.item);
      continue;
    }
    ends[row] = to;
    placed.push({ ...draft, row });
  }
  return { items: placed, left, rows: ends.length };
};

/** Gives marks their words where the room up to the next in the row allows it. */
const withWords = (packed: PackedLane, { measure, lastX, labelWidths }: PackSettings): PackedLane => {
  const widest = labelWidths[0] ?? 0;
  const startOf = ({ band, others }: PlacedItem): number =>
    Math.min(band.isPoint ? (band.x0 + band.x1 - MARK) / 2 : band.x0, ...others.map(({ x0 }) => x0 - 4));
  const next = new Map<number, number>();
  const items = [...packed.items].reverse().map((placed): PlacedItem => {
    const { item, band, row, labelX } = placed;
    const room = Math.min(widest, (next.get(row) ?? lastX) - GAP - labelX);
    next.set(row, startOf(placed));
    const inside = band.isPoint ? 0 : Math.min(widest, band.x1 - band.x0 - MARK - 3 * INSIDE);
    if (Math.max(room, inside) < SHORTEST) return placed;
    const label = cutTo(item.text, Math.max(room, inside), measure);
    const labelWidth = measure(label);
    const isInside = inside >= labelWidth;
    return { ...placed, label, labelWidth, isInside, labelX: isInside ? band.x0 + MARK + 2 * INSIDE : labelX };
  });
  return { ...packed, items: items.reverse() };
};

/**
 * Puts the items of a lane into rows so that neither bands nor words meet. Where they do not all fit, words are cut shorter;
 * where that is not enough, marks come first and words where there is room left. What still finds no row is given back.
 */
export const packLane = (items: readonly TimelineItem[], settings: PackSettings): PackedLane => {
  let best: PackedLane | null = null;
  for (const width of settings.labelWidths) {
    const packed = pack(items, settings, width);
    if (packed.left.length === 0 && packed.rows <= settings.easyRows) return packed;
    if (best === null || packed.left.length < best.left.length) best = packed;
  }
  return best === null || best.left.length > 0 ? withWords(pack(items, settings, 0), settings) : best;
};

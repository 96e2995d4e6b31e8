import { type ScaleTime, scaleUtc } from 'd3-scale';
import { LANES, type Lane, type Timeline, type TimelineItem } from './timeline.ts';
import { shorten } from './words.ts';

const MS_PER_DAY = 86_400_000;

/** Height of a row, in the picture's units (CSS pixels at full width). */
export const ROW = 27;
const LANE_PADDING = 10;
const AXIS = 30;
/** Half the width of a day's field. */
export const DAY = 11;
/** Room for a mark and its distance to the words. */
export const MARK = 20;
const GAP = 12;
const FONT = 12.5;

/** A stretch of days on the picture's axis. */
export interface Band {
  readonly x0: number;
  readonly x1: number;
  /** One day: drawn as its mark, not as a band. */
  readonly isDay: boolean;
  readonly isOpenStart: boolean;
  readonly isOpenEnd: boolean;
}

export interface PlacedItem {
  readonly item: TimelineItem;
  readonly band: Band;
  readonly others: readonly Band[];
  readonly y: number;
  readonly label: string;
  readonly when: string;
  /** Where the words begin (or end, for `end`). */
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  readonly markX: number;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface TimelinePicture {
  readonly width: number;
  readonly height: number;
  readonly axis: number;
  readonly ticks: readonly Tick[];
  readonly lanes: readonly {
    readonly lane: Lane;
    readonly y: number;
    readonly height: number;
    readonly items: readonly PlacedItem[];
  }[];
}

/** About how wide words are in a system sans at a size: wide for capitals and far eastern signs. */
export const textWidth = (text: string, size: number = FONT): number => {
  let em = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    em +=
      code >= 0x1100 ? 1 : /[\p{Lu}MW@%&m]/u.test(letter) ? 0.72 : /[iljtf.,;:'’ |()[\]]/.test(letter) ? 0.31 : 0.56;
  }
  return em * size;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

type Scale = ScaleTime<number, number>;

/** Ticks in words; the year stands at the first and wherever it changes. */
const ticksOf = (scale: Scale, count: number): readonly Tick[] => {
  const dates = scale.ticks(count).filter((date) => date.getUTCHours() === 0);
  const areYears = dates.every((date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1);
  const areMonths = dates.every((date) => date.getUTCDate() === 1);
  let last: number | null = null;
  return dates.map((date) => {
    const year = date.getUTCFullYear();
    const month = MONTHS[date.getUTCMonth()] ?? '';
    const day = areMonths ? month : `${date.getUTCDate()} ${month}`;
    const label = areYears ? String(year) : year === last ? day : `${day} ${year}`;
    last = year;
    return { x: round(scale(date)), label };
  });
};

const round = (value: number): number => Math.round(value * 10) / 10;

const scaleOf = (items: readonly TimelineItem[], from: number, to: number): Scale => {
  const intervals = items.flatMap((item) => [item, ...item.others]);
  const days = intervals.flatMap(({ start, end }) => [start, end]).filter((day) => day !== null);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  // At least a fortnight, so that a single day is not stretched over the whole width.
  const padding = Math.max((last - first) * 0.02, (14 - (last - first)) / 2, 1);
  return scaleUtc()
    .domain([(first - padding) * MS_PER_DAY, (last + padding) * MS_PER_DAY])
    .range([from, to]);
};

const bandOf = (scale: Scale, { start, end }: { readonly start: number | null; readonly end: number | null }): Band => {
  const [from = 0, to = 0] = scale.range();
  const x0 = start === null ? from : scale(start * MS_PER_DAY);
  const x1 = end === null ? to : scale(end * MS_PER_DAY);
  const isDay = start !== null && end !== null && end - start <= 1;
  const widened = isDay || x1 - x0 >= 12 ? 0 : (12 - (x1 - x0)) / 2;
  return {
    x0: round(Math.max(from, x0 - widened)),
    x1: round(Math.min(to, x1 + widened)),
    isDay,
    isOpenStart: start === null,
    isOpenEnd: end === null,
  };
};

/** The year said once on the axis need not stand in each label. */
const withoutYear = (items: readonly TimelineItem[]): ((when: string) => string) => {
  const years = new Set(items.flatMap(({ when }) => when?.match(/\b\d{4}\b/g) ?? []));
  if (years.size !== 1) return (when) => when;
  return (when) => when.replace(/(?<=[a-z]) \d{4}\b/gi, '');
};

/** The date, and those that others give instead. */
const whenOf = (item: TimelineItem, sayWhen: (when: string) => string): string =>
  [item.when ?? '', ...item.others.map((other) => other.when)].map(sayWhen).join(' or ');

/** Ends of what a placed item takes up in its row. */
const extent = (bands: readonly Band[], left: number, right: number): readonly [number, number] => [
  Math.min(left, ...bands.map((band) => band.x0 - 8)) - GAP / 2,
  Math.max(right, ...bands.map((band) => band.x1 + 8)) + GAP / 2,
];

interface Draft extends Omit<PlacedItem, 'y'> {
  readonly from: number;
  readonly to: number;
}

const place = (
  item: TimelineItem,
  scale: Scale,
  sayWhen: (when: string) => string,
  width: number,
  gutter: number,
): Draft => {
  const band = bandOf(scale, item);
  const others = item.others.map((other) => bandOf(scale, other));
  const middle = (band.x0 + band.x1) / 2;
  const when = whenOf(item, sayWhen);
  const bands = [band, ...others];
  const half = band.isDay ? DAY : 0;
  const [left, right] = [
    Math.min(middle - half, ...bands.map((one) => one.x0 - (one.isDay ? 6 : 0))),
    Math.max(middle + half, ...bands.map((one) => one.x1 + (one.isDay ? 6 : 0))),
  ];
  // A day's mark stands on the day; a band's mark stands before its words.
  const markRoom = band.isDay ? 4 : MARK + 2;
  const whenWidth = when === '' ? 0 : textWidth(` · ${when}`);
  const base = { item, band, others, when };
  const starting = (x: number, label: string): Draft => {
    const textX = round(x + markRoom + (band.isDay ? 2 : 0));
    const end = textX + textWidth(label) + whenWidth;
    const [from, to] = extent(bands, left, end);
    return { ...base, label, textX, anchor: 'start', markX: round(band.isDay ? middle : x + MARK / 2 + 2), from, to };
  };
  for (const full of [shorten(item.label, 64), shorten(item.label, 36)]) {
    const wide = markRoom + textWidth(full) + whenWidth;
    if (!band.isDay && band.x1 - band.x0 > wide + 16) return starting(band.x0 + 4, full);
    if (right + wide + 4 <= width) return starting(right, full);
    if (left - wide - 4 < gutter) continue;
    const textX = round(left - markRoom);
    const [from, to] = extent(bands, textX - textWidth(full) - whenWidth, right);
    return {
      ...base,
      label: full,
      textX,
      anchor: 'end',
      markX: round(band.isDay ? middle : left - MARK / 2 - 2),
      from,
      to,
    };
  }
  // Neither side has room: the words begin inside a long band, or are cut to what is left.
  const short = shorten(item.label, 36);
  const wide = markRoom + textWidth(short) + whenWidth;
  const start = band.isDay ? right : Math.min(right, Math.max(left + 4, width - wide - 4));
  const room = width - start - markRoom - whenWidth - 6;
  const fitting = Math.floor((room / Math.max(1, textWidth(short))) * [...short].length);
  return starting(start, room >= textWidth(short) ? short : shorten(item.label, Math.max(8, fitting)));
};

/**
 * Places the dated items of a case for a wide picture: a lane a kind, rows within it so that neither bands nor words meet.
 * Null when nothing is dated. Every number is in CSS pixels.
 */
export const layOutWide = (timeline: Timeline, width: number, gutter: number): TimelinePicture | null => {
  if (timeline.drawn.length === 0) return null;
  const scale = scaleOf(timeline.drawn, gutter, width - 8);
  const sayWhen = withoutYear(timeline.drawn);
  let y = AXIS;
  const lanes = LANES.flatMap((lane) => {
    const drafts = timeline.drawn
      .filter((item) => item.lane === lane)
      .map((item) => place(item, scale, sayWhen, width, gutter))
      .sort((a, b) => a.from - b.from || (a.item.id < b.item.id ? -1 : 1));
    if (drafts.length === 0) return [];
    const ends: number[] = [];
    const items = drafts.map(({ from, to, ...draft }): PlacedItem => {
      const free = ends.findIndex((end) => end <= from);
      const row = free === -1 ? ends.length : free;
      ends[row] = to;
      return { ...draft, y: y + LANE_PADDING + row * ROW + ROW / 2 };
    });
    const height = Math.max(ends.length * ROW, 34) + 2 * LANE_PADDING;
    const placed = { lane, y, height, items };
    y += height;
    return [placed];
  });
  return { width, height: y, axis: AXIS, ticks: ticksOf(scale, 7), lanes };
};

/** Places the dated items for a narrow picture: one below the other, the words above the band. */
export const layOutNarrow = (timeline: Timeline, width: number): TimelinePicture | null => {
  if (timeline.drawn.length === 0) return null;
  const scale = scaleOf(timeline.drawn, 10, width - 10);
  const sayWhen = withoutYear(timeline.drawn);
  let y = AXIS;
  const lanes = LANES.flatMap((lane) => {
    const items = timeline.drawn.filter((item) => item.lane === lane);
    if (items.length === 0) return [];
    const top = y + 26;
    const placed = items.map((item, index): PlacedItem => {
      const band = bandOf(scale, item);
      const when = whenOf(item, sayWhen);
      const room = width - MARK - textWidth(` · ${when}`, 13) - 8;
      const letters = [...item.label].length;
      const fit = Math.floor((room / Math.max(1, textWidth(item.label, 13))) * letters);
      return {
        item,
        band,
        others: item.others.map((other) => bandOf(scale, other)),
        y: top + index * 46 + 12,
        label: fit >= letters ? item.label : shorten(item.label, Math.max(10, fit)),
        when,
        textX: MARK,
        anchor: 'start',
        markX: 8,
      };
    });
    const height = 26 + items.length * 46 + 8;
    const lane_ = { lane, y, height, items: placed };
    y += height;
    return [lane_];
  });
  return { width, height: y, axis: AXIS, ticks: ticksOf(scale, 4), lanes };
};

import { setApart } from '../publish/index.ts';
import type { Snapshot } from './case-look.ts';
import { type Filter, filterLines } from './filter-lines.ts';
import { filterKey, latest } from './latest-answers.ts';
import { timelineItems } from './timeline-items.ts';
import { type KnownItem, LANES, type TimelineAnswer, type TimelineItem, type TimelineLane } from './timeline-shapes.ts';

/** Periods that a lane is counted by: as many as bars can be told apart on a wide page. */
const PERIODS = 120;

const startOf = ({ start, end }: TimelineItem): number => start ?? (end ?? 0) - 1;
const endOf = ({ start, end }: TimelineItem): number => end ?? (start ?? 0) + 1;
const middleOf = (item: TimelineItem): number => (startOf(item) + endOf(item)) / 2;
const isDated = ({ start, end }: TimelineItem): boolean => start !== null || end !== null;

const byTime = (a: TimelineItem, b: TimelineItem): number =>
  startOf(a) - startOf(b) || endOf(a) - endOf(b) || (a.key < b.key ? -1 : 1);

const byWeight = (a: KnownItem, b: KnownItem): number =>
  (b.line.weight ?? 0) - (a.line.weight ?? 0) ||
  b.line.documents.length - a.line.documents.length ||
  (a.item.key < b.item.key ? -1 : 1);

/** Touches a stretch of days; one that is open reaches beyond it. */
const touches = (item: TimelineItem, first: number, last: number): boolean =>
  (item.start ?? Number.NEGATIVE_INFINITY) < last && (item.end ?? Number.POSITIVE_INFINITY) > first;

const stretchOf = (items: readonly TimelineItem[]): { readonly start: number; readonly end: number } | null => {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    start = Math.min(start, startOf(item));
    end = Math.max(end, endOf(item));
    for (const other of item.others) {
      start = Math.min(start, other.start ?? start);
      end = Math.max(end, other.end ?? end);
    }
  }
  return start > end ? null : { start, end };
};

const countsOf = (items: readonly TimelineItem[], first: number, last: number): TimelineLane['counts'] => {
  const days = Math.max(1, Math.ceil((last - first) / PERIODS));
  const counts = new Map<number, number>();
  for (const item of items) {
    const place = Math.floor((Math.min(Math.max(middleOf(item), first), last - 1) - first) / days);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([place, count]) => ({ start: first + place * days, end: first + (place + 1) * days, count }));
};

/** What passes a filter, by lane, with how far its dates reach. */
interface Passing {
  readonly lanes: ReadonlyMap<
    KnownItem['lane'],
    { readonly dated: readonly KnownItem[]; readonly undated: readonly KnownItem[] }
  >;
  readonly whole: TimelineAnswer['whole'];
  readonly home: TimelineAnswer['home'];
  readonly distant: number;
}

/** A stretch of time is not looked at: it is drawn over the whole. */
const workOut = async (now: Snapshot, filter: Filter): Promise<Passing> => {
  const all = await timelineItems(now);
  const kept = new Set(filterLines([...new Set(all.map(({ line }) => line))], { ...filter, from: null, to: null }));
  const known = all.filter(({ line }) => kept.has(line));
  const dated = known.filter(({ item }) => isDated(item)).map(({ item }) => item);
  const { drawn, distant } = setApart(dated.map((item) => ({ id: item.key, start: item.start, end: item.end, item })));
  return {
    lanes: new Map(
      LANES.map((lane) => {
        const own = known.filter((one) => one.lane === lane);
        return [
          lane,
          {
            dated: own.filter(({ item }) => isDated(item)),
            undated: own.filter(({ item }) => !isDated(item)).sort(byWeight),
          },
        ];
      }),
    ),
    whole: stretchOf(dated),
    home: stretchOf(drawn.map(({ item }) => item)),
    distant: distant.length,
  };
};

const passing = (now: Snapshot, filter: Filter): Promise<Passing> => {
  const untimed = { ...filter, from: null, to: null };
  return latest(now, 'timeline', filterKey(untimed), () => workOut(now, untimed));
};

export interface TimelineAsked {
  readonly filter: Filter;
  /** The stretch of days that is looked at; all of it where null. */
  readonly first: number | null;
  readonly last: number | null;
  /** Items of a lane at most. */
  readonly most: number;
}

/** The timeline of a case as far as it is looked at: items where they are few enough to be told apart, else counts. */
export const showTimeline = async (now: Snapshot, asked: TimelineAsked): Promise<TimelineAnswer> => {
  const { lanes: known, whole, home, distant } = await passing(now, asked.filter);
  const first = asked.first ?? whole?.start ?? null;
  const last = asked.last ?? whole?.end ?? null;
  const lanes = LANES.map((lane): TimelineLane => {
    const own = known.get(lane) ?? { dated: [], undated: [] };
    const within = first === null || last === null ? [] : own.dated.filter(({ item }) => touches(item, first, last));
    const isWhole = within.length <= asked.most;
    const shown = isWhole ? within : [...within].sort(byWeight).slice(0, asked.most);
    return {
      lane,
      dated: own.dated.length,
      undated: own.undated.length,
      within: within.length,
      isWhole,
      items: shown.map(({ item }) => item).sort(byTime),
      counts:
        isWhole || first === null || last === null
          ? []
          : countsOf(
              within.map(({ item }) => item),
              first,
              last,
            ),
    };
  });
  return { digest: now.digest, whole, home, distant, first, last, lanes };
};

/** Items of a lane that have no date, those that weigh most first. */
export const undatedOf = async (
  now: Snapshot,
  filter: Filter,
  lane: KnownItem['lane'],
): Promise<readonly TimelineItem[]> =>
  ((await passing(now, filter)).lanes.get(lane)?.undated ?? []).map(({ item }) => item);

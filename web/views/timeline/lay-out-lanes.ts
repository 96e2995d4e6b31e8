import type { TimelineAnswer, TimelineItem, TimelineLane } from '../../../src/serve/index.ts';
import type { TimeWindow } from '../../core/time-window.ts';
import { measureLabel } from './measure-text.ts';
import { type PackedLane, packLane, ROW } from './pack-lane.ts';

const PADDING = 10;
/** Bars of a lane that has more than can be told apart. */
export const BARS = 26;
const TICKS = 24;
const MOST_ROWS = 9;

export interface LaidLane {
  readonly lane: TimelineLane;
  readonly y: number;
  readonly height: number;
  /** Where its rows begin. */
  readonly top: number;
  /** Null for the lane of documents, which is drawn as ticks. */
  readonly packed: PackedLane | null;
  readonly most: number;
}

export interface LaidTimeline {
  readonly lanes: readonly LaidLane[];
  readonly height: number;
}

/**
 * Places the lanes below each other. Rows depend on how near one looks, never on where, so that moving sideways changes nothing.
 *
 * @param rest What is seen at first: words of what lies in it stand in it.
 * @param names Room above each lane for its name, where there is none beside it.
 * @param kept Rows that each lane had before: it does not shrink as one looks nearer, so that nothing jumps.
 */
export const layOutLanes = (
  { lanes }: TimelineAnswer,
  limits: TimeWindow,
  rest: TimeWindow,
  pixelsPerDay: number,
  above: number,
  names: number,
  kept: Map<string, number>,
): LaidTimeline => {
  let y = above;
  const isNarrow = names > 0;
  const laid = lanes.map((lane): LaidLane => {
    const isTicks = lane.lane === 'documents';
    const packed = isTicks
      ? null
      : packLane(lane.items, {
          pixelsPerDay,
          rows: isNarrow ? MOST_ROWS + 3 : MOST_ROWS,
          firstX: limits.first * pixelsPerDay,
          lastX: limits.last * pixelsPerDay,
          edges: [rest.first * pixelsPerDay, rest.last * pixelsPerDay],
          labelWidths: isNarrow ? [300, 200, 110] : [460, 260, 130],
          easyRows: 6,
          measure: measureLabel,
        });
    const rows = Math.max(packed?.rows ?? 0, kept.get(lane.lane) ?? 0, 1);
    kept.set(lane.lane, rows);
    const bars = lane.counts.length > 0 ? BARS : 0;
    const least = isNarrow ? 0 : 54;
    const height = Math.max(
      least,
      names + (isTicks ? TICKS + 2 * PADDING - 6 + (bars > 0 ? 8 : 0) : rows * ROW + bars + 2 * PADDING),
    );
    const top = y + names + PADDING;
    const most = Math.max(1, ...lane.counts.map(({ count }) => count));
    const placed = { lane, y, height, top, packed, most };
    y += height;
    return placed;
  });
  return { lanes: laid, height: y };
};

/** What is drawn, in the order of time: what keys go through. */
export const walkOf = ({ lanes }: LaidTimeline): readonly TimelineItem[] =>
  lanes
    .flatMap(({ packed }) => packed?.items.map(({ item }) => item) ?? [])
    .sort((a, b) => (a.start ?? a.end ?? 0) - (b.start ?? b.end ?? 0) || (a.key < b.key ? -1 : 1));

import type { ReactNode } from 'react';
import type { CaseHead, TimelineItem } from '../../../src/serve/index.ts';
import { colourClass } from '../../core/case.ts';
import { ItemShape } from './item-shape.tsx';
import { BARS, type LaidLane } from './lay-out-lanes.ts';
import type { Stretch } from './time-axis.tsx';
import { LANE_WORDS } from './use-timeline.ts';

/** Items around what is seen that are drawn as well, in pixels. */
const MARGIN = 240;

const Bars = ({ laid, x }: { readonly laid: LaidLane; readonly x: (day: number) => number }): ReactNode => {
  const foot = laid.y + laid.height - 4;
  return laid.lane.counts.map(({ start, end, count }) => {
    // By the root: a period with one is seen beside one with a hundred.
    const high = Math.max(2, Math.sqrt(count / laid.most) * (BARS - 4));
    return (
      <rect
        key={start}
        x={x(start)}
        y={foot - high}
        width={Math.max(1, x(end) - x(start) - 1)}
        height={high}
        className="density"
      >
        <title>{`${count.toLocaleString('en-GB')} ${LANE_WORDS[laid.lane.lane]?.toLowerCase()}`}</title>
      </rect>
    );
  });
};

const Ticks = ({
  laid,
  head,
  x,
  open,
}: {
  readonly laid: LaidLane;
  readonly head: CaseHead;
  readonly x: (day: number) => number;
  readonly open: (item: TimelineItem) => void;
}): ReactNode => {
  if (!laid.lane.isWhole) return null;
  return laid.lane.items.map((item) => {
    const [from, to] = [x(item.start ?? item.end ?? 0), x(item.end ?? item.start ?? 0)];
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the table opens documents by key
      <g key={item.key} className={`tick-mark ${colourClass(head, item.origins[0])}`} onClick={() => open(item)}>
        <title>{`${item.text} · ${item.when}`}</title>
        <rect x={from - 3} y={laid.top - 4} width={Math.max(7, to - from)} height={26} className="hit" />
        <rect x={from} y={laid.top} width={Math.max(2, Math.min(to - from, 6))} height={16} rx={1} />
      </g>
    );
  });
};

/** What of a lane is not drawn. */
const asideOf = ({ lane }: LaidLane, hidden: number): string => {
  if (hidden > 0) return lane.isWhole ? `${hidden} more: zoom in` : `${lane.within.toLocaleString('en-GB')} about here`;
  return lane.undated > 0 ? `${lane.undated.toLocaleString('en-GB')} without a date` : '';
};

export interface LaneShapeProps {
  readonly laid: LaidLane;
  readonly head: CaseHead;
  readonly gutter: number;
  readonly width: number;
  readonly isNarrow: boolean;
  /** Pixels from the day 0 to the left end of what is seen. */
  readonly offset: number;
  readonly pixelsPerDay: number;
  readonly brush: Stretch | null;
  readonly here: string | null;
  readonly tabStop: string | null;
  readonly open: (item: TimelineItem) => void;
}

const isOutside = ({ start, end }: TimelineItem, brush: Stretch | null): boolean =>
  brush !== null && ((start ?? -Infinity) > brush.to || (end ?? Infinity) <= brush.from);

/** A lane: its name, its items in rows, and bars where there are more than can be told apart. */
export const LaneShape = (props: LaneShapeProps): ReactNode => {
  const { laid, head, gutter, width, isNarrow, offset, pixelsPerDay, brush, here, tabStop, open } = props;
  const { lane, y, height, top, packed } = laid;
  const name = LANE_WORDS[lane.lane] ?? lane.lane;
  const x = (day: number): number => gutter + day * pixelsPerDay - offset;
  const [left, right] = [offset, offset + width];
  const seen = (packed?.items ?? []).filter(({ band, labelX, labelWidth, others }) => {
    const ends = [band.x0, band.x1, labelX, labelX + labelWidth, ...others.flatMap(({ x0, x1 }) => [x0, x1])];
    return Math.max(...ends) > left - MARGIN && Math.min(...ends) < right + MARGIN;
  });
  const hidden = lane.isWhole ? (packed?.left.length ?? 0) : lane.within - seen.length;
  return (
    <g>
      <path d={`M0 ${y + height - 0.5}H${gutter + width}`} className="rule" />
      <text x={0} y={isNarrow ? y + 19 : top + 17} className="lane-name">
        {name}
      </text>
      <text x={isNarrow ? 150 : 0} y={isNarrow ? y + 19 : top + 33} className="lane-more">
        {asideOf(laid, hidden)}
      </text>
      <g clipPath="url(#time-plot)">
        <Bars laid={laid} x={x} />
        {packed === null ? (
          <Ticks laid={laid} head={head} x={x} open={open} />
        ) : (
          <g transform={`translate(${gutter - offset})`}>
            {seen.map((placed) => (
              <ItemShape
                key={placed.item.key}
                placed={placed}
                head={head}
                top={top}
                left={left}
                right={right}
                isHere={here === placed.item.key}
                isTabStop={tabStop === placed.item.key}
                isOut={isOutside(placed.item, brush)}
                open={open}
              />
            ))}
          </g>
        )}
      </g>
    </g>
  );
};

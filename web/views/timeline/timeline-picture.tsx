import { type ReactNode, type RefObject, useMemo, useRef } from 'react';
import type { TimelineAnswer, TimelineItem } from '../../../src/serve/index.ts';
import { useCase } from '../../core/case.ts';
import type { TimeWindow } from '../../core/time-window.ts';
import { LaneShape } from './lane-shape.tsx';
import { layOutLanes, walkOf } from './lay-out-lanes.ts';
import { AXIS, type Stretch, TimeAxis, ticksOf } from './time-axis.tsx';

/** Fades of bands whose ends are open or only about known; in parts of the band. */
const Fades = (): ReactNode => (
  <>
    {(
      [
        ['time-fade-start', [0, 1, 1]],
        ['time-fade-end', [1, 1, 0]],
        ['time-soft', [0, 1, 0]],
      ] as const
    ).map(([id, [from, middle, to]]) => (
      <mask key={id} id={id} maskContentUnits="objectBoundingBox">
        <linearGradient id={`${id}-ramp`}>
          <stop offset="0" stopColor="#fff" stopOpacity={from} />
          <stop offset="0.35" stopColor="#fff" stopOpacity={middle} />
          <stop offset="0.65" stopColor="#fff" stopOpacity={middle} />
          <stop offset="1" stopColor="#fff" stopOpacity={to} />
        </linearGradient>
        <rect width="1" height="1" fill={`url(#${id}-ramp)`} />
      </mask>
    ))}
  </>
);

export interface TimelinePictureProps {
  readonly picture: RefObject<SVGSVGElement | null>;
  readonly data: TimelineAnswer;
  readonly window: TimeWindow;
  readonly limits: TimeWindow;
  readonly rest: TimeWindow;
  readonly width: number;
  readonly gutter: number;
  readonly brush: Stretch | null;
  readonly here: string | null;
  readonly open: (item: TimelineItem) => void;
  readonly mark: (stretch: Stretch | null, isDone: boolean) => void;
  /** Filled with what is drawn, in the order of time. */
  readonly walk: RefObject<readonly TimelineItem[]>;
}

export const TimelinePicture = (props: TimelinePictureProps): ReactNode => {
  const { picture, data, window, limits, rest, width, gutter, brush, here, open, mark, walk } = props;
  const head = useCase();
  const isNarrow = gutter === 0;
  const pixelsPerDay = width / (window.last - window.first);
  const offset = window.first * pixelsPerDay;
  const kept = useRef(new Map<string, number>());
  const keptOf = useRef('');
  const fonts = document.fonts.status;
  const keptFor = `${data.digest} ${fonts} ${width}`;
  const laid = useMemo(() => {
    if (keptOf.current !== keptFor) kept.current.clear();
    keptOf.current = keptFor;
    return layOutLanes(data, limits, rest, pixelsPerDay, AXIS, isNarrow ? 26 : 0, kept.current);
  }, [data, limits, rest, pixelsPerDay, isNarrow, keptFor]);
  const order = useMemo(() => walkOf(laid), [laid]);
  walk.current = order;
  const tabStop = order.some(({ key }) => key === here) ? here : (order[0]?.key ?? null);
  const x = (day: number): number => gutter + day * pixelsPerDay - offset;
  const marked = brush === null ? null : { x0: x(brush.from), x1: x(brush.to + 1) };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture in SVG cannot be a fieldset
    <svg
      ref={picture}
      className="time-picture"
      width={gutter + width}
      height={laid.height + 1}
      role="group"
      aria-label="What happened when, by lanes. The table says the same."
    >
      <defs>
        <Fades />
        <clipPath id="time-plot">
          <rect x={gutter} y={0} width={Math.max(0, width)} height={laid.height} />
        </clipPath>
      </defs>
      <rect x={gutter} y={AXIS} width={Math.max(0, width)} height={laid.height - AXIS} className="ground" />
      <g clipPath="url(#time-plot)">
        {marked === null ? null : (
          <rect x={marked.x0} y={0} width={Math.max(2, marked.x1 - marked.x0)} height={laid.height} className="brush" />
        )}
        <path
          d={ticksOf(window, width)
            .map((tick) => `M${gutter + Math.round(tick.x) + 0.5} ${AXIS - 12}V${laid.height}`)
            .join('')}
          className="grid"
        />
      </g>
      <TimeAxis window={window} width={width} gutter={gutter} brush={brush} mark={mark} />
      {marked === null ? null : (
        <path
          clipPath="url(#time-plot)"
          d={`M${marked.x0} 0V${laid.height}M${marked.x1} 0V${laid.height}`}
          className="brush-edge"
        />
      )}
      {laid.lanes.map((lane) => (
        <LaneShape
          key={lane.lane.lane}
          laid={lane}
          head={head}
          gutter={gutter}
          width={width}
          isNarrow={isNarrow}
          offset={offset}
          pixelsPerDay={pixelsPerDay}
          brush={brush}
          here={here}
          tabStop={tabStop}
          open={open}
        />
      ))}
    </svg>
  );
};

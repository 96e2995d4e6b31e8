import { scaleUtc } from 'd3-scale';
import { type PointerEvent, type ReactNode, useRef } from 'react';
import { dateOf, type TimeWindow } from '../../core/time-window.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export interface Tick {
  readonly x: number;
  readonly label: string;
  readonly isYear: boolean;
}

/** Ticks in words; the year stands at the first and wherever it changes. Never nearer than days. */
export const ticksOf = (window: TimeWindow, width: number): readonly Tick[] => {
  const scale = scaleUtc()
    .domain([dateOf(window.first), dateOf(window.last)])
    .range([0, width]);
  const dates = scale
    .ticks(Math.max(2, Math.min(9, Math.floor(width / 110))))
    .filter((date) => date.getUTCHours() === 0);
  const areYears = dates.every((date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1);
  const areMonths = dates.every((date) => date.getUTCDate() === 1);
  let last: number | null = null;
  return dates.map((date) => {
    const year = date.getUTCFullYear();
    const month = MONTHS[date.getUTCMonth()] ?? '';
    const day = areMonths ? month : `${date.getUTCDate()} ${month}`;
    const isYear = year !== last;
    last = year;
    return { x: scale(date), label: areYears ? String(year) : isYear ? `${day} ${year}` : day, isYear };
  });
};

export const AXIS = 34;

/** A stretch of days, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The days above the lanes. Drawn along, it marks a stretch of time that every view is narrowed to. */
export const TimeAxis = ({
  window,
  width,
  gutter,
  brush,
  mark,
}: {
  readonly window: TimeWindow;
  readonly width: number;
  readonly gutter: number;
  readonly brush: Stretch | null;
  /** Told while it is drawn, and with `isDone` when it is let go. Null: nothing is marked any more. */
  readonly mark: (stretch: Stretch | null, isDone: boolean) => void;
}): ReactNode => {
  const start = useRef<{ readonly day: number; readonly x: number; readonly other: number | null } | null>(null);
  const dayAt = (event: PointerEvent<SVGElement>): number => {
    const { left } = (event.currentTarget.ownerSVGElement ?? event.currentTarget).getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - left - gutter) / width));
    return Math.floor(window.first + part * (window.last - window.first));
  };
  const x = (day: number): number => gutter + ((day - window.first) / (window.last - window.first)) * width;
  const stretch = (a: number, b: number): Stretch => ({ from: Math.min(a, b), to: Math.max(a, b) });
  return (
    <g data-no-pan="" className="axis">
      <rect
        x={gutter}
        y={0}
        width={width}
        height={AXIS}
        className="strip"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const day = dayAt(event);
          // Taken at an end of what is marked, it moves that end.
          const near = (edge: number): boolean => Math.abs(x(edge) - x(day)) < 7;
          const other = brush === null ? null : near(brush.from) ? brush.to : near(brush.to + 1) ? brush.from : null;
          start.current = { day, x: event.clientX, other };
        }}
        onPointerMove={(event) => {
          const at = start.current;
          if (at === null || Math.abs(event.clientX - at.x) < 4) return;
          mark(stretch(at.other ?? at.day, dayAt(event)), false);
        }}
        onPointerUp={(event) => {
          const at = start.current;
          start.current = null;
          if (at === null) return;
          if (Math.abs(event.clientX - at.x) < 4) mark(null, true);
          else mark(stretch(at.other ?? at.day, dayAt(event)), true);
        }}
        onPointerCancel={() => {
          start.current = null;
        }}
      >
        <title>Draw along here to narrow every view to a stretch of time</title>
      </rect>
      {ticksOf(window, width).map((tick) => (
        <text key={tick.label + tick.x} x={gutter + tick.x + 4} y={21} className={tick.isYear ? 'tick year' : 'tick'}>
          {gutter + tick.x + 70 > gutter + width ? '' : tick.label}
        </text>
      ))}
      <path d={`M0 ${AXIS - 0.5}H${gutter + width}`} className="rule" />
    </g>
  );
};

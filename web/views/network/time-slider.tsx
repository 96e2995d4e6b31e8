import { type ReactNode, useEffect, useState } from 'react';
import { dayOf, dayText } from '../../core/time-window.ts';

/** Two handles over the time of the network. While one is moved the picture follows; let go, every view is narrowed. */
export const TimeSlider = ({
  span,
  from,
  to,
  undated,
  move,
  rest,
}: {
  readonly span: { readonly start: number; readonly end: number };
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Edges that nobody dates: they are always shown. */
  readonly undated: number;
  readonly move: (days: { readonly from: number | null; readonly to: number | null } | null) => void;
  readonly rest: (days: { readonly from: string | undefined; readonly to: string | undefined }) => void;
}): ReactNode => {
  const first = span.start;
  const last = span.end - 1;
  const [low, setLow] = useState(dayOf(from) ?? first);
  const [high, setHigh] = useState(dayOf(to) ?? last);
  useEffect(() => setLow(dayOf(from) ?? first), [from, first]);
  useEffect(() => setHigh(dayOf(to) ?? last), [to, last]);
  const put = (a: number, b: number): void => {
    setLow(a);
    setHigh(b);
    move({ from: a <= first ? null : a, to: b >= last ? null : b });
  };
  const settle = (): void => {
    move(null);
    rest({ from: low <= first ? undefined : dayText(low), to: high >= last ? undefined : dayText(high) });
  };
  const part = (day: number): number =>
    ((Math.min(Math.max(day, first), last) - first) / Math.max(1, last - first)) * 100;
  return (
    <fieldset className="time-slider">
      <legend>
        What may have been from <b>{dayText(low)}</b> to <b>{dayText(high)}</b>
        {undated > 0 ? (
          <span className="dim"> · {undated.toLocaleString('en-GB')} edges have no date and stay</span>
        ) : null}
      </legend>
      <div className="rails">
        <span className="rail-line" />
        <span className="rail-part" style={{ left: `${part(low)}%`, right: `${100 - part(high)}%` }} />
        <input
          type="range"
          aria-label="First day"
          aria-valuetext={dayText(low)}
          min={first}
          max={last}
          value={Math.min(Math.max(low, first), last)}
          onChange={(event) => put(Math.min(Number(event.target.value), high), high)}
          onPointerUp={settle}
          onKeyUp={settle}
          onBlur={settle}
        />
        <input
          type="range"
          aria-label="Last day"
          aria-valuetext={dayText(high)}
          min={first}
          max={last}
          value={Math.min(Math.max(high, first), last)}
          onChange={(event) => put(low, Math.max(Number(event.target.value), low))}
          onPointerUp={settle}
          onKeyUp={settle}
          onBlur={settle}
        />
      </div>
    </fieldset>
  );
};

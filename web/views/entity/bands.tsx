import type { CSSProperties, ReactNode } from 'react';

interface Days {
  readonly from: number | null;
  readonly to: number | null;
}

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The time that all bands of a page share, with a little room; null where nothing has a date. */
export const extentOf = (all: readonly (Days | null)[]): Extent | null => {
  const known = all.flatMap((days) => [days?.from ?? [], days?.to ?? []].flat());
  if (known.length === 0) return null;
  const [from, to] = [Math.min(...known), Math.max(...known)];
  const room = Math.max(2, Math.round((to - from) * 0.06));
  return { from: from - room, to: to + room };
};

const yearOf = (day: number): string => String(new Date(day * 86_400_000).getUTCFullYear());

/** A stretch of time as wide as it is vague, on the scale of the page; open where nobody says since or until when. Said in words beside it. */
export const Band = ({
  days,
  extent,
  isFaint = false,
}: {
  readonly days: Days | null;
  readonly extent: Extent | null;
  readonly isFaint?: boolean;
}): ReactNode => {
  if (extent === null || days === null) return <div className="band-line none" aria-hidden="true" />;
  const whole = extent.to - extent.from;
  const at = (day: number): number => ((day - extent.from) / whole) * 100;
  const start = days.from === null ? 0 : at(days.from);
  const end = days.to === null ? 100 : at(days.to);
  const style = { '--start': `${start}%`, '--wide': `${Math.max(1.2, end - start)}%` } as CSSProperties;
  return (
    <div className="band-line" aria-hidden="true">
      <span
        className={`band ${isFaint ? 'faint' : ''} ${days.from === null ? 'open-start' : ''} ${days.to === null ? 'open-end' : ''}`}
        style={style}
      />
    </div>
  );
};

/** The first and the last year of the scale. */
export const BandScale = ({ extent }: { readonly extent: Extent }): ReactNode => (
  <div className="band-scale small dim" aria-hidden="true">
    <span>{yearOf(extent.from)}</span>
    <span>{yearOf(extent.to)}</span>
  </div>
);

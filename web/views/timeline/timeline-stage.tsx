import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineAnswer, TimelineItem } from '../../../src/serve/index.ts';
import { useFilter } from '../../core/filter.ts';
import { useKeys } from '../../core/keys.ts';
import { dayOf, dayText, isSameWindow, padded, type TimeWindow, windowIn, windowText } from '../../core/time-window.ts';
import type { Stretch } from './time-axis.tsx';
import { TimeLegend } from './time-legend.tsx';
import { TimeTools } from './time-tools.tsx';
import { TimelinePicture } from './timeline-picture.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { UndatedList } from './undated-list.tsx';
import { useZoom } from './use-zoom.ts';

/** What of the view stands in the address. */
export interface TimelineSearch {
  /** What is opened, and the list that it is in. */
  readonly row?: string;
  readonly in?: string;
  /** The stretch that is seen, where it is not all of it. */
  readonly span?: string;
  readonly as?: string;
}

const GUTTER = 136;
const NARROW = 640;

interface StageProps {
  readonly data: TimelineAnswer;
  readonly whole: { readonly start: number; readonly end: number };
  readonly home: { readonly start: number; readonly end: number };
  readonly search: TimelineSearch;
  readonly put: (change: { readonly [Key in keyof TimelineSearch]?: string | undefined }) => void;
  readonly look: (window: TimeWindow) => void;
}

/** How wide an element is, as it changes. */
const useWidth = () => {
  const [width, setWidth] = useState(0);
  const watch = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    setWidth(Math.floor(element.clientWidth));
    return () => observer.disconnect();
  }, []);
  return { width, watch };
};

const startOf = ({ start, end }: TimelineItem): number => start ?? (end ?? 1) - 1;
const endOf = ({ start, end }: TimelineItem): number => end ?? (start ?? 0) + 1;

/** The picture or the table with what moves in them. */
export const TimelineStage = ({ data, whole, home, search, put, look }: StageProps): ReactNode => {
  const use = useFilter();
  const { filter, set } = use;
  const { width: room, watch } = useWidth();
  const gutter = room < NARROW ? 0 : GUTTER;
  const width = Math.max(0, room - gutter);
  const limits = useMemo(() => padded({ start: whole.start, end: whole.end }), [whole.start, whole.end]);
  const rest = useMemo(() => padded({ start: home.start, end: home.end }), [home.start, home.end]);
  const picture = useRef<SVGSVGElement>(null);
  const walk = useRef<readonly TimelineItem[]>([]);
  const isTable = search.as === 'table';
  const zoom = useZoom(picture, isTable ? 0 : width, limits, windowIn(search.span) ?? rest, (window) => {
    look(window);
    put({ span: isSameWindow(window, rest) ? undefined : windowText(window) });
  });
  const { window } = zoom;
  useEffect(() => look(window), [look, window]);

  const told = useMemo((): Stretch | null => {
    const [from, to] = [dayOf(filter.from), dayOf(filter.to)];
    if (from === null && to === null) return null;
    return { from: from ?? Math.floor(limits.first), to: to ?? Math.ceil(limits.last) };
  }, [filter.from, filter.to, limits]);
  const [drawn, setDrawn] = useState<Stretch | null>(null);
  const mark = useCallback(
    (stretch: Stretch | null, isDone: boolean): void => {
      setDrawn(isDone ? null : stretch);
      if (!isDone) return;
      set(
        stretch === null
          ? { from: undefined, to: undefined }
          : { from: dayText(stretch.from), to: dayText(stretch.to) },
      );
    },
    [set],
  );

  const [here, setHere] = useState<string | null>(null);
  const opened = data.lanes.flatMap(({ items }) => items).find((item) => item.row === search.row)?.key ?? null;
  const current = here ?? opened;
  const open = useCallback(
    (item: TimelineItem): void => {
      setHere(item.key);
      put({ row: item.row, in: item.list });
    },
    [put],
  );
  const step = (by: number): void => {
    const items = isTable
      ? data.lanes
          .flatMap(({ items: own }) => own)
          .filter((item) => startOf(item) < window.last && endOf(item) > window.first)
      : walk.current;
    const at = items.findIndex(({ key }) => key === current);
    const firstSeen = items.findIndex((one) => endOf(one) > window.first && startOf(one) < window.last);
    const next = items[at === -1 ? Math.max(0, firstSeen) : Math.min(items.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    setHere(next.key);
    if (search.row !== undefined) put({ row: next.row, in: next.list });
    const wide = window.last - window.first;
    // What is opened stands over the right part of the picture.
    const covered = search.row !== undefined && room > 900 ? 0.45 : 0;
    if (!isTable && (endOf(next) <= window.first || startOf(next) >= window.last - wide * covered))
      zoom.show({ first: startOf(next) - wide * 0.3, last: startOf(next) + wide * 0.7 });
    requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement | SVGElement>(`[data-key="${CSS.escape(next.key)}"]`);
      if (element instanceof SVGElement) element.focus({ preventScroll: true });
      else element?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'nearest' });
    });
  };
  const isOnItem = (): boolean => document.activeElement?.hasAttribute('data-key') ?? false;
  const item = (): TimelineItem | undefined =>
    data.lanes.flatMap(({ items }) => items).find(({ key }) => key === current);
  const fit = (): void => zoom.show(rest);
  const toggleTable = (): void => put({ as: isTable ? undefined : 'table' });
  useKeys([
    { keys: 'j', does: 'next in time', act: () => step(1) },
    { keys: 'k', does: 'before in time', act: () => step(-1) },
    {
      keys: 'Enter',
      does: 'open it',
      act: () => {
        const found = item();
        if (found !== undefined) open(found);
      },
    },
    { keys: 't', does: 'picture or table', act: toggleTable },
    { keys: '+', does: 'nearer', act: () => zoom.nearer(1.6) },
    { keys: '-', does: 'farther', act: () => zoom.nearer(1 / 1.6) },
    { keys: '0', does: 'fit', act: fit },
    {
      keys: '[',
      does: 'every view from here',
      act: () => {
        const from = dayText(item() === undefined ? window.first : startOf(item() as TimelineItem));
        set({ from, ...(filter.to !== undefined && filter.to < from ? { to: undefined } : {}) });
      },
    },
    {
      keys: ']',
      does: 'every view up to here',
      act: () => {
        const to = dayText((item() === undefined ? window.last : endOf(item() as TimelineItem)) - 1);
        set({ to, ...(filter.from !== undefined && filter.from > to ? { from: undefined } : {}) });
      },
    },
    {
      keys: 'ArrowRight',
      does: 'onward; from a thing to the next',
      act: () => (isOnItem() ? step(1) : zoom.move(0.2)),
    },
    {
      keys: 'ArrowLeft',
      does: 'back; from a thing to the one before',
      act: () => (isOnItem() ? step(-1) : zoom.move(-0.2)),
    },
    ...(told === null
      ? []
      : [{ keys: 'Escape', does: 'all of the time again', act: () => set({ from: undefined, to: undefined }) }]),
  ]);
  const isMoved = !isSameWindow(window, rest);
  return (
    <>
      <TimeTools filter={use} zoom={zoom} fit={fit} isTable={isTable} toggleTable={toggleTable} />
      {data.distant > 0 && !isMoved ? (
        <p className="dim small">
          {data.distant === 1 ? 'One date lies' : `${data.distant} dates lie`} far from the rest and{' '}
          {data.distant === 1 ? 'is' : 'are'} not seen from here.{' '}
          <button type="button" className="quiet" onClick={() => zoom.show(limits)}>
            Show all
          </button>
        </p>
      ) : null}
      <div ref={watch} className="time-room">
        {isTable ? (
          <TimelineTable data={data} window={window} here={current} open={open} />
        ) : room === 0 ? null : (
          <>
            <TimelinePicture
              picture={picture}
              data={data}
              window={window}
              limits={limits}
              rest={rest}
              width={width}
              gutter={gutter}
              brush={drawn ?? told}
              here={current}
              open={open}
              mark={mark}
              walk={walk}
            />
            <TimeLegend />
          </>
        )}
      </div>
      <UndatedList data={data} open={open} />
    </>
  );
};

import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, ZoomTransform, zoom } from 'd3-zoom';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { NEAREST_DAYS, type TimeWindow, within } from '../../core/time-window.ts';

export interface ZoomUse {
  readonly window: TimeWindow;
  show(window: TimeWindow): void;
  /** Nearer above 1, farther below. */
  nearer(factor: number): void;
  /** By parts of what is seen: 0.25 is a quarter onward. */
  move(part: number): void;
}

const transformFor = (window: TimeWindow, limits: TimeWindow, width: number): ZoomTransform => {
  const k = (limits.last - limits.first) / (window.last - window.first);
  return new ZoomTransform(k, (-(window.first - limits.first) / (limits.last - limits.first)) * width * k, 0);
};

/**
 * The stretch of time that a picture shows: changed by wheel, pinch and drag on it, and by whoever asks.
 *
 * @param onRest Told of the window once it has stayed the same for a moment.
 */
export const useZoom = (
  picture: RefObject<SVGSVGElement | null>,
  width: number,
  limits: TimeWindow,
  start: TimeWindow,
  onRest: (window: TimeWindow) => void,
): ZoomUse => {
  const [window, setWindow] = useState(() => within(start, limits));
  const latest = useRef(window);
  const rest = useRef(onRest);
  rest.current = onRest;
  const timer = useRef<number>(0);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const { first, last } = limits;
  const put = useCallback((next: TimeWindow): void => {
    latest.current = next;
    setWindow(next);
    globalThis.clearTimeout(timer.current);
    timer.current = globalThis.setTimeout(() => rest.current(next), 250) as unknown as number;
  }, []);
  useEffect(() => () => globalThis.clearTimeout(timer.current), []);
  useEffect(() => {
    const element = picture.current;
    if (element === null || width < 1) return undefined;
    const base = scaleLinear().domain([first, last]).range([0, width]);
    const own = zoom<SVGSVGElement, unknown>()
      .extent([
        [0, 0],
        [width, 1],
      ])
      .translateExtent([
        [0, 0],
        [width, 1],
      ])
      .scaleExtent([1, Math.max(1, (last - first) / NEAREST_DAYS)])
      .clickDistance(5)
      .filter((event: Event) => {
        const isAxis = event.target instanceof Element && event.target.closest('[data-no-pan]') !== null;
        // A wheel turned sideways moves; what d3 would make of it is a zoom.
        if (event instanceof WheelEvent) return Math.abs(event.deltaX) <= Math.abs(event.deltaY) && !event.shiftKey;
        return !isAxis && !(event instanceof MouseEvent && event.button !== 0);
      })
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (sourceEvent === null) return;
        const [from = first, to = last] = transform.rescaleX(base).domain();
        put({ first: from, last: to });
      });
    const selection = select(element);
    selection.call(own).on('dblclick.zoom', null);
    own.transform(selection, transformFor(within(latest.current, { first, last }), { first, last }, width));
    const sideways = (event: WheelEvent): void => {
      const by = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (Math.abs(event.deltaX) <= Math.abs(event.deltaY) && !event.shiftKey) return;
      event.preventDefault();
      const now = latest.current;
      const days = (by / width) * (now.last - now.first);
      const next = within({ first: now.first + days, last: now.last + days }, { first, last });
      own.transform(selection, transformFor(next, { first, last }, width));
      put(next);
    };
    element.addEventListener('wheel', sideways, { passive: false });
    behaviour.current = own;
    return () => {
      selection.on('.zoom', null);
      element.removeEventListener('wheel', sideways);
    };
  }, [picture, width, first, last, put]);
  const show = useCallback(
    (wanted: TimeWindow): void => {
      const next = within(wanted, { first, last });
      const element = picture.current;
      if (element !== null && behaviour.current !== null)
        behaviour.current.transform(select(element), transformFor(next, { first, last }, width));
      put(next);
    },
    [picture, width, first, last, put],
  );
  const nearer = useCallback(
    (factor: number): void => {
      const { first: from, last: to } = latest.current;
      const [middle, half] = [(from + to) / 2, (to - from) / 2 / factor];
      show({ first: middle - half, last: middle + half });
    },
    [show],
  );
  const move = useCallback(
    (part: number): void => {
      const { first: from, last: to } = latest.current;
      const days = (to - from) * part;
      show({ first: from + days, last: to + days });
    },
    [show],
  );
  return { window, show, nearer, move };
};

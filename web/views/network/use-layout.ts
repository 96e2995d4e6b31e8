import { useEffect, useMemo, useState } from 'react';
import type { NetworkAnswer } from '../../../src/serve/index.ts';
import { startPlaces } from './start-places.ts';

export interface Layout {
  /** Two numbers a node, in the order of the answer. */
  readonly places: Float64Array;
  readonly isDone: boolean;
  /** Not yet laid out at all: there is nothing to look at. */
  readonly isStart?: boolean;
}

/** Layouts of cases as they were looked at last: coming back to the view shows it at once. */
const kept = new Map<string, Float64Array>();
const KEPT = 6;

/** Where the nodes stand. Worked out in a thread of its own; the same case gives the same picture. */
export const useLayout = (data: NetworkAnswer): Layout => {
  const key = useMemo(
    () => `${data.digest} ${data.nodes.length} ${data.edges.length} ${data.nodes[0]?.id} ${data.nodes.at(-1)?.id}`,
    [data],
  );
  const start = useMemo(
    (): Layout => ({
      places: kept.get(key) ?? startPlaces(data.nodes.map(({ id }) => id)),
      isDone: kept.has(key) || data.nodes.length < 2,
      isStart: !kept.has(key) && data.nodes.length >= 2,
    }),
    [data, key],
  );
  const [laid, setLaid] = useState<{ readonly key: string; readonly layout: Layout } | null>(null);
  useEffect(() => {
    if (kept.has(key) || data.nodes.length < 2) return undefined;
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data: layout }: MessageEvent<Layout>) => {
      if (layout.isDone) {
        kept.set(key, layout.places);
        for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(old);
        worker.terminate();
      }
      setLaid({ key, layout });
    };
    worker.postMessage({
      ids: data.nodes.map(({ id }) => id),
      pairs: data.edges.flatMap(({ source, target }) => [source, target]),
      weights: data.edges.map(({ layer, count }) => (layer === 'place' ? 0.5 : 1) + Math.log(count)),
    });
    return () => worker.terminate();
  }, [data, key]);
  return laid?.key === key ? laid.layout : start;
};

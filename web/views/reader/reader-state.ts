import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Stretch } from '../../core/text/segments.ts';
import { LAYERS, type Layer } from './marks.ts';

const DEFAULT: readonly Layer[] = ['attribution', 'claims'];

/** What of the reader stands in its address. */
export interface ReaderState {
  readonly layers: ReadonlySet<Layer>;
  /** A place that somebody came for. */
  readonly at: Stretch | null;
  /** The claim that is looked at. */
  readonly note: string | null;
  toggle(layer: Layer): void;
  look(note: string | null): void;
}

const stretchIn = (value: unknown): Stretch | null => {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(String(value ?? ''));
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && end > start ? { start, end } : null;
};

const layersIn = (value: unknown): ReadonlySet<Layer> => {
  if (typeof value !== 'string') return new Set(DEFAULT);
  const named = value.split(',');
  return new Set(LAYERS.filter((layer) => named.includes(layer)));
};

export const useReaderState = (): ReaderState => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const set = useCallback(
    (change: Readonly<Record<string, string | undefined>>) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: object) => ({ ...before, ...change }),
      } as never),
    [navigate],
  );
  const layers = useMemo(() => layersIn(search['layers']), [search['layers']]);
  const at = useMemo(() => stretchIn(search['at']), [search['at']]);
  const toggle = useCallback(
    (layer: Layer) => {
      const next = LAYERS.filter((one) => layers.has(one) !== (one === layer));
      const isDefault = next.length === DEFAULT.length && DEFAULT.every((one) => next.includes(one));
      set({ layers: isDefault ? undefined : next.length === 0 ? 'none' : next.join(',') });
    },
    [layers, set],
  );
  const look = useCallback((note: string | null) => set({ note: note ?? undefined }), [set]);
  return { layers, at, note: typeof search['note'] === 'string' ? search['note'] : null, toggle, look };
};

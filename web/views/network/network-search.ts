import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { dayOf } from '../../core/time-window.ts';
import type { NetworkNarrowing } from './narrow-network.ts';

/** What of the view stands in the address, besides the filter that all views share (`from` and `to` among it). */
export interface NetworkSearch {
  /** Types of nodes and layers of edges that are shown, with commas between; all of them where absent. */
  readonly types?: string;
  readonly layers?: string;
  readonly least?: number | string;
  readonly around?: string;
  /** The node that is picked, and the one to which a path is asked for. */
  readonly node?: string;
  readonly path?: string;
  /** The edge that is picked: ids of its ends and its layer and kind. */
  readonly edge?: string;
  /** The row behind it that is opened, and its list. */
  readonly row?: string;
  readonly in?: string;
  readonly as?: string;
}

export type NetworkChange = { readonly [Key in keyof NetworkSearch]?: NetworkSearch[Key] | undefined };

export interface NetworkSearchUse {
  readonly search: NetworkSearch;
  readonly put: (change: NetworkChange) => void;
}

export const useNetworkSearch = (): NetworkSearchUse => {
  const search = useSearch({ strict: false }) as NetworkSearch;
  const navigate = useNavigate();
  const put = useCallback(
    (change: NetworkChange): void => {
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...change }),
      } as never);
    },
    [navigate],
  );
  return { search, put };
};

const setOf = (text: string | undefined): ReadonlySet<string> | null =>
  text === undefined ? null : new Set(text.split(',').filter((part) => part !== ''));

/** What the address narrows the network to. */
export const useNarrowing = (
  { types, layers, least, around }: NetworkSearch,
  filter: { readonly from?: string; readonly to?: string },
): NetworkNarrowing => {
  const { from, to } = filter;
  return useMemo(
    () => ({
      types: setOf(types),
      layers: setOf(layers),
      least: Number(least ?? 0) || 0,
      around: around ?? null,
      from: dayOf(from),
      to: dayOf(to),
    }),
    [types, layers, least, around, from, to],
  );
};

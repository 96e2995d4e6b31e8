import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A word that a view keeps in its address beside the filter: how it is sorted, grouped, what is searched in it. */
export const useViewState = (name: string, otherwise: string): readonly [string, (value: string) => void] => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const found = search[name];
  const value = typeof found === 'string' ? found : typeof found === 'number' ? String(found) : otherwise;
  const set = useCallback(
    (next: string) => {
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: Readonly<Record<string, unknown>>) => ({
          ...before,
          [name]: next === otherwise ? undefined : next,
        }),
      } as never);
    },
    [navigate, name, otherwise],
  );
  return [value, set];
};

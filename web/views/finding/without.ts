import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { WhatIfPage } from '../../../src/serve/index.ts';
import { post } from '../../core/api.ts';

/** Sources that the page is looked at without; they stand in its address. */
export interface Without {
  readonly sources: readonly string[];
  toggle(source: string): void;
  clear(): void;
}

export const useWithout = (): Without => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const value = search['without'];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const sources = useMemo(() => text.split(',').filter((one) => one !== ''), [text]);
  const set = useCallback(
    (next: readonly string[]) => {
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: Readonly<Record<string, unknown>>) => ({
          ...before,
          without: next.length === 0 ? undefined : next.join(','),
        }),
      } as never);
    },
    [navigate],
  );
  const toggle = useCallback(
    (source: string) => set(sources.includes(source) ? sources.filter((one) => one !== source) : [...sources, source]),
    [set, sources],
  );
  const clear = useCallback(() => set([]), [set]);
  return { sources, toggle, clear };
};

/** Somebody who ticks several off one after the other asks once. */
const PAUSE_MS = 300;

const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};

/** The case weighed anew without some sources; asked for once nobody changes them any more, and let go when they do. */
export const useWhatIf = (sources: readonly string[], finding: string) => {
  const wanted = sources.join(',');
  const settled = useSettled(wanted);
  const query = useQuery({
    queryKey: ['what-if', settled, finding],
    queryFn: ({ signal }) => post<WhatIfPage>('/what-if', { without: settled.split(','), finding }, signal),
    enabled: settled !== '' && settled === wanted,
  });
  const isCurrent = settled === wanted && wanted !== '';
  return {
    answer: isCurrent ? (query.data ?? null) : null,
    error: isCurrent ? query.error : null,
    again: () => void query.refetch(),
    isUnderWay: wanted !== '' && (!isCurrent || query.isFetching),
  };
};

/** Whole seconds since something began; 0 while it is not under way. */
export const useSeconds = (isUnderWay: boolean): number => {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!isUnderWay) return undefined;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [isUnderWay]);
  return seconds;
};

import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { SupposedAnswer } from '../../../src/serve/index.ts';
import { post } from '../../core/api.ts';
import { useAddress } from './table-state.ts';

/** How a condition is supposed to stand; open: nothing is supposed of it. */
export type Supposition = 'holds' | 'fails' | 'open';

const NEXT: Readonly<Record<Supposition, Supposition>> = { open: 'holds', holds: 'fails', fails: 'open' };

export interface Suppositions {
  readonly of: (condition: string) => Supposition;
  readonly set: (condition: string, to: Supposition) => void;
  /** Holds, then fails, then open again. */
  readonly cycle: (condition: string) => void;
  readonly reset: () => void;
  readonly count: number;
  readonly answer: SupposedAnswer | undefined;
  readonly error: Error | null;
}

const idsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' && value !== '' ? value.split(',') : [];

/** What is supposed, as it stands in the address, and what follows from it. */
export const useSuppositions = (): Suppositions => {
  const [search, setAddress] = useAddress();
  const [holdsText, failsText] = [search['holds'], search['fails']];
  const holds = useMemo(() => idsIn(holdsText), [holdsText]);
  const fails = useMemo(() => idsIn(failsText).filter((id) => !holds.includes(id)), [failsText, holds]);
  const { data, error } = useQuery({
    queryKey: ['suppose', holds, fails],
    queryFn: () => post<SupposedAnswer>('/suppose', { holds, fails }),
    placeholderData: (before) => before,
  });
  const of = useCallback(
    (id: string): Supposition => (holds.includes(id) ? 'holds' : fails.includes(id) ? 'fails' : 'open'),
    [holds, fails],
  );
  const set = useCallback(
    (id: string, to: Supposition): void => {
      const without = (ids: readonly string[]): readonly string[] => ids.filter((one) => one !== id);
      const next = {
        holds: to === 'holds' ? [...without(holds), id] : without(holds),
        fails: to === 'fails' ? [...without(fails), id] : without(fails),
      };
      setAddress({
        holds: next.holds.length === 0 ? undefined : next.holds.join(','),
        fails: next.fails.length === 0 ? undefined : next.fails.join(','),
      });
    },
    [holds, fails, setAddress],
  );
  return {
    of,
    set,
    cycle: (id) => set(id, NEXT[of(id)]),
    reset: () => setAddress({ holds: undefined, fails: undefined }),
    count: holds.length + fails.length,
    answer: data,
    error,
  };
};

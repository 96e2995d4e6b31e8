import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { LedgerAnswer, TableRowAnswer } from '../../../src/serve/index.ts';
import { get, type Query } from '../../core/api.ts';
import { useFilter } from '../../core/filter.ts';
import type { TableState } from './table-state.ts';

const PAGE = 100;
/** Rows that are asked for at once where all of them are needed. */
const MOST = 1000;

export interface LedgerRows {
  readonly head: LedgerAnswer | undefined;
  readonly error: Error | null;
  readonly again: () => void;
  /** The row at a place; undefined while it is on its way. */
  readonly at: (place: number) => TableRowAnswer | undefined;
  /** All rows that pass the filter, each once. */
  readonly all: () => Promise<readonly TableRowAnswer[]>;
  /** What the rows are asked for with; also that of their CSV. */
  readonly query: Query;
}

/** Rows of a ledger, a page at a time, as far as they are looked at. */
export const useRows = (
  ledger: string,
  { sort, order, group, words }: TableState,
  seen: { readonly first: number; readonly last: number },
): LedgerRows => {
  const { filter } = useFilter();
  const client = useQueryClient();
  const query = useMemo(
    (): Query => ({ ...filter, sort, order: order === 'down' ? order : undefined, group, f: words }),
    [filter, sort, order, group, words],
  );
  const pageQuery = useCallback(
    (page: number) => ({
      queryKey: ['ledger', ledger, query, page],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        get<LedgerAnswer>(`/ledgers/${ledger}`, { ...query, offset: page * PAGE, limit: PAGE }, signal),
    }),
    [ledger, query],
  );
  const first = useQuery({ ...pageQuery(0), placeholderData: keepPreviousData });
  const head = first.data?.name === ledger ? first.data : undefined;
  const last = Math.min(Math.floor(seen.last / PAGE), Math.ceil((head?.places ?? 0) / PAGE) - 1);
  const numbers: number[] = [];
  for (let page = Math.max(1, Math.floor(seen.first / PAGE)); page <= last; page++) numbers.push(page);
  const pages = useQueries({ queries: numbers.map(pageQuery) });
  const at = (place: number): TableRowAnswer | undefined => {
    const page = Math.floor(place / PAGE);
    const answer = page === 0 ? head : pages[numbers.indexOf(page)]?.data;
    return answer?.items[place % PAGE];
  };
  const all = async (): Promise<readonly TableRowAnswer[]> => {
    const found: TableRowAnswer[] = [];
    for (let offset = 0, total = 1; offset < total; offset += MOST) {
      const answer = await client.fetchQuery({
        queryKey: ['ledger-all', ledger, query, offset],
        queryFn: () => get<LedgerAnswer>(`/ledgers/${ledger}`, { ...query, group: undefined, offset, limit: MOST }),
      });
      total = answer.places;
      found.push(...answer.items);
    }
    return found;
  };
  return { head, error: first.error, again: () => void first.refetch(), at, all, query };
};

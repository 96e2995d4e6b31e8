import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { NetworkAnswer } from '../../../src/serve/index.ts';
import { get, type Query } from '../../core/api.ts';
import type { Filter } from '../../core/filter.ts';
import type { NetworkSearch } from './network-search.ts';

const ask = (query: Query) => ({
  queryKey: ['network', query],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => get<NetworkAnswer>('/network', query, signal),
  placeholderData: keepPreviousData,
});

/**
 * The network under the filter that all views share. A case that is drawn whole is narrowed here, without moving anything; of one
 * that is too large for that, the desk is asked anew, so that narrowing brings out what was left out.
 */
export const useNetwork = ({ from, to, ...shared }: Filter, search: NetworkSearch) => {
  const base = useQuery(ask({ ...shared }));
  const isCut = base.data !== undefined && base.data.totalNodes > base.data.nodes.length;
  const { types, layers, least, around } = search;
  const narrowed = { ...shared, from, to, types, layers, least, around };
  const isNarrowed = [from, to, types, layers, least, around].some((value) => value !== undefined);
  const part = useQuery({ ...ask(narrowed), enabled: isCut && isNarrowed });
  return {
    data: isCut && isNarrowed ? (part.data ?? base.data) : base.data,
    base: base.data,
    error: base.error ?? part.error,
    refetch: () => Promise.all([base.refetch(), part.refetch()]),
  };
};

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Line } from '../../../src/model/index.ts';
import { ItemPanel } from '../../components/item-panel.tsx';
import { get } from '../../core/api.ts';
import { useAddress } from './table-state.ts';

/** What the address names under `of`, of whatever list it is, beside the view. */
export const OpenedRow = ({ of }: { readonly of: 'row' | 'open' }): ReactNode => {
  const [search, set] = useAddress();
  const id = typeof search[of] === 'string' ? search[of] : undefined;
  const { data } = useQuery({
    queryKey: ['line', id],
    queryFn: ({ signal }) => get<Line>(`/line/${id ?? ''}`, {}, signal),
    enabled: id !== undefined,
    retry: false,
  });
  if (id === undefined || data === undefined) return null;
  return <ItemPanel list={data.list} id={id} close={() => set({ [of]: undefined })} />;
};

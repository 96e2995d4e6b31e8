import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Line } from '../../../src/model/index.ts';
import { ItemPanel } from '../../components/item-panel.tsx';
import { get } from '../../core/api.ts';
import { useTableState } from './table-state.ts';

/** The row that the address names, of whatever list it is, beside the view. */
export const OpenedRow = (): ReactNode => {
  const [{ row }, set] = useTableState();
  const { data } = useQuery({
    queryKey: ['line', row],
    queryFn: ({ signal }) => get<Line>(`/line/${row ?? ''}`, {}, signal),
    enabled: row !== undefined,
    retry: false,
  });
  if (row === undefined || data === undefined) return null;
  return <ItemPanel list={data.list} id={row} close={() => set({ row: undefined })} />;
};

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** How a table is looked at. All of it stands in the address, so that it is shared, printed and gone back from. */
export interface TableState {
  /** Key of a column; undefined: as the ledger has it. */
  readonly sort: string | undefined;
  readonly order: 'up' | 'down';
  readonly group: string | undefined;
  /** Keys of the columns that are shown; undefined: those that are shown by default. */
  readonly columns: readonly string[] | undefined;
  /** Words that rows must have. */
  readonly words: string | undefined;
  /** Id of the row that is opened. */
  readonly row: string | undefined;
}

export type TableChange = { readonly [Key in 'sort' | 'order' | 'group' | 'cols' | 'f' | 'row']?: string | undefined };

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** What stands in the address besides the filter, and a way to change it. */
export const useAddress = (): readonly [
  Readonly<Record<string, unknown>>,
  (change: Readonly<Record<string, string | undefined>>) => void,
] => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const set = useCallback(
    (change: Readonly<Record<string, string | undefined>>) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...change }),
      } as never),
    [navigate],
  );
  return [search, set];
};

export const useTableState = (): readonly [TableState, (change: TableChange) => void] => {
  const [search, set] = useAddress();
  const state = useMemo(
    (): TableState => ({
      sort: textOf(search['sort']),
      order: search['order'] === 'down' ? 'down' : 'up',
      group: textOf(search['group']),
      columns: textOf(search['cols'])?.split(','),
      words: textOf(search['f']),
      row: textOf(search['row']),
    }),
    [search],
  );
  return [state, set];
};

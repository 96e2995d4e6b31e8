import type { ReactNode } from 'react';
import type { ShownColumn } from './table-columns.ts';
import type { TableChange, TableState } from './table-state.ts';

/** The headings; each sorts by its column: up, down, and as the ledger has it again. */
export const TableHead = ({
  shown,
  state,
  set,
}: {
  readonly shown: readonly ShownColumn[];
  readonly state: TableState;
  readonly set: (change: TableChange) => void;
}): ReactNode => {
  const sum = shown.reduce((total, { width }) => total + width, 0);
  const press = (key: string): void => {
    if (state.sort !== key) set({ sort: key, order: undefined });
    else if (state.order === 'up') set({ order: 'down' });
    else set({ sort: undefined, order: undefined });
  };
  const sorted = (key: string): 'ascending' | 'descending' | 'none' =>
    state.sort !== key ? 'none' : state.order === 'down' ? 'descending' : 'ascending';
  return (
    <>
      <colgroup>
        <col className="pick" />
        {shown.map(({ key, width }) => (
          <col key={key} style={{ width: `${(width / sum) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th className="pick" scope="col">
            <span className="hidden">Selected</span>
          </th>
          {shown.map(({ key, title, isSorted }) =>
            isSorted ? (
              <th key={key} scope="col" aria-sort={sorted(key)}>
                <button type="button" onClick={() => press(key)}>
                  {title}
                  <span className="arrow" aria-hidden="true">
                    {sorted(key) === 'ascending' ? '↑' : sorted(key) === 'descending' ? '↓' : ''}
                  </span>
                </button>
              </th>
            ) : (
              <th key={key} scope="col">
                {title}
              </th>
            ),
          )}
        </tr>
      </thead>
    </>
  );
};

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DocumentRow } from '../../../src/serve/index.ts';
import { OriginChips } from '../../components/origin-chip.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { sayLanguage } from '../../core/language.ts';
import { missingOf } from './document-tree.tsx';

export interface TableSort {
  readonly sort: 'date' | 'outlet' | 'title' | 'claims' | 'origins' | 'language';
  readonly order: 'up' | 'down';
}

const COLUMNS: readonly (readonly [TableSort['sort'], string])[] = [
  ['outlet', 'Outlet'],
  ['date', 'Date'],
  ['title', 'Title'],
  ['claims', 'Claims'],
  ['origins', 'Origins'],
  ['language', 'Language'],
];

/** Documents as a table. */
export const DocumentTable = ({
  rows,
  sort: { sort, order },
  set,
}: {
  readonly rows: readonly DocumentRow[];
  readonly sort: TableSort;
  readonly set: (change: Readonly<Record<string, string | undefined>>) => void;
}): ReactNode => (
  <table className="documents">
    <thead>
      <tr>
        {COLUMNS.map(([column, title]) => (
          <th
            key={column}
            scope="col"
            aria-sort={sort === column ? (order === 'up' ? 'ascending' : 'descending') : undefined}
          >
            <button
              type="button"
              onClick={() => set({ sort: column, order: sort === column && order === 'up' ? 'down' : undefined })}
            >
              {title}
              {sort === column ? <span aria-hidden="true">{order === 'up' ? ' ↑' : ' ↓'}</span> : null}
            </button>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => {
        const { line, claims } = row;
        return (
          <tr key={line.id}>
            <td data-column="Outlet">{line.aside ?? <span className="dim">not told</span>}</td>
            <td data-column="Date">{line.when ?? <span className="dim">none</span>}</td>
            <td data-column="Title">
              <Link to={`/documents/${line.id}`} className="title">
                <PlainText text={line.text} />
              </Link>
            </td>
            <td data-column="Claims" className="number">
              {claims === 0 ? <span className="dim">{missingOf(row)}</span> : claims}
            </td>
            <td data-column="Origins">
              <OriginChips ids={line.origins} most={3} />
            </td>
            <td data-column="Language">
              {line.state === null ? <span className="dim">cannot be told</span> : sayLanguage(line.state)}
              {claims > 0 && missingOf(row) !== null ? <span className="dim"> · {missingOf(row)}</span> : null}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

import type { ReactNode } from 'react';
import { LedgerTable } from './ledger-table.tsx';
import { useAddress } from './table-state.ts';

/** Several ledgers that belong together, one table at a time; which one stands in the address. */
export const TableTabs = ({
  ledgers,
}: {
  readonly ledgers: readonly (readonly [name: string, title: string])[];
}): ReactNode => {
  const [search, set] = useAddress();
  const shown = ledgers.find(([name]) => name === search['table'])?.[0] ?? ledgers[0]?.[0] ?? '';
  return (
    <>
      <nav className="tabs no-print" aria-label="Tables">
        {ledgers.map(([name, title]) => (
          <button
            key={name}
            type="button"
            aria-current={name === shown ? 'true' : undefined}
            onClick={() =>
              set({
                table: name === ledgers[0]?.[0] ? undefined : name,
                sort: undefined,
                order: undefined,
                group: undefined,
                cols: undefined,
                f: undefined,
              })
            }
          >
            {title}
          </button>
        ))}
      </nav>
      <LedgerTable key={shown} ledger={shown} />
    </>
  );
};

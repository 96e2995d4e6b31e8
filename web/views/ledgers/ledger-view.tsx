import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LedgerList } from '../../../src/serve/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { DealsView } from './deals-view.tsx';
import { InterestsView } from './interests-view.tsx';
import { LedgerTable } from './ledger-table.tsx';
import './ledgers.css';
import { OpenedRow } from './opened-row.tsx';
import { ProposalsView } from './proposals-view.tsx';
import { SanctionsView } from './sanctions-view.tsx';

const VIEWS: Readonly<Record<string, () => ReactNode>> = {
  proposals: ProposalsView,
  deals: DealsView,
  sanctions: SanctionsView,
  interests: InterestsView,
};

/** A ledger of the case; those that are more than a table have a view of their own. */
export const LedgerView = (): ReactNode => {
  const { ledger = '' } = useParams({ strict: false }) as { readonly ledger?: string };
  const View = VIEWS[ledger];
  return (
    <>
      {View === undefined ? <PlainLedger key={ledger} ledger={ledger} /> : <View />}
      <OpenedRow of={ledger === 'interests' ? 'open' : 'row'} />
    </>
  );
};

const PlainLedger = ({ ledger }: { readonly ledger: string }): ReactNode => {
  const { data, error, refetch } = useQuery({ queryKey: ['ledgers'], queryFn: () => get<LedgerList>('/ledgers') });
  if (error !== null) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const own = data.items.filter(({ isOwn }) => isOwn);
  const name = ledger === 'tables' ? (own[0]?.name ?? ledger) : ledger;
  const info = data.items.find((one) => one.name === name);
  return (
    <Page title={info?.title ?? 'Ledger'} sub={info?.lead ?? undefined}>
      <FilterBar />
      <LedgerTable ledger={name} />
    </Page>
  );
};

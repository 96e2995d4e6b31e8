import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { StancesAnswer } from '../../../src/serve/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useFilter } from '../../core/filter.ts';
import { Plan } from './plan.tsx';
import './proposals.css';
import { StanceTable } from './stance-table.tsx';
import { useAddress } from './table-state.ts';
import { TableTabs } from './table-tabs.tsx';

const ACROSS = 6;
const MORE = 12;

/** Plans, who is said to have made them, and who takes which view of which point. */
export const ProposalsView = (): ReactNode => {
  const [search, set] = useAddress();
  const { filter } = useFilter();
  const plan = typeof search['plan'] === 'string' ? search['plan'] : undefined;
  const across = Number(search['across'] ?? ACROSS) || ACROSS;
  const query = { ...filter, kind: undefined, state: undefined, plan, across };
  const { data, error, refetch } = useQuery({
    queryKey: ['matrix', query],
    queryFn: ({ signal }) => get<StancesAnswer>('/ledgers/proposals/matrix', query, signal),
    placeholderData: (before) => before,
  });
  return (
    <Page
      title="Who takes which view"
      sub="Plans and their points down, parties across. An empty place means that nothing is told, not that a party is silent."
    >
      <FilterBar />
      {error !== null ? (
        <Failed error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <>
          {data.picks.length < 2 ? null : (
            <label className="pick-deal no-print">
              <span>Plan</span>
              <select
                className="field"
                value={plan ?? ''}
                onChange={({ target }) => set({ plan: target.value === '' ? undefined : target.value })}
              >
                <option value="">all of them</option>
                {data.picks.map(({ id, text, views }) => (
                  <option key={id} value={id}>
                    {text} ({views} {views === 1 ? 'view' : 'views'})
                  </option>
                ))}
              </select>
            </label>
          )}
          {data.lines.length === 0 ? (
            <p className="nothing-hangs">
              {data.stances === 0
                ? 'Nobody is told to take a view of anything. A view would appear here if a document said that a party accepts, rejects or would accept something on a condition.'
                : 'No view passes the filter, or none is told of this plan.'}
            </p>
          ) : (
            <StanceTable data={data} open={(id) => set({ row: id })} />
          )}
          {data.moreParties === 0 ? null : (
            <p className="no-print">
              <button type="button" className="quiet" onClick={() => set({ across: String(across + MORE) })}>
                {data.moreParties} more {data.moreParties === 1 ? 'party' : 'parties'}
              </button>
            </p>
          )}
          {data.moreLines === 0 ? null : (
            <p className="small dim">{data.moreLines} more lines: pick a plan to see its own.</p>
          )}
          {data.plans.map((one) => (
            <Plan key={one.id} plan={one} />
          ))}
          {plan === undefined && data.picks.length > data.plans.length ? (
            <p className="small dim">{data.picks.length - data.plans.length} more plans: pick one above.</p>
          ) : null}
        </>
      )}
      <TableTabs
        ledgers={[
          ['proposals', 'Proposals'],
          ['stances', 'Stances'],
        ]}
      />
    </Page>
  );
};

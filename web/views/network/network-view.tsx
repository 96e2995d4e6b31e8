import { type ReactNode, useCallback } from 'react';
import { FilterBar } from '../../components/filter-bar.tsx';
import { ItemPanel } from '../../components/item-panel.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { isFiltered, useFilter } from '../../core/filter.ts';
import './network.css';
import { useNetworkSearch } from './network-search.ts';
import { NetworkStage } from './network-stage.tsx';
import { useNetwork } from './use-network.ts';

/** Who and what is tied to whom: a picture, or a table of the same. */
export const NetworkView = (): ReactNode => {
  const use = useNetworkSearch();
  const { search, put } = use;
  const { filter } = useFilter();
  const { data, base, error, refetch } = useNetwork(filter, search);
  const close = useCallback(() => put({ row: undefined, in: undefined }), [put]);
  return (
    <Page
      title="Network"
      sub="Size is how much somebody has a part in; an edge wears the colour of its first origin. Every edge opens its quotes."
    >
      <FilterBar />
      {error !== null ? (
        <Failed error={error} again={() => void refetch()} />
      ) : data === undefined || base === undefined ? (
        <Loading />
      ) : base.nodes.length === 0 ? (
        <Empty title="Nobody here is tied to anybody.">
          <p>
            {isFiltered(filter)
              ? 'Take a part of the filter off to see more.'
              : 'Ties, meetings, deals and sanctions show up here as documents that tell of them are added.'}
          </p>
        </Empty>
      ) : (
        <NetworkStage data={data} base={base} use={use} />
      )}
      {search.row === undefined || search.in === undefined ? null : (
        <ItemPanel key={search.row} list={search.in} id={search.row} close={close} />
      )}
    </Page>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ContingencyAnswer } from '../../../src/serve/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useKeys } from '../../core/keys.ts';
import { placeOf } from '../../core/places.ts';
import { ContingencyPicture } from './contingency-picture.tsx';
import { ContingencyWords } from './contingency-words.tsx';
import './deals.css';
import { SaySupposed } from './say-supposed.tsx';
import { useAddress } from './table-state.ts';
import { TableTabs } from './table-tabs.tsx';
import { useSuppositions } from './use-suppositions.ts';
import { WhatFollows } from './what-follows.tsx';

/** Steps in which the picture follows the width of the page. */
const STEP = 40;
const NARROWEST = 760;

/** Width of an element, in steps; null before it is known. */
const useWidth = () => {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      const found = entry?.contentRect.width ?? 0;
      setWidth(Math.min(1400, Math.max(320, Math.floor(found / STEP) * STEP)));
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [place, width] as const;
};

/** Deals, what each hangs on, who would gain, and what if. */
export const DealsView = (): ReactNode => {
  const [search, set] = useAddress();
  const navigate = useNavigate();
  const suppositions = useSuppositions();
  const [place, width] = useWidth();
  const deal = typeof search['deal'] === 'string' ? search['deal'] : undefined;
  const { data, error, refetch } = useQuery({
    queryKey: ['contingency', deal ?? null, width],
    queryFn: ({ signal }) =>
      get<ContingencyAnswer>('/contingency', { deal, width: Math.max(NARROWEST, width ?? NARROWEST) }, signal),
    enabled: width !== null,
    placeholderData: (before) => before,
  });
  useKeys(suppositions.count === 0 ? [] : [{ keys: 'Escape', does: 'suppose nothing', act: suppositions.reset }]);
  const open = (id: string, list: string): void => {
    if (list === 'entities') void navigate(placeOf(list, id) as never);
    else set({ row: id });
  };
  const isDrawn = data?.picture != null && width !== null && width >= NARROWEST;
  return (
    <Page
      title="What hangs on what"
      sub={
        suppositions.count > 0 && suppositions.answer !== undefined ? (
          <span role="status">
            <SaySupposed answer={suppositions.answer} />{' '}
            <button type="button" className="quiet no-print" onClick={suppositions.reset}>
              suppose nothing
            </button>
          </span>
        ) : data === undefined || data.hanging === 0 ? (
          'Deals, and what each is told to depend on'
        ) : (
          <>
            {data.hanging} {data.hanging === 1 ? 'deal hangs' : 'deals hang'} on something that is told
            {data.free > 0 ? `, ${data.free} on nothing that is told` : ''}. Press a condition to suppose that it holds,
            again that it fails.
          </>
        )
      }
    >
      <FilterBar />
      <div ref={place}>
        {error !== null ? (
          <Failed error={error} again={() => void refetch()} />
        ) : data === undefined ? (
          <Loading />
        ) : data.hanging === 0 ? (
          <p className="nothing-hangs">
            Nothing in this case is told to hang on a condition. Something would appear here if a document said that a
            deal depends on something: “provided that”, “only if”.
          </p>
        ) : (
          <>
            {data.deals.length === data.hanging && data.hanging < 2 ? null : (
              <label className="pick-deal no-print">
                <span>Deal</span>
                <select
                  className="field"
                  value={deal ?? ''}
                  onChange={({ target }) => set({ deal: target.value === '' ? undefined : target.value })}
                >
                  <option value="">
                    {data.hanging > data.deals.length && deal === undefined
                      ? 'the one with most conditions'
                      : data.hanging > 12
                        ? 'the one with most conditions'
                        : 'all that hang on something'}
                  </option>
                  {data.picks.map(({ id, text, stage, conditions }) => (
                    <option key={id} value={id}>
                      {text} ({stage ?? 'stage not told'}, {conditions})
                    </option>
                  ))}
                </select>
              </label>
            )}
            {isDrawn ? (
              <>
                <ContingencyPicture data={data} suppositions={suppositions} open={open} />
                <p className="small dim picture-key">
                  <span>
                    <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true">
                      <path d="M1 4H25" />
                    </svg>{' '}
                    stated in the reporting
                  </span>
                  <span>
                    <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true">
                      <path d="M1 4H25" strokeDasharray="5 4" />
                    </svg>{' '}
                    implied
                  </span>
                  <span>
                    <svg width="26" height="8" viewBox="0 0 26 8" aria-hidden="true">
                      <path d="M1 4H25" strokeDasharray="1.5 3" />
                    </svg>{' '}
                    what the words of a condition are for
                  </span>
                </p>
              </>
            ) : null}
            <details className="same-in-words" open={!isDrawn}>
              <summary>The same in words</summary>
              <ContingencyWords data={data} suppositions={suppositions} open={open} />
            </details>
            {suppositions.error !== null ? <Failed error={suppositions.error} /> : null}
            {suppositions.count > 0 && suppositions.answer !== undefined ? (
              <WhatFollows answer={suppositions.answer} />
            ) : null}
          </>
        )}
      </div>
      <TableTabs
        ledgers={[
          ['deals', 'Deals'],
          ['conditions', 'Conditions'],
          ['money', 'Money'],
        ]}
      />
    </Page>
  );
};

import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { TimelineAnswer } from '../../../src/serve/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { ItemPanel } from '../../components/item-panel.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { isFiltered, useFilter } from '../../core/filter.ts';
import { type TimeWindow, windowIn } from '../../core/time-window.ts';
import { type TimelineSearch, TimelineStage } from './timeline-stage.tsx';
import './timeline.css';
import { useTimeline, withoutTime } from './use-timeline.ts';

/** What happened when: a picture of lanes, or a table of the same. */
export const TimelineView = (): ReactNode => {
  const search = useSearch({ strict: false }) as TimelineSearch;
  const navigate = useNavigate();
  const { filter } = useFilter();
  const [window, setWindow] = useState<TimeWindow | null>(() => windowIn(search.span));
  const { data, error, refetch } = useTimeline(filter, window);
  const put = useCallback(
    (change: { readonly [Key in keyof TimelineSearch]?: string | undefined }): void => {
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...change }),
      } as never);
    },
    [navigate],
  );
  const found = data?.lanes.flatMap(({ items }) => items).find(({ row }) => row === search.row);
  const list = search.in ?? found?.list ?? null;
  const close = useCallback(() => put({ row: undefined, in: undefined }), [put]);
  return (
    <Page
      title="Timeline"
      sub="A band is as wide as its date is vague; what has no end told fades out. Colour is that of the first origin."
    >
      <FilterBar />
      {error !== null ? (
        <Failed error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Shown data={data} search={search} put={put} look={setWindow} isNarrowed={isFiltered(withoutTime(filter))} />
      )}
      {search.row === undefined || list === null ? null : (
        <ItemPanel key={search.row} list={list} id={search.row} close={close} />
      )}
    </Page>
  );
};

const Shown = ({
  data,
  search,
  put,
  look,
  isNarrowed,
}: {
  readonly data: TimelineAnswer;
  readonly search: TimelineSearch;
  readonly put: (change: { readonly [Key in keyof TimelineSearch]?: string | undefined }) => void;
  readonly look: (window: TimeWindow) => void;
  readonly isNarrowed: boolean;
}): ReactNode => {
  const { whole, home } = data;
  if (whole === null || home === null) {
    const undated = data.lanes.reduce((sum, lane) => sum + lane.undated, 0);
    return (
      <Empty title={undated === 0 ? 'Nothing here has happened yet.' : 'Nothing here has a date.'}>
        <p>
          {isNarrowed
            ? 'Take a part of the filter off to see more.'
            : undated === 0
              ? 'Meetings, proposals, deals and sanctions show up here as documents that tell of them are added.'
              : `${undated} things are told of without saying when.`}
        </p>
      </Empty>
    );
  }
  return <TimelineStage data={data} whole={whole} home={home} search={search} put={put} look={look} />;
};

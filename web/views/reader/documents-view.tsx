import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { DocumentPage } from '../../../src/serve/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { isFiltered, useFilter } from '../../core/filter.ts';
import { useKeys } from '../../core/keys.ts';
import { DocumentTable, type TableSort } from './document-table.tsx';
import { DocumentTree } from './document-tree.tsx';
import './documents.css';

const PAGE = 200;

const counted = (count: number, word: string): string =>
  `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;

const plainly = ({ documents, unclaimed, unread }: DocumentPage): string =>
  [
    counted(documents, 'document'),
    unclaimed === 0 ? null : `in ${unclaimed.toLocaleString('en-GB')} no claim was read`,
    unread === 0
      ? null
      : `${unread.toLocaleString('en-GB')} not read in full, for ${unread === 1 ? 'its' : 'their'} language`,
  ]
    .filter((part) => part !== null)
    .join(' · ');

/** The documents of the case: under the origins that their reporting derives from, or as a table. */
export const DocumentsView = (): ReactNode => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const { filter } = useFilter();
  const place = useRef<HTMLDivElement>(null);
  const by = search['by'] === 'table' ? 'document' : 'origin';
  const sort = (typeof search['sort'] === 'string' ? search['sort'] : 'date') as TableSort['sort'];
  const order = search['order'] === 'down' ? 'down' : 'up';
  const set = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, ...change }) } as never);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['document-rows', filter, by, sort, order],
    queryFn: ({ pageParam, signal }) =>
      get<DocumentPage>('/document-rows', { ...filter, by, sort, order, offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ offset, limit, total }) => (offset + limit < total ? offset + limit : undefined),
    placeholderData: keepPreviousData,
  });
  const step = (by: 1 | -1): void => {
    const links = [...(place.current?.querySelectorAll<HTMLElement>('a.title') ?? [])];
    const now = links.indexOf(document.activeElement as HTMLElement);
    links[now === -1 ? (by === 1 ? 0 : links.length - 1) : now + by]?.focus();
  };
  useKeys([
    { keys: 'j', does: 'next', act: () => step(1) },
    { keys: 'k', does: 'back', act: () => step(-1) },
    { keys: 't', does: 'by origin, or a table', act: () => set({ by: by === 'origin' ? 'table' : undefined }) },
  ]);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const [first] = data?.pages ?? [];
  return (
    <Page title="Documents" sub={first === undefined ? undefined : plainly(first)}>
      <FilterBar>
        <button
          type="button"
          className="button"
          aria-pressed={by === 'origin'}
          onClick={() => set({ by: undefined, sort: undefined, order: undefined })}
        >
          By origin
        </button>
        <button type="button" className="button" aria-pressed={by === 'document'} onClick={() => set({ by: 'table' })}>
          Table
        </button>
      </FilterBar>
      <div ref={place}>
        {first === undefined ? (
          error !== null ? (
            <Failed error={error} again={() => void refetch()} />
          ) : (
            <Loading />
          )
        ) : rows.length === 0 ? (
          isFiltered(filter) ? (
            <Empty title="No document passes this filter." />
          ) : (
            <Empty title="There are no documents in this case yet.">
              <p>Drop files on this page, or press a to pick some. They stay on this machine.</p>
            </Empty>
          )
        ) : by === 'origin' ? (
          <DocumentTree rows={rows} />
        ) : (
          <DocumentTable rows={rows} sort={{ sort, order }} set={set} />
        )}
        {hasNextPage ? (
          <p>
            <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {rows.length.toLocaleString('en-GB')} of {first?.total.toLocaleString('en-GB')} shown: more
            </button>
          </p>
        ) : null}
      </div>
    </Page>
  );
};

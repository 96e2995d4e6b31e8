import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Front } from '../../../src/serve/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { ItemPanel } from '../../components/item-panel.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useCase } from '../../core/case.ts';
import { isFiltered, useFilter } from '../../core/filter.ts';
import { useKeys } from '../../core/keys.ts';
import { FrontAside } from './front-aside.tsx';
import { FrontChanges } from './front-changes.tsx';
import { FrontDisputes } from './front-disputes.tsx';
import { NothingPasses, NothingRead, NothingYet } from './front-empty.tsx';
import { FrontGroups } from './front-findings.tsx';
import './front.css';

/** What is shown one after the other, for the keys that go through it: a list of the case and an id. */
interface Stop {
  readonly list: string;
  readonly id: string;
}

const stopsOf = ({ groups, disputes }: Front): readonly Stop[] => {
  const of = (standings: readonly string[]): readonly Stop[] =>
    groups
      .filter(({ standing }) => standings.includes(standing))
      .flatMap(({ items }) => items.map(({ id }) => ({ list: 'findings', id })));
  return [
    ...of(['corroborated', 'single-origin']),
    ...disputes.items.map(({ list, id }) => ({ list, id })),
    ...of(['unknown-origin', 'denied', 'corrected']),
  ];
};

/** The case at a glance: what stands and on whose word, what is thin, what has changed. */
export const FrontPage = (): ReactNode => {
  const head = useCase();
  const { filter } = useFilter();
  const { data, error, refetch } = useQuery({
    queryKey: ['front', filter],
    queryFn: ({ signal }) => get<Front>('/front', { ...filter }, signal),
    placeholderData: keepPreviousData,
  });
  const sub = data === undefined ? <>&nbsp;</> : <FrontChanges changes={data.changes} />;
  return (
    <Page title="What stands, and on whose word" sub={sub}>
      <FilterBar />
      {data !== undefined ? (
        <Standing front={data} isEmpty={(head.counts['documents'] ?? 0) === 0} isNarrowed={isFiltered(filter)} />
      ) : error !== null ? (
        <Failed error={error} again={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
};

const Standing = ({
  front,
  isEmpty,
  isNarrowed,
}: {
  readonly front: Front;
  readonly isEmpty: boolean;
  readonly isNarrowed: boolean;
}): ReactNode => {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const stops = stopsOf(front);
  const [current, setCurrent] = useState<string | null>(null);
  const [quoted, setQuoted] = useState<ReadonlySet<string>>(new Set());
  const row = typeof search['row'] === 'string' ? search['row'] : null;
  // What was decided may take a finding out of the page; the sheet stays, so that it can be taken back.
  const opened =
    row === null ? null : { list: row.startsWith('contradiction-') ? 'contradictions' : 'findings', id: row };
  const open = (row: string | undefined): void =>
    void navigate({
      to: '.',
      search: (before: Readonly<Record<string, unknown>>) => ({ ...before, row }),
    } as never);
  const step = (by: number): void => {
    const at = stops.findIndex(({ id }) => id === current);
    const next = stops[at < 0 ? 0 : Math.max(0, Math.min(stops.length - 1, at + by))];
    if (next !== undefined) setCurrent(next.id);
  };
  const quote = (id: string): void =>
    setQuoted((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  useEffect(() => {
    if (current !== null) document.getElementById(`front ${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  useKeys([
    { keys: 'j', does: 'next', act: () => step(1) },
    { keys: 'k', does: 'back', act: () => step(-1) },
    { keys: 'Enter', does: 'open it', act: () => (current === null ? undefined : open(current)) },
    { keys: 'o', does: 'quotes in place', act: () => (current === null ? undefined : quote(current)) },
  ]);
  if (isEmpty) return <NothingYet />;
  const isBare = stops.length === 0;
  const rows = { current, quoted, quote, open, choose: setCurrent };
  return (
    <div className="split front">
      <div>
        {isBare ? isNarrowed ? <NothingPasses /> : <NothingRead languages={front.languages} /> : null}
        <FrontGroups groups={front.groups} standings={['corroborated', 'single-origin']} rows={rows} />
        <FrontDisputes disputes={front.disputes} rows={rows} />
        <FrontGroups groups={front.groups} standings={['unknown-origin', 'denied', 'corrected']} rows={rows} />
      </div>
      <FrontAside front={front} isNarrowed={isNarrowed} />
      {opened === null ? null : <ItemPanel list={opened.list} id={opened.id} close={() => open(undefined)} />}
    </div>
  );
};

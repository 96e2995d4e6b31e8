import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SanctionedAnswer } from '../../../src/serve/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { OriginChips } from '../../components/origin-chip.tsx';
import { Page } from '../../components/page.tsx';
import { type Standing, StandingMark } from '../../components/standing-mark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { isFiltered, useFilter } from '../../core/filter.ts';
import { DateMark } from './date-mark.tsx';
import { Name, Names } from './names.tsx';
import { Quotes } from './quotes.tsx';
import './sanctions.css';
import { StateMark } from './state-mark.tsx';
import { useAddress } from './table-state.ts';
import { TableTabs } from './table-tabs.tsx';
import { Track } from './track.tsx';

type Side = SanctionedAnswer['items'][number];
type Sanction = Side['sanctions'][number];
type Waiver = Side['waivers'][number];

const PAGE = 30;

/** Sanctions, and beside them who was let past them. */
export const SanctionsView = (): ReactNode => {
  const { filter } = useFilter();
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['sanctioned', filter],
    queryFn: ({ pageParam, signal }) =>
      get<SanctionedAnswer>('/ledgers/sanctions/sides', { ...filter, offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ offset, items, total }) => (offset + items.length < total ? offset + items.length : undefined),
    placeholderData: (before) => before,
  });
  const sides = data?.pages.flatMap(({ items }) => items) ?? [];
  const steps = data?.pages[0]?.steps ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <Page
      title="Sanctions, and who was let past them"
      sub="Each of those under sanctions with what is told of their end, and beside it the waivers and licences."
    >
      <FilterBar />
      {error !== null ? (
        <Failed error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : total === 0 ? (
        <p className="nothing-told">
          {isFiltered(filter)
            ? 'No sanction and no waiver passes the filter.'
            : 'No sanction and no waiver is told in what was read. One would appear here if a document said that somebody was put under sanctions, spoke of their end, or told of somebody who was let past them.'}
        </p>
      ) : (
        <div className="sanctioned">
          <div className="heads" aria-hidden="true">
            <h2>Sanctions</h2>
            <h2>Let past them</h2>
          </div>
          {sides.map((side) => (
            <section key={side.who?.id ?? side.words ?? ''} aria-label={side.who?.text ?? side.words ?? 'not named'}>
              <h3 dir="auto">
                {side.who === null ? (
                  `(${side.words === '' ? 'whoever is not named' : side.words})`
                ) : (
                  <Name one={side.who} />
                )}
              </h3>
              <div className="beside">
                <div>
                  {side.sanctions.length === 0 ? <p className="none">no sanction on them is told</p> : null}
                  {side.sanctions.map((row) => (
                    <SanctionTold key={row.id} row={row} steps={steps} />
                  ))}
                </div>
                <div>
                  {side.waivers.length === 0 ? <p className="none">nobody is told to have let them past</p> : null}
                  {side.waivers.map((row) => (
                    <WaiverTold key={row.id} row={row} />
                  ))}
                </div>
              </div>
            </section>
          ))}
          {hasNextPage ? (
            <button type="button" className="button no-print" onClick={() => void fetchNextPage()}>
              {total - sides.length} more
            </button>
          ) : null}
        </div>
      )}
      <TableTabs
        ledgers={[
          ['sanctions', 'Sanctions'],
          ['waivers', 'Waivers and licences'],
        ]}
      />
    </Page>
  );
};

const Foot = ({ row }: { readonly row: Sanction | Waiver }): ReactNode => {
  const [, set] = useAddress();
  return (
    <p className="row-foot small">
      <StandingMark standing={row.standing as Standing | null} isWorded /> <OriginChips ids={row.origins} />{' '}
      {row.denials > 0 && !row.isDenied ? <span className="tag against">denied by some</span> : null}{' '}
      <button type="button" className="quiet no-print" onClick={() => set({ row: row.id })}>
        who says so
      </button>
    </p>
  );
};

const When = ({ words, date }: { readonly words: string; readonly date: Sanction['date'] }): ReactNode =>
  date === null ? null : (
    <span className="when">
      {words} <DateMark date={date.date} /> {date.when}
    </span>
  );

const SanctionTold = ({ row, steps }: { readonly row: Sanction; readonly steps: readonly string[] }): ReactNode => (
  <article className={row.isDenied ? 'only-denied' : ''}>
    <p className="head">
      <StateMark word={row.status} /> <b>{row.status}</b>
      {row.form === 'implied' ? <span className="dim"> · implied: only their end is spoken of</span> : null}
      {row.by.length + row.unnamedBy.length === 0 ? null : (
        <>
          {' '}
          by <Names ids={row.by} described={row.unnamedBy} />
        </>
      )}
    </p>
    <p className="small dim">
      <When words="since" date={row.date} /> <When words="until" date={row.until} />
      {row.date === null && row.until === null ? 'no date told' : null}
      {row.reason === null ? null : <> · reason given: {row.reason}</>}
    </p>
    {row.removal.length === 0 ? null : (
      <div className="removal">
        <Track
          words={steps}
          steps={row.removal.map(({ status, date, isDenied }) => ({
            word: status,
            date: date?.date ?? null,
            when: date?.when ?? null,
            isDenied,
          }))}
        />
        {row.removal.map((step) => (
          <div key={`${step.status} ${step.date?.date}`} className="small">
            {step.by.length === 0 ? null : (
              <>
                {step.status} by <Names ids={step.by} />
              </>
            )}
            {step.denials > 0 && !step.isDenied ? <span className="tag against">denied by some</span> : null}
            <Quotes evidence={step.evidence} label={`quotes: ${step.status}`} />
          </div>
        ))}
      </div>
    )}
    <Foot row={row} />
    <Quotes evidence={row.evidence} />
  </article>
);

const WaiverTold = ({ row }: { readonly row: Waiver }): ReactNode => (
  <article className={row.isDenied ? 'only-denied' : ''}>
    <p className="head">
      <StateMark word={row.status} /> <b>{row.form ?? 'waiver'}</b> {row.status}
      {row.purpose === null ? null : <span className="dim"> · {row.purpose}</span>}
    </p>
    <dl>
      {row.parts.map(({ part, who, words }) => (
        <div key={part}>
          <dt>{part}</dt>
          <dd>
            <Names ids={who} described={words} />
          </dd>
        </div>
      ))}
    </dl>
    <p className="small dim">
      <When words="asked for" date={row.asked} /> <When words={row.status} date={row.date} />{' '}
      <When words="from" date={row.from} /> <When words="until" date={row.until} />
      {row.date === null && row.asked === null && row.from === null && row.until === null ? 'no date told' : null}
      {row.duration === null ? null : ` · for ${row.duration}`}
    </p>
    <Foot row={row} />
    <Quotes evidence={row.evidence} />
  </article>
);

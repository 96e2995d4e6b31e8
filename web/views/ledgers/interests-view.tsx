import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PathsAnswer } from '../../../src/serve/index.ts';
import { Chain } from '../../components/chain.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { OriginChips } from '../../components/origin-chip.tsx';
import { Page } from '../../components/page.tsx';
import { type Standing, StandingMark } from '../../components/standing-mark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useFilter } from '../../core/filter.ts';
import { DateMark } from './date-mark.tsx';
import './interests.css';
import { Name } from './names.tsx';
import { Quotes } from './quotes.tsx';
import { StateMark } from './state-mark.tsx';
import { useAddress } from './table-state.ts';
import { WhyEmpty } from './why-empty.tsx';

type Path = PathsAnswer['items'][number];
type Pick = PathsAnswer['deals'][number];

const PAGE = 20;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Paths of ties from those who negotiate to those who gain: patterns to check, never accusations. */
export const InterestsView = (): ReactNode => {
  const [search, set] = useAddress();
  const { filter } = useFilter();
  const asked = {
    negotiator: textOf(search['negotiator']),
    gains: textOf(search['gains']),
    deal: textOf(search['deal']),
    id: textOf(search['row']),
  };
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['paths', filter, asked],
    queryFn: ({ pageParam, signal }) =>
      get<PathsAnswer>('/ledgers/interests/paths', { ...filter, ...asked, offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ offset, items, total }) => (offset + items.length < total ? offset + items.length : undefined),
    placeholderData: (before) => before,
  });
  const head = data?.pages[0];
  const paths = data?.pages.flatMap(({ items }) => items) ?? [];
  const isNarrowed = Object.values(asked).some((value) => value !== undefined);
  return (
    <Page
      title="Patterns to check"
      sub="Ties that lead from someone who takes part in talks to someone who gains from a deal. A path says nothing about conduct: each hop is to be checked, the weakest first."
    >
      <FilterBar />
      {error !== null ? (
        <Failed error={error} again={() => void refetch()} />
      ) : head === undefined ? (
        <Loading />
      ) : head.all === 0 ? (
        <WhyEmpty ledger="interests" list="interests" title="Patterns to check" />
      ) : (
        <>
          <div className="path-picks no-print">
            <PickField
              label="Negotiator"
              picks={head.negotiators}
              value={asked.negotiator}
              set={(value) => set({ negotiator: value })}
            />
            <PickField
              label="Who gains"
              picks={head.gainers}
              value={asked.gains}
              set={(value) => set({ gains: value })}
            />
            <PickField label="Deal" picks={head.deals} value={asked.deal} set={(value) => set({ deal: value })} />
            {isNarrowed ? (
              <button
                type="button"
                className="quiet"
                onClick={() => set({ negotiator: undefined, gains: undefined, deal: undefined, row: undefined })}
              >
                all of them
              </button>
            ) : null}
            <a className="button take" href="/api/v1/ledgers/interests.csv" download>
              CSV
            </a>
          </div>
          <p className="small dim" role="status">
            {head.total === head.all
              ? head.all.toLocaleString('en-GB')
              : `${head.total.toLocaleString('en-GB')} of ${head.all.toLocaleString('en-GB')}`}{' '}
            {head.all === 1 ? 'path' : 'paths'}, the shortest first
          </p>
          {paths.map((path) => (
            <PathTold key={path.id} path={path} />
          ))}
          {hasNextPage ? (
            <button type="button" className="button no-print" onClick={() => void fetchNextPage()}>
              {(head.total - paths.length).toLocaleString('en-GB')} more
            </button>
          ) : null}
        </>
      )}
    </Page>
  );
};

const PickField = ({
  label,
  picks,
  value,
  set,
}: {
  readonly label: string;
  readonly picks: readonly Pick[];
  readonly value: string | undefined;
  readonly set: (value: string | undefined) => void;
}): ReactNode => (
  <label>
    <span>{label}</span>
    <select
      className="field"
      value={value ?? ''}
      onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
    >
      <option value="">any</option>
      {picks.map(({ id, text, count }) => (
        <option key={id} value={id}>
          {text} ({count})
        </option>
      ))}
    </select>
  </label>
);

const PathTold = ({ path }: { readonly path: Path }): ReactNode => {
  const [, set] = useAddress();
  return (
    <article className="path" aria-label={`${path.negotiator.text} to ${path.gains.text}`}>
      <ol>
        <li className="end">
          <span className="who" dir="auto">
            <Name one={path.negotiator} />
          </span>
          <span className="small dim">takes part in talks</span>
        </li>
        {path.hops.map((hop) => (
          <li key={hop.tie} className={hop.isWeakest ? 'weakest' : ''}>
            <div className="hop">
              <span className="said">
                {hop.isBackward ? '← ' : '→ '}
                {hop.words}
                {hop.share === null ? '' : `, ${hop.share}`}
                {hop.via.length === 0 ? '' : `, through ${hop.via.map(({ text }) => text).join(', ')}`}
              </span>
              {hop.isWeakest ? <span className="tag">weakest hop</span> : null}
              <p className="small dim">
                <StandingMark standing={hop.standing as Standing | null} isWorded /> ·{' '}
                {hop.date === null ? null : <DateMark date={hop.date} />} {hop.when}
              </p>
              <p>
                <OriginChips ids={hop.origins} />{' '}
                <button type="button" className="quiet no-print" onClick={() => set({ open: hop.tie })}>
                  who says so
                </button>
              </p>
              <Quotes evidence={hop.evidence} />
            </div>
            <span className="who" dir="auto">
              <Name one={hop.to} />
            </span>
          </li>
        ))}
        <li className="end">
          <div className="hop">
            <span className="said">
              gains from <Name one={path.deal} />
            </span>
            <p className="small dim">
              <StateMark word={path.deal.stage ?? ''} /> {path.deal.stage ?? 'stage not told'}
            </p>
            <Quotes evidence={path.deal.evidence} />
          </div>
        </li>
      </ol>
      <div className="beside-path">
        <p>
          <StateMark word={path.overlap.verdict} /> {path.overlap.words}
        </p>
        <h2>What speaks against it</h2>
        {path.against.length === 0 ? <p className="none">nothing that was read</p> : null}
        {path.against.map((claim) => (
          <div key={claim.id} className="against-it">
            <p className="said">
              <Name one={{ id: claim.id, list: 'claims', text: claim.text }} />
            </p>
            <Chain links={claim.chain} isAgainst={claim.polarity === 'negative'} />
            <Quotes evidence={claim.evidence.slice(0, 2)} />
          </div>
        ))}
        {path.moreAgainst > 0 ? <p className="small dim">and {path.moreAgainst} more</p> : null}
      </div>
    </article>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ClaimCard, EntityPage } from '../../../src/serve/index.ts';
import { ClaimArticle } from '../../components/claim-article.tsx';
import { DecideBar } from '../../components/decide-bar.tsx';
import { DecideClaim } from '../../components/decide-claim.tsx';
import { LineList } from '../../components/line-list.tsx';
import { Page } from '../../components/page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { type GoThrough, useClaimKeys } from '../../core/go-through.ts';
import { useKeys } from '../../core/keys.ts';
import { placeOf } from '../../core/places.ts';
import { counted } from '../../core/signed.ts';
import { extentOf } from './bands.tsx';
import { Roles, Ties } from './posts.tsx';
import { Joined, Spellings } from './spelled.tsx';
import { TYPES } from './types.ts';
import '../../components/claims.css';
import './entity.css';

/** Somebody or something of the case: how it is called, what it is, whom it is tied to, what it said and what was said of it. */
export const EntityView = (): ReactNode => {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, error, refetch } = useQuery({
    queryKey: ['entity', id],
    queryFn: ({ signal }) => get<EntityPage>(`/entities/${id}/page`, {}, signal),
  });
  if (error !== null)
    return (
      <Page title="Somebody or something of the case">
        <Failed error={error} again={() => void refetch()} />
      </Page>
    );
  return data === undefined ? <Loading /> : <Shown key={id} page={data} />;
};

const PARTS: readonly (readonly [string, string, string | null])[] = [
  ['meetings', 'Meetings and calls', '/ledgers/meetings'],
  ['proposals', 'Proposals', '/ledgers/proposals'],
  ['stances', 'Views', '/ledgers/proposals'],
  ['deals', 'Deals', '/ledgers/deals'],
  ['sanctions', 'Sanctions', '/ledgers/sanctions'],
  ['waivers', 'Waivers', '/ledgers/sanctions'],
  ['interests', 'Interests it is part of', '/ledgers/interests'],
  ['findings', 'Findings', '/findings'],
];

const RELIABILITY: Readonly<Record<string, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};

const Shown = ({ page }: { readonly page: EntityPage }): ReactNode => {
  const router = useRouter();
  const said = useMore(page, 'said');
  const about = useMore(page, 'about');
  const through = useClaimKeys([...said.claims, ...about.claims].map((claim) => claim.id));
  useKeys([{ keys: 'b', does: 'go back', act: () => router.history.back() }]);
  const [type] = TYPES[page.type] ?? [page.type];
  return (
    <div className="finding entity">
      <Page
        title={page.name}
        sub={
          <>
            {[
              type,
              counted(page.documents.total, 'document'),
              page.names.length > 1 ? counted(page.names.length + page.moreNames, 'spelling') : null,
              page.sides.length === 0 ? null : `of the side of ${page.sides.slice(0, 4).join(', ')}`,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
            {page.isNamed ? null : (
              <>
                <br />
                Described in the documents, and never named.
              </>
            )}
          </>
        }
      >
        <DecideBar list="entities" id={page.id} text={page.name} isActive={through.at === null} />
        <div className="split">
          <div>
            {page.roles.length === 0 ? null : (
              <Roles roles={page.roles} more={page.moreRoles} extent={extentOf(page.roles.map(({ days }) => days))} />
            )}
            <Ties ties={page.ties} more={page.moreTies} extent={extentOf(page.ties.map(({ days }) => days))} />
            {PARTS.map(([list, title, to]) => {
              const part = page.parts[list];
              return part === undefined ? null : (
                <div key={list} className="part">
                  <LineList title={title} lines={part.lines} />
                  {to !== null && part.total > part.lines.length ? (
                    <Link to={to} search={{ entity: page.id }} className="small">
                      All {part.total.toLocaleString('en-GB')}
                    </Link>
                  ) : null}
                </div>
              );
            })}
            <Told title="What they said" none="No claim rests on their own word." told={said} through={through} />
            <Told title="What was said of them" none="They have a role in no claim." told={about} through={through} />
          </div>
          <aside aria-label="How it is called">
            <Spellings page={page} />
            <Joined page={page} />
            <section>
              <h2>As a source</h2>
              <p className="grade">
                <b>{page.reliability?.grade ?? 'F'}</b>{' '}
                {page.reliability === null ? 'nobody has rated it' : RELIABILITY[page.reliability.grade]}
              </p>
              {page.reliability?.reasons.map((reason) => (
                <p key={reason} className="small">
                  {reason}
                </p>
              ))}
              <p className="small dim">
                {counted(page.said.total, 'claim')} on its word, {counted(page.through, 'claim')} by way of it
                {page.origin === null ? '' : '; an origin of the case'}.
              </p>
            </section>
            <section>
              <h2>Documents</h2>
              <ul className="joined">
                {page.documents.lines.map((line) => (
                  <li key={line.id}>
                    <Link {...placeOf('documents', line.id)}>{line.text}</Link>{' '}
                    <span className="small dim">{[line.aside, line.when].filter(Boolean).join(', ')}</span>
                  </li>
                ))}
              </ul>
              {page.documents.lines[1] === undefined ? null : (
                <p className="small no-print">
                  <Link to="/compare" search={{ a: page.documents.lines[0]?.id ?? '', b: page.documents.lines[1].id }}>
                    Side by side
                  </Link>
                </p>
              )}
              {page.documents.total > page.documents.lines.length ? (
                <p className="small dim">and {page.documents.total - page.documents.lines.length} more</p>
              ) : null}
            </section>
          </aside>
        </div>
      </Page>
    </div>
  );
};

const STEP = 30;

/** Claims of a page, and more of them on request. */
const useMore = (page: EntityPage, as: 'said' | 'about') => {
  const first = page[as].claims;
  const [wanted, setWanted] = useState(first.length);
  const { data, isFetching } = useQuery({
    queryKey: ['entity', page.id, as, wanted],
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly ClaimCard[] }>(
        `/entities/${page.id}/claims`,
        { as, offset: first.length, limit: wanted - first.length },
        signal,
      ),
    enabled: wanted > first.length,
    placeholderData: (before) => before,
  });
  const claims = [...first, ...(data?.items ?? [])];
  return {
    claims,
    total: page[as].total,
    isFetching,
    more: () => setWanted(Math.min(first.length + 1000, claims.length + STEP)),
  };
};

const Told = ({
  title,
  none,
  told,
  through,
}: {
  readonly title: string;
  readonly none: string;
  readonly told: ReturnType<typeof useMore>;
  readonly through: GoThrough;
}): ReactNode => {
  const left = told.total - told.claims.length;
  return (
    <section>
      <h2>
        {title} <span className="number">{told.total.toLocaleString('en-GB')}</span>
      </h2>
      {told.total === 0 ? <p className="dim">{none}</p> : null}
      {told.claims.map((claim) => (
        <div key={claim.id} className="related">
          <ClaimArticle claim={claim}>
            <DecideClaim claim={claim} through={through} />
          </ClaimArticle>
        </div>
      ))}
      {left > 0 ? (
        <button type="button" className="button" disabled={told.isFetching} onClick={told.more}>
          Show {Math.min(STEP, left)} more of {left.toLocaleString('en-GB')}
        </button>
      ) : null}
    </section>
  );
};

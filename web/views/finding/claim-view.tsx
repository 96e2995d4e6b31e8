import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClaimPage } from '../../../src/serve/index.ts';
import { ClaimArticle } from '../../components/claim-article.tsx';
import { DecideClaim } from '../../components/decide-claim.tsx';
import { LineList } from '../../components/line-list.tsx';
import { OriginChips } from '../../components/origin-chip.tsx';
import { Page } from '../../components/page.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useClaimKeys } from '../../core/go-through.ts';
import { useKeys } from '../../core/keys.ts';
import { placeOf } from '../../core/places.ts';
import '../../components/claims.css';

/** What one document says: its chain, its quotes, and how it stands to others of the same thing. */
export const ClaimView = (): ReactNode => {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, error, refetch } = useQuery({
    queryKey: ['claim', id],
    queryFn: ({ signal }) => get<ClaimPage>(`/claims/${id}/page`, {}, signal),
  });
  if (error !== null)
    return (
      <Page title="A claim">
        <Failed error={error} again={() => void refetch()} />
      </Page>
    );
  return data === undefined ? <Loading /> : <Shown key={id} page={data} />;
};

const KINDS: Readonly<Record<string, string>> = {
  contradicts: 'It cannot stand beside',
  denies: 'Denials and what they deny',
  corroborates: 'Told independently',
  restates: 'Told from the same origin',
};

const Shown = ({ page }: { readonly page: ClaimPage }): ReactNode => {
  const { claim, related } = page;
  const router = useRouter();
  const through = useClaimKeys([claim.id, ...related.map((one) => one.claim.id)]);
  useKeys([{ keys: 'b', does: 'go back', act: () => router.history.back() }]);
  return (
    <div className="finding">
      <Page
        title={claim.text}
        sub={
          <>
            A claim: what <Link {...placeOf('documents', claim.document)}>{claim.where}</Link> says.{' '}
            <OriginChips ids={claim.origins} />
          </>
        }
      >
        <div className="split">
          <div>
            {page.finding === null ? (
              <p className="dim">It is of no finding: only supposed, or a condition of something else.</p>
            ) : (
              <p className="leads">
                <StandingMark standing={page.finding.standing} isWorded /> –{' '}
                <Link {...placeOf('findings', page.finding.id)} className="said">
                  {page.finding.text}
                </Link>
              </p>
            )}
            <ClaimArticle claim={claim} hasLink={false}>
              <DecideClaim claim={claim} through={{ ...through, at: through.at ?? claim.id }} />
            </ClaimArticle>
            {Object.entries(KINDS).map(([kind, title]) => {
              const own = related.filter((one) => one.kind === kind);
              return own.length === 0 ? null : (
                <section key={kind}>
                  <h2>{title}</h2>
                  {own.map((one) => (
                    <div key={one.claim.id} className="related">
                      <ClaimArticle claim={one.claim}>
                        <DecideClaim claim={one.claim} through={through} />
                      </ClaimArticle>
                    </div>
                  ))}
                </section>
              );
            })}
            {page.more > 0 ? <p className="small dim">and {page.more} more claims of the same thing</p> : null}
          </div>
          <aside aria-label="What it is made of">
            <h2>Who and what has a part in it</h2>
            <dl className="roles">
              {page.roles.map(({ role, fillers }) => (
                <div key={role}>
                  <dt>{role}</dt>
                  {fillers.map(({ text, entity }) => (
                    <dd key={`${text} ${entity ?? ''}`}>
                      {entity === null ? text : <Link {...placeOf('entities', entity)}>{text}</Link>}
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
            <LineList title="Contradictions it stands in" lines={page.contradictions} />
          </aside>
        </div>
      </Page>
    </div>
  );
};

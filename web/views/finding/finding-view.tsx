import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ClaimCard, FindingPage } from '../../../src/serve/index.ts';
import { DecideBar } from '../../components/decide-bar.tsx';
import { DecideClaim } from '../../components/decide-claim.tsx';
import { LineList } from '../../components/line-list.tsx';
import { Page } from '../../components/page.tsx';
import { type Standing, StandingMark } from '../../components/standing-mark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useClaimKeys } from '../../core/go-through.ts';
import { useKeys } from '../../core/keys.ts';
import { placeOf } from '../../core/places.ts';
import { counted } from '../../core/signed.ts';
import { ClaimGroups } from './claim-groups.tsx';
import { ContradictionSides } from './contradiction-sides.tsx';
import { DropSources } from './drop-sources.tsx';
import { CredibilityLadder, Reliability } from './finding-aside.tsx';
import { WeightSum } from './weight-sum.tsx';
import { WhatChanges } from './what-changes.tsx';
import { useWhatIf, useWithout } from './without.ts';
import '../../components/claims.css';

/** One thing, who says it and who denies it, and what that weighs: line by line, to be redone with a pencil. */
export const FindingView = (): ReactNode => {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, error, refetch } = useQuery({
    queryKey: ['finding', id],
    queryFn: ({ signal }) => get<FindingPage>(`/findings/${id}/page`, {}, signal),
  });
  if (error !== null)
    return (
      <Page title="A finding">
        <Failed error={error} again={() => void refetch()} />
      </Page>
    );
  return data === undefined ? <Loading /> : <Shown key={id} page={data} />;
};

const STEP = 60;

/** Claims beyond those that came with the page. */
const useClaims = (page: FindingPage) => {
  const [wanted, setWanted] = useState(page.claims.length);
  const first = page.claims.length;
  const { data, isFetching } = useQuery({
    queryKey: ['finding', page.id, 'claims', wanted],
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly ClaimCard[] }>(
        `/findings/${page.id}/claims`,
        { offset: first, limit: wanted - first },
        signal,
      ),
    enabled: wanted > first,
    placeholderData: (before) => before,
  });
  const claims = [...page.claims, ...(data?.items ?? [])];
  return { claims, left: page.total - claims.length, isFetching, more: () => setWanted(claims.length + STEP) };
};

const Shown = ({ page }: { readonly page: FindingPage }): ReactNode => {
  const router = useRouter();
  const without = useWithout();
  const asked = useWhatIf(without.sources, page.id);
  const { claims, left, isFetching, more } = useClaims(page);
  const through = useClaimKeys(claims.map((claim) => claim.id));
  const navigate = useNavigate();
  useKeys([
    { keys: 'b', does: 'go back', act: () => router.history.back() },
    {
      keys: 'h',
      does: 'hold it against hypotheses',
      act: () => void navigate({ to: '/hypotheses', search: { rows: page.id } } as never),
    },
  ]);
  const after = asked.answer?.finding?.after ?? null;
  const documents = new Set(claims.map((claim) => claim.document)).size;
  return (
    <div className="finding">
      <Page
        title={page.text}
        sub={
          <>
            <span className="stands">
              <StandingMark standing={page.status as Standing} isWorded />
            </span>
            : {page.meaning}.
            <br />
            {[
              page.type,
              page.when,
              counted(page.total, 'claim'),
              left > 0 ? null : counted(documents, 'document'),
              `weight ${page.sum.total}`,
              `credibility ${page.credibility.grade}`,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </>
        }
      >
        <DecideBar list="findings" id={page.id} text={page.text} isActive={through.at === null} />
        <p className="small no-print onward">
          <Link to="/hypotheses" search={{ rows: page.id }}>
            Hold it against hypotheses
          </Link>
          {documents > 1 ? (
            <>
              {' · '}
              <Link to="/compare" search={{ event: page.id }}>
                Documents side by side
              </Link>
            </>
          ) : null}
        </p>
        <div className="split">
          <div>
            {without.sources.length === 0 ? null : (
              <WhatChanges page={page} asked={asked} without={without.sources.join(',')} clear={without.clear} />
            )}
            <ClaimGroups
              groups={page.groups}
              claims={claims}
              acts={(claim) => <DecideClaim claim={claim} through={through} />}
            />
            {left > 0 ? (
              <button type="button" className="button" disabled={isFetching} onClick={more}>
                Show {Math.min(STEP, left)} more of {left}
              </button>
            ) : null}
            {page.contradictions.length === 0 ? null : (
              <section>
                <h2>Where they cannot all be right</h2>
                {page.contradictions.map((card) => (
                  <div key={card.id} className="contradiction">
                    <p className="about">
                      <Link {...placeOf('contradictions', card.id)}>
                        on {card.kind === 'yes-no' ? 'whether it is so' : card.kind}
                      </Link>
                      {card.likelySlip === null ? '' : '; one is likely a slip'}
                    </p>
                    <ContradictionSides card={card} />
                  </div>
                ))}
                {page.moreContradictions > 0 ? <p className="small dim">and {page.moreContradictions} more</p> : null}
              </section>
            )}
            <LineList title="What it depends on" lines={page.conditions} />
            <LineList title="Rows of the ledgers that it weighs" lines={page.rows} />
            <LineList title="What is not told" lines={page.gaps} />
            <LineList title="Who of it is tied to whom" lines={page.ties} />
            <LineList title="Interests on which they stand" lines={page.interests} />
            {page.hypotheses.length === 0 ? null : (
              <section>
                <h2>Held against hypotheses</h2>
                <ul className="plain-list">
                  {page.hypotheses.map(({ id, text, value }) => (
                    <li key={id}>
                      <b className="cell">{value}</b> <Link {...placeOf('hypotheses', id)}>{text}</Link>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
          <aside className="arithmetic" aria-label="What it weighs">
            <h2>Its weight, written out</h2>
            <WeightSum sum={page.sum} after={after === null ? null : after.sum} toClaim={through.to} />
            <h2>How credible it is</h2>
            <CredibilityLadder credibility={after?.credibility ?? page.credibility} />
            {page.reliability.length === 0 ? null : (
              <>
                <h2>How reliable its origins are</h2>
                <Reliability reliability={page.reliability} />
                <p className="small dim">
                  Two axes: a reliable source can be wrong, an unreliable one right. They are never multiplied.
                </p>
              </>
            )}
            <h2>Without a source</h2>
            <DropSources sources={page.sources} without={without} />
          </aside>
        </div>
      </Page>
    </div>
  );
};

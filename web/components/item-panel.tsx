import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Claim } from '../../src/model/index.ts';
import type { ItemAnswer } from '../../src/serve/index.ts';
import { get } from '../core/api.ts';
import { byOrigin } from '../core/group-claims.ts';
import { placeOf } from '../core/places.ts';
import { Chain } from './chain.tsx';
import { DecideBar } from './decide-bar.tsx';
import { Drawer } from './drawer.tsx';
import { OriginChip } from './origin-chip.tsx';
import { Quote } from './quote.tsx';
import { StandingMark } from './standing-mark.tsx';
import { Failed, Loading } from './states.tsx';

/** An item beside the view it was opened from: its sentence, how it stands, and every claim of it by origin with chain and quotes. */
export const ItemPanel = ({
  list,
  id,
  close,
}: {
  readonly list: string;
  readonly id: string;
  readonly close: () => void;
}): ReactNode => {
  const { data, error, refetch } = useQuery({
    queryKey: ['item', list, id],
    queryFn: ({ signal }) => get<ItemAnswer>(`/${list}/${id}`, {}, signal),
  });
  return (
    <Drawer title={data?.line?.text ?? 'What was opened'} close={close}>
      {error !== null && data !== undefined ? (
        <p className="gone" role="status">
          It is no longer in the case as it stands now: something it stood on was decided or changed.
        </p>
      ) : null}
      {data !== undefined ? (
        <Opened data={data} />
      ) : error !== null ? (
        <Failed error={error} again={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Drawer>
  );
};

const Opened = ({ data }: { readonly data: ItemAnswer }): ReactNode => {
  const { line, finding, claims } = data;
  const denials = new Set(finding?.denials ?? []);
  const isAgainst = (claim: Claim): boolean => denials.has(claim.id) || claim.polarity === 'negative';
  return (
    <>
      <p className="told">{line?.text}</p>
      <p className="dim">
        <StandingMark standing={line?.standing ?? null} isWorded /> ·{' '}
        {[line?.when, line?.state, line?.aside].filter(Boolean).join(' · ')}
      </p>
      {finding === null ? null : (
        <p>
          <Link {...placeOf('findings', finding.id)} className="button">
            The whole finding, and its weight
          </Link>{' '}
          <span className="small dim">
            weight {finding.weight.total}, {finding.weight.voices} independent{' '}
            {finding.weight.voices === 1 ? 'voice' : 'voices'}, credibility {finding.informationCredibility.grade}
          </span>
        </p>
      )}
      <DecideBar list={data.list} id={data.item.id} text={line?.text ?? data.item.id} isActive />
      <Said title="Who says so" claims={claims.filter((claim) => !isAgainst(claim))} data={data} />
      <Said title="Who denies it" claims={claims.filter(isAgainst)} data={data} />
      {data.moreClaims > 0 ? <p className="small dim">{data.moreClaims} more claims stand on its page.</p> : null}
    </>
  );
};

/** The panel is for a glance: the page of the finding has all of it. */
const MOST_OF_ONE = 4;
const MOST_ORIGINS = 12;

const Said = ({
  title,
  claims,
  data,
}: {
  readonly title: string;
  readonly claims: readonly Claim[];
  readonly data: ItemAnswer;
}): ReactNode => {
  if (claims.length === 0) return null;
  const groups = byOrigin(claims);
  return (
    <>
      <h2>{title}</h2>
      {groups.slice(0, MOST_ORIGINS).map(({ origin, claims: own }) => (
        <section key={origin ?? 'unknown'} className="group">
          <div className="from">
            <OriginChip id={origin} />
            <span className="small dim">
              {own.length} {own.length === 1 ? 'claim' : 'claims'}
            </span>
          </div>
          {own.slice(0, MOST_OF_ONE).map((claim) => (
            <ClaimQuotes key={claim.id} claim={claim} origin={origin} data={data} />
          ))}
          {own.length > MOST_OF_ONE ? (
            <p className="small dim">and {own.length - MOST_OF_ONE} more of this origin</p>
          ) : null}
        </section>
      ))}
      {groups.length > MOST_ORIGINS ? (
        <p className="small dim">and of {groups.length - MOST_ORIGINS} more origins</p>
      ) : null}
    </>
  );
};

/** A claim's chain and its quotes, each leading to its place. */
const ClaimQuotes = ({
  claim,
  origin,
  data,
}: {
  readonly claim: Claim;
  readonly origin: string | null;
  readonly data: ItemAnswer;
}): ReactNode => (
  <div>
    <Chain links={claim.chain} isAgainst={claim.polarity === 'negative'} />
    {claim.evidence.slice(0, 3).map((evidence) => (
      <Quote
        key={`${evidence.document} ${evidence.start}`}
        evidence={evidence}
        origin={origin}
        where={data.names[evidence.document]?.text ?? evidence.document}
      >
        {claim.certainty === 'certain' ? null : (
          <> · told as {claim.certainty === 'underspecified' ? 'hearsay' : claim.certainty}</>
        )}
      </Quote>
    ))}
  </div>
);

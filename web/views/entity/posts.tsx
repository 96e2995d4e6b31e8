import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EntityPage } from '../../../src/serve/index.ts';
import { Quote } from '../../components/quote.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { placeOf } from '../../core/places.ts';
import { counted } from '../../core/signed.ts';
import { Band, BandScale, type Extent } from './bands.tsx';

type Tie = EntityPage['ties'][number];

/** "since May 2029, until 2031; ended", or that nobody says. */
const heldFor = ({ since, until, isEnded, line }: Tie): string =>
  [
    since === null && until === null ? line.when : null,
    since === null ? null : `since ${since}`,
    until === null ? null : `until ${until}`,
    isEnded && until === null ? 'ended, nobody says when' : null,
  ]
    .filter((part) => part !== null)
    .join(', ') || 'nobody says since when';

/** What it is called in the documents, and when they called it so. */
export const Roles = ({
  roles,
  more,
  extent,
}: {
  readonly roles: EntityPage['roles'];
  readonly more: number;
  readonly extent: Extent | null;
}): ReactNode => (
  <section>
    <h2>Called, in the documents</h2>
    {extent === null ? null : <BandScale extent={extent} />}
    <ul className="posts">
      {roles.map((role) => (
        <li key={role.text}>
          <div className="post">
            <span className="words">{role.text}</span>
            <span className="small dim">
              {counted(role.documents, 'document')}
              {role.told === null ? ', none with a date' : `, ${role.told}`}
            </span>
          </div>
          <Band days={role.days} extent={extent} isFaint />
          <details>
            <summary className="small dim">{counted(role.places.length, 'place')}</summary>
            {role.places.map(({ evidence, where }) => (
              <Quote key={`${evidence.document} ${evidence.start}`} evidence={evidence} where={where} />
            ))}
          </details>
        </li>
      ))}
    </ul>
    {more > 0 ? <p className="small dim">and {more} more</p> : null}
  </section>
);

/** Ties by kind, each with whom, how it stands, and for how long it is told to have held. */
export const Ties = ({
  ties,
  more,
  extent,
}: {
  readonly ties: readonly Tie[];
  readonly more: number;
  readonly extent: Extent | null;
}): ReactNode => {
  if (ties.length === 0) return null;
  const kinds = [...new Set(ties.map(({ kind }) => kind))];
  return (
    <section>
      <h2>Ties</h2>
      {extent === null ? null : <BandScale extent={extent} />}
      {kinds.map((kind) => (
        <section key={kind} className="ties">
          <h3>{kind}</h3>
          <ul className="posts">
            {ties
              .filter((tie) => tie.kind === kind)
              .map((tie) => (
                <li key={tie.line.id} className={tie.isDenied ? 'denied' : ''}>
                  <div className="post">
                    <StandingMark standing={tie.line.standing} />
                    <span className="words">
                      {tie.isOut ? null : <Link {...placeOf('entities', tie.other.id)}>{tie.other.name}</Link>}{' '}
                      <Link {...placeOf('ties', tie.line.id)} className="tie-words">
                        {tie.isDenied ? `denied: ${tie.words}` : tie.words}
                        {tie.share === null ? '' : ` ${tie.share}`}
                      </Link>{' '}
                      {tie.isOut ? <Link {...placeOf('entities', tie.other.id)}>{tie.other.name}</Link> : null}
                    </span>
                    <span className="small dim">{heldFor(tie)}</span>
                  </div>
                  <Band days={tie.days} extent={extent} />
                  {tie.place === null ? null : (
                    <details>
                      <summary className="small dim">quote</summary>
                      <Quote
                        evidence={tie.place.evidence}
                        where={tie.place.where}
                        origin={tie.line.origins[0] ?? null}
                      />
                    </details>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {more > 0 ? <p className="small dim">and {more} more</p> : null}
    </section>
  );
};

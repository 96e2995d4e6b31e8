import { Link, useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ClaimCard } from '../../src/serve/index.ts';
import { placeOf, quotePlace } from '../core/places.ts';
import { signed } from '../core/signed.ts';
import { Chain } from './chain.tsx';
import { Quote } from './quote.tsx';

const CERTAINTY: Readonly<Record<ClaimCard['certainty'], string>> = {
  certain: 'certain',
  probable: 'probable',
  possible: 'possible',
  underspecified: 'hearsay',
};

const JUDGED = { positive: 'confirmed', negative: 'rejected', unsure: 'open' } as const;

/** A claim with its chain in words, how sure it is, its quotes, and what it adds or leaves out beside the telling it restates. */
export const ClaimArticle = ({
  claim,
  hasLink = true,
  children,
}: {
  readonly claim: ClaimCard;
  /** Whether it leads to its own page. */
  readonly hasLink?: boolean;
  readonly children?: ReactNode;
}): ReactNode => {
  const navigate = useNavigate();
  const [place] = claim.places;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget || place === undefined) return;
    event.preventDefault();
    void navigate(quotePlace(place.evidence));
  };
  return (
    <article
      className={`claim ${claim.side}`}
      id={claim.id}
      data-claim={claim.id}
      aria-label={claim.text}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="head">
        <Chain links={claim.chain} isAgainst={claim.side === 'against'} />
        <Counts claim={claim} />
      </div>
      <p className="sentence">{hasLink ? <Link {...placeOf('claims', claim.id)}>{claim.text}</Link> : claim.text}</p>
      <div className="tags">
        {claim.side === 'against' ? <span className="tag against">denial</span> : null}
        {claim.side === 'rejected' ? <span className="tag against">rejected</span> : null}
        <span className={`tag ${claim.certainty === 'certain' ? '' : 'hedged'}`}>{CERTAINTY[claim.certainty]}</span>
        {claim.tense === 'future' && claim.status !== 'planned' ? <span className="tag">planned</span> : null}
        {claim.status === 'held' ? null : <span className="tag">{claim.status}</span>}
        {claim.when === null ? null : (
          <span className="small dim">
            {claim.when}
            {claim.dateWords === null || claim.dateWords === claim.when ? '' : ` (“${claim.dateWords}”)`}
          </span>
        )}
        {claim.lasts === null ? null : <span className="small dim">lasting {claim.lasts}</span>}
        {claim.judged === null ? null : <span className="tag judged">{JUDGED[claim.judged]} by an analyst</span>}
        {claim.grade === null ? null : <span className="tag judged">graded {claim.grade}</span>}
      </div>
      {claim.corrected.map(({ field, was, is }) => (
        <p key={field} className="small">
          <span className="tag judged">corrected</span> {field}: {was === null ? 'not told' : <s>{was}</s>} →{' '}
          {is ?? 'not told'}
        </p>
      ))}
      {claim.reasons.map((reason) => (
        <p key={reason} className="small dim">
          {reason}
        </p>
      ))}
      {claim.places.map(({ evidence, where }) => (
        <Quote
          key={`${evidence.document} ${evidence.start}`}
          evidence={evidence}
          origin={claim.origins[0] ?? null}
          where={where}
        />
      ))}
      {claim.more > 0 ? <p className="small dim">and {claim.more} more quotes</p> : null}
      <Beside claim={claim} />
      {claim.conditions.map(({ text, form }) => (
        <p key={text} className={`condition ${form}`}>
          On condition{form === 'implied' ? ' (implied)' : ''}: {text}
        </p>
      ))}
      {claim.others.map((other) => (
        <p key={other.claim} className="small other">
          <span className="against">
            {other.kind === 'denies' && claim.side !== 'against' ? 'gainsaid by' : other.kind}
          </span>{' '}
          <Link {...placeOf('claims', other.claim)}>{other.text}</Link> <span className="dim">({other.where})</span>
        </p>
      ))}
      {children}
    </article>
  );
};

/** Which lines of the sum are of it. */
const Counts = ({ claim }: { readonly claim: ClaimCard }): ReactNode => {
  if (claim.counts.length === 0) return null;
  const points = claim.counts.reduce((sum, { value }) => sum + value, 0);
  const lines = claim.counts.map(({ line }) => line).join(', ');
  return (
    <span className="counts number" title={`Line ${lines} of the sum`}>
      {signed(points)}
      <span className="hidden"> points, line {lines} of the sum</span>
    </span>
  );
};

/** What a rewrite adds and leaves out beside the telling of its origin. */
const Beside = ({ claim: { beside } }: { readonly claim: ClaimCard }): ReactNode => {
  if (beside === null) return null;
  const { adds, lacks } = beside;
  return (
    <div className="beside">
      <p className="small dim">
        {adds.length + lacks.length === 0 ? 'Tells what ' : 'Beside '}
        <Link {...placeOf('claims', beside.claim)}>{beside.where}</Link>
        {adds.length + lacks.length === 0 ? ' tells, no more and no less' : ', of the same origin:'}
      </p>
      {adds.length === 0 ? null : (
        <p className="small">
          <ins>adds</ins> {adds.join(' · ')}
        </p>
      )}
      {lacks.length === 0 ? null : (
        <p className="small">
          <del>leaves out</del> {lacks.join(' · ')}
        </p>
      )}
    </div>
  );
};

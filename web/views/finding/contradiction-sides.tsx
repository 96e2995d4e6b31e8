import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClaimCard, ContradictionCard } from '../../../src/serve/index.ts';
import { Chain } from '../../components/chain.tsx';
import { ClaimArticle } from '../../components/claim-article.tsx';
import { OriginChips } from '../../components/origin-chip.tsx';
import { Quote } from '../../components/quote.tsx';
import { placeOf } from '../../core/places.ts';

/** All sides of a contradiction next to each other, with their chains; a likely slip is said as such, and stays. */
export const ContradictionSides = ({
  card,
  isWhole = false,
  acts,
}: {
  readonly card: ContradictionCard;
  /** Each claim as an article of its own, as on its page. */
  readonly isWhole?: boolean;
  readonly acts?: (claim: ClaimCard) => ReactNode;
}): ReactNode => (
  <div className="pair">
    {card.values.map(({ value, origins, claims, more }) => {
      const isSlip = card.likelySlip?.value === value;
      return (
        <section key={value} aria-label={value}>
          <p className="value">{value}</p>
          <div className="origins">
            <OriginChips ids={origins} />
          </div>
          {isSlip ? (
            <p className="slip small">
              <span className="tag hedged">likely a slip</span> {card.likelySlip?.reason}
            </p>
          ) : null}
          {claims.map((claim) =>
            isWhole ? (
              <ClaimArticle key={claim.id} claim={claim}>
                {acts?.(claim)}
              </ClaimArticle>
            ) : (
              <div key={claim.id} className="short">
                <Link {...placeOf('claims', claim.id)} className="to-claim">
                  <Chain links={claim.chain} />
                </Link>
                {claim.places.slice(0, 1).map(({ evidence, where }) => (
                  <Quote key={evidence.start} evidence={evidence} origin={claim.origins[0] ?? null} where={where} />
                ))}
              </div>
            ),
          )}
          {more > 0 ? <p className="small dim">and {more} more claims</p> : null}
        </section>
      );
    })}
  </div>
);

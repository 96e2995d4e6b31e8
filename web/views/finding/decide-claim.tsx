import type { ReactNode } from 'react';
import type { ClaimCard } from '../../../src/serve/index.ts';
import { DecideBar } from '../../components/decide-bar.tsx';
import type { GoThrough } from './go-through.ts';

/** Decides on the claim that is on; on any other it offers to. */
export const DecideClaim = ({
  claim,
  through,
}: {
  readonly claim: ClaimCard;
  readonly through: GoThrough;
}): ReactNode =>
  through.at === claim.id ? (
    <DecideBar list="claims" id={claim.id} text={claim.text} isActive />
  ) : (
    <button type="button" className="quiet offer no-print" onClick={() => through.to(claim.id)}>
      Decide<span className="hidden"> on: {claim.text}</span>
    </button>
  );

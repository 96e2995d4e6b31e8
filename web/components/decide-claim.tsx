import type { ReactNode } from 'react';
import type { ClaimCard } from '../../src/serve/index.ts';
import type { GoThrough } from '../core/go-through.ts';
import { DecideBar } from './decide-bar.tsx';

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

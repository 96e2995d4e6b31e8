import { type ReactNode, useId } from 'react';
import type { Line } from '../../src/model/index.ts';

export type Standing = NonNullable<Line['standing']>;

/** Best supported first. */
export const STANDINGS: readonly Standing[] = [
  'corroborated',
  'single-origin',
  'unknown-origin',
  'disputed',
  'denied',
  'corrected',
];

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  corroborated: 'corroborated',
  'single-origin': 'one origin',
  'unknown-origin': 'origin unknown',
  disputed: 'disputed',
  denied: 'denied',
  corrected: 'corrected by its origin',
};

const Shape = ({ standing, pattern }: { readonly standing: Standing; readonly pattern: string }): ReactNode => {
  if (standing === 'corroborated') return <circle cx="9" cy="9" r="8" fill="currentColor" />;
  if (standing === 'single-origin')
    return (
      <>
        <path d="M9 2a7 7 0 0 0 0 14z" fill="currentColor" />
        <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
      </>
    );
  if (standing === 'unknown-origin')
    return <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.4 2" />;
  if (standing === 'disputed')
    return <path d="M9 1.6 16.4 9 9 16.4 1.6 9z" fill="none" stroke="currentColor" strokeWidth="2" />;
  return (
    <>
      <defs>
        <pattern id={pattern} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v4" stroke="currentColor" strokeWidth="3" />
        </pattern>
      </defs>
      <circle
        cx="9"
        cy="9"
        r="7"
        fill={standing === 'denied' ? `url(#${pattern})` : 'none'}
        stroke="currentColor"
        strokeWidth="2"
      />
      {standing === 'corrected' ? <path d="M3 15 15 3" stroke="currentColor" strokeWidth="2" /> : null}
    </>
  );
};

/** How something stands, as a mark that works without colour; its word is read out, and shown on request. */
export const StandingMark = ({
  standing,
  isWorded = false,
}: {
  readonly standing: Standing | null;
  readonly isWorded?: boolean;
}): ReactNode => {
  const pattern = useId();
  if (standing === null) return isWorded ? <span className="dim">not weighed</span> : <span className="mark" />;
  const word = STANDING_WORDS[standing];
  return (
    <>
      <span className={`mark ${standing}`} title={word}>
        <svg viewBox="0 0 18 18" aria-hidden="true">
          <Shape standing={standing} pattern={pattern} />
        </svg>
      </span>
      <span className={isWorded ? '' : 'hidden'}> {word}</span>
    </>
  );
};

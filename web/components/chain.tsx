import type { ReactNode } from 'react';
import type { ChainLink } from '../../src/model/index.ts';

/** A chain in words, innermost speaker first: two officials → The Meridian → Harbour Post. */
export const Chain = ({
  links,
  isAgainst = false,
}: {
  readonly links: readonly ChainLink[];
  readonly isAgainst?: boolean;
}): ReactNode => (
  <span className="chain">
    {isAgainst ? <span className="against">against: </span> : null}
    {links.map((link, index) => (
      // A chain may pass through the same name twice, and never changes its order.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <span key={index}>
        {index > 0 ? ' → ' : ''}
        {index === 0 ? <b>{wordsOf(link)}</b> : wordsOf(link)}
        {link.kind === 'unnamed' && link.descriptors.length > 0 ? ` (${link.descriptors.join(', ')})` : ''}
      </span>
    ))}
  </span>
);

const wordsOf = (link: ChainLink): string =>
  link.kind === 'unknown' ? (link.name === '' ? 'source not named' : `source not named (“${link.name}”)`) : link.name;

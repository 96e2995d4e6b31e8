import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClaimCard, FindingPage } from '../../../src/serve/index.ts';
import { ClaimArticle } from '../../components/claim-article.tsx';
import { OriginChip } from '../../components/origin-chip.tsx';
import { placeOf } from '../../core/places.ts';
import { counted, signed } from '../../core/signed.ts';

type Group = FindingPage['groups'][number];

interface Told extends Group {
  readonly own: readonly ClaimCard[];
}

/** Claims cut into the groups in whose order they come. */
const withClaims = (groups: readonly Group[], claims: readonly ClaimCard[]): readonly Told[] => {
  let at = 0;
  return groups.map((group) => {
    const own = claims.slice(at, at + group.claims);
    at += group.claims;
    return { ...group, own };
  });
};

const TITLES: Readonly<Record<Group['side'], string>> = {
  favour: 'Who says so',
  against: 'Who denies it',
  rejected: 'Rejected by analysts, counted for nothing',
};

/** Every claim of a thing by the origin it derives from; denials next to those in favour, and neither wins. */
export const ClaimGroups = ({
  groups,
  claims,
  acts,
}: {
  readonly groups: readonly Group[];
  readonly claims: readonly ClaimCard[];
  /** What can be done with a claim. */
  readonly acts?: (claim: ClaimCard) => ReactNode;
}): ReactNode => {
  const told = withClaims(groups, claims);
  const sides = (['favour', 'against', 'rejected'] as const)
    .map((side) => ({ side, groups: told.filter((group) => group.side === side) }))
    .filter((one) => one.groups.length > 0);
  const isFacing = sides.some(({ side }) => side === 'favour') && sides.some(({ side }) => side === 'against');
  return (
    <div className={`sides ${isFacing ? 'facing' : ''}`}>
      {sides.map(({ side, groups: own }) => (
        <section key={side} className={`side ${side}`} aria-label={TITLES[side]}>
          <h2>{TITLES[side]}</h2>
          {own
            .filter((group) => group.own.length > 0)
            .map((group) => (
              <section key={group.origin ?? 'unknown'} className="group">
                <GroupHead group={group} />
                {group.own.map((claim) => (
                  <ClaimArticle key={claim.id} claim={claim}>
                    {acts?.(claim)}
                  </ClaimArticle>
                ))}
              </section>
            ))}
        </section>
      ))}
    </div>
  );
};

const GroupHead = ({ group }: { readonly group: Told }): ReactNode => (
  <div className="from">
    <h3 className="hidden">{group.name}</h3>
    <OriginChip id={group.origin} />
    <span className="small dim">
      {counted(group.claims, 'claim')}
      {group.origin === null
        ? ', counted for nothing'
        : group.points === 0
          ? ''
          : `, ${signed(group.points)} of the sum`}
      {group.grade === null ? '' : ` · rated ${group.grade}`}
      {group.form === 'implied' ? ' · its own reporting, as far as can be told' : ''}
    </span>
    <ul className="told-by">
      {group.documents.map(({ id, where }) => (
        <li key={id}>
          <Link {...placeOf('documents', id)}>{where}</Link>
        </li>
      ))}
      {group.moreDocuments > 0 ? <li className="dim">and {group.moreDocuments} more</li> : null}
    </ul>
  </div>
);

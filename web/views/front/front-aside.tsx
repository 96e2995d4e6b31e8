import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Front, FrontInterest, FrontOrigin } from '../../../src/serve/index.ts';
import { colourClass, useCase } from '../../core/case.ts';
import { type Place, placeOf } from '../../core/places.ts';
import { counted } from './front-findings.tsx';
import { FrontNotices } from './front-notices.tsx';
import './front-aside.css';

/** Origins as trees, what is thin, and interests to check. */
export const FrontAside = ({
  front,
  isNarrowed,
}: {
  readonly front: Front;
  readonly isNarrowed: boolean;
}): ReactNode => (
  <aside className="beside">
    <FrontNotices />
    <Origins front={front} />
    <Thin front={front} />
    <Interests front={front} isNarrowed={isNarrowed} />
  </aside>
);

const Origins = ({ front: { origins, moreOrigins } }: { readonly front: Front }): ReactNode =>
  origins.length === 0 ? null : (
    <section aria-labelledby="front-origins">
      <h2 id="front-origins">Origins</h2>
      <div className="card">
        <ul className="origin-trees">
          {origins.map((origin) => (
            <Tree key={origin.id ?? 'unknown'} origin={origin} />
          ))}
        </ul>
        {moreOrigins > 0 ? (
          <p className="small rest">
            <Link to="/documents">{counted(moreOrigins, 'more origin')}</Link>
          </p>
        ) : null}
      </div>
    </section>
  );

/** All documents of an origin. */
const treePlace = (id: string | null): Place => placeOf('origins', id ?? 'unknown');

const Tree = ({ origin: { id, name, form, total, rows } }: { readonly origin: FrontOrigin }): ReactNode => {
  const head = useCase();
  return (
    <li>
      <Link {...treePlace(id)} className={`tree-root ${colourClass(head, id)}`}>
        <span className="swatch" aria-hidden="true" />
        <b>{name}</b>
        {form === 'implied' ? <span className="dim"> implied</span> : null}
      </Link>
      <ul>
        {rows.map((row) => (
          <li key={row.document}>
            <Link
              {...placeOf('documents', row.document)}
              className={`leaf depth${row.depth}`}
              title={[row.title, row.when].filter(Boolean).join(', ')}
            >
              <span className="swatches" aria-hidden="true">
                {(row.origins.length === 0 ? [null] : row.origins.slice(0, 4)).map((origin) => (
                  <span key={origin} className={`swatch ${colourClass(head, origin)}`} />
                ))}
              </span>
              <span className="outlet">{row.outlet}</span> <span className="how">{row.how}</span>
            </Link>
          </li>
        ))}
        {total > rows.length ? (
          <li>
            <Link {...treePlace(id)} className="leaf depth1 dim">
              and {(total - rows.length).toLocaleString('en-GB')} more
            </Link>
          </li>
        ) : null}
      </ul>
    </li>
  );
};

const Thin = ({ front: { groups, gaps } }: { readonly front: Front }): ReactNode => {
  const totalOf = (standing: string): number => groups.find((group) => group.standing === standing)?.total ?? 0;
  const [one, unknown] = [totalOf('single-origin'), totalOf('unknown-origin')];
  if (one + unknown + gaps.items.length === 0) return null;
  return (
    <section aria-labelledby="front-thin">
      <h2 id="front-thin">Where it is thin</h2>
      <ul className="card asides">
        {one > 0 ? (
          <li>
            <Link to="/findings" search={{ standing: 'single-origin' } as never}>
              {one === 1 ? '1 finding rests' : `${one.toLocaleString('en-GB')} findings rest`} on one origin.
            </Link>
          </li>
        ) : null}
        {unknown > 0 ? (
          <li>
            <Link to="/findings" search={{ standing: 'unknown-origin' } as never}>
              Of {counted(unknown, 'finding')} the origin is unknown.
            </Link>
          </li>
        ) : null}
        {gaps.items.map((gap) => (
          <li key={gap.id}>
            {gap.about === null ? gap.text : <Link {...placeOf(gap.about.list, gap.about.id)}>{gap.text}</Link>}
            <span className="note">
              {gap.rests > 1 ? `${counted(gap.rests, 'finding')} rest on it. ` : ''}To close it: {gap.closes}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const VERDICTS: Readonly<Record<string, string>> = {
  overlaps: 'all at the time of the talks',
  apart: 'not at the same time',
  unknown: 'whether at the same time cannot be told',
};

const Interests = ({
  front: {
    interests: { items, total },
  },
  isNarrowed,
}: {
  readonly front: Front;
  readonly isNarrowed: boolean;
}): ReactNode =>
  items.length === 0 ? null : (
    <section aria-labelledby="front-interests">
      <div className="head">
        <h2 id="front-interests">Interests to check</h2>
        {total !== null && total > items.length ? (
          <Link to="/ledgers/interests" className="all">
            all {total.toLocaleString('en-GB')}
          </Link>
        ) : isNarrowed ? (
          <Link to="/ledgers/interests" className="all">
            the ledger
          </Link>
        ) : null}
      </div>
      <ul className="card asides">
        {items.map((interest) => (
          <li key={interest.id}>
            <Path interest={interest} />
          </li>
        ))}
      </ul>
      <p className="small dim">A path says nothing about conduct: each hop is to be checked, the weakest first.</p>
    </section>
  );

const Path = ({
  interest: { id, steps, hops, weakest, deal, verdict, against },
}: {
  readonly interest: FrontInterest;
}): ReactNode => (
  <>
    <Link {...placeOf('interests', id)} className="path">
      {steps.map((step, index) => {
        const hop = hops[index - 1];
        return (
          // A path may pass through the same name twice, and never changes its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={index}>
            {hop === undefined ? null : (
              <span className={hop.isWeakest ? 'hop weak' : 'hop'}>
                {' '}
                {hop.isBackward ? '←' : '—'} {hop.words} {hop.isBackward ? '—' : '→'}{' '}
              </span>
            )}
            {step.name}
          </span>
        );
      })}
    </Link>
    <span className="note">
      gains from: {deal}
      {weakest === null ? null : <> · weakest hop: {weakest}</>} · {VERDICTS[verdict] ?? verdict}
    </span>
    {against > 0 ? <span className="note against">{counted(against, 'denial')} attached</span> : null}
  </>
);

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Front, FrontDispute } from '../../../src/serve/index.ts';
import { OriginChips } from '../../components/origin-chip.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { type Rows, Sentence, Ways } from './front-findings.tsx';

/** What cannot both be so: the sides next to each other with those who say so, never a winner. */
export const FrontDisputes = ({
  disputes: { items, findings },
  rows,
}: {
  readonly disputes: Front['disputes'];
  readonly rows: Rows;
}): ReactNode =>
  items.length === 0 ? null : (
    <section aria-labelledby="front-disputed">
      <div className="head">
        <h2 id="front-disputed">Disputed</h2>
        {findings > items.filter(({ list }) => list === 'findings').length ? (
          <Link to="/findings" search={{ standing: 'disputed' } as never} className="all">
            all {findings.toLocaleString('en-GB')} disputed
          </Link>
        ) : null}
      </div>
      {items.map((dispute) => (
        <Dispute key={dispute.id} dispute={dispute} rows={rows} />
      ))}
    </section>
  );

const Dispute = ({
  dispute: { list, id, kind, text, when, sides },
  rows,
}: {
  readonly dispute: FrontDispute;
  readonly rows: Rows;
}): ReactNode => (
  <article id={`front ${id}`} className="row" aria-current={rows.current === id ? 'true' : undefined}>
    <StandingMark standing="disputed" />
    <div className="what wide">
      <p className="said">
        {list === 'findings' ? (
          <Sentence id={id} text={text} rows={rows} />
        ) : (
          <Link to={`/contradictions/${id}`} className="sentence" onFocus={() => rows.choose(id)}>
            {text}
          </Link>
        )}
      </p>
      <p className="small dim">{[KINDS[kind ?? ''] ?? null, when].filter(Boolean).join(' · ')}</p>
      <div className="sides">
        {sides.map((side, index) => (
          // Sides never change their order while they are shown.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={index} className="side">
            <p className="value">{side.value}</p>
            <Ways said={side.said} />
            <div className="chips">
              <OriginChips ids={side.origins} most={3} />
            </div>
            {side.slip === null ? null : <p className="small dim">It may be a slip: {side.slip}</p>}
          </div>
        ))}
      </div>
    </div>
  </article>
);

const KINDS: Readonly<Record<string, string>> = {
  role: 'told differently: the post',
  date: 'told differently: the date',
  place: 'told differently: the place',
  number: 'told differently: the number',
  amount: 'told differently: the amount',
  authorship: 'told differently: who wrote it',
  agency: 'told differently: who did it',
  duration: 'told differently: how long',
};

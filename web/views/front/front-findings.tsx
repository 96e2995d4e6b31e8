import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Chains, FrontFinding, FrontGroup, ItemAnswer } from '../../../src/serve/index.ts';
import { Chain } from '../../components/chain.tsx';
import { OriginChips } from '../../components/origin-chip.tsx';
import { Quote } from '../../components/quote.tsx';
import { type Standing, StandingMark } from '../../components/standing-mark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { byOrigin } from '../../core/group-claims.ts';

/** Which row is the current one, whose quotes are shown, and how both change. */
export interface Rows {
  readonly current: string | null;
  readonly quoted: ReadonlySet<string>;
  readonly quote: (id: string) => void;
  readonly open: (id: string) => void;
  readonly choose: (id: string) => void;
}

const TITLES: Readonly<Record<string, string>> = {
  corroborated: 'Corroborated',
  'single-origin': 'On one origin',
  'unknown-origin': 'Origin unknown: counts for nothing',
  denied: 'Denied',
  corrected: 'Corrected by its origin',
};
const MANY: Readonly<Record<string, string>> = {
  corroborated: 'corroborated',
  'single-origin': 'on one origin',
  'unknown-origin': 'of unknown origin',
  denied: 'denied',
  corrected: 'corrected',
};

export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;

/** Findings of some standings as sentences, each standing under its heading. */
export const FrontGroups = ({
  groups,
  standings,
  rows,
}: {
  readonly groups: readonly FrontGroup[];
  readonly standings: readonly string[];
  readonly rows: Rows;
}): ReactNode =>
  groups
    .filter(({ standing, total }) => standings.includes(standing) && total > 0)
    .map(({ standing, total, items }) => (
      <section key={standing} aria-labelledby={`front-${standing}`}>
        <div className="head">
          <h2 id={`front-${standing}`}>{TITLES[standing] ?? standing}</h2>
          {total > items.length ? (
            <Link to="/findings" search={{ standing } as never} className="all">
              all {total.toLocaleString('en-GB')} {MANY[standing] ?? standing}
            </Link>
          ) : null}
        </div>
        {items.map((finding) => (
          <FindingRow key={finding.id} finding={finding} rows={rows} />
        ))}
      </section>
    ));

const FindingRow = ({ finding, rows }: { readonly finding: FrontFinding; readonly rows: Rows }): ReactNode => {
  const { id, text, standing, when, origins, claims, documents, said, judged } = finding;
  const isQuoted = rows.quoted.has(id);
  const where =
    claims === documents
      ? counted(documents, 'document')
      : `${counted(claims, 'claim')} in ${counted(documents, 'document')}`;
  return (
    <article id={`front ${id}`} className="row" aria-current={rows.current === id ? 'true' : undefined}>
      <StandingMark standing={standing as Standing | null} />
      <div className="what">
        <p className="said">
          <Sentence id={id} text={text} rows={rows} />
        </p>
        <Ways said={said} />
        <p className="small dim">
          {[when, where, judged === null ? null : JUDGED[judged]].filter(Boolean).join(' · ')} ·{' '}
          <button type="button" className="quiet" aria-expanded={isQuoted} onClick={() => rows.quote(id)}>
            {isQuoted ? 'hide quotes' : 'quotes'}
          </button>
        </p>
        {isQuoted ? <Quotes id={id} /> : null}
      </div>
      <div className="chips">
        <OriginChips ids={origins} most={3} />
      </div>
    </article>
  );
};

const JUDGED: Readonly<Record<string, string>> = {
  positive: 'confirmed by an analyst',
  negative: 'rejected by an analyst',
  unsure: 'analysts differ',
};

/** A sentence that opens what it says. */
export const Sentence = ({
  id,
  text,
  rows,
}: {
  readonly id: string;
  readonly text: string;
  readonly rows: Rows;
}): ReactNode => (
  <Link
    to="."
    search={((before: Readonly<Record<string, unknown>>) => ({ ...before, row: id })) as never}
    className="sentence"
    onFocus={() => rows.choose(id)}
  >
    {text}
  </Link>
);

/** The ways by which it came, in words. */
export const Ways = ({ said: { chains, more } }: { readonly said: Chains }): ReactNode =>
  chains.length === 0 ? null : (
    <ul className="ways">
      {chains.map(({ links, isAgainst }, index) => (
        // Ways never change their order while they are shown.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index}>
          <Chain links={links} isAgainst={isAgainst} />
        </li>
      ))}
      {more > 0 ? (
        <li className="small dim">
          and {more} more {more === 1 ? 'way' : 'ways'}
        </li>
      ) : null}
    </ul>
  );

/** Claims that are quoted in place; the whole is a page of its own. */
const QUOTED = 4;

const Quotes = ({ id }: { readonly id: string }): ReactNode => {
  const { data, error } = useQuery({
    queryKey: ['item', 'findings', id],
    queryFn: ({ signal }) => get<ItemAnswer>(`/findings/${id}`, {}, signal),
  });
  if (error !== null) return <Failed error={error} />;
  if (data === undefined) return <Loading />;
  // One of each origin before a second of any.
  const groups = byOrigin(data.claims);
  const most = Math.max(...groups.map(({ claims }) => claims.length), 0);
  const claims = Array.from({ length: most }, (_, at) =>
    groups.flatMap(({ origin, claims: own }) => {
      const claim = own[at];
      return claim === undefined ? [] : [{ origin, claim }];
    }),
  ).flat();
  return (
    <div className="quotes">
      {claims.slice(0, QUOTED).map(({ origin, claim }) => {
        const [evidence] = claim.evidence;
        return evidence === undefined ? null : (
          <Quote
            key={claim.id}
            evidence={evidence}
            origin={origin}
            where={data.names[evidence.document]?.text ?? evidence.document}
          />
        );
      })}
      {claims.length > QUOTED ? (
        <p className="small">
          <Link to={`/findings/${id}`}>all {counted(claims.length, 'claim')}</Link>
        </p>
      ) : null}
    </div>
  );
};

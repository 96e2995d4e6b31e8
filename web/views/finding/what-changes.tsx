import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { FindingPage, WhatIfPage } from '../../../src/serve/index.ts';
import { type Standing, StandingMark } from '../../components/standing-mark.tsx';
import { Failed } from '../../components/states.tsx';
import { placeOf } from '../../core/places.ts';
import { counted } from '../../core/signed.ts';
import { useSeconds, type useWhatIf } from './without.ts';

type Change = WhatIfPage['byChange'][number]['change'];

const NOUN: Readonly<Record<string, string>> = {
  documents: 'documents',
  origins: 'origins',
  claims: 'claims',
  findings: 'findings',
  contradictions: 'contradictions',
  interests: 'interests',
};

/** What becomes of the finding that is looked at. */
const BECOMES: Readonly<Record<Change | 'same', string>> = {
  gone: 'would not be there',
  'now denied': 'would only be denied',
  'now disputed': 'would be disputed',
  fell: 'would stand on less',
  'no longer disputed': 'would not be disputed any more',
  'lost an origin': 'would lose an origin',
  'weighs less': 'would weigh less',
  'weighs more': 'would weigh more',
  'reads otherwise': 'would read otherwise',
  same: 'would stand as it does',
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What the case would be without some sources: this finding before and after, then all that change. */
export const WhatChanges = ({
  page,
  asked,
  without,
  clear,
}: {
  readonly page: FindingPage;
  readonly without: string;
  readonly asked: ReturnType<typeof useWhatIf>;
  readonly clear: () => void;
}): ReactNode => {
  const seconds = useSeconds(asked.isUnderWay);
  if (asked.error !== null) return <Failed error={asked.error} again={asked.again} />;
  if (asked.answer === null)
    return (
      <section className="what-if waiting" role="status" aria-live="polite" aria-busy="true">
        <p>
          Weighing the whole case anew{seconds > 1 ? `, for ${seconds} seconds now` : ''} … You can go on meanwhile.
        </p>
        <div className="bar moving">
          <span />
        </div>
      </section>
    );
  return <Changed page={page} answer={asked.answer} without={without} clear={clear} />;
};

const Changed = ({
  page,
  answer,
  without,
  clear,
}: {
  readonly page: FindingPage;
  readonly without: string;
  readonly answer: WhatIfPage;
  readonly clear: () => void;
}): ReactNode => {
  const after = answer.finding?.after ?? null;
  const isGone = answer.finding !== null && after === null;
  return (
    <section className="what-if" aria-label="What would change">
      <p className="lead">
        Supposing nothing had come through <b>{listed(answer.dropped.map(({ name }) => name))}</b>, this finding{' '}
        {isGone ? 'would not be there' : BECOMES[answer.finding?.change ?? 'same']}.
      </p>
      <div className="stood">
        <Stood
          title="As it stands"
          standing={page.status}
          total={page.sum.total}
          voices={page.sum.voices}
          grade={page.credibility.grade}
          words={page.credibility.words}
        />
        <span className="arrow" aria-hidden="true">
          →
        </span>
        {after === null ? (
          <div className="gone">
            <span className="small dim">Without them</span>
            <b>not told at all</b>
          </div>
        ) : (
          <Stood
            title="Without them"
            standing={after.status}
            total={after.total}
            voices={after.voices}
            grade={after.credibility.grade}
            words={after.credibility.words}
          />
        )}
      </div>
      {after !== null && after.text !== page.text ? <p className="small dim">It would read: {after.text}</p> : null}
      <p className="small dim">
        Of the case:{' '}
        {answer.counts
          .filter(({ list }) => NOUN[list] !== undefined)
          .map(
            ({ list, before, after: now }) =>
              `${NOUN[list]} ${before.toLocaleString('en-GB')} → ${now.toLocaleString('en-GB')}`,
          )
          .join(' · ') || 'no list gets longer or shorter'}
        . Who is who stays as it is.{' '}
        <button type="button" className="quiet no-print" onClick={clear}>
          Count them all again
        </button>
      </p>
      <Others answer={answer} own={page.id} without={without} />
      <Gains answer={answer} />
    </section>
  );
};

const Stood = ({
  title,
  standing,
  total,
  voices,
  grade,
  words,
}: {
  readonly title: string;
  readonly standing: string;
  readonly total: number;
  readonly voices: number;
  readonly grade: string;
  readonly words: string;
}): ReactNode => (
  <div data-stood={title}>
    <span className="small dim">{title}</span>
    <b>
      <StandingMark standing={standing as Standing} isWorded />
    </b>
    <span className="small">
      weight <b className="number">{total}</b> · {counted(voices, 'voice')} · {grade}, {words}
    </span>
  </div>
);

/** Findings that are shown before somebody asks for all. */
const AT_FIRST = 12;

/** All findings that change, by what becomes of them. */
const Others = ({
  answer,
  own,
  without,
}: {
  readonly answer: WhatIfPage;
  readonly own: string;
  readonly without: string;
}): ReactNode => {
  const [only, setOnly] = useState<Change | null>(null);
  const [isWhole, setWhole] = useState(false);
  const { byChange, unchanged, more } = answer;
  if (byChange.length === 0) return <p>No finding of the case would change.</p>;
  const fitting = answer.changed.filter(({ change }) => only === null || change === only);
  const shown = isWhole ? fitting : fitting.slice(0, AT_FIRST);
  return (
    <>
      <h2>What else would change</h2>
      <div className="changes no-print">
        {byChange.map(({ change, findings }) => (
          <button
            key={change}
            type="button"
            className="button"
            aria-pressed={only === change}
            onClick={() => setOnly(only === change ? null : change)}
          >
            {change} <span className="number">{findings}</span>
          </button>
        ))}
        <span className="small dim">{counted(unchanged, 'finding')} as before</span>
      </div>
      <table className="changed">
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col">Stands</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, change, before, after }) => (
            <tr key={id} aria-current={id === own ? 'true' : undefined}>
              <td>
                <Link to={placeOf('findings', id).to} search={{ without }}>
                  {before.text}
                </Link>
                {after !== null && after.text !== before.text ? (
                  <span className="why">would read: {after.text}</span>
                ) : null}
              </td>
              <td className="marks">
                <StandingMark standing={before.status as Standing} /> <span aria-hidden="true">→</span>{' '}
                {after === null ? (
                  <span title="gone">
                    <span aria-hidden="true">–</span>
                    <span className="hidden">gone</span>
                  </span>
                ) : (
                  <StandingMark standing={after.status as Standing} />
                )}
              </td>
              <td className="number">
                {before.total} → {after === null ? '–' : after.total}
              </td>
              <td>{change}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {fitting.length > shown.length ? (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          Show {fitting.length - shown.length} more
        </button>
      ) : null}
      {isWhole && more > 0 ? <p className="small dim">and {counted(more, 'finding')} more that lose less</p> : null}
    </>
  );
};

/** Paths to somebody who gains, and hypotheses. */
const Gains = ({ answer }: { readonly answer: WhatIfPage }): ReactNode => {
  const { interests, hypotheses } = answer;
  return (
    <>
      {interests.gone.length === 0 ? null : (
        <>
          <h2>Interests that would no longer be told</h2>
          <ul className="plain-list">
            {interests.gone.map((line) => (
              <li key={line.id}>
                <Link {...placeOf('interests', line.id)}>{line.text}</Link>
              </li>
            ))}
          </ul>
          {interests.more > 0 ? <p className="small dim">and {interests.more} more</p> : null}
        </>
      )}
      {interests.come > 0 ? <p>{counted(interests.come, 'path')} would be told that is not told now.</p> : null}
      {hypotheses.length === 0 ? null : (
        <>
          <h2>Hypotheses</h2>
          <ul className="plain-list">
            {hypotheses.map(({ id, text, before, after }) => (
              <li key={id}>
                <Link {...placeOf('hypotheses', id)}>{text}</Link>: inconsistency {before.inconsistency} →{' '}
                {after.inconsistency}, place {before.rank} → {after.rank}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

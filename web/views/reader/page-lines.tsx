import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReadingAnswer } from '../../../src/serve/index.ts';

type Page = ReadingAnswer['pages'][number];
type State = Page['states'][number];

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

const nameOf = ({ kind, version, status }: State): string => {
  if (kind === 'shown') return `version ${version}`;
  return kind === 'gone' ? `gone (status ${status})` : `status ${status}`;
};

const Shown = ({ state, own }: { readonly state: State; readonly own: string }): ReactNode => (
  <span className="from">
    {state.document === null ? (
      nameOf(state)
    ) : state.document === own ? (
      <strong>{nameOf(state)}</strong>
    ) : (
      <Link to={`/documents/${state.document}`}>{nameOf(state)}</Link>
    )}{' '}
    <span className="dim">
      <time dateTime={state.from}>{MOMENT.format(new Date(state.from))}</time>
      {state.to === state.from ? null : (
        <>
          {' '}
          to <time dateTime={state.to}>{MOMENT.format(new Date(state.to))}</time>
        </>
      )}
    </span>{' '}
    {state.document === null || state.document === own ? null : (
      <Link className="no-print" to="/compare" search={{ a: own, b: state.document } as never}>
        compare
      </Link>
    )}
  </span>
);

/** What became of the pages that a document is of: seen when, changed, gone. */
export const PageLines = ({ reading }: { readonly reading: ReadingAnswer }): ReactNode =>
  reading.pages.map(({ url, versions, states }) => (
    <div key={url} className="origins page-history">
      <span className="dim">{versions > 1 ? `${versions} versions of this page` : 'this page'}, seen (UTC)</span>{' '}
      {states.map((state) => (
        <Shown key={state.from} state={state} own={reading.document.id} />
      ))}
    </div>
  ));

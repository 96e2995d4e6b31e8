import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReadingAnswer } from '../../../src/serve/index.ts';
import { OriginChip } from '../../components/origin-chip.tsx';
import { sayLanguage } from '../../core/language.ts';
import { paragraphsOf } from '../../core/text/paragraphs.ts';
import { AgainLines } from './again-lines.tsx';
import { PageLines } from './page-lines.tsx';

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'title',
  outlet: 'outlet',
  byline: 'byline',
  published: 'date',
  modified: 'changed',
  created: 'file made',
  url: 'address',
  language: 'language',
  syndicated: 'syndicated from',
  original: 'original at',
};

/** Where a place is: in which of the body's paragraphs, counted from one, or in which block beside it. */
const whereIs = (reading: ReadingAnswer, at: number): string => {
  const body = paragraphsOf(reading.text, reading.blocks, reading.layout).filter(
    ({ kind }) => kind === 'body' || kind === 'turn',
  );
  const found = body.findIndex(({ start, until }) => start <= at && at < until);
  if (found !== -1) return `in paragraph ${found + 1}`;
  const block = reading.blocks.find(({ start, end }) => start <= at && at < end);
  return block === undefined ? 'outside the body' : `in the ${block.kind}`;
};

const OriginLine = ({
  origin,
  reading,
}: {
  readonly origin: ReadingAnswer['origins'][number];
  readonly reading: ReadingAnswer;
}): ReactNode => {
  const [first] = origin.spans;
  const place = first === undefined ? null : { at: `${first[0]}-${first[1]}` };
  return (
    <span className="from">
      <OriginChip id={origin.id} />{' '}
      {place === null ? (
        <span className="dim">{origin.form === 'stated' ? 'stated elsewhere' : 'implied'}</span>
      ) : (
        <Link to="." search={((before: object) => ({ ...before, ...place })) as never}>
          {origin.form} {whereIs(reading, first?.[0] ?? 0)}
        </Link>
      )}
      {origin.links.length > 2 ? <span className="dim"> · {origin.links.join(' → ')}</span> : null}
      {origin.documents > 1 ? (
        <>
          {' '}
          ·{' '}
          <Link to="/documents" search={{ origin: origin.id } as never}>
            {origin.documents} documents derive from it
          </Link>
        </>
      ) : null}
    </span>
  );
};

const Known = ({ reading }: { readonly reading: ReadingAnswer }): ReactNode => {
  const { document, found, bytes, encoding, origins } = reading;
  return (
    <details className="known">
      <summary>How this is known</summary>
      <dl>
        {found.map(({ field, value, by, span }) => (
          <div key={`${field} ${value} ${by}`}>
            <dt>{FIELD_WORDS[field] ?? field}</dt>
            <dd>
              {value}{' '}
              <span className="dim">
                from {by === 'text' ? 'the text' : `its ${by.replaceAll('-', ' ')}`}
                {span === null ? '' : `, at ${span[0]}`}
              </span>
            </dd>
          </div>
        ))}
        {origins.map(({ id, name, form, reasons }) => (
          <div key={id}>
            <dt>origin</dt>
            <dd>
              {name} <span className="dim">{[form, ...reasons].join(' · ')}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>language</dt>
          <dd>
            {document.language === null ? 'cannot be told' : sayLanguage(document.language)}{' '}
            <span className="dim">told from its words</span>
          </dd>
        </div>
        {document.paths.map((path) => (
          <div key={path}>
            <dt>file</dt>
            <dd>{path}</dd>
          </div>
        ))}
        <div>
          <dt>received</dt>
          <dd>
            {bytes.toLocaleString('en-GB')} bytes, {document.mediaType}, {encoding}
          </dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd className="hash">{document.sha256}</dd>
        </div>
      </dl>
    </details>
  );
};

/** How the file came in, and the way from it to the text. */
const Custody = ({ reading }: { readonly reading: ReadingAnswer }): ReactNode => {
  const { arrivals, original } = reading.custody;
  return (
    <details className="known custody">
      <summary>How it came in</summary>
      <div className="came">
        {arrivals.length === 0 ? <p>It was read before a log of what comes in was kept.</p> : null}
        {arrivals.map((sentences) => (
          <ol key={sentences[0]}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        ))}
        <p className="no-print">
          {original === null ? (
            'No copy of the file is kept in the case.'
          ) : (
            <>
              <a href={`/api/v1/documents/${reading.document.id}/original`} download>
                Save the original
              </a>{' '}
              <span className="dim">
                {original.toLocaleString('en-GB')} bytes as they came in: open it with the care that a stranger’s file
                needs
              </span>
            </>
          )}
        </p>
      </div>
    </details>
  );
};

/** Whose text it is, from when, and where it has it from. */
export const ReaderHead = ({ reading }: { readonly reading: ReadingAnswer }): ReactNode => {
  const { document, when, origins } = reading;
  // Headlines are worded anew for every place; all wordings stand under "How this is known".
  const disagreements = reading.disagreements.filter(({ field }) => field !== 'title' && field !== 'url');
  const facts = [
    document.outlet ?? 'outlet not told',
    document.byline === null ? null : `by ${document.byline}`,
    when ?? 'no date',
  ];
  return (
    <header className="reader-head">
      <p className="who">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      <p className="origins">
        <span className="dim">{origins.length > 1 ? 'origins' : 'origin'}</span>{' '}
        {origins.length === 0 ? (
          <span className="from">
            <OriginChip id={null} />{' '}
            <span className="dim">what it has this from cannot be told, so it corroborates nothing</span>
          </span>
        ) : (
          origins.map((origin) => <OriginLine key={origin.id} origin={origin} reading={reading} />)
        )}
      </p>
      {disagreements.map(({ field, words }) => (
        <p key={field} className="disagree small">
          {words}
        </p>
      ))}
      <AgainLines reading={reading} />
      <PageLines reading={reading} />
      <Known reading={reading} />
      <Custody reading={reading} />
      {reading.notes.length === 0 ? null : (
        <p className="beside small no-print">
          <Link to="/compare" search={{ a: document.id } as never}>
            Side by side with another
          </Link>
        </p>
      )}
    </header>
  );
};

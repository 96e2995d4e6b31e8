import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReadingAnswer } from '../../../src/serve/index.ts';

type Again = ReadingAnswer['document']['again'][number];

const WORDS: Readonly<Record<Again['kind'], string>> = {
  'same-text': 'the same text as',
  version: 'another version of',
  copy: 'mostly in the words of',
  excerpt: 'an excerpt of',
  whole: 'has all of',
};

const count = (words: number): string => `${words} ${words === 1 ? 'word' : 'words'}`;

const editsOf = ({ added, lacks }: Again): string =>
  [added ? `${count(added)} more` : '', lacks ? `${count(lacks)} fewer` : ''].filter((part) => part !== '').join(', ');

/** Shown before the rest is asked for. */
const SHOWN = 4;

const Line = ({ one, reading }: { readonly one: Again; readonly reading: ReadingAnswer }): ReactNode => {
  const mark = reading.documents[one.document];
  const edits = editsOf(one);
  return (
    <span className="from">
      {WORDS[one.kind]} <Link to={`/documents/${one.document}`}>{mark?.title ?? one.document}</Link>{' '}
      <span className="dim">{[mark?.outlet, mark?.when].filter((part) => part).join(', ')}</span>{' '}
      {edits === '' ? null : (
        <Link className="no-print" to="/compare" search={{ a: reading.document.id, b: one.document } as never}>
          {edits}
        </Link>
      )}
    </span>
  );
};

/** Where the same words came in again; however often that is, they count once. */
export const AgainLines = ({ reading }: { readonly reading: ReadingAnswer }): ReactNode => {
  const { again } = reading.document;
  if (again.length === 0) return null;
  return (
    <div className="origins again">
      <span className="dim">again</span>{' '}
      {again.slice(0, SHOWN).map((one) => (
        <Line key={one.document} one={one} reading={reading} />
      ))}
      {again.length > SHOWN ? (
        <details>
          <summary>{again.length - SHOWN} more</summary>
          {again.slice(SHOWN).map((one) => (
            <Line key={one.document} one={one} reading={reading} />
          ))}
        </details>
      ) : null}
      <span className="dim">together they count once</span>
    </div>
  );
};

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Changes } from '../../../src/serve/index.ts';
import { sayMoment } from '../../core/decisions.ts';
import { placeOf } from '../../core/places.ts';

type Changed = Changes['documents'];

const DAY_MS = 86_400_000;

/** "Tuesday" within a week, else the date. */
const saySince = (at: string, now = new Date()): string => {
  const then = new Date(at);
  const days = (now.getTime() - then.getTime()) / DAY_MS;
  if (now.toDateString() === then.toDateString())
    return `${then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })} today`;
  if (days < 6) return then.toLocaleDateString('en-GB', { weekday: 'long' });
  return then.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
};

const one = (count: number, singular: string, plural: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? singular : plural}`;

/** What is otherwise than on the last visit, in a line that unfolds to where each change leads. */
export const FrontChanges = ({ changes }: { readonly changes: Changes | null }): ReactNode => {
  if (changes === null) return null;
  if (changes.since === null) return <>First visit: what changes from now on will stand here.</>;
  const parts: readonly (readonly [Changed, string])[] = [
    [changes.documents, `${one(changes.documents.total, 'document', 'documents')} added`],
    [changes.gained, `${one(changes.gained.total, 'finding', 'findings')} better supported`],
    [changes.fell, `${one(changes.fell.total, 'finding', 'findings')} worse supported`],
    [changes.fresh, `${one(changes.fresh.total, 'new finding', 'new findings')}`],
    [changes.contradictions, `${one(changes.contradictions.total, 'new contradiction', 'new contradictions')}`],
    [changes.decisions, `${one(changes.decisions.total, 'decision', 'decisions')} by others`],
  ];
  const told = parts.filter(([{ total }]) => total > 0);
  const gone = changes.gone > 0 ? [`${one(changes.gone, 'finding', 'findings')} gone`] : [];
  const since = <time title={sayMoment(changes.since)}>{saySince(changes.since)}</time>;
  if (told.length + gone.length === 0) return <>Nothing has changed since {since}.</>;
  return (
    <details className="changes">
      <summary>
        Since {since}: {[...told.map(([, words]) => words), ...gone].join(', ')}
      </summary>
      <dl>
        {told.map(([{ total, items }, words]) => (
          <div key={words}>
            <dt>{words}</dt>
            {items.map(({ list, id, text, how }) => (
              <dd key={id}>
                <Link {...placeOf(list, id)}>{text}</Link>
                {how === null ? null : <span className="small dim"> {how}</span>}
              </dd>
            ))}
            {total > items.length ? (
              <dd className="dim">and {(total - items.length).toLocaleString('en-GB')} more</dd>
            ) : null}
          </div>
        ))}
      </dl>
    </details>
  );
};

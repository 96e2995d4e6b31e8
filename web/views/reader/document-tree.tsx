import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DocumentRow } from '../../../src/serve/index.ts';
import { PlainText } from '../../components/plain-text.tsx';
import { colourClass, originOf, useCase } from '../../core/case.ts';
import { sayUnread } from '../../core/language.ts';

/** What is to be said plainly of a document: nothing read, or not all of it. */
export const missingOf = ({ claims, unread }: DocumentRow): string | null => {
  const said = sayUnread(unread);
  return claims > 0 ? said : (said ?? 'no claim read');
};

const Entry = ({ row }: { readonly row: DocumentRow }): ReactNode => {
  const { line, claims, way } = row;
  const between = way.slice(1, -1);
  const missing = missingOf(row);
  const depth = Math.max(0, Math.min(way.length - 1, 4));
  return (
    <li className={`depth-${depth}`}>
      <Link to={`/documents/${line.id}`} className="title">
        <PlainText text={line.text} />
      </Link>
      <span className="facts">
        {[
          line.aside ?? 'outlet not told',
          line.when ?? 'no date',
          between.length === 0 ? null : `by way of ${between.join(' and ')}`,
          claims === 0 ? null : `${claims} ${claims === 1 ? 'claim' : 'claims'}`,
          missing,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </li>
  );
};

/** Documents under the origins that their reporting derives from, rewrites under what they rewrite. */
export const DocumentTree = ({ rows }: { readonly rows: readonly DocumentRow[] }): ReactNode => {
  const head = useCase();
  const groups = new Map<string | null, DocumentRow[]>();
  for (const row of rows) groups.set(row.origin, [...(groups.get(row.origin) ?? []), row]);
  return (
    <div className="origin-groups">
      {[...groups].map(([origin, own]) => {
        const mark = origin === null ? null : originOf(head, origin);
        return (
          <section key={origin ?? 'unknown'} className={colourClass(head, origin)}>
            <h3>
              <span className="swatch" /> {mark?.name ?? (origin === null ? 'unknown' : origin)}
            </h3>
            <p className="why dim small">
              {origin === null
                ? 'What they have this from cannot be told: they corroborate nothing.'
                : own[0]?.form === 'implied'
                  ? 'Own reporting, implied: no other source is named.'
                  : 'Stated in the documents.'}
            </p>
            <ul>
              {own.map((row) => (
                <Entry key={row.line.id} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
};

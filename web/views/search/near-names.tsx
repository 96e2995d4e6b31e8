import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SearchAnswer } from '../../../src/serve/index.ts';

/** Names that are nearest to what was typed: somebody who may be meant. */
export const NearNames = ({
  near,
  typed,
  isAlone,
}: {
  readonly near: SearchAnswer['near'];
  readonly typed: string;
  readonly isAlone: boolean;
}): ReactNode => (
  <section className={`near ${isAlone ? 'alone' : ''}`}>
    <p className="dim">Nobody and nothing is called “{typed}”. Near to it:</p>
    <ul>
      {near.map(({ id, name, called, type }) => (
        <li key={id}>
          <Link to={`/entities/${id}`} className="hit">
            {called}
          </Link>{' '}
          <span className="dim small">
            {type}
            {name === called ? '' : `, also written ${name}`} ·{' '}
            <Link to="/search" search={{ q: name } as never}>
              search for “{name}”
            </Link>
          </span>
        </li>
      ))}
    </ul>
  </section>
);

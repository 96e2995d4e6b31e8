import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Line } from '../../src/model/index.ts';
import { placeOf } from '../core/places.ts';
import { StandingMark } from './standing-mark.tsx';

/** A few lines of the case one under the other, each with how it stands, leading to where it is looked at. */
export const LineList = ({
  title,
  lines,
  more = 0,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly more?: number;
}): ReactNode => {
  if (lines.length === 0) return null;
  return (
    <section className="line-list">
      <h2>{title}</h2>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.id}>
            {line.standing === null ? null : <StandingMark standing={line.standing} />}
            <span>
              <Link {...placeOf(line.list, line.id)}>{line.text}</Link>
              {line.aside === null && line.when === null && line.state === null ? null : (
                <span className="small dim"> {[line.state, line.when, line.aside].filter(Boolean).join(' · ')}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="small dim">and {more} more</p> : null}
    </section>
  );
};

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { placeOf } from '../../core/places.ts';

interface Named {
  readonly id: string;
  readonly list: string;
  readonly text: string;
}

/** A name that leads to what it names. */
export const Name = ({ one }: { readonly one: Named }): ReactNode =>
  one.list === '' ? (
    <bdi>{one.text}</bdi>
  ) : (
    <Link {...placeOf(one.list, one.id)} dir="auto">
      {one.text}
    </Link>
  );

/** Names in a row, and in brackets those who are only described. */
export const Names = ({
  ids,
  described = [],
}: {
  readonly ids: readonly Named[];
  readonly described?: readonly string[];
}): ReactNode => (
  <>
    {ids.map((one, index) => (
      <span key={one.id}>
        {index === 0 ? '' : index === ids.length - 1 ? ' and ' : ', '}
        <Name one={one} />
      </span>
    ))}
    {described.length === 0 ? null : (
      <span className="dim">
        {ids.length === 0 ? '' : ' '}({described.join('; ')})
      </span>
    )}
  </>
);

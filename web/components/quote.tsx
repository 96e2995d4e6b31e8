import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Evidence } from '../../src/model/index.ts';
import { colourClass, useCase } from '../core/case.ts';
import { quotePlace } from '../core/places.ts';

/** A quote to the letter; it leads to its place in the document. */
export const Quote = ({
  evidence,
  where,
  origin,
  children,
}: {
  readonly evidence: Evidence;
  /** What the document is called: "Harbour Post, 17 May 2031". */
  readonly where: string;
  readonly origin?: string | null;
  readonly children?: ReactNode;
}): ReactNode => {
  const head = useCase();
  return (
    <blockquote className={`quote ${colourClass(head, origin)}`}>
      <Link {...quotePlace(evidence)} className="words" dir="auto">
        “{evidence.quote}”
      </Link>
      <span className="where">
        {where}
        {children}
      </span>
    </blockquote>
  );
};

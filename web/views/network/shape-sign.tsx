import type { ReactNode } from 'react';
import type { NodeShape } from './draw-network.ts';

const SIGNS: Readonly<Record<NodeShape, ReactNode>> = {
  circle: <circle cx="7" cy="7" r="5.5" />,
  square: <path d="M2.5 2.5h9v9h-9z" />,
  diamond: <path d="M7 .8 13.2 7 7 13.2.8 7z" />,
  triangle: <path d="M7 1.5 12.8 12H1.2z" />,
  ring: <circle cx="7" cy="7" r="4.4" className="hollow" />,
};

/** The shape that a node of a type has in the picture. */
export const ShapeSign = ({ shape }: { readonly shape: NodeShape }): ReactNode => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className="shape-sign">
    {SIGNS[shape]}
  </svg>
);

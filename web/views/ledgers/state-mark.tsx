import type { ReactNode } from 'react';

type Shape = 'full' | 'half' | 'empty' | 'no' | 'denied' | 'disputed' | 'dotted';

/** Words of how far something has come, by the mark that goes with them; told apart by shape, never by colour alone. */
const SHAPE_OF: Readonly<Record<string, Shape>> = {
  held: 'full',
  ongoing: 'half',
  planned: 'empty',
  postponed: 'empty',
  cancelled: 'no',
  denied: 'denied',
  disputed: 'disputed',
  hypothetical: 'dotted',
  'only supposed': 'dotted',
  imposed: 'full',
  demanded: 'empty',
  promised: 'half',
  lifted: 'full',
  refused: 'no',
  asked: 'empty',
  granted: 'full',
  floated: 'dotted',
  offered: 'empty',
  'in talks': 'half',
  agreed: 'half',
  done: 'full',
  dropped: 'no',
  accepts: 'full',
  rejects: 'no',
  'on-condition': 'half',
  silent: 'empty',
  open: 'empty',
  holds: 'full',
  fails: 'no',
  free: 'full',
  waiting: 'empty',
  blocked: 'no',
  over: 'dotted',
  overlaps: 'full',
  apart: 'no',
  unknown: 'dotted',
};

const TONE: Readonly<Record<Shape, string>> = {
  full: 'ok',
  half: 'warn',
  empty: 'dim',
  no: 'bad',
  denied: 'bad',
  disputed: 'bad',
  dotted: 'dim',
};

const drawn = (shape: Shape): ReactNode => {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8 };
  switch (shape) {
    case 'full':
      return <circle cx="8" cy="8" r="6.6" fill="currentColor" />;
    case 'half':
      return (
        <>
          <circle cx="8" cy="8" r="5.8" {...line} />
          <path d="M8 2.2a5.8 5.8 0 0 0 0 11.6z" fill="currentColor" />
        </>
      );
    case 'empty':
      return <circle cx="8" cy="8" r="5.8" {...line} />;
    case 'dotted':
      return <circle cx="8" cy="8" r="5.8" {...line} strokeDasharray="2.2 2.2" />;
    case 'no':
      return (
        <>
          <rect x="2.2" y="2.2" width="11.6" height="11.6" {...line} />
          <path d="M2.6 13.4 13.4 2.6" {...line} />
        </>
      );
    case 'disputed':
      return <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" {...line} />;
    case 'denied':
      return (
        <>
          <circle cx="8" cy="8" r="5.8" {...line} />
          <path d="M4.2 11.8 11.8 4.2M2.9 8.9 8.9 2.9M7.1 13.1 13.1 7.1" {...line} strokeWidth={1.2} />
        </>
      );
  }
};

export const hasStateMark = (word: string): boolean => SHAPE_OF[word] !== undefined;

/** The mark of a word for how far something has come. The word stands beside it, so it is hidden from those who read text. */
export const StateMark = ({
  word,
  at,
}: {
  readonly word: string;
  /** Where it stands in a picture. */
  readonly at?: { readonly x: number; readonly y: number };
}): ReactNode => {
  const shape = SHAPE_OF[word];
  if (shape === undefined) return null;
  return (
    <svg className={`state-mark ${TONE[shape]}`} width="12" height="12" {...at} viewBox="0 0 16 16" aria-hidden="true">
      {drawn(shape)}
    </svg>
  );
};

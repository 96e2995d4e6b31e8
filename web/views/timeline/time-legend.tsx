import type { ReactNode } from 'react';

const R = 6;

const marks: readonly (readonly [string, ReactNode])[] = [
  ['corroborated', <circle key="c" cx="8" cy="8" r={R + 0.5} className="mark-full" />],
  [
    'one origin',
    <g key="s">
      <circle cx="8" cy="8" r={R} className="mark-ring" />
      <path d={`M8 ${8 - R}a${R} ${R} 0 0 0 0 ${2 * R}z`} className="mark-full" />
    </g>,
  ],
  ['disputed', <path key="d" d="M8 1l7 7-7 7-7-7z" className="mark-ring" />],
  [
    'denied',
    <g key="n">
      <circle cx="8" cy="8" r={R} className="mark-ring" />
      <path d="M3.5 9.5l6-6M5 12.5l7.5-7.5M8.5 13l4.5-4.5" className="mark-line" />
    </g>,
  ],
  ['planned or only asked for', <circle key="p" cx="8" cy="8" r={R} className="mark-ring" />],
  ['origin unknown', <circle key="u" cx="8" cy="8" r={R} className="mark-ring dashed" />],
  ['others give another date', <path key="o" d="M0 8h16" className="doubt" />],
];

/** What the marks of the picture mean. */
export const TimeLegend = (): ReactNode => (
  <ul className="time-legend" aria-label="Marks">
    {marks.map(([words, shape]) => (
      <li key={words}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          {shape}
        </svg>
        {words}
      </li>
    ))}
  </ul>
);

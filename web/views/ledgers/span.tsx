import type { ReactNode } from 'react';
import type { LedgerAnswer, TableRowAnswer } from '../../../src/serve/index.ts';
import { precisionOf } from './date-mark.tsx';

const WIDTH = 120;
const HEIGHT = 14;

const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();

/** The time for which something held, as a band on the time of all rows; an end that is not told fades out. */
export const Span = ({
  line,
  of,
}: {
  readonly line: TableRowAnswer['line'];
  readonly of: LedgerAnswer['span'];
}): ReactNode => {
  if (line.date === null) return <span className="none">no date told</span>;
  const [first, last] = [of.from ?? 0, Math.max((of.from ?? 0) + 1, of.to ?? 1)];
  const x = (day: number): number => ((day - first) / (last - first)) * (WIDTH - 4) + 2;
  const [from, to] = [line.from, line.to];
  const [left, right] = [
    from === null ? 0 : x(from),
    to === null ? WIDTH : Math.max(x(to), (from === null ? 0 : x(from)) + 3),
  ];
  const words = `${from === null ? 'beginning not told' : `from ${yearOf(from)}`}, ${to === null ? 'end not told' : `to ${yearOf(to - 1)}`}`;
  return (
    <svg
      className={`tie-band ${precisionOf(line.date)}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <path d={`M0 ${HEIGHT - 1.5}H${WIDTH}`} className="axis" />
      <rect x={left} y="2" width={Math.max(3, right - left)} height="7" rx="2" className="band" />
      {from === null ? <path d="M1 5.5H12" className="open" /> : null}
      {to === null ? <path d={`M${WIDTH - 12} 5.5H${WIDTH - 1}`} className="open" /> : null}
    </svg>
  );
};

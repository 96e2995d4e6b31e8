import type { ReactNode } from 'react';
import type { TableRowAnswer } from '../../../src/serve/index.ts';
import { DateMark } from './date-mark.tsx';

type Step = TableRowAnswer['steps'][number];

const GAP = 15;
const R = 4;

/** The way of a deal, or to the end of sanctions: what is told of it is filled, the rest empty, each with its date. */
export const Track = ({
  words,
  steps,
}: {
  readonly words: readonly string[];
  readonly steps: readonly Step[];
}): ReactNode => {
  if (steps.length === 0) return <span className="none">nothing told</span>;
  const told = new Map(steps.map((step) => [step.word, step]));
  const untold = words.filter((word) => !told.has(word));
  const width = GAP * (words.length - 1) + 2 * R + 3;
  return (
    <div className="track">
      <svg width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
        <path d={`M${R + 1.5} 6H${width - R - 1.5}`} />
        {words.map((word, index) => {
          const step = told.get(word);
          return (
            <circle
              key={word}
              cx={R + 1.5 + index * GAP}
              cy="6"
              r={R}
              className={step === undefined ? '' : step.isDenied ? 'denied' : 'told'}
            >
              <title>{step === undefined ? `${word}: not told` : word}</title>
            </circle>
          );
        })}
      </svg>
      <ul>
        {steps.map((step) => (
          <li key={`${step.word} ${step.date}`}>
            {step.isDenied ? <span className="against">denied: </span> : null}
            {step.word}
            {step.when === null || step.date === null ? null : (
              <span className="when">
                <DateMark date={step.date} /> {step.when}
              </span>
            )}
          </li>
        ))}
      </ul>
      {untold.length === 0 ? null : <span className="hidden">not told: {untold.join(', ')}</span>}
    </div>
  );
};

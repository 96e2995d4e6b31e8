import type { ReactNode } from 'react';
import type { TableRowAnswer } from '../../../src/serve/index.ts';
import { DateMark } from './date-mark.tsx';

type Step = TableRowAnswer['steps'][number];

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
  return (
    <ol className="track">
      {words.map((word) => {
        const step = told.get(word);
        const state = step === undefined ? 'untold' : step.isDenied ? 'denied' : 'told';
        return (
          <li key={word} className={state} title={step === undefined ? `${word}: not told` : word}>
            <span className="dot" aria-hidden="true" />
            {step === undefined ? (
              <span className="hidden">{word}: not told</span>
            ) : (
              <span className="step">
                {step.isDenied ? 'denied: ' : ''}
                {word}
                {step.when === null || step.date === null ? null : (
                  <span className="when">
                    <DateMark date={step.date} /> {step.when}
                  </span>
                )}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
};

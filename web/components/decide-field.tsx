import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/**
 * A line for the words that go with a decision. Enter ends it with the words, Escape with null; leaving it in any other way ends it
 * with the words that are there, so that nothing is lost.
 */
export const DecideField = ({
  label,
  hint,
  end,
}: {
  readonly label: string;
  readonly hint: string;
  readonly end: (words: string | null) => void;
}): ReactNode => {
  const hintId = useId();
  const [words, setWords] = useState('');
  const latest = useRef({ words, end });
  latest.current = { words, end };
  const isEnded = useRef(false);
  const finish = (given: string | null): void => {
    if (isEnded.current) return;
    isEnded.current = true;
    latest.current.end(given);
  };
  const finishLatest = useRef(finish);
  finishLatest.current = finish;
  useEffect(() => () => finishLatest.current(latest.current.words), []);
  return (
    <div className="words">
      <label>
        <span>{label}</span>
        <input
          className="field"
          value={words}
          autoComplete="off"
          aria-describedby={hintId}
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody pressed a key to type into it
          autoFocus
          onChange={({ target }) => setWords(target.value)}
          onBlur={() => finish(words)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            finish(event.key === 'Enter' ? words : null);
          }}
        />
      </label>
      <span id={hintId} className="small dim">
        {hint}
      </span>
    </div>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCase } from '../../core/case.ts';
import { takeDecision, useOwnDecisions } from '../../core/decisions.ts';

/** Sets up a hypothesis: an entry of the journal, in one's own words. */
export const SupposeForm = ({
  known,
  isFirst,
}: {
  readonly known: readonly string[];
  readonly isFirst: boolean;
}): ReactNode => {
  const client = useQueryClient();
  const own = useOwnDecisions();
  const { isReadOnly } = useCase();
  const [words, setWords] = useState('');
  const waiting = own.filter(
    ({ request, state, entry }) =>
      request.kind === 'suppose' &&
      (state === 'sending' || state === 'kept') &&
      (entry === null || !known.includes(entry.id)),
  );
  const suppose = (event: FormEvent): void => {
    event.preventDefault();
    const text = words.trim();
    if (text === '') return;
    takeDecision(client, 'hypotheses', text, { kind: 'suppose', about: [], value: text, why: null });
    setWords('');
  };
  if (isReadOnly) return <p className="small dim">This file is read-only: no hypothesis can be set up here.</p>;
  return (
    <form className="suppose no-print" onSubmit={suppose}>
      <label>
        <span className={isFirst ? '' : 'hidden'}>{isFirst ? 'What may be so?' : 'Another hypothesis'}</span>
        <input
          className="field"
          value={words}
          placeholder={isFirst ? 'One explanation, in a sentence' : 'Another explanation, in a sentence'}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={words.trim() === ''}>
        Suppose it
      </button>
      {waiting.map(({ key, text, state }) => (
        <p key={key} className="small dim" role="status">
          “{text}”: {state === 'sending' ? 'being kept' : 'kept; the case is being put together'} …
        </p>
      ))}
    </form>
  );
};

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Line } from '../../../src/model/index.ts';
import { StandingMark } from '../../components/standing-mark.tsx';
import { get } from '../../core/api.ts';

/** Finds a finding by its words, to be held against the hypotheses: type, arrows, Enter. */
export const AddRow = ({
  has,
  add,
}: {
  readonly has: readonly string[];
  readonly add: (id: string) => void;
}): ReactNode => {
  const list = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const { data } = useQuery({
    queryKey: ['pick-finding', words],
    queryFn: ({ signal }) =>
      get<{ readonly items: readonly Line[] }>(
        '/lines/findings',
        { q: words, limit: 24, sort: 'weight', order: 'down' },
        signal,
      ),
    placeholderData: keepPreviousData,
    enabled: words.trim() !== '',
  });
  const found = words.trim() === '' ? [] : (data?.items ?? []).filter(({ id }) => !has.includes(id)).slice(0, 8);
  const current = found[Math.min(at, found.length - 1)];
  const pick = (line: Line): void => {
    add(line.id);
    setWords('');
    setAt(0);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === 'Enter' && current !== undefined) pick(current);
    else if (event.key === 'Escape' && words !== '') setWords('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="add-row no-print">
      <label>
        <span className="hidden">Add a finding to hold against them</span>
        <input
          className="field"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={current === undefined ? undefined : `${list} ${current.id}`}
          autoComplete="off"
          placeholder="Add a finding to hold against them: words in it"
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </label>
      <div id={list} role="listbox" aria-label="Findings" className={`found ${found.length === 0 ? 'none' : ''}`}>
        {found.map((line, index) => (
          // The field keeps the focus: arrows move through the list from there.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={line.id}
            id={`${list} ${line.id}`}
            role="option"
            aria-selected={line.id === current?.id}
            onPointerMove={() => setAt(index)}
            onClick={() => pick(line)}
          >
            <StandingMark standing={line.standing} /> {line.text}{' '}
            <span className="small dim">weight {line.weight ?? 0}</span>
          </div>
        ))}
      </div>
      {words.trim() !== '' && data !== undefined && found.length === 0 ? (
        <p className="small dim">No other finding has these words.</p>
      ) : null}
    </div>
  );
};

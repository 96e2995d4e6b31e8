import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { ItemAnswer } from '../../src/serve/index.ts';
import { get } from '../core/api.ts';
import { Failed, Loading } from './states.tsx';

/** What can be put right in a claim, with what stands there now. */
const partsOf = ({ claims, names }: ItemAnswer): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>([['date', claims.find(({ date }) => date !== null)?.date ?? '']]);
  for (const { roles } of claims)
    for (const [role, fillers] of Object.entries(roles))
      if (!parts.has(role))
        parts.set(
          role,
          fillers.map(({ entity, text }) => (entity === null ? text : (names[entity]?.text ?? text))).join('; '),
        );
  return parts;
};

/** Says what should stand in a claim instead of what was read: its date, or who fills a role. Enter goes on, Escape leaves. */
export const CorrectField = ({
  list,
  id,
  correct,
  leave,
}: {
  readonly list: string;
  readonly id: string;
  /** With the part and what should stand there: `date=2031-05-14`. */
  readonly correct: (value: string) => void;
  readonly leave: () => void;
}): ReactNode => {
  const { data, error } = useQuery({
    queryKey: ['item', list, id],
    queryFn: ({ signal }) => get<ItemAnswer>(`/${list}/${id}`, {}, signal),
  });
  if (data === undefined) return error === null ? <Loading /> : <Failed error={error} />;
  return <Fields parts={partsOf(data)} correct={correct} leave={leave} />;
};

const Fields = ({
  parts,
  correct,
  leave,
}: {
  readonly parts: ReadonlyMap<string, string>;
  readonly correct: (value: string) => void;
  readonly leave: () => void;
}): ReactNode => {
  const hint = useId();
  const [part, setPart] = useState('date');
  const [words, setWords] = useState(parts.get('date') ?? '');
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      const should = words.trim() === '' ? 'none' : words.trim();
      if (should === (parts.get(part) || 'none')) leave();
      else correct(`${part}=${should}`);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="words correct">
      <label>
        <span>What should stand</span>
        <select
          className="field"
          value={part}
          onKeyDown={onKey}
          onChange={({ target }) => {
            setPart(target.value);
            setWords(parts.get(target.value) ?? '');
          }}
        >
          {[...parts.keys()].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="hidden">{part} should be</span>
        <input
          className="field"
          value={words}
          autoComplete="off"
          aria-describedby={hint}
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody pressed a key to type into it
          autoFocus
          onChange={({ target }) => setWords(target.value)}
          onKeyDown={onKey}
        />
      </label>
      <span id={hint} className="small dim">
        {part === 'date' ? 'A day as 2031-05-14, a month as 2031-05, or none. ' : 'Names with ; between, or none. '}
        Enter goes on, Escape leaves. What was read stays as it is.
      </span>
    </div>
  );
};

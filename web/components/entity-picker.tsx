import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Line } from '../../src/model/index.ts';
import { get } from '../core/api.ts';

interface Found {
  readonly items: readonly Line[];
}

/** Finds another person, body or thing by name: type, arrows, Enter; Escape leaves. */
export const EntityPicker = ({
  label,
  not,
  start = '',
  pick,
  leave,
}: {
  readonly label: string;
  /** The one that is looked from, which is left out. */
  readonly not: string;
  readonly start?: string;
  readonly pick: (entity: Line) => void;
  readonly leave: () => void;
}): ReactNode => {
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(start);
  const [at, setAt] = useState(0);
  useEffect(() => field.current?.select(), []);
  const { data } = useQuery({
    queryKey: ['pick-entity', words],
    queryFn: ({ signal }) =>
      get<Found>('/lines/entities', { q: words, limit: 9, sort: 'documents', order: 'down' }, signal),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).filter(({ id }) => id !== not).slice(0, 8);
  const current = found[Math.min(at, found.length - 1)];
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === 'Enter' && current !== undefined) pick(current);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="picker">
      <label>
        {label}{' '}
        <input
          ref={field}
          className="field"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={current === undefined ? undefined : `${list} ${current.id}`}
          autoComplete="off"
          value={words}
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody pressed a key to type into it
          autoFocus
          onChange={({ target }) => {
            setWords(target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </label>
      <div id={list} role="listbox" aria-label={label} className="found">
        {found.map((entity, index) => (
          // The field keeps the focus: arrows move through the list from there.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={entity.id}
            id={`${list} ${entity.id}`}
            role="option"
            aria-selected={entity.id === current?.id}
            onPointerMove={() => setAt(index)}
            onClick={() => pick(entity)}
          >
            {entity.text}
            <span className="small dim">
              {' '}
              {[entity.kind, entity.aside].filter(Boolean).join(', ')} · {entity.documents.length}{' '}
              {entity.documents.length === 1 ? 'document' : 'documents'}
            </span>
          </div>
        ))}
        {found.length === 0 && data !== undefined ? (
          <p className="small dim">Nobody and nothing of that name.</p>
        ) : null}
      </div>
    </div>
  );
};

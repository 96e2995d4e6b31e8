import { type ReactNode, type RefObject, useId, useMemo, useState } from 'react';
import type { NetworkAnswer } from '../../../src/serve/index.ts';
import { ONE_OF } from './draw-network.ts';

const MOST = 8;

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds a node by a part of its name. */
export const NodeSearch = ({
  data,
  field,
  label,
  pick,
}: {
  readonly data: NetworkAnswer;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly pick: (place: number) => void;
}): ReactNode => {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const names = useMemo(() => data.nodes.map(({ name }) => fold(name)), [data]);
  const wanted = fold(text.trim());
  const found = useMemo(() => {
    if (wanted === '') return [];
    const hits: number[] = [];
    for (const [place, name] of names.entries()) if (name.includes(wanted)) hits.push(place);
    return hits
      .sort((a, b) => Number(names[b]?.startsWith(wanted)) - Number(names[a]?.startsWith(wanted)) || a - b)
      .slice(0, MOST);
  }, [names, wanted]);
  const take = (place: number | undefined): void => {
    if (place === undefined) return;
    setText('');
    setAt(0);
    pick(place);
  };
  return (
    <div className="node-search">
      <input
        ref={field}
        type="text"
        role="combobox"
        className="field"
        placeholder={label}
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else if (event.key === 'Enter') take(found[at]);
          else if (event.key === 'Escape') {
            setText('');
            event.currentTarget.blur();
          } else return;
          event.preventDefault();
        }}
      />
      <div id={list} role="listbox" aria-label="Found" className={found.length > 0 ? 'found' : 'found none'}>
        {found.map((place, index) => {
          const node = data.nodes[place];
          if (node === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are those of the field
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as a combobox does
            <div
              key={node.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(place)}
            >
              {node.name} <span className="dim small">{node.post ?? ONE_OF[node.type] ?? node.type}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

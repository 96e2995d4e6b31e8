import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { LedgerAnswer } from '../../../src/serve/index.ts';
import { STANDING_WORDS, type Standing } from '../../components/standing-mark.tsx';
import { type Query, queryString } from '../../core/api.ts';
import { useFilter, valuesOf } from '../../core/filter.ts';
import { Menu } from './menu.tsx';
import type { ShownColumn } from './table-columns.ts';
import type { TableChange, TableState } from './table-state.ts';

const GROUPINGS: readonly (readonly [string, string])[] = [
  ['kind', 'kind'],
  ['state', 'how far it came'],
  ['standing', 'standing'],
  ['month', 'month'],
  ['year', 'year'],
  ['party', 'who has a part'],
  ['place', 'place'],
  ['origin', 'origin'],
];

/** Words typed into the filter are asked for after this pause. */
const PAUSE_MS = 140;

export interface TableToolsProps {
  readonly head: LedgerAnswer;
  readonly state: TableState;
  readonly set: (change: TableChange) => void;
  readonly columns: readonly ShownColumn[];
  readonly shown: readonly ShownColumn[];
  readonly selected: number;
  readonly copy: () => void;
  readonly print: () => void;
  readonly query: Query;
}

/** What a table is narrowed, grouped and taken away with. */
export const TableTools = (props: TableToolsProps): ReactNode => {
  const { head, state, set, columns, shown, selected, copy, print, query } = props;
  const keys = shown.map(({ key }) => key);
  const { name } = head;
  return (
    <div className="table-tools no-print">
      <WordsField value={state.words ?? ''} set={(words) => set({ f: words === '' ? undefined : words })} />
      <Facet head={head} of="kind" title="Kind" />
      <Facet head={head} of="state" title="State" />
      <Facet head={head} of="standing" title="Standing" />
      <label className="pick">
        <span>Group by</span>
        <select
          className="field"
          value={state.group ?? ''}
          onChange={({ target }) => set({ group: target.value === '' ? undefined : target.value })}
        >
          <option value="">nothing</option>
          {GROUPINGS.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Menu label="Columns" isOn={state.columns !== undefined}>
        <fieldset>
          <legend className="hidden">Columns that are shown</legend>
          {columns.map((column) => (
            <label key={column.key}>
              <input
                type="checkbox"
                checked={keys.includes(column.key)}
                disabled={keys.length === 1 && keys.includes(column.key)}
                onChange={({ target }) => {
                  const next = columns.filter(({ key }) => (key === column.key ? target.checked : keys.includes(key)));
                  const isUsual = columns.every((one) => one.isDefault === next.includes(one));
                  set({ cols: isUsual ? undefined : next.map(({ key }) => key).join(',') });
                }}
              />
              {column.title}
            </label>
          ))}
        </fieldset>
        {state.columns === undefined ? null : (
          <button type="button" className="quiet" onClick={() => set({ cols: undefined })}>
            as usual
          </button>
        )}
      </Menu>
      <span className="take">
        <button type="button" className="button" onClick={copy} title="As a table for a spreadsheet: y">
          {selected === 0 ? 'Copy' : `Copy ${selected}`}
        </button>
        <a
          className="button"
          href={`/api/v1/ledgers/${name}.csv${queryString({ ...query, group: undefined })}`}
          download
        >
          CSV
        </a>
        <button type="button" className="button" onClick={print}>
          Print
        </button>
      </span>
    </div>
  );
};

const WordsField = ({ value, set }: { readonly value: string; readonly set: (words: string) => void }): ReactNode => {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    // Somebody went back, or took the words off elsewhere.
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause
  useEffect(() => {
    if (typed === sent.current) return;
    const pause = setTimeout(() => {
      sent.current = typed;
      set(typed);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <input
      type="search"
      className="field words"
      placeholder="Rows with these words"
      aria-label="Rows with these words"
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
};

const Facet = ({
  head,
  of,
  title,
}: {
  readonly head: LedgerAnswer;
  readonly of: 'kind' | 'state' | 'standing';
  readonly title: string;
}): ReactNode => {
  const { filter, toggle } = useFilter();
  const values = head.facets[of];
  const on = valuesOf(filter[of]);
  if (values.length < 2 && on.length === 0) return null;
  const wordOf = (value: string): string =>
    value === 'none' ? 'not told' : of === 'standing' ? (STANDING_WORDS[value as Standing] ?? value) : value;
  return (
    <Menu label={title} isOn={on.length > 0}>
      <fieldset>
        <legend className="hidden">{title}</legend>
        {values.map(({ value, count }) => (
          <label key={value}>
            <input type="checkbox" checked={on.includes(value)} onChange={() => toggle(of, value)} />
            <span className="word">{wordOf(value)}</span>
            <span className="count">{count.toLocaleString('en-GB')}</span>
          </label>
        ))}
      </fieldset>
    </Menu>
  );
};

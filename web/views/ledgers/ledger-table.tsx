import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LedgerAnswer } from '../../../src/serve/index.ts';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { isFiltered, useFilter } from '../../core/filter.ts';
import { useKeys } from '../../core/keys.ts';
import { asTable, copyText } from './copy-rows.ts';
import { LedgerRow } from './ledger-row.tsx';
import { columnsOf, type ShownColumn } from './table-columns.ts';
import { TableHead } from './table-head.tsx';
import { useTableState } from './table-state.ts';
import { TableTools } from './table-tools.tsx';
import { useRows } from './use-rows.ts';
import { WhyEmpty } from './why-empty.tsx';

/** A place of the table: the heading of a group, or a row. */
type Place = { readonly kind: 'group'; readonly at: number } | { readonly kind: 'row'; readonly at: number };

/** Where each heading and row stands, in the order of the page. */
const placesOf = (head: LedgerAnswer | undefined): readonly Place[] => {
  if (head === undefined) return [];
  if (head.groups.length === 0) return Array.from({ length: head.places }, (_, at) => ({ kind: 'row', at }));
  const places: Place[] = [];
  let at = 0;
  head.groups.forEach(({ count }, index) => {
    places.push({ kind: 'group', at: index });
    for (let left = count; left > 0; left--) places.push({ kind: 'row', at: at++ });
  });
  return places;
};

const ROW = 64;
const GROUP = 44;

/** A ledger as a table: filtered, sorted, grouped and taken away; thousands of rows scroll as lightly as ten. */
export const LedgerTable = ({ ledger }: { readonly ledger: string }): ReactNode => {
  const [state, set] = useTableState();
  const { filter } = useFilter();
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const { head, error, again, at, all, query } = useRows(ledger, state, seen);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState('');
  const [isWhole, setWhole] = useState(false);
  const wantsFocus = useRef(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const places = useMemo(() => placesOf(head), [head]);
  const columns = useMemo(() => (head === undefined ? [] : columnsOf(head)), [head]);
  const shown = useMemo((): readonly ShownColumn[] => {
    const asked = columns.filter(({ key, isDefault }) => state.columns?.includes(key) ?? isDefault);
    return asked.length > 0 ? asked : columns.filter(({ isDefault }) => isDefault);
  }, [columns, state.columns]);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top;
    if (top !== undefined) setOffset(Math.round(top + window.scrollY));
  });
  const rows = useWindowVirtualizer({
    count: places.length,
    estimateSize: (index) => (places[index]?.kind === 'group' ? GROUP : ROW),
    overscan: 12,
    scrollMargin: offset,
    getItemKey: (index) => `${places[index]?.kind} ${places[index]?.at}`,
  });
  const virtual = rows.getVirtualItems();
  const [first, last] = [virtual[0]?.index ?? 0, virtual.at(-1)?.index ?? 0];
  const rowAt = (index: number): number => {
    for (let i = index; i < places.length; i++) {
      const place = places[i];
      if (place?.kind === 'row') return place.at;
    }
    return 0;
  };
  const [from, to] = isWhole ? [0, Math.max(0, (head?.places ?? 1) - 1)] : [rowAt(first), rowAt(last)];
  useEffect(() => setSeen({ first: from, last: to }), [from, to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another set of rows begins at its first
  useEffect(() => setActive(0), [query, ledger]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ledger has other rows
  useEffect(() => setSelected(new Set()), [ledger]);

  const indexOfRow = (row: number): number => places.findIndex((place) => place.kind === 'row' && place.at === row);
  const go = (step: number): void => {
    const next = Math.max(0, Math.min((head?.places ?? 1) - 1, active + step));
    wantsFocus.current = true;
    setActive(next);
    rows.scrollToIndex(indexOfRow(next), { align: 'auto' });
  };
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = body.current?.querySelector<HTMLElement>(`tr[data-row="${active}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });
  const open = (id: string | undefined): void => set({ row: id });
  const toggle = (id: string): void =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const copy = async (): Promise<void> => {
    if (head === undefined) return;
    const every = await all();
    const taken = selected.size === 0 ? every : every.filter(({ id }) => selected.has(id));
    await copyText(asTable(shown, taken));
    setSaid(`${taken.length.toLocaleString('en-GB')} ${taken.length === 1 ? 'row' : 'rows'} copied`);
  };
  useEffect(() => {
    if (said === '') return;
    const pause = setTimeout(() => setSaid(''), 4000);
    return () => clearTimeout(pause);
  }, [said]);
  // What is printed is the whole table as far as it has come; the button fetches all of it first.
  useEffect(() => {
    const before = (): void => flushSync(() => setWhole(true));
    const after = (): void => setWhole(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const isComplete =
    head !== undefined && places.every((place) => place.kind === 'group' || at(place.at) !== undefined);
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting || !isComplete) return;
    setPrinting(false);
    window.print();
    setWhole(false);
  }, [isPrinting, isComplete]);
  const print = (): void => {
    setWhole(true);
    setPrinting(true);
  };
  useKeys([
    { keys: 'j', does: 'next row', act: () => go(1) },
    { keys: 'k', does: 'row before', act: () => go(-1) },
    { keys: 'y', does: 'copy rows', act: () => void copy() },
  ]);

  if (error !== null && head === undefined) return <Failed error={error} again={again} />;
  if (head === undefined) return <Loading />;
  if (head.all === 0) return <WhyEmpty ledger={ledger} list={head.list} title={head.title} />;
  const shownPlaces = isWhole ? places.map((_, index) => ({ index, start: 0, end: 0 })) : virtual;
  const above = isWhole ? 0 : Math.max(0, (virtual[0]?.start ?? offset) - offset);
  const below = isWhole ? 0 : Math.max(0, rows.getTotalSize() - ((virtual.at(-1)?.end ?? offset) - offset));
  const span = shown.length + 1;
  return (
    <section className="ledger" aria-label={head.title}>
      <TableTools
        {...{ head, state, set, columns, shown, query, print }}
        selected={selected.size}
        copy={() => void copy()}
      />
      <p className="small dim counts">
        {head.total === head.all
          ? `${head.all.toLocaleString('en-GB')} ${head.all === 1 ? 'row' : 'rows'}`
          : `${head.total.toLocaleString('en-GB')} of ${head.all.toLocaleString('en-GB')} rows`}
        {head.places > head.total ? '; a row stands in each of its groups' : ''}
        {selected.size > 0 ? ` · ${selected.size} selected` : ''}
        {selected.size > 0 ? (
          <button type="button" className="quiet" onClick={() => setSelected(new Set())}>
            none
          </button>
        ) : null}{' '}
        <span role="status">{said}</span>
      </p>
      {head.total === 0 ? (
        <Empty title="No row of this ledger passes the filter.">
          <p>
            {state.words === undefined
              ? 'Take a part of the filter off'
              : `No row has the words “${state.words}”. Take them off`}
            {isFiltered(filter) ? ', or all of it, above the table.' : '.'}
          </p>
        </Empty>
      ) : (
        <table className={`rows ${ledger}`} aria-rowcount={places.length + 1}>
          <caption className="hidden">{head.title}</caption>
          <TableHead shown={shown} state={state} set={set} />
          <tbody ref={body}>
            {above > 0 ? <Gap height={above} span={span} /> : null}
            {shownPlaces.map(({ index }) => {
              const place = places[index];
              if (place === undefined) return null;
              if (place.kind === 'group') {
                const group = head.groups[place.at];
                return (
                  <tr
                    key={`group ${group?.key}`}
                    className="group"
                    data-index={index}
                    ref={isWhole ? null : rows.measureElement}
                  >
                    <th colSpan={span} scope="colgroup" dir="auto">
                      {group?.title} <span className="count">{group?.count.toLocaleString('en-GB')}</span>
                    </th>
                  </tr>
                );
              }
              const row = at(place.at);
              return (
                <LedgerRow
                  key={`${place.at} ${row?.id ?? ''}`}
                  {...{ row, shown, index, head, toggle, open }}
                  place={place.at}
                  isActive={place.at === active}
                  isOpen={row !== undefined && row.id === state.row}
                  isSelected={row !== undefined && selected.has(row.id)}
                  measure={isWhole ? null : rows.measureElement}
                  go={go}
                  activate={() => setActive(place.at)}
                />
              );
            })}
            {below > 0 ? <Gap height={below} span={span} /> : null}
          </tbody>
        </table>
      )}
    </section>
  );
};

/** Room for the rows that are not drawn. */
const Gap = ({ height, span }: { readonly height: number; readonly span: number }): ReactNode => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is focusable only with a tab index, which this one has not
  <tr aria-hidden="true" className="gap" style={{ height }}>
    <td colSpan={span} />
  </tr>
);

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Line } from '../../src/model/index.ts';
import type { GroupedLines as Answer } from '../../src/serve/index.ts';
import { get, type Query } from '../core/api.ts';
import { useKeys } from '../core/keys.ts';
import { Failed, Loading } from './states.tsx';
import './grouped-lines.css';

const PAGE = 100;

/** What stands at a place of the list: the head of a group, or a row by its number. */
type Slot =
  | { readonly kind: 'head'; readonly value: string; readonly lines: number }
  | { readonly kind: 'row'; readonly row: number };

/** Finds what stands at a place without laying all rows out: a case may have twenty thousand. */
const slotAt = (groups: Answer['groups'], at: number): Slot => {
  if (groups.length === 0) return { kind: 'row', row: at };
  let [place, row] = [0, 0];
  for (const group of groups) {
    if (at === place) return { kind: 'head', ...group };
    if (at <= place + group.lines) return { kind: 'row', row: row + at - place - 1 };
    place += group.lines + 1;
    row += group.lines;
  }
  return { kind: 'row', row };
};

const placeOfRow = (groups: Answer['groups'], wanted: number): number => {
  let [heads, row] = [0, 0];
  for (const group of groups) {
    heads++;
    row += group.lines;
    if (wanted < row) break;
  }
  return wanted + heads;
};

/**
 * A long list of light rows, of which only those in sight are laid out and asked for; gone through with j and k, opened with Enter.
 *
 * @param query What the list is narrowed to, sorted and grouped by.
 * @param row Shows a row; what leads on in it is its first link.
 */
export const GroupedLines = ({
  list,
  query,
  label,
  rowHeight,
  head,
  row,
  empty,
  told,
}: {
  readonly list: 'findings' | 'entities';
  readonly query: Query;
  readonly label: string;
  /** About how high a row is, in pixels; each is measured once it is laid out. */
  readonly rowHeight: number;
  readonly head: (value: string, lines: number) => ReactNode;
  readonly row: (line: Line) => ReactNode;
  readonly empty: ReactNode;
  /** Told how many there are. */
  readonly told?: (total: number, of: number) => void;
}): ReactNode => {
  const page = (offset: number) => ({
    queryKey: ['grouped', list, query, offset],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      get<Answer>(`/grouped/${list}`, { ...query, offset, limit: PAGE }, signal),
  });
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const { data, error } = first;
  const groups = data?.groups ?? [];
  const total = data?.total ?? 0;
  const place = useRef<HTMLOListElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(place.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: total + groups.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: margin,
  });
  const shown = virtual.getVirtualItems().map((item) => ({ item, slot: slotAt(groups, item.index) }));
  const wanted = [
    ...new Set(shown.flatMap(({ slot }) => (slot.kind === 'row' ? [Math.floor(slot.row / PAGE) * PAGE] : []))),
  ].filter((offset) => offset > 0);
  const pages = useQueries({ queries: wanted.map(page) });
  const lineAt = (at: number): Line | undefined => {
    const offset = Math.floor(at / PAGE) * PAGE;
    const from = offset === 0 ? data : pages[wanted.indexOf(offset)]?.data;
    return from?.items[at - offset];
  };
  useEffect(() => {
    if (data !== undefined) told?.(data.total, data.of);
  }, [data, told]);

  const [at, setAt] = useState(-1);
  const go = (by: number): void => {
    const next = Math.max(0, Math.min(total - 1, at + by));
    setAt(next);
    virtual.scrollToIndex(placeOfRow(groups, next), { align: 'auto' });
    const focus = (): boolean => {
      const link = place.current?.querySelector<HTMLElement>(`[data-row="${next}"] a`);
      link?.focus({ preventScroll: true });
      return link != null;
    };
    // A row that is out of sight has to be laid out first.
    if (!focus()) requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  useKeys([
    { keys: 'j', does: 'next row', act: () => go(1) },
    { keys: 'k', does: 'row before', act: () => go(-1) },
  ]);
  if (error !== null) return <Failed error={error} again={() => void first.refetch()} />;
  if (data === undefined) return <Loading />;
  if (total === 0) return empty;
  return (
    <ol
      ref={place}
      className="grouped"
      aria-label={label}
      style={{ '--tall': `${virtual.getTotalSize()}px` } as CSSProperties}
      aria-busy={first.isPlaceholderData}
    >
      {shown.map(({ item, slot }) => {
        const line = slot.kind === 'row' ? lineAt(slot.row) : undefined;
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            {...(slot.kind === 'row'
              ? { 'data-row': slot.row, 'aria-setsize': total, 'aria-posinset': slot.row + 1 }
              : {})}
            className={slot.kind === 'head' ? 'group-head' : slot.row === at ? 'on' : ''}
            style={{ '--down': `${item.start - virtual.options.scrollMargin}px` } as CSSProperties}
          >
            {slot.kind === 'head' ? (
              head(slot.value, slot.lines)
            ) : line === undefined ? (
              <div className="waits" style={{ height: rowHeight }} />
            ) : (
              row(line)
            )}
          </li>
        );
      })}
    </ol>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Standing, StandingMark } from '../../components/standing-mark.tsx';
import { useCase } from '../../core/case.ts';
import { useOwnDecisions } from '../../core/decisions.ts';
import { placeOf } from '../../core/places.ts';
import { counted } from '../../core/signed.ts';
import { cellNow, hold, letGo, type MatrixRow, type Supposed, VALUES, type Value } from './held.ts';

interface At {
  readonly row: number;
  readonly column: number;
}

const keyOf = ({ row, side }: MatrixRow): string => `${row} ${side}`;

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * The matrix: what was weighed down, hypotheses across. Arrows go through the cells, a key sets one (c C n a i I), Delete takes it
 * back; Enter opens the values to pick from. Each is an entry of the journal.
 */
export const Matrix = ({
  rows,
  hypotheses,
}: {
  readonly rows: readonly MatrixRow[];
  readonly hypotheses: readonly Supposed[];
}): ReactNode => {
  const client = useQueryClient();
  const own = useOwnDecisions();
  const { isReadOnly } = useCase();
  // By the row itself: what is held against it may move it, and the place goes along.
  const [{ row: atRow, column: atColumn }, setPlace] = useState<{ readonly row: string; readonly column: number }>({
    row: '',
    column: 0,
  });
  const at: At = {
    row: Math.max(
      0,
      rows.findIndex((row) => keyOf(row) === atRow),
    ),
    column: atColumn,
  };
  const setAt = ({ row, column }: At): void => {
    const there = rows[row];
    if (there !== undefined) setPlace({ row: keyOf(there), column });
  };
  const isInside = useRef(false);
  const [isOpen, setOpen] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const focus = ({ row, column }: At): void =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  // A row that is moved loses the focus that was in it.
  useLayoutEffect(() => {
    if (isInside.current && document.activeElement === document.body) focus(at);
  });
  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Node && !table.current?.contains(event.target)) isInside.current = false;
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, []);
  const set = (row: MatrixRow, hypothesis: Supposed, value: Value | null): void => {
    setOpen(false);
    focus(at);
    if (isReadOnly) return;
    if (value === null) void letGo(client, row, hypothesis).catch(() => undefined);
    else hold(client, row, hypothesis, value);
  };
  const onKey = (event: KeyboardEvent, row: MatrixRow, hypothesis: Supposed): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = {
        row: Math.max(0, Math.min(rows.length - 1, at.row + step[0])),
        column: Math.max(0, Math.min(hypotheses.length - 1, at.column + step[1])),
      };
      setOpen(false);
      setAt(next);
      focus(next);
    } else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Delete' || event.key === 'Backspace') set(row, hypothesis, null);
    else {
      const meant = VALUES.find(({ key }) => key === event.key);
      if (meant === undefined) return;
      set(row, hypothesis, meant.value);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="matrix-scroll">
      <table
        ref={table}
        className="matrix"
        aria-label="What was weighed, held against each hypothesis"
        onFocus={() => {
          isInside.current = true;
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) isInside.current = false;
        }}
      >
        <thead>
          <tr>
            <th scope="col">What was held against them</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col" className="number">
              <span title="How far apart the row stands to the hypotheses: 0 says nothing, ? is held against one only">
                Tells apart
              </span>
            </th>
            {hypotheses.map(({ id, label, text }) => (
              <th key={id} scope="col" className="cell" title={text}>
                {label}
                <span className="hidden">: {text}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row)} className={`${row.spread === 0 ? 'mute' : ''} ${row.isDraft ? 'draft' : ''}`}>
              <th scope="row">
                <RowHead row={row} />
              </th>
              <td className="number" data-label="weight">
                {row.weight}
                <span className="small dim voices">{counted(row.voices, 'voice')}</span>
              </td>
              <td className="number" data-label="tells apart">
                {row.spread ?? '?'}
              </td>
              {hypotheses.map((hypothesis, column) => (
                <td key={hypothesis.id} className="cell" data-label={hypothesis.label}>
                  <Cell
                    row={row}
                    hypothesis={hypothesis}
                    place={`${index} ${column}`}
                    isHere={at.row === index && at.column === column}
                    isOpen={isOpen && at.row === index && at.column === column}
                    now={cellNow(row, hypothesis, own)}
                    go={() => setAt({ row: index, column })}
                    toggle={() => setOpen(!isOpen || at.row !== index || at.column !== column)}
                    close={() => setOpen(false)}
                    set={(value) => set(row, hypothesis, value)}
                    onKey={(event) => onKey(event, row, hypothesis)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const RowHead = ({ row }: { readonly row: MatrixRow }): ReactNode => (
  <span className="row-head">
    <StandingMark standing={row.standing as Standing | null} />
    <span>
      {row.side === 'against' ? <span className="against">That it is denied: </span> : null}
      <Link {...placeOf(row.list, row.row)}>{row.text}</Link>
      {row.isLinchpin ? <span className="tag linchpin">without it another would come first</span> : null}
      {row.spread === 0 ? <span className="small dim"> stands alike to all, so it says nothing</span> : null}
      {row.isDraft ? <span className="small dim"> not held against any yet</span> : null}
    </span>
  </span>
);

const Cell = ({
  row,
  hypothesis,
  place,
  isHere,
  isOpen,
  now,
  go,
  toggle,
  close,
  set,
  onKey,
}: {
  readonly row: MatrixRow;
  readonly hypothesis: Supposed;
  readonly place: string;
  readonly isHere: boolean;
  readonly isOpen: boolean;
  readonly now: ReturnType<typeof cellNow>;
  readonly go: () => void;
  readonly toggle: () => void;
  readonly close: () => void;
  readonly set: (value: Value | null) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}): ReactNode => {
  const says = VALUES.find(({ value }) => value === now.value)?.says ?? 'not held yet';
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) menu.current?.querySelector<HTMLElement>('button')?.focus();
  }, [isOpen]);
  return (
    <span className="cell-place">
      <button
        type="button"
        className={`value v${now.value ?? ''} ${now.isPending ? 'pending' : ''}`}
        data-cell={place}
        tabIndex={isHere ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={`${hypothesis.label}: ${says}${now.isPending ? ', being counted' : ''}. ${row.text}`}
        title={[says, ...now.reasons].join('\n')}
        onFocus={go}
        onClick={toggle}
        onKeyDown={onKey}
      >
        {now.value ?? '·'}
      </button>
      {isOpen ? (
        <div
          ref={menu}
          className="values"
          role="menu"
          aria-label={`${hypothesis.label}: how it stands`}
          tabIndex={-1}
          onKeyDown={(event) => {
            const items = [...(menu.current?.querySelectorAll<HTMLElement>('button') ?? [])];
            const here = items.indexOf(document.activeElement as HTMLElement);
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step !== undefined) {
              items[(here + step + items.length) % items.length]?.focus();
              event.preventDefault();
              event.stopPropagation();
            } else if (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'Tab') onKey(event);
          }}
          onBlur={({ relatedTarget, currentTarget }) => {
            if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
          }}
        >
          {VALUES.map(({ value, key, says: words }) => (
            <button
              key={value}
              type="button"
              role="menuitemradio"
              aria-checked={value === now.value}
              onClick={() => set(value)}
            >
              <kbd>{key}</kbd> <b>{value}</b> {words}
            </button>
          ))}
          {now.value === null ? null : (
            <button type="button" role="menuitem" onClick={() => set(null)}>
              <kbd>Del</kbd> take it back
            </button>
          )}
        </div>
      ) : null}
    </span>
  );
};

import type { KeyboardEvent, ReactNode } from 'react';
import type { LedgerAnswer, TableRowAnswer } from '../../../src/serve/index.ts';
import { OriginChips } from '../../components/origin-chip.tsx';
import { type Standing, StandingMark } from '../../components/standing-mark.tsx';
import { Cell, wordsOf } from './cell.tsx';
import { Span } from './span.tsx';
import type { ShownColumn } from './table-columns.ts';
import { Track } from './track.tsx';

export interface LedgerRowProps {
  readonly row: TableRowAnswer | undefined;
  readonly shown: readonly ShownColumn[];
  readonly head: LedgerAnswer;
  /** Among headings and rows, and among rows alone. */
  readonly index: number;
  readonly place: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly measure: ((element: Element | null) => void) | null;
  readonly toggle: (id: string) => void;
  readonly open: (id: string) => void;
  readonly go: (step: number) => void;
  readonly activate: () => void;
}

/** A press on a link, button or box in a row is for that alone. */
const isOwnAct = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, label') !== null;

export const LedgerRow = (props: LedgerRowProps): ReactNode => {
  const { row, shown, head, index, place, isActive, isOpen, isSelected, measure, toggle, open, go, activate } = props;
  if (row === undefined)
    return (
      <tr ref={measure} data-index={index} className="coming" aria-rowindex={index + 2}>
        <td colSpan={shown.length + 1}>
          <span className="hidden">on its way</span>
        </td>
      </tr>
    );
  const name = wordsOf(row.cells[0] ?? [], row.isDenied) || head.title;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      Enter: () => open(row.id),
      ' ': () => toggle(row.id),
      ArrowDown: () => go(1),
      ArrowUp: () => go(-1),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <tr
      ref={measure}
      data-index={index}
      data-row={place}
      className={`row ${isOpen ? 'opened' : ''} ${isSelected ? 'selected' : ''} ${row.isDenied ? 'only-denied' : ''}`}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      onKeyDown={onKeyDown}
      onFocus={activate}
      onClick={(event) => {
        if (isOwnAct(event.target) || (window.getSelection()?.toString() ?? '') !== '') return;
        activate();
        open(row.id);
      }}
    >
      <td className="pick">
        <input type="checkbox" checked={isSelected} aria-label={`Select ${name}`} onChange={() => toggle(row.id)} />
      </td>
      {shown.map((column, at) => {
        const { key, title, kind } = column;
        return at === 0 ? (
          <th key={key} scope="row" data-label={title} className={`of-${kind}`}>
            <Content column={column} row={row} head={head} />
          </th>
        ) : (
          <td key={key} data-label={title} className={`of-${kind}`}>
            <Content column={column} row={row} head={head} />
          </td>
        );
      })}
    </tr>
  );
};

const Content = ({
  column,
  row,
  head,
}: {
  readonly column: ShownColumn;
  readonly row: TableRowAnswer;
  readonly head: LedgerAnswer;
}): ReactNode => {
  switch (column.kind) {
    case 'cell':
      return <Cell parts={row.cells[column.cell ?? 0] ?? []} isDenied={row.isDenied} />;
    case 'steps':
      return <Track words={head.steps} steps={row.steps} />;
    case 'span':
      return <Span line={row.line} of={head.span} />;
    case 'standing':
      return <StandingMark standing={row.line.standing as Standing | null} isWorded />;
    case 'origins':
      return <OriginChips ids={row.line.origins} most={3} />;
    case 'weight':
      return row.line.weight === null ? (
        <span className="none">not weighed</span>
      ) : (
        <span className="number">
          {row.line.weight} <span className="dim small">· {row.line.voices} voices</span>
        </span>
      );
  }
};

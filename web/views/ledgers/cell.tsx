import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TableRowAnswer } from '../../../src/serve/index.ts';
import { placeOf, quotePlace } from '../../core/places.ts';
import { DateMark } from './date-mark.tsx';
import { hasStateMark, StateMark } from './state-mark.tsx';

type Part = TableRowAnswer['cells'][number][number];

/** Fields whose words are how far something has come. */
const STATES: ReadonlySet<string> = new Set(['status', 'stage', 'stance', 'overlap.verdict']);

const Pieces = ({ part }: { readonly part: Part }): ReactNode =>
  part.pieces.map((piece, index) => {
    const key = `${index} ${piece.text}`;
    if (piece.id !== undefined) {
      return piece.list === undefined ? (
        <bdi key={key}>{piece.text}</bdi>
      ) : (
        <Link key={key} {...placeOf(piece.list, piece.id)} dir="auto">
          {piece.text}
        </Link>
      );
    }
    if (piece.date !== undefined)
      return (
        <span key={key} className="date">
          <DateMark date={piece.date} /> {piece.text}
        </span>
      );
    return <span key={key}>{piece.text}</span>;
  });

const CellPart = ({ part, isFirst }: { readonly part: Part; readonly isFirst: boolean }): ReactNode => {
  const words = part.pieces.map(({ text }) => text).join('');
  const hasMark = part.field !== null && STATES.has(part.field) && hasStateMark(words);
  const [quote] = part.evidence;
  return (
    <div className={`part ${isFirst ? '' : 'aside'} ${hasMark ? 'has-state' : ''} ${part.form ?? ''}`} dir="auto">
      {hasMark ? <StateMark word={words} /> : null}
      {part.form === null ? null : (
        <svg className="form" viewBox="0 0 22 8" role="img" aria-label={part.form}>
          <path
            d="M1 4H21"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeDasharray={part.form === 'implied' ? '3.5 3' : undefined}
          />
        </svg>
      )}
      <Pieces part={part} />
      {quote === undefined ? null : (
        <Link
          {...quotePlace(quote)}
          className="to-quote no-print"
          title={`“${quote.quote}”`}
          aria-label={`Where it says so: ${quote.quote}`}
        >
          ”
        </Link>
      )}
    </div>
  );
};

/** What prints an item of a list: all of them speak in one voice. */
const isItem = (part: Part | undefined): boolean =>
  part !== undefined && (part.form !== null || part.evidence.length > 0);

/** A cell of a ledger: its first part in the cell's own voice, the others below it in a smaller one. What is only denied says so. */
export const Cell = ({
  parts,
  isDenied,
}: {
  readonly parts: readonly Part[];
  readonly isDenied: boolean;
}): ReactNode => {
  if (parts.length === 0) return <span className="none">not stated</span>;
  return (
    <>
      {isDenied ? <span className="tag against">denied</span> : null}
      {parts.map((part, index) => (
        // Parts of a cell never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <CellPart key={index} part={part} isFirst={index === 0 || (isItem(part) && isItem(parts[0]))} />
      ))}
    </>
  );
};

/** A cell's words, for copying. */
export const wordsOf = (parts: readonly Part[], isDenied: boolean): string => {
  const words = parts.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('; ');
  return isDenied && words !== '' ? `denied: ${words}` : words;
};

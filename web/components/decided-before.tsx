import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { JournalEntry } from '../../src/serve/index.ts';
import {
  BECAME,
  giveUp,
  sayDecided,
  sayMoment,
  tryAgain,
  undoEntry,
  useJournalOf,
  useOwnDecisions,
} from '../core/decisions.ts';

/** Entries that are shown at once; the rest on request. */
const SHOWN = 3;

/** What was decided of an item: who, when, why, and what became of it. What is not kept yet stands first. */
export const DecidedBefore = ({ about }: { readonly about: string }): ReactNode => {
  const client = useQueryClient();
  const { data } = useJournalOf(about);
  const [isAll, setAll] = useState(false);
  const entries = data?.items ?? [];
  const own = useOwnDecisions().filter(
    (one) => one.about === about && (one.state === 'sending' || one.state === 'failed'),
  );
  if (entries.length === 0 && own.length === 0) return null;
  const shown = isAll ? entries : entries.slice(0, SHOWN);
  return (
    <ul className="decided" aria-label="What was decided">
      {own.map((one) => (
        <li key={one.key} className="unkept">
          <b>{sayDecided(one.request)}</b>
          {one.state === 'sending' ? (
            <span className="dim"> · being kept</span>
          ) : (
            <span role="alert">
              {' '}
              · not kept: {one.error instanceof Error ? one.error.message : 'the desk did not answer'}{' '}
              <button type="button" className="quiet" onClick={() => tryAgain(client, one)}>
                Try again
              </button>
              <button type="button" className="quiet" onClick={() => giveUp(one)}>
                Give it up
              </button>
            </span>
          )}
        </li>
      ))}
      {shown.map((entry) => (
        <Decided key={entry.id} entry={entry} />
      ))}
      {entries.length > shown.length ? (
        <li>
          <button type="button" className="quiet" onClick={() => setAll(true)}>
            {entries.length - shown.length} earlier
          </button>
        </li>
      ) : null}
    </ul>
  );
};

/** An entry of the journal in one line. */
export const Decided = ({
  entry,
  children,
}: {
  readonly entry: JournalEntry;
  readonly children?: ReactNode;
}): ReactNode => {
  const client = useQueryClient();
  const [failed, setFailed] = useState<string | null>(null);
  const { id, kind, value, why, by, at, state, undo, reasons } = entry;
  const isUndone = undo !== null || state === 'undone';
  const takeBack = (): void =>
    void undoEntry(client, id).then(
      () => setFailed(null),
      (error: unknown) => setFailed(error instanceof Error ? error.message : 'it could not be taken back'),
    );
  return (
    <li className={isUndone ? 'undone' : ''}>
      <b>{sayDecided(entry)}</b>
      {kind === 'note' || kind === 'suppose' ? <q className="why">{value}</q> : null}
      {children}
      <span className="dim">
        {' '}
        by {by}, <time dateTime={at}>{sayMoment(at)}</time>
      </span>
      {why === null ? null : <q className="why">{why}</q>}
      <span className="dim" title={reasons.join('\n')}>
        {' '}
        ·{' '}
        {undo !== null && state !== 'pending'
          ? `taken back by ${undo.by}, ${sayMoment(undo.at)}`
          : undo !== null
            ? 'being taken back'
            : BECAME[state]}
      </span>
      {isUndone || kind === 'undo' ? null : (
        <button type="button" className="quiet" onClick={takeBack} aria-label={`Take back: ${sayDecided(entry)}`}>
          Undo
        </button>
      )}
      {failed === null ? null : <span role="alert"> · {failed}</span>}
    </li>
  );
};

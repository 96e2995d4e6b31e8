import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import type { Note, NoteRelation, ReadingAnswer } from '../../../src/serve/index.ts';
import { Chain } from '../../components/chain.tsx';
import { DecideBar } from '../../components/decide-bar.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { colourClass, originOf, useCase } from '../../core/case.ts';
import { placeOf } from '../../core/places.ts';

const documentsWord = (count: number): string => `${count} ${count === 1 ? 'document' : 'documents'}`;

/** How it stands to what others say, in a few words. */
const useRelationWords = (): ((relation: NoteRelation, isAgainst: boolean) => string) => {
  const head = useCase();
  return ({ kind, count, origins }, isAgainst) => {
    if (kind === 'restates') return `restated in ${count}`;
    if (kind === 'contradicts') return `contradicted in ${count}`;
    if (kind === 'denies') return `${isAgainst ? 'denies what stands in' : 'denied in'} ${documentsWord(count)}`;
    const names = origins.flatMap((id) => originOf(head, id)?.name ?? []);
    const shown = names.slice(0, 2).join(' and ');
    return `corroborated by ${names.length === 0 ? documentsWord(count) : names.length > 2 ? `${shown} and ${names.length - 2} more` : shown}`;
  };
};

/** Tags that say something: what is sure, took place and is not denied needs none but its kind. */
const tagsOf = (note: Note): readonly (readonly [string, boolean])[] => [
  [note.type, false],
  ...(note.certainty === 'underspecified' ? [] : ([[note.certainty, false]] as const)),
  ...(note.status === 'held' ? [] : ([[note.status, false]] as const)),
  ...(note.conditions.length > 0 ? ([['on condition', false]] as const) : []),
  ...(note.polarity === 'negative' ? ([['denied or no evidence', true]] as const) : []),
  ...(note.relations.some(({ kind }) => kind === 'contradicts') || note.contradictions.length > 0
    ? ([['contradicted', true]] as const)
    : []),
  ...(note.judged === null
    ? []
    : ([
        [{ positive: 'confirmed', negative: 'rejected', unsure: 'left open' }[note.judged], note.judged === 'negative'],
      ] as const)),
];

const Others = ({ note, reading }: { readonly note: Note; readonly reading: ReadingAnswer }): ReactNode => {
  const words = useRelationWords();
  const isAgainst = note.polarity === 'negative';
  if (note.relations.length === 0) return null;
  return (
    <details className="others">
      <summary>{note.relations.map((relation) => words(relation, isAgainst)).join(', ')}</summary>
      <ul>
        {note.relations.flatMap(({ kind, documents, count }) => [
          ...documents.map((id) => (
            <li key={`${kind} ${id}`}>
              <Link to={`/documents/${id}`}>{reading.documents[id]?.outlet ?? reading.documents[id]?.title ?? id}</Link>{' '}
              <span className="dim">{reading.documents[id]?.when}</span> ·{' '}
              <Link
                to="/compare"
                search={
                  { a: reading.document.id, b: id, ...(note.event === null ? {} : { event: note.event.id }) } as never
                }
              >
                side by side
              </Link>
            </li>
          )),
          ...(count > documents.length ? [<li key={kind}>and {count - documents.length} more</li>] : []),
        ])}
      </ul>
    </details>
  );
};

export interface MarginNoteProps {
  readonly note: Note;
  readonly number: number;
  readonly reading: ReadingAnswer;
  readonly isActive: boolean;
  readonly isLit: boolean;
  /** The note before it is on the same words and came the same way: the chain need not be told again. */
  readonly isSameWay: boolean;
  /** Given nothing, looks away again. */
  readonly look: (id: string | null) => void;
  readonly light: (id: string | null) => void;
}

/** A claim in the margin: whose word it is, what it says, how it stands. */
export const MarginNote = memo(function MarginNote({
  note,
  number,
  reading,
  isActive,
  isLit,
  isSameWay,
  look,
  light,
}: MarginNoteProps): ReactNode {
  const head = useCase();
  const [only] = note.origins;
  const classes = [
    'note',
    colourClass(head, only),
    note.polarity === 'negative' ? 'against' : '',
    isActive ? 'active' : '',
    isLit ? 'lit' : '',
  ];
  return (
    <article
      className={classes.filter(Boolean).join(' ')}
      data-note={note.id}
      aria-label={`Claim ${number}`}
      onPointerEnter={() => light(note.id)}
      onPointerLeave={() => light(null)}
    >
      {isSameWay ? null : <Chain links={note.chain} />}
      <button
        type="button"
        className="says"
        aria-expanded={isActive}
        onClick={() => look(isActive ? null : note.id)}
        onFocus={() => light(note.id)}
        onBlur={() => light(null)}
      >
        <span className="number">{number}</span> {note.text}
      </button>
      <div className="acts">
        {tagsOf(note).map(([tag, isAgainst]) => (
          <span key={tag} className={`tag ${isAgainst ? 'against' : ''}`}>
            {tag}
          </span>
        ))}
        {note.finding === null ? null : (
          <Link
            {...(placeOf('findings', note.finding.id) as object)}
            className="stands"
            to={`/findings/${note.finding.id}`}
          >
            <StandingMark standing={note.finding.standing} isWorded />
          </Link>
        )}
      </div>
      <Others note={note} reading={reading} />
      {isActive ? (
        <div className="more">
          <p className="small">
            <Link to={`/claims/${note.id}`}>The claim</Link>
            {note.event === null ? null : (
              <>
                {' '}
                · <Link {...(placeOf(note.event.list, note.event.id) as { to: string })}>its row in the ledger</Link>
              </>
            )}
            {note.contradictions.map((id) => (
              <span key={id}>
                {' '}
                ·{' '}
                <Link to={`/contradictions/${id}`}>
                  {reading.contradictions.find((one) => one.id === id)?.kind} contradicted
                </Link>
              </span>
            ))}
          </p>
          {note.conditions.length === 0 ? null : <p className="small">On condition: {note.conditions.join('; ')}</p>}
          <DecideBar list="claims" id={note.id} text={note.text} isActive />
        </div>
      ) : null}
    </article>
  );
});

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReadingAnswer } from '../../../src/serve/index.ts';
import { DecideBar } from '../../components/decide-bar.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { placeOf } from '../../core/places.ts';
import { overlap, type Stretch } from '../../core/text/segments.ts';
import { attributionAt, chainWords, TYPE_LETTERS } from './marks.ts';

const MOST = 8;

const typeOf = (type: string | undefined): string =>
  type !== undefined && type in TYPE_LETTERS ? TYPE_LETTERS[type as keyof typeof TYPE_LETTERS][1] : '';

const touches = (stretch: Stretch, pieces: readonly (readonly [number, number])[]): boolean =>
  pieces.some(([start, end]) => overlap(stretch, { start, end }));

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** What the case has on a stretch of the text. */
const standingOn = (reading: ReadingAnswer, here: Stretch) => {
  const notes = reading.notes.filter(({ spans }) => touches(here, spans));
  const ids = new Set(notes.map(({ id }) => id));
  const mentions = reading.mentions.filter((mention) => overlap(mention, here));
  const entities = new Map<string, number>();
  for (const { entity } of mentions) if (entity !== null) entities.set(entity, (entities.get(entity) ?? 0) + 1);
  return {
    notes,
    entities,
    unknown: mentions.filter(({ entity }) => entity === null).length,
    contradictions: reading.contradictions.filter(({ claims }) => claims.some((id) => ids.has(id))),
    times: reading.times.filter((time) => overlap(time, here)),
    frames: reading.frames.filter(({ trigger, roles }) => touches(here, [trigger, ...Object.values(roles).flat()])),
  };
};

/** What stands on a passage: claims, who is meant, when, in which contradictions; and what can be decided of it. */
export const HerePanel = ({
  reading,
  here,
  look,
  close,
}: {
  readonly reading: ReadingAnswer;
  readonly here: Stretch;
  readonly look: (id: string) => void;
  readonly close: () => void;
}): ReactNode => {
  const { notes, entities, unknown, contradictions, times, frames } = standingOn(reading, here);
  const quote = reading.text.slice(here.start, here.end);
  const said = attributionAt(reading, here.start);
  const mentions = [...entities].slice(0, MOST);
  return (
    <section className="here no-print" aria-label="What stands on this passage">
      <div className="line">
        <p className="quoted" dir="auto">
          “
          <PlainText text={quote.length > 140 ? `${quote.slice(0, 90)} … ${quote.slice(-40)}` : quote} />”
        </p>
        <button type="button" className="quiet" onClick={close}>
          close
        </button>
      </div>
      <p className="small dim" role="status">
        {[
          counted(notes.length, 'claim'),
          ...mentions.map(([id, count]) => `${counted(count, 'mention')} of ${reading.entities[id]?.name ?? id}`),
          ...(unknown > 0 ? [`${counted(unknown, 'mention')} of nobody the case knows by name`] : []),
          contradictions.length === 0 ? 'in no contradiction' : `in ${counted(contradictions.length, 'contradiction')}`,
        ].join(', ')}
      </p>
      <p className="chain">
        {said === null ? <b>{reading.document.outlet ?? 'the document'}</b> : chainWords(reading, said).join(' → ')}
        {said === null ? ' says so itself' : ''}
      </p>
      <ul className="facts">
        {notes.slice(0, MOST).map((note) => (
          <li key={note.id}>
            <button type="button" className="linked" onClick={() => look(note.id)}>
              {note.text}
            </button>
          </li>
        ))}
        {notes.length > MOST ? <li className="dim">and {notes.length - MOST} more claims</li> : null}
        {mentions.map(([id]) => (
          <li key={id}>
            <Link to={placeOf('entities', id).to}>{reading.entities[id]?.name}</Link>{' '}
            <span className="dim">{typeOf(reading.entities[id]?.type)}</span>
          </li>
        ))}
        {times.slice(0, MOST).map(({ id, start, end, words, anchor, form, edtf }) => (
          <li key={id}>
            “{reading.text.slice(start, end)}”: {words ?? 'not placed in time'}{' '}
            <span className="dim">
              {edtf === null || edtf === words ? '' : `${edtf}, `}
              {form}
              {anchor === null ? '' : `, counted from ${anchor}`}
            </span>
          </li>
        ))}
        {frames.slice(0, MOST).map(({ id, type, roles }) => (
          <li key={id} className="dim">
            {type}:{' '}
            {Object.entries(roles)
              .map(
                ([role, pieces]) =>
                  `${role} ${pieces.map(([start, end]) => `“${reading.text.slice(start, end)}”`).join(', ')}`,
              )
              .join('; ')}
          </li>
        ))}
        {contradictions.map(({ id, kind, about }) => (
          <li key={id}>
            <Link to={placeOf('contradictions', id).to}>
              contradiction on {kind}: {about}
            </Link>
          </li>
        ))}
      </ul>
      <DecideBar list="passages" id={`${reading.document.id}@${here.start}-${here.end}`} text={quote} isActive />
    </section>
  );
};

import { memo, type ReactNode } from 'react';
import { colourClass, useCase } from '../../core/case.ts';
import { type Segment, segmentsOf } from '../../core/text/segments.ts';
import type { Mark } from './marks.ts';
import '../../components/plain-text.css';

/** What is lit up: a claim, all parts of an attribution. */
export interface Lit {
  readonly claim: string | null;
  readonly said: string | null;
}

export const NOTHING_LIT: Lit = { claim: null, said: null };

const classOf = ({ layer, part, depth, isAgainst, id }: Mark, lit: Lit): string => {
  const against = isAgainst ? ' against' : '';
  if (layer === 'attribution') return `${part} depth-${depth}${against}${lit.said === id ? ' said-lit' : ''}`;
  if (layer === 'claims') return `claim${against}${lit.claim === id ? ' claim-lit' : ''}`;
  if (layer === 'mentions') return `mention ${part}`;
  if (layer === 'frames') return `${part}${against}`;
  return layer === 'times' ? 'time' : layer;
};

/** Small print behind a piece: note numbers, kinds of mentions, roles, times. Made by the style, so that the text stays as it is. */
const Labels = ({ marks, end }: { readonly marks: readonly Mark[]; readonly end: number }): ReactNode =>
  marks.flatMap((mark) =>
    mark.end === end && mark.label !== '' && mark.isLast && mark.layer !== 'control' && mark.part !== 'trigger'
      ? [
          <i
            key={`${mark.layer} ${mark.id} ${mark.part} ${mark.label}`}
            className={`label of-${mark.layer}`}
            data-label={mark.label}
          />,
        ]
      : [],
  );

const Piece = ({
  text,
  segment,
  lit,
}: {
  readonly text: string;
  readonly segment: Segment<Mark>;
  readonly lit: Lit;
}): ReactNode => {
  const head = useCase();
  const { start, end, marks } = segment;
  const control = marks.find(({ layer }) => layer === 'control');
  const origin = marks.findLast(({ origin }) => origin !== null)?.origin ?? null;
  const classes = [...new Set(marks.flatMap((mark) => classOf(mark, lit).split(' ')))];
  const beginning = marks.find((mark) => mark.part === 'trigger' && mark.start === start);
  return (
    <>
      {beginning === undefined ? null : <i className="label of-trigger" data-label={beginning.label} />}
      <span
        data-at={start}
        className={
          [...classes, origin === null ? '' : colourClass(head, origin)].filter(Boolean).join(' ') || undefined
        }
        data-control={control?.label}
        title={
          control === undefined
            ? undefined
            : `A control character of the document, shown and not obeyed: ${control.label}`
        }
      >
        {text.slice(start, end)}
      </span>
      <Labels marks={marks} end={end} />
    </>
  );
};

/** A stretch of a document's text, to the letter, with what is laid over it. */
export const Passage = memo(function Passage({
  text,
  from,
  to,
  marks,
  lit = NOTHING_LIT,
}: {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly marks: readonly Mark[];
  readonly lit?: Lit;
}): ReactNode {
  return segmentsOf(from, to, marks).map((segment) => (
    <Piece key={segment.start} text={text} segment={segment} lit={lit} />
  ));
});

import { memo, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Note, ReadingAnswer } from '../../../src/serve/index.ts';
import type { Paragraph } from '../../core/text/paragraphs.ts';
import { placeNotes } from '../../core/text/place-notes.ts';
import { overlap } from '../../core/text/segments.ts';
import type { Mark } from './marks.ts';
import { MarginNote } from './note.tsx';
import { type Lit, Passage } from './passage.tsx';
import { isTitleOf, SetParagraph } from './set-paragraph.tsx';

/** Notes stand in the margin from this width on; below it they fold under their paragraph. As in reader.css. */
export const WIDE = '(min-width: 1100px)';
const GAP = 14;

export interface ChunkProps {
  readonly reading: ReadingAnswer;
  readonly paragraphs: readonly Paragraph[];
  readonly marks: readonly Mark[];
  readonly notes: readonly { readonly note: Note; readonly number: number }[];
  readonly lit: Lit;
  readonly active: string | null;
  /** It is looked at or about to be: until then its text stands there without layers. */
  readonly isNear: boolean;
  readonly near: (chunk: Element) => () => void;
  readonly look: (id: string | null) => void;
  readonly light: (id: string | null) => void;
}

const noteElements = (chunk: HTMLElement): readonly HTMLElement[] => [
  ...chunk.querySelectorAll<HTMLElement>('.note[data-note]'),
];

/** Puts the notes of a chunk beside their lines, and the thread from the one that is lit to its line. */
const setNotes = (
  chunk: HTMLElement,
  notes: ChunkProps['notes'],
  shown: string | null,
  active: string | null,
): void => {
  const elements = noteElements(chunk);
  const thread = chunk.querySelector('.thread path');
  if (!matchMedia(WIDE).matches) {
    for (const element of elements) element.style.top = '';
    chunk.style.minHeight = '';
    return;
  }
  const box = chunk.getBoundingClientRect();
  const startOf = new Map(notes.map(({ note }) => [note.id, note.spans[0]?.[0] ?? 0]));
  const placed = elements.map((element) => {
    const at = startOf.get(element.dataset['note'] ?? '') ?? 0;
    const line = chunk.querySelector(`[data-at="${at}"]`)?.getClientRects()[0];
    return { anchor: Math.max(0, (line?.top ?? box.top) - box.top - 2), height: element.offsetHeight, line };
  });
  const tops = placeNotes(
    placed,
    GAP,
    elements.findIndex((element) => element.dataset['note'] === active),
  );
  let bottom = 0;
  for (const [at, element] of elements.entries()) {
    element.style.top = `${tops[at] ?? 0}px`;
    bottom = Math.max(bottom, (tops[at] ?? 0) + (placed[at]?.height ?? 0));
  }
  chunk.style.minHeight = `${bottom + GAP}px`;
  const at = elements.findIndex((element) => element.dataset['note'] === shown);
  const [element, line] = [elements[at], placed[at]?.line];
  if (element === undefined || line === undefined) thread?.setAttribute('d', '');
  else {
    const text = chunk.querySelector('.para')?.getBoundingClientRect();
    const [from, to] = [(text?.right ?? line.right) - box.left + 6, element.offsetLeft - 4];
    const [y, top] = [line.bottom - box.top, (tops[at] ?? 0) + 12];
    thread?.setAttribute('d', `M${from - 12} ${y}H${from}L${to} ${top}`);
  }
};

/** Sets the notes anew whenever something has changed its size. */
const useMargin = (place: RefObject<HTMLElement | null>, props: ChunkProps): void => {
  const { notes, lit, active } = props;
  const shown = lit.claim ?? active;
  useLayoutEffect(() => {
    const chunk = place.current;
    if (chunk !== null && props.isNear) setNotes(chunk, notes, shown, active);
  });
  useEffect(() => {
    const chunk = place.current;
    if (chunk === null || !props.isNear) return undefined;
    const watch = new ResizeObserver(() => setNotes(chunk, notes, shown, active));
    for (const element of [...chunk.querySelectorAll('.para'), ...noteElements(chunk)]) watch.observe(element);
    return () => watch.disconnect();
  }, [place, notes, shown, active, props.isNear]);
};

const sameWay = (a: Note | undefined, b: Note): boolean =>
  a !== undefined &&
  a.spans[0]?.[0] === b.spans[0]?.[0] &&
  a.chain.length === b.chain.length &&
  a.chain.every((link, at) => link.name === b.chain[at]?.name);

const Folded = ({ props, notes }: { readonly props: ChunkProps; readonly notes: ChunkProps['notes'] }): ReactNode => {
  const [isOpen, setOpen] = useState(false);
  const { reading, active, lit, look, light } = props;
  const isShown = isOpen || notes.some(({ note }) => note.id === active);
  if (notes.length === 0) return null;
  return (
    <div className={`notes ${isShown ? 'open' : ''}`}>
      <button type="button" className="fold quiet" aria-expanded={isShown} onClick={() => setOpen(!isShown)}>
        {notes.length} {notes.length === 1 ? 'claim' : 'claims'}
      </button>
      {notes.map(({ note, number }, at) => (
        <MarginNote
          key={note.id}
          note={note}
          number={number}
          reading={reading}
          isActive={active === note.id}
          isLit={lit.claim === note.id}
          isSameWay={sameWay(notes[at - 1]?.note, note)}
          look={look}
          light={light}
        />
      ))}
    </div>
  );
};

/** Some paragraphs of the text with their notes. */
export const TextChunk = memo(function TextChunk(props: ChunkProps): ReactNode {
  const { reading, paragraphs, marks, notes, lit, isNear, near } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => (place.current === null ? undefined : near(place.current)), [near]);
  useMargin(place, props);
  const { text } = reading;
  return (
    <section className="chunk" ref={place} data-from={paragraphs[0]?.start ?? 0}>
      {paragraphs.map((paragraph) => {
        const { start, end, until } = paragraph;
        const own = isNear ? notes.filter(({ note }) => isFirstIn(note, start, until)) : [];
        return (
          <div className="row" key={start}>
            <SetParagraph
              paragraph={paragraph}
              isTitle={isTitleOf(reading, paragraph)}
              text={text}
              place={placeOf(reading, start, until)}
            >
              {isNear ? (
                <Passage
                  text={text}
                  from={start}
                  to={end}
                  marks={marks.filter((one) => overlap(one, paragraph))}
                  lit={lit}
                />
              ) : (
                <span data-at={start}>{text.slice(start, end)}</span>
              )}
            </SetParagraph>
            <Folded props={props} notes={own} />
          </div>
        );
      })}
      <svg className="thread no-print" aria-hidden="true">
        <path d="" />
      </svg>
    </section>
  );
});

const MOST_PLACES = 4;

/** The pages, rows or times that begin in a paragraph, as they are marked beside it. */
const placeOf = ({ marks }: ReadingAnswer, start: number, until: number): string | null => {
  const own = marks.filter(({ at }) => at >= start && at < until).map(({ words }) => words);
  if (own.length === 0) return null;
  return own.length > MOST_PLACES ? `${own[0]} … ${own.at(-1)}` : own.join(' · ');
};

const isFirstIn = ({ spans }: Note, start: number, until: number): boolean => {
  const first = spans[0]?.[0] ?? -1;
  return first >= start && first < until;
};

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, type UIEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CompareAnswer } from '../../../src/serve/index.ts';
import { Failed, Loading } from '../../components/states.tsx';
import { colourClass, useCase } from '../../core/case.ts';
import { paragraphsOf } from '../../core/text/paragraphs.ts';
import { overlap } from '../../core/text/segments.ts';
import { type Mark, marksOf } from './marks.ts';
import { Passage } from './passage.tsx';
import { type OpenedReading, readingQuery } from './reading-query.ts';
import { isTitleOf, SetParagraph } from './set-paragraph.tsx';

/** The compared claims of one side as marks over its text, numbered as they are listed. */
const comparedMarks = (reading: OpenedReading, data: CompareAnswer, side: 'a' | 'b'): readonly Mark[] => [
  ...marksOf(reading).filter(({ layer }) => layer === 'control' || layer === 'speaker'),
  ...(data.edits?.[side] ?? []).map(
    ([start, end]): Mark => ({
      start,
      end,
      layer: 'edited',
      part: '',
      id: `${side} ${start}`,
      label: '',
      origin: null,
      depth: 0,
      isAgainst: false,
      isLast: true,
    }),
  ),
  ...data.pairs.flatMap((pair, index) =>
    (pair[side]?.spans ?? []).map(
      ([start, end]): Mark => ({
        start,
        end,
        layer: 'claims',
        part: pair.a === null || pair.b === null ? 'alone' : 'both',
        id: pair[side]?.id ?? '',
        label: String(index + 1),
        origin: null,
        depth: 0,
        isAgainst: pair.relation === 'contradicts' || pair.relation === 'denies',
        isLast: true,
      }),
    ),
  ),
];

/** Scrolls a pane without the other following. */
export const scrollAlone = (pane: HTMLElement, top: number): void => {
  const wanted = Math.max(0, Math.min(Math.round(top), pane.scrollHeight - pane.clientHeight));
  // Where nothing moves nobody is told, and the next scrolling would be taken for this one.
  if (Math.abs(pane.scrollTop - wanted) < 1) return;
  pane.dataset['led'] = '';
  pane.scrollTop = wanted;
};

const Pane = ({
  id,
  data,
  side,
  pane,
  onScroll,
}: {
  readonly id: string;
  readonly data: CompareAnswer;
  readonly side: 'a' | 'b';
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly onScroll: (event: UIEvent<HTMLDivElement>) => void;
}): ReactNode => {
  const head = useCase();
  const { data: reading, error, refetch } = useQuery(readingQuery(id));
  const paragraphs = useMemo(
    () => (reading === undefined ? [] : paragraphsOf(reading.text, reading.blocks, reading.layout)),
    [reading],
  );
  const marks = useMemo(() => (reading === undefined ? [] : comparedMarks(reading, data, side)), [reading, data, side]);
  const isThere = reading !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the text is there
  useEffect(() => {
    const box = pane.current;
    const first = box?.querySelector('.claim');
    if (!box || !first) return;
    scrollAlone(box, box.scrollTop + first.getBoundingClientRect().top - box.getBoundingClientRect().top - 60);
  }, [isThere]);
  if (reading === undefined)
    return error === null ? <Loading /> : <Failed error={error} again={() => void refetch()} />;
  return (
    // A pane that scrolls must be reached by keyboard.
    <section
      className={`pane text-and-panel with-claims ${colourClass(head, reading.document.origins[0])}`}
      ref={pane}
      data-pane={side}
      aria-label={side === 'a' ? 'Text on the left' : 'Text on the right'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      onScroll={onScroll}
    >
      <div className="chunk">
        {paragraphs.map((paragraph) => (
          <div className="row" key={paragraph.start}>
            <SetParagraph
              paragraph={paragraph}
              isTitle={isTitleOf(reading, paragraph)}
              text={reading.text}
              place={null}
            >
              <Passage
                text={reading.text}
                from={paragraph.start}
                to={paragraph.end}
                marks={marks.filter((mark) => overlap(mark, paragraph))}
              />
            </SetParagraph>
          </div>
        ))}
      </div>
    </section>
  );
};

/** Both texts, what is compared marked in each; they scroll together unless told not to. */
export const CompareTexts = ({ data }: { readonly data: CompareAnswer }): ReactNode => {
  const [isTogether, setTogether] = useState(true);
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  if (data.a === null || data.b === null) return null;
  const follow = ({ currentTarget: from }: UIEvent<HTMLDivElement>): void => {
    const to = from === left.current ? right.current : left.current;
    // What follows does not lead: its own scrolling is answered by nobody.
    if (from.dataset['led'] !== undefined) {
      delete from.dataset['led'];
      return;
    }
    if (!isTogether || to === null) return;
    const share = from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight);
    const top = Math.round(share * (to.scrollHeight - to.clientHeight));
    if (Math.abs(to.scrollTop - top) < 1) return;
    scrollAlone(to, top);
  };
  return (
    <>
      <label className="together no-print small dim">
        <input type="checkbox" checked={isTogether} onChange={({ target }) => setTogether(target.checked)} /> scroll
        together
      </label>
      <div className="two panes">
        <Pane id={data.a.id} data={data} side="a" pane={left} onScroll={follow} />
        <Pane id={data.b.id} data={data} side="b" pane={right} onScroll={follow} />
      </div>
    </>
  );
};

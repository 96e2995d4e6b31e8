import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Passage, ReviewItem, ReviewPassages } from '../../../src/serve/index.ts';
import { Chain } from '../../components/chain.tsx';
import { DecideBar } from '../../components/decide-bar.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { colourClass, useCase } from '../../core/case.ts';
import { useKeys } from '../../core/keys.ts';
import { placeOf, quotePlace } from '../../core/places.ts';
import { sayHangs } from './review-view.tsx';

const KINDS: Readonly<Record<ReviewItem['kind'], string>> = {
  claim: 'Does it hold?',
  contradiction: 'Which of these?',
  joined: 'One or two?',
  'kept-apart': 'One or two?',
  'open-decision': 'Left open',
  source: 'How far to trust it',
};

/** A question with what can be decided of it, and the documents it is about beside it. */
export const QuestionPart = ({
  item,
  place,
  total,
  decided,
}: {
  readonly item: ReviewItem;
  readonly place: number;
  readonly total: number;
  readonly decided: (kind: string) => void;
}): ReactNode => {
  const { data, error } = useQuery({
    queryKey: ['review-passages', item.id],
    queryFn: ({ signal }) => get<ReviewPassages>('/review/passages', { question: item.id }, signal),
    // What was decided may be asked no more: its passages stay as they were.
    retry: false,
  });
  const [side, setSide] = useState(0);
  const passages = data?.passages ?? [];
  const isChoice = item.kind === 'contradiction' && passages.filter(({ claim }) => claim !== null).length > 1;
  const chosen = isChoice ? passages[side] : undefined;
  useKeys(
    isChoice
      ? passages.map(({ label }, index) => ({
          keys: String(index + 1),
          does: `decide on “${label ?? index + 1}”`,
          act: () => setSide(index),
        }))
      : [],
  );
  const subject =
    chosen?.claim == null
      ? item.subject
      : { list: 'claims', id: chosen.claim, text: chosen.label ?? item.subject.text };
  return (
    <section className="question-part" aria-label="The question and its documents">
      <div className="ask">
        <p className="small dim">
          {place} of {total.toLocaleString('en-GB')} · {KINDS[item.kind]}
        </p>
        <h2 className="told">{item.text}</h2>
        <p>{item.why}</p>
        <p className="hangs">
          {sayHangs(item.hangs)} · <Link {...placeOf(item.leads.list, item.leads.id)}>all that stands on it</Link>
        </p>
        {isChoice ? (
          <p className="small">
            Deciding on: <b>“{chosen?.label}”</b>{' '}
            <span className="dim">(1 to {passages.length}, or press a passage)</span>
          </p>
        ) : null}
        <DecideBar
          list={subject.list}
          id={subject.id}
          text={subject.text}
          isActive
          {...(item.other === null ? {} : { other: item.other })}
          decided={({ kind }) => decided(kind)}
        />
      </div>
      <div className="passages">
        {data === undefined && error !== null ? <Failed error={error} /> : data === undefined ? <Loading /> : null}
        {passages.map((passage, index) => (
          <PassageText
            key={`${passage.document} ${passage.start} ${passage.label}`}
            passage={passage}
            isChosen={isChoice && index === side}
            {...(isChoice ? { choose: () => setSide(index), number: index + 1 } : {})}
          />
        ))}
      </div>
    </section>
  );
};

/** A stretch of a document with what the question is about marked in it, and in view. */
const PassageText = ({
  passage,
  isChosen,
  choose,
  number,
}: {
  readonly passage: Passage;
  readonly isChosen: boolean;
  readonly choose?: () => void;
  readonly number?: number;
}): ReactNode => {
  const head = useCase();
  const { title, outlet, when, origins, label, before, quote, after, said } = passage;
  const [way] = said.chains;
  const [text, setText] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const mark = text?.querySelector('mark');
    if (text !== null && mark !== null && mark !== undefined) text.scrollTop = mark.offsetTop - text.clientHeight / 3;
  }, [text]);
  return (
    <article className={`passage ${colourClass(head, origins[0])}`} aria-current={isChosen ? 'true' : undefined}>
      <header>
        {label === null ? null : choose === undefined ? (
          <p className="label">{label}</p>
        ) : (
          <button type="button" className="label" aria-pressed={isChosen} onClick={choose}>
            <kbd>{number}</kbd> {label}
          </button>
        )}
        <p>
          <Link {...quotePlace(passage)} className="title">
            {title}
          </Link>
          <span className="small dim"> {[outlet, when].filter(Boolean).join(', ')}</span>
        </p>
        {way === undefined ? null : <Chain links={way.links} isAgainst={way.isAgainst} />}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard */}
      <section ref={setText} className="text" dir="auto" tabIndex={0} aria-label={`From ${title}`}>
        {before}
        <mark>{quote}</mark>
        {after}
      </section>
    </article>
  );
};

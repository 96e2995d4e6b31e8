import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { ReviewItem, ReviewPage } from '../../../src/serve/index.ts';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { sayDecided, useOwnDecisions } from '../../core/decisions.ts';
import { useFilter } from '../../core/filter.ts';
import { useKeys } from '../../core/keys.ts';
import { JournalPart } from './journal-part.tsx';
import { QuestionPart } from './question-part.tsx';
import './review.css';

/** Questions that are asked for at once: more than anybody decides in one sitting. */
const LIMIT = 200;

/** Open questions, those first of which a decision would change most, each with its documents beside it. */
export const ReviewView = (): ReactNode => {
  const { filter } = useFilter();
  const { data, error, refetch } = useQuery({
    queryKey: ['review', filter],
    queryFn: ({ signal }) => get<ReviewPage>('/review', { ...filter, limit: LIMIT }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="Review"
      sub="Open questions, those first of which a decision would change most. A decision never edits a text or what was read in it."
    >
      <FilterBar />
      {data !== undefined ? (
        <Queue page={data} />
      ) : error !== null ? (
        <Failed error={error} again={() => void refetch()} />
      ) : (
        <Loading what="Weighing what would change most" />
      )}
      <JournalPart />
    </Page>
  );
};

/** Questions as they were when they were first shown: what a decision takes out of the queue stays to be seen at its end. */
const useSeen = (items: readonly ReviewItem[]): ReadonlyMap<string, ReviewItem> => {
  const [seen, setSeen] = useState<ReadonlyMap<string, ReviewItem>>(new Map());
  useEffect(() => setSeen((before) => new Map([...before, ...items.map((item) => [item.id, item] as const)])), [items]);
  return seen;
};

const Queue = ({ page }: { readonly page: ReviewPage }): ReactNode => {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const seen = useSeen(page.items);
  const own = useOwnDecisions().filter(
    ({ state, request }) => state !== 'undone' && state !== 'failed' && request.kind !== 'note',
  );
  const decidedHere = new Map<string, string>();
  for (const { id, subject } of seen.values()) {
    const last = own.findLast(({ about }) => about === subject.id);
    if (last !== undefined) decidedHere.set(id, sayDecided(last.request));
  }
  const isDone = (item: ReviewItem): boolean => item.judged !== null || decidedHere.has(item.id);
  const asked = new Set(page.items.map(({ id }) => id));
  const all = [...page.items, ...[...seen.values()].filter(({ id }) => !asked.has(id) && decidedHere.has(id))];
  const open = all.filter((item) => !isDone(item));
  const done = all.filter(isDone);
  const items = [...open, ...done];
  const wanted = typeof search['row'] === 'string' ? search['row'] : null;
  const current =
    items.find(({ id, subject, leads }) => id === wanted || subject.id === wanted || leads.id === wanted) ?? items[0];
  const go = (item: ReviewItem | undefined): void => {
    if (item !== undefined)
      void navigate({
        to: '.',
        replace: true,
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, row: item.id }),
      } as never);
  };
  const at = items.findIndex(({ id }) => id === current?.id);
  const step = (by: number): void => go(items[Math.max(0, Math.min(items.length - 1, at + by))]);
  useKeys([
    { keys: 'j', does: 'next question', act: () => step(1) },
    { keys: 'k', does: 'question before', act: () => step(-1) },
  ]);
  useEffect(() => {
    if (current !== undefined) document.getElementById(`q ${current.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (current === undefined)
    return (
      <Empty title="Nothing is open.">
        <p>No claim, name or source asks for a decision here.</p>
      </Empty>
    );
  const total = page.total + done.filter(({ id }) => !asked.has(id)).length;
  return (
    <div className="review">
      <nav className="queue" aria-label="Open questions">
        <p className="progress">
          {done.length.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} decided
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${(100 * done.length) / Math.max(1, total)}%` }} />
          </span>
        </p>
        <ol>
          {items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                id={`q ${item.id}`}
                className={isDone(item) ? 'question done' : 'question'}
                aria-current={item.id === current.id ? 'true' : undefined}
                onClick={() => go(item)}
              >
                <span className="asked">{item.text}</span>
                <span className="small dim">
                  {isDone(item)
                    ? (decidedHere.get(item.id) ?? WAS[item.judged ?? ''] ?? 'decided')
                    : sayHangs(item.hangs)}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <QuestionPart
        key={current.id}
        item={current}
        place={at + 1}
        total={total}
        decided={(kind) => {
          // On to the next that is open; a note settles nothing.
          if (kind !== 'note')
            go(items.find((item, index) => index > at && !isDone(item)) ?? open.find(({ id }) => id !== current.id));
        }}
      />
    </div>
  );
};

const WAS: Readonly<Record<string, string>> = {
  positive: 'decided: it holds',
  negative: 'decided: it does not',
  unsure: 'left open',
};

/** "4 findings, 2 interests would change". */
export const sayHangs = ({ findings, interests }: ReviewItem['hangs']): string => {
  const parts = [
    findings > 0 ? `${findings.toLocaleString('en-GB')} ${findings === 1 ? 'finding' : 'findings'}` : '',
    interests > 0 ? `${interests.toLocaleString('en-GB')} ${interests === 1 ? 'interest' : 'interests'}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing else would change' : `${parts.join(', ')} would change`;
};

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { TimelineAnswer, TimelineItem } from '../../../src/serve/index.ts';
import { StandingMark } from '../../components/standing-mark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useFilter } from '../../core/filter.ts';
import { LANE_WORDS, withoutTime } from './use-timeline.ts';

interface Answer {
  readonly total: number;
  readonly items: readonly TimelineItem[];
}

const SHOWN = 200;

const UndatedOfLane = ({
  lane,
  open,
}: {
  readonly lane: string;
  readonly open: (item: TimelineItem) => void;
}): ReactNode => {
  const { filter } = useFilter();
  const query = useMemo(() => withoutTime(filter), [filter]);
  const { data, error, refetch } = useQuery({
    queryKey: ['timeline undated', lane, query],
    queryFn: ({ signal }) => get<Answer>('/timeline/undated', { ...query, lane, limit: SHOWN }, signal),
  });
  if (error !== null) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <ul>
        {data.items.map((item) => (
          <li key={item.key}>
            <StandingMark standing={item.standing} />
            <button type="button" className="said-link" onClick={() => open(item)}>
              {item.text}
            </button>
            {item.state === null ? null : <span className="dim small">{item.state}</span>}
          </li>
        ))}
      </ul>
      {data.total > data.items.length ? (
        <p className="dim small">
          The {SHOWN} weightiest of {data.total.toLocaleString('en-GB')}; narrow the case to see others.
        </p>
      ) : null}
    </>
  );
};

/** What nobody dates, by lane: opened on request. */
export const UndatedList = ({
  data,
  open,
}: {
  readonly data: TimelineAnswer;
  readonly open: (item: TimelineItem) => void;
}): ReactNode => {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const lanes = data.lanes.filter(({ undated }) => undated > 0);
  if (lanes.length === 0) return null;
  return (
    <section className="undated" aria-label="Without a date">
      <h2>Without a date</h2>
      {lanes.map(({ lane, undated }) => (
        <details
          key={lane}
          onToggle={(event) => {
            const isOpen = event.currentTarget.open;
            setShown((before) => new Set(isOpen ? [...before, lane] : [...before].filter((one) => one !== lane)));
          }}
        >
          <summary>
            {LANE_WORDS[lane]} <span className="dim">{undated.toLocaleString('en-GB')} without a date</span>
          </summary>
          {shown.has(lane) ? <UndatedOfLane lane={lane} open={open} /> : null}
        </details>
      ))}
    </section>
  );
};

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TimelineAnswer } from '../../../src/serve/index.ts';
import { get } from '../../core/api.ts';
import type { Filter } from '../../core/filter.ts';
import { askedFor, dayText, type TimeWindow } from '../../core/time-window.ts';

export const LANE_WORDS: Readonly<Record<string, string>> = {
  meetings: 'Meetings',
  proposals: 'Proposals',
  sanctions: 'Sanctions, waivers',
  deals: 'Deals',
  denials: 'Leaks, denials',
  documents: 'Documents',
};

/** Everything but the stretch of time: that is drawn over the timeline, which stays whole. */
export const withoutTime = ({ from: _from, to: _to, ...rest }: Filter): Filter => rest;

const isComplete = ({ lanes }: TimelineAnswer): boolean =>
  lanes.every((lane) => lane.isWhole && lane.within === lane.dated);

/**
 * The timeline as far as a window shows it. A small case is asked for once; of a large one, each window and what lies beside it.
 */
export const useTimeline = (filter: Filter, window: TimeWindow | null) => {
  const query = useMemo(() => withoutTime(filter), [filter]);
  const whole = useQuery({
    queryKey: ['timeline', query, null],
    queryFn: ({ signal }) => get<TimelineAnswer>('/timeline', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
  const asked = useMemo(() => (window === null ? null : askedFor(window)), [window]);
  const days = asked === null ? null : { first: dayText(asked.first), last: dayText(asked.last - 1) };
  const part = useQuery({
    queryKey: ['timeline', query, days],
    queryFn: ({ signal }) => get<TimelineAnswer>('/timeline', { ...query, ...days }, signal),
    enabled: days !== null && whole.data !== undefined && !isComplete(whole.data),
    placeholderData: keepPreviousData,
  });
  const data = whole.data === undefined || isComplete(whole.data) ? whole.data : (part.data ?? whole.data);
  return { data, error: whole.error ?? part.error, refetch: () => Promise.all([whole.refetch(), part.refetch()]) };
};

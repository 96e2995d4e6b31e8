import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { JournalPage } from '../../../src/serve/index.ts';
import { Decided } from '../../components/decided-before.tsx';
import { Failed } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { placeOf } from '../../core/places.ts';

const PAGE = 20;

/** What was decided: by whom, when, why, and what became of it. */
export const JournalPart = (): ReactNode => {
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useQuery({
    queryKey: ['journal', 'all', limit],
    queryFn: ({ signal }) => get<JournalPage>('/journal', { limit }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <section id="journal" className="journal" aria-labelledby="journal-title">
      <h2 id="journal-title">What was decided</h2>
      {error !== null ? <Failed error={error} /> : null}
      {data?.total === 0 ? (
        <p className="dim">Nothing yet. What is decided anywhere in the desk stands here, with who, when and why.</p>
      ) : null}
      <ul className="decided">
        {(data?.items ?? []).map((entry) => (
          <Decided key={entry.id} entry={entry}>
            {entry.about.slice(0, 2).map(({ list, id, text }, index) => (
              <span key={`${list} ${text}`} className="about">
                {index === 0 ? ' ' : '; '}
                {id === null || list === 'decisions' ? text : <Link {...placeOf(list, id)}>{text}</Link>}
              </span>
            ))}
            {entry.about.length + entry.more > 2 ? (
              <span className="dim"> and {entry.about.length + entry.more - 2} more</span>
            ) : null}
          </Decided>
        ))}
      </ul>
      {data !== undefined && data.total > data.items.length ? (
        <button type="button" className="button" onClick={() => setLimit(limit + PAGE * 5)}>
          {(data.total - data.items.length).toLocaleString('en-GB')} earlier
        </button>
      ) : null}
    </section>
  );
};

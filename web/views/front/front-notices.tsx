import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NoticesAnswer } from '../../../src/serve/index.ts';
import { get } from '../../core/api.ts';
import { sayMoment } from '../../core/decisions.ts';
import { placeOf } from '../../core/places.ts';

type Told = NoticesAnswer['items'][number];

/** Notices that stand here; all of them are in the feed. */
const SHOWN = 8;

const Row = ({ told: { label, notice } }: { readonly told: Told }): ReactNode => {
  const { list, item, text, at } = notice;
  return (
    <li>
      <p className="small dim">
        {label} · <time dateTime={at}>{sayMoment(at)}</time>
      </p>
      {list === null || item === null ? <span>{text}</span> : <Link {...placeOf(list, item)}>{text}</Link>}
    </li>
  );
};

/** What a watch has told, the latest first; nothing where none ever did. */
export const FrontNotices = (): ReactNode => {
  const { data } = useQuery({
    queryKey: ['notices'],
    queryFn: ({ signal }) => get<NoticesAnswer>('/notices', { limit: SHOWN }, signal),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="front-notices">
      <h2 id="front-notices">What watch has told</h2>
      <div className="card">
        <ul className="told" aria-live="polite">
          {data.items.map((told) => (
            <Row key={told.notice.id} told={told} />
          ))}
        </ul>
        {data.feed === null ? null : (
          <p className="small rest">
            <a href={data.feed}>Feed of these</a>, for a feed reader on this machine
          </p>
        )}
      </div>
    </section>
  );
};

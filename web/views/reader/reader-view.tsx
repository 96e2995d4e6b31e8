import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { NeighboursAnswer } from '../../../src/serve/index.ts';
import { Page } from '../../components/page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useFilter } from '../../core/filter.ts';
import { useKeys } from '../../core/keys.ts';
import { LayerBar } from './layer-bar.tsx';
import { LAYER_WORDS, LAYERS } from './marks.ts';
import { ReaderHead } from './reader-head.tsx';
import { useReaderState } from './reader-state.ts';
import { ReaderText } from './reader-text.tsx';
import { type OpenedReading, readingQuery } from './reading-query.ts';
import './reader.css';

/** The document before and after, of those that the filter lets through. */
const Neighbours = ({ id }: { readonly id: string }): ReactNode => {
  const { filter } = useFilter();
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['neighbours', id, filter],
    queryFn: ({ signal }) => get<NeighboursAnswer>(`/documents/${id}/neighbours`, { ...filter, sort: 'date' }, signal),
    placeholderData: keepPreviousData,
  });
  const go = (to: string | null | undefined): void => {
    if (to !== null && to !== undefined) void navigate({ to: `/documents/${to}` } as never);
  };
  useKeys([
    { keys: 'n', does: 'next document', act: () => go(data?.after) },
    { keys: 'p', does: 'document before', act: () => go(data?.before) },
  ]);
  if (data === undefined || data.total < 2) return <nav className="neighbours" />;
  return (
    <nav className="neighbours no-print" aria-label="Documents before and after">
      {data.before === null ? null : <Link to={`/documents/${data.before}`}>← before</Link>}
      <span className="dim">{data.place === null ? `${data.total} others` : `${data.place} of ${data.total}`}</span>
      {data.after === null ? null : <Link to={`/documents/${data.after}`}>next →</Link>}
    </nav>
  );
};

const Opened = ({ reading }: { readonly reading: OpenedReading }): ReactNode => {
  const state = useReaderState();
  const { layers, toggle } = state;
  useKeys(
    LAYERS.map((layer, at) => ({
      keys: String(at + 1),
      does: `layer: ${LAYER_WORDS[layer]}`,
      act: () => toggle(layer),
    })),
  );
  return (
    <>
      <ReaderHead reading={reading} />
      <LayerBar layers={layers} toggle={toggle} />
      <ReaderText reading={reading} state={state} />
    </>
  );
};

/** A document as received, with its claims as notes in the margin and layers over its text. */
export const ReaderView = (): ReactNode => {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { data, error, refetch } = useQuery(readingQuery(id));
  useEffect(() => {
    if (!location.search.includes('at=')) window.scrollTo(0, 0);
  }, []);
  const title = data?.document.title ?? data?.document.path.split('/').at(-1) ?? 'Document';
  // Where the title stands in the text, it is set there.
  const isTitled = data?.found.some(({ field, span }) => field === 'title' && span !== null) ?? false;
  return (
    <div className={`reader ${isTitled ? 'is-titled' : ''}`}>
      <Neighbours id={id} />
      <Page title={title}>
        {data !== undefined ? (
          <Opened key={id} reading={data} />
        ) : error !== null ? (
          <Failed error={error} again={() => void refetch()} />
        ) : (
          <Loading what="Opening the document" />
        )}
      </Page>
    </div>
  );
};

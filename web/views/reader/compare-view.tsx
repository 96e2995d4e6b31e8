import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { CompareAnswer } from '../../../src/serve/index.ts';
import { OriginChips } from '../../components/origin-chip.tsx';
import { Page } from '../../components/page.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useKeys } from '../../core/keys.ts';
import { placeOf } from '../../core/places.ts';
import { CompareClaims } from './compare-claims.tsx';
import { ComparePickers } from './compare-pickers.tsx';
import { CompareTexts, scrollAlone } from './compare-texts.tsx';
import './reader.css';
import './compare.css';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Which document it is: above its side. */
const Side = ({ side }: { readonly side: NonNullable<CompareAnswer['a']> }): ReactNode => (
  <div className="side-head">
    <Link to={`/documents/${side.id}`} className="said">
      <PlainText text={side.title} />
    </Link>
    <p className="small dim">
      {side.outlet ?? 'outlet not told'} · {side.when ?? 'no date'} <OriginChips ids={side.origins} most={3} />
    </p>
  </div>
);

const Contradicted = ({ contradictions }: { readonly contradictions: CompareAnswer['contradictions'] }): ReactNode =>
  contradictions.length === 0 ? null : (
    <>
      <h2>Where they exclude each other</h2>
      <ul className="between">
        {contradictions.map(({ id, kind, about, values }) => (
          <li key={id}>
            <Link {...(placeOf('contradictions', id) as { to: string })}>
              <b>{kind}</b>: {about}
            </Link>
            <div className="two">
              {[true, false].map((isA) => (
                <p key={String(isA)} className="said">
                  {values
                    .filter(({ isInA, isInB }) => (isA ? isInA : isInB))
                    .map(({ value }) => value)
                    .join('; ')}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );

/** Of two versions of a text: that what only one of them has is marked, or that there is nothing. */
const Edited = ({ edits }: { readonly edits: CompareAnswer['edits'] }): ReactNode => {
  if (edits === null) return null;
  const places = Math.max(edits.a.length, edits.b.length);
  return (
    <p className="small dim">
      {places === 0
        ? 'Both have the same words to the letter.'
        : `They have most words in common. What only one of them has is underlined with dots: ${places} ${places === 1 ? 'place' : 'places'}.`}
    </p>
  );
};

/** Two documents side by side on one event: what both tell, what one leaves out, where they differ. */
export const CompareView = (): ReactNode => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const texts = useRef<HTMLDivElement>(null);
  const asked = { event: text(search['event']), a: text(search['a']), b: text(search['b']) };
  const { data, error, refetch } = useQuery({
    queryKey: ['compare', asked.event, asked.a, asked.b],
    queryFn: ({ signal }) => get<CompareAnswer>('/compare', asked, signal),
    placeholderData: keepPreviousData,
  });
  const set = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: object) => ({ ...before, event: data?.event?.id, a: data?.a?.id, b: data?.b?.id, ...change }),
    } as never);
  const swap = (): void => set({ a: data?.b?.id, b: data?.a?.id });
  useKeys([{ keys: 's', does: 'swap sides', act: swap }]);
  const show = (a: number | null, b: number | null): void => {
    for (const [pane, at] of [
      ['a', a],
      ['b', b],
    ] as const) {
      const box = texts.current?.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
      const place = at === null ? null : box?.querySelector<HTMLElement>(`[data-at="${at}"]`);
      if (box && place)
        scrollAlone(box, box.scrollTop + place.getBoundingClientRect().top - box.getBoundingClientRect().top - 90);
    }
    texts.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Page title="Side by side" sub="What two documents tell of the same thing, what one leaves out, where they differ">
      {data === undefined ? (
        error !== null ? (
          <Failed error={error} again={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : data.a === null || data.b === null ? (
        <Empty title="There are no two documents here that tell of the same thing.">
          <p>
            <Link to="/documents">All documents</Link>
          </p>
        </Empty>
      ) : (
        <div className="compare">
          <ComparePickers data={data} set={set} swap={swap} />
          <div className="two heads">
            <Side side={data.a} />
            <Side side={data.b} />
          </div>
          <Contradicted contradictions={data.contradictions} />
          <CompareClaims data={data} show={show} />
          <h2>Both texts</h2>
          <Edited edits={data.edits} />
          <div ref={texts}>
            <CompareTexts key={`${data.a.id} ${data.b.id}`} data={data} />
          </div>
        </div>
      )}
    </Page>
  );
};

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { SearchAnswer } from '../../../src/serve/index.ts';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { get } from '../../core/api.ts';
import { useKeys } from '../../core/keys.ts';
import { Found, LIST_WORDS } from './found.tsx';
import { NearNames } from './near-names.tsx';
import './search.css';

/** What is typed is asked for when this long nothing more was typed. */
const REST_MS = 80;
const FIRST = 30;
const MOST = 200;

const countOf = ({ total, isTotalExact }: SearchAnswer['groups'][number]): string =>
  `${total.toLocaleString('en-GB')}${isTotalExact ? '' : '+'}`;

/** What is searched for stands in the address, and nowhere else: no word is kept. */
const useTyped = (): {
  readonly typed: string;
  readonly asked: string;
  readonly only: string | null;
  type(words: string): void;
  show(list: string | null): void;
} => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const asked = search['q'] === undefined ? '' : String(search['q']);
  const only = typeof search['in'] === 'string' && search['in'] in LIST_WORDS ? search['in'] : null;
  const [typed, setTyped] = useState(asked);
  const timer = useRef(0);
  const latest = useRef(asked);
  useEffect(() => {
    // Somebody went back, or came by a link: not what was typed here.
    if (latest.current !== asked) {
      latest.current = asked;
      setTyped(asked);
    }
  }, [asked]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const go = (change: Readonly<Record<string, string | undefined>>): void =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, ...change }) } as never);
  return {
    typed,
    asked,
    only,
    type: (words) => {
      setTyped(words);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        latest.current = words;
        go({ q: words === '' ? undefined : words });
      }, REST_MS);
    },
    show: (list) => go({ in: list ?? undefined }),
  };
};

/** Texts of documents and everything in the ledgers, found as it is typed. */
export const SearchView = (): ReactNode => {
  const { typed, asked, only, type, show } = useTyped();
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(FIRST);
  const { data, error, refetch } = useQuery({
    queryKey: ['search', asked, only, limit],
    queryFn: ({ signal }) => get<SearchAnswer>('/search', { q: asked, in: only, limit }, signal),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  });
  useEffect(() => field.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, or another list, begin anew
  useEffect(() => setLimit(FIRST), [asked, only]);
  const toField = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  const step = (by: 1 | -1): void => {
    const links = [...(results.current?.querySelectorAll<HTMLElement>('a.hit') ?? [])];
    const now = links.indexOf(document.activeElement as HTMLElement);
    if (by === -1 && now <= 0) toField();
    else links[Math.min(now + by, links.length - 1)]?.focus();
  };
  const onArrow = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  };
  useKeys([
    { keys: '/', does: 'search', act: toField },
    { keys: 'j', does: 'next', act: () => step(1) },
    { keys: 'k', does: 'back', act: () => step(-1) },
  ]);
  const groups = data?.groups ?? [];
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const isAsked = asked.trim() !== '';
  return (
    <Page title="Search">
      <search className="search" onKeyDown={onArrow}>
        <input
          ref={field}
          type="search"
          className="field words"
          value={typed}
          placeholder="Names, words, “a phrase”"
          aria-label="Search texts and ledgers"
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          onChange={({ target }) => type(target.value)}
        />
        {isAsked && data !== undefined ? (
          <fieldset className="tabs">
            <legend className="hidden">Where to look</legend>
            <button type="button" className="switch" aria-pressed={only === null} onClick={() => show(null)}>
              everything
            </button>
            {groups.map((group) => (
              <button
                key={group.list}
                type="button"
                className="switch"
                aria-pressed={only === group.list}
                onClick={() => show(group.list)}
              >
                {LIST_WORDS[group.list] ?? group.list} <span className="count">{countOf(group)}</span>
              </button>
            ))}
          </fieldset>
        ) : null}
        <p className="hidden" role="status">
          {isAsked && data !== undefined ? `${total} found` : ''}
        </p>
        <div ref={results}>
          {!isAsked ? (
            <Empty title="Search the texts and every ledger.">
              <p>
                Words may come in any order and without accents; “words in quotation marks” stand together. Names are
                found however a document spells them. Nothing that is typed here is kept.
              </p>
            </Empty>
          ) : error !== null ? (
            <Failed error={error} again={() => void refetch()} />
          ) : data === undefined ? (
            <Loading what="Searching" />
          ) : (
            <>
              {data.near.length > 0 ? <NearNames near={data.near} typed={data.q} isAlone={total === 0} /> : null}
              {total === 0 ? <Empty title={`Nothing in this case says “${data.q}”.`} /> : null}
              {groups
                .filter(({ hits }) => hits.length > 0)
                .map((group) => (
                  <Found key={group.list} group={group} typed={data.q} only={only} show={show} />
                ))}
              {only !== null && (groups.find(({ list }) => list === only)?.total ?? 0) > limit ? (
                limit < MOST ? (
                  <button type="button" className="button" onClick={() => setLimit(Math.min(limit * 2, MOST))}>
                    More
                  </button>
                ) : (
                  <p className="dim">The first {MOST} are shown: more words find fewer.</p>
                )
              ) : null}
            </>
          )}
        </div>
      </search>
    </Page>
  );
};

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ReadingAnswer } from '../../../src/serve/index.ts';
import { Empty } from '../../components/states.tsx';
import { useKeys } from '../../core/keys.ts';
import { sayUnread } from '../../core/language.ts';
import { chunksOf, paragraphsOf } from '../../core/text/paragraphs.ts';
import { overlap, type Stretch } from '../../core/text/segments.ts';
import { HerePanel } from './here-panel.tsx';
import { attributionAt, chainWords, type Layer, type Mark, marksOf } from './marks.ts';
import { type Lit, NOTHING_LIT } from './passage.tsx';
import type { ReaderState } from './reader-state.ts';
import type { OpenedReading } from './reading-query.ts';
import { TextChunk } from './text-chunk.tsx';
import { offsetAt, useSelectedPassage } from './use-passage.ts';

const ALWAYS: ReadonlySet<Mark['layer']> = new Set(['control', 'speaker', 'at', 'claims']);

/** A long text is set some pages ahead of who reads it. */
const AHEAD = '1600px 0px';

/** Chunks that came near the page, by where they begin; all of them once it is to be printed. */
const useNear = (
  isLong: boolean,
): {
  readonly isNear: (from: number) => boolean;
  readonly bring: (from: number) => void;
  readonly near: (chunk: Element) => () => void;
} => {
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set([0]));
  const [isPrinted, setPrinted] = useState(false);
  const bring = useCallback(
    (from: number) => setSeen((before) => (before.has(from) ? before : new Set([...before, from]))),
    [],
  );
  const watch = useMemo(
    () =>
      new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries)
            if (isIntersecting) bring(Number((target as HTMLElement).dataset['from']));
        },
        { rootMargin: AHEAD },
      ),
    [bring],
  );
  useEffect(() => {
    const media = matchMedia('print');
    const print = (): void => flushSync(() => setPrinted(true));
    const onChange = (): void => (media.matches ? print() : undefined);
    window.addEventListener('beforeprint', print);
    media.addEventListener('change', onChange);
    return () => {
      window.removeEventListener('beforeprint', print);
      media.removeEventListener('change', onChange);
      watch.disconnect();
    };
  }, [watch]);
  const near = useCallback(
    (chunk: Element) => {
      watch.observe(chunk);
      return () => watch.unobserve(chunk);
    },
    [watch],
  );
  return { isNear: (from) => !isLong || isPrinted || seen.has(from), bring, near };
};

/** The text with its notes, and what stands on the passage that is looked at. */
export const ReaderText = ({
  reading,
  state,
}: {
  readonly reading: OpenedReading;
  readonly state: ReaderState;
}): ReactNode => {
  const { layers, at, note: active, look } = state;
  const place = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState<Lit>(NOTHING_LIT);
  const [here, setHere] = useState<Stretch | null>(null);
  const all = useMemo(() => marksOf(reading), [reading]);
  const chunks = useMemo(() => chunksOf(paragraphsOf(reading.text, reading.blocks, reading.layout)), [reading]);
  const { isNear, bring, near } = useNear(chunks.length > 1);
  const marked = useMarks(all, layers, at ?? null, chunks);
  const numbered = useMemo(() => reading.notes.map((note, index) => ({ note, number: index + 1 })), [reading]);
  const chunkOf = useCallback(
    (offset: number) => chunks.findLast((chunk) => (chunk[0]?.start ?? 0) <= offset)?.[0]?.start ?? 0,
    [chunks],
  );

  const show = useCallback(
    (offset: number, block: ScrollLogicalPosition) => {
      bring(chunkOf(offset));
      // Twice: what comes into view on the way is only then as high as it is.
      const scroll = (): void => place.current?.querySelector(`[data-at="${offset}"]`)?.scrollIntoView({ block });
      requestAnimationFrame(() => {
        scroll();
        requestAnimationFrame(scroll);
      });
    },
    [bring, chunkOf],
  );
  useEffect(() => {
    if (at === null) return;
    show(at.start, 'center');
    setHere(at);
  }, [at, show]);
  const lookAt = useCallback(
    (id: string | null) => {
      look(id);
      const span = reading.notes.find((one) => one.id === id)?.spans[0];
      if (span !== undefined) show(span[0], 'center');
    },
    [look, reading, show],
  );
  // Who comes by an address with a claim in it is taken there; a place in the address comes first.
  const came = useRef(at === null ? active : null);
  useEffect(() => {
    const span = reading.notes.find(({ id }) => id === came.current)?.spans[0];
    came.current = null;
    if (span !== undefined) show(span[0], 'center');
  }, [reading, show]);
  const light = useCallback((claim: string | null) => setLit({ claim, said: null }), []);
  useSelectedPassage(place, setHere);

  const step = (by: 1 | -1): void => {
    const now = reading.notes.findIndex(({ id }) => id === active);
    const next = reading.notes[now === -1 ? (by === 1 ? 0 : reading.notes.length - 1) : now + by];
    if (next !== undefined) lookAt(next.id);
  };
  const stepMark = (by: 1 | -1): void => {
    const shown = all.filter(({ layer, part }) => layers.has(layer as Layer) && part !== 'role' && part !== 'content');
    const stops = [...new Map(shown.map((mark) => [mark.start, mark])).values()].sort((a, b) => a.start - b.start);
    const from = here?.start ?? -1;
    const next = by === 1 ? stops.find(({ start }) => start > from) : stops.findLast(({ start }) => start < from);
    if (next === undefined) return;
    setHere({ start: next.start, end: next.end });
    show(next.start, 'nearest');
  };
  useKeys([
    { keys: 'j', does: 'next claim', act: () => step(1) },
    { keys: 'k', does: 'claim before', act: () => step(-1) },
    { keys: ']', does: 'next mark of the layers', act: () => stepMark(1) },
    { keys: '[', does: 'mark before', act: () => stepMark(-1) },
    { keys: 'Escape', does: 'look away', act: () => (here !== null ? setHere(null) : look(null)) },
  ]);

  if (reading.text.trim() === '') return <Empty title="This document holds no text." />;
  const hovered = (event: React.PointerEvent): void => {
    const offset = (event.target as HTMLElement).closest<HTMLElement>('.para [data-at]')?.dataset['at'];
    const said = offset === undefined || !layers.has('attribution') ? null : attributionAt(reading, Number(offset));
    const claim = offset === undefined ? null : claimAt(reading, Number(offset));
    setLit((before) => (before.said === said && before.claim === claim ? before : { claim, said }));
  };
  const pressed = (event: React.MouseEvent): void => {
    if (document.getSelection()?.isCollapsed === false) return;
    const piece = (event.target as HTMLElement).closest<HTMLElement>('.para [data-at]');
    if (piece === null || piece.classList.contains('gap')) return;
    const start = offsetAt(piece.firstChild, 0);
    if (start !== null) setHere({ start, end: start + (piece.textContent?.length ?? 0) });
  };
  const unread = sayUnread(reading.document.unread);
  return (
    <div className={`text-and-panel ${[...layers].map((layer) => `with-${layer}`).join(' ')}`}>
      {reading.notes.length > 0 && unread === null ? null : (
        <p className="none dim">
          {[
            reading.notes.length === 0 ? 'No claim was read in this document.' : null,
            unread === null ? null : `It is ${unread}: only English is read so far, all of it can be searched.`,
          ]
            .filter((sentence) => sentence !== null)
            .join(' ')}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys ] and [ go from mark to mark, and any selection does the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        className="text"
        ref={place}
        onPointerOver={hovered}
        onPointerLeave={() => setLit(NOTHING_LIT)}
        onClick={pressed}
      >
        {chunks.map((paragraphs, index) => {
          const from = paragraphs[0]?.start ?? 0;
          const until = paragraphs.at(-1)?.until ?? from;
          const isOwn = (id: string | null): boolean => {
            const start = reading.notes.find((one) => one.id === id)?.spans[0]?.[0];
            return start !== undefined && start >= from && start < until;
          };
          const isSaid = lit.said !== null && marked[index]?.some(({ id }) => id === lit.said);
          const own = isOwn(lit.claim) || isSaid ? lit : NOTHING_LIT;
          return (
            <TextChunk
              key={from}
              reading={reading}
              paragraphs={paragraphs}
              marks={marked[index] ?? []}
              notes={numbered}
              lit={own}
              active={isOwn(active) ? active : null}
              isNear={isNear(from)}
              near={near}
              look={lookAt}
              light={light}
            />
          );
        })}
      </div>
      {here !== null ? (
        <HerePanel reading={reading} here={here} look={lookAt} close={() => setHere(null)} />
      ) : lit.said !== null ? (
        <p className="here strip no-print">
          <span className="chain">{chainWords(reading, lit.said).join(' → ')}</span>
        </p>
      ) : null}
    </div>
  );
};

/** The narrowest claim at a place. */
const claimAt = (reading: ReadingAnswer, at: number): string | null => {
  let found: { readonly id: string; readonly width: number } | null = null;
  for (const { id, spans } of reading.notes)
    for (const [start, end] of spans)
      if (start <= at && at < end && (found === null || end - start < found.width)) found = { id, width: end - start };
  return found?.id ?? null;
};

/** The marks of each chunk that are switched on. Those of claims are always there: notes find their lines by them. */
const useMarks = (
  all: readonly Mark[],
  layers: ReadonlySet<Layer>,
  at: Stretch | null,
  chunks: ReturnType<typeof chunksOf>,
): readonly (readonly Mark[])[] =>
  useMemo(() => {
    const shown = all.filter(({ layer }) => ALWAYS.has(layer) || layers.has(layer as Layer));
    if (at !== null)
      shown.push({
        ...at,
        layer: 'at',
        part: '',
        id: 'at',
        label: '',
        origin: null,
        depth: 0,
        isAgainst: false,
        isLast: false,
      });
    return chunks.map((chunk) => {
      const whole = { start: chunk[0]?.start ?? 0, end: chunk.at(-1)?.until ?? 0 };
      return shown.filter((mark) => overlap(mark, whole));
    });
  }, [all, layers, at, chunks]);

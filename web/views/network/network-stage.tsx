import { useQueries } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { ItemAnswer, NetworkAnswer, NetworkEdge } from '../../../src/serve/index.ts';
import { get } from '../../core/api.ts';
import { useFilter } from '../../core/filter.ts';
import { useKeys } from '../../core/keys.ts';
import { findPath } from './find-path.ts';
import { narrowNetwork } from './narrow-network.ts';
import { EDGES_PICKED, NetworkPicture, type Picked, type PictureHandle } from './network-picture.tsx';
import { type NetworkSearchUse, useNarrowing } from './network-search.ts';
import { NetworkTable } from './network-table.tsx';
import { NetworkTools } from './network-tools.tsx';
import { EdgeCard, NodeCard, PathCard } from './picked-card.tsx';
import { TimeSlider } from './time-slider.tsx';
import { useLayout } from './use-layout.ts';

/** What an edge is called in an address. */
const edgeName = (data: NetworkAnswer, { source, target, layer, kind }: NetworkEdge): string =>
  [data.nodes[source]?.id, data.nodes[target]?.id, layer, kind].join('~');

/** The rows of an edge in words. */
const useRowTexts = (edge: NetworkEdge | undefined): ReadonlyMap<string, string> => {
  const rows = edge?.rows ?? [];
  const list = edge?.list ?? '';
  return useQueries({
    queries: rows.map((id) => ({
      queryKey: ['item', list, id],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => get<ItemAnswer>(`/${list}/${id}`, {}, signal),
    })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }, index) => {
          const id = rows[index];
          const words = [data?.line?.text, data?.line?.when].filter(Boolean).join(', ');
          return id === undefined || words === '' ? [] : [[id, words] as const];
        }),
      ),
  });
};

/** What was left out, in a plain sentence. */
const Left = ({ data, shown }: { readonly data: NetworkAnswer; readonly shown: number }): ReactNode => {
  const left = data.totalNodes - data.nodes.length;
  return (
    <p className="net-said dim small" role="status">
      {left > 0
        ? `The ${data.nodes.length.toLocaleString('en-GB')} most involved of ${data.totalNodes.toLocaleString('en-GB')}; narrow the network to get at the rest. `
        : ''}
      {shown === data.nodes.length
        ? `${shown.toLocaleString('en-GB')} nodes`
        : `${shown.toLocaleString('en-GB')} of ${data.nodes.length.toLocaleString('en-GB')} nodes shown`}
      {data.unpaired > 0 ? ` · of ${data.unpaired} large meetings only the first twelve are paired` : ''}
    </p>
  );
};

export const NetworkStage = ({
  data,
  base,
  use,
}: {
  readonly data: NetworkAnswer;
  readonly base: NetworkAnswer;
  readonly use: NetworkSearchUse;
}): ReactNode => {
  const { search, put } = use;
  const { filter, set } = useFilter();
  const told = useNarrowing(search, filter);
  const [moved, setMoved] = useState<{ readonly from: number | null; readonly to: number | null } | null>(null);
  const narrowing = useMemo(() => (moved === null ? told : { ...told, ...moved }), [told, moved]);
  const shown = useMemo(() => narrowNetwork(data, narrowing), [data, narrowing]);
  const layout = useLayout(data);
  const picture = useRef<PictureHandle | null>(null);
  const field = useRef<HTMLInputElement | null>(null);
  const isTable = search.as === 'table';

  const placeOfId = useMemo(() => new Map(data.nodes.map(({ id }, place) => [id, place])), [data]);
  const node = placeOfId.get(search.node ?? '') ?? null;
  const goal = placeOfId.get(search.path ?? '') ?? null;
  const edge = useMemo(() => {
    if (search.edge === undefined) return null;
    const place = data.edges.findIndex((one) => edgeName(data, one) === search.edge);
    return place === -1 ? null : place;
  }, [data, search.edge]);
  const path = useMemo(
    () => (node === null || goal === null ? null : findPath(data.edges, shown.edges, node, goal)),
    [data, shown, node, goal],
  );
  const picked = useMemo((): Picked => ({ node, edge, path }), [node, edge, path]);
  const texts = useRowTexts(edge === null ? undefined : data.edges[edge]);

  const pickNode = useCallback(
    (place: number, isShift = false): void => {
      const id = data.nodes[place]?.id;
      if (isShift && search.node !== undefined && search.node !== id) put({ path: id, edge: undefined });
      else put({ node: id, path: undefined, edge: undefined, row: undefined, in: undefined });
    },
    [data, put, search.node],
  );
  const pickEdge = useCallback(
    (place: number): void => {
      const one = data.edges[place];
      if (one !== undefined) put({ edge: edgeName(data, one), row: one.rows[0], in: one.list });
    },
    [data, put],
  );
  const letGo = useCallback((): void => {
    if (search.edge !== undefined) put({ edge: undefined, row: undefined, in: undefined });
    else if (search.path !== undefined) put({ path: undefined });
    else put({ node: undefined });
  }, [put, search.edge, search.path]);
  const pickNothing = useCallback(
    () => put({ node: undefined, path: undefined, edge: undefined, row: undefined, in: undefined }),
    [put],
  );
  const find = (place: number): void => {
    // The field finds in all of it, what is shown may be less.
    const id = base.nodes[place]?.id;
    put({ node: id, path: undefined, edge: undefined });
    const here = placeOfId.get(id ?? '');
    if (here !== undefined) picture.current?.goTo(here);
  };
  const step = (by: number): void => {
    const at = node === null ? -1 : shown.nodes.indexOf(node);
    const next = shown.nodes[at === -1 ? 0 : Math.min(shown.nodes.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    pickNode(next);
    picture.current?.goTo(next);
  };
  useKeys([
    { keys: 'f', does: 'find in the network', act: () => field.current?.focus() },
    { keys: 'j', does: 'next, by how involved', act: () => step(1) },
    { keys: 'k', does: 'the one before', act: () => step(-1) },
    { keys: 't', does: 'picture or table', act: () => put({ as: isTable ? undefined : 'table' }) },
    { keys: '+', does: 'nearer', act: () => picture.current?.nearer() },
    { keys: '-', does: 'farther', act: () => picture.current?.farther() },
    { keys: '0', does: 'fit', act: () => picture.current?.fit() },
    ...(node === null && edge === null ? [] : [{ keys: 'Escape', does: 'let go', act: letGo }]),
  ]);
  const span = base.span;
  const card =
    edge !== null ? (
      <EdgeCard
        data={data}
        edge={edge}
        texts={texts}
        row={search.row ?? null}
        open={(row, list) => put({ row, in: list })}
        pickNode={pickNode}
        close={letGo}
      />
    ) : node !== null && goal !== null ? (
      <PathCard data={data} path={path} from={node} to={goal} pickEdge={pickEdge} close={letGo} />
    ) : node !== null ? (
      <NodeCard
        data={data}
        shown={shown}
        node={node}
        around={search.around ?? null}
        only={(id) => put({ around: id ?? undefined })}
        pathTo={(place) => put({ path: data.nodes[place]?.id, edge: undefined })}
        pickEdge={pickEdge}
        pickNode={pickNode}
        close={letGo}
      />
    ) : null;
  return (
    <>
      <NetworkTools base={base} use={use} field={field} picture={picture} isTable={isTable} pick={find} />
      {span === null ? null : (
        <TimeSlider
          span={span}
          from={filter.from}
          to={filter.to}
          undated={base.undated}
          move={setMoved}
          rest={(days) => {
            if (days.from !== filter.from || days.to !== filter.to) set(days);
          }}
        />
      )}
      {search.around === undefined ? null : (
        <p className="net-around">
          Only {data.nodes[placeOfId.get(search.around) ?? -1]?.name ?? 'one'} and its neighbours.{' '}
          <button type="button" className="quiet" onClick={() => put({ around: undefined })}>
            All of it
          </button>
        </p>
      )}
      <Left data={data} shown={shown.nodes.length} />
      <div className={isTable ? 'net-room table' : 'net-room'}>
        {isTable ? (
          <NetworkTable data={data} shown={shown} node={node} edge={edge} pickNode={pickNode} pickEdge={pickEdge} />
        ) : (
          <NetworkPicture
            data={data}
            layout={layout}
            shown={shown}
            picked={picked}
            handle={picture}
            pickNode={pickNode}
            pickEdge={pickEdge}
            pickNothing={pickNothing}
          />
        )}
        {layout.isStart && !isTable ? <p className="net-none dim fade">Laying it out …</p> : null}
        {shown.nodes.length === 0 ? (
          <p className="net-none dim">Nothing passes. Take a part of the filter off.</p>
        ) : null}
        {card}
      </div>
      {isTable ? null : (
        <p className="dim small no-print">
          Thick: corroborated. Dashed: disputed, denied or of unknown origin. Thin: met together. Shift and a click on a
          second node show the shortest path; the table says the same in rows.
          {shown.edges.length > EDGES_PICKED
            ? ' Edges open from the card of a node, or in the picture once it is narrowed.'
            : ''}
        </p>
      )}
    </>
  );
};

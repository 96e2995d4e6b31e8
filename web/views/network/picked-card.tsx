import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NetworkAnswer, NetworkEdge } from '../../../src/serve/index.ts';
import { StandingMark } from '../../components/standing-mark.tsx';
import { placeOf } from '../../core/places.ts';
import { edgeWords, ONE_OF, shapeOf } from './draw-network.ts';
import type { NetworkPath } from './find-path.ts';
import type { NarrowedNetwork } from './narrow-network.ts';
import { timeWords } from './network-table.tsx';
import { NodeSearch } from './node-search.tsx';
import { ShapeSign } from './shape-sign.tsx';

const LISTED = 12;

interface CardProps {
  readonly data: NetworkAnswer;
  readonly shown: NarrowedNetwork;
  readonly pickEdge: (place: number) => void;
  readonly pickNode: (place: number) => void;
  readonly close: () => void;
}

const Close = ({ close }: { readonly close: () => void }): ReactNode => (
  <button type="button" className="quiet close" aria-label="Let go" onClick={close}>
    ×
  </button>
);

const EdgeLine = ({
  edge,
  words,
  pick,
}: {
  readonly edge: NetworkEdge;
  readonly words: ReactNode;
  readonly pick: () => void;
}): ReactNode => (
  <li>
    <StandingMark standing={edge.standing} />
    <button type="button" className="edge-link" onClick={pick}>
      {words}
      <span className="dim small">
        {' '}
        {edgeWords(edge)}
        {edge.count > 1 ? ` × ${edge.count}` : ''} {timeWords(edge)}
      </span>
    </button>
  </li>
);

/** A node that is picked: who it is, what ties it, and the way to its page. */
export const NodeCard = ({
  data,
  shown,
  node: place,
  around,
  only,
  pathTo,
  pickEdge,
  close,
}: CardProps & {
  readonly node: number;
  readonly around: string | null;
  readonly only: (id: string | null) => void;
  readonly pathTo: (place: number) => void;
}): ReactNode => {
  const node = data.nodes[place];
  if (node === undefined) return null;
  const own = shown.edges
    .filter((one) => data.edges[one]?.source === place || data.edges[one]?.target === place)
    .sort((a, b) => (data.edges[b]?.weight ?? 0) - (data.edges[a]?.weight ?? 0) || a - b);
  const neighbours = new Set(own.flatMap((one) => [data.edges[one]?.source, data.edges[one]?.target]));
  neighbours.delete(place);
  return (
    <section className="net-card" aria-label={node.name}>
      <Close close={close} />
      <p className="told">
        <ShapeSign shape={shapeOf(node.type)} /> {node.name}
      </p>
      <p className="dim small">
        {[ONE_OF[node.type] ?? node.type, node.post].filter(Boolean).join(' · ')}
        <br />
        {own.length} {own.length === 1 ? 'edge' : 'edges'} to {neighbours.size}, in {node.rows}{' '}
        {node.rows === 1 ? 'row' : 'rows'} of the case
      </p>
      <p className="acts">
        <Link {...placeOf('entities', node.id)} className="button">
          All of it
        </Link>
        <button
          type="button"
          className="button"
          aria-pressed={around === node.id}
          onClick={() => only(around === node.id ? null : node.id)}
        >
          Only this and its neighbours
        </button>
      </p>
      <NodeSearch data={data} label="Path to …" pick={pathTo} />
      <ul>
        {own.slice(0, LISTED).map((one) => {
          const edge = data.edges[one];
          if (edge === undefined) return null;
          const other = data.nodes[edge.source === place ? edge.target : edge.source];
          return <EdgeLine key={one} edge={edge} words={other?.name} pick={() => pickEdge(one)} />;
        })}
      </ul>
      {own.length > LISTED ? <p className="dim small">and {own.length - LISTED} more in the table</p> : null}
    </section>
  );
};

/** A path between two nodes: each hop with how it stands. */
export const PathCard = ({
  data,
  path,
  from,
  to,
  pickEdge,
  close,
}: Omit<CardProps, 'shown' | 'pickNode'> & {
  readonly path: NetworkPath | null;
  readonly from: number;
  readonly to: number;
}): ReactNode => {
  const name = (place: number | undefined): string => data.nodes[place ?? -1]?.name ?? '';
  return (
    <section className="net-card" aria-label="Path">
      <Close close={close} />
      <p className="told">
        {name(from)} → {name(to)}
      </p>
      {path === null ? (
        <p>Nothing that is shown leads from one to the other.</p>
      ) : (
        <>
          <p className="dim small">
            {path.edges.length} {path.edges.length === 1 ? 'hop' : 'hops'}. A path is a pattern to check, not a finding.
          </p>
          <ol>
            {path.edges.map((place, index) => {
              const edge = data.edges[place];
              if (edge === undefined) return null;
              const words = `${name(path.nodes[index])} – ${name(path.nodes[index + 1])}`;
              return <EdgeLine key={place} edge={edge} words={words} pick={() => pickEdge(place)} />;
            })}
          </ol>
        </>
      )}
    </section>
  );
};

/** An edge that is picked: the rows behind it, each of which opens its quotes. */
export const EdgeCard = ({
  data,
  edge: place,
  texts,
  row,
  open,
  pickNode,
  close,
}: Omit<CardProps, 'shown' | 'pickEdge'> & {
  readonly edge: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly row: string | null;
  readonly open: (row: string, list: string) => void;
}): ReactNode => {
  const edge = data.edges[place];
  if (edge === undefined) return null;
  return (
    <section className="net-card" aria-label="Edge">
      <Close close={close} />
      <p className="told">
        <button type="button" className="said-link" onClick={() => pickNode(edge.source)}>
          {data.nodes[edge.source]?.name}
        </button>{' '}
        {edge.isDirected ? '→' : '–'}{' '}
        <button type="button" className="said-link" onClick={() => pickNode(edge.target)}>
          {data.nodes[edge.target]?.name}
        </button>
      </p>
      <p className="dim small">
        <StandingMark standing={edge.standing} isWorded /> · {edgeWords(edge)} · {edge.voices}{' '}
        {edge.voices === 1 ? 'voice' : 'voices'} {timeWords(edge) === '' ? '· no date told' : `· ${timeWords(edge)}`}
      </p>
      <ul>
        {edge.rows.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="edge-link"
              aria-current={id === row ? 'true' : undefined}
              onClick={() => open(id, edge.list)}
            >
              {texts.get(id) ?? 'Its quotes'}
            </button>
          </li>
        ))}
      </ul>
      {edge.count > edge.rows.length ? (
        <p className="dim small">
          The {edge.rows.length} weightiest of {edge.count}.
        </p>
      ) : null}
    </section>
  );
};

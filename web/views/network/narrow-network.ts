import type { NetworkAnswer, NetworkEdge } from '../../../src/serve/index.ts';

/** What of the network is shown. Values that are null show everything of their kind. */
export interface NetworkNarrowing {
  readonly types: ReadonlySet<string> | null;
  readonly layers: ReadonlySet<string> | null;
  readonly least: number;
  /** Days since 1970-01-01, both included. */
  readonly from: number | null;
  readonly to: number | null;
  /** Id of a node: only it and its neighbours. */
  readonly around: string | null;
}

export interface NarrowedNetwork {
  /** Places in the answer, in its order. */
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** Whether an edge may have been in a stretch of time; one that nobody dates may have. */
export const mayHaveBeen = ({ times }: NetworkEdge, from: number | null, to: number | null): boolean =>
  times.length === 0 ||
  times.some(
    ([start, end]) => (to === null || (start ?? -Infinity) <= to) && (from === null || (end ?? Infinity) > from),
  );

/** What of a network passes. Nodes that lose all their edges go with them. */
export const narrowNetwork = ({ nodes, edges }: NetworkAnswer, narrowing: NetworkNarrowing): NarrowedNetwork => {
  const { types, layers, least, from, to, around } = narrowing;
  const isShown = nodes.map(({ type }) => types === null || types.has(type));
  let kept = edges.flatMap((edge, place) =>
    isShown[edge.source] === true &&
    isShown[edge.target] === true &&
    (layers === null || layers.has(edge.layer)) &&
    edge.weight >= least &&
    mayHaveBeen(edge, from, to)
      ? [place]
      : [],
  );
  const middle = around === null ? -1 : nodes.findIndex(({ id }) => id === around);
  if (middle >= 0) {
    const near = new Set([middle]);
    for (const place of kept) {
      const edge = edges[place];
      if (edge?.source === middle) near.add(edge.target);
      if (edge?.target === middle) near.add(edge.source);
    }
    kept = kept.filter((place) => near.has(edges[place]?.source ?? -1) && near.has(edges[place]?.target ?? -1));
  }
  const touched = new Set(kept.flatMap((place) => [edges[place]?.source ?? -1, edges[place]?.target ?? -1]));
  if (middle >= 0) touched.add(middle);
  return { nodes: [...touched].filter((place) => place >= 0).sort((a, b) => a - b), edges: kept };
};

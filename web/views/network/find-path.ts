import type { NetworkEdge } from '../../../src/serve/index.ts';

/** Places of nodes and of the edges between them: one node more than edges. */
export interface NetworkPath {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/**
 * A shortest path between two nodes over the edges that are shown; null where there is none. Of edges between the same two, the
 * weightiest that is not denied is taken; of paths of one length, that which goes over the weightiest edges first.
 */
export const findPath = (
  edges: readonly NetworkEdge[],
  shown: readonly number[],
  from: number,
  to: number,
): NetworkPath | null => {
  const ways = new Map<number, { readonly node: number; readonly edge: number }[]>();
  const put = (a: number, node: number, edge: number): void => {
    const known = ways.get(a);
    if (known === undefined) ways.set(a, [{ node, edge }]);
    else known.push({ node, edge });
  };
  const ordered = [...shown].sort((a, b) => {
    const [x, y] = [edges[a], edges[b]];
    return Number(x?.isDenied) - Number(y?.isDenied) || (y?.weight ?? 0) - (x?.weight ?? 0) || a - b;
  });
  for (const place of ordered) {
    const edge = edges[place];
    if (edge === undefined) continue;
    put(edge.source, edge.target, place);
    put(edge.target, edge.source, place);
  }
  const cameBy = new Map<number, { readonly node: number; readonly edge: number } | null>([[from, null]]);
  let front = [from];
  while (front.length > 0 && !cameBy.has(to)) {
    const next: number[] = [];
    for (const node of front)
      for (const way of ways.get(node) ?? [])
        if (!cameBy.has(way.node)) {
          cameBy.set(way.node, { node, edge: way.edge });
          next.push(way.node);
        }
    front = next;
  }
  if (!cameBy.has(to)) return null;
  const [nodes, path]: [number[], number[]] = [[to], []];
  for (let way = cameBy.get(to) ?? null; way !== null; way = cameBy.get(way.node) ?? null) {
    nodes.unshift(way.node);
    path.unshift(way.edge);
  }
  return { nodes, edges: path };
};

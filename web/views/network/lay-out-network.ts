import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { componentsOf, type Islet, packIslets } from './pack-islets.ts';
import { startPlaces } from './start-places.ts';

/** What a layout needs of a network. */
export interface LayoutTask {
  readonly ids: readonly string[];
  /** Places of two nodes each, one pair after the other. */
  readonly pairs: readonly number[];
  readonly weights: readonly number[];
}

/** Steps until nothing moves much any more; fewer where each takes long. Ours, by looking. */
const stepsFor = (nodes: number): number => (nodes <= 300 ? 900 : nodes <= 1500 ? 400 : 160);

/** What is larger than this is shown as it comes about. */
const LARGE = 1000;
const PARTS = 5;

/** Lays out nodes that are all tied together, around the middle. */
const layOutIslet = ({ ids, pairs, weights }: LayoutTask, onPart?: (places: Float64Array) => void): Float64Array => {
  const places = startPlaces(ids);
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const index of ids.keys()) graph.addNode(index, { x: places[index * 2], y: places[index * 2 + 1] });
  for (let at = 0; at < pairs.length; at += 2) {
    const [a, b] = [pairs[at], pairs[at + 1]];
    if (a === undefined || b === undefined || a === b || graph.hasEdge(a, b)) continue;
    graph.addEdge(a, b, { weight: weights[at / 2] ?? 1 });
  }
  const read = (): Float64Array => {
    const now = new Float64Array(ids.length * 2);
    for (const index of ids.keys()) {
      now[index * 2] = graph.getNodeAttribute(index, 'x') as number;
      now[index * 2 + 1] = graph.getNodeAttribute(index, 'y') as number;
    }
    return now;
  };
  const parts = ids.length > LARGE ? PARTS : 1;
  for (let part = 0; part < parts; part++) {
    forceAtlas2.assign(graph, {
      iterations: Math.ceil(stepsFor(ids.length) / parts),
      getEdgeWeight: 'weight',
      settings: {
        barnesHutOptimize: ids.length > 600,
        barnesHutTheta: 0.8,
        gravity: ids.length > 600 ? 0.5 : 0.3,
        scalingRatio: 10,
        slowDown: 1 + Math.log(ids.length + 1) / 2,
        edgeWeightInfluence: 0.5,
      },
    });
    if (onPart !== undefined && part < parts - 1) onPart(read());
  }
  return read();
};

/**
 * Lays a network out by force (ForceAtlas2, Jacomy et al. 2014), each part that hangs together by itself, and puts the parts
 * beside each other, the largest first. Pure: the same task gives the same places, two numbers a node.
 *
 * @param onPart Told of the places as they come about, a few times, where the network is large.
 */
export const layOutNetwork = (task: LayoutTask, onPart?: (places: Float64Array) => void): Float64Array => {
  const components = componentsOf(task.ids.length, task.pairs);
  const laid: Islet[] = [];
  const all = new Float64Array(task.ids.length * 2);
  const put = (islets: readonly Islet[]): Float64Array => {
    const packed = packIslets(islets, task.pairs);
    for (const { nodes, places } of packed)
      for (const [index, node] of nodes.entries()) {
        all[node * 2] = places[index * 2] ?? 0;
        all[node * 2 + 1] = places[index * 2 + 1] ?? 0;
      }
    return all;
  };
  for (const nodes of components) {
    const local = new Map(nodes.map((node, index) => [node, index]));
    const [pairs, weights]: [number[], number[]] = [[], []];
    for (let at = 0; at < task.pairs.length; at += 2) {
      const [a, b] = [local.get(task.pairs[at] ?? -1), local.get(task.pairs[at + 1] ?? -1)];
      if (a === undefined || b === undefined) continue;
      pairs.push(a, b);
      weights.push(task.weights[at / 2] ?? 1);
    }
    const ids = nodes.map((node) => task.ids[node] ?? '');
    const places = layOutIslet({ ids, pairs, weights }, (part) =>
      onPart?.(put([...laid, { nodes, places: part }]).slice()),
    );
    laid.push({ nodes, places });
  }
  return put(laid);
};

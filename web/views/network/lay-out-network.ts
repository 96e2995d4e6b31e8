import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { startPlaces } from './start-places.ts';

/** What a layout needs of a network. */
export interface LayoutTask {
  readonly ids: readonly string[];
  /** How large each is drawn. */
  readonly sizes: readonly number[];
  /** Places of two nodes each, one pair after the other. */
  readonly pairs: readonly number[];
  readonly weights: readonly number[];
}

/** Steps until nothing moves much any more; fewer where each takes long. Ours, by looking. */
const stepsFor = (nodes: number): number => (nodes <= 300 ? 700 : nodes <= 1500 ? 300 : 130);

const PARTS = 5;

/**
 * Lays a network out by force (ForceAtlas2, Jacomy et al. 2014). Pure: the same task gives the same places, two numbers a node.
 *
 * @param onPart Told of the places as they come about, a few times.
 */
export const layOutNetwork = (task: LayoutTask, onPart?: (places: Float64Array) => void): Float64Array => {
  const { ids, sizes, pairs, weights } = task;
  const places = startPlaces(ids);
  if (ids.length === 0) return places;
  const graph = new Graph({ type: 'undirected', multi: false });
  for (const [index] of ids.entries())
    graph.addNode(index, { x: places[index * 2], y: places[index * 2 + 1], size: sizes[index] ?? 4 });
  for (let at = 0; at < pairs.length; at += 2) {
    const [a, b] = [pairs[at], pairs[at + 1]];
    if (a === undefined || b === undefined || a === b || graph.hasEdge(a, b)) continue;
    graph.addEdge(a, b, { weight: weights[at / 2] ?? 1 });
  }
  const steps = stepsFor(ids.length);
  const settings = {
    barnesHutOptimize: ids.length > 600,
    barnesHutTheta: 0.8,
    gravity: 1,
    strongGravityMode: false,
    scalingRatio: ids.length > 600 ? 10 : 14,
    slowDown: 1 + Math.log(ids.length + 1) / 2,
    edgeWeightInfluence: 0.6,
    linLogMode: false,
  };
  const read = (): Float64Array => {
    const now = new Float64Array(ids.length * 2);
    for (const [index] of ids.entries()) {
      now[index * 2] = graph.getNodeAttribute(index, 'x') as number;
      now[index * 2 + 1] = graph.getNodeAttribute(index, 'y') as number;
    }
    return now;
  };
  for (let part = 0; part < PARTS; part++) {
    // Nodes first find their places as points; that none lies upon another is seen to in the end, or they get in each other's way.
    const adjustSizes = part === PARTS - 1 && ids.length <= 600;
    forceAtlas2.assign(graph, {
      iterations: Math.ceil(steps / PARTS),
      settings: { ...settings, adjustSizes },
      getEdgeWeight: 'weight',
    });
    if (onPart !== undefined && part < PARTS - 1) onPart(read());
  }
  return read();
};

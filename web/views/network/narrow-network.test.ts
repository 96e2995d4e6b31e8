import { describe, expect, it } from 'vitest';
import type { NetworkAnswer, NetworkEdge } from '../../../src/serve/index.ts';
import { findPath } from './find-path.ts';
import { layOutNetwork } from './lay-out-network.ts';
import { mayHaveBeen, type NetworkNarrowing, narrowNetwork } from './narrow-network.ts';

const edge = (source: number, target: number, over: Partial<NetworkEdge> = {}): NetworkEdge => ({
  source,
  target,
  layer: 'tie',
  kind: 'family',
  isDirected: false,
  rows: [`row-${source}-${target}`],
  list: 'ties',
  count: 1,
  weight: 2,
  voices: 1,
  standing: 'single-origin',
  isDenied: false,
  times: [],
  when: null,
  origins: [],
  ...over,
});

const network = (edges: readonly NetworkEdge[]): NetworkAnswer => ({
  digest: 'd',
  nodes: ['a', 'b', 'c', 'd', 'e'].map((id, index) => ({
    id,
    name: id,
    type: index === 4 ? 'place' : 'person',
    post: null,
    rows: 5 - index,
  })),
  edges: [...edges],
  totalNodes: 5,
  totalEdges: edges.length,
  types: {},
  layers: {},
  span: null,
  undated: 0,
  unpaired: 0,
});

const ALL: NetworkNarrowing = { types: null, layers: null, least: 0, from: null, to: null, around: null };

describe('narrowNetwork', () => {
  const edges = [
    edge(0, 1),
    edge(1, 2, { layer: 'meeting', times: [[100, 101]] }),
    edge(2, 3, { weight: 9, times: [[200, null]] }),
    edge(0, 4, { layer: 'place' }),
  ];

  it('shows everything that has an edge where nothing is narrowed', () => {
    expect(narrowNetwork(network(edges), ALL)).toEqual({ nodes: [0, 1, 2, 3, 4], edges: [0, 1, 2, 3] });
  });

  it('takes nodes along that lose their edges', () => {
    expect(narrowNetwork(network(edges), { ...ALL, types: new Set(['person']) })).toEqual({
      nodes: [0, 1, 2, 3],
      edges: [0, 1, 2],
    });
    expect(narrowNetwork(network(edges), { ...ALL, layers: new Set(['meeting']) })).toEqual({
      nodes: [1, 2],
      edges: [1],
    });
    expect(narrowNetwork(network(edges), { ...ALL, least: 3 })).toEqual({ nodes: [2, 3], edges: [2] });
  });

  it('keeps what may have been then: to the day, without an end, and what nobody dates', () => {
    const at = (from: number | null, to: number | null) => narrowNetwork(network(edges), { ...ALL, from, to }).edges;
    expect(at(100, 100)).toEqual([0, 1, 3]);
    expect(at(101, 199)).toEqual([0, 3]);
    expect(at(200, 200)).toEqual([0, 2, 3]);
    expect(at(9000, null)).toEqual([0, 2, 3]);
    expect(at(null, 99)).toEqual([0, 3]);
    expect(mayHaveBeen(edge(0, 1, { times: [[null, 50]] }), 49, 60)).toBe(true);
    expect(mayHaveBeen(edge(0, 1, { times: [[null, 50]] }), 50, 60)).toBe(false);
  });

  it('shows one with its neighbours and what is between them', () => {
    const near = narrowNetwork(network([...edges, edge(1, 4)]), { ...ALL, around: 'a' });
    expect(near).toEqual({ nodes: [0, 1, 4], edges: [0, 3, 4] });
    expect(narrowNetwork(network([]), { ...ALL, around: 'c' }).nodes).toEqual([2]);
  });
});

describe('findPath', () => {
  const edges = [edge(0, 1), edge(1, 2), edge(2, 3), edge(0, 4), edge(4, 3), edge(1, 2, { weight: 8 })];
  const all = edges.map((_, place) => place);

  it('is as short as can be', () => {
    expect(findPath(edges, all, 0, 3)).toEqual({ nodes: [0, 4, 3], edges: [3, 4] });
  });

  it('goes over what is shown only, by the weightiest of several edges', () => {
    expect(findPath(edges, [0, 1, 2, 5], 0, 3)).toEqual({ nodes: [0, 1, 2, 3], edges: [0, 5, 2] });
  });

  it('rather goes by what is not denied', () => {
    const told = [edge(0, 1, { weight: 9, isDenied: true }), edge(0, 1, { weight: 1 })];
    expect(findPath(told, [0, 1], 0, 1)?.edges).toEqual([1]);
  });

  it('is none where nothing leads there', () => {
    expect(findPath(edges, [0], 0, 3)).toBeNull();
    expect(findPath(edges, all, 2, 2)).toEqual({ nodes: [2], edges: [] });
  });
});

describe('layOutNetwork', () => {
  const task = {
    ids: ['a', 'b', 'c', 'd'],
    pairs: [0, 1, 1, 2],
    weights: [1, 1],
  };

  it('draws the same network the same way', () => {
    expect(layOutNetwork(task)).toEqual(layOutNetwork(task));
    expect([...layOutNetwork(task)].every(Number.isFinite)).toBe(true);
  });

  it('puts what does not hang together beside each other', () => {
    const places = layOutNetwork({ ids: ['a', 'b', 'c', 'd', 'e'], pairs: [0, 1, 1, 2, 3, 4], weights: [1, 1, 1] });
    const xs = [0, 1, 2, 3, 4].map((index) => places[index * 2] ?? 0);
    const ys = [0, 1, 2, 3, 4].map((index) => places[index * 2 + 1] ?? 0);
    const apart = (values: readonly number[]): boolean =>
      Math.max(...values.slice(0, 3)) < Math.min(...values.slice(3)) ||
      Math.max(...values.slice(3)) < Math.min(...values.slice(0, 3));
    expect(apart(xs) || apart(ys)).toBe(true);
    expect(Math.hypot((xs[3] ?? 0) - (xs[4] ?? 0), (ys[3] ?? 0) - (ys[4] ?? 0))).toBeCloseTo(40, 3);
  });

  it('puts nobody onto another', () => {
    const places = layOutNetwork(task);
    const points = [0, 1, 2, 3].map((index) => `${places[index * 2]?.toFixed(2)} ${places[index * 2 + 1]?.toFixed(2)}`);
    expect(new Set(points).size).toBe(4);
  });
});

import { describe, expect, it } from 'vitest';
import type { ContingencyGraph } from './brief.ts';
import { drawContingency } from './draw-contingency.ts';
import { layOutContingency } from './lay-out-contingency.ts';
import { outline } from './outline.ts';

const node = (id: string, kind = 'stated condition, open', text = `Words of ${id}`) => ({
  id,
  kind,
  text,
  aside: null,
  notes: { numbers: [1], more: 0 },
});
const edge = (from: string, to: string, form: 'stated' | 'implied' | 'denotes' = 'stated') => ({ from, to, form });

const GRAPH: ContingencyGraph = {
  nodes: [
    node('sale', 'deal, in talks'),
    node('lease', 'deal, offered'),
    node('relief'),
    node('peace'),
    node('plan', 'plan'),
  ],
  edges: [
    edge('sale', 'relief'),
    edge('lease', 'peace', 'implied'),
    edge('relief', 'peace'),
    edge('peace', 'plan', 'denotes'),
  ],
  roots: ['sale', 'lease'],
};

describe('the graph of what deals hang on', () => {
  it('stands in columns from left to right, boxes never one over the other', () => {
    const picture = layOutContingency(GRAPH, 900);
    const x = (id: string): number => picture?.nodes.find((one) => one.node.id === id)?.x ?? Number.NaN;
    expect([x('sale'), x('lease')]).toEqual([0, 0]);
    expect(x('relief')).toBeGreaterThan(0);
    expect(x('peace')).toBeGreaterThan(x('relief'));
    expect(x('plan')).toBeGreaterThan(x('peace'));
    for (const a of picture?.nodes ?? []) {
      expect(a.x + (picture?.boxWidth ?? 0)).toBeLessThanOrEqual(900);
      expect(a.y + a.height).toBeLessThanOrEqual(picture?.height ?? 0);
      for (const b of picture?.nodes ?? [])
        if (a !== b && a.x === b.x) expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    }
  });

  it('ends where it goes in a circle', () => {
    const circle = { ...GRAPH, edges: [...GRAPH.edges, edge('peace', 'relief')] };
    expect(layOutContingency(circle, 900)?.edges).toHaveLength(5);
    expect(
      outline(circle)
        .filter(({ node: { id } }) => id === 'relief')
        .map(({ isAgain }) => isAgain),
    ).toEqual([false, true]);
  });

  it('is no picture when it would have too many columns, and a list all the same', () => {
    const names = Array.from({ length: 7 }, (_, at) => `c${at}`);
    const long = {
      nodes: names.map((id) => node(id)),
      edges: names.slice(1).map((id, at) => edge(names[at] ?? '', id)),
      roots: ['c0'],
    };
    expect(drawContingency(long)).toBe('');
    expect(outline(long).map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('tells lines apart by stroke, gives each box its notes, and lets no words mark up', () => {
    const hostile = {
      ...GRAPH,
      nodes: [...GRAPH.nodes.slice(1), node('sale', 'deal, in talks', '<script>x</script>')],
    };
    const svg = drawContingency(hostile);
    expect(svg).not.toContain('<script>');
    for (const form of ['stated', 'implied', 'denotes']) expect(svg).toContain(`class="edge ${form}"`);
    expect(svg.match(/href="#n1"/g)).toHaveLength(5);
  });

  it('lists what hangs below two in full once', () => {
    expect(outline(GRAPH).map(({ node: { id }, form, depth, isAgain }) => [depth, id, form, isAgain])).toEqual([
      [0, 'sale', null, false],
      [1, 'relief', 'stated', false],
      [2, 'peace', 'stated', false],
      [3, 'plan', 'denotes', false],
      [0, 'lease', null, false],
      [1, 'peace', 'implied', true],
    ]);
  });
});

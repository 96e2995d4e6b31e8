import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { NetworkAnswer } from '../network-shapes.ts';
import type { ItemAnswer } from './lines.ts';

describe('the network over the API', () => {
  let example: ExampleDesk;
  let all: NetworkAnswer;
  beforeAll(async () => {
    example = await exampleDesk();
    all = await example.get<NetworkAnswer>('/network');
  }, 120_000);
  afterAll(() => example.close());

  it('has rows with quotes behind every edge', async () => {
    expect(all.edges.length).toBeGreaterThan(10);
    for (const { rows, list, count } of all.edges) {
      expect(rows.length).toBeGreaterThan(0);
      expect(count).toBeGreaterThanOrEqual(rows.length);
      for (const row of rows) {
        const { item } = await example.get<ItemAnswer>(`/${list}/${row}`);
        expect((item as unknown as { evidence: readonly unknown[] }).evidence.length).toBeGreaterThan(0);
      }
    }
  });

  it('has an edge for each tie, and both its ends among the nodes', async () => {
    const { items } = await example.get<{ items: readonly { id: string; from: string; to: string }[] }>(
      '/ties?limit=1000',
    );
    const drawn = new Map(
      all.edges.filter(({ layer }) => layer === 'tie').flatMap((edge) => edge.rows.map((row) => [row, edge] as const)),
    );
    for (const tie of items.filter(({ from, to }) => from !== to)) {
      const edge = drawn.get(tie.id);
      const ends = [all.nodes[edge?.source ?? -1]?.id, all.nodes[edge?.target ?? -1]?.id];
      expect(ends.sort()).toEqual([tie.from, tie.to].sort());
    }
  });

  it('keeps the most involved and says how many there are', async () => {
    const few = await example.get<NetworkAnswer>('/network?most=5');
    expect(few.nodes).toEqual(all.nodes.slice(0, 5));
    expect(few.totalNodes).toBe(all.totalNodes);
    const involved = all.nodes.map(({ rows }) => rows);
    expect(involved).toEqual([...involved].sort((a, b) => b - a));
  });

  it('is narrowed by kinds of nodes and edges and by weight', async () => {
    const people = await example.get<NetworkAnswer>('/network?types=person&layers=meeting');
    expect(new Set(people.nodes.map(({ type }) => type))).toEqual(new Set(['person']));
    expect(new Set(people.edges.map(({ layer }) => layer))).toEqual(new Set(['meeting']));
    const heaviest = Math.max(...all.edges.map(({ weight }) => weight));
    const heavy = await example.get<NetworkAnswer>(`/network?least=${heaviest}`);
    expect(heavy.edges.length).toBeGreaterThan(0);
    expect(heavy.edges.every(({ weight }) => weight >= heaviest)).toBe(true);
  });

  it('keeps what nobody dates, whatever the time: it may have been then', async () => {
    const early = await example.get<NetworkAnswer>('/network?to=1900-01-01');
    expect(early.undated).toBe(all.undated);
    expect(early.edges.every(({ times }) => times.length === 0 || times.some(([start]) => start === null))).toBe(true);
  });

  it('shows one and its neighbours', async () => {
    const [first] = all.nodes;
    const near = await example.get<NetworkAnswer>(`/network?around=${first?.id}`);
    const place = near.nodes.findIndex(({ id }) => id === first?.id);
    expect(place).toBeGreaterThanOrEqual(0);
    const neighbours = new Set(
      near.edges.flatMap(({ source, target }) => (source === place ? [target] : target === place ? [source] : [])),
    );
    expect(neighbours.size).toBe(near.nodes.length - 1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { DecisionAnswer } from './decisions.ts';
import type { Front } from './front.ts';

const MINUTE = 60_000;

describe('the front page over the API', () => {
  let example: ExampleDesk;
  let now = Date.UTC(2031, 5, 1);

  beforeAll(async () => {
    example = await exampleDesk(undefined, () => new Date(now));
  }, 120_000);
  afterAll(() => example.close());

  it('gives findings by standing with the ways they came, best supported first, and says of how many', async () => {
    const { groups } = await example.get<Front>('/front');
    expect(groups.map(({ standing }) => standing)).toEqual([
      'corroborated',
      'single-origin',
      'unknown-origin',
      'denied',
      'corrected',
    ]);
    for (const { standing, total, items } of groups) {
      expect(items.length).toBeLessThanOrEqual(Math.min(6, total));
      expect(items.every((item) => item.standing === standing)).toBe(true);
      expect(items.every(({ said }) => said.chains.length > 0)).toBe(true);
    }
    const [corroborated] = groups;
    expect(corroborated?.items.every(({ origins }) => origins.length > 1)).toBe(true);
    const counted = await example.get<{ readonly total: number }>('/lines/findings?standing=corroborated');
    expect(corroborated?.total).toBe(counted.total);
  });

  it('shows each side of what is disputed with those who say so', async () => {
    const { disputes } = await example.get<Front>('/front');
    expect(disputes.items.length).toBeGreaterThan(0);
    for (const { sides } of disputes.items) {
      expect(sides.length).toBeGreaterThan(1);
      expect(sides.some(({ said }) => said.chains.length > 0)).toBe(true);
    }
  });

  it('draws every document under the origins it derives from, or counts it there', async () => {
    const { origins } = await example.get<Front>('/front');
    const [most] = origins;
    expect(most?.total).toBeGreaterThanOrEqual(origins.at(-1)?.total ?? 0);
    for (const { id, rows, total } of origins) {
      expect(rows.length).toBeLessThanOrEqual(total);
      for (const row of rows) if (id !== null) expect(row.origins).toContain(id);
    }
    expect(origins.flatMap(({ rows }) => rows.map(({ how }) => how))).toContain('own');
  });

  it('narrows all of it to an origin', async () => {
    const all = await example.get<Front>('/front');
    const origin = all.origins[1]?.id ?? '';
    const own = await example.get<Front>(`/front?origin=${origin}`);
    const shown = own.groups.flatMap(({ items }) => items);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ origins }) => origins.includes(origin))).toBe(true);
    expect(own.gaps.total).toBeLessThan(all.gaps.total);
    expect(own.groups[1]?.total).toBeLessThan(all.groups[1]?.total ?? 0);
  });

  it('says on the next visit what has changed since the last, not while one goes on', async () => {
    const first = await example.get<Front>('/front');
    expect(first.changes?.since).toBeNull();
    const rejected = first.groups[1]?.items[0];
    const renewed = example.renewed();
    await example.post<DecisionAnswer>('/decisions', { kind: 'reject', about: [rejected?.id], by: 'Grace' });
    await renewed;
    now += MINUTE;
    expect((await example.get<Front>('/front')).changes?.since).toBeNull();
    now += 60 * MINUTE;
    const back = await example.get<Front>('/front');
    // What was seen at the end of the first visit is what the next is held against.
    expect(back.changes).toMatchObject({ documents: { total: 0 }, gone: 0, decisions: { total: 0 } });
    expect(back.changes?.since).not.toBeNull();
    const again = example.renewed();
    now += MINUTE;
    const other = back.groups[0]?.items[0];
    await example.post<DecisionAnswer>('/decisions', { kind: 'reject', about: [other?.id], by: 'Grace' });
    await again;
    const { changes } = await example.get<Front>('/front');
    expect(changes?.decisions).toMatchObject({ total: 1, items: [{ text: 'Grace: reject' }] });
    expect((changes?.gone ?? 0) + (changes?.fell.total ?? 0)).toBeGreaterThan(0);
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExampleDesk, exampleDesk } from '../../../tests/desk/example-desk.ts';
import type { TimelineAnswer, TimelineItem } from '../timeline-shapes.ts';

interface Undated {
  readonly total: number;
  readonly items: readonly TimelineItem[];
}

describe('the timeline over the API', () => {
  let example: ExampleDesk;
  beforeAll(async () => {
    example = await exampleDesk();
  }, 120_000);
  afterAll(() => example.close());

  const laneOf = ({ lanes }: TimelineAnswer, name: string) => {
    const lane = lanes.find((one) => one.lane === name);
    if (lane === undefined) throw new Error(`Expected a lane ${name}.`);
    return lane;
  };

  it('has each meeting once: with a date in its lane, or among those without one', async () => {
    const { total } = await example.get<{ total: number }>('/lines/meetings?limit=1');
    const lane = laneOf(await example.get<TimelineAnswer>('/timeline'), 'meetings');
    expect(lane.dated + lane.undated).toBe(total);
    const undated = await example.get<Undated>('/timeline/undated?lane=meetings');
    expect(undated.total).toBe(lane.undated);
    expect(undated.items.every(({ when, start, end }) => when === null && start === null && end === null)).toBe(true);
  });

  it('never sharpens a date: each item is as wide as its words are vague', async () => {
    const { lanes } = await example.get<TimelineAnswer>('/timeline?first=1900-01-01&last=2100-01-01');
    const widths = (pattern: RegExp): readonly number[] =>
      lanes.flatMap(({ items }) =>
        items.flatMap(({ when, start, end, isAbout }) =>
          when !== null && !isAbout && pattern.test(when) && start !== null && end !== null ? [end - start] : [],
        ),
      );
    const days = widths(/^\d{1,2} [A-Z][a-z]+ \d{4}$/);
    const months = widths(/^[A-Z][a-z]+ \d{4}$/);
    expect(days.length).toBeGreaterThan(0);
    expect(new Set(days)).toEqual(new Set([1]));
    expect(months.length).toBeGreaterThan(0);
    expect(Math.min(...months)).toBeGreaterThanOrEqual(28);
  });

  it('shows at first what lies together, and says how much lies far from it', async () => {
    const { whole, home, distant, lanes } = await example.get<TimelineAnswer>('/timeline');
    if (whole === null || home === null) throw new Error('Expected dates in the example.');
    expect(home.start).toBeGreaterThanOrEqual(whole.start);
    expect(home.end).toBeLessThanOrEqual(whole.end);
    const dated = lanes.reduce((sum, lane) => sum + lane.dated, 0);
    const within = lanes.reduce((sum, lane) => sum + lane.within, 0);
    expect(within).toBeLessThanOrEqual(dated);
    expect(distant > 0).toBe(home.start > whole.start || home.end < whole.end);
  });

  it('counts by period where a lane has more than can be told apart, and keeps the weightiest', async () => {
    const lane = laneOf(await example.get<TimelineAnswer>('/timeline?most=2'), 'documents');
    expect(lane.isWhole).toBe(false);
    expect(lane.items).toHaveLength(2);
    expect(lane.counts.reduce((sum, { count }) => sum + count, 0)).toBe(lane.within);
  });

  it('gives only what touches the stretch that is looked at', async () => {
    const all = await example.get<TimelineAnswer>('/timeline');
    if (all.home === null) throw new Error('Expected dates in the example.');
    const day = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10);
    const middle = Math.floor((all.home.start + all.home.end) / 2);
    const part = await example.get<TimelineAnswer>(`/timeline?first=${day(middle)}&last=${day(middle)}`);
    for (const { items } of part.lanes)
      for (const { start, end } of items) {
        expect(start ?? middle).toBeLessThanOrEqual(middle);
        expect(end ?? middle + 1).toBeGreaterThan(middle);
      }
  });

  it('is narrowed as every list is, but not by the stretch of time that it sets itself', async () => {
    const all = await example.get<TimelineAnswer>('/timeline');
    const timed = await example.get<TimelineAnswer>('/timeline?from=2031-09-01&to=2031-09-02');
    expect(timed.lanes.map(({ dated }) => dated)).toEqual(all.lanes.map(({ dated }) => dated));
    const denied = await example.get<TimelineAnswer>('/timeline?standing=denied');
    expect(denied.lanes.flatMap(({ items }) => items).every(({ standing }) => standing === 'denied')).toBe(true);
  });

  it('says what is wrong with a lane that there is not', async () => {
    const response = await example.ask('/timeline/undated?lane=weather');
    expect(response.status).toBe(422);
    expect((await response.json()) as unknown).toMatchObject({ error: { code: 'serve/invalid' } });
  });
});

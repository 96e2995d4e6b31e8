import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutNarrow, layOutWide, type PlacedItem, textWidth } from './lay-out-timeline.ts';
import { LANES, type Timeline, type TimelineItem } from './timeline.ts';

const item = (
  id: string,
  start: number | null,
  end: number | null,
  more: Partial<TimelineItem> = {},
): TimelineItem => ({
  id,
  lane: 'Deals',
  label: 'Two companies – a railway',
  when: 'some day 2041',
  words: [],
  start,
  end,
  others: [],
  standing: 'single-origin',
  isOpen: false,
  status: 'agreed',
  origins: [],
  notes: { numbers: [1], more: 0 },
  ...more,
});

const timeline = (drawn: readonly TimelineItem[]): Timeline => ({ drawn, distant: [], undated: [], more: [] });

const ends = (placed: PlacedItem): readonly [number, number] => {
  const width = textWidth(`${placed.label} · ${placed.when}`);
  const words = placed.anchor === 'start' ? [placed.textX, placed.textX + width] : [placed.textX - width, placed.textX];
  return [Math.min(placed.band.x0, words[0] ?? 0), Math.max(placed.band.x1, words[1] ?? 0)];
};

describe('layOutWide', () => {
  it('draws nothing when nothing is dated', () => {
    expect(layOutWide(timeline([]), 900, 112)).toBeNull();
  });

  it('makes a band as wide as the date is vague', () => {
    const picture = layOutWide(timeline([item('a', 100, 131), item('b', 100, 107), item('c', 104, 105)]), 900, 112);
    const [a, b, c] = ['a', 'b', 'c'].map((id) =>
      picture?.lanes.flatMap((lane) => lane.items).find((placed) => placed.item.id === id),
    );
    const width = (placed: PlacedItem | undefined): number => (placed?.band.x1 ?? 0) - (placed?.band.x0 ?? 0);
    expect(width(a) / width(b)).toBeCloseTo(31 / 7, 1);
    expect(c?.band.isDay).toBe(true);
  });

  it('lets an open date run to the edge', () => {
    const picture = layOutWide(timeline([item('a', 100, null), item('b', 90, 91)]), 900, 112);
    const open = picture?.lanes[0]?.items.find((placed) => placed.item.id === 'a');
    expect(open?.band).toMatchObject({ x1: 892, isOpenEnd: true, isDay: false });
  });

  it('never lets bands or words of one row meet, nor leave the picture', () => {
    const days = fc.record({
      start: fc.integer({ min: 0, max: 400 }),
      span: fc.constantFrom(1, 1, 1, 7, 30, 365),
      lane: fc.constantFrom(...LANES),
      label: fc.string({ minLength: 1, maxLength: 80 }),
    });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 30 }), (list) => {
        const drawn = list.map(({ start, span, lane, label }, index) =>
          item(`i${index}`, start, start + span, { lane, label }),
        );
        const picture = layOutWide(timeline(drawn), 900, 112);
        for (const lane of picture?.lanes ?? []) {
          const rows = new Map<number, (readonly [number, number])[]>();
          for (const placed of lane.items) {
            expect(placed.y).toBeGreaterThan(lane.y);
            expect(placed.y).toBeLessThan(lane.y + lane.height);
            rows.set(placed.y, [...(rows.get(placed.y) ?? []), ends(placed)]);
          }
          for (const row of rows.values()) {
            const ordered = [...row].sort((a, b) => a[0] - b[0]);
            ordered.forEach(([from], index) => {
              const before = ordered[index - 1];
              if (before !== undefined) expect(from).toBeGreaterThanOrEqual(before[1] - 0.2);
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('layOutNarrow', () => {
  it('sets one entry below the other within the width', () => {
    const picture = layOutNarrow(timeline([item('a', 100, 131), item('b', 100, 101)]), 346);
    const [a, b] = picture?.lanes[0]?.items ?? [];
    expect((b?.y ?? 0) - (a?.y ?? 0)).toBeGreaterThan(40);
    expect(Math.max(...(picture?.lanes[0]?.items ?? []).map((placed) => placed.band.x1))).toBeLessThanOrEqual(346);
  });
});

import { describe, expect, it } from 'vitest';
import type { TimelineItem } from '../../../src/serve/index.ts';
import { bandOf, cutTo, MARK, type PackSettings, packLane } from './pack-lane.ts';

const measure = (text: string): number => text.length * 6;
const settings: PackSettings = {
  pixelsPerDay: 4,
  rows: 4,
  firstX: 0,
  lastX: 4000,
  edges: [0, 4000],
  labelWidths: [200, 100],
  easyRows: 4,
  measure,
};

const item = (key: string, start: number | null, end: number | null): TimelineItem => ({
  key,
  list: 'meetings',
  row: key,
  text: `Somebody met somebody, number ${key}`,
  state: 'held',
  when: 'some day',
  start,
  end,
  isAbout: false,
  isOpen: false,
  standing: 'single-origin',
  origins: [],
  others: [],
});

/** What each item takes up, by row. */
const taken = (packed: ReturnType<typeof packLane>) =>
  packed.items.map(({ row, band, labelX, labelWidth, isInside }) => {
    const middle = (band.x0 + band.x1) / 2;
    const [x0, x1] = band.isPoint ? [middle - MARK / 2, middle + MARK / 2] : [band.x0, band.x1];
    return { row, from: isInside ? x0 : Math.min(x0, labelX), to: isInside ? x1 : Math.max(x1, labelX + labelWidth) };
  });

describe('packLane', () => {
  it('draws a day as a point and a month as a band as wide as the month', () => {
    expect(bandOf({ start: 10, end: 11 }, settings).isPoint).toBe(true);
    const month = bandOf({ start: 10, end: 41 }, settings);
    expect(month.isPoint).toBe(false);
    expect(month.x1 - month.x0).toBe(31 * 4);
  });

  it('draws what has no end up to the end of the axis', () => {
    expect(bandOf({ start: 10, end: null }, settings)).toMatchObject({ x1: 4000, isOpenEnd: true, isPoint: false });
  });

  it('lets neither bands nor words meet, however many there are', () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      item(`m${index}`, (index * 37) % 900, ((index * 37) % 900) + (index % 5 === 0 ? 31 : 1)),
    );
    const packed = packLane(items, settings);
    expect(packed.items.length + packed.left.length).toBe(300);
    expect(packed.rows).toBeLessThanOrEqual(settings.rows);
    const places = taken(packed).sort((a, b) => a.row - b.row || a.from - b.from);
    for (const [index, { row, from }] of places.entries()) {
      const before = places[index - 1];
      if (before?.row === row) expect(from).toBeGreaterThanOrEqual(before.to);
    }
  });

  it('shows more from nearer', () => {
    const items = Array.from({ length: 300 }, (_, index) => item(`m${index}`, index * 3, index * 3 + 1));
    const far = packLane(items, { ...settings, pixelsPerDay: 1, lastX: 1000, edges: [0, 1000] });
    const near = packLane(items, { ...settings, pixelsPerDay: 40, lastX: 40_000, edges: [0, 40_000] });
    expect(far.left.length).toBeGreaterThan(0);
    expect(near.left).toHaveLength(0);
    expect(near.items.every(({ label }) => label !== '')).toBe(true);
  });

  it('puts words before their mark where the axis ends', () => {
    const [placed] = packLane([item('last', 990, 991)], settings).items;
    expect((placed?.labelX ?? 0) + (placed?.labelWidth ?? 0)).toBeLessThanOrEqual(990 * 4);
  });

  it('cuts words to the room that there is on the better side', () => {
    const [placed] = packLane([item('middle', 25, 26)], { ...settings, edges: [0, 200] }).items;
    expect(placed?.labelX ?? 0).toBeGreaterThanOrEqual(0);
    expect((placed?.labelX ?? 0) + (placed?.labelWidth ?? 0)).toBeLessThanOrEqual(200);
    expect(placed?.label).toMatch(/…$/);
  });

  it('cuts words at a word', () => {
    expect(cutTo('Somebody met somebody else in the capital', 120, measure)).toBe('Somebody met…');
    expect(cutTo('short', 120, measure)).toBe('short');
  });
});

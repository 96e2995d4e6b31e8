import { describe, expect, it } from 'vitest';
import { progressLine, shareLine } from './progress-bar.ts';

describe('progressLine', () => {
  it('shows bar, count, time left and the path read last', () => {
    const line = progressLine({ phase: 'reading', done: 30, total: 120, path: 'pile/a\nb.txt' }, 60_000, 100);
    expect(line).toBe('Reading ██████░░░░░░░░░░░░░░░░░░ 30/120 3:00 left  pile/a\\nb.txt');
  });

  it('keeps the end of a path that is too long', () => {
    const line = progressLine(
      { phase: 'reading', done: 5, total: 10, path: `${'folder/'.repeat(20)}end.txt` },
      1000,
      80,
    );
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line.endsWith('end.txt')).toBe(true);
  });

  it('says what is done when nothing can be counted', () => {
    expect(progressLine({ phase: 'deriving', done: 3, total: 3, path: null }, 0, 80)).toBe(
      'Putting the case together …',
    );
  });
});

describe('shareLine', () => {
  it('shows bar, time left and what there is so far', () => {
    expect(shareLine('Comparing', 0.25, '1,000 pairs', 60_000)).toBe(
      'Comparing ██████░░░░░░░░░░░░░░░░░░ 3:00 left  1,000 pairs',
    );
  });

  it('tells no time before there is something to count from', () => {
    expect(shareLine('Comparing', 0.01, '3 pairs', 10)).toBe('Comparing ░░░░░░░░░░░░░░░░░░░░░░░░  3 pairs');
  });
});

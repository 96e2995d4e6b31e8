import { describe, expect, it } from 'vitest';
import type { Anchor, Place } from '../model/index.ts';
import { sayPlace } from './say-place.ts';

/** Ten signs for each place, with a gap of two between them. */
const anchorsOf = (...places: readonly Place[]): readonly Anchor[] =>
  places.map((place, at) => ({ start: at * 12, end: at * 12 + 10, place }));

const page = (number: number): Place => ({ kind: 'page', page: number, box: [0, 0, 10, 10] });
const paragraph = (number: number, section: string | null = null): Place => ({
  kind: 'paragraph',
  paragraph: number,
  section,
});
const time = (from: number, to: number, speaker: string | null): Place => ({ kind: 'time', from, to, speaker });
const row = (number: number, sheet: string | null): Place => ({ kind: 'row', row: number, sheet });

describe('sayPlace', () => {
  it.each<[string, readonly Place[]]>([
    ['page 3', [page(3), page(3)]],
    ['pages 3–5', [page(3), page(4), page(5)]],
    ['pages 1 and 9', [page(9), page(1)]],
    ['paragraph 7', [paragraph(7)]],
    ['paragraphs 7–8; paragraph 1 of notes', [paragraph(7), paragraph(8), paragraph(1, 'notes')]],
    ['part 1.2', [{ kind: 'part', part: '1.2' }]],
    ['the header', [{ kind: 'part', part: 'HEADER' }]],
    [
      'the header; part 1',
      [
        { kind: 'part', part: 'HEADER' },
        { kind: 'part', part: '1' },
      ],
    ],
    ['00:12:05, Chair', [time(725.4, 728, 'Chair')]],
    ['01:00:00–01:00:09, Chair, Lena Varga', [time(3600, 3604, 'Chair'), time(3604, 3609, 'Lena Varga')]],
    ['row 12 of sheet Payments', [row(12, 'Payments')]],
    ['rows 2–4', [row(2, null), row(3, null), row(4, null)]],
  ])('says %s', (said, places) => {
    expect(sayPlace(anchorsOf(...places), 0, 200)).toBe(said);
  });

  it('takes only what a stretch touches', () => {
    const anchors = anchorsOf(page(1), page(2), page(3), page(4));
    expect(sayPlace(anchors, 9, 12)).toBe('page 1');
    expect(sayPlace(anchors, 9, 13)).toBe('pages 1–2');
    expect(sayPlace(anchors, 10, 12)).toBeNull();
    expect(sayPlace(anchors, 36, 36)).toBe('page 4');
    expect(sayPlace(anchors, 46, 50)).toBeNull();
    expect(sayPlace([], 0, 10)).toBeNull();
  });

  it('keeps names of sheets and speakers on one line', () => {
    expect(sayPlace(anchorsOf(row(1, 'Pay\nments\u202e')), 0, 1)).toBe('row 1 of sheet Pay ments');
  });
});

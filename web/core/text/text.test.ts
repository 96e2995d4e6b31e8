import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlsIn } from './controls.ts';
import { chunksOf, paragraphsOf } from './paragraphs.ts';
import { placeNotes } from './place-notes.ts';
import { segmentsOf } from './segments.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'b ', '\n', '\n\n', '\u202e', '\0', '👩', '. '), maxLength: 80 });
const stretches = (length: number) =>
  fc.array(
    fc
      .tuple(fc.nat(length), fc.nat(length), fc.nat(3))
      .map(([a, b, id]) => ({ start: Math.min(a, b), end: Math.max(a, b), id })),
    { maxLength: 12 },
  );
const texted = texts.chain((text) => fc.tuple(fc.constant(text), stretches(text.length)));

describe('segments', () => {
  it('one after the other are the text, and each mark lies over exactly its own', () => {
    fc.assert(
      fc.property(texted, ([text, marks]) => {
        const segments = segmentsOf(0, text.length, marks);
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const segment of segments) expect(segment.end).toBeGreaterThan(segment.start);
        for (const mark of marks) {
          const under = segments.filter((segment) => segment.marks.includes(mark));
          expect(under.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.slice(mark.start, mark.end));
        }
      }),
    );
  });

  it('of a part of a text hold only what lies over that part', () => {
    const marks = [
      { start: 0, end: 4 },
      { start: 2, end: 9 },
      { start: 8, end: 12 },
    ];
    expect(segmentsOf(3, 8, marks)).toEqual([
      { start: 3, end: 4, marks: [marks[0], marks[1]] },
      { start: 4, end: 8, marks: [marks[1]] },
    ]);
  });
});

describe('paragraphs', () => {
  it('one after the other are the text to the letter, whatever the blocks', () => {
    fc.assert(
      fc.property(texted, ([text, marks]) => {
        let last = 0;
        const blocks = [...marks]
          .sort((a, b) => a.start - b.start)
          .flatMap(({ start, end }) => {
            if (start < last || end === start) return [];
            last = end;
            return [{ kind: 'body' as const, start, end, speaker: null, language: null, isRead: true }];
          });
        const paragraphs = paragraphsOf(text, blocks, []);
        expect(paragraphs.map(({ start, until }) => text.slice(start, until)).join('')).toBe(text);
        expect(paragraphs.every(({ end, until }) => text.slice(end, until).trim() === '')).toBe(true);
        expect(chunksOf(paragraphs, 10, 3).flat()).toEqual(paragraphs);
      }),
    );
  });

  it('begin at blank lines, and know lines that were broken by hand', () => {
    const line = 'The delegations met twice in the same week, it was said';
    const text = `${line}\nand left.\n\nFirst\nSecond`;
    expect(
      paragraphsOf(
        text,
        [{ kind: 'body', start: 0, end: text.length, speaker: null, language: 'en', isRead: true }],
        [],
      ),
    ).toMatchObject([
      { start: 0, isWrapped: true, kind: 'body', isFirst: true },
      { start: text.indexOf('First'), isWrapped: false, kind: 'body', isFirst: false },
    ]);
  });
});

describe('notes in the margin', () => {
  const notes = fc.array(fc.record({ anchor: fc.nat(500), height: fc.integer({ min: 1, max: 120 }) }), {
    maxLength: 12,
  });

  it('never lie over each other, stand in order and within the page; the one looked at has its place where it can', () => {
    fc.assert(
      fc.property(notes, fc.integer({ min: -1, max: 11 }), (given, looked) => {
        const sorted = [...given].sort((a, b) => a.anchor - b.anchor);
        const tops = placeNotes(sorted, 8, looked);
        expect(tops).toHaveLength(sorted.length);
        for (const [at, note] of sorted.entries()) {
          expect(tops[at]).toBeGreaterThanOrEqual(0);
          if (at > 0) expect(tops[at]).toBeGreaterThanOrEqual((tops[at - 1] ?? 0) + (sorted[at - 1]?.height ?? 0) + 8);
          if (looked === -1) expect(tops[at]).toBeGreaterThanOrEqual(note.anchor);
        }
        const above = sorted.slice(0, looked).reduce((sum, { height }) => sum + height + 8, 0);
        const held = sorted[looked];
        if (held !== undefined) expect(tops[looked]).toBe(Math.max(held.anchor, above));
      }),
    );
  });
});

describe('control characters', () => {
  it('are found and named, line ends and tabs are not', () => {
    expect(controlsIn('a\u202eb\n\tc\0\0\0\0\0d\ud800')).toEqual([
      { start: 1, end: 2, name: 'RLO' },
      { start: 6, end: 11, name: 'NUL and 4 more' },
      { start: 12, end: 13, name: 'U+D800' },
    ]);
  });

  it('leave joiners alone where scripts need them', () => {
    expect(controlsIn('👩\u200d💻 می\u200cخواهم')).toEqual([]);
    expect(controlsIn('pay\u200dpal')).toHaveLength(1);
  });
});

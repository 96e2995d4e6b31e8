import { describe, expect, it } from 'vitest';
import { buildReading } from '../../tests/build-reading.ts';
import type { Again } from '../model/index.ts';
import { resolve } from './resolve.ts';

/** So many words that stand nowhere else, told by the series and their number. */
const series = (name: string, from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `${name}${(from + at).toString(36)}x`).join(' ');

interface Made {
  readonly path: string;
  readonly text: string;
  readonly outlet?: string;
}

const againOf = (documents: readonly Made[]): Readonly<Record<string, readonly Again[]>> => {
  const inputs = documents.map(({ path, text, outlet }) => {
    const built = buildReading({ path, text, blocks: [{ kind: 'body', start: 0, end: text.length }] });
    const stated = { outlet: outlet ?? null };
    return {
      document: { ...built.document, ...stated },
      reading: { ...built.reading, document: { ...built.reading.document, ...stated } },
    };
  });
  const found = resolve(inputs).documents;
  const pathOf = new Map(found.map(({ id, path }) => [id, path]));
  return Object.fromEntries(
    found.map(({ path, again }) => [path, again.map((one) => ({ ...one, document: pathOf.get(one.document) ?? '' }))]),
  );
};

const REPORT = `${series('gate', 0, 300)}.`;

describe('the same thing again', () => {
  it('A1 is the same text in whatever shape, also a short one', () => {
    const short = 'The envoys did not meet in Tirzan on Monday, he said.';
    const found = againOf([
      { path: 'a.txt', text: REPORT },
      { path: 'a.pdf', text: REPORT.replaceAll(' ', '\n') },
      { path: 'b.eml', text: short },
      { path: 'b.html', text: short.toUpperCase() },
      { path: 'c.txt', text: 'No comment.' },
      { path: 'd.txt', text: 'No comment!' },
    ]);
    const same = (document: string): Again => ({
      document,
      kind: 'same-text',
      added: 0,
      lacks: 0,
      reason: 'A1: the same words',
    });
    expect(found).toEqual({
      'a.txt': [same('a.pdf')],
      'a.pdf': [same('a.txt')],
      'b.eml': [same('b.html')],
      'b.html': [same('b.eml')],
      'c.txt': [],
      'd.txt': [],
    });
  });

  it('A1 is the same text with something put before and behind it', () => {
    const found = againOf([
      { path: 'page', text: REPORT },
      { path: 'print', text: `${series('head', 0, 9)} ${REPORT} ${series('foot', 0, 11)}` },
    ]);
    expect(found['print']).toMatchObject([{ document: 'page', kind: 'same-text', added: 20, lacks: 0 }]);
    expect(found['page']?.[0]?.reason).toBe('A1: the same words, but for its ends: 20 words fewer');
  });

  it("A2 tells what was edited, and a house's own version from another's copy", () => {
    const edited = `${series('gate', 0, 100)} put in ${series('gate', 103, 300)}.`;
    const found = againOf([
      { path: 'first', text: REPORT, outlet: 'Lorne Courier' },
      { path: 'second', text: edited, outlet: 'Lorne Courier' },
      { path: 'third', text: `${edited} Ends here.`, outlet: 'Tirzan Daily' },
    ]);
    expect(found['second']).toContainEqual({
      document: 'first',
      kind: 'version',
      added: 2,
      lacks: 3,
      reason: 'A2: the same report, edited: 2 words more, 3 words fewer',
    });
    expect(found['first']?.find(({ document }) => document === 'third')).toMatchObject({
      kind: 'copy',
      added: 3,
      lacks: 4,
    });
  });

  it('A3 is an excerpt, seen from either side; a rewrite is nothing of it', () => {
    const found = againOf([
      { path: 'whole', text: REPORT },
      { path: 'part', text: `${series('gate', 60, 160)}.` },
      { path: 'rewrite', text: `${series('gate', 0, 70)} ${series('own', 0, 200)}.` },
    ]);
    expect(found['part']).toMatchObject([{ document: 'whole', kind: 'excerpt' }]);
    expect(found['whole']).toMatchObject([{ document: 'part', kind: 'whole' }]);
    expect(found['rewrite']).toEqual([]);
  });

  it('A1 links the many copies of a text with their first', () => {
    const words = 'The envoys did not meet in Tirzan on Monday, the ministry said.';
    const found = againOf(
      Array.from({ length: 40 }, (_, at) => ({ path: `copy-${at}`, text: words.replaceAll(' ', ' '.repeat(at + 1)) })),
    );
    expect(found['copy-0']?.length).toBeGreaterThan(0);
    expect(Object.values(found).reduce((sum, list) => sum + list.length, 0)).toBe(78);
  });
});

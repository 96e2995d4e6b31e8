import { describe, expect, it } from 'vitest';
import { buildReading } from '../../tests/build-reading.ts';
import { CopyIndex } from './near-copies.ts';
import { type Leaf, toLeaf } from './pile.ts';

const leafOf = (path: string, words: readonly string[]): Leaf => {
  const text = `${words.join(' ')}.`;
  return toLeaf(buildReading({ path, text, blocks: [{ kind: 'body', start: 0, end: text.length }] }));
};

/** So many words that no other series has. */
const series = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at}`);

describe('shared text', () => {
  const common = series('gate', 80);
  const pile = Array.from({ length: 20 }, (_, at) =>
    leafOf(`p${at}`, [...series(`own${at}x`, 10 + at), ...common.slice(at % 3), ...series('end', at)]),
  ).sort((a, b) => (a.document.id < b.document.id ? -1 : 1));

  it('O8 is found alike from nothing, and when documents come one by one in any order', () => {
    const whole = new CopyIndex().find(pile);
    expect(whole.filter(({ isCopy }) => isCopy).length).toBeGreaterThan(10);
    for (const step of [1, 3, 7]) {
      const index = new CopyIndex();
      const order = pile.map((_, at) => pile[(at * step) % pile.length]).flatMap((leaf) => leaf ?? []);
      for (let at = 1; at <= order.length; at++) {
        const now = new Set(order.slice(0, at));
        index.find(pile.filter((leaf) => now.has(leaf)));
      }
      expect(index.find(pile)).toEqual(whole);
    }
  });

  it('O8 forgets a document that has gone', () => {
    const index = new CopyIndex();
    index.find(pile);
    const rest = pile.filter((_, at) => at % 2 === 0);
    expect(index.find(rest)).toEqual(new CopyIndex().find(rest));
  });

  it('O8 finds nothing between texts with nothing in common', () => {
    expect(new CopyIndex().find([leafOf('a', series('a', 90)), leafOf('b', series('b', 90))])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { documentFromBytes } from '../../src/acquire/index.ts';
import { Reading, type Span } from '../../src/model/index.ts';
import { generatePile } from './generate-pile.ts';
import { readGenerated } from './read-generated.ts';

const read = async (documents: number) =>
  Promise.all(
    [...generatePile({ documents, seed: 'as made' })].map(async (made) => {
      const acquired = await documentFromBytes(Buffer.from(made.text), made.name);
      if (acquired.kind === 'refused') throw new Error(acquired.refusal.reason);
      return { made, document: acquired.document, reading: readGenerated(made, acquired.document) };
    }),
  );

describe('readGenerated', () => {
  it('gives readings after the schema, each span within its text and each filler within its line', async () => {
    for (const { document, reading } of await read(40)) {
      expect(() => Reading.parse(reading)).not.toThrow();
      const isWithin = ([start, end]: Span, [from, to]: Span): boolean => start >= from && start < end && end <= to;
      const whole: Span = [0, document.text.length];
      for (const { start, end } of reading.mentions) expect(isWithin([start, end], whole)).toBe(true);
      for (const { extent, trigger, roles } of reading.frames) {
        for (const span of [trigger, ...Object.values(roles).flat()]) expect(isWithin(span, extent)).toBe(true);
      }
      for (const { outlet, extent } of reading.citations) expect(isWithin(outlet, extent)).toBe(true);
    }
  });

  it('names both people of each meeting that is told, in its frame', async () => {
    let [told, found] = [0, 0];
    for (const { made, document, reading } of await read(40)) {
      for (const { people, surnames } of made.meetings) {
        told++;
        const isTold = reading.frames.some(({ type, roles }) => {
          if (type !== 'meeting' && type !== 'call') return false;
          const words = (roles.participant ?? []).map((span) => document.text.slice(...span));
          return people.every((name, at) => words.some((one) => one === name || one === surnames[at]));
        });
        if (isTold) found++;
      }
    }
    expect(told).toBeGreaterThan(60);
    expect(found / told).toBeGreaterThan(0.95);
  });
});

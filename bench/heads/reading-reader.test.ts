import { describe, expect, it } from 'vitest';
import type { Mention, Reading } from '../../src/model/index.ts';
import { answersOfReading } from './reading-reader.ts';

const mention = (start: number, end: number, chain: number, more: Partial<Mention> = {}): Mention =>
  ({
    id: `m${start}`,
    start,
    end,
    type: 'person',
    form: 'name',
    chain,
    head: [start, end],
    role: null,
    side: null,
    ...more,
  }) as Mention;

const reading = (mentions: readonly Mention[], times: readonly object[] = []): Reading =>
  ({ mentions, times, attributions: [] }) as unknown as Reading;

describe('answersOfReading', () => {
  it('gives names without their titles in the words of the corpus, and times as dates', () => {
    const mentions = [
      mention(0, 14, 1, { head: [5, 14] }),
      mention(20, 24, 2, { type: 'publicBody' }),
      mention(30, 33, 1, { form: 'pronoun' }),
    ];
    expect(answersOfReading(reading(mentions, [{ start: 40, end: 46 }])).names.world).toEqual([
      { start: 5, end: 14, label: 'Person' },
      { start: 20, end: 24, label: 'Organization' },
      { start: 40, end: 46, label: 'Date' },
    ]);
  });

  it('gives chains of two and more', () => {
    const mentions = [mention(0, 4, 1), mention(9, 12, 2), mention(20, 22, 1, { form: 'pronoun' })];
    expect(answersOfReading(reading(mentions)).chains).toEqual([
      [
        [0, 4],
        [20, 22],
      ],
    ]);
  });
});

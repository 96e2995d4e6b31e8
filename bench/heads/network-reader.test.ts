import { describe, expect, it } from 'vitest';
import type { Recognised, RecognisedSpan } from '../../src/read/network/index.ts';
import { answersOfRecognised, chainsOf } from './network-reader.ts';

const span = (start: number, fresh: number, ...antecedents: readonly [number, number][]): RecognisedSpan => ({
  start,
  end: start + 1,
  confidence: 1,
  type: 'person',
  antecedents: antecedents.map(([at, probability]) => ({ span: at, probability })),
  fresh,
});

const NOTHING: Recognised = { names: [], spans: [], attributions: [], predicates: [], relations: [] };

describe('chainsOf', () => {
  it('joins each span to the likeliest before it, unless it is likelier to be new', () => {
    const spans = [span(0, 1), span(5, 0.2, [0, 0.8]), span(9, 0.6, [1, 0.4]), span(12, 0.1, [1, 0.7], [2, 0.2])];
    expect(chainsOf(spans)).toEqual([
      [
        [0, 1],
        [5, 6],
        [12, 13],
      ],
    ]);
  });

  it('gives no chain of one', () => {
    expect(chainsOf([span(0, 1), span(3, 1)])).toEqual([]);
  });
});

describe('answersOfRecognised', () => {
  it('parts names by scheme', () => {
    const name = { start: 0, end: 4, confidence: 0.9 };
    const { names } = answersOfRecognised(
      {
        ...NOTHING,
        names: [
          { ...name, scheme: 'world', type: 'Person' },
          { ...name, scheme: 'politics', type: 'politician' },
        ],
      },
      [],
    );
    expect(names.world).toEqual([{ start: 0, end: 4, label: 'Person' }]);
    expect(names.politics).toEqual([{ start: 0, end: 4, label: 'politician' }]);
    expect(names.defence).toEqual([]);
  });

  it('leaves out attributions that only stand inside others', () => {
    const one = { cue: [3, 4], source: null, content: [[5, 9]], confidence: 0.8 } as const;
    const { attributions } = answersOfRecognised(
      {
        ...NOTHING,
        attributions: [
          { ...one, inside: false },
          { ...one, inside: true },
        ],
      },
      [],
    );
    expect(attributions).toEqual([{ source: [], cue: [[3, 4]], content: [[5, 9]] }]);
  });

  it('answers the predicates given, in their order, and says nothing of those it did not see', () => {
    const roles = [{ label: 'ARG0', start: 0, end: 4, confidence: 0.9 }];
    const predicate = { start: 5, end: 9, confidence: 0.1, roles, factuality: -2 };
    const { predicates } = answersOfRecognised({ ...NOTHING, predicates: [predicate] }, [
      [20, 24],
      [5, 11],
    ]);
    expect(predicates).toEqual([
      { roles: [], factuality: 0 },
      { roles: [{ label: 'ARG0', start: 0, end: 4 }], factuality: -2 },
    ]);
  });
});

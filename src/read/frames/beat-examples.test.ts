import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';
import { recognisedIn } from '../../../tests/network.ts';
import { loadBeat } from '../beats/index.ts';
import { findFrames } from './find-frames.ts';

const beat = loadBeat(join(import.meta.dirname, '../../../beats/diplomacy'));

const typesIn = async (sentence: string): Promise<readonly string[]> => {
  const text = `${beat.cast}\n\n${sentence}`;
  return findFrames(beat, knownOf(text, '2031-05-20', await recognisedIn(text)))
    .filter(({ trigger }) => trigger[0] > beat.cast.length)
    .map(({ type }) => type);
};

describe('examples of the beat "diplomacy"', () => {
  for (const { frame, examples } of beat.frames) {
    describe(frame, () => {
      it.each(examples.finds)('finds it in: %s', async (sentence) => {
        expect(await typesIn(sentence)).toContain(frame);
      });
      it.each(examples['finds-nothing'])('finds none in: %s', async (sentence) => {
        expect(await typesIn(sentence)).not.toContain(frame);
      });
    });
  }
});

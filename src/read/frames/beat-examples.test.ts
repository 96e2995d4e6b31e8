import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';
import { loadBeat } from '../beats/index.ts';
import { findFrames } from './find-frames.ts';

const beat = loadBeat(join(import.meta.dirname, '../../../beats/diplomacy'));

const typesIn = (sentence: string): readonly string[] =>
  findFrames(beat, knownOf(`${beat.cast}\n\n${sentence}`))
    .filter(({ trigger }) => trigger[0] > beat.cast.length)
    .map(({ type }) => type);

describe('examples of the beat "diplomacy"', () => {
  for (const { frame, examples } of beat.frames) {
    describe(frame, () => {
      it.each(examples.finds)('finds it in: %s', (sentence) => {
        expect(typesIn(sentence)).toContain(frame);
      });
      it.each(examples['finds-nothing'])('finds none in: %s', (sentence) => {
        expect(typesIn(sentence)).not.toContain(frame);
      });
    });
  }
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';
import { recognisedIn } from '../../../tests/network.ts';
import { loadBeat } from '../beats/index.ts';
import { findFrames } from './find-frames.ts';

const beat = loadBeat(join(import.meta.dirname, '../../../beats/diplomacy'));

const partiesOf = async (passage: string): Promise<readonly string[]> => {
  const text = `${beat.cast}\n\n${passage}`;
  const known = knownOf(text, '2031-05-20', await recognisedIn(text));
  return findFrames(beat, known)
    .filter(({ type, trigger }) => type === 'stance' && trigger[0] > beat.cast.length)
    .flatMap(({ roles }) => (roles.party ?? []).map((span) => text.slice(...span)));
};

describe('withThoseSpokenFor', () => {
  it('names the side of who speaks for it', async () => {
    expect(await partiesOf('An Aldmark official rejected the plan.')).toContain('Aldmark');
  });

  it('takes "the government" for that of the official who speaks of it', async () => {
    expect(await partiesOf('An Aldmark official said the government backed the plan.')).toEqual(['Aldmark']);
  });

  it('leaves whoever has a name as it is', async () => {
    expect(await partiesOf('Tomas Hale rejected the plan.')).toEqual(['Tomas Hale']);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';
import { recognisedIn } from '../../../tests/network.ts';
import type { Frame } from '../../model/index.ts';
import { loadBeat } from '../beats/index.ts';
import { findFrames } from './find-frames.ts';

const beat = loadBeat(join(import.meta.dirname, '../../../beats/diplomacy'));

const frameOf = async (type: string, sentence: string): Promise<Frame | undefined> => {
  const text = `${beat.cast}\n\n${sentence}`;
  return findFrames(beat, knownOf(text, '2031-05-20', await recognisedIn(text))).find(
    (frame) => frame.type === type && frame.trigger[0] > beat.cast.length,
  );
};

describe('readModality', () => {
  it.each([
    ['Hale met Veld in Lorne.', 'positive certain held'],
    ['Hale did not meet Veld.', 'negative certain held'],
    ['Hale never met Veld.', 'negative certain held'],
    ['Hale has yet to meet Veld.', 'negative certain held'],
    ['Hale refused to meet Veld.', 'negative certain held'],
    ['Hale failed to meet Veld.', 'negative certain held'],
    ['Hale denied that he had met Veld.', 'negative certain held'],
    ['There is no evidence that Hale met Veld.', 'negative probable held'],
    ['Hale agreed to meet Veld.', 'positive certain planned'],
    ['Hale plans to meet Veld.', 'positive certain planned'],
    ['Hale is due to meet Veld.', 'positive certain planned'],
    ['Hale is expected to hold talks with Veld.', 'positive certain planned'],
    ['Hale will meet Veld.', 'positive certain planned'],
    ['Hale is to meet Veld in Lorne.', 'positive certain planned'],
    ['Hale meets Veld next week.', 'positive certain planned'],
    ['Hale might meet Veld.', 'positive possible hypothetical'],
    ['Hale may have met Veld.', 'positive possible held'],
    ['Hale offered in May to meet Veld.', 'positive possible hypothetical'],
    ['Hale wants to meet Veld.', 'positive possible hypothetical'],
    ['Hale reportedly met Veld.', 'positive probable held'],
    ['Hale allegedly met Veld.', 'positive possible held'],
    ['Hale is said to have met Veld.', 'positive probable held'],
    ['Hale is rumoured to have met Veld.', 'positive possible held'],
    ['Did Hale meet Veld?', 'positive certain hypothetical'],
    ['If Hale met Veld, nobody noticed.', 'positive certain hypothetical'],
    ['It is unclear whether Hale met Veld.', 'positive certain hypothetical'],
    ['The meeting between Hale and Veld was postponed.', 'positive certain postponed'],
    ['Hale called off talks with Veld.', 'positive certain cancelled'],
    ['A planned meeting between Hale and Veld drew protests.', 'positive certain planned'],
    ['Hale has held no talks with Veld.', 'negative certain held'],
    ['No meeting between Hale and Veld took place.', 'negative certain held'],
    ['The meeting between Hale and Veld was not a success.', 'positive certain held'],
    ['The meeting between Hale and Veld did not help Kestria.', 'positive certain held'],
    ['The meeting between Hale and Veld did not take place.', 'negative certain held'],
    ['Hale is meeting Veld in Lorne.', 'positive certain ongoing'],
    ['Hale not only met Veld but dined with her.', 'positive certain held'],
  ])('reads the meeting in: %s', async (sentence, expected) => {
    const frame = await frameOf('meeting', sentence);
    expect(`${frame?.polarity} ${frame?.certainty} ${frame?.status}`).toBe(expected);
  });

  it('takes a plan for the future and a held meeting not', async () => {
    expect((await frameOf('meeting', 'Hale will meet Veld.'))?.tense).toBe('future');
    expect((await frameOf('meeting', 'Hale met Veld.'))?.tense).toBe('non-future');
  });

  it('leaves a tie that is only mentioned untouched by what the sentence denies', async () => {
    const frame = await frameOf('tie', "Hale denied that Veld's brother, Marek Voss, owned the port.");
    expect(`${frame?.polarity} ${frame?.certainty} ${frame?.status}`).toBe('positive certain held');
  });

  it('names the innermost attribution and takes its denial', async () => {
    const frame = await frameOf('meeting', 'The ministry denied that Hale had met Veld.');
    expect(frame?.attribution).not.toBeNull();
    expect(frame?.polarity).toBe('negative');
  });

  it('reads silence about a plan as silence, not as a comment that failed', async () => {
    const frame = await frameOf('stance', 'Kestria declined to comment on the draft.');
    expect(`${frame?.properties.stance} ${frame?.polarity} ${frame?.status}`).toBe('silent positive held');
  });
});

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
    ['Tomas Hale met Irina Veld in Lorne.', 'positive certain held'],
    ['Tomas Hale did not meet Irina Veld.', 'negative certain held'],
    ['Tomas Hale never met Irina Veld.', 'negative certain held'],
    ['Tomas Hale has yet to meet Irina Veld.', 'negative certain held'],
    ['Tomas Hale refused to meet Irina Veld.', 'negative certain held'],
    ['Tomas Hale failed to meet Irina Veld.', 'negative certain held'],
    ['Tomas Hale denied that he had met Irina Veld.', 'negative certain held'],
    ['There is no evidence that Tomas Hale met Irina Veld.', 'negative probable held'],
    ['Tomas Hale agreed to meet Irina Veld.', 'positive certain planned'],
    ['Tomas Hale plans to meet Irina Veld.', 'positive certain planned'],
    ['Tomas Hale is due to meet Irina Veld.', 'positive certain planned'],
    ['Tomas Hale is expected to hold talks with Irina Veld.', 'positive certain planned'],
    ['Tomas Hale will meet Irina Veld.', 'positive certain planned'],
    ['Tomas Hale is to meet Irina Veld in Lorne.', 'positive certain planned'],
    ['Tomas Hale meets Irina Veld next week.', 'positive certain planned'],
    ['Tomas Hale might meet Irina Veld.', 'positive possible hypothetical'],
    ['Tomas Hale may have met Irina Veld.', 'positive possible held'],
    ['Tomas Hale offered in May to meet Irina Veld.', 'positive possible hypothetical'],
    ['Tomas Hale wants to meet Irina Veld.', 'positive possible hypothetical'],
    ['Tomas Hale reportedly met Irina Veld.', 'positive possible held'],
    ['Tomas Hale allegedly met Irina Veld.', 'positive possible held'],
    ['Tomas Hale is said to have met Irina Veld.', 'positive probable held'],
    ['Tomas Hale is rumoured to have met Irina Veld.', 'positive possible held'],
    ['Did Tomas Hale meet Irina Veld?', 'positive certain hypothetical'],
    ['If Tomas Hale met Irina Veld, nobody noticed.', 'positive certain hypothetical'],
    ['It is unclear whether Tomas Hale met Irina Veld.', 'positive certain hypothetical'],
    ['The meeting between Tomas Hale and Irina Veld was postponed.', 'positive certain postponed'],
    ['Tomas Hale called off talks with Irina Veld.', 'positive certain cancelled'],
    ['A planned meeting between Tomas Hale and Irina Veld drew protests.', 'positive certain planned'],
    ['Tomas Hale has held no talks with Irina Veld.', 'negative certain held'],
    ['No meeting between Tomas Hale and Irina Veld took place.', 'negative certain held'],
    ['The meeting between Tomas Hale and Irina Veld was not a success.', 'positive certain held'],
    ['The meeting between Tomas Hale and Irina Veld did not help Kestria.', 'positive certain held'],
    ['The meeting between Tomas Hale and Irina Veld did not take place.', 'negative certain held'],
    ['Tomas Hale is meeting Irina Veld in Lorne.', 'positive certain ongoing'],
    ['Tomas Hale not only met Irina Veld but dined with her.', 'positive certain held'],
  ])('reads the meeting in: %s', async (sentence, expected) => {
    const frame = await frameOf('meeting', sentence);
    expect(`${frame?.polarity} ${frame?.certainty} ${frame?.status}`).toBe(expected);
  });

  it('takes a plan for the future and a held meeting not', async () => {
    expect((await frameOf('meeting', 'Tomas Hale will meet Irina Veld.'))?.tense).toBe('future');
    expect((await frameOf('meeting', 'Tomas Hale met Irina Veld.'))?.tense).toBe('non-future');
  });

  it('leaves a tie that is only mentioned untouched by what the sentence denies', async () => {
    const frame = await frameOf('tie', "Tomas Hale denied that Irina Veld's brother, Marek Voss, owned the port.");
    expect(`${frame?.polarity} ${frame?.certainty} ${frame?.status}`).toBe('positive certain held');
  });

  it('names the innermost attribution and takes its denial', async () => {
    const frame = await frameOf('meeting', 'The ministry denied that Tomas Hale had met Irina Veld.');
    expect(frame?.attribution).not.toBeNull();
    expect(frame?.polarity).toBe('negative');
  });

  it('reads silence about a plan as silence, not as a comment that failed', async () => {
    const frame = await frameOf('stance', 'Kestria declined to comment on the draft.');
    expect(`${frame?.properties.stance} ${frame?.polarity} ${frame?.status}`).toBe('silent positive held');
  });
});

describe('readModality: a verb without an object', () => {
  it.each([
    ['ownership', 'Marek Voss owns no shares in Halden Energy.', 'negative'],
    ['ownership', 'Marek Voss owns no less than 40 percent of Halden Energy.', 'positive'],
  ])('reads the %s in: %s', async (type, sentence, polarity) => {
    expect((await frameOf(type, sentence))?.polarity).toBe(polarity);
  });
});

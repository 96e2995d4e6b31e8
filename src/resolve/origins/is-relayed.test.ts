import { describe, expect, it } from 'vitest';
import { type Relay, relayOf } from './is-relayed.ts';

const relay = (sentence: string, name = 'Lantern'): Relay => {
  const start = sentence.indexOf(name);
  return relayOf(sentence, [start, start + name.length]);
};

describe('relayOf', () => {
  it('O16 takes what an outlet reports, however it is put', () => {
    for (const sentence of [
      'The two met again in May, according to the Lantern.',
      'It was, writes the Lantern, a long lunch.',
      'The Lantern has printed the draft.',
      'The Lantern’s diplomats speak of six hours.',
      'So much for the account in the Lantern.',
      'As a Lantern investigation found, the boat was his.',
      '**Lantern** broke it on Tuesday.',
      'Lantern: envoy met twice',
    ])
      expect([sentence, relay(sentence)]).toEqual([sentence, 'relayed']);
  });

  it('O17 knows what somebody told an outlet', () => {
    expect(relay('The envoy told the Lantern that he was tired.')).toBe('told');
    expect(relay('In an interview with the Lantern she said no.')).toBe('told');
  });

  it('O16 takes nothing from a name that reports nothing', () => {
    for (const sentence of [
      'She owns shares in the Lantern.',
      'He worked for the Lantern as a boy.',
      'The Lantern is wrong.',
    ])
      expect([sentence, relay(sentence)]).toEqual([sentence, 'none']);
  });
});

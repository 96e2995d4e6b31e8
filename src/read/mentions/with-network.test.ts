import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';
import { recognisedIn } from '../../../tests/network.ts';

/** An invented report; names of people from four continents. */
const REPORT = [
  'Wanjiru Odhiambo, the foreign minister of Kenya, met Rodrigo Quesada in Lisbon on Monday.',
  'Quesada said that he had brought a letter from President Thandiwe Mokoena.',
  'Two officials familiar with the talks said that the Ministry of Trade had been told in Hanoi.',
  'Odhiambo denied it. She said the letter was old.',
  'Sakura Ishikawa, who runs Halvorsen Shipping, paid $5 million to the Lisbon Port Authority.',
].join(' ');

describe('mentions with the network that comes with Backchannel', () => {
  it('finds who and what an invented report speaks of, and who is one and the same', async () => {
    const { text, mentions } = knownOf(REPORT, '2031-05-20', await recognisedIn(REPORT));
    const of = (head: string, nth = 0) => mentions.filter((one) => text.slice(...one.head) === head).at(nth);
    const typed = (head: string) => of(head)?.type;
    expect(['Wanjiru Odhiambo', 'Rodrigo Quesada', 'Thandiwe Mokoena', 'Sakura Ishikawa'].map(typed)).toEqual(
      Array.from({ length: 4 }, () => 'person'),
    );
    expect(['Kenya', 'Lisbon', 'Hanoi'].map(typed)).toEqual(['place', 'place', 'place']);
    expect(typed('Ministry of Trade')).toBe('publicBody');
    expect(typed('Halvorsen Shipping')).toBe('organization');
    expect(typed('$5 million')).toBe('money');
    expect(of('Thandiwe Mokoena')?.role).toBe('President');
    expect(of('officials')).toMatchObject({ type: 'group', form: 'nominal' });
    expect(of('Quesada')?.chain).toBe(of('Rodrigo Quesada')?.chain);
    expect(of('he')?.chain).toBe(of('Rodrigo Quesada')?.chain);
    expect(of('Odhiambo')?.chain).not.toBe(of('Rodrigo Quesada')?.chain);
  });

  it('gives mentions in order, verbatim, each place once, sure of each', async () => {
    const { text, mentions } = knownOf(REPORT, '2031-05-20', await recognisedIn(REPORT));
    mentions.forEach((mention, i) => {
      expect(text.slice(mention.start, mention.end)).toMatch(/^\S[\s\S]*\S$|^\S$/);
      expect(mention.confidence).toBeGreaterThan(0);
      expect(mention.confidence).toBeLessThanOrEqual(1);
      const next = mentions[i + 1];
      if (next === undefined) return;
      expect(next.start).toBeGreaterThanOrEqual(mention.start);
      if (next.start === mention.start) expect(next.end).toBeLessThan(mention.end);
    });
  });

  it('finds nobody where nobody is named', async () => {
    const text = 'However, nothing came of it. Sanctions may go, and stocks rose 4 percent. Yesterday was quiet.';
    const { mentions } = knownOf(text, '2031-05-20', await recognisedIn(text));
    expect(mentions.filter((mention) => mention.form === 'name')).toEqual([]);
  });
});

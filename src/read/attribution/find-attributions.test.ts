import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';

const told = (text: string): readonly string[] =>
  knownOf(text).attributions.map(({ source, cue, content }) =>
    [source, cue, content].map((spans) => spans.map(([start, end]) => text.slice(start, end)).join(' … ')).join(' | '),
  );
describe('findAttributions', () => {
  it.each<[string, string, string]>([
    ['a quote before its cue', '"We will not go," Hale said on Monday.', 'Hale | said | "We will not go,"'],
    ['a quote after its cue', 'Hale said: "We will not go."', 'Hale | said | "We will not go."'],
    [
      'an inverted cue',
      '“We will not go,” said a former official of the fund.',
      'a former official of the fund | said | “We will not go,”',
    ],
    [
      'a split quote',
      '"We will not go," Hale said. "They know it."',
      'Hale | said | "We will not go," … "They know it."',
    ],
    ['a that-clause', 'Veld told the Meridian that the talks had failed.', 'Veld | told | that the talks had failed'],
    ['a bare clause', 'Veld said the talks had failed.', 'Veld | said | the talks had failed'],
    [
      'a cue after what is said',
      'The talks had failed, two officials familiar with the matter said.',
      'two officials familiar with the matter | said | The talks had failed',
    ],
    [
      'according to, behind',
      'The talks had failed, according to two diplomats.',
      'two diplomats | according to | The talks had failed',
    ],
    [
      'according to, in front',
      'According to two diplomats, the talks had failed.',
      'two diplomats | According to | the talks had failed',
    ],
    [
      'a source with a description',
      'Irina Veld, the head of the fund, said the talks had failed.',
      'Irina Veld, the head of the fund, | said | the talks had failed',
    ],
    [
      'a source reached by telephone',
      'Roake, reached by telephone, said that he knew nothing.',
      'Roake | said | that he knew nothing',
    ],
    ['a promise', 'Veld promised to publish the draft.', 'Veld | promised | to publish the draft'],
    [
      'a name and a colon',
      'The chair of the league, Tova Ister: "Nobody asked us."',
      'Tova Ister | | "Nobody asked us."',
    ],
  ])('finds %s', (_, text, wanted) => {
    const tidy = (line: string): string =>
      line
        .replace(/\s*,?\s*\|\s*/g, '|')
        .replace(/\|\|/g, '| |')
        .replace(/\s+/g, ' ');
    expect(told(text).map(tidy)).toContain(tidy(wanted));
  });

  it('carries a quote on into the next paragraph', () => {
    const text = 'Hale said: “We will not go.\n\n“They know it.”';
    expect(told(text)[0]).toContain('They know it');
  });

  it('gives a quote in the next paragraph with its own cue to its own speaker', () => {
    const text = '"We will not go," Hale said.\n\n"They know it," Veld said.';
    expect(told(text)).toEqual(['Hale | said | "We will not go,"', 'Veld | said | "They know it,"']);
  });

  it('nests what one says that another said', () => {
    const { attributions } = knownOf(
      'The Meridian reported that Veld had told two diplomats that the talks had failed.',
    );
    const outer = attributions.find((one) => one.kind === 'say' && one.within === null);
    const inner = attributions.find((one) => one.within !== null);
    expect(inner?.within).toBe(outer?.id);
  });

  it('turns what is denied into its opposite', () => {
    expect(knownOf('Hale denied that he had met Veld.').attributions[0]?.polarity).toBe('negative');
  });

  it('reads that there is no evidence as negative, without a source', () => {
    const text = 'There is no evidence that Hale was briefed on the talks.';
    const found = knownOf(text).attributions.find((one) => one.kind === 'no-evidence');
    expect(found).toMatchObject({ polarity: 'negative', source: [] });
    const [start, end] = found?.content[0] ?? [0, 0];
    expect(text.slice(start, end)).toContain('Hale was briefed');
  });

  it('reads a hedge as possible', () => {
    const found = knownOf('Hale reportedly met Veld in Lorne.').attributions.find((one) => one.kind === 'hearsay');
    expect(found).toMatchObject({ certainty: 'possible', source: [] });
  });

  it('reads silence as nothing said', () => {
    for (const text of [
      'The ministry declined to comment.',
      'Hale did not respond to a request for comment.',
      'The fund has yet to comment on the visit.',
    ]) {
      expect(
        knownOf(text).attributions.map((one) => one.kind),
        text,
      ).toContain('silence');
    }
  });

  it.each([
    'Hale held talks with Veld in Lorne.',
    'The two sides saw the draft on Monday.',
    'The plan, known as the "harbour paper", has nineteen points.',
    'The bank that owns the field was founded in 2012.',
    'She runs the mission and added two rooms to the house.',
  ])('finds nobody saying anything in: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('reads ten thousand quotes in linear time', () => {
    const text = '"We will not go," Hale said. '.repeat(10_000);
    const start = performance.now();
    expect(knownOf(text).attributions.length).toBeGreaterThan(9_000);
    expect(performance.now() - start).toBeLessThan(60_000);
  }, 120_000);
});

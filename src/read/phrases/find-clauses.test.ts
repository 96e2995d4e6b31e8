import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../tests/known-of.ts';

/** Each clause as "subjects < verb > objects / preposition phrase". */
const clauses = (text: string): readonly string[] => {
  const { tokens, phrases, clauses: found } = knownOf(text);
  const words = (index: number): string => {
    const phrase = phrases[index];
    return phrase === undefined ? '' : text.slice(tokens[phrase.first]?.start, tokens[phrase.last - 1]?.end);
  };
  return found.map(({ subjects, lemma, objects, obliques }) =>
    [
      `${subjects.map(words).join(' + ')} < ${lemma} > ${objects.map(words).join(' + ')}`.trim(),
      ...obliques.map(({ preposition, phrase }) => `${preposition} ${words(phrase)}`),
    ].join(' / '),
  );
};

describe('findClauses', () => {
  it.each<[string, string]>([
    ['Hale met Veld in Lorne.', 'Hale < meet > Veld / in Lorne'],
    ['In May, Hale and Veld met at the Aster.', 'Hale + Veld < meet > / in May / at the Aster'],
    ['Officials said Hale flew to Brask.', 'Hale < fly > / to Brask'],
    ['Hale, who met Veld in May, left Lorne.', 'Hale < leave > Lorne'],
    ['Hale, the envoy, told the Meridian that he would go.', 'Hale < tell > the Meridian'],
    ['The plan drafted by two officials was rejected by Kestria.', 'The plan < reject > / by Kestria'],
    ['Two people briefed on the talks said nothing.', 'Two people < say > nothing'],
    ['Hale agreed to meet Veld.', 'Hale < meet > Veld'],
    ['The treasury asked Hale to publish the draft.', 'Hale < publish > the draft'],
    ['Hale flew to Brask and met Veld.', 'Hale < meet > Veld'],
  ])('reads in "%s" %s', (text, wanted) => {
    expect(clauses(text)).toContain(wanted);
  });

  it('gives what is said to the inverted speaker', () => {
    expect(clauses('"We will go," said Hale.')).toContain('Hale < say >');
  });

  it('takes no subject from the other side of a quotation mark', () => {
    expect(clauses('"They took the bridge," Hale said.')).toContain('Hale < say >');
  });

  it('marks negation, passive and modal', () => {
    const [clause] = knownOf('The plan would not be accepted.').clauses;
    expect(clause).toMatchObject({ negated: true, passive: true, modal: 'would' });
  });

  it('hangs a second name behind "of" on the same people', () => {
    const { phrases, tokens } = knownOf('The envoys of Kestria and Aldmark met Veld.');
    const second = phrases.find((phrase) => tokens[phrase.head]?.text === 'Aldmark');
    expect(second).toMatchObject({ attachment: 'of' });
  });
});

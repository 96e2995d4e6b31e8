import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../../tests/build-reading.ts';
import { resolve } from '../index.ts';
import { toLeaf } from '../pile.ts';
import { sharedPassages } from './shared-passages.ts';

const PASSAGE =
  'Before dawn a small grey launch without lights left the fish quay, crossed the sound behind two empty barges and waited under the old crane until somebody brought a leather case down the iron steps';
/** What makes the reports one story; the words between the names are each report's own. */
const story = (turn: string): string =>
  `Osman Hadari ${turn} Ana Mora ${turn} Kasimir Bell ${turn} Vessary ${turn} Serin Pipeline ${turn} Orlen Terminal.`;

const report = (path: string, text: string, more: Omit<Draft, 'text'> = {}): ReturnType<typeof buildReading> =>
  buildReading({ path, text, blocks: [{ kind: 'body', start: 0, end: text.length }], ...more });

const told = 'Two sailors told us so.';
const first = report('first', `${told} ${PASSAGE}, the sailors say. ${story('beside')}`, {
  outlet: 'The Lorne Courier',
  published: '2031-05-02',
  citations: [{ outlet: 'told us', extent: told, kind: 'own' }],
});
const filler = (name: string): string =>
  Array.from({ length: 160 }, (_, at) => `${name}${at}`)
    .join(' ')
    .concat('.');

const namesOf = (inputs: Parameters<typeof resolve>[0], path: string): readonly string[] => {
  const { documents, origins } = resolve(inputs);
  const ids = documents.find((one) => one.path === path)?.origins ?? [];
  return ids.map((id) => origins.find((one) => one.id === id)?.name ?? '?').sort();
};

describe('copied passages', () => {
  const heard = 'A pilot told us more.';
  const later = (passage: string): ReturnType<typeof buildReading> =>
    report('later', `${heard} ${filler('wave')} ${story('near')} ${passage}. ${filler('shore')}`, {
      outlet: 'Tide Weekly News',
      published: '2031-05-09',
      citations: [{ outlet: 'told us', extent: heard, kind: 'own' }],
    });

  it('O20 gives a passage in another’s words what it rests on there, wherever in the text it stands', () => {
    expect(namesOf([first, later(PASSAGE)], 'later')).toEqual(['The Lorne Courier', 'Tide Weekly News']);
    expect(namesOf([first, later(PASSAGE)], 'first')).toEqual(['The Lorne Courier']);
  });

  it('O20 bears a word changed here and there', () => {
    const edited = PASSAGE.replace('small grey', 'little grey').replace('somebody brought', 'a man brought');
    expect(namesOf([first, later(edited)], 'later')).toEqual(['The Lorne Courier', 'Tide Weekly News']);
  });

  it('O20 quotes the passage as evidence', () => {
    const { origins } = resolve([first, later(PASSAGE)]);
    const courier = origins.find(({ name }) => name === 'The Lorne Courier');
    expect(courier?.evidence.some(({ quote }) => quote === PASSAGE)).toBe(true);
    expect(courier?.reasons).toContainEqual(expect.stringMatching(/^O20: \d+ words/));
  });

  it('O20 takes a public quotation in two reports for no copy', () => {
    const quoted = report('first', `${told} The mayor: “${PASSAGE}.” ${story('beside')}`, {
      outlet: 'The Lorne Courier',
      published: '2031-05-02',
      citations: [{ outlet: 'told us', extent: told, kind: 'own' }],
    });
    expect(namesOf([quoted, later(`“${PASSAGE}”`)], 'later')).toEqual(['Tide Weekly News']);
    expect(sharedPassages(toLeaf(quoted), toLeaf(later(`“${PASSAGE}”`)))).toEqual([]);
  });

  it('O20 takes a house’s set words, which stand in reports of other stories too, for no copy', () => {
    const elsewhere = (words: string): ReturnType<typeof report>[] =>
      Array.from({ length: 3 }, (_, at) =>
        report(`other${at}`, `${filler(`field${at}a`)} ${words}. Odo Karr and Edda Quist and Olaf Renn in Tolm${at}.`),
      );
    expect(namesOf([first, later(PASSAGE), ...elsewhere(PASSAGE)], 'later')).toEqual(['Tide Weekly News']);
    expect(namesOf([first, later(PASSAGE), ...elsewhere('Rain')], 'later')).toContain('The Lorne Courier');
  });

  it('O20 takes a long title and a short phrase for no copy', () => {
    const title =
      'Deputy Prime Minister and Minister of Foreign Affairs of the Republic of Ostra and Chair of the Joint Council';
    const [a, b] = [toLeaf(report('a', `There the ${title} sat.`)), toLeaf(report('b', `Here the ${title} stood.`))];
    expect(sharedPassages(a, b)).toEqual([]);
    const [c, d] = [
      toLeaf(report('c', 'He left the fish quay behind two empty barges that day.')),
      toLeaf(report('d', 'She left the fish quay behind two empty barges at noon.')),
    ];
    expect(sharedPassages(c, d)).toEqual([]);
  });
});

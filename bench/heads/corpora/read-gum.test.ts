import { describe, expect, it } from 'vitest';
import { chainsOfColumn, mentionsOfColumn, readGum } from './read-gum.ts';
import { temporaryData } from './temporary-data.ts';

describe('chainsOfColumn', () => {
  it('reads mentions of one token, of more, and one inside another', () => {
    expect(chainsOfColumn(['(1', '(2)', '1)', '_', '(1)', '(2)|(3)'])).toEqual([
      [
        [1, 2],
        [5, 6],
      ],
      [
        [0, 3],
        [4, 5],
      ],
    ]);
  });

  it('leaves out what is mentioned once', () => {
    expect(chainsOfColumn(['(1)', '(2)'])).toEqual([]);
  });
});

describe('mentionsOfColumn', () => {
  it('reads nested mentions with their types and leaves out broken ones', () => {
    expect(
      mentionsOfColumn([
        'Entity=(1-person-new-cf1(2-place-new)',
        'Entity=1)|SpaceAfter=No',
        'Entity=(3[1/2]-event-new)',
        '_',
      ]),
    ).toEqual([
      { first: 0, last: 1, label: 'place' },
      { first: 0, last: 2, label: 'person' },
    ]);
  });
});

describe('readGum', () => {
  it('builds paragraphs and places mentions and chains', () => {
    const token = (number: number, word: string, note = '_'): string =>
      [number, word, word, 'X', 'X', '_', 0, 'dep', '_', note].join('\t');
    const data = temporaryData({
      'gum/dev/GUM_tale.conllu': [
        '# newpar = p',
        token(1, 'Orla', 'Entity=(1-person-new)'),
        token(2, 'left', 'SpaceAfter=No'),
        token(3, '.'),
        '',
        '# newpar = p',
        "1-2\tShe's\t_\t_\t_\t_\t_\t_\t_\t_",
        token(1, 'She', 'Entity=(1-person-giv)'),
        token(2, "'s"),
        '',
      ].join('\n'),
      'gum/ontogum-dev/GUM_tale.conll': "# begin document\n0\tOrla\t(1)\n1\tleft\t_\n2\t.\t_\n3\tShe\t(1)\n4\t's\t_\n",
    });
    const [tale] = readGum(data, 'dev');
    expect(tale?.text).toBe("Orla left.\nShe 's");
    expect(tale?.chains).toEqual([
      [
        [0, 4],
        [11, 14],
      ],
    ]);
  });
});

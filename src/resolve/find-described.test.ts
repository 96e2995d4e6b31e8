import { describe, expect, it } from 'vitest';
import { buildReading, type Draft } from '../../tests/build-reading.ts';
import { resolve } from './index.ts';

type Mentions = NonNullable<Draft['mentions']>;
type Made = ReturnType<typeof buildReading>;

const document = (path: string, text: string, mentions: Mentions): Made =>
  buildReading({ path, text, mentions: mentions.map((one, index) => ({ chain: 100 + index, ...one })) });

const nominal = (words: string, side: string | null = null): Mentions[number] => ({ words, form: 'nominal', side });

/** Whom descriptions of other documents are shown on, with the reasons. */
const described = (...documents: readonly Made[]): readonly string[] =>
  resolve(documents).entities.flatMap(({ name, reasons }) =>
    reasons.filter((reason) => reason.startsWith('S7')).map((reason) => `${name}: ${reason}`),
  );

const HALE = document('a', 'President Ada Hale sent her son-in-law Per Voss.', [
  { words: 'President Ada Hale', head: 'Ada Hale', role: 'President' },
  { words: 'son-in-law Per Voss', head: 'Per Voss', role: 'son-in-law', side: 'Hale' },
]);

describe('descriptions (S7)', () => {
  it('S7 takes kin of a person for the one whom the case knows as that', () => {
    const one = document('b', 'Ada Hale\u2019s son-in-law signed.', [
      { words: 'Ada Hale' },
      nominal('Ada Hale\u2019s son-in-law', 'Ada Hale'),
    ]);
    const found = described(HALE, one);
    expect(found).toEqual([expect.stringContaining('Per Voss: S7: “Ada Hale’s son-in-law” is the one son in law of')]);
    const shown = resolve([HALE, one]).entities.find(({ name }) => name === 'Per Voss');
    expect(shown?.descriptions.map(({ text }) => text)).toEqual(['Ada Hale’s son-in-law']);
    expect(shown?.evidence.map(({ quote }) => quote)).toContain('Ada Hale’s son-in-law');
  });

  it('S7 leaves kin alone of whom the case knows two, or none', () => {
    const one = document('b', 'Ada Hale\u2019s son-in-law signed.', [
      { words: 'Ada Hale' },
      nominal('Ada Hale\u2019s son-in-law', 'Ada Hale'),
    ]);
    const other = document('c', 'Her son-in-law Jon Brandt came.', [
      { words: 'son-in-law Jon Brandt', head: 'Jon Brandt', role: 'son-in-law', side: 'Ada Hale' },
    ]);
    expect(described(HALE, one, other)).toEqual([]);
    const brother = document('d', 'Ada Hale\u2019s brother signed.', [
      { words: 'Ada Hale' },
      nominal('Ada Hale\u2019s brother', 'Ada Hale'),
    ]);
    expect(described(HALE, brother)).toEqual([]);
  });

  it('S7 takes the head of a body for its chairman, where the case knows one head of it', () => {
    const chair = document('a', 'Chairman Per Voss of the Linden Fund spoke.', [
      { words: 'Chairman Per Voss', head: 'Per Voss', role: 'Chairman', side: 'Linden Fund' },
      { words: 'Linden Fund', type: 'organization' },
    ]);
    const later = document('b', 'The head of the Linden Fund flew in.', [
      { words: 'Linden Fund', type: 'organization' },
      nominal('The head of the Linden Fund'),
    ]);
    const deputy = document('c', 'The deputy head of the Linden Fund flew in.', [
      { words: 'Linden Fund', type: 'organization' },
      nominal('The deputy head of the Linden Fund'),
    ]);
    expect(described(chair, later)).toHaveLength(1);
    expect(described(chair, deputy)).toEqual([]);
  });

  it('S7 takes an office without side for its one holder, named in that document, and for nobody where another state is spoken of', () => {
    const known = document('a', 'Prime Minister Ines Tarn spoke.', [
      { words: 'Prime Minister Ines Tarn', head: 'Ines Tarn', role: 'Prime Minister' },
    ]);
    const here = document('b', 'Ines Tarn knew. The prime minister agreed.', [
      { words: 'Ines Tarn' },
      nominal('The prime minister'),
    ]);
    expect(described(known, here)).toEqual([expect.stringContaining('Ines Tarn: S7: “The prime minister”')]);
    const elsewhere = document('c', 'The prime minister agreed.', [nominal('The prime minister')]);
    expect(described(known, elsewhere)).toEqual([]);
    const others = document('d', 'Ines Tarn knew. The prime minister of Ostra fell. The prime minister agreed.', [
      { words: 'Ines Tarn' },
      nominal('The prime minister of Ostra', 'Ostra'),
      { ...nominal('The prime minister'), nth: 1 },
    ]);
    expect(described(known, others)).toEqual([]);
    const second = document('e', 'Prime Minister Jon Brandt spoke.', [
      { words: 'Prime Minister Jon Brandt', head: 'Jon Brandt', role: 'Prime Minister' },
    ]);
    expect(described(known, here, second)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { toIndexed, wordsOf } from './search-words.ts';

const words = (text: string): readonly string[] => [...wordsOf(text)].map(({ word }) => word);

/** As the index takes apart what it is given. */
const indexed = (text: string): readonly string[] =>
  (toIndexed(text).match(/[0-9A-Za-z\u0080-\u{10ffff}]+/gu) ?? []).map((word) =>
    word.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  );

const TEXTS = [
  'The envoys met at 10:30, on 5/6.',
  'Zoë O’Brien’s brother-in-law; ŁUKASZ Ørsted, Æsir, straße, İstanbul, ISPARTA ısı',
  'e\u0301clair \u1e9e \ufb01nance ½ ² \uff21\uff22\uff23',
  'Ο Οδυσσέας, ΟΔΥΣΣΕΑΣ; Ёлка, й; тест',
  '外交部长在东京说。カタカナとひらがな。ข้อตกลงใหม่',
  'مُحَمَّد محمـــد שָׁלוֹם שלום',
  'की किताब',
  'dip\u00adlomacy zero\u200cwidth',
  '\u{1f44b}\u{1f3fd} a\u0000b \ud800c\udfff _under_ x=y "quoted" *',
  '\u{1d400}\u{1d401} \u{10400}\u{10428}',
  '',
  '\u0301',
];

describe('words as search sees them', () => {
  it('are the same in an index and in a text', () => {
    for (const text of TEXTS) expect([text, indexed(text)]).toEqual([text, words(text)]);
  });

  it('stand in the text where they say, in order, and fold to themselves', () => {
    for (const text of TEXTS) {
      let last = 0;
      for (const { start, end, word } of wordsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(words(text.slice(start, end))).toEqual([word]);
        expect(words(word)).toEqual([word]);
        last = end;
      }
    }
  });

  it.each([
    ['ZOË', 'zoe'],
    ['Łukasz', 'lukasz'],
    ['STRAßE', 'strasse'],
    ['ΟΔΥΣΣΕΑΣ', 'οδυσσεας'],
    ['İstanbul', 'istanbul'],
    ['Ёлка', 'елка'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['dip\u00adlomacy', 'diplomacy'],
    ['\ufb01nance', 'finance'],
  ])('%s is searched for by %s', (written, typed) => {
    expect(words(written)).toEqual(words(typed));
  });

  it('keep the vowels of scripts that write them as marks', () => {
    expect(words('की')).not.toEqual(words('का'));
  });
});

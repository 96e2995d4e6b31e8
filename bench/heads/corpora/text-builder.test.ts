import { describe, expect, it } from 'vitest';
import { stretch, TextBuilder } from './text-builder.ts';

describe('TextBuilder', () => {
  it('parts tokens by one space and joins contractions', () => {
    const build = new TextBuilder();
    const places = ['Orla', 'did', "n't", 'sign', '.'].map((word) => build.token(word));
    expect(build.text).toBe("Orla didn't sign .");
    expect(places.map(([start, end]) => build.text.slice(start, end))).toEqual(['Orla', 'did', "n't", 'sign', '.']);
  });

  it('does as the corpus says about spaces', () => {
    const build = new TextBuilder();
    build.token('Yes', true);
    build.token(',', false);
    build.token("'s", true);
    expect(build.text).toBe("Yes, 's");
  });

  it('writes brackets and quotes that treebanks write in words', () => {
    const build = new TextBuilder();
    for (const word of ['-LRB-', 'a', '-RRB-', '``', "''"]) build.token(word);
    expect(build.text).toBe('( a ) " "');
  });

  it('keeps gaps between sentences and adds no second space', () => {
    const build = new TextBuilder();
    build.gap('\n');
    build.token('One');
    build.gap('\n');
    build.token('Two');
    expect(build.text).toBe('One\nTwo');
  });

  it('counts UTF-16 code units', () => {
    const build = new TextBuilder();
    build.token('🕊');
    expect(build.token('flew')).toEqual([3, 7]);
  });
});

describe('stretch', () => {
  it('reaches from the first token to the end of the last', () => {
    expect(
      stretch(
        [
          [0, 2],
          [3, 5],
          [6, 9],
        ],
        0,
        2,
      ),
    ).toEqual([0, 5]);
  });
});

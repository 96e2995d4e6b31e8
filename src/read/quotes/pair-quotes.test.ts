import { describe, expect, it } from 'vitest';
import type { Block } from '../../model/index.ts';
import { pairQuotes } from './pair-quotes.ts';

const linesOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line) blocks.push({ kind: 'body', start, end: start + line.length });
    start += line.length + 1;
  }
  return blocks;
};
const inner = (text: string): string[] => pairQuotes(text, linesOf(text)).map((quote) => text.slice(...quote.inner));
const scare = (text: string): string[] =>
  pairQuotes(text, linesOf(text))
    .filter((quote) => quote.scare)
    .map((quote) => text.slice(...quote.inner));

describe('pairQuotes', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['The envoy said "we will come back" and left.', ['we will come back']],
    ['The envoy said “we will come back” and left.', ['we will come back']],
    ['«We will come back», the envoy said.', ['We will come back']],
    ['»We will come back«, the envoy said.', ['We will come back']],
    ['„We will come back“, the envoy said.', ['We will come back']],
    ['„We will come back”, the envoy said.', ['We will come back']],
    ['”We will come back”, the envoy said.', ['We will come back']],
    ["The envoy said 'we will come back' and left.", ['we will come back']],
    ['The envoy said ‘we will come back’ and left.', ['we will come back']],
    ['"We never said \'no deal\' to anyone," she added.', ["We never said 'no deal' to anyone,", 'no deal']],
    ['“We never said ‘no deal’ to anyone,” she added.', ['We never said ‘no deal’ to anyone,', 'no deal']],
    ['‘We never said “no deal” to anyone,’ she added.', ['We never said “no deal” to anyone,', 'no deal']],
    ['«We read „the draft“ twice», he said.', ['We read „the draft“ twice', 'the draft']],
    ['"Yes," he said. "But not now."', ['Yes,', 'But not now.']],
    ["'The ministers' plan is dead,' the aide said.", ["The ministers' plan is dead,"]],
    ["He called it 'the ministers' plan'.", ["the ministers' plan"]],
    ["It's the envoy's plan, and the ministers' too.", []],
    ["Don't ask, won't tell, rock 'n' roll.", []],
    ["In the '90s and the ’80s prices rose.", []],
    ['He stands 6\'2" tall and owns a 12" pipe.', []],
    ['The 6\'2" envoy said "we agree" twice.', ['we agree']],
    ['"We are at 12," he said, "not 15"', ['We are at 12,', 'not 15']],
    ['"We need 12" he said.', ['We need 12']],
    ['The word (“peace”) came up.', ['peace']],
    ['He said—“never again”—and left.', ['never again']],
    ['"Unfinished business remains, he said.', ['Unfinished business remains, he said.']],
    ["Tell 'em we came, said Tam.", []],
    ["``We agree,'' said Tam.", ['We agree,']],
    ['No marks here at all.', []],
    ['', []],
    ['"', []],
    ['""', []],
    ["the traders' and the buyers' unions", []],
    ['A "deal" and a "pact" and an "accord".', ['deal', 'pact', 'accord']],
    ["Mr O'Dell's plan, 'in short', failed.", ['in short']],
    ['“The first “inner” word,” she said.', ['The first “inner” word,', 'inner']],
  ];
  it.each(cases)('finds the quotes of %s', (text, expected) => {
    expect(inner(text)).toEqual(expected);
  });

  it('joins a quote that opens again in each paragraph', () => {
    const text = '"We came in peace.\n"We left in haste.\n"We shall return," she said.\n"Who?" he asked.';
    const quotes = pairQuotes(text, linesOf(text));
    expect(quotes.map((quote) => quote.continues)).toEqual([null, 0, 1, null]);
    expect(quotes.map((quote) => quote.end === quote.inner[1])).toEqual([true, true, false, false]);
  });

  it('joins a quote that only closes in the next paragraph', () => {
    const text = '“We came in peace.\nWe shall return,” she said.\n“Who?” he asked.';
    const quotes = pairQuotes(text, linesOf(text));
    expect(quotes.map((quote) => text.slice(...quote.inner))).toEqual([
      'We came in peace.',
      'We shall return,',
      'Who?',
    ]);
    expect(quotes.map((quote) => quote.continues)).toEqual([null, 0, null]);
  });

  it('ends an unclosed quote with its paragraph', () => {
    const text = 'He said: “We are done.\nThe market closed higher.';
    expect(inner(text)).toEqual(['We are done.']);
  });

  it('reads nothing in blocks that are not reporting', () => {
    const text = '"Buy now"';
    expect(pairQuotes(text, [{ kind: 'advert', start: 0, end: text.length }])).toEqual([]);
  });

  it.each([
    ['The so-called "peace plan" was leaked.', ['peace plan']],
    ['The first draft of the 12-point “roadmap,” as it is known, leaked.', ['roadmap,']],
    ['"Nonsense," the minister said.', []],
    ['"Nonsense" was what the minister called it.', ['Nonsense']],
    ['Asked about it, he said "never".', []],
    ['He replied: "Later."', []],
    ['"I agree," she said.', []],
    ['They want "a land of bountiful opportunity" there.', []],
    ['"Go!" he shouted.', []],
    ['It "is over" for them.', []],
  ])('tells a tag from speech in %s', (text, expected) => {
    expect(scare(text)).toEqual(expected);
  });

  it('pairs 20,000 quotes and endless lines in linear time', () => {
    const text = '"We agree on \'most\' points," he said. '.repeat(20_000);
    const before = performance.now();
    expect(pairQuotes(text, linesOf(text)).length).toBe(40_000);
    const open = '"a '.repeat(50_000);
    pairQuotes(open, linesOf(open));
    pairQuotes("'a ".repeat(50_000), [{ kind: 'body', start: 0, end: 150_000 }]);
    pairQuotes('“a '.repeat(50_000), [{ kind: 'body', start: 0, end: 150_000 }]);
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});

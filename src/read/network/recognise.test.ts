import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedNetwork } from '../../../tests/network.ts';
import { type Block, REPORTING_BLOCKS, type Span } from '../../model/index.ts';
import { type Network, openNetwork } from './network.ts';
import { recognise, stretchesOf, type TextToRecognise } from './recognise.ts';
import type { Recognised } from './recognised.ts';

let network: Network;
beforeAll(async () => {
  network = await sharedNetwork();
});

const bodyOf = (text: string): TextToRecognise => ({ text, blocks: [{ kind: 'body', start: 0, end: text.length }] });
const of = async (
  text: TextToRecognise | string,
  precision: 'careful' | 'thorough' = 'careful',
): Promise<Recognised> => {
  const [one] = await recognise(network, [typeof text === 'string' ? bodyOf(text) : text], { precision });
  if (one === undefined) throw new Error('Expected one item for one text');
  return one;
};
const spansOf = ({ names, spans, attributions, predicates, relations }: Recognised): readonly Span[] => [
  ...[...names, ...spans, ...predicates, ...predicates.flatMap(({ roles }) => roles)].map(
    ({ start, end }): Span => [start, end],
  ),
  ...attributions.flatMap(({ cue, source, content }) => [cue, ...(source === null ? [] : [source]), ...content]),
  ...relations.flatMap(({ one, two }) => [one, two]),
];

const SENTENCES = [
  'Foreign Minister Irina Veld met the shipping magnate Joran Hale in Lorne on Monday, two officials said.',
  'Hale, who runs Castor Lines, told reporters that he had not been paid for the journey.',
  '“We have no deal,” she said. “We have a page and a half.”',
  'The ministry denied that its licence for the port of Ostra had been discussed.',
  'According to a diplomat, the envoys will meet again in March if the sanctions are lifted.',
  'It was raining.',
];
const story = (sentences: number): string =>
  Array.from({ length: sentences }, (_, k) => `${SENTENCES[(k * 5 + (k >> 2)) % SENTENCES.length]} `).join('');

describe('recognise', () => {
  it('finds names, who says what, and what is done by whom', async () => {
    const text = SENTENCES.slice(0, 2).join(' ');
    const { names, attributions, predicates, spans } = await of(text);
    const words = (start: number, end: number): string => text.slice(start, end);
    const world = names.filter(({ scheme }) => scheme === 'world').map((one) => words(one.start, one.end));
    expect(world).toEqual(expect.arrayContaining(['Irina Veld', 'Joran Hale']));
    expect(attributions.map(({ source }) => source && words(...source))).toEqual(
      expect.arrayContaining(['two officials']),
    );
    const met = predicates.find(({ start, end }) => words(start, end) === 'met');
    const roles = Object.fromEntries((met?.roles ?? []).map((role) => [role.label, words(role.start, role.end)]));
    expect(roles).toMatchObject({ ARG0: expect.stringContaining('Irina Veld') });
    expect(met?.factuality).toBeGreaterThan(0);
    expect(spans.map((one) => words(one.start, one.end))).toContain('Castor Lines');
  });

  it('gives nothing for no text, no blocks and white space, in the place of the text', async () => {
    const nothing = { names: [], spans: [], attributions: [], predicates: [], relations: [] };
    const found = await recognise(network, [
      bodyOf(''),
      { text: SENTENCES[0] ?? '', blocks: [] },
      bodyOf(' \n\n \t'),
      bodyOf(SENTENCES[0] ?? ''),
    ]);
    expect(found.slice(0, 3)).toEqual([nothing, nothing, nothing]);
    expect(found[3]?.names.length).toBeGreaterThan(0);
    expect(await recognise(network, [])).toEqual([]);
  });

  it('reads reporting blocks alone, at their own places', async () => {
    const head = 'Veld meets Hale';
    const advert = 'Buy Castor Lines shares, said Bruno Dahl.';
    const [first = '', second = ''] = SENTENCES;
    const text = [head, first, advert, second].join('\n\n');
    const kinds = ['headline', 'body', 'advert', 'body'] as const;
    let at = 0;
    const blocks = [head, first, advert, second].map((part, k): Block => {
      const start = text.indexOf(part, at);
      at = start + part.length;
      return { kind: kinds[k] ?? 'body', start, end: at };
    });
    const places = spansOf(await of({ text, blocks }));
    const readable = blocks.filter(({ kind }) => REPORTING_BLOCKS.has(kind));
    expect(places.length).toBeGreaterThan(0);
    for (const [start, end] of places) {
      expect(readable.some((block) => start >= block.start && start < block.end)).toBe(true);
      expect(end).toBeGreaterThan(start);
    }
  });

  it('leaves out the label that names who speaks', () => {
    const turn: Block = { kind: 'turn', start: 3, end: 30, speaker: [3, 8] };
    expect(stretchesOf([turn, { kind: 'byline', start: 31, end: 40 }])).toEqual([[8, 30]]);
  });

  it('recognises the same in a text whatever it is read with, in one batch or in many, on one core or two', async () => {
    const texts = [1, 1, 2, 3, 9, 40].map((sentences, k) =>
      bodyOf(`${story(sentences)}${k % 2 === 0 ? '' : ' Hale left.'}`),
    );
    const alone = await Promise.all(texts.map((text) => of(text)));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          texts.map((_, k) => k),
          { minLength: 2 },
        ),
        async (order) => {
          const together = await recognise(
            network,
            order.map((k) => texts[k] as TextToRecognise),
          );
          expect(together).toEqual(order.map((k) => alone[k]));
        },
      ),
      { numRuns: 4 },
    );
    const single = await openNetwork(new URL('../../../models', import.meta.url).pathname, { threads: 1 });
    expect(await recognise(single, texts)).toEqual(alone);
    await single.close();
  }, 300_000);

  it('finds no less when it is thorough', async () => {
    const text = story(12);
    const [careful, thorough] = [await of(text), await of(text, 'thorough')];
    for (const kind of ['names', 'spans', 'predicates'] as const) {
      expect(thorough[kind].length).toBeGreaterThanOrEqual(careful[kind].length);
    }
    expect(thorough).not.toEqual(careful);
  });

  it('gives probabilities, and antecedents before what refers to them', async () => {
    const { names, spans, attributions, predicates, relations } = await of(story(30), 'thorough');
    const confidences = [...names, ...spans, ...attributions, ...predicates, ...relations].map(
      ({ confidence }) => confidence,
    );
    expect(confidences.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true);
    spans.forEach(({ antecedents, fresh }, k) => {
      expect(antecedents.length).toBeLessThanOrEqual(5);
      expect(antecedents.every(({ span }) => span < k)).toBe(true);
      expect(antecedents.reduce((sum, { probability }) => sum + probability, fresh)).toBeLessThanOrEqual(1 + 1e-9);
    });
  });

  it.each([
    ['no spaces', 'AbcdefGhij'.repeat(400)],
    ['nothing but quotes', '"“”'.repeat(300)],
    ['one word over and over', 'said '.repeat(900)],
    ['quotes without end', '“No,” he said. '.repeat(120)],
    ['emoji', '😀👨‍👩‍👧 Hale met Veld 🇺🇳. '.repeat(30)],
    ['mixed scripts', 'Хейл 你好世界 مرحبا שלום Hale met Veld. '.repeat(30)],
    ['all capitals', (SENTENCES[0] ?? '').toUpperCase().repeat(8)],
    ['lone surrogates and NULs', 'Hale \ud800 met\0 \udc00Veld in Lor\0ne. '.repeat(40)],
    ['accents apart', 'Ire\u0301na Ve\u0308ld me\u0301t Jo\u0308ran Hale. '.repeat(20)],
  ])('reads %s without a crash, at places where words begin and end', async (_, text) => {
    for (const [start, end] of spansOf(await of(text, 'thorough'))) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/s);
      // No place splits a character in two.
      const isInside = (at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
      expect([isInside(start), isInside(end)]).toEqual([false, false]);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRecognised, type RecognisedDraft } from '../../../tests/build-recognised.ts';
import { knownOf } from '../../../tests/known-of.ts';
import { recognisedIn } from '../../../tests/network.ts';
import type { Attribution, Span } from '../../model/index.ts';
import type { RecognisedAttribution } from '../network/index.ts';
import { findAttributions } from './index.ts';

const PUBLISHED = '2031-05-20';

const lines = (text: string, attributions: readonly Attribution[]): readonly string[] =>
  attributions.map(({ source, cue, content }) =>
    [source, cue, content].map((spans) => spans.map(([start, end]) => text.slice(start, end)).join(' … ')).join(' | '),
  );

/** What is made of what a network might see. */
const made = (text: string, draft: RecognisedDraft): readonly Attribution[] =>
  knownOf(text, PUBLISHED, buildRecognised(text, draft)).attributions;

/** What is made of what the network sees. */
const read = async (text: string): Promise<readonly Attribution[]> =>
  knownOf(text, PUBLISHED, await recognisedIn(text)).attributions;

describe('findAttributions, of what a network might see', () => {
  it('takes source, cue and content', () => {
    const text = 'Hale said the talks had failed.';
    const found = made(text, { attributions: [{ source: 'Hale', cue: 'said', content: ['the talks had failed'] }] });
    expect(lines(text, found)).toEqual(['Hale | said | the talks had failed']);
    expect(found[0]).toMatchObject({ id: 'a1', kind: 'say', speech: 'indirect', within: null, confidence: 0.9 });
  });

  it('extends content that cuts a pair of quotation marks to its edges', () => {
    const text = 'Hale said: "We will not go, and they know it." He left.';
    const found = made(text, {
      attributions: [{ source: 'Hale', cue: 'said:', content: ['"We will not go, and they'] }],
    });
    expect(lines(text, found)).toEqual(['Hale | said: | "We will not go, and they know it."']);
    expect(found[0]?.speech).toBe('direct');
  });

  it('joins pieces with nothing but a comma between them and drops the stop of the sentence', () => {
    const text = 'In Lorne, Hale said, prices rose. Unlike the fund, the bank paid, Hale said.';
    const found = made(text, {
      attributions: [{ source: ['Hale', 1], cue: ['said', 1], content: ['Unlike the fund', 'the bank paid,'] }],
    });
    expect(lines(text, found)).toContain('Hale | said | Unlike the fund, the bank paid');
  });

  it('keeps content apart from its own source and cue', () => {
    const text = 'The talks, Hale said, had failed.';
    const found = made(text, {
      attributions: [{ source: 'Hale', cue: 'said', content: ['The talks, Hale said, had failed'] }],
    });
    expect(lines(text, found)).toEqual(['Hale | said | The talks … had failed']);
  });

  it('takes both sides of an aside where the network gives no content', () => {
    const text = 'In May, two officials said, Veld went to Lorne.';
    const found = made(text, { attributions: [{ source: 'two officials', cue: 'said' }] });
    expect(lines(text, found)).toEqual(['two officials | said | In May … Veld went to Lorne']);
  });

  it('drops a cue with nothing said', () => {
    expect(made('Hale said.', { attributions: [{ source: 'Hale', cue: 'said' }] })).toEqual([]);
  });

  it('gives the chain of who cites whom, each passing on the words of the next', () => {
    const text = 'The envoys met, the Harbour Gazette said, citing the Marrow Herald, which quoted Irina Veld.';
    const names = ['Harbour Gazette', 'Marrow Herald', 'Irina Veld'];
    const found = made(text, {
      names: names.map((words) => ({ words, type: words === 'Irina Veld' ? 'Person' : 'Organization' })),
      spans: [
        { words: 'the Harbour Gazette', type: 'organization' },
        { words: 'the Marrow Herald', type: 'organization' },
        { words: 'Irina Veld' },
      ],
      attributions: [
        { source: 'the Harbour Gazette', cue: 'said', content: ['The envoys met'] },
        { source: 'the', cue: 'citing', content: ['the Marrow Herald, which quoted Irina Veld'] },
      ],
    });
    expect(lines(text, found)).toEqual([
      'the Harbour Gazette | said | The envoys met',
      'the Marrow Herald | citing | The envoys met',
      'Irina Veld | quoted | The envoys met',
    ]);
    expect(found.map(({ within }) => within)).toEqual([null, 'a1', 'a2']);
  });

  it('takes of what is said inside something said only tellings', () => {
    const text = 'Hale said that Veld wanted the port and that Roake claimed the fund had paid.';
    const found = made(text, {
      attributions: [
        {
          source: 'Hale',
          cue: 'said',
          content: ['that Veld wanted the port and that Roake claimed the fund had paid'],
        },
        { source: 'Veld', cue: 'wanted', content: ['the port'], confidence: 0.6 },
        { source: 'Roake', cue: 'claimed', content: ['the fund had paid'], confidence: 0.1, inside: true },
      ],
    });
    expect(lines(text, found).slice(1)).toEqual(['Roake | claimed | the fund had paid']);
    expect(found[1]).toMatchObject({ within: 'a1', kind: 'claim', certainty: 'possible' });
  });

  it('finds tellings inside what is said by their roles', () => {
    const text = 'The Meridian reported that Veld told two diplomats that the talks had failed.';
    const found = made(text, {
      attributions: [
        {
          source: 'The Meridian',
          cue: 'reported',
          content: ['that Veld told two diplomats that the talks had failed'],
        },
      ],
      predicates: [
        {
          words: 'told',
          roles: [
            ['ARG0', 'Veld'],
            ['ARG2', 'two diplomats'],
            ['ARG1', 'that the talks had failed'],
          ],
        },
      ],
    });
    expect(lines(text, found)[1]).toBe('Veld | told | that the talks had failed');
    expect(found[1]?.within).toBe('a1');
  });

  it.each<[string, string, string, Partial<Attribution>]>([
    ['Hale denied that he met Veld.', 'denied', 'that he met Veld', { kind: 'deny', polarity: 'negative' }],
    ['Hale confirmed that he met Veld.', 'confirmed', 'that he met Veld', { kind: 'confirm', certainty: 'certain' }],
    ['Hale did not confirm that he met Veld.', 'did not confirm', 'that he met Veld', { certainty: 'underspecified' }],
    ['Hale did not deny that he met Veld.', 'did not deny', 'that he met Veld', { polarity: 'positive' }],
    ['Hale does not believe that Veld paid.', 'does not believe', 'that Veld paid', { polarity: 'negative' }],
    ['Hale did not say whether he met Veld.', 'did not say', 'whether he met Veld', { kind: 'silence' }],
    ['Hale declined to comment on it.', 'declined', 'to comment on it', { kind: 'silence' }],
    ['Hale refused to discuss the port.', 'refused to discuss', 'the port', { kind: 'silence' }],
    ['Hale has yet to respond to it.', 'has yet to respond to', 'it', { kind: 'silence' }],
    ['Hale has no evidence that Veld paid.', 'has no evidence', 'that Veld paid', { kind: 'no-evidence' }],
    ['Hale promised to publish the draft.', 'promised', 'to publish the draft', { kind: 'promise', tense: 'future' }],
    ['Hale reportedly said that Veld paid.', 'reportedly said', 'that Veld paid', { kind: 'say' }],
    ['Hale wants to sell the port.', 'wants', 'to sell the port', { kind: 'hope', tense: 'future' }],
    // Words that no list has.
    ['Hale burbled that Veld paid.', 'burbled', 'that Veld paid', { kind: 'say', certainty: 'underspecified' }],
    ['Hale geared up to sell the port.', 'geared up', 'to sell the port', { kind: 'plan', tense: 'future' }],
    ['Hale called the report "nonsense".', 'called', 'the report "nonsense"', { kind: 'say', polarity: 'positive' }],
  ])('reads what the cue does to what is said: %s', (text, cue, content, wanted) => {
    const [found] = made(text, { attributions: [{ source: 'Hale', cue, content: [content] }] });
    expect(found).toMatchObject(wanted);
  });

  it('tells named, described, pronominal and written sources apart', () => {
    const text = 'Irina Veld said no. She said no. Two officials said no. The report said no. It was said no one came.';
    const found = made(text, {
      names: [{ words: 'Irina Veld', type: 'Person' }],
      spans: [{ words: 'Irina Veld' }, { words: 'She' }, { words: 'Two officials' }],
      attributions: ['Irina Veld', 'She', 'Two officials', 'The report', null].map((source, i) => ({
        ...(source === null ? {} : { source }),
        cue: ['said', i] as const,
        content: [i === 4 ? 'no one came' : (['no', i] as const)],
      })),
    });
    expect(found.map(({ sourceKind }) => sourceKind)).toEqual(['named', 'pronoun', 'unnamed', 'document', 'none']);
  });

  it('reads that there is no evidence as negative, without a source', () => {
    const text = 'There is no evidence that Hale was briefed on the talks.';
    const [found] = made(text, {});
    expect(found).toMatchObject({ kind: 'no-evidence', polarity: 'negative', source: [], sourceKind: 'none' });
    expect(lines(text, found === undefined ? [] : [found])).toEqual([
      ' | no evidence | that Hale was briefed on the talks',
    ]);
  });

  it('reads a hedge as possible, with what takes part in its verb', () => {
    const text = 'Hale reportedly met Veld in Lorne.';
    const [found] = made(text, {
      predicates: [
        {
          words: 'met',
          roles: [
            ['ARG0', 'Hale'],
            ['ARG1', 'Veld'],
            ['ARGM-LOC', 'in Lorne'],
          ],
        },
      ],
    });
    expect(found).toMatchObject({ kind: 'hearsay', certainty: 'possible', source: [] });
    expect(lines(text, found === undefined ? [] : [found])).toEqual([' | reportedly | Hale … met Veld in Lorne']);
  });

  it('gives a quote to the name beside it where only a mark says so', () => {
    const text = 'The chair of the league, Tova Ister: "Nobody asked us."';
    const found = made(text, {
      names: [{ words: 'Tova Ister', type: 'Person' }],
      spans: [{ words: 'Tova Ister' }],
    });
    expect(lines(text, found)).toEqual(['Tova Ister | : | "Nobody asked us."']);
  });

  it('gives a quote to the name before it, with an aside and a colon between', () => {
    const text = 'Tova Ister, leaving by the side door: "Nobody asked us."';
    const found = made(text, { names: [{ words: 'Tova Ister', type: 'Person' }], spans: [{ words: 'Tova Ister' }] });
    expect(lines(text, found)).toEqual(['Tova Ister | : | "Nobody asked us."']);
  });

  it('gives a sentence in quotes to the only one who speaks in the paragraph', () => {
    const text = '"We went," Hale said. Did the bank send him? "It did not forbid it." The rest is known.';
    const found = made(text, { attributions: [{ source: 'Hale', cue: 'said', content: ['"We went,"'] }] });
    expect(lines(text, found)).toEqual(['Hale | said | "We went," … "It did not forbid it."']);
  });

  it('gives a sentence in quotes to nobody where two speak, and leaves titles alone', () => {
    const text =
      '"We went," Hale said. "We stayed," Veld said. Why? "Nobody knows it."\n\n"I read," Roake said, of "The Long Boat" only.';
    const found = made(text, {
      attributions: [
        { source: 'Hale', cue: 'said', content: ['"We went,"'] },
        { source: 'Veld', cue: ['said', 1], content: ['"We stayed,"'] },
        { source: 'Roake', cue: ['said', 2], content: ['"I read,"'] },
      ],
    });
    expect(lines(text, found)).toEqual([
      'Hale | said | "We went,"',
      'Veld | said | "We stayed,"',
      'Roake | said | "I read,"',
    ]);
  });

  it('keeps its promises whatever the network sees', () => {
    const words =
      'Hale said "We met in Lorne," and Veld told (the Herald) that Roake denied it, the bank says. No one paid.';
    const span = fc
      .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]): Span => [start, Math.min(words.length, start + length)]);
    const one = fc.record<RecognisedAttribution>({
      cue: fc
        .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 8 }))
        .map(([start, length]): Span => [start, Math.min(words.length, start + length)]),
      source: fc.option(span),
      content: fc.array(span, { maxLength: 3 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      inside: fc.boolean(),
    });
    const base = knownOf(words, PUBLISHED);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (attributions) => {
        const found = findAttributions({ ...base, recognised: { ...base.recognised, attributions } });
        const first = found.map(({ source, cue, content }) =>
          Math.min(...[...source, ...cue, ...content].map(([a]) => a)),
        );
        expect(first).toEqual(first.toSorted((a, b) => a - b));
        const pieces = found.flatMap(({ content }) => content);
        for (const { content, source, cue } of found) {
          expect(content.length).toBeGreaterThan(0);
          for (const [start, end] of [...content, ...source, ...cue]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(words.length);
          }
          content.slice(1).forEach(([start], i) => {
            expect(start).toBeGreaterThanOrEqual(content[i]?.[1] ?? 0);
          });
        }
        for (const [a, b] of pieces) {
          for (const [c, d] of pieces) expect(a < c && c < b && b < d, `${a}-${b} crosses ${c}-${d}`).toBe(false);
        }
        const outer = new Map(found.map(({ id, within }) => [id, within]));
        for (const { id } of found) {
          const seen = new Set<string>();
          for (let at: string | null = id; at !== null; at = outer.get(at) ?? null) {
            expect(seen.has(at)).toBe(false);
            seen.add(at);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads ten thousand quotes in linear time', () => {
    const sentence = '"We will not go," Hale said. ';
    const shift = ([start, end]: Span, by: number): Span => [start + by, end + by];
    const recognised = (count: number) => {
      const [one] = buildRecognised(sentence, {
        attributions: [{ source: 'Hale', cue: 'said', content: ['"We will not go,"'] }],
      }).attributions;
      if (one === undefined) throw new Error('Expected one');
      return Array.from({ length: count }, (_, i): RecognisedAttribution => {
        const by = i * sentence.length;
        const source = one.source === null ? null : shift(one.source, by);
        return { ...one, cue: shift(one.cue, by), source, content: one.content.map((span) => shift(span, by)) };
      });
    };
    const timed = (count: number): number => {
      const known = knownOf(sentence.repeat(count), PUBLISHED);
      const start = performance.now();
      const found = findAttributions({
        ...known,
        recognised: { ...known.recognised, attributions: recognised(count) },
      });
      expect(found).toHaveLength(count);
      return performance.now() - start;
    };
    timed(500);
    const [short, long] = [timed(1000), timed(10_000)];
    // Ten times the text takes about ten times as long; a hundred times would be the square.
    expect(long).toBeLessThan(Math.max(short, 20) * 40);
  }, 120_000);
});

describe('findAttributions, of what the network sees', () => {
  it.each<[string, string, string]>([
    [
      'a quote before its cue',
      '"We will not go," Marcus Hale said on Monday.',
      'Marcus Hale | said | "We will not go,"',
    ],
    [
      'a quote after its cue',
      'Marcus Hale said: "We will not go to Lorne."',
      'Marcus Hale | said | "We will not go to Lorne."',
    ],
    [
      'an inverted cue',
      '“We will not go,” said a former official of the fund.',
      'a former official of the fund | said | “We will not go,”',
    ],
    [
      'a split quote',
      '"We will not go," Marcus Hale said. "They know it."',
      'Marcus Hale | said | "We will not go," … "They know it."',
    ],
    [
      'a that-clause',
      'The minister told the newspaper that the talks had failed.',
      'The minister | told | that the talks had failed',
    ],
    ['a bare clause', 'The minister said the talks had failed.', 'The minister | said | the talks had failed'],
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
      'an unnamed group with how it is placed',
      'Two officials briefed on the matter said the envoy flew to Lorne.',
      'Two officials briefed on the matter | said | the envoy flew to Lorne',
    ],
    [
      'a source reached by telephone',
      'Roake, reached by telephone, said that he knew nothing.',
      'Roake | said | that he knew nothing',
    ],
    [
      'a paper',
      'The report says the bank lent the money in May.',
      'The report | says | the bank lent the money in May',
    ],
    [
      'a passive',
      'The minister was told by Marcus Hale that the talks had failed.',
      'Marcus Hale | was told | that the talks had failed',
    ],
    ['no source', 'The envoy is expected to fly to Lorne.', ' | is expected | The envoy … to fly to Lorne'],
    ['a promise', 'The minister promised to publish the draft.', 'The minister | promised | to publish the draft'],
    [
      'the noun of a claim, when somebody speaks of it',
      'The claim that Hale owns the mine is false, the bank said.',
      'the bank | said | The claim that Hale owns the mine is false',
    ],
  ])('finds %s', async (_, text, wanted) => {
    const tidy = (line: string): string => line.replace(/,?\s*\|\s*/g, '|');
    expect(lines(text, await read(text)).map(tidy)).toContain(tidy(wanted));
  });

  it('carries a quote on into the next paragraph', async () => {
    const text = 'Marcus Hale said: “We will not go.\n\n“They know it.”';
    expect(lines(text, await read(text))[0]).toContain('They know it');
  });

  it('gives a quote in the next paragraph with its own cue to its own speaker', async () => {
    const text = '"We will not go," Marcus Hale said.\n\n"They know it," Irina Veld said.';
    expect(lines(text, await read(text))).toEqual([
      'Marcus Hale | said | "We will not go,"',
      'Irina Veld | said | "They know it,"',
    ]);
  });

  it('nests what one says that another said', async () => {
    const text = 'The Meridian reported that the minister had told two diplomats that the talks had failed.';
    const found = await read(text);
    expect(found.map(({ within }) => within)).toEqual([null, 'a1']);
  });

  it('turns what is denied into its opposite', async () => {
    const [found] = await read('Marcus Hale denied that he had met the banker.');
    expect(found).toMatchObject({ kind: 'deny', polarity: 'negative' });
  });

  it('reads silence as nothing said', async () => {
    const [found] = await read('The ministry declined to comment.');
    expect(found?.kind).toBe('silence');
  });

  it.each([
    'Hale held talks with Veld in Lorne.',
    'The two sides saw the draft on Monday.',
    'The plan, known as the "harbour paper", has nineteen points.',
    'The bank that owns the field was founded in 2012.',
    'She runs the mission and added two rooms to the house.',
  ])('finds nobody saying anything in: %s', async (text) => {
    expect(lines(text, await read(text))).toEqual([]);
  });
});

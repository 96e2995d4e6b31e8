import { describe, expect, it } from 'vitest';
import type { Span } from '../../model/index.ts';
import { type EventMention, type EventText, eventMentionOf, eventTextOf } from './event-mention.ts';
import { compareAll, groupEvents } from './group-events.ts';

/** Documents whose lines are their sentences; words between stars tell of events. */
const pileOf = (...marked: readonly string[]): { readonly mentions: EventMention[]; readonly texts: EventText[] } => {
  const mentions: EventMention[] = [];
  const texts = marked.map((document, number) => {
    let text = '';
    const places: Span[] = [];
    document.split('*').forEach((part, at) => {
      if (at % 2 === 1) places.push([text.length, text.length + part.length]);
      text += part;
    });
    const sentences: Span[] = [];
    for (const line of text.matchAll(/[^\n]+/g)) sentences.push([line.index, line.index + line[0].length]);
    const cut = eventTextOf(text, sentences);
    for (const place of places) {
      const mention = eventMentionOf(number, text, cut, place);
      if (mention !== null) mentions.push(mention);
    }
    return cut;
  });
  return { mentions, texts };
};

const wordsOf = (pile: ReturnType<typeof pileOf>, stories: readonly number[]): readonly string[] =>
  groupEvents(pile.mentions, pile.texts, stories).map(({ mentions }) =>
    mentions.map((number) => `${pile.mentions[number]?.document}:${pile.mentions[number]?.word}`).join(' '),
  );

const ORVEL =
  'Envoys of Tarsk and Melivia *met* in Port Orvel on Tuesday.\nThe ferry to Orvel *sank* in a storm last year.';
const RETOLD = 'Tarsk and Melivia held a *meeting* in Port Orvel.\nMelivia later *denied* it.';

describe('groupEvents', () => {
  it('takes the same event told by two documents of one story together (V3)', () => {
    const groups = wordsOf(pileOf(ORVEL, RETOLD), [0, 0]);
    expect(groups).toContain('0:met 1:meeting');
    expect(groups).toContain('0:sank');
    expect(groups).toContain('1:denied');
  });

  it('never compares documents of two stories (V1)', () => {
    expect(wordsOf(pileOf(ORVEL, RETOLD), [0, 1])).toEqual(['0:met', '0:sank', '1:meeting', '1:denied']);
  });

  it('puts every mention in exactly one group, ordered by first mention (V4)', () => {
    const pile = pileOf(ORVEL, RETOLD, ORVEL);
    const groups = groupEvents(pile.mentions, pile.texts, [0, 0, 0]);
    const all = groups.flatMap(({ mentions }) => mentions);
    expect(all.toSorted((a, b) => a - b)).toEqual(pile.mentions.map((_, number) => number));
    const firsts = groups.map(({ mentions }) => mentions[0] ?? -1);
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  });

  it('says why, in the words that met (V5)', () => {
    const pile = pileOf(ORVEL, RETOLD);
    const met = groupEvents(pile.mentions, pile.texts, [0, 0]).find(({ mentions }) => mentions.length === 2);
    expect(met?.reasons).toHaveLength(1);
    expect(met?.reasons[0]).toMatch(/^one word in two forms, "meeting", "met"; both name .*"orvel".*"tarsk"/);
  });

  it('takes one word in one document for one event (V1)', () => {
    const pile = pileOf('Brannick *visited* the mill at Aldermoor.\nHe *visited* it before the vote.');
    expect(wordsOf(pile, [0])).toEqual(['0:visited 0:visited']);
  });

  it('never joins words that have nothing to do with each other, however like their sentences (V2)', () => {
    const pile = pileOf('Tarsk *sold* the Aldermoor mill on Friday.', 'Tarsk *painted* the Aldermoor mill on Friday.');
    expect(wordsOf(pile, [0, 0])).toEqual(['0:sold', '1:painted']);
  });

  it('does not depend on the order in which documents of other stories come (V5)', () => {
    const alone = wordsOf(pileOf(ORVEL, RETOLD), [0, 0]);
    const beside = wordsOf(pileOf(ORVEL, RETOLD, 'A *comet* passed.'), [0, 0, 2]);
    expect(beside).toEqual([...alone, '2:comet']);
  });

  it('finds nothing in nothing', () => {
    expect(groupEvents([], [], [])).toEqual([]);
  });
});

describe('compareAll', () => {
  it('is symmetric in the order of documents', () => {
    const one = pileOf(ORVEL, RETOLD);
    const other = pileOf(RETOLD, ORVEL);
    const evidenceIn = (pile: typeof one): readonly string[] =>
      compareAll(pile.mentions, pile.texts, [0, 0])
        .map(({ evidence }) => JSON.stringify(evidence))
        .sort();
    expect(evidenceIn(one)).toEqual(evidenceIn(other));
  });
});

describe('eventMentionOf', () => {
  it('finds nothing where no sentence holds the place', () => {
    const cut = eventTextOf('They met. Then rain.', [[0, 9]]);
    expect(eventMentionOf(0, 'They met. Then rain.', cut, [15, 19])).toBeNull();
  });

  it('knows as names what the document never writes small', () => {
    const text = 'Talks of Orvel failed. The talks ended.';
    const cut = eventTextOf(text, [
      [0, 22],
      [23, 39],
    ]);
    expect([...(cut.sentences[0]?.names ?? [])]).toEqual(['orvel']);
  });
});

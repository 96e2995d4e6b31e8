import { describe, expect, it } from 'vitest';
import { groupStories, type StoryTerms, storyTerms } from './index.ts';

const terms = (text: string): StoryTerms => storyTerms({ text, published: null }, null);

const FIRE_IN_LORNE = [
  'A fire broke out at the Harlow warehouse in Lorne on Monday night. Fire chief Edda Quist said that two people were hurt before the fire was out.',
  'Two workers were hurt when the Harlow warehouse burned in Lorne, according to Edda Quist, the fire chief. The fire began on a loading dock.',
  'In Lorne the fire at the Harlow warehouse is out, said the chief of the brigade, Edda Quist. Both of the workers who were hurt are at home.',
];
const FIRE_IN_VESSEM = [
  'A fire broke out at the Brandt mill in Vessem on Friday night. Fire chief Odo Karr said that three people were hurt before the fire was out.',
  'Three workers were hurt when the Brandt mill burned in Vessem, according to Odo Karr, the fire chief. The fire began in a drying room.',
  'In Vessem the fire at the Brandt mill is out, said the chief of the brigade, Odo Karr. All of the workers who were hurt are at home.',
];

const partition = (groups: readonly number[]): string => {
  const names = new Map<number, number>();
  return groups.map((group) => names.get(group) ?? names.set(group, names.size).size - 1).join('');
};

describe('groupStories', () => {
  it('G1, G2 keeps two stories of one kind apart, and each together', () => {
    const documents = [...FIRE_IN_LORNE, ...FIRE_IN_VESSEM].map(terms);
    expect(partition(groupStories(documents))).toBe('000111');
  });

  it('G1 takes spellings of one name as one', () => {
    const [first] = FIRE_IN_LORNE;
    const documents = [
      terms('Envoy Qasym Zhelkanov met Darya Voloshyna at the Almira hotel on Lake Ister and spoke of grain.'),
      terms('At a lakeside hotel, the Almira, Kasim Zhelkanoff sat down with Daria Woloshina; grain was the topic.'),
      terms(first ?? ''),
    ];
    expect(partition(groupStories(documents))).toBe('001');
  });

  it('G2 leaves a document like no other by itself', () => {
    const documents = [...FIRE_IN_LORNE, 'Tea prices rose again in Port Amal.'].map(terms);
    expect(partition(groupStories(documents))).toBe('0001');
    expect(groupStories([])).toEqual([]);
    expect(groupStories([terms('')])).toEqual([0]);
  });

  it('G3 makes the same groups of documents that come in another order', () => {
    const texts = [...FIRE_IN_LORNE, ...FIRE_IN_VESSEM];
    const order = [4, 1, 5, 0, 3, 2];
    const groups = groupStories(order.map((at) => terms(texts[at] ?? '')));
    const sameAsFirst = order.map((at, place) => [at < 3, groups[place]] as const);
    expect(new Set(sameAsFirst.filter(([isLorne]) => isLorne).map(([, group]) => group)).size).toBe(1);
    expect(new Set(sameAsFirst.filter(([isLorne]) => !isLorne).map(([, group]) => group)).size).toBe(1);
    expect(new Set(groups).size).toBe(2);
  });
});

describe('storyTerms', () => {
  it('G1 tells names from words that merely open a sentence', () => {
    const { counts } = terms('Talks began. The talks were long. Quist spoke; then Quist left.');
    expect([...counts.keys()].some((term) => term.startsWith('^') && term.includes('talk'))).toBe(false);
    expect([...counts.keys()].some((term) => term.startsWith('^') && /qu|ku|kv/.test(term))).toBe(true);
  });

  it('G1 does not count adverts where the reading has found them', () => {
    const text = 'Quist spoke in Lorne.\nBuy Brightwell mattresses.';
    const blocks = [
      { kind: 'body' as const, start: 0, end: 21 },
      { kind: 'advert' as const, start: 22, end: text.length },
    ];
    const keys = [...storyTerms({ text, published: null }, { blocks }).counts.keys()].join(' ');
    expect(keys).not.toMatch(/brightvel|mattres/);
  });
});

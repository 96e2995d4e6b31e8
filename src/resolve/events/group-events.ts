import { averageLinkage, type WeightedPair } from './average-linkage.ts';
import { documentLikenesses } from './document-likeness.ts';
import type { EventMention, EventText } from './event-mention.ts';
import { eventThreshold, likelihoodOf } from './event-scorer.ts';
import { type Evidence, evidenceOf, mayTellOne } from './evidence.ts';
import { reasonOf } from './reason-of.ts';
import { type StoryWords, storyWordsOf } from './story-words.ts';

/** Mentions of one event. */
export interface EventGroup {
  /** Numbers of the mentions, ascending. */
  readonly mentions: readonly number[];
  /** Why they were taken together, one for each joining, in its order. */
  readonly reasons: readonly string[];
}

/** Two mentions of one story with their evidence. */
export interface ComparedMentions {
  readonly one: number;
  readonly other: number;
  readonly evidence: Evidence;
}

/** Mentions by one word in one document: hardly ever two events (98 of 100 in ECB+). */
interface Node {
  readonly document: number;
  readonly stem: string;
  readonly mentions: number[];
}

const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): ReadonlyMap<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const name = key(item);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [item]);
    else known.push(item);
  }
  return groups;
};

/** Pairs of nodes compared in a story at most: beyond them each node meets only those that come soon after it. */
const MOST_PAIRS = 400_000;

interface Story {
  readonly nodes: readonly Node[];
  readonly words: StoryWords;
}

const storiesOf = (mentions: readonly EventMention[], stories: readonly number[]): readonly Story[] => {
  const numbers = mentions.map((_, number) => number);
  const of = (number: number): EventMention => mentions[number] as EventMention;
  return [...groupBy(numbers, (number) => stories[of(number).document]).values()].map((story) => ({
    nodes: [...groupBy(story, (number) => `${of(number).document} ${of(number).stem}`).values()].map((own) => ({
      document: of(own[0] as number).document,
      stem: of(own[0] as number).stem,
      mentions: own,
    })),
    words: storyWordsOf(story.map(of)),
  }));
};

const comparer =
  (mentions: readonly EventMention[], texts: readonly EventText[]) =>
  ({ nodes, words }: Story): ((one: number, other: number) => Evidence) => {
    const likeness = documentLikenesses(texts, [...new Set(nodes.map(({ document }) => document))]);
    return (one, other) => {
      const [a, b] = [mentions[one] as EventMention, mentions[other] as EventMention];
      return evidenceOf(a, b, likeness(a.document, b.document), words);
    };
  };

const groupStory = (
  { nodes, words }: Story,
  mentions: readonly EventMention[],
  compare: (one: number, other: number) => Evidence,
): readonly EventGroup[] => {
  const reach = nodes.length ** 2 / 2 <= MOST_PAIRS ? nodes.length : Math.ceil(MOST_PAIRS / nodes.length);
  const pairs: WeightedPair[] = [];
  const bestOf = new Map<number, { readonly likelihood: number; readonly one: number; readonly other: number }>();
  nodes.forEach((node, at) => {
    for (let next = at + 1; next < nodes.length && next <= at + reach; next++) {
      const other = nodes[next] as Node;
      if (!mayTellOne(node.stem, other.stem, words.kinOf)) continue;
      let sum = 0;
      let best = { likelihood: -1, one: 0, other: 0 };
      for (const a of node.mentions) {
        for (const b of other.mentions) {
          const likelihood = likelihoodOf(compare(a, b));
          sum += likelihood;
          if (likelihood > best.likelihood) best = { likelihood, one: a, other: b };
        }
      }
      pairs.push({ one: at, other: next, sum });
      bestOf.set(at * nodes.length + next, best);
    }
  });
  const members = nodes.map((_, at) => [at]);
  const reasons = nodes.map(({ mentions: own }) =>
    own.length > 1 ? [`the same word in one document: "${mentions[own[0] as number]?.word}"`] : [],
  );
  const sizes = nodes.map((node) => node.mentions.length);
  for (const { one, other } of averageLinkage(sizes, pairs, eventThreshold())) {
    const [left, right] = [members[one] as number[], members[other] as number[]];
    const found = left
      .flatMap((a) => right.flatMap((b) => bestOf.get(Math.min(a, b) * nodes.length + Math.max(a, b)) ?? []))
      .reduce((best, next) => (next.likelihood > best.likelihood ? next : best));
    const [a, b] = [mentions[found.one] as EventMention, mentions[found.other] as EventMention];
    reasons[one]?.push(...(reasons[other] ?? []), reasonOf(a, b, compare(found.one, found.other), true));
    left.push(...right);
    members[other] = [];
  }
  return members.flatMap((own, at) =>
    own.length === 0
      ? []
      : [
          {
            mentions: own.flatMap((node) => nodes[node]?.mentions ?? []).sort((a, b) => a - b),
            reasons: reasons[at] ?? [],
          },
        ],
  );
};

/**
 * Takes mentions of one event together, within and across documents.
 *
 * Only documents of one story are compared. What two mentions share is scored by a small learned network; groups grow by the
 * mean of the scores of all their pairs, the surest first. Every mention is in exactly one group; groups are ordered by their
 * first mention.
 *
 * Pure, and the same to the byte whatever the processor. Mentions and texts should come in an order that does not depend on
 * how the documents came: it breaks ties.
 *
 * @param texts By number of document.
 * @param stories By number of document, the number of its story (of `groupStories`).
 */
export const groupEvents = (
  mentions: readonly EventMention[],
  texts: readonly EventText[],
  stories: readonly number[],
): readonly EventGroup[] => {
  const compareIn = comparer(mentions, texts);
  return storiesOf(mentions, stories)
    .flatMap((story) => groupStory(story, mentions, compareIn(story)))
    .sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0));
};

/** All that `groupEvents` compares, for training its scorer. Pairs are in order, the smaller number first. */
export const compareAll = (
  mentions: readonly EventMention[],
  texts: readonly EventText[],
  stories: readonly number[],
): readonly ComparedMentions[] => {
  const compareIn = comparer(mentions, texts);
  return storiesOf(mentions, stories).flatMap((story) => {
    const { nodes } = story;
    const compare = compareIn(story);
    const numbers = nodes.flatMap((node) => node.mentions).sort((a, b) => a - b);
    return numbers.flatMap((one, at) =>
      numbers.slice(at + 1).map((other) => ({ one, other, evidence: compare(one, other) })),
    );
  });
};

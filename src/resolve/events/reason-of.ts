import type { EventMention } from './event-mention.ts';
import type { Evidence } from './evidence.ts';

/** Likeness of sentences from which it is worth telling. */
const LIKE = 0.3;

const listed = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

/** Says in words why two mentions were taken for one event. */
export const reasonOf = (a: EventMention, b: EventMention, evidence: Evidence, isStory: boolean): string => {
  const [one, other] = [a.word.toLowerCase(), b.word.toLowerCase()];
  const words =
    one === other
      ? `the same word ${listed([one])}`
      : evidence.sameStem === 1
        ? `one word in two forms, ${listed([one, other].sort())}`
        : evidence.sameSense === 1
          ? `words of one sense, ${listed([one, other].sort())}`
          : evidence.kindOf === 1
            ? `one word says more exactly what the other says, ${listed([one, other].sort())}`
            : `words used alike, ${listed([one, other].sort())}`;
  const names = [...a.names].filter((name) => b.names.has(name)).sort();
  const numbers = [...a.numbers].filter((number) => b.numbers.has(number)).sort();
  return [
    words,
    ...(names.length > 0 ? [`both name ${listed(names)}`] : []),
    ...(numbers.length > 0 ? [`the same numbers ${listed(numbers)}`] : []),
    ...(evidence.rest >= LIKE ? ['sentences alike'] : []),
    ...(a.document === b.document ? ['one document'] : isStory ? ['one story'] : []),
  ].join('; ');
};

import { stemsOf } from '../resolve/index.ts';
import { WORDS_OF_TENS, WORDS_TO_NINETEEN } from '../text/index.ts';

/** So many of something: the number, and the words that say of what. */
export interface Count {
  readonly number: number;
  readonly of: ReadonlySet<string>;
}

const ONES = new Map(WORDS_TO_NINETEEN.map((word, at) => [word, at + 1]));
const TENS = new Map(WORDS_OF_TENS.map((word, at) => [word, (at + 2) * 10]));
const ONE_TO_NINE = WORDS_TO_NINETEEN.slice(0, 9).join('|');
const COUNTED = new RegExp(
  `(?<![\\w.,$€£-])(?<number>\\d[\\d,]*|(?:${[...TENS.keys()].join('|')})(?:[ -](?:${ONE_TO_NINE}))?|${WORDS_TO_NINETEEN.slice(1).join('|')})(?<what>(?: (?!and\\b|or\\b|of\\b|in\\b|on\\b|at\\b|by\\b|for\\b|to\\b|with\\b|from\\b|who\\b|that\\b|which\\b)[\\p{L}'’-]+){1,3})`,
  'giu',
);
/** What is counted elsewhere (money, time, shares, points), or tells no thing that is counted. */
const NO_THING =
  /\b(?:million|billion|trillion|thousand|hundred|per ?cent|percentage|years?|months?|weeks?|days?|hours?|minutes?|points?|o'clock|times?|january|february|march|april|may|june|july|august|september|october|november|december|dollars?|euros?|pounds?|sources?|people familiar|officials?|diplomats?|others|more|later|ago|earlier)\b/i;

const numberOf = (words: string): number => {
  if (/^\d/.test(words)) return Number(words.replace(/,/g, ''));
  const [first = '', second = ''] = words.toLowerCase().split(/[ -]/);
  return (TENS.get(first) ?? ONES.get(first) ?? Number.NaN) + (second === '' ? 0 : (ONES.get(second) ?? 0));
};

/** What a text counts: "23 captured sailors", "nine rounds". Money, time, shares and those who told of it are left out. */
export const countsIn = (text: string): readonly Count[] =>
  [...text.matchAll(COUNTED)].flatMap(({ groups }) => {
    const [number, what] = [numberOf(groups?.number ?? ''), groups?.what ?? ''];
    const of = stemsOf(what);
    return !Number.isFinite(number) || NO_THING.test(what) || of.size === 0 ? [] : [{ number, of }];
  });

const EQUAL =
  /\b(?:fifty[- ]fifty|50[-/ ]?50|equal(?:ly)? (?:halves|shares|split|parts)|(?:split|shared?|divided?) equally|equal split|half and half|in (?:equal )?halves?)\b/i;
const PARTS = new RegExp(
  `\\b(\\d{1,2}|(?:${[...TENS.keys()].join('|')})(?:-(?:${ONE_TO_NINE}))?)(?: to |[-:/–]| per ?cent to )(\\d{1,2}|(?:${[...TENS.keys()].join('|')})(?:-(?:${ONE_TO_NINE}))?)\\b`,
  'giu',
);

/** How a text divides something in two, the larger part first: "50:50", "60:40"; null where it does not, or does in several ways. */
export const splitIn = (text: string): string | null => {
  const found = new Set<string>();
  if (EQUAL.test(text)) found.add('50:50');
  for (const [, first = '', second = ''] of text.matchAll(PARTS)) {
    const parts = [numberOf(first), numberOf(second)].sort((a, b) => b - a);
    if ((parts[0] ?? 0) + (parts[1] ?? 0) === 100) found.add(parts.join(':'));
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
};

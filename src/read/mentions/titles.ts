import { isGivenName } from '../../text/index.ts';
import type { Token } from '../known.ts';
import { isEnglishWord } from '../tokens/is-english-word.ts';
import { type PersonNoun, personNounEndingAt, startOfRole } from './roles.ts';
import { isCapitalised, isPossessive, type Run, wordsOf } from './words.ts';
import { isDemonym } from './world-of-names.ts';

/** A person's name: tokens `[first, last)` without title, and what stands before it. */
export interface TitledName extends Run {
  /** Where the title before the name begins; `first` when there is none. */
  readonly from: number;
  readonly role: string | null;
  /** Tokens of what the post is said to belong to. */
  readonly side: Run | null;
}

/** Words of a name between a title and the next, at most: "Minister of Oil and Gas X". */
const LONGEST_FIELD = 6;

/**
 * Parts a person's name from the title before it, whether that stands within the name as seen or in front of it.
 *
 * @param floor Token before which nothing belongs to this name: the end of the name before it.
 */
export const readTitle = (text: string, tokens: readonly Token[], name: Run, floor: number): TitledName => {
  const first = startOfName(tokens, name);
  const noun = titleBefore(tokens, first, floor);
  if (noun === null) return { first, last: name.last, from: first, role: null, side: null };
  const from = startOfRole(tokens, noun, Math.max(floor, sentenceFloor(tokens, first)));
  const isPost = !noun.plural && noun.kind !== 'address' && noun.kind !== 'person';
  const side = noun.plural ? null : sideBefore(tokens, from);
  return {
    first,
    last: name.last,
    from: noun.plural ? first : from,
    role: isPost ? `${timeBefore(tokens, side, floor)}${wordsOf(text, tokens, from, first)}` : null,
    side,
  };
};

/** "former " of "former Ostran prime minister X": when the post was held, in front of whose it is. */
const timeBefore = (tokens: readonly Token[], side: Run | null, floor: number): string => {
  const token = tokens[(side?.first ?? 0) - 1];
  const isTime =
    token !== undefined &&
    /^(?:[Ff]ormer|[Ee]x|then|[Aa]cting|[Oo]utgoing|[Ii]ncoming|late|[Oo]usted)$/.test(token.text);
  return isTime && token.index >= floor && token.sentence === tokens[side?.first ?? 0]?.sentence
    ? `${token.text} `
    : '';
};

/** Forms of address that lists of given names have as well. */
const NO_GIVEN_NAME = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sheikh|Sheikha|Imam|Rabbi|Father|Professor)\.?$/;

/** Titles at the start of what is seen as a name, unless they are given names too ("Dean"). */
const startOfName = (tokens: readonly Token[], { first, last }: Run): number => {
  let start = first;
  for (let i = first; i + 1 < last; i++) {
    const noun = personNounEndingAt(tokens, i);
    if (noun === null) continue;
    if (noun.kind === 'person' || noun.plural || noun.first < start) break;
    const word = tokens[i]?.text ?? '';
    if (isGivenName(word) && !NO_GIVEN_NAME.test(word)) break;
    start = i + 1;
  }
  return start;
};

/** The title that ends where a name begins: "the envoy X", "Prime Minister X", "Secretary of State X". */
const titleBefore = (tokens: readonly Token[], first: number, floor: number): PersonNoun | null => {
  const before = tokens[first - 1];
  if (before === undefined || first - 1 < floor || before.sentence !== tokens[first]?.sentence) return null;
  const noun = personNounEndingAt(tokens, first - 1);
  if (noun !== null) return noun.first < floor ? null : noun;
  if (!isCapitalised(before) || !isEnglishWord(before.lower)) return null;
  for (let i = first - 2; i > Math.max(floor, first - LONGEST_FIELD); i--) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== before.sentence) return null;
    if (/^(?:of|for)$/.test(token.text)) {
      const post = personNounEndingAt(tokens, i - 1);
      return post !== null &&
        post.kind === 'role' &&
        !post.plural &&
        isCapitalised(tokens[i - 1]) &&
        post.first >= floor
        ? post
        : null;
    }
    if (!/^(?:the|and)$/.test(token.text) && !(isCapitalised(token) && isEnglishWord(token.lower))) return null;
  }
  return null;
};

const sentenceFloor = (tokens: readonly Token[], index: number): number => {
  const sentence = tokens[index]?.sentence;
  let i = index;
  while (i > 0 && tokens[i - 1]?.sentence === sentence && index - i < 8) i--;
  return i;
};

/** "Ostra's", "Ostran", "the fund's" in front of a post or the name of a body. */
export const sideBefore = (tokens: readonly Token[], from: number): Run | null => {
  const sentence = tokens[from]?.sentence;
  let last = from;
  if (isPossessive(tokens, from - 1) && tokens[from - 1]?.sentence === sentence) last = from - 1;
  let first = last;
  while (first > 0 && tokens[first - 1]?.sentence === sentence && last - first < 5) {
    const token = tokens[first - 1];
    if (token === undefined || !isCapitalised(token) || /^(?:the|a|an)$/i.test(token.text)) break;
    // a common word that only begins the sentence is no side
    if (
      tokens[first - 2]?.sentence !== sentence &&
      last === from &&
      isEnglishWord(token.lower) &&
      !isDemonym(token.lower)
    )
      break;
    first--;
  }
  while (first < last - 1 && personNounEndingAt(tokens, first) !== null) first++;
  if (first < last) return { first, last };
  if (last === from) return null;
  const owner = tokens[last - 1];
  return owner !== undefined && owner.sentence === sentence && owner.pos !== 'PRON' ? { first: last - 1, last } : null;
};

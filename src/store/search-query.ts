import { wordsOf } from './search-words.ts';

/** What a query asks for: words that stand one after the other. */
export interface QueryPart {
  /** Folded as {@link wordsOf} folds, never empty. */
  readonly words: readonly string[];
  /** Whether the last of them may be the beginning of a word: somebody is still typing it. */
  readonly isOpen: boolean;
}

/** What is beyond is left out: nobody types as much, and a pasted page would find nothing anyway. */
const MOST_CHARACTERS = 1000;
const MOST_WORDS = 32;
/** A single letter begins too many words to be of use. */
const isTooShort = (word: string): boolean => /^[0-9a-z]$/.test(word);

const isSame = (a: QueryPart, b: QueryPart): boolean =>
  a.isOpen === b.isOpen && a.words.join(' ') === b.words.join(' ');

/** A phrase in quotation marks of any kind, also one that is not closed yet; or a word up to a space or such a mark. */
const PART = /["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|[^\s"“”„«»]+/gu;

/**
 * Reads what somebody typed. All parts must be found. Quoted words are a phrase, so are the pieces of one word ("Veld's",
 * "O'Brien"); the last word is open unless a space or a quotation mark follows it. Nothing that can be typed is an error.
 */
export const parseQuery = (typed: string): readonly QueryPart[] => {
  const query = typed.slice(0, MOST_CHARACTERS);
  const parts: QueryPart[] = [];
  let left = MOST_WORDS;
  for (const match of query.matchAll(PART)) {
    const isQuoted = match[1] !== undefined;
    const text = match[1] ?? match[0];
    const found = [...wordsOf(text)].slice(0, left);
    const last = found.at(-1);
    if (last === undefined) continue;
    left -= found.length;
    const isLast = match.index + match[0].length === query.length;
    const isOpen = isLast && last.end === text.length && !(isQuoted && match[2] !== '');
    // Whoever has typed a word and one letter of the next has not said more than that word yet.
    if (isOpen && found.length === 1 && isTooShort(last.word) && parts.length > 0) break;
    const part = { words: found.map(({ word }) => word), isOpen: isOpen && !isTooShort(last.word) };
    if (!parts.some((other) => isSame(other, part))) parts.push(part);
  }
  return parts;
};

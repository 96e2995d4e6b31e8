import type { Document, Reading } from '../../model/index.ts';
import { FUNCTION_WORDS, foldName, isCommonWord, romanKey } from '../../text/index.ts';

/** What a document can be compared by: its words, the names among them apart from the rest. Pure in the document. */
export interface StoryTerms {
  /** How often each term occurs; a name's term begins with "^" and is spelt one way for all Romanizations. */
  readonly counts: ReadonlyMap<string, number>;
  /** EDTF date, or null. */
  readonly published: string | null;
}

const REPORTING = new Set(['body', 'turn', 'headline']);

/** Letters below which a word tells little. */
const SHORTEST = 3;

/** The stem of an English word as far as it takes to bring "talks" and "talk", "signing" and "signed" together. */
const stem = (word: string): string => {
  if (word.length < 5 || /\d/.test(word)) return word;
  return word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=\p{L}{3})(?:ing|ed|es|s|e)$/u, '')
    .replace(/([^aeiou])\1$/, '$1');
};

const WORD = /[\p{L}\p{N}]+(?:[’'](?!s\b)\p{L}+)?/gu;
/** What stands between the start of a sentence and its first word. */
const SENTENCE_START = /(?:^|[.!?:;\n\r•*|"“”«»„]|[-–—]\s)[\s"“”«»„'’(*#-]*$/u;

/** The stretches whose words are reporting; all of the text where nothing has been read. */
const stretches = (document: Pick<Document, 'text'>, reading: Pick<Reading, 'blocks'> | null): readonly string[] =>
  reading === null || reading.blocks.length === 0
    ? [document.text]
    : reading.blocks
        .filter((block) => REPORTING.has(block.kind))
        .map((block) => document.text.slice(block.start, block.end));

/**
 * The terms of a document that stories are told by.
 *
 * A word is a name's where the document writes it with a capital within sentences more often than small. Adverts, credits and
 * lists of links count for nothing where the reading has found them.
 *
 * @param reading Null: all of the text counts.
 */
export const storyTerms = (
  document: Pick<Document, 'text' | 'published'>,
  reading: Pick<Reading, 'blocks'> | null,
): StoryTerms => {
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  const opening = new Map<string, number>();
  const add = (to: Map<string, number>, word: string): void => {
    to.set(word, (to.get(word) ?? 0) + 1);
  };
  for (const text of stretches(document, reading)) {
    // Words of a line in capitals are not told apart; they are taken as what the rest of the text makes of them.
    for (const match of text.matchAll(WORD)) {
      const word = match[0];
      const folded = foldName(word);
      if (folded.length < SHORTEST || FUNCTION_WORDS.has(folded)) continue;
      if (!/^\p{Lu}/u.test(word)) add(small, folded);
      else if (
        /^\p{Lu}{2,}$/u.test(word) ||
        SENTENCE_START.test(text.slice(Math.max(0, match.index - 12), match.index))
      )
        add(opening, folded);
      else add(capital, folded);
    }
  }
  const counts = new Map<string, number>();
  const count = (term: string, times: number): void => {
    if (times > 0) counts.set(term, (counts.get(term) ?? 0) + times);
  };
  for (const word of new Set([...small.keys(), ...capital.keys(), ...opening.keys()])) {
    const [low, high, first] = [small.get(word) ?? 0, capital.get(word) ?? 0, opening.get(word) ?? 0];
    const isName = high > low || (high === low && !isCommonWord(word));
    count(isName ? `^${romanKey(word)}` : stem(word), low + high + first);
  }
  return { counts, published: document.published };
};

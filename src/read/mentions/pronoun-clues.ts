import type { Known } from '../known.ts';
import type { Recognised } from '../network/recognised.ts';
import { type Clues, NO_CLUES } from './type-clues.ts';
import { isPossessive, tokensAt } from './words.ts';

const PERSON: Clues = new Map([['person', 2]]);
const NO_PERSON: Clues = new Map([['person', -1.5]]);
/** Least probability that a pronoun means what it is said to mean. */
const LEAST = 0.6;

/** By the last token of a name: what pronouns that the network takes for it say of its type. "He" is no company, "it" no person. */
export const cluesOfPronouns = ({
  tokens,
  recognised: { spans },
  text,
}: Pick<Known, 'text' | 'tokens'> & { readonly recognised: Recognised }): ((last: number) => Clues) => {
  const at = tokensAt(tokens);
  const told = new Map<number, Clues>();
  for (const { start, end, antecedents } of spans) {
    const [first] = antecedents;
    if (end - start > 7 || first === undefined || first.probability < LEAST) continue;
    const word = text.slice(start, end).toLowerCase();
    const clue = /^(?:he|him|his|himself|she|her|hers|herself)$/.test(word)
      ? PERSON
      : /^(?:it|its|itself)$/.test(word)
        ? NO_PERSON
        : null;
    const meant = spans[first.span];
    if (clue === null || meant === undefined) continue;
    let { last } = at(meant.start, meant.end);
    if (isPossessive(tokens, last - 1)) last--;
    told.set(last, clue);
  }
  return (last) => told.get(last) ?? NO_CLUES;
};

import type { MentionType } from '../../model/index.ts';
import type { Token } from '../known.ts';

const THIRD: ReadonlyMap<string, MentionType> = new Map([
  ...['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself'].map((word) => [word, 'person'] as const),
  ...['it', 'its', 'itself'].map((word) => [word, 'organization'] as const),
  ...['they', 'them', 'their', 'theirs', 'themselves'].map((word) => [word, 'group'] as const),
]);
const SPEAKER: ReadonlyMap<string, MentionType> = new Map([
  ...['i', 'me', 'my', 'mine', 'myself'].map((word) => [word, 'person'] as const),
  ...['we', 'us', 'our', 'ours', 'ourselves'].map((word) => [word, 'group'] as const),
]);
const RELATIVE = new Set(['who', 'whom', 'whose']);

/**
 * Type of what a pronoun stands for, or null when the token is no personal pronoun.
 *
 * Provisional until it is linked: "it" may stand for any thing, and for nothing.
 */
export const pronounType = (tokens: readonly Token[], index: number): MentionType | null => {
  const token = tokens[index];
  if (token === undefined) return null;
  const third = THIRD.get(token.lower);
  if (third !== undefined) return third;
  const speaker = SPEAKER.get(token.lower);
  // "US" is a country, "I" a numeral in "Elizabeth I"
  if (speaker !== undefined && !(token.text === 'US') && !(token.text === 'I' && isNumeral(tokens, index)))
    return speaker;
  return RELATIVE.has(token.lower) && isRelative(tokens, index) ? 'person' : null;
};

const isNumeral = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  return (
    before?.pos === 'PROPN' &&
    before.sentence === tokens[index]?.sentence &&
    next?.pos !== 'VERB' &&
    next?.pos !== 'AUX'
  );
};

const asks = (tokens: readonly Token[], index: number): boolean => {
  let i = index;
  while (tokens[i + 1]?.sentence === tokens[index]?.sentence) i++;
  return tokens[i]?.text === '?';
};

/** A relative pronoun follows a noun or a comma; at the start of a sentence or after a verb it asks. */
const isRelative = (tokens: readonly Token[], index: number): boolean => {
  const here = tokens[index];
  let at = index - 1;
  if (tokens[at]?.text === ',' || tokens[at]?.pos === 'ADP') at--;
  if (tokens[at]?.text === ',') at--;
  const before = tokens[at];
  if (before === undefined || before.sentence !== here?.sentence) return false;
  if (tokens[index - 1]?.text === ',' && asks(tokens, index)) return false;
  return before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'PRON' || /^[)’'"”s]/.test(before.text);
};

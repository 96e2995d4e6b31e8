import type { MentionType } from '../../model/index.ts';
import type { Sentence, Token } from '../known.ts';
import { keyOf, nameOf } from './evidence.ts';
import { isCountry } from './world-of-names.ts';

export interface KnownName {
  readonly type: MentionType;
}

const LONGEST = 8;

/** Names in a line that capitalises every word: only those known from the rest of the document, or of countries. */
export const findHeadlineNames = (
  tokens: readonly Token[],
  sentence: Sentence,
  names: ReadonlyMap<string, KnownName>,
): readonly { readonly first: number; readonly last: number; readonly type: MentionType }[] => {
  const found: { first: number; last: number; type: MentionType }[] = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    for (let last = Math.min(i + LONGEST, sentence.last); last > i; last--) {
      const key = keyOf(tokens, i, last);
      const type = names.get(key)?.type ?? (isCountry(nameOf(tokens, i, last)) ? 'place' : undefined);
      if (type === undefined) continue;
      found.push({ first: i, last, type });
      i = last - 1;
      break;
    }
  }
  return found;
};

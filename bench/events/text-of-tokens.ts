import type { Span } from '../../src/model/index.ts';
import { TextBuilder } from '../heads/corpora/text-builder.ts';

/** A token of a corpus. */
export interface Token {
  readonly key: string;
  readonly sentence: number;
  readonly word: string;
}

/** Running text of tokens, the first sentence as a paragraph of its own, and where each token landed. */
export const textOfTokens = (
  tokens: readonly Token[],
): { readonly text: string; readonly places: ReadonlyMap<string, Span> } => {
  const build = new TextBuilder();
  const places = new Map<string, Span>();
  let before: number | undefined;
  let begun = 0;
  for (const { key, sentence, word } of tokens) {
    if (before !== undefined && sentence !== before) build.gap(begun === 1 ? '\n\n' : ' ');
    if (sentence !== before) begun++;
    places.set(key, build.token(word));
    before = sentence;
  }
  return { text: build.text, places };
};

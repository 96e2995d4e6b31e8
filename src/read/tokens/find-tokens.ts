import { type Block, REPORTING_BLOCKS } from '../../model/index.ts';
import { isCommonWord } from '../../text/index.ts';
import type { Sentence, Token } from '../known.ts';
import { correctNeighbours } from './correct-neighbours.ts';
import { correctTag } from './correct-tag.ts';
import { type TaggedWord, tagEnglish } from './tag-english.ts';

/** A blank line, or a line break after a sentence's end: what separates paragraphs of one block. */
const PARAGRAPH_BREAK = /\n[^\S\n]*\n\s*|(?<=[.!?:;"”’»)\]])\n(?!\s*\p{Ll})/gu;

/**
 * Words and sentences of the reporting blocks.
 *
 * Both in text order; a sentence never crosses a block or a paragraph. A line broken in the middle of a sentence
 * (captions, hard-wrapped text) does not end it. Headlines are one sentence a line.
 */
export const findTokens = (
  text: string,
  blocks: readonly Block[],
): { readonly tokens: readonly Token[]; readonly sentences: readonly Sentence[] } => {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  blocks.forEach((block, index) => {
    if (!REPORTING_BLOCKS.has(block.kind)) return;
    const from = block.speaker == null ? block.start : Math.max(block.start, block.speaker[1]);
    for (const [start, end] of paragraphs(text, from, block.end)) {
      addSentences(
        text,
        start,
        tagEnglish(text.slice(start, end)),
        index,
        block.kind !== 'headline',
        tokens,
        sentences,
      );
    }
  });
  return { tokens, sentences };
};

function* paragraphs(text: string, start: number, end: number): Generator<readonly [number, number]> {
  let from = start;
  const body = text.slice(start, end);
  for (const match of body.matchAll(PARAGRAPH_BREAK)) {
    const stop = start + match.index;
    if (stop > from) yield [from, stop];
    from = stop + match[0].length;
  }
  if (end > from) yield [from, end];
}

const addSentences = (
  text: string,
  offset: number,
  words: readonly TaggedWord[],
  block: number,
  capitals: boolean,
  tokens: Token[],
  sentences: Sentence[],
): void => {
  let first = tokens.length;
  const close = (): void => {
    const start = tokens[first]?.start;
    const end = tokens.at(-1)?.end;
    if (tokens.length > first && start !== undefined && end !== undefined) {
      sentences.push({ start, end, block, first, last: tokens.length });
      tokens.splice(first, tokens.length - first, ...correctNeighbours(tokens.slice(first)));
    }
    first = tokens.length;
  };
  for (const word of words) {
    if (word.sentenceStart && beginsSentence(text, offset + word.start, tokens, first)) close();
    const start = offset + word.start;
    const end = offset + word.end;
    const form = text.slice(start, end);
    tokens.push({
      index: tokens.length,
      start,
      end,
      text: form,
      lower: form.toLowerCase(),
      lemma: word.lemma,
      pos: correctTag(form, word.pos, tokens.length > first ? tokens.at(-1) : undefined, capitals),
      sentence: sentences.length,
    });
  }
  close();
};

/** Words after which a sentence that runs on in lower case is cut all the same: text without capitals, or no text at all. */
const LONGEST_SENTENCE = 300;

/** The tagger ends sentences inside addresses and after abbreviations; a sentence does not begin in lower case. */
const beginsSentence = (text: string, at: number, tokens: readonly Token[], first: number): boolean => {
  const size = tokens.length - first;
  if (size === 0) return true;
  return size > LONGEST_SENTENCE || !(/\p{Ll}/u.test(text.slice(at, at + 1)) || isDomain(text, at));
};

/** "Marrow.Az": a short ending right behind a dot that is no English word. */
const isDomain = (text: string, at: number): boolean => {
  const ending = /^\p{Lu}\p{L}{1,3}(?=[^\p{L}\p{N}]|$)/u.exec(text.slice(at, at + 5))?.[0];
  return ending !== undefined && /[\p{L}\p{N}]\.$/u.test(text.slice(at - 2, at)) && !isCommonWord(ending.toLowerCase());
};

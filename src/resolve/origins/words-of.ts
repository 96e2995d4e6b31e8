import type { Reading } from '../../model/index.ts';
import { foldName } from '../../text/index.ts';
import { type Leaf, wordsAt } from '../pile.ts';

/** A word of a report with where it stands, folded for comparing. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
}

const REPORTING = new Set(['body', 'turn', 'headline']);
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.]*/gu;

const known = new WeakMap<Reading, readonly Word[]>();

/**
 * The words of the blocks that hold reporting, in text order, each with its place; a full stop after a word is none of it.
 * Gathered once for each document.
 */
export const wordsOf = (leaf: Leaf): readonly Word[] => {
  const words = known.get(leaf.reading) ?? readWords(leaf);
  known.set(leaf.reading, words);
  return words;
};

const readWords = (leaf: Leaf): readonly Word[] => {
  const blocks = leaf.reading.blocks.filter((block) => REPORTING.has(block.kind));
  return blocks.flatMap((block) =>
    [...wordsAt(leaf, [block.start, block.end]).matchAll(WORD)].flatMap((match): readonly Word[] => {
      const bare = match[0].replace(/\.+$/, '');
      const text = foldName(bare).replace(/ /g, '');
      const start = block.start + match.index;
      return text === '' ? [] : [{ text, start, end: start + bare.length, isCapital: /^[\p{Lu}\p{N}]/u.test(bare) }];
    }),
  );
};

import type { Span } from '../../../src/model/index.ts';

/** Ends of contractions, which stand against the word before. */
const JOINED: ReadonlySet<string> = new Set(
  ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"].flatMap((end) => [end, end.replace("'", '’')]),
);

/** Signs that treebanks write in words. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['-LRB-', '('],
  ['-RRB-', ')'],
  ['-LSB-', '['],
  ['-RSB-', ']'],
  ['-LCB-', '{'],
  ['-RCB-', '}'],
  ['``', '"'],
  ["''", '"'],
]);

/**
 * Builds running text from the tokens of a corpus and says where each one landed.
 *
 * The same text as `training/backchannel_training/document.py` builds, so that what is measured here reads what was
 * trained on: contractions stand against the word before, other tokens are parted by one space, unless the corpus says.
 */
export class TextBuilder {
  #text = '';

  /** Adds a token. `space`: whether white space stands before it; by rule where that is not said. */
  token(word: string, space?: boolean): Span {
    const written = ESCAPES.get(word) ?? word;
    const apart = space ?? !JOINED.has(written.toLowerCase());
    if (apart && this.#text !== '' && !/[ \n]$/.test(this.#text)) this.#text += ' ';
    const start = this.#text.length;
    this.#text += written;
    return [start, this.#text.length];
  }

  /** Adds white space, but none at the beginning. */
  gap(white: string): void {
    if (this.#text !== '') this.#text += white;
  }

  get text(): string {
    return this.#text;
  }
}

/** From the start of the first of some places to the end of the last: tokens `[first, last)`. */
export const stretch = (places: readonly Span[], first: number, last: number): Span => [
  places[first]?.[0] ?? 0,
  places[last - 1]?.[1] ?? 0,
];

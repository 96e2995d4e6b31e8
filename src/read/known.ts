import type { Attribution, Block, Citation, Document, Frame, Mention, Span, Time } from '../model/index.ts';
import type { Recognised } from './network/index.ts';

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word or mark. Tokens of all reporting blocks in text order; `text.slice(start, end)` is the word to the letter. */
export interface Token {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: Pos;
  /** Index into `sentences`. */
  readonly sentence: number;
}

/** A sentence of a reporting block. Never crosses a block or a paragraph. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Index into `blocks`. */
  readonly block: number;
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

/** A pair of quotation marks: `[start, end)` with the marks, `inner` without. `open` when the closing mark is missing. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly inner: Span;
  /** Index of the quote that this one continues in the next paragraph, or null. */
  readonly continues: number | null;
  /** Fewer than four words without a finite verb, used as a tag on a word: "peace plan". Not speech. */
  readonly scare: boolean;
}

/** What is known of a document so far: each stage of reading adds its part and changes nothing. */
export interface Known {
  readonly document: Document;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the network sees in the reporting blocks. */
  readonly recognised: Recognised;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly quotes: readonly Quote[];
  readonly times: readonly Time[];
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  readonly citations: readonly Citation[];
  readonly frames: readonly Frame[];
}

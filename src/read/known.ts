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

/** A noun phrase: tokens `[first, last)`, its head noun, and the preposition in front of it, if any (token index). */
export interface NounPhrase {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly preposition: number | null;
  /** Head phrases joined with this one by "and", "or", commas ("A, B and C"), itself included, in text order. */
  readonly group: readonly number[];
  /** The phrase that this one is attached to by "of" or as an apposition, or null. */
  readonly attachedTo: number | null;
  readonly attachment: 'of' | 'apposition' | 'possessive' | null;
}

/** A verb group with what belongs to it. Phrase numbers index `phrases`. */
export interface Clause {
  readonly index: number;
  /** Token range of the verb group, auxiliaries and negation included. */
  readonly first: number;
  readonly last: number;
  /** Token of the main verb. */
  readonly verb: number;
  readonly lemma: string;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Modal or semi-modal lemma: would, could, may, should, will, ... */
  readonly modal: string | null;
  readonly finite: boolean;
  /** Of an infinitive or participle: the clause that governs it ("agreed to meet": meet is governed by agree). */
  readonly governor: number | null;
  /** Word that subordinates it: if, unless, until, that, who, which, after, ... (token index). */
  readonly marker: number | null;
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly obliques: readonly { readonly preposition: string; readonly phrase: number }[];
  readonly sentence: number;
  /** Text extent of the clause, `[start, end)`: verb group with its phrases, to the next clause boundary. */
  readonly start: number;
  readonly end: number;
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
  readonly phrases: readonly NounPhrase[];
  readonly clauses: readonly Clause[];
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  readonly citations: readonly Citation[];
  readonly frames: readonly Frame[];
}

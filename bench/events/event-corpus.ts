import type { Span } from '../../src/model/index.ts';

/** A place where a corpus says that an event is told. */
export interface GoldMention {
  /** The word that carries it. */
  readonly head: Span;
  /** The same for mentions of one event in whatever document. */
  readonly chain: string;
}

/** A document of a corpus of events. */
export interface EventDocument {
  readonly name: string;
  /** What the corpus holds to be one story. */
  readonly story: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Words that do not carry a mention of several words: determiners, prepositions, light verbs. */
const PALE = new Set(
  (
    "a an the of in on at to for from by with off up down out over away back into about and or not no n't 's ' \" , . - is are was " +
    'were be been being am have has had having do does did get gets got take takes took taken taking make makes made making give ' +
    'gives gave given will would can could may might shall should must his her its their'
  ).split(' '),
);

/** Number of the word that carries a mention: the first that says something. */
export const headOf = (words: readonly string[]): number =>
  Math.max(
    0,
    words.findIndex((word) => !PALE.has(word.toLowerCase()) && /[\p{L}\p{N}]/u.test(word)),
  );

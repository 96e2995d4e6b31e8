import type { Attribution, Certainty, Polarity, Tense } from '../../model/index.ts';
import type { Clause, Known } from '../known.ts';

/** What a word of saying does to what is said. */
export interface CueClass {
  readonly kind: string;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly tense: Tense;
}

/** A place where somebody is said to say something: before source and content are found. */
export interface Cue extends CueClass {
  /** Text `[start, end)` of the words of saying. */
  readonly start: number;
  readonly end: number;
  readonly clause: Clause | null;
}

/** How the words of saying are looked up: data, handed in so that the rules can be read and tested without it. */
export type CueLookup = (lemma: string) => CueClass | null;

/** What the stage reads of the document. */
export type AttributionInput = Omit<Known, 'attributions' | 'citations' | 'frames'>;

/** An attribution before it has a number and a place among the others. */
export type Draft = Omit<Attribution, 'id' | 'within'> & {
  /** Whose words this one is passed on in, where the text does not nest them ("A said, citing B"). */
  readonly under?: Draft;
};

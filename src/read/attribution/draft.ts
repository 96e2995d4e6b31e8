import type { Certainty, Polarity, Span, Tense } from '../../model/index.ts';
import type { Known } from '../known.ts';

/** What words of saying do to what is said. */
export interface CueClass {
  readonly kind: string;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly tense: Tense;
}

/** What the stage reads of the document. */
export type AttributionInput = Pick<
  Known,
  'document' | 'text' | 'blocks' | 'sentences' | 'tokens' | 'quotes' | 'mentions' | 'recognised'
>;

/** Who says what, as spans: before it is known what the words mean, who it is and what it stands in. */
export interface Draft {
  readonly source: Span | null;
  readonly cue: Span | null;
  /** In text order, never overlapping each other, the source or the cue. */
  readonly content: readonly Span[];
  readonly confidence: number;
  /** Set by rules that know it; else it is told by the cue. */
  readonly class?: CueClass;
  /** Whose words this passes on, where the text does not nest them ("A said, citing B"). */
  readonly under?: Draft;
}

/** "said": commits to nothing more or less than the words that follow. */
export const SAID: CueClass = {
  kind: 'say',
  polarity: 'positive',
  certainty: 'underspecified',
  tense: 'non-future',
};

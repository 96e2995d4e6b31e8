import type { Span } from '../../src/model/index.ts';

/** A stretch of text with what it is called. */
export interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface LabelledPredicate {
  /** The predicate's token. */
  readonly at: Span;
  readonly roles: readonly Labelled[];
}

export interface LabelledRelation {
  readonly one: Span;
  readonly two: Span;
  readonly label: string;
}

/**
 * A text of a corpus with what its annotators said: offsets in UTF-16 code units of `text`, each field there only where the
 * corpus has that layer.
 */
export interface LabelledDocument {
  readonly name: string;
  readonly text: string;
  readonly names?: readonly Labelled[];
  readonly predicates?: readonly LabelledPredicate[];
  readonly factuality?: readonly { readonly at: Span; readonly value: number }[];
  readonly mentions?: readonly Span[];
  readonly chains?: readonly (readonly Span[])[];
  readonly relations?: readonly LabelledRelation[];
}

/** Which part of a corpus: tuned on (`dev`), or kept away from whoever tunes (`test`). */
export type Split = 'dev' | 'test';

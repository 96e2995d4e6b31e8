import type { Span } from '../../src/model/index.ts';
import type { Chain } from './coreference-measures.ts';
import type { Labelled, LabelledRelation } from './labelled-document.ts';

/** Who says what, by the spans of it. */
export interface AttributionAnswer {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** What a predicate was taken to say. */
export interface PredicateAnswer {
  readonly roles: readonly Labelled[];
  /** Whether it happened: below 0 it did not. */
  readonly factuality: number;
}

/** Label schemes that names are asked in, each that of a corpus. */
export type NameScheme = 'world' | 'politics' | 'defence' | 'web';

/** What a reader says of one text; a field is missing where it has nothing of the kind to say. */
export interface Answers {
  readonly names: Readonly<Partial<Record<NameScheme, readonly Labelled[]>>>;
  readonly attributions?: readonly AttributionAnswer[];
  readonly mentions?: readonly Span[];
  readonly chains?: readonly Chain[];
  /** Of the predicates given, in the order given. */
  readonly predicates?: readonly PredicateAnswer[];
  /** In the labels of re3d. */
  readonly relations?: readonly LabelledRelation[];
}

/** Something that reads texts and is scored. */
export interface HeadsReader {
  /** Names it in tables. */
  readonly called: string;
  /** Reads one text. `predicates` are words to take for predicates, whatever the reader thinks of them. */
  read(text: string, predicates: readonly Span[]): Promise<Answers>;
  close(): Promise<void>;
}

import type { Span } from '../../model/index.ts';

/** Label schemes of the corpora that names were learned from. `world` is the widest; the others refine it. */
export type NameScheme = 'world' | 'politics' | 'defence' | 'web';

/** A name as one scheme sees it. Names of one scheme never overlap. */
export interface RecognisedName {
  readonly scheme: NameScheme;
  readonly start: number;
  readonly end: number;
  /** Label of the scheme, e.g. `Person`, `politicalparty`, `MilitaryPlatform`. */
  readonly type: string;
  /** Calibrated probability that span and type are right, 0 to 1. */
  readonly confidence: number;
  /** What else the words may be: labels of the scheme, `type` too, with their probability, not calibrated. Left out where nothing else. */
  readonly shares?: readonly (readonly [type: string, share: number])[];
}

/** A name, description or pronoun that may corefer. These nest. */
export interface RecognisedSpan {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly type:
    | 'person'
    | 'organization'
    | 'place'
    | 'object'
    | 'event'
    | 'abstract'
    | 'time'
    | 'substance'
    | 'plant'
    | 'animal';
  /** Earlier spans (indices into `spans`) that this one may refer back to, likeliest first, at most five; probabilities. */
  readonly antecedents: readonly { readonly span: number; readonly probability: number }[];
  /** Probability that it refers back to none. */
  readonly fresh: number;
}

/** Who says what: one cue with what belongs to it. */
export interface RecognisedAttribution {
  readonly cue: Span;
  readonly source: Span | null;
  /** In text order; more than one when the cue breaks the content. */
  readonly content: readonly Span[];
  /** Calibrated probability that the whole of it is right. */
  readonly confidence: number;
  /**
   * Not sure enough by itself, but its cue stands in the content of one that is. Training data labels only the outermost of
   * attributions in each other, so these are given at a low confidence, for others to judge.
   */
  readonly inside: boolean;
}

/** A verb or noun that says what happens, with who does what to whom. */
export interface RecognisedPredicate {
  /** Its first word. */
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** PropBank labels: ARG0 ... ARG4, ARGM-TMP, ARGM-LOC, ARGM-NEG, ARGM-MOD, C-ARG1, R-ARG0 ... */
  readonly roles: readonly {
    readonly label: string;
    readonly start: number;
    readonly end: number;
    readonly confidence: number;
  }[];
  /** Whether it happened, -3 (surely not) to 3 (surely); scale of UDS factuality. */
  readonly factuality: number;
}

/** What holds between two things named in the text, from `one` to `two`. */
export interface RecognisedRelation {
  readonly one: Span;
  readonly two: Span;
  readonly kind: 'meets' | 'leads' | 'worksFor' | 'owns' | 'partOf' | 'family' | 'opposes';
  readonly confidence: number;
}

/** What the network sees in the reporting blocks of one text: plain data, offsets in UTF-16 code units of the stored text. */
export interface Recognised {
  readonly names: readonly RecognisedName[];
  readonly spans: readonly RecognisedSpan[];
  readonly attributions: readonly RecognisedAttribution[];
  readonly predicates: readonly RecognisedPredicate[];
  readonly relations: readonly RecognisedRelation[];
}

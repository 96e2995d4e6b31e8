import type {
  AlsoRight,
  KnownCondition,
  KnownDeal,
  KnownInterest,
  KnownMeeting,
  KnownMoney,
  KnownNotInterest,
  KnownProposal,
  KnownSanction,
  KnownStance,
  KnownTie,
  KnownWaiver,
  KnownWhatIf,
} from './known-ledgers.ts';

/** The known answers of a fictional case; the format is described in `bench/gold/README.md`. Unknown keys are left alone. */
export interface Answers {
  readonly case: string;
  /** The beat that the case is read with; `diplomacy` where none is named. */
  readonly beat?: string;
  readonly documents: readonly {
    readonly path: string;
    readonly outlet?: string | null;
    readonly published?: string | null;
    readonly origins: readonly string[];
    readonly chain: readonly string[];
  }[];
  readonly origins: readonly { readonly id: string; readonly name: string; readonly documents: readonly string[] }[];
  readonly entities: readonly KnownEntity[];
  /** What each document asserts, line by line; cases written before there were claims have none. */
  readonly claims?: readonly KnownClaim[];
  readonly nobody: readonly { readonly text: string; readonly document: string }[];
  readonly meetings: readonly KnownMeeting[];
  readonly proposals: readonly KnownProposal[];
  readonly stances: readonly KnownStance[];
  readonly deals: readonly KnownDeal[];
  /** What deals hang on, and what that hangs on itself. */
  readonly conditions?: readonly KnownCondition[];
  readonly money?: readonly KnownMoney[];
  readonly whatIf?: readonly KnownWhatIf[];
  readonly sanctions: readonly KnownSanction[];
  readonly waivers: readonly KnownWaiver[];
  readonly ties: readonly KnownTie[];
  readonly interests?: readonly KnownInterest[];
  readonly notInterests?: readonly KnownNotInterest[];
  readonly alsoRight?: readonly AlsoRight[];
  readonly chains: readonly { readonly document: string; readonly quote: string; readonly chain: readonly string[] }[];
  readonly contradictions: readonly KnownContradiction[];
  /** Differences that are none: a more exact date, a part of a whole, a later state. */
  readonly notContradictions?: readonly {
    readonly kind: string;
    readonly about: string;
    readonly claims: readonly string[];
    readonly why: string;
  }[];
  readonly traps: readonly {
    readonly document: string;
    readonly quote: string;
    readonly kind: string;
    readonly mustNot: string;
  }[];
  readonly blocks: readonly { readonly document: string; readonly kind: string; readonly quote: string }[];
}

export interface Place {
  readonly document: string;
  readonly quote: string;
}

export interface Known {
  readonly id?: string;
  readonly evidence: readonly Place[];
  /** Told as background: finding it is right, missing it costs nothing. */
  readonly background?: boolean;
}

export interface KnownEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly names: readonly { readonly text: string; readonly documents: readonly string[] }[];
}

/** One line that a document asserts, as a careful reader of that document would write it down. */
export interface KnownClaim extends Place {
  readonly id: string;
  readonly type: string;
  /** Ids of entities, or `words:` and the words of the document. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Readonly<Record<string, string>>;
  readonly date: string | null;
  readonly dateWords: string | null;
  readonly duration: string | null;
  readonly status: string;
  readonly polarity: 'positive' | 'negative';
  readonly certainty: 'certain' | 'probable' | 'possible' | 'underspecified';
  readonly chain: readonly string[];
  /** Of this passage; none when it cannot be told. */
  readonly origins: readonly string[];
  /** Claims of one and the same thing share it. */
  readonly event: string;
}

export interface KnownContradiction {
  readonly kind: string;
  readonly about: string;
  readonly values: readonly {
    readonly value: string;
    readonly evidence: readonly Place[];
    readonly claims?: readonly string[];
  }[];
  /** What makes both right: finding it is right, missing it costs nothing. */
  readonly explained?: string | null;
  /** Begins with the value that is plainly a mistake. */
  readonly likelySlip?: string | null;
}

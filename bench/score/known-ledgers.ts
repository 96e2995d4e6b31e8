import type { Known, Place } from './answers.ts';

/** An entity's id, or `words:` and words of the documents. */
export type KnownFiller = string;

export interface KnownMeeting extends Known {
  readonly participants: readonly string[];
  readonly disputedParticipants?: readonly string[];
  readonly date: string | null;
  /** All dates that documents give, where they differ. */
  readonly dates?: readonly string[];
  readonly place: string | null;
  readonly alsoPlaces?: readonly string[];
  readonly places?: readonly string[];
  readonly channel: string | null;
  readonly duration: string | null;
  readonly durations?: readonly string[];
  readonly status: string;
  readonly standing?: 'official' | 'unofficial' | null;
  /** Some document says so; otherwise it only follows, and missing it costs nothing. */
  readonly standingStated?: boolean;
  readonly sides?: readonly { readonly name: string; readonly participants: readonly string[] }[];
  readonly mediators?: readonly string[];
  readonly hosts?: readonly string[];
  readonly representations?: readonly {
    readonly who: KnownFiller;
    readonly for: KnownFiller;
    readonly polarity: string;
    readonly evidence: readonly Place[];
  }[];
  readonly bypassed?: readonly {
    readonly who: KnownFiller;
    readonly polarity: string;
    readonly evidence: readonly Place[];
  }[];
  readonly handedOver?: readonly {
    readonly what: string;
    readonly from: readonly KnownFiller[];
    readonly to: readonly KnownFiller[];
    readonly evidence: readonly Place[];
  }[];
  readonly attendance?: readonly {
    readonly who: string;
    readonly status: 'told' | 'disputed' | 'denied';
    readonly evidence: readonly Place[];
  }[];
}

export interface KnownProposal extends Known {
  readonly name: string;
  readonly entity?: string;
  readonly points: number | null;
  readonly by: readonly string[];
  readonly versions: readonly {
    readonly id: string;
    readonly kind?: string;
    readonly points?: number | null;
    readonly date?: string | null;
    readonly by?: readonly KnownFiller[];
    readonly evidence: readonly Place[];
  }[];
  readonly authorship?: readonly {
    readonly by: readonly KnownFiller[];
    readonly claimedBy: KnownFiller | null;
    readonly polarity: string;
    readonly evidence: readonly Place[];
  }[];
  readonly clauses?: readonly {
    readonly id: string;
    readonly topic: string;
    readonly text: string;
    readonly form: 'quoted' | 'paraphrased';
    readonly version: string | null;
    readonly evidence: readonly Place[];
  }[];
  readonly handed?: readonly {
    readonly from: readonly KnownFiller[];
    readonly to: readonly KnownFiller[];
    readonly date: string | null;
    readonly evidence: readonly Place[];
  }[];
  readonly changes?: readonly {
    readonly from: string | null;
    readonly to: string | null;
    readonly what: string;
    readonly evidence: readonly Place[];
  }[];
}

export interface KnownStance extends Known {
  readonly proposal: string | null;
  /** What it is about where that is no proposal of the case: an offer, a licence. */
  readonly about?: string;
  readonly party: KnownFiller;
  readonly stance: string;
  readonly clause?: string | null;
  readonly clauses?: readonly string[];
  readonly date?: string | null;
  readonly dates?: readonly string[];
}

export interface KnownAmount {
  readonly text: string;
  readonly value: number | null;
  readonly currency: string;
  readonly of: string;
  readonly to: readonly KnownFiller[];
  readonly evidence: readonly Place[];
}

export interface KnownDeal extends Known {
  readonly parties: readonly string[];
  readonly asset: string | null;
  readonly kind?: string;
  readonly stage: string | null;
  readonly amounts?: readonly KnownAmount[];
  readonly gains?: readonly KnownFiller[];
  /** No document tells of it as a deal; it is hinted at. */
  readonly implied?: boolean;
}

export interface KnownCondition extends Known {
  readonly id: string;
  readonly text: string;
  readonly form: 'stated' | 'implied';
  readonly deals: readonly string[];
  readonly waivers?: readonly string[];
  readonly needs: readonly string[];
  readonly by: readonly KnownFiller[];
  readonly status: string;
}

export interface KnownMoney extends KnownAmount {
  readonly id: string;
  readonly deal: string | null;
  readonly from: readonly KnownFiller[];
  readonly background?: boolean;
}

export interface KnownWhatIf {
  readonly holds: readonly string[];
  readonly fails: readonly string[];
  readonly opens: readonly string[];
  readonly closes: readonly string[];
  readonly gains: readonly string[];
}

export interface KnownSanction extends Known {
  readonly target: string;
  readonly by: string | null;
  readonly byAlso?: readonly KnownFiller[];
  readonly date: string | null;
  readonly dates?: readonly string[];
  readonly until?: string | null;
  readonly reason?: string | null;
  readonly status?: string;
  readonly polarity?: string;
  readonly removal?: readonly {
    readonly status: string;
    readonly by: readonly KnownFiller[];
    readonly date: string | null;
    readonly evidence: readonly Place[];
  }[];
}

export interface KnownWaiver extends Known {
  readonly for: string;
  readonly forAlso?: readonly string[];
  readonly askedBy: readonly string[];
  readonly grantedBy: readonly string[];
  readonly directedBy?: readonly string[];
  readonly hesitant?: readonly { readonly who: KnownFiller; readonly evidence: readonly Place[] }[];
  readonly form?: string | null;
  readonly date: string | null;
  readonly dates?: readonly string[];
  readonly from?: string | null;
  readonly until?: string | null;
  readonly purpose?: string | null;
  readonly purposes?: readonly string[];
  readonly length?: string | null;
  readonly lengths?: readonly string[];
  readonly status?: string;
}

export interface KnownTie extends Known {
  readonly kind: string;
  readonly between: readonly string[];
  readonly words: string;
  readonly polarity: string;
  /** Said by some and denied or withdrawn by others: a row of either polarity is right. */
  readonly disputed?: boolean;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly share?: string | null;
  readonly shares?: readonly string[];
  readonly via?: readonly string[];
}

export interface KnownInterest {
  readonly id: string;
  readonly negotiator: string;
  readonly gains: string;
  readonly deal: string;
  /** Ids of ties, from the negotiator outward. */
  readonly path: readonly string[];
  readonly weakest: string | null;
  readonly overlap: 'overlaps' | 'apart' | 'unknown' | null;
  readonly against: readonly Place[];
  /** Right to show and no loss to leave out. */
  readonly optional?: boolean;
}

/** Two between whom no path may step. */
export interface KnownNotInterest {
  readonly between: readonly string[];
  readonly why: string;
}

/** A row that is true of the documents and that nobody needs. */
export interface AlsoRight {
  readonly ledger: string;
  readonly who: readonly string[];
  readonly why: string;
  readonly evidence: readonly Place[];
}

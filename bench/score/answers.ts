/** The known answers of a fictional case; the format is described in `bench/gold/README.md`. Unknown keys are left alone. */
export interface Answers {
  readonly case: string;
  readonly documents: readonly {
    readonly path: string;
    readonly origins: readonly string[];
    readonly chain: readonly string[];
  }[];
  readonly origins: readonly { readonly id: string; readonly name: string; readonly documents: readonly string[] }[];
  readonly entities: readonly KnownEntity[];
  readonly nobody: readonly { readonly text: string; readonly document: string }[];
  readonly meetings: readonly (Known & {
    readonly participants: readonly string[];
    readonly date: string | null;
    readonly status: string;
  })[];
  readonly proposals: readonly (Known & { readonly points: number | null })[];
  readonly stances: readonly (Known & { readonly party: string; readonly stance: string })[];
  readonly deals: readonly (Known & {
    readonly parties: readonly string[];
    readonly conditions: readonly { readonly text: string; readonly evidence: readonly Place[] }[];
  })[];
  readonly sanctions: readonly (Known & { readonly target: string })[];
  readonly waivers: readonly (Known & { readonly for: string })[];
  readonly ties: readonly (Known & {
    readonly kind: string;
    readonly between: readonly string[];
    readonly polarity: string;
  })[];
  readonly chains: readonly { readonly document: string; readonly quote: string; readonly chain: readonly string[] }[];
  readonly contradictions: readonly {
    readonly kind: string;
    readonly about: string;
    readonly values: readonly { readonly value: string; readonly evidence: readonly Place[] }[];
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

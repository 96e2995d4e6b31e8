import type { Stance } from '../model/index.ts';
import type { ContradictionKind } from './contradiction-words.ts';
import type { NoteRefs } from './note-refs.ts';
import type { Standing } from './standing.ts';
import type { Timeline } from './timeline.ts';

/** Words that stand on quotes. `notes.numbers` is never empty. */
export interface Sentence {
  readonly text: string;
  readonly notes: NoteRefs;
}

/** A way by which a claim came: links innermost speaker first, this document's outlet last. */
export interface ChainLine {
  readonly links: readonly string[];
  readonly speaks: 'for' | 'against';
}

/** The sum behind a finding, line by line, and its grades on two axes. */
export interface Sum {
  /** "weight 4 · credibility 2, probably true". */
  readonly head: string;
  /** "+4 Lena Varga: has a part in it (W26)". */
  readonly lines: readonly string[];
  /** "reliability as analysts rated it: The Lantern B"; empty where nobody rated any. */
  readonly reliability: string;
}

/** A finding as a sentence, with what it is worth and through whom it came. */
export interface Statement extends Sentence {
  readonly standing: Standing;
  /** The standing and its counts in words. */
  readonly aside: string;
  readonly sum: Sum;
  readonly chains: readonly ChainLine[];
  readonly moreChains: number;
  /** Ids of the known origins on both sides, in the brief's order. */
  readonly origins: readonly string[];
}

/** What was left out of a list for length, and the ledger to `show` for it. */
export interface More {
  readonly count: number;
  readonly ledger: string;
}

/** One line of a table's cell. */
export interface CellLine {
  readonly text: string;
  readonly notes?: NoteRefs;
  readonly standing?: Standing;
  /** For a condition: solid line stated, dashed line implied. */
  readonly form?: 'stated' | 'implied';
  /** A party's view: a mark of its own shape before the words. */
  readonly stance?: Stance['stance'];
  /** At the head of a row: a part of what the row above is about. */
  readonly isPart?: boolean;
  /** Said in a smaller voice. */
  readonly isAside?: boolean;
}

export type Cell = readonly CellLine[];

/** One value of a contradiction with all that speaks for it. No value wins. */
export interface Side {
  readonly value: string;
  readonly chains: readonly ChainLine[];
  readonly moreChains: number;
  readonly origins: readonly string[];
  /** Numbers of the notes to quote here in full. */
  readonly quotes: readonly number[];
  readonly moreQuotes: number;
  readonly slip: string | null;
}

export interface Dispute {
  readonly kind: ContradictionKind;
  readonly about: string;
  readonly sides: readonly Side[];
}

/** One tie of a path: from whom, in which words, to whom. */
export interface PatternHop extends Sentence {
  /** What stands behind it, and when it held: "2 origins; since 2029". */
  readonly aside: string;
  readonly to: string;
  /** The tie is told of whom the path comes to: "Halden's chairman is Veld" read from Halden on. */
  readonly isBackward: boolean;
  /** The hop that least speaks for. */
  readonly isWeakest: boolean;
}

/** A path from someone who negotiates to someone who gains: a pattern to check. */
export interface Pattern {
  readonly negotiator: string;
  readonly hops: readonly PatternHop[];
  /** The deal, with its notes. */
  readonly deal: Sentence;
  /** Whether the ties held while talks and deal were on. */
  readonly overlap: string;
  readonly against: readonly Sentence[];
  readonly moreAgainst: number;
}

/** Of the tree of documents: an outlet's step on the way from an origin, with the documents that stand there. */
export interface TreeNode {
  readonly name: string;
  readonly documents: readonly TreeDocument[];
  readonly children: readonly TreeNode[];
}

export interface TreeDocument {
  readonly title: string;
  readonly details: string;
  readonly path: string;
  readonly notes: NoteRefs | null;
}

export interface OriginTree {
  /** Null for documents whose origin cannot be told. */
  readonly origin: string | null;
  readonly name: string;
  readonly details: string;
  readonly notes: NoteRefs | null;
  readonly tree: readonly TreeNode[];
  readonly moreDocuments: number;
}

/** A node of the contingency graph. */
export interface ContingencyNode {
  readonly id: string;
  /** "deal, in talks", "stated condition, open", "plan". */
  readonly kind: string;
  readonly text: string;
  readonly aside: string | null;
  readonly notes: NoteRefs;
}

/** What deals hang on. It may have circles. */
export interface ContingencyGraph {
  readonly nodes: readonly ContingencyNode[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly form: 'stated' | 'implied' | 'denotes';
  }[];
  /** The deals, in order. */
  readonly roots: readonly string[];
}

export type Block =
  | { readonly kind: 'plain'; readonly text: string }
  | {
      readonly kind: 'statements';
      readonly title: string;
      readonly items: readonly Statement[];
      readonly more: More | null;
    }
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  | {
      readonly kind: 'contingency';
      readonly title: string;
      readonly lead: string;
      readonly graph: ContingencyGraph;
      readonly more: More | null;
    }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly lead: string | null;
      readonly columns: readonly string[];
      /** Shares of the width, in percent. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Cell[])[];
      readonly isFolded: boolean;
      readonly more: More | null;
    }
  | {
      readonly kind: 'patterns';
      readonly title: string;
      readonly lead: string;
      readonly items: readonly Pattern[];
      readonly more: More | null;
    }
  | { readonly kind: 'disputes'; readonly items: readonly Dispute[]; readonly more: More | null }
  | {
      readonly kind: 'list';
      readonly title: string;
      readonly lead?: string;
      readonly origin: string | null;
      readonly items: readonly Sentence[];
      readonly more: More | null;
    }
  | {
      readonly kind: 'names';
      readonly title: string;
      readonly lead?: string;
      readonly items: readonly string[];
      readonly more: More | null;
    }
  | { readonly kind: 'origins'; readonly roots: readonly OriginTree[] };

export interface Section {
  /** Anchor and key; the same in every brief. */
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly blocks: readonly Block[];
}

/** A place in a document, quoted to the letter. */
export interface Note {
  readonly number: number;
  readonly quote: string;
  /** Words around a quote too short to be read alone; not part of `quote`. */
  readonly before: string;
  readonly after: string;
  readonly outlet: string;
  readonly document: string;
  /** Without the folder that all documents share. */
  readonly path: string;
  /** Where it stands in the file as received, in words: `page 3`; null where the offsets are the way back. */
  readonly place: string | null;
  /** `[start, end)` in UTF-16 code units of the stored text. */
  readonly start: number;
  readonly end: number;
  readonly links: readonly string[];
  readonly origins: readonly string[];
}

export interface BriefOrigin {
  readonly id: string;
  readonly name: string;
  readonly documents: number;
}

/** The report of a case before it is set: HTML and Markdown are both made from this, so both say the same. */
export interface Brief {
  readonly title: string;
  /** One line: documents, outlets, origins, dates. */
  readonly standsOn: string;
  /** The case file to name in hints, as a reader would type it. */
  readonly file: string;
  /** Those with most documents first: the order in which colours are given. */
  readonly origins: readonly BriefOrigin[];
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
}

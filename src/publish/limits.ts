/**
 * How much of a long case a brief shows. Our own choice, so that a brief of thousands of claims can still be read and
 * opened at once; what is left out is counted, and `show` lists all of it.
 */
export const LIMITS = {
  /** Notes a sentence; further quotes are counted. */
  notes: 3,
  /** Statements of one standing in one group, so that no standing crowds out another. */
  statements: 12,
  chains: 4,
  /** Drawn in one lane of the timeline. */
  lane: 40,
  rows: 60,
  /** Columns of the table of stances. */
  parties: 6,
  people: 60,
  /** A group of the cast this long is split: in several documents, in one. */
  shortCast: 12,
  /** Notes on an entity's name. */
  mentions: 2,
  /** Roles and spellings of one entity. */
  traits: 5,
  disputes: 40,
  quotesOfSide: 2,
  patterns: 20,
  /** Deals in the graph of what deals hang on. */
  contingency: 12,
  against: 4,
  listed: 12,
  documents: 150,
} as const;

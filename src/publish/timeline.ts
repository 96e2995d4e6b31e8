import type { NoteRefs } from './note-refs.ts';
import type { Standing } from './standing.ts';

export const LANES = ['Meetings and calls', 'Proposals', 'Sanctions and waivers', 'Deals'] as const;
export type Lane = (typeof LANES)[number];

/** Something that happened or is said to have, with when: days from 1970-01-01, `[start, end)`; null where open. */
export interface TimelineItem {
  readonly id: string;
  readonly lane: Lane;
  readonly label: string;
  /** The date in words, as vague as it is; null when nobody gives one. */
  readonly when: string | null;
  /** Of what has no date: the words that were said and could not be placed. */
  readonly words: readonly string[];
  readonly start: number | null;
  readonly end: number | null;
  /** Dates that others give instead, where they exclude this one. */
  readonly others: readonly { readonly when: string; readonly start: number | null; readonly end: number | null }[];
  readonly standing: Standing | null;
  /** What is said not to have happened yet, or only supposed. */
  readonly isOpen: boolean;
  readonly status: string;
  readonly origins: readonly string[];
  readonly notes: NoteRefs;
}

/** What is drawn, and what cannot be. Both in time's order, the undated by lane. */
export interface Timeline {
  readonly drawn: readonly TimelineItem[];
  /** Dated, but so far from all else that drawing them would press the rest together. */
  readonly distant: readonly TimelineItem[];
  readonly undated: readonly TimelineItem[];
  /** Left out for length, by lane. */
  readonly more: readonly { readonly lane: Lane; readonly count: number; readonly ledger: string }[];
}

import type { Meeting, Proposal } from '../src/model/index.ts';

/** What nothing was told of: for tests that are about other fields. */
export const BLANK_MEETING = {
  unnamed: [],
  sides: [],
  mediators: [],
  date: null,
  dateWords: [],
  place: null,
  placeEntity: null,
  channel: null,
  standing: null,
  duration: null,
  representations: [],
  bypassed: [],
  handedOver: [],
  attendance: [],
} as const satisfies Partial<Meeting>;

export const BLANK_PROPOSAL = {
  points: [],
  by: [],
  to: [],
  versions: [],
  authorship: [],
  clauses: [],
  handed: [],
  changes: [],
} as const satisfies Partial<Proposal>;

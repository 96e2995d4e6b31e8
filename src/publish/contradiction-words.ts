import type { Contradiction } from '../model/index.ts';

export type ContradictionKind = Contradiction['kind'];

/** What a contradiction is on, as it stands before its subject. */
export const CONTRADICTION_WORDS: Readonly<Record<ContradictionKind, string>> = {
  role: 'On a post',
  date: 'On when',
  place: 'On where',
  number: 'On a number',
  amount: 'On an amount',
  authorship: 'On who wrote it',
  agency: 'On who acted',
  duration: 'On how long',
  'yes-no': 'On whether it is so',
};

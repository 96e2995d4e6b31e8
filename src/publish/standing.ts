import type { Finding } from '../model/index.ts';

/** What a finding is worth, as weighed. */
export type Standing = Finding['status'];

/** Most important first; the order in which findings of one group are shown. */
export const STANDINGS: readonly Standing[] = [
  'corroborated',
  'single-origin',
  'unknown-origin',
  'disputed',
  'denied',
  'corrected',
];

/** A standing in the words of the brief; also the name of its mark. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  corroborated: 'corroborated',
  'single-origin': 'one origin',
  'unknown-origin': 'origin unknown',
  disputed: 'disputed',
  denied: 'denied',
  corrected: 'corrected by its origin',
};

/** What each mark means, for the key. */
export const STANDING_MEANINGS: Readonly<Record<Standing, string>> = {
  corroborated: 'two or more independent origins say so, nobody against',
  'single-origin': 'one origin says so, in however many documents',
  'unknown-origin': 'where it comes from cannot be told; it counts for nothing',
  disputed: 'someone says so and someone denies it',
  denied: 'only denials, or words that nothing shows it',
  corrected: 'the origin that said so has taken it back',
};

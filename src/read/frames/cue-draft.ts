import type { Certainty, Frame } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';

/** A reading in the making: each cue adds to it. */
export interface Draft {
  negations: number;
  /** The frame has stages: what is only offered or talked of is a stage of it. */
  readonly staged: boolean;
  certainty: Certainty;
  future: boolean;
  /** Somebody went to do it: done, as a rule, though the words do not say so. */
  gone: boolean;
  status: Frame['status'] | null;
  words: string[];
}

const RANK: readonly Certainty[] = ['underspecified', 'possible', 'probable', 'certain'];
export const lessCertain = (a: Certainty, b: Certainty): Certainty => (RANK.indexOf(a) < RANK.indexOf(b) ? a : b);

export const has = (words: readonly string[], ...forms: readonly (string | undefined)[]): boolean =>
  forms.some((form) => form !== undefined && words.includes(form));

export const plan = (draft: Draft, status: Frame['status']): void => {
  draft.status ??= status;
  if (status === 'planned') draft.future = true;
};

/** Adjectives before a noun: "planned", "alleged", "postponed". */
export const qualify = (cues: Cues, word: string, draft: Draft): void => {
  if (has(cues.future, word)) plan(draft, 'planned');
  if (has(cues.postponed, word)) draft.status = 'postponed';
  if (has(cues.cancelled, word)) draft.status = 'cancelled';
  if (has(cues.ongoing, word)) draft.status ??= 'ongoing';
  if (has(cues.probable, word)) draft.certainty = lessCertain(draft.certainty, 'probable');
  if (has(cues.possible, word)) draft.certainty = lessCertain(draft.certainty, 'possible');
};

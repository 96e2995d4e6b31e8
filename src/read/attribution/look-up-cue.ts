import { reportingWord } from '../../text/index.ts';
import type { CueClass } from './cue.ts';

/** Looks a word of saying up in the general list (`data/reporting.json`): verbs by lemma, and verbs with a particle. */
export const lookUpCue = (lemma: string): CueClass | null => {
  const word = lemma.includes(' ') ? reportingWord(lemma, 'phrase') : reportingWord(lemma, 'verb');
  if (word === null) return null;
  return {
    kind: word.classes[0] ?? 'say',
    polarity: word.polarity ?? 'positive',
    certainty: word.certainty ?? 'underspecified',
    tense: word.tense ?? 'non-future',
  };
};

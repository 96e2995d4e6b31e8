import { type Filler, fillersIn } from './fillers.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';

/** What stands behind "were" is told by the order of words alone. */
const BY_ORDER = 0.7;

/** In words: how much may stand between the participle that opens a sentence and its "was". */
const REACH = 12;

/** "Representing Kestria were Hale and Veld", "Also attending was Voss": who does it stands behind the verb. */
export const invertedDoers = (scene: Scene, { group, token }: Predicate): readonly Filler[] => {
  if (group === null || !/ing$/.test(scene.tokens[token]?.lower ?? '')) return [];
  const { first, last } = scene.sentenceOf(token);
  if (group.first > first + 1) return [];
  if (group.first === first + 1 && !/^(?:also|and)$/.test(scene.tokens[first]?.lower ?? '')) return [];
  for (let i = token + 1; i < Math.min(last, token + REACH); i++) {
    const word = scene.tokens[i];
    if (word === undefined || word.text === ',') return [];
    if (/^(?:was|were|is|are)$/.test(word.lower)) {
      const next = scene.predicateAt(i + 1);
      return next?.group?.first === i ? [] : fillersIn(scene, i + 1, last, BY_ORDER, () => false);
    }
    if (scene.predicateAt(i)?.group?.form === 'finite') return [];
  }
  return [];
};

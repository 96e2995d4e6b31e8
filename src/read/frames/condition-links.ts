import type { Cues } from '../beats/index.ts';
import type { Sentence } from '../known.ts';
import { splitWords } from './find-triggers.ts';
import type { Hanging } from './hanging.ts';
import { endOfNoun } from './occasions.ts';
import type { Scene } from './scene.ts';
import { subjectOf } from './subject-of.ts';
import { standAt } from './words-at.ts';

/**
 * "A truce would open the door to the sale", "The withdrawal is a condition for talks", "made the withdrawal a condition for talks":
 * what stands before the words of `enabling` is the condition, what stands behind them hangs on it.
 */
export const findLinks = (scene: Scene, cues: Cues, sentence: Sentence): readonly Hanging[] => {
  const words = cues.enabling.map(splitWords).sort((a, b) => b.length - a.length);
  const found: Hanging[] = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    const link = words.find((parts) => standAt(scene, parts, i));
    if (link === undefined) continue;
    const inner = i + link.length;
    const last = endOfNoun(scene, inner, sentence.last);
    const before = conditionBefore(scene, sentence, i);
    if (before === null || last <= inner) continue;
    found.push({
      cue: scene.span(i, inner),
      condition: scene.span(...before),
      conditionAt: before,
      dependent: scene.span(inner, last),
      dependentAt: [inner, last],
      verb: null,
      strength: 'link',
      rule: 'link',
    });
    i = last - 1;
  }
  return found;
};

/** In words: "made the full withdrawal of all foreign troops from the valley a" condition. */
const MOST_BETWEEN = 16;

const MODAL = /^(?:would|could|will|can|may|might|should|must|shall|'ll|’ll|'d|’d)$/;
const BE = /^(?:be|is|are|was|were|remains?|remained|'s|’s|’re|'re)$/;
const BETWEEN =
  /^(?:a|an|the|as|its|their|his|her|also|only|not|still|further|another|key|main|first|central|one|necessary|clear|essential)$/;

/** What is "made a condition", what "is" one, what "would open the door": what has opened it hangs on nothing any more. */
const conditionBefore = (scene: Scene, { first }: Sentence, link: number): readonly [number, number] | null => {
  let at = link;
  while (at > first && BETWEEN.test(scene.tokens[at - 1]?.lower ?? '')) at--;
  let verb = at;
  while (
    verb > first &&
    (BE.test(scene.tokens[verb - 1]?.lower ?? '') || MODAL.test(scene.tokens[verb - 1]?.lower ?? ''))
  )
    verb--;
  const told = scene.tokens.slice(verb, at).map(({ lower }) => lower);
  const isNoun = /^(?:pre)?(?:condition|requisite|requirement|key)/.test(scene.tokens[link]?.lemma ?? '');
  const isLinked = isNoun ? told.some((word) => BE.test(word)) : told.some((word) => MODAL.test(word));
  if (isLinked) {
    const subject = subjectOf(scene, verb);
    return subject === null ? null : [subject.first, verb];
  }
  const making = scene
    .predicatesNear(link)
    .findLast(
      ({ token, lemma }) => token < at && at - token <= MOST_BETWEEN && /^(?:make|set|name|call|demand)$/.test(lemma),
    );
  return isNoun && making !== undefined && at - making.token > 1 ? [making.token + 1, at] : null;
};

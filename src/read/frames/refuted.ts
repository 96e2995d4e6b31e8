import type { Cues } from '../beats/index.ts';
import { has } from './cue-draft.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';

/** In words: how far behind what is told the verb that refutes it may stand. */
const FAR = 40;

/**
 * "Reports that Hale met Veld are false", "assertions that he took part do not correspond to reality": whether what stands at a
 * token is what a report says that its own sentence calls untrue.
 */
export const isRefuted = (scene: Scene, cues: Cues, at: number): boolean => {
  const sentence = scene.sentenceOf(at);
  let noun = -1;
  for (let i = at - 1; i >= sentence.first && noun < 0; i--) {
    const token = scene.tokens[i];
    if (token === undefined || /^[;:"“”]$/.test(token.text)) return false;
    if (
      /^(?:that|of|about)$/.test(token.lower) &&
      has(cues.reports, scene.tokens[i - 1]?.lemma, scene.tokens[i - 1]?.lower.replace(/s$/, ''))
    )
      noun = i - 1;
  }
  if (noun < 0) return false;
  const verb = scene.predicatesNear(at).find(
    ({ token, group, arguments: args }) =>
      group !== null &&
      group.form === 'finite' &&
      token > at &&
      token - at < FAR &&
      // The network at times leaves the noun out of what is untrue.
      args.some(({ label, first, last }) => /^ARG[01]$/.test(label) && first <= at && last > at && last <= token),
  );
  return verb !== undefined && isUntrue(scene, cues, verb, sentence.last);
};

/** What a report that is true has. */
const BASIS = /^(?:foundations?|basis|grounds?|truth|substance|merit|reality|fact)$/;

/** "are false", "is an invention", "were denied", "do not correspond to reality". */
const isUntrue = (scene: Scene, cues: Cues, { token, lemma, group }: Predicate, last: number): boolean => {
  if (group?.passive === true && has(cues.denied, lemma)) return true;
  const words = scene.tokens.slice(token, Math.min(last, token + 10));
  const end = words.findIndex(({ text }, i) => i > 0 && /^[,;:"”]$/.test(text));
  const said = end < 0 ? words : words.slice(0, end);
  const untrue = said.some(({ lower, lemma: base }) => has(cues.untrue, lower, base));
  const isTrue = said.some(({ lower }) => has(cues.true, lower));
  // "is without foundation", "has no basis"
  const isBaseless = said.some(
    ({ lower }, i) =>
      i > 0 && BASIS.test(lower) && said.slice(1, i).some((one) => /^(?:without|no|any)$/.test(one.lower)),
  );
  return group?.negated === true ? isTrue : untrue || isBaseless;
};

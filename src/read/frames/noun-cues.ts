import type { Cues } from '../beats/index.ts';
import type { Clause, NounPhrase } from '../known.ts';
import { type Draft, has, plan, qualify } from './cue-draft.ts';
import { type Trigger, topOf } from './find-triggers.ts';
import type { Scene } from './scene.ts';
import { verbForms } from './verb-positions.ts';

export const nounCues = (scene: Scene, cues: Cues, trigger: Trigger, phrase: NounPhrase, draft: Draft): void => {
  const top = topOf(scene, phrase);
  for (const each of top === phrase ? [phrase] : [phrase, top]) {
    for (let i = each.first; i < Math.min(each.last, trigger.last); i++) {
      const token = scene.tokens[i];
      if (token === undefined) continue;
      if (token.lower === 'no' || token.lower === 'neither') draft.negations++;
      if (i >= trigger.first) continue;
      draft.words.push(token.lower);
      qualify(cues, token.lower, draft);
    }
    const before = scene.tokens[(each.preposition ?? -1) >= 0 ? (each.preposition ?? -1) : each.first - 1];
    if (before?.lower === 'without') draft.negations++;
  }
};

/** What the verb does to the noun's event: "postponed the talks", "the talks were called off", "denied the meeting". */
export const carrierCues = (scene: Scene, cues: Cues, clause: Clause, trigger: Trigger, draft: Draft): void => {
  const forms = verbForms(scene, clause);
  draft.words.push(...forms);
  const top = trigger.phrase === null ? null : topOf(scene, trigger.phrase);
  const isObject =
    top !== null && (clause.objects.includes(top.index) || (clause.passive && clause.subjects.includes(top.index)));
  // "called off talks": the particle looks like a preposition of the noun.
  const isParticled =
    top !== null &&
    clause.obliques.some(
      ({ phrase, preposition }) => phrase === top.index && scene.tokens[clause.verb + 1]?.lower === preposition,
    );
  const isSubject = top !== null && !clause.passive && clause.subjects.includes(top.index);
  if (!isObject && !isSubject && !isParticled) return;
  if (has(cues.postponed, ...forms)) draft.status = 'postponed';
  else if (has(cues.cancelled, ...forms)) draft.status = 'cancelled';
  if (!isObject) return;
  const through = trigger.definition.through ?? [];
  const own = forms.some((form) => through.includes(form));
  if (has(cues.denied, ...forms)) draft.negations++;
  else if (has(cues.refused, ...forms) || has(['reject', 'oppose'], ...forms)) {
    if (!own || has(cues.refused, ...forms)) draft.negations++;
  } else if (has(cues.wished, ...forms) && !has(cues.held, ...forms)) draft.status ??= 'hypothetical';
  else if (has(cues.planned, ...forms) && clause.lemma !== 'go') plan(draft, 'planned');
};

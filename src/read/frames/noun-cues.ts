import type { Cues } from '../beats/index.ts';
import type { Chunk } from './chunks.ts';
import { type Draft, has, lessCertain, plan, qualify } from './cue-draft.ts';
import { type Trigger, topOf, verbForms } from './find-triggers.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';

/** What the words before a noun say of its event: "planned", "no", "alleged". */
export const nounCues = (scene: Scene, cues: Cues, trigger: Trigger, chunk: Chunk, draft: Draft): void => {
  const top = topOf(scene, chunk);
  for (const each of top === chunk ? [chunk] : [chunk, top]) {
    for (let i = each.first; i < Math.min(each.last, trigger.last); i++) {
      const token = scene.tokens[i];
      if (token === undefined) continue;
      // "no evidence" as a whole may be what is looked for.
      if (i >= trigger.first) continue;
      if (token.lower === 'no' || token.lower === 'neither') draft.negations++;
      draft.words.push(token.lower);
      qualify(cues, token.lower, draft);
    }
    const before = scene.tokens[each.preposition ?? each.first - 1];
    if (before?.lower === 'without' && before.index < trigger.first) draft.negations++;
    if (isOutlook(scene, cues, each)) draft.status ??= 'hypothetical';
    // "flew to Lorne for talks with Veld"
    if (before?.lower === 'for' && has(cues.going, trigger.carrier?.predicate.lemma)) {
      draft.gone = true;
      draft.certainty = lessCertain(draft.certainty, 'probable');
    }
  }
};

/** "a call for talks", "their approach to negotiations with Kestria": of "the talks" it would be told that there were some. */
const isOutlook = (scene: Scene, cues: Cues, { first, preposition }: Chunk): boolean => {
  if (
    preposition === null ||
    !/^(?:to|for|of|on|in|about|against|towards?)$/.test(scene.tokens[preposition]?.lower ?? '')
  )
    return false;
  const opener = scene.tokens[first]?.lower ?? '';
  if (
    /^(?:the|this|that|these|those|their|his|her|its|our|my)$/.test(opener) ||
    scene.tokens[first + 1]?.lower === "'s"
  )
    return false;
  const noun = scene.tokens[preposition - 1];
  return noun !== undefined && has(cues.outlook, noun.lower, noun.lemma);
};

/** What the verb does to the noun's event: "postponed the talks", "the talks were called off", "denied the meeting". */
export const carrierCues = (scene: Scene, cues: Cues, verb: Predicate, trigger: Trigger, draft: Draft): void => {
  const forms = verbForms(scene, verb);
  draft.words.push(...forms);
  const { carrier } = trigger;
  if (carrier === null || carrier.predicate !== verb) return;
  const isObject = carrier.as === 'object';
  if (!isObject && carrier.as !== 'subject') return;
  if (has(cues.postponed, ...forms)) draft.status = 'postponed';
  else if (has(cues.cancelled, ...forms)) draft.status = 'cancelled';
  if (!isObject) return;
  if (/^(?:want|need|demand|like)$/.test(verb.lemma)) draft.words.unshift(...outcomeOf(scene, verb, trigger));
  const own = forms.some((form) => (trigger.definition.through ?? []).includes(form));
  if (has(cues.denied, ...forms)) draft.negations++;
  // A verb that the beat names for carrying it leaves it standing: an offer that is declined or blocked was made.
  else if (has(cues.refused, ...forms) || has(['reject', 'oppose'], ...forms)) {
    if (!own) draft.negations++;
  } else if (has(cues.wished, ...forms) && !has(cues.held, ...forms)) draft.status ??= 'hypothetical';
  else if (has(cues.planned, ...forms) && verb.lemma !== 'go') plan(draft, 'planned');
};

/** "wants the sanctions on Norel lifted": what is to become of the noun, said by the participle at the end. */
const outcomeOf = (scene: Scene, verb: Predicate, { chunk }: Trigger): readonly string[] => {
  for (const { first, last } of verb.arguments) {
    if (chunk === null || first > chunk.head || last <= chunk.head) continue;
    const end = scene.predicateAt(last - 1);
    if (end !== null && end.token > chunk.head && /(?:ed|en|pt|t)$/.test(scene.tokens[end.token]?.lower ?? ''))
      return [end.lemma];
  }
  return [];
};

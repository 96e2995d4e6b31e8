import type { Attribution, Certainty, Frame, Polarity, Tense } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import { COPULAS, isReduced } from './arguments.ts';
import { inRegion, type Region } from './conditions.ts';
import { type Draft, has, lessCertain } from './cue-draft.ts';
import { carrierOf, isCarriedBy, SERVING, type Trigger, topOf, verbForms } from './find-triggers.ts';
import { nounCues } from './noun-cues.ts';
import { LEFT_OPEN, predicateCues } from './predicate-cues.ts';
import type { Predicate } from './predicates.ts';
import { isRefuted } from './refuted.ts';
import type { Scene } from './scene.ts';

/** Whether, when and how surely something happened, as the text has it. */
export interface Modality {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly tense: Tense;
  readonly status: Frame['status'];
  /** Base forms of the words that govern, carry or qualify the trigger, nearest first: properties may hang on them. */
  readonly words: readonly string[];
}

/**
 * Reads polarity, certainty, tense and status of what a trigger stands for from the words around it.
 *
 * Cues, innermost first: the verb group (negation, modal), what governs it ("agreed to", "due to", "declined to"), words
 * before the noun ("planned", "no"), the verb that carries the noun ("called off the talks"), adverbs of the clause,
 * "no evidence that", an open part of the sentence ("if"), a question, and the attribution in whose content it stands.
 */
export const readModality = (
  scene: Scene,
  cues: Cues,
  trigger: Trigger,
  attribution: Attribution | null,
  regions: readonly Region[],
): Modality => {
  const staged = Object.values(trigger.frame.properties).some(({ otherwise }) => typeof otherwise === 'object');
  const draft: Draft = {
    negations: 0,
    staged,
    certainty: 'certain',
    future: false,
    gone: false,
    status: null,
    words: [],
  };
  if (isPresupposed(trigger)) {
    // "denied that he had met Hale's brother" leaves the brother Hale's: taken for granted, not said.
    if (trigger.chunk !== null) nounCues(scene, cues, trigger, trigger.chunk, draft);
    return {
      polarity: 'positive',
      certainty: draft.certainty,
      tense: 'non-future',
      status: 'held',
      words: draft.words,
    };
  }
  if (trigger.kind === 'noun' && trigger.chunk !== null) nounCues(scene, cues, trigger, trigger.chunk, draft);
  const verb = trigger.kind === 'noun' ? eventVerb(scene, cues, trigger) : verbOf(scene, trigger);
  if (verb === null && isNeverSeen(scene, cues, trigger)) draft.negations++;
  if (verb !== null) predicateCues(scene, cues, verb, trigger, attribution, draft);
  // "No evidence that" is often an attribution as well: one denial, counted once.
  if (attribution?.polarity !== 'negative' && isDenied(scene, cues, trigger)) draft.negations++;
  // "The plan would cut the army": the cut is still to come, but the plan says so now.
  const { asserted } = trigger.frame;
  if (asserted) Object.assign(draft, { status: null, future: false, certainty: 'certain' });
  // "condemned the proposal to cut the army": what is condemned is proposed all the same.
  if (asserted && verb?.group?.form === 'infinitive') draft.negations = verb.group.negated ? 1 : 0;
  const { negations } = draft;
  // "rejected the offer" may be an attribution of the network's as well: the verb that carries an offer leaves it made.
  const isCarrier = isCarriedBy(scene, trigger) && isCueOf(scene, attribution, trigger.carrier?.predicate ?? null);
  applyAttribution(scene, cues, isCarrier ? null : attribution, draft);
  if (asserted && verb?.group?.form === 'infinitive') draft.negations = negations;
  if (attribution?.polarity !== 'negative' && isRefuted(scene, cues, trigger.first)) draft.negations++;
  if ((inRegion(regions, trigger.first) !== null && !isAside(scene, trigger)) || isAsked(scene, trigger.first))
    draft.status = 'hypothetical';
  if (!asserted && !isBroughtAbout(trigger) && isDoubted(scene, trigger, draft)) {
    draft.status = 'hypothetical';
    draft.certainty = lessCertain(draft.certainty, 'possible');
  }
  const status = draft.status ?? 'held';
  return {
    polarity: draft.negations % 2 === 1 ? 'negative' : 'positive',
    // Two negations ("did not deny") leave open what is so.
    certainty: draft.negations >= 2 ? 'underspecified' : draft.certainty,
    tense: draft.future || status === 'planned' ? 'future' : 'non-future',
    status,
    words: draft.words,
  };
};

/** "as long as Norel, which the treasury blacklisted in 2027, remains": told by the way, whatever the clause supposes. */
const isAside = (scene: Scene, { kind, predicate }: Trigger): boolean => {
  if (kind !== 'verb' || predicate === null || !predicate.relative || predicate.group?.form !== 'finite') return false;
  const { first } = scene.sentenceOf(predicate.token);
  for (let i = predicate.group.first - 1; i > Math.max(first, predicate.group.first - MOST_BEFORE); i--) {
    if (/^(?:which|who|whom)$/.test(scene.tokens[i]?.lower ?? '')) return scene.tokens[i - 1]?.text === ',';
    if (scene.tokens[i]?.text === ',') return false;
  }
  return false;
};

/** In words, between "which" and its verb. */
const MOST_BEFORE = 8;

/** A description ("Veld's brother", "the sanctioned banker") that is no predicate takes what it says for granted. */
const isPresupposed = (trigger: Trigger): boolean => {
  if (trigger.kind === 'adjective') return trigger.chunk !== null;
  return (
    trigger.kind === 'noun' && Object.values(trigger.definition.fill).flat().includes('bearer') && !isSaidOf(trigger)
  );
};

/** "Hale is a friend of Veld", "served as head of Norel": the noun is what somebody is said to be. */
const isSaidOf = ({ kind, carrier, definition }: Trigger): boolean =>
  kind === 'noun' &&
  Object.values(definition.fill).flat().includes('bearer') &&
  carrier?.as === 'complement' &&
  (COPULAS.has(carrier.predicate.lemma) || SERVING.has(carrier.predicate.lemma));

/** Of an adjective the "is" before it. */
export const verbOf = (scene: Scene, trigger: Trigger): Predicate | null => {
  if (trigger.kind === 'verb' || trigger.predicate?.group != null) return trigger.predicate;
  if (trigger.chunk !== null) return null;
  for (let i = trigger.first - 1; i >= Math.max(0, trigger.first - 4); i--) {
    const predicate = scene.predicateAt(i);
    if (predicate?.group != null) return predicate;
  }
  return null;
};

/**
 * What happens to a noun's event is said by the verb that carries it ("held talks"), lets it take place, calls it off, plans
 * or denies it. "The meeting did not help" and "his meeting was no endorsement" leave the meeting held.
 */
const eventVerb = (scene: Scene, cues: Cues, trigger: Trigger): Predicate | null => {
  const { carrier } = trigger;
  if (carrier === null) return null;
  const { predicate, as } = carrier;
  const forms = verbForms(scene, predicate);
  const carries = forms.some((form) => (trigger.definition.through ?? []).includes(form));
  if (predicate.lemma === 'be' && as === 'subject') return predicate.group?.negated === true ? null : predicate;
  // "is not the head of Norel": of what somebody is the verb says whether and when.
  if (as === 'complement' && isSaidOf(trigger)) return predicate;
  if (as === 'oblique' || as === 'complement') return carries ? predicate : null;
  const { held, cancelled, postponed, denied, refused, planned, wished } = cues;
  const tells = carries && as === 'object';
  return tells || [held, cancelled, postponed, denied, refused, planned, wished].some((words) => has(words, ...forms))
    ? predicate
    : null;
};

/** "had never seen a 19-point plan", "denied the existence of a plan": what is not definite is denied with it. */
const isNeverSeen = (scene: Scene, cues: Cues, trigger: Trigger): boolean => {
  const { chunk } = trigger;
  if (trigger.kind !== 'noun' || chunk === null) return false;
  const opener = scene.tokens[chunk.first]?.lower ?? '';
  const of = chunk.preposition !== null && scene.tokens[chunk.preposition]?.lower === 'of' ? chunk.preposition : null;
  const outer = of === null ? null : scene.chunkOf(of - 1);
  const existence = outer !== null && /^(?:existence|knowledge)$/.test(scene.tokens[outer.head]?.lower ?? '');
  if (!existence && !/^(?:an?|any|such)$/.test(opener)) return false;
  const top = existence && outer !== null ? outer : topOf(scene, chunk);
  if (existence && /^(?:any|no)$/.test(scene.tokens[top.first]?.lower ?? '')) return true;
  const verb = carrierOf(scene, top, null)?.predicate ?? null;
  if (verb === null) return false;
  return (
    verb.group?.negated === true ||
    verb.arguments.some(({ label }) => label === 'ARGM-NEG') ||
    has(cues.denied, ...verbForms(scene, verb))
  );
};

/** "no evidence that Hale met", "ruled out that", "nothing suggests that": said before the trigger in its sentence. */
const isDenied = (scene: Scene, cues: Cues, trigger: Trigger): boolean => {
  const sentence = scene.sentence(scene.tokens[trigger.first]?.sentence ?? -1);
  for (let i = sentence.first; i < trigger.first - 1; i++) {
    const token = scene.tokens[i];
    if (token?.lower === 'nothing' && isShownNothing(scene, i, trigger.first)) return true;
    if (token === undefined || !has(cues.absent, token.lemma, token.lower)) continue;
    const negated = [1, 2, 3].some((back) => {
      const word = scene.tokens[i - back];
      return word !== undefined && word.sentence === token.sentence && /^(?:no|any|little|without)$/.test(word.lower);
    });
    const next = scene.tokens[i + 1]?.lower ?? '';
    if (!negated || !/^(?:that|of|to|for|suggesting|linking|whatsoever|at)$/.test(next)) continue;
    // What stands in another clause after a comma or "but" is not denied.
    const cut = scene.tokens
      .slice(i, trigger.first)
      .some((word) => word.lower === 'but' || word.lower === 'although' || word.text === ';' || word.lower === 'when');
    if (!cut) return true;
  }
  return false;
};

/** "nothing suggests that", "saw nothing to suggest", "nothing that points to". */
const isShownNothing = (scene: Scene, nothing: number, end: number): boolean => {
  for (let i = nothing + 1; i < Math.min(end, nothing + 4); i++)
    if (/^(?:suggest|indicate|show|prove|point)$/.test(scene.tokens[i]?.lemma ?? ''))
      return !scene.tokens.slice(i, end).some(({ lower, text }) => lower === 'but' || text === ';');
  return false;
};

const isAsked = (scene: Scene, at: number): boolean => {
  const sentence = scene.sentence(scene.tokens[at]?.sentence ?? -1);
  for (let i = sentence.last - 1; i >= Math.max(sentence.first, sentence.last - 3); i--) {
    if (scene.tokens[i]?.text === '?') return true;
  }
  return false;
};

/**
 * Below this the network doubts that an event took place (-3 to 3, as UDS factuality; what a text tells as having happened
 * comes out near 1, plans and wishes below 0).
 */
const DOUBTED = 0.4;

/** No word says that it is still to come or only supposed, and yet the network takes it for that: "preparations for the talks". */
const isDoubted = (scene: Scene, { kind, predicate, frame, first, last }: Trigger, draft: Draft): boolean =>
  kind !== 'adjective' &&
  !frame.lasting &&
  last - first === 1 &&
  draft.status === null &&
  !draft.gone &&
  draft.negations === 0 &&
  predicate !== null &&
  predicate.factuality < DOUBTED &&
  !isAvowed(scene, predicate);

/** "to discuss a pact signed by Ostra and Kestria": whatever is done about it, signed it is. */
const isBroughtAbout = ({ kind, carrier, definition }: Trigger): boolean =>
  kind === 'noun' &&
  carrier?.as === 'object' &&
  isReduced(carrier.predicate) &&
  (definition.through ?? []).includes(carrier.predicate.lemma);

/** "We reject it": who says so of himself and now does it by saying so. */
const isAvowed = (scene: Scene, { group, token, arguments: args }: Predicate): boolean =>
  group?.form === 'finite' &&
  group.first === token &&
  scene.tokens[token]?.lower === scene.tokens[token]?.lemma &&
  args.some(
    ({ first, last }) => last === token && last - first === 1 && /^(?:i|we)$/.test(scene.tokens[first]?.lower ?? ''),
  );

const applyAttribution = (scene: Scene, cues: Cues, attribution: Attribution | null, draft: Draft): void => {
  if (attribution === null || isOwnCue(scene, cues, attribution)) return;
  if (attribution.polarity === 'negative' && !isOpposed(scene, attribution)) draft.negations++;
  // "said" commits to nothing more or less than its words do.
  if (attribution.certainty !== 'underspecified') draft.certainty = lessCertain(draft.certainty, attribution.certainty);
  if (attribution.kind === 'ask') draft.status ??= 'hypothetical';
};

/** "objected to letting him in": against it, which leaves open whether it was done. */
const isOpposed = (scene: Scene, { cue }: Attribution): boolean =>
  cue.some(([start]) => {
    const at = scene.tokenFrom(start);
    const isTo = scene.tokens[at + 1]?.lower === 'to';
    return LEFT_OPEN.test(scene.tokens[at]?.lemma ?? '') && /ing$/.test(scene.tokens[at + (isTo ? 2 : 1)]?.lower ?? '');
  });

const isCueOf = (scene: Scene, attribution: Attribution | null, verb: Predicate | null): boolean =>
  verb !== null && attribution !== null && scene.cueAt(scene.tokens[verb.token]?.start ?? -1)?.id === attribution.id;

/** "plans to meet", "called off": a cue of somebody's mind, but what it says of the event is counted already. */
const isOwnCue = (scene: Scene, cues: Cues, { cue }: Attribution): boolean =>
  cue.some(([start, end]) => {
    const tokens = scene.tokens.slice(scene.tokenFrom(start), scene.tokenFrom(end));
    return tokens.some(({ lower, lemma, index }) => {
      const forms = [lower, lemma, `${lemma} ${scene.tokens[index + 1]?.lower ?? ''}`];
      return [cues.planned, cues.wished, cues.postponed, cues.cancelled].some((words) => has(words, ...forms));
    });
  });

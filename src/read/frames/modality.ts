import type { Attribution, Certainty, Frame, Polarity, Tense } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import type { Clause, NounPhrase } from '../known.ts';
import { clauseCues } from './clause-cues.ts';
import { inRegion, type Region } from './conditions.ts';
import { type Draft, has, lessCertain } from './cue-draft.ts';
import { carrier, type Trigger, topOf } from './find-triggers.ts';
import { nounCues } from './noun-cues.ts';
import type { Scene } from './scene.ts';
import { verbForms } from './verb-positions.ts';

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
  const draft: Draft = { negations: 0, staged, certainty: 'certain', future: false, status: null, words: [] };
  if (isPresupposed(scene, trigger)) {
    // "denied that he had met Hale's brother" leaves the brother Hale's: taken for granted, not said.
    if (trigger.phrase !== null) nounCues(scene, cues, trigger, trigger.phrase, draft);
    return {
      polarity: 'positive',
      certainty: draft.certainty,
      tense: 'non-future',
      status: 'held',
      words: draft.words,
    };
  }
  if (trigger.kind === 'noun' && trigger.phrase !== null) nounCues(scene, cues, trigger, trigger.phrase, draft);
  const clause =
    trigger.kind === 'noun' ? eventClause(scene, cues, trigger) : (trigger.clause ?? clauseAround(scene, trigger));
  if (clause === null && isNeverSeen(scene, cues, trigger)) draft.negations++;
  if (clause !== null) clauseCues(scene, cues, clause, trigger, attribution, draft);
  // "No evidence that" is often an attribution as well: one denial, counted once.
  if (attribution?.polarity !== 'negative' && isDenied(scene, cues, trigger)) draft.negations++;
  applyAttribution(attribution, draft);
  if (inRegion(regions, trigger.first) !== null || isAsked(scene, trigger.first)) draft.status = 'hypothetical';
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

/** A description ("Veld's brother", "the sanctioned banker") that is no predicate takes what it says for granted. */
const isPresupposed = (scene: Scene, trigger: Trigger): boolean => {
  const { phrase } = trigger;
  if (phrase === null) return false;
  if (trigger.kind === 'adjective') return phrase.head >= trigger.last;
  if (trigger.kind !== 'noun' || !Object.values(trigger.definition.fill).flat().includes('bearer')) return false;
  if (phrase.attachment === 'apposition') return true;
  const clause = trigger.clause;
  return clause === null || !isPredicate(scene, clause, phrase);
};

const isPredicate = (scene: Scene, clause: Clause, phrase: NounPhrase): boolean =>
  /^(?:be|become|remain|stay)$/.test(clause.lemma) && clause.objects.includes(topOf(scene, phrase).index);

/**
 * What happens to a noun's event is said by the verb that carries it ("held talks"), lets it take place, calls it off, plans
 * or denies it. "The meeting did not help" and "his meeting was no endorsement" leave the meeting held.
 */
const eventClause = (scene: Scene, cues: Cues, trigger: Trigger): Clause | null => {
  if (trigger.clause === null || trigger.phrase === null) return null;
  const top = topOf(scene, trigger.phrase);
  const { clause } = trigger;
  const forms = verbForms(scene, clause);
  const carries = forms.some((form) => (trigger.definition.through ?? []).includes(form));
  const isSubject = clause.subjects.includes(top.index);
  if (clause.lemma === 'be' && isSubject) return clause.negated ? null : clause;
  const core = isSubject || clause.objects.includes(top.index);
  if (!core) return carries || isParticled(scene, clause, top) ? clause : null;
  const { held, cancelled, postponed, denied, refused, planned, wished } = cues;
  const tells = carries && !(isSubject && !clause.passive);
  return tells || [held, cancelled, postponed, denied, refused, planned, wished].some((words) => has(words, ...forms))
    ? clause
    : null;
};

/** "had never seen a 19-point plan", "denied the existence of a plan": what is not definite is denied with it. */
const isNeverSeen = (scene: Scene, cues: Cues, trigger: Trigger): boolean => {
  const { phrase } = trigger;
  if (trigger.kind !== 'noun' || phrase === null) return false;
  const opener = scene.tokens[phrase.first]?.lower ?? '';
  let top = phrase;
  for (let steps = 0; steps < 4 && top.attachment === 'of' && top.attachedTo !== null; steps++)
    top = scene.phrase(top.attachedTo) ?? top;
  const existence = top !== phrase && /^(?:existence|knowledge)$/.test(scene.tokens[top.head]?.lower ?? '');
  if (!existence && !/^(?:an?|any|such)$/.test(opener)) return false;
  const clause = trigger.clause ?? carrier(scene, top);
  if (clause === null || !(clause.objects.includes(top.index) || clause.passive)) return false;
  if (/^(?:any|no)$/.test(scene.tokens[top.first]?.lower ?? '') && existence) return true;
  return clause.negated || has(cues.denied, ...verbForms(scene, clause));
};

/** "called off talks": the particle looks like a preposition of the noun. */
const isParticled = (scene: Scene, clause: Clause, top: NounPhrase): boolean =>
  clause.obliques.some(
    ({ phrase, preposition }) => phrase === top.index && scene.tokens[clause.verb + 1]?.lower === preposition,
  );

const clauseAround = (scene: Scene, trigger: Trigger): Clause | null => {
  if (trigger.phrase !== null && trigger.phrase.head >= trigger.last) return null;
  for (let i = trigger.first - 1; i >= Math.max(0, trigger.first - 4); i--) {
    const clause = scene.clauseOf(i);
    if (clause !== null) return clause;
  }
  return null;
};

/** "no evidence that Hale met", "ruled out that", "nothing suggests that": said before the trigger in its sentence. */
const isDenied = (scene: Scene, cues: Cues, trigger: Trigger): boolean => {
  const sentence = scene.sentence(scene.tokens[trigger.first]?.sentence ?? -1);
  for (let i = sentence.first; i < trigger.first - 1; i++) {
    const token = scene.tokens[i];
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

const isAsked = (scene: Scene, at: number): boolean => {
  const sentence = scene.sentence(scene.tokens[at]?.sentence ?? -1);
  for (let i = sentence.last - 1; i >= Math.max(sentence.first, sentence.last - 3); i--) {
    if (scene.tokens[i]?.text === '?') return true;
  }
  return false;
};

const applyAttribution = (attribution: Attribution | null, draft: Draft): void => {
  if (attribution === null) return;
  if (attribution.polarity === 'negative') draft.negations++;
  // "said" commits to nothing more or less than its words do.
  if (attribution.certainty !== 'underspecified') draft.certainty = lessCertain(draft.certainty, attribution.certainty);
  if (attribution.kind === 'ask') draft.status ??= 'hypothetical';
};

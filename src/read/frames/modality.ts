import type { Attribution, Certainty, Frame, Polarity, Tense } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import type { Clause, NounPhrase } from '../known.ts';
import { inRegion, type Region } from './conditions.ts';
import { type Trigger, topOf } from './find-triggers.ts';
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

/** A reading in the making: each cue adds to it. */
interface Draft {
  negations: number;
  certainty: Certainty;
  future: boolean;
  status: Frame['status'] | null;
  words: string[];
}

const RANK: readonly Certainty[] = ['underspecified', 'possible', 'probable', 'certain'];
export const lessCertain = (a: Certainty, b: Certainty): Certainty => (RANK.indexOf(a) < RANK.indexOf(b) ? a : b);

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
  const draft: Draft = { negations: 0, certainty: 'certain', future: false, status: null, words: [] };
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
    trigger.kind === 'noun' ? eventClause(scene, trigger) : (trigger.clause ?? clauseAround(scene, trigger));
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

const has = (words: readonly string[], ...forms: readonly (string | undefined)[]): boolean =>
  forms.some((form) => form !== undefined && words.includes(form));

/** What happens to a noun's event is said by the verb that carries it. */
const eventClause = (scene: Scene, trigger: Trigger): Clause | null => {
  if (trigger.clause === null || trigger.phrase === null) return null;
  const top = topOf(scene, trigger.phrase);
  const { clause } = trigger;
  const through = trigger.definition.through ?? [];
  const forms = verbForms(scene, clause);
  const core = clause.subjects.includes(top.index) || clause.objects.includes(top.index);
  // A phrase like "after the talks" is not touched by what the verb says; "was in talks" is.
  return core || forms.some((form) => through.includes(form)) ? clause : null;
};

const clauseAround = (scene: Scene, trigger: Trigger): Clause | null => {
  if (trigger.phrase !== null && trigger.phrase.head >= trigger.last) return null;
  for (let i = trigger.first - 1; i >= Math.max(0, trigger.first - 4); i--) {
    const clause = scene.clauseOf(i);
    if (clause !== null) return clause;
  }
  return null;
};

const nounCues = (scene: Scene, cues: Cues, trigger: Trigger, phrase: NounPhrase, draft: Draft): void => {
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

/** Adjectives before a noun: "planned", "alleged", "postponed". */
const qualify = (cues: Cues, word: string, draft: Draft): void => {
  if (has(cues.future, word)) plan(draft, 'planned');
  if (has(cues.postponed, word)) draft.status = 'postponed';
  if (has(cues.cancelled, word)) draft.status = 'cancelled';
  if (has(cues.ongoing, word)) draft.status ??= 'ongoing';
  if (has(cues.probable, word)) draft.certainty = lessCertain(draft.certainty, 'probable');
  if (has(cues.possible, word)) draft.certainty = lessCertain(draft.certainty, 'possible');
};

const plan = (draft: Draft, status: Frame['status']): void => {
  draft.status ??= status;
  if (status === 'planned') draft.future = true;
};

const clauseCues = (
  scene: Scene,
  cues: Cues,
  clause: Clause,
  trigger: Trigger,
  attribution: Attribution | null,
  draft: Draft,
): void => {
  if (trigger.kind === 'noun') carrierCues(scene, cues, clause, trigger, draft);
  let at: Clause | null = clause;
  for (let steps = 0; at !== null && steps < 5; steps++) {
    // Words of the trigger itself are its meaning, not a cue: "declined to comment" is silence, not a comment that failed.
    const own = at.first >= trigger.first && at.last <= trigger.last && at !== trigger.clause;
    if (!own) groupCues(scene, cues, at, trigger, attribution, draft);
    const governor: Clause | null = isReduced(at) ? null : scene.clause(at.governor);
    const word = governingWord(scene, at);
    const within = word !== null && word >= trigger.first && word < trigger.last;
    if (governor !== null && governor.verb >= trigger.first && governor.verb < trigger.last) break;
    if (word !== null && !within) governed(scene, cues, word, governor, draft);
    else if (governor !== null && !within && !at.finite) governed(scene, cues, governor.verb, governor, draft);
    at = at.finite || isReduced(at) ? null : governor;
  }
  const last = scene.tokens[clause.last - 1]?.end ?? 0;
  for (const token of scene.tokens.slice(Math.max(0, clause.first - 3), clause.last + 1)) {
    if (token.pos === 'ADV' && token.start <= last) {
      if (token.lower === 'likely') continue;
      if (has(cues.probable, token.lower)) draft.certainty = lessCertain(draft.certainty, 'probable');
      if (has(cues.possible, token.lower)) draft.certainty = lessCertain(draft.certainty, 'possible');
    }
  }
};

/** "a plan drafted by Hale": hangs on its noun, not on the verb before. */
const isReduced = (clause: Clause): boolean => clause.passive && !clause.finite && clause.first === clause.verb;

/** The word right before "to" when it is no verb: "due to meet", "plans to meet", "talks to buy". */
const governingWord = (scene: Scene, clause: Clause): number | null => {
  if (clause.finite) return null;
  let to = clause.first - 1;
  while (to > clause.first - 3 && scene.tokens[to]?.pos === 'ADV') to--;
  if (scene.tokens[to]?.lower !== 'to' && scene.tokens[to]?.lower !== 'of') return null;
  const word = scene.tokens[to - 1];
  return word !== undefined && /^(?:ADJ|NOUN|ADV|VERB)$/.test(word.pos) ? to - 1 : null;
};

const governed = (scene: Scene, cues: Cues, word: number, governor: Clause | null, draft: Draft): void => {
  const token = scene.tokens[word];
  if (token === undefined) return;
  const particle = scene.tokens[word + 1]?.lower ?? '';
  const forms = [token.lower, token.lemma, `${token.lemma} ${particle}`];
  draft.words.push(token.lemma, token.lower);
  const passive = governor !== null && governor.verb === word && governor.passive;
  if (has(cues.refused, ...forms) || has(cues.denied, ...forms)) {
    draft.negations++;
    return;
  }
  if (has(cues.postponed, ...forms)) draft.status = 'postponed';
  if (has(cues.cancelled, ...forms)) draft.status = 'cancelled';
  if (passive || token.lemma === 'appear' || token.lemma === 'seem' || token.lemma === 'claim') {
    if (has(cues.probable, ...forms)) draft.certainty = lessCertain(draft.certainty, 'probable');
    if (has(cues.possible, ...forms)) draft.certainty = lessCertain(draft.certainty, 'possible');
  }
  const hasTo = governor?.verb === word && /^(?:has|have)$/.test(token.lower) && particle === 'to';
  if (hasTo || has(cues.wished, ...forms)) {
    draft.status ??= 'hypothetical';
    draft.certainty = lessCertain(draft.certainty, 'possible');
  } else if (has(cues.planned, ...forms)) {
    // "went to meet", "came to see": who went also met, as a rule; "is going to meet" is a plan.
    if (token.lemma !== 'go') plan(draft, 'planned');
    else if (token.lower === 'going' && governor?.finite !== false) plan(draft, 'planned');
    else draft.certainty = lessCertain(draft.certainty, 'probable');
  } else if (governor !== null && governor.verb === word && isBe(token.lemma)) {
    // "is to meet", "was to have met"
    const perfect = /^(?:have|has|had)$/.test(scene.tokens[word + 2]?.lower ?? '');
    plan(draft, perfect ? 'cancelled' : 'planned');
  }
};

const isBe = (lemma: string): boolean => lemma === 'be';

const groupCues = (
  scene: Scene,
  cues: Cues,
  clause: Clause,
  trigger: Trigger,
  attribution: Attribution | null,
  draft: Draft,
): void => {
  // "would not comment" is silence whatever the modal.
  if (negationIsOwn(scene, clause, trigger)) return;
  // "No talks took place" is counted at the noun, not again at the verb.
  const atSubject = trigger.kind === 'noun' && clause === trigger.clause && !isNegatedItself(scene, clause);
  if (clause.negated && !atSubject && !isNotOnly(scene, clause)) draft.negations++;
  const perfect = scene.tokens
    .slice(clause.first, clause.verb)
    .some((token) => token.lemma === 'have' || token.lower === 'have');
  switch (clause.modal) {
    case 'will':
    case 'shall':
      plan(draft, 'planned');
      break;
    case 'would':
      // In reported speech "would" is the past of "will"; elsewhere it supposes.
      if (attribution !== null && !perfect) plan(draft, 'planned');
      else draft.status ??= 'hypothetical';
      draft.certainty = lessCertain(draft.certainty, 'possible');
      break;
    case 'may':
    case 'might':
    case 'could':
    case 'can':
      draft.certainty = lessCertain(draft.certainty, 'possible');
      if (!perfect) draft.status ??= 'hypothetical';
      break;
    case 'should':
    case 'must':
      if (!perfect) draft.status ??= 'hypothetical';
      draft.certainty = lessCertain(draft.certainty, 'possible');
      break;
    default:
  }
  const going = scene.tokens[clause.verb + 1]?.lower;
  if (clause.lemma === 'go' && going === 'to') return;
  const main = scene.tokens[clause.verb];
  const progressive = main?.lower.endsWith('ing') && clause.first !== clause.verb;
  const present = /^(?:am|is|are|'re|'s|’s|’re)$/.test(scene.tokens[clause.first]?.lower ?? '');
  if (clause.verb === trigger.first && progressive && present) draft.status ??= 'ongoing';
  if (hasFuture(scene, cues, clause) && !isPast(scene, clause)) plan(draft, 'planned');
};

/** "not only sold the mine": more than that, not less. */
const isNotOnly = (scene: Scene, clause: Clause): boolean => {
  const around = scene.tokens.slice(Math.max(0, clause.first - 1), clause.last + 2);
  return around.some(
    (token, i) =>
      /^(?:not|n't|n’t)$/.test(token.lower) && /^(?:only|just|merely|simply|solely)$/.test(around[i + 1]?.lower ?? ''),
  );
};

const isNegatedItself = (scene: Scene, clause: Clause): boolean =>
  scene.tokens
    .slice(Math.max(0, clause.first - 1), clause.last + 1)
    .some(({ lower }) => /^(?:not|n't|n’t|never|neither|nor|hardly)$/.test(lower));

const negationIsOwn = (scene: Scene, clause: Clause, trigger: Trigger): boolean => {
  for (let i = trigger.first; i < trigger.last; i++) {
    if (i !== clause.verb && /^(?:not|n't|n’t|never)$/.test(scene.tokens[i]?.lower ?? '')) return true;
  }
  return false;
};

/** Past forms look like the lemma of few verbs; present forms end in -s or are the lemma. */
const isPast = (scene: Scene, clause: Clause): boolean => {
  const first = scene.tokens[clause.first];
  if (first === undefined) return false;
  if (/^(?:was|were|had|did)$/.test(first.lower)) return true;
  if (/^(?:is|are|am|has|have|does|do)$/.test(first.lower)) return /^(?:has|have)$/.test(first.lower);
  return first.lower !== first.lemma && !/(?:s|ing)$/.test(first.lower);
};

const hasFuture = (scene: Scene, cues: Cues, clause: Clause): boolean => {
  const from = scene.tokenFrom(clause.start);
  const to = scene.tokenFrom(clause.end);
  for (let i = from; i < to; i++) {
    const token = scene.tokens[i];
    if (token?.lower === 'tomorrow') return has(cues.future, 'tomorrow');
    if (token !== undefined && /^(?:next|coming)$/.test(token.lower)) {
      if (
        /^(?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|days|weeks)$/.test(
          scene.tokens[i + 1]?.lower ?? '',
        )
      ) {
        return has(cues.future, token.lower);
      }
    }
  }
  return false;
};

/** What the verb does to the noun's event: "postponed the talks", "the talks were called off", "denied the meeting". */
const carrierCues = (scene: Scene, cues: Cues, clause: Clause, trigger: Trigger, draft: Draft): void => {
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

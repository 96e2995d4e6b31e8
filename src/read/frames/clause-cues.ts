import type { Attribution } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import type { Clause } from '../known.ts';
import { type Draft, has, lessCertain, plan } from './cue-draft.ts';
import type { Trigger } from './find-triggers.ts';
import { carrierCues } from './noun-cues.ts';
import type { Scene } from './scene.ts';

export const clauseCues = (
  scene: Scene,
  cues: Cues,
  clause: Clause,
  trigger: Trigger,
  attribution: Attribution | null,
  draft: Draft,
): void => {
  if (trigger.kind === 'noun') carrierCues(scene, cues, clause, trigger, draft);
  let at: Clause | null = outerVerb(scene, cues, clause, trigger);
  for (let steps = 0; at !== null && steps < 5; steps++) {
    // Words of the trigger itself are its meaning, not a cue: "declined to comment" is silence, not a comment that failed.
    const own = at.first >= trigger.first && at.last <= trigger.last && at !== trigger.clause;
    if (!own) groupCues(scene, cues, at, trigger, attribution, draft);
    const governor: Clause | null = isReduced(at) ? null : scene.clause(at.governor);
    const word = governingWord(scene, at);
    const within = word !== null && word >= trigger.first && word < trigger.last;
    if (governor !== null && governor.verb >= trigger.first && governor.verb < trigger.last) break;
    if (word !== null && !within && (governor === null || isCue(scene, cues, word)))
      governed(scene, cues, word, governor, draft);
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

/** "would fly to see": of words with two verbs the first tells whether and when; but "decline to comment" is one act. */
const outerVerb = (scene: Scene, cues: Cues, clause: Clause, trigger: Trigger): Clause => {
  const outer = trigger.kind === 'verb' ? scene.clauseOf(trigger.first) : null;
  if (outer === null || outer === clause || outer.verb !== trigger.first) return clause;
  return has([...cues.refused, ...cues.denied, ...cues.wished], outer.lemma) ? clause : outer;
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
    // "in talks to buy" is a stage of a deal, and sure as such.
    if (!draft.staged) draft.certainty = lessCertain(draft.certainty, 'possible');
  } else if (has(cues.planned, ...forms) || has(cues.purpose, ...forms)) {
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

/** "offering in August to meet": a word before "to" that says nothing leaves it to the verb. */
const isCue = (scene: Scene, cues: Cues, word: number): boolean => {
  const token = scene.tokens[word];
  const lists = [cues.planned, cues.wished, cues.refused, cues.denied, cues.postponed, cues.cancelled, cues.purpose];
  return token !== undefined && lists.some((list) => has(list, token.lower, token.lemma));
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
      // "may speak this weekend" is meant for a day.
      if (!perfect && /^(?:may|might)$/.test(clause.modal) && isSoon(scene, clause)) plan(draft, 'planned');
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

const isSoon = (scene: Scene, clause: Clause): boolean =>
  scene.tokens
    .slice(scene.tokenFrom(clause.start), scene.tokenFrom(clause.end) + 3)
    .some(
      ({ lower, index }) =>
        lower === 'tomorrow' ||
        (/^(?:this|next|coming)$/.test(lower) &&
          /^(?:week|weekend|month|year|\p{L}+day)$/u.test(scene.tokens[index + 1]?.lower ?? '')),
    );

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

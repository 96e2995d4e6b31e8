import type { Attribution } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import { governorOf, isReduced } from './arguments.ts';
import { type Draft, has, lessCertain, plan } from './cue-draft.ts';
import type { Trigger } from './find-triggers.ts';
import { carrierCues } from './noun-cues.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';

/** What the verb of a trigger, and what governs it, say of whether, when and how surely it happened. */
export const predicateCues = (
  scene: Scene,
  cues: Cues,
  predicate: Predicate,
  trigger: Trigger,
  attribution: Attribution | null,
  draft: Draft,
): void => {
  if (trigger.kind === 'noun') carrierCues(scene, cues, predicate, trigger, draft);
  let at: Predicate | null = outerVerb(scene, cues, predicate, trigger);
  for (let steps = 0; at !== null && steps < 5; steps++) {
    // Words of the trigger itself are its meaning, not a cue: "declined to comment" is silence, not a comment that failed.
    const own = at.token >= trigger.first && at.token < trigger.last && at !== trigger.predicate;
    if (!own) groupCues(scene, cues, at, trigger, attribution, draft);
    const governor: Predicate | null = isReduced(at) ? null : governorOf(scene, at);
    const word = governingWord(scene, at);
    const within = word !== null && word >= trigger.first && word < trigger.last;
    if (governor !== null && governor.token >= trigger.first && governor.token < trigger.last) break;
    if (word !== null && !within && (governor === null || isCue(scene, cues, word)))
      governed(scene, cues, word, governor, attribution, draft);
    else if (governor !== null && !within) {
      const isWanted = isDemanded(scene, cues, at, governor);
      if (at.group?.form !== 'finite' || isWanted) governed(scene, cues, governor.token, governor, attribution, draft);
      if (isWanted) {
        draft.status ??= 'hypothetical';
        draft.certainty = lessCertain(draft.certainty, 'possible');
      }
    }
    at = at.group?.form === 'finite' || isReduced(at) ? null : governor;
  }
  const last = scene.tokens[predicate.token]?.end ?? 0;
  const first = predicate.group?.first ?? predicate.token;
  for (const token of scene.tokens.slice(Math.max(0, first - 3), predicate.token + 2)) {
    if (token.pos !== 'ADV' || token.start > last + 1 || token.lower === 'likely') continue;
    if (has(cues.probable, token.lower)) draft.certainty = lessCertain(draft.certainty, 'probable');
    if (has(cues.possible, token.lower)) draft.certainty = lessCertain(draft.certainty, 'possible');
  }
};

/** "demanded that Veld leave", "insists that he be removed": the bare form behind "that" is wanted, not told. */
export const isDemanded = (scene: Scene, cues: Cues, { group }: Predicate, governor: Predicate): boolean => {
  const first = scene.tokens[group?.first ?? -1];
  if (group === null || first === undefined || !has(cues.demanding, governor.lemma)) return false;
  return (
    group.modal === 'should' ||
    first.lower === 'be' ||
    (first.lower === first.lemma && !/^(?:is|are|have)$/.test(first.lower))
  );
};

/** "would fly to see": of words with two verbs the first tells whether and when; but "decline to comment" is one act. */
const outerVerb = (scene: Scene, cues: Cues, predicate: Predicate, trigger: Trigger): Predicate => {
  const outer = trigger.kind === 'verb' ? scene.predicateAt(trigger.first) : null;
  if (outer === null || outer.group === null || outer === predicate) return predicate;
  return has([...cues.refused, ...cues.denied, ...cues.wished], outer.lemma) ? predicate : outer;
};

/** The word right before "to" when it is no verb: "due to meet", "plans to meet", "talks to buy". */
const governingWord = (scene: Scene, { group }: Predicate): number | null => {
  if (group === null || group.form === 'finite') return null;
  let to = group.first - 1;
  while (to > group.first - 3 && scene.tokens[to]?.pos === 'ADV') to--;
  if (scene.tokens[to]?.lower !== 'to' && scene.tokens[to]?.lower !== 'of') return null;
  const word = scene.tokens[to - 1];
  return word !== undefined && /^(?:ADJ|NOUN|ADV|VERB)$/.test(word.pos) ? to - 1 : null;
};

/** Verbs that leave open whether what they govern is done. */
export const LEFT_OPEN = /^(?:object|oppose|balk|baulk|demur|discuss|debate|contemplate|moot|mull)$/;

const governed = (
  scene: Scene,
  cues: Cues,
  word: number,
  governor: Predicate | null,
  attribution: Attribution | null,
  draft: Draft,
): void => {
  const token = scene.tokens[word];
  if (token === undefined) return;
  const particle = scene.tokens[word + 1]?.lower ?? '';
  const forms = [token.lower, token.lemma, `${token.lemma} ${particle}`];
  draft.words.push(token.lemma, token.lower, `${token.lemma} ${particle}`);
  const governs = governor !== null && governor.token === word;
  // "objected to letting him in", "discussed imposing": that it was or was not done is not told.
  if (governs && LEFT_OPEN.test(token.lemma)) {
    draft.status ??= 'hypothetical';
    draft.certainty = lessCertain(draft.certainty, 'possible');
    return;
  }
  if (has(cues.refused, ...forms) || has(cues.denied, ...forms)) {
    // "denied having met Veld": where it is also an attribution that is counted there.
    const told = attribution?.polarity === 'negative' && scene.cueAt(token.start)?.id === attribution.id;
    if (!told) draft.negations++;
    return;
  }
  if (governs && has(cues.going, ...forms)) {
    // "flew to Lorne to meet Veld": who went also met, as a rule.
    draft.gone = true;
    draft.certainty = lessCertain(draft.certainty, 'probable');
  }
  if (has(cues.postponed, ...forms)) draft.status = 'postponed';
  if (has(cues.cancelled, ...forms)) draft.status = 'cancelled';
  if ((governs && governor.group?.passive) || /^(?:appear|seem|claim)$/.test(token.lemma)) {
    if (has(cues.probable, ...forms)) draft.certainty = lessCertain(draft.certainty, 'probable');
    if (has(cues.possible, ...forms)) draft.certainty = lessCertain(draft.certainty, 'possible');
  }
  const hasTo = governs && /^(?:has|have)$/.test(token.lower) && particle === 'to';
  if (hasTo || has(cues.wished, ...forms)) {
    draft.status ??= 'hypothetical';
    // "in talks to buy" is a stage of a deal, and sure as such.
    if (!draft.staged) draft.certainty = lessCertain(draft.certainty, 'possible');
  } else if (has(cues.planned, ...forms) || has(cues.purpose, ...forms)) {
    // "went to meet", "came to see": who went also met, as a rule; "is going to meet" is a plan.
    if (token.lemma !== 'go') plan(draft, 'planned');
    else if (token.lower === 'going' && governor?.group?.form !== 'participle') plan(draft, 'planned');
    else draft.certainty = lessCertain(draft.certainty, 'probable');
  } else if (governs && token.lemma === 'be' && particle === 'to') {
    // "is to meet", "was to have met"
    const perfect = /^(?:have|has|had)$/.test(scene.tokens[word + 2]?.lower ?? '');
    plan(draft, perfect ? 'cancelled' : 'planned');
  }
};

/** "offering in August to meet": a word before "to" that says nothing leaves it to the verb. */
const isCue = (scene: Scene, cues: Cues, word: number): boolean => {
  const token = scene.tokens[word];
  const lists = [
    cues.planned,
    cues.wished,
    cues.refused,
    cues.denied,
    cues.postponed,
    cues.cancelled,
    cues.purpose,
    cues.going,
  ];
  return token !== undefined && lists.some((list) => has(list, token.lower, token.lemma));
};

const groupCues = (
  scene: Scene,
  cues: Cues,
  predicate: Predicate,
  trigger: Trigger,
  attribution: Attribution | null,
  draft: Draft,
): void => {
  const { group } = predicate;
  // "would not comment" is silence whatever the modal.
  if (group === null || negationIsOwn(scene, predicate, trigger)) return;
  // "No talks took place" is counted at the noun, not again at the verb.
  const negated = isNegated(scene, predicate);
  const atSubject = trigger.kind === 'noun' && predicate === trigger.carrier?.predicate && !negated.atVerb;
  if ((negated.atVerb || negated.bySubject) && !atSubject && !isNotOnly(scene, predicate)) draft.negations++;
  if (!negated.atVerb && trigger.kind === 'verb' && predicate === trigger.predicate && hasNoObject(scene, predicate))
    draft.negations++;
  const modal = modalOf(scene, predicate);
  switch (modal) {
    case 'will':
    case 'shall':
      plan(draft, 'planned');
      break;
    case 'would':
      // In reported speech "would" is the past of "will"; elsewhere it supposes.
      if (attribution !== null && !group.perfect) plan(draft, 'planned');
      else draft.status ??= 'hypothetical';
      draft.certainty = lessCertain(draft.certainty, 'possible');
      break;
    case 'may':
    case 'might':
    case 'could':
    case 'can':
      draft.certainty = lessCertain(draft.certainty, 'possible');
      // "may speak this weekend" is meant for a day.
      if (!group.perfect && /^(?:may|might)$/.test(modal) && comesSoon(scene, predicate)) plan(draft, 'planned');
      if (!group.perfect) draft.status ??= 'hypothetical';
      break;
    case 'should':
    case 'must':
      if (!group.perfect) draft.status ??= 'hypothetical';
      draft.certainty = lessCertain(draft.certainty, 'possible');
      break;
    default:
  }
  if (predicate.lemma === 'go' && scene.tokens[predicate.token + 1]?.lower === 'to') return;
  const present = /^(?:am|is|are|'re|'s|’s|’re)$/.test(scene.tokens[group.first]?.lower ?? '');
  if (predicate.token === trigger.first && group.progressive && present) draft.status ??= 'ongoing';
  if (isFuture(scene, cues, predicate) && !isPast(scene, predicate)) plan(draft, 'planned');
};

const modalOf = (scene: Scene, { group, arguments: args }: Predicate): string | null => {
  if (group === null || group.modal !== null) return group?.modal ?? null;
  const told = args.find(({ label }) => label === 'ARGM-MOD');
  return told === undefined ? null : (scene.tokens[told.first]?.lower ?? null);
};

const isNegated = (
  scene: Scene,
  { group, arguments: args, token: at }: Predicate,
): { readonly atVerb: boolean; readonly bySubject: boolean } => {
  const told = args.some(
    ({ label, first, last }) =>
      label === 'ARGM-NEG' && last - first <= 2 && Math.abs(first - at) < 8 && isPlainNo(scene, first),
  );
  const bySubject = args.some(
    ({ label, first, last }) =>
      /^ARG[01]$/.test(label) &&
      last <= at &&
      last >= (group?.first ?? at) - 3 &&
      (/^(?:no|nobody|none|neither)$/.test(scene.tokens[first]?.lower ?? '') ||
        // "Not a single envoy attended"
        (scene.tokens[first]?.lower === 'not' && /^(?:an?|one)$/.test(scene.tokens[first + 1]?.lower ?? ''))),
  );
  return { atVerb: group?.negated === true || told, bySubject };
};

/** "holds no shares", "made no offer": done to nothing, so not done. */
const hasNoObject = (scene: Scene, { token: at, arguments: args }: Predicate): boolean =>
  args.some(
    ({ label, first, preposition }) =>
      label === 'ARG1' &&
      preposition === null &&
      first > at &&
      scene.tokens[first]?.text === 'no' &&
      !/^(?:more|less|fewer|longer|later|doubt)$/.test(scene.tokens[first + 1]?.lower ?? ''),
  );

const isPlainNo = (scene: Scene, at: number): boolean =>
  /^(?:not|n't|n’t|never|neither|nor|hardly|no)$/.test(scene.tokens[at]?.lower ?? '') && scene.chunkOf(at) === null;

/** "not only sold the mine": more than that, not less. */
const isNotOnly = (scene: Scene, { group, token: at }: Predicate): boolean => {
  const around = scene.tokens.slice(Math.max(0, (group?.first ?? at) - 2), at + 2);
  return around.some(
    (token, i) =>
      /^(?:not|n't|n’t)$/.test(token.lower) && /^(?:only|just|merely|simply|solely)$/.test(around[i + 1]?.lower ?? ''),
  );
};

/** "not told", said as such by the words of the beat; in "was not present" the negation stands between them. */
const negationIsOwn = (scene: Scene, predicate: Predicate, trigger: Trigger): boolean => {
  if (!/(?:^| )(?:not|n't|n’t|never)(?: |$)/.test(trigger.words)) return false;
  for (let i = trigger.first; i < trigger.last; i++) {
    if (i !== predicate.token && /^(?:not|n't|n’t|never)$/.test(scene.tokens[i]?.lower ?? '')) return true;
  }
  return false;
};

/** Past forms look like the lemma of few verbs; present forms end in -s or are the lemma. */
const isPast = (scene: Scene, { group, token: at }: Predicate): boolean => {
  const first = scene.tokens[group?.first ?? at];
  if (first === undefined) return false;
  if (/^(?:was|were|had|did|has|have)$/.test(first.lower)) return true;
  if (/^(?:is|are|am|does|do)$/.test(first.lower)) return false;
  return first.lower !== first.lemma && !/(?:s|ing)$/.test(first.lower);
};

/** Tokens of a predicate with what belongs to it. */
const extent = (scene: Scene, { token, group, arguments: args }: Predicate): readonly (typeof scene.tokens)[number][] =>
  scene.tokens.slice(
    Math.min(group?.first ?? token, ...args.map(({ first }) => first)),
    Math.max(token + 1, ...args.map(({ last }) => last)),
  );

const comesSoon = (scene: Scene, predicate: Predicate): boolean =>
  extent(scene, predicate).some(
    ({ lower, index }) =>
      lower === 'tomorrow' ||
      (/^(?:this|next|coming)$/.test(lower) &&
        /^(?:week|weekend|month|year|\p{L}+day)$/u.test(scene.tokens[index + 1]?.lower ?? '')),
  );

const NEXT = /^(?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|days|weeks)$/;

const isFuture = (scene: Scene, cues: Cues, predicate: Predicate): boolean =>
  predicate.arguments
    .filter(({ label }) => label === 'ARGM-TMP')
    .some(({ first, last }) =>
      scene.tokens
        .slice(first, last)
        .some(
          ({ lower, index }) =>
            has(cues.future, lower) &&
            (lower === 'tomorrow' ||
              (/^(?:next|coming)$/.test(lower) && NEXT.test(scene.tokens[index + 1]?.lower ?? ''))),
        ),
    );

import { governorOf, inRole } from './arguments.ts';
import { after } from './around-noun.ts';
import type { Chunk } from './chunks.ts';
import { bare, type Filler, fillerOf, ofMention } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import { type Predicate, prepositionAt } from './predicates.ts';
import type { Scene } from './scene.ts';
import { possessorIn } from './words-at.ts';

/** Told by the order of words alone. */
const BY_WORDS = 0.9;

const OWNERS = /^(?:his|her|their|its)$/;

/** Whose a thing is: "Veld's accounts", "her accounts", "the accounts of Veld". */
export const ownersOf = (scene: Scene, chunk: Chunk): readonly Filler[] => {
  const named = possessorIn(scene, chunk);
  if (named !== null) return [fillerOf(scene, named, BY_WORDS)];
  const opener = scene.tokens[chunk.first];
  if (opener !== undefined && OWNERS.test(opener.lower)) {
    const mention = scene.mentionAt(opener.start, opener.end);
    if (mention !== null) return [ofMention(mention, BY_WORDS)];
  }
  // "40 percent of Norel" is nobody's.
  return SHARES.test(scene.tokens[chunk.head]?.lower ?? '') ? [] : after(scene, chunk, 'of');
};

const SHARES =
  /^(?:stakes?|shares?|shareholdings?|percent|%|cent|half|third|quarter|fifth|tenth|part|majority|minority|all|rest)$/;

/** Whose is what the verb is done to, or the noun itself. */
export const owner = (scene: Scene, { predicate, chunk, kind }: Trigger): readonly Filler[] => {
  if (kind === 'noun') return chunk === null ? [] : ownersOf(scene, chunk);
  if (predicate === null) return [];
  // "Veld sold her stake": she is told of already, whoever else "her" may be taken for.
  const isTold = inRole(scene, predicate, 'agent').length > 0;
  return inRole(scene, predicate, 'theme')
    .flatMap((filler) => (filler.chunk === null ? [] : ownersOf(scene, filler.chunk)))
    .filter(({ mention }) => !isTold || mention?.form !== 'pronoun');
};

/** Where what belongs to a verb and follows it ends; where the network sees nothing, at the next comma or stop. */
export const endOf = (scene: Scene, { token, arguments: args }: Predicate): number => {
  const told = Math.max(token + 1, ...args.map(({ last }) => last));
  const { last } = scene.sentenceOf(token);
  // "calls for [Kestria] to leave": what goes on without a comma belongs to it as well.
  let end = told;
  while (
    end < last &&
    !/^(?:[,.;:!?()"”“]|–|—|and|but|while|which|who|is|are|was|were|has|had)$/.test(scene.tokens[end]?.lower ?? '.')
  )
    end++;
  return end;
};

/** A verb with all that follows it and belongs to it. */
export const act = (scene: Scene, { predicate }: Trigger): readonly Filler[] =>
  // Not of a participle: "the draft handed to Veld".
  predicate === null || !isToBe(scene, predicate)
    ? []
    : [bare(scene, predicate.token, endOf(scene, predicate), predicate.confidence)];

const SHOWING = /^(?:suggest|indicate|show|prove|support|link|point)$/;

/** What follows a verb and belongs to it, without the preposition or "that" that opens it. */
export const rest = (scene: Scene, { predicate, last, kind }: Trigger): readonly Filler[] => {
  if (predicate === null && kind !== 'noun') return [];
  let first = Math.max(last, (predicate?.token ?? 0) + 1);
  // "no evidence to suggest that", "nothing to show that": what is not shown.
  if (
    /^(?:to|that|which)$/.test(scene.tokens[first]?.lower ?? '') &&
    SHOWING.test(scene.tokens[first + 1]?.lemma ?? '')
  )
    first += 2;
  else if (SHOWING.test(scene.tokens[first]?.lemma ?? '')) first++;
  const opens = OPENING.test(scene.tokens[first]?.lower ?? '') && scene.tokens[first]?.pos !== 'VERB';
  if (opens) first++;
  // Of a noun that the network sees nothing in only what a word like "that" opens.
  const end = predicate === null ? (opens ? clauseEnd(scene, first) : first) : endOf(scene, predicate);
  return end > first ? [bare(scene, first, end, predicate?.confidence ?? BY_WORDS)] : [];
};

const OPENING = /^(?:that|for|on|with|in|of|to|the fact)$/;

const clauseEnd = (scene: Scene, first: number): number => {
  const { last } = scene.sentenceOf(first);
  let end = first;
  while (end < last && !/^(?:[.;:!?()"”“]|–|—|but|while|although)$/.test(scene.tokens[end]?.lower ?? '.')) end++;
  return scene.tokens[end - 1]?.text === ',' ? end - 1 : end;
};

/** "under the terms of the draft", "as part of the plan": the nouns that only lead to the plan. */
const LEADING = /^(?:term|part|provision|version|point|text|draft|framework|condition|article|proposal|plan|outline)$/;

/** Whether a plan stands as what something is told of: "under the plan", "according to the draft". */
const isSource = (scene: Scene, chunk: Chunk): boolean => {
  let at = chunk;
  for (let steps = 0; steps < 3 && at.preposition !== null; steps++) {
    const word = scene.tokens[at.preposition]?.lower ?? '';
    const before = scene.tokens[at.preposition - 1]?.lower ?? '';
    if (word === 'under' || (word === 'as' && steps > 0) || (word === 'to' && before === 'according')) return true;
    const up = word === 'of' || word === 'in' ? scene.chunkOf(at.preposition - 1) : null;
    if (up === null || !LEADING.test(scene.tokens[up.head]?.lemma ?? '')) return false;
    at = up;
  }
  return false;
};

/** What the sentence says is so under a plan: the verb next to "under the plan" that says what is to be. */
const toldVerb = (scene: Scene, { chunk, kind }: Trigger): Predicate | null => {
  if (kind !== 'noun' || chunk === null || !isSource(scene, chunk)) return null;
  const verbs = scene
    .predicatesNear(chunk.head)
    .filter(({ group, token }) => group?.form === 'finite' && scene.cueAt(scene.tokens[token]?.start ?? -1) === null);
  const holding = verbs
    .filter(({ token }) => token < chunk.first || token >= chunk.last)
    .flatMap((verb) =>
      verb.arguments
        .filter(({ label, first, last }) => label.startsWith('ARGM') && first <= chunk.head && last > chunk.head)
        .map(({ first, last }) => ({ verb, size: last - first })),
    )
    .sort((a, b) => a.size - b.size);
  const leads = chunk.first - scene.sentenceOf(chunk.first).first <= 6;
  const verb = holding[0]?.verb ?? (leads ? verbs.find(({ token }) => token >= chunk.last) : undefined);
  return verb !== undefined && isToBe(scene, verb) ? verb : null;
};

/** "would leave", "is to leave", "leaves": not what was done under a plan. */
const isToBe = (scene: Scene, { group, token }: Predicate): boolean => {
  if (group === null) return false;
  if (group.modal !== null) return true;
  const first = scene.tokens[group.first];
  if (first === undefined || group.perfect) return false;
  if (group.first !== token) return /^(?:is|are|do|does)$/.test(first.lower);
  return first.lower === first.lemma || /(?:s|ies)$/.test(first.lower);
};

/** What a plan is told to say, of a noun behind "under" or "according to". */
export const told = (scene: Scene, trigger: Trigger): readonly Filler[] => {
  const verb = toldVerb(scene, trigger);
  if (verb === null || trigger.chunk === null) return [];
  const { head } = trigger.chunk;
  const own = verb.arguments.filter(({ first, last }) => !(first <= head && last > head));
  const first = Math.min(verb.group?.first ?? verb.token, ...own.map((one) => one.first));
  const last = Math.max(verb.token + 1, ...own.map((one) => one.last));
  if (first <= head && last > head) return [];
  return [bare(scene, first, Math.max(last, head < first ? endOf(scene, verb) : last), verb.confidence)];
};

export const doer = (scene: Scene, trigger: Trigger): readonly Filler[] => {
  const verb = toldVerb(scene, trigger);
  return verb === null ? [] : inRole(scene, verb, 'agent');
};

/** What an infinitive behind a noun is about: "a contract to rebuild the port", "a venture with Norel to mine copper". */
export const aim = (scene: Scene, trigger: Trigger): readonly Filler[] =>
  aims(scene, trigger).flatMap((verb) => {
    for (const name of ['theme', 'for', 'in', 'to', 'on']) {
      const found = inRole(scene, verb, name);
      if (found.length > 0) return found;
    }
    return [];
  });

/** The same with its verb: "a permit to fly to Lorne". */
export const aimAct = (scene: Scene, trigger: Trigger): readonly Filler[] =>
  aims(scene, trigger).map((verb) => bare(scene, verb.token, endOf(scene, verb), verb.confidence));

/** The infinitives behind a noun, or behind what a verb is done to. */
const aims = (scene: Scene, { predicate, chunk, kind }: Trigger): readonly Predicate[] => {
  const done =
    predicate === null ? [] : [...inRole(scene, predicate, 'theme'), ...inRole(scene, predicate, 'recipient')];
  const nouns = kind === 'noun' ? [chunk] : done.map((one) => one.chunk);
  return nouns.flatMap((noun) => (noun === null ? [] : (infinitiveBehind(scene, noun) ?? [])));
};

const infinitiveBehind = (scene: Scene, noun: Chunk): Predicate | null => {
  let end = noun.last;
  for (let steps = 0; steps < 4; steps++) {
    if (scene.tokens[end]?.lower === 'to') {
      const verb = scene.predicateAt(end + 1) ?? scene.predicateAt(end + 2);
      if (verb?.group?.form === 'infinitive') return verb;
    }
    const next = scene.chunkOf(end + 1);
    if (prepositionAt(scene.tokens, end) === null || next === null || next.first !== end + 1) return null;
    end = next.last;
  }
  return null;
};

/** "the head of Norel", "representatives of Norel": who deals is Norel. */
const bodyOf = (scene: Scene, filler: Filler): Filler => {
  const head = scene.tokens[filler.chunk?.head ?? -1]?.lemma ?? '';
  if (filler.chunk === null || !SPEAKING_FOR.test(head)) return filler;
  const [body] = after(scene, filler.chunk, 'of').filter(({ mention }) => mention?.form === 'name');
  return body ?? filler;
};
const SPEAKING_FOR =
  /^(?:head|chief|boss|representative|official|executive|envoy|manager|director|lawyer|negotiator|owner)$/;

/** What two do together who talk of a thing or agree on it. */
const JOINT =
  /^(?:talks?|negotiat\w+|discuss\w*|meet|meeting|speak|hold|have|agree|agreement|deal|contract|sign|reach|strike|explore|work|team|partner|join|plan|consult\w*|conversation|contact|engage|conclude|memorandum|venture|cooperate|enter)$/;

/** "in talks with Veld to buy", "held a meeting with Veld to discuss buying": with whom that is done which governs the verb. */
export const partner = (scene: Scene, { predicate, kind, chunk, carrier }: Trigger): readonly Filler[] => {
  let at = kind === 'noun' ? (carrier?.predicate ?? null) : predicate === null ? null : governorOf(scene, predicate);
  for (let steps = 0; at !== null && steps < 4; steps++) {
    if (JOINT.test(at.lemma) || JOINT.test(scene.tokens[at.token]?.lower ?? '')) {
      const own = scene.chunkOf(at.token);
      const hanging = at.group === null && own !== null ? after(scene, own, 'with') : [];
      const found = hanging.length > 0 ? hanging : inRole(scene, at, 'with');
      const other = found.filter((filler) => filler.chunk === null || filler.chunk !== chunk);
      if (other.length > 0) return other.map((filler) => bodyOf(scene, filler));
    }
    at = governorOf(scene, at);
  }
  return [];
};

/** Sums that are no price: what somebody earned, owes or was fined. */
const OTHER_SUMS =
  /^(?:profit|revenue|fine|salary|budget|debt|deficit|loss|bail|penalty|tax|turnover|fortune|wealth|fee|commission)s?$/;

/** What is earned or lost by a deal is no price of it: "earned 40 million for helping to sell". */
const EARNING = /^(?:earn|make|reap|collect|lose|save|raise|owe|net|gain)$/;

/** The sum of money told beside a deal: in its own noun group, or the only one of the sentence. */
export const worth = (scene: Scene, { chunk: noun, first, last, kind, predicate }: Trigger): readonly Filler[] => {
  const sentence = scene.sentenceOf(first);
  const sums = scene.mentionsWithin(sentence.start, sentence.end).filter(({ type }) => type === 'money');
  // "a 60 million crown fee", "won a 500 million crown contract"
  const chunks =
    kind === 'verb' && predicate !== null ? inRole(scene, predicate, 'theme').map((one) => one.chunk) : [noun];
  for (const chunk of chunks) {
    if (chunk === null) continue;
    const [from, to] = scene.span(chunk.first, chunk.last);
    const own = sums.find(({ start, end }) => start >= from && end <= to);
    if (own !== undefined) return [ofMention(own, 1)];
  }
  const [only] = sums;
  if (only === undefined || sums.some(({ start, end }) => start >= only.end || end <= only.start)) return [];
  const words = scene.tokens.slice(sentence.first, sentence.last);
  // "raised its bid after a 4 billion crown bid by Norel": told of the other bid.
  const own = scene.tokens[last - 1]?.lemma;
  if (kind === 'noun' && words.some(({ lemma, index }) => lemma === own && (index < first || index >= last))) return [];
  if (words.some(({ lower }) => OTHER_SUMS.test(lower)) || isAside(scene, only.start, first)) return [];
  const at = scene.tokenFrom(only.start);
  const isEarned = scene
    .predicatesNear(first)
    .some(
      ({ lemma, token, arguments: args }) =>
        EARNING.test(lemma) &&
        token !== first &&
        args.some((one) => one.first <= at && one.last > at && one.label === 'ARG1'),
    );
  if (isEarned) return [];
  return [ofMention(only, BY_WORDS)];
};

/** ", which made 3 billion crowns last year,": told of somebody by the way. */
const isAside = (scene: Scene, offset: number, trigger: number): boolean => {
  const at = scene.tokenFrom(offset);
  for (let i = at - 1; i > Math.max(scene.sentenceOf(at).first, at - 25); i--) {
    if (/^(?:which|who|whose)$/.test(scene.tokens[i]?.lower ?? '')) return trigger < i || trigger > at + 12;
    if (scene.tokens[i]?.text === ',' && i < at - 4) return false;
  }
  return false;
};

/** "at the request of Hale", "on Hale's orders": whoever wanted or ordered what the sentence tells. */
export const atWish = (
  scene: Scene,
  { first }: Trigger,
  nouns: RegExp,
  prepositions = /^(?:at|on|upon|under|by)$/,
): readonly Filler[] => {
  const sentence = scene.sentenceOf(first);
  for (let i = sentence.first; i < sentence.last; i++) {
    if (!nouns.test(scene.tokens[i]?.lower ?? '')) continue;
    const chunk = scene.chunkOf(i);
    if (chunk === null || chunk.head !== i || chunk.preposition === null) continue;
    if (!prepositions.test(scene.tokens[chunk.preposition]?.lower ?? '')) continue;
    const whose = ownersOf(scene, chunk);
    const found = whose.length > 0 ? whose : after(scene, chunk, 'from');
    if (found.length > 0) return found;
  }
  return [];
};

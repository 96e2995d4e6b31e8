import type { Mention } from '../../model/index.ts';
import { inRole } from './arguments.ts';
import { bearers, isBefore } from './bearers.ts';
import { boundOf } from './beside-verb.ts';
import { bodyAndName } from './body-and-name.ts';
import { BY_WORDS } from './by-words.ts';
import type { Chunk } from './chunks.ts';
import { type Filler, fillerOf, fillersIn, ofMention } from './fillers.ts';
import { type Trigger, topOf, verbForms } from './find-triggers.ts';
import { prepositionAt } from './predicates.ts';
import type { Scene } from './scene.ts';
import { sides } from './sides.ts';
import { CLITIC } from './words-at.ts';

/** What stands in a role of a noun: by the network, by the words around it, by the verb that carries it. */
export const atNoun = (scene: Scene, trigger: Trigger, name: string, whole: boolean): readonly Filler[] => {
  const { chunk, predicate, carrier } = trigger;
  if (chunk === null) return [];
  switch (name) {
    case 'itself':
      return [fillerOf(scene, chunk, 1)];
    case 'possessor':
      return possessors(scene, chunk, trigger);
    case 'modifier':
      return modifiers(scene, chunk, trigger);
    case 'qualifier':
      return qualifiers(scene, chunk, trigger);
    case 'bearer':
      return bearers(scene, chunk, trigger);
    case 'side':
      return sides(scene, chunk, trigger);
    case 'agent':
      return agents(scene, trigger, chunk);
    case 'carrier':
      return carrier === null || !isCarried(scene, trigger) ? [] : inRole(scene, carrier.predicate, 'agent');
    case 'theme':
    case 'recipient':
    case 'result': {
      const own = predicate === null ? [] : inRole(scene, predicate, name, whole);
      if (own.length > 0 || carrier === null || !isCarried(scene, trigger)) return own;
      return inRole(scene, carrier.predicate, name, whole).filter(
        (filler) => filler.chunk?.head !== topOf(scene, chunk).head,
      );
    }
    case 'where': {
      const near = ['in', 'at', 'on', 'aboard', 'near', 'outside'].flatMap((word) =>
        after(scene, chunk, word).filter(({ mention }) => mention?.type === 'place' || mention?.type === 'facility'),
      );
      if (near.length > 0) return near;
      const own = predicate === null ? [] : inRole(scene, predicate, name);
      // "After his visit he received them in Brask": that is where he received them.
      const isElsewhere =
        carrier === null ||
        (carrier.as === 'oblique' && carrier.predicate.lemma !== 'be' && !isCarried(scene, trigger)) ||
        // "The talks raised concerns in Aldmark": there the concerns were raised.
        (carrier.as === 'subject' && !PLACING.has(carrier.predicate.lemma));
      return own.length > 0 || isElsewhere ? own : inRole(scene, carrier.predicate, name);
    }
    default:
  }
  // "the owner Adrian Voss met Hale at a hotel": after the name the noun has no more phrases of its own.
  if (chunk.head >= trigger.last) return [];
  const isPost = trigger.definition.titles === true;
  if (isPost && (name === 'of' || name === 'for') && isOfMatters(scene, trigger)) return [];
  const near = name === 'of' && isPost ? ofBody(scene, chunk) : after(scene, chunk, name);
  if (near.length > 0) return near;
  const told = predicate === null ? [] : inRole(scene, predicate, name, whole);
  // "a meeting on the sidelines of the summit": what hangs on another noun is not of this one.
  const own = name === 'of' ? told.filter(({ span }) => span[0] <= (scene.tokens[chunk.last + 1]?.end ?? 0)) : told;
  if (own.length > 0 || carrier === null || !isCarried(scene, trigger)) return own;
  return inRole(scene, carrier.predicate, name, whole).filter(
    ({ span }) => span[0] >= scene.span(chunk.first, chunk.last)[1],
  );
};

const agents = (scene: Scene, trigger: Trigger, chunk: Chunk): readonly Filler[] => {
  const { predicate, carrier } = trigger;
  // "Traders close to the court made offers": where the network gives who does it to the noun and not to the verb.
  const hasDoer = carrier?.predicate.arguments.some(({ label }) => label === 'ARG0') ?? false;
  const given = predicate?.arguments.find(
    ({ label, preposition, last }) => label === 'ARG0' && preposition === null && last <= chunk.first,
  );
  if (carrier !== null && isCarried(scene, trigger) && !hasDoer && given !== undefined)
    return fillersIn(scene, given.first, given.last, given.confidence);
  if (carrier !== null && isCarried(scene, trigger)) {
    const doing = inRole(scene, carrier.predicate, 'agent').filter(
      (filler) => filler.chunk?.head !== topOf(scene, chunk).head,
    );
    if (doing.length > 0) return doing;
    if (carrier.predicate.lemma === 'be')
      return inRole(scene, carrier.predicate, 'theme').filter(isBefore(scene, chunk));
  }
  const own = predicate === null ? [] : inRole(scene, predicate, 'agent');
  if (own.length > 0) return own.filter((filler) => filler.chunk?.head !== chunk.head);
  return amidst(scene, trigger, chunk);
};

/** "At a meeting with Veld, Hale said": who does something at an event with somebody has part in it. */
const amidst = (scene: Scene, { carrier }: Trigger, chunk: Chunk): readonly Filler[] => {
  const top = topOf(scene, chunk);
  const word = scene.tokens[top.preposition ?? -1]?.lower ?? '';
  const follows = carrier?.predicate.lemma === 'follow' && carrier.predicate.group?.form === 'participle';
  if ((!follows && !/^(?:in|at|during|after|from|for|before)$/.test(word)) || after(scene, chunk, 'with').length === 0)
    return [];
  const verb =
    carrier?.as === 'oblique'
      ? carrier.predicate
      : (scene
          .predicatesNear(chunk.head)
          .find(({ token, group }) => group !== null && group.form === 'finite' && token > chunk.last) ?? null);
  if (verb === null || verb.group?.passive === true || verb.lemma === 'be') return [];
  return inRole(scene, verb, 'agent').map((filler) => ({ ...filler, confidence: filler.confidence * BY_WORDS }));
};

/** Whether the verb only carries the noun: "held talks", "the talks were held", "took part in talks". */
const isCarried = (scene: Scene, { carrier, definition }: Trigger): boolean => {
  if (carrier === null) return false;
  const through = definition.through ?? [];
  if (!verbForms(scene, carrier.predicate).some((form) => through.includes(form))) return false;
  return carrier.as !== 'subject';
};

const OWNERS = /^(?:his|her|their|its|our|my|your)$/;

const possessors = (scene: Scene, chunk: Chunk, trigger: Trigger): readonly Filler[] => {
  for (let i = trigger.first - 1; i >= chunk.first; i--) {
    const token = scene.tokens[i];
    if (token === undefined) continue;
    if (CLITIC.test(token.text) && i > chunk.first) {
      const owner: Chunk = { first: chunk.first, last: i, head: i - 1, preposition: null };
      return [...ownersJoined(scene, chunk), fillerOf(scene, owner, BY_WORDS)];
    }
    if (!OWNERS.test(token.lower)) continue;
    const mention = scene.mentionAt(token.start, token.end) ?? (token.lower === 'its' ? bodyBefore(scene, i) : null);
    if (mention !== null) return [ofMention(mention, BY_WORDS)];
  }
  return relativeOwner(scene, chunk);
};

/** "Hale and Veld's meeting": the first of the two stands before what the second owns. */
const ownersJoined = (scene: Scene, chunk: Chunk): readonly Filler[] => {
  if (
    scene.tokens[chunk.first - 1]?.lower !== 'and' ||
    scene.tokens[chunk.head]?.lower === scene.tokens[chunk.head]?.lemma
  )
    return [];
  const first = scene.chunkOf(chunk.first - 2);
  return first === null ? [] : [fillerOf(scene, first, BY_WORDS)];
};

/** "Norel has a plant. Its chairwoman …": the body that the sentence before is about, or the only one there. */
const bodyBefore = (scene: Scene, at: number): Mention | null => {
  const number = scene.tokens[at]?.sentence ?? -1;
  const here = scene.sentence(number);
  const before = scene.sentence(number - 1);
  const isBody = ({ type, form }: Mention): boolean =>
    form !== 'pronoun' && (type === 'organization' || type === 'publicBody');
  const own = scene.mentionsWithin(here.start, scene.tokens[at]?.start ?? here.start).filter(isBody);
  if (own.length > 0) return new Set(own.map(({ chain }) => chain)).size === 1 ? (own[0] ?? null) : null;
  if (before.block !== here.block || before.end === 0) return null;
  const first = scene
    .predicatesNear(before.first + 20)
    .find(({ group, sentence }) => group?.form === 'finite' && sentence === number - 1);
  const about = first === undefined ? [] : inRole(scene, first, 'agent').flatMap(({ mention }) => mention ?? []);
  const [body] = about.filter(isBody);
  if (body !== undefined) return body;
  const there = scene.mentionsWithin(before.start, before.end).filter(isBody);
  return new Set(there.map(({ chain }) => chain)).size === 1 ? (there[0] ?? null) : null;
};

/** "Norel, whose only shareholder is Voss": the name before. */
const relativeOwner = (scene: Scene, chunk: Chunk): readonly Filler[] => {
  const whose = [chunk.first, chunk.first - 1, chunk.first - 2].find((at) => scene.tokens[at]?.lower === 'whose');
  if (whose === undefined) return [];
  const end = scene.tokens[whose - 1]?.text === ',' ? whose - 2 : whose - 1;
  const before = scene.chunkOf(beforeAside(scene, end));
  return before === null ? [] : [fillerOf(scene, before, BY_WORDS)];
};

/** "Norel, registered in Lorne, whose": over what is said of it between commas. */
const beforeAside = (scene: Scene, end: number): number => {
  for (let i = end; i > end - 8; i--) {
    if (scene.tokens[i]?.text === ',') return isReducedAt(scene, i + 1) ? i - 1 : end;
  }
  return end;
};

/** A participle that opens an aside, and no verb of the clause: "registered in Lorne", not "belongs to Norel". */
const isReducedAt = (scene: Scene, at: number): boolean =>
  scene.predicateAt(at)?.group != null && /(?:ed|en|wn|nt|lt|ing)$/.test(scene.tokens[at]?.lower ?? '');

const modifiers = (scene: Scene, chunk: Chunk, trigger: Trigger): readonly Filler[] => {
  let first = chunk.first;
  for (let i = chunk.first; i < trigger.first; i++) if (CLITIC.test(scene.tokens[i]?.text ?? '')) first = i + 1;
  const [from, to] = [scene.tokens[first]?.start ?? 0, scene.tokens[trigger.first]?.start ?? 0];
  return scene
    .mentionsWithin(from, to)
    .filter(({ form }) => form === 'name')
    .map((mention) => ofMention(mention, BY_WORDS));
};

/** The words before a noun in its group, each alone: "former", "acting". */
const qualifiers = (scene: Scene, chunk: Chunk, trigger: Trigger): readonly Filler[] =>
  scene.tokens.slice(chunk.first, trigger.first).map(({ index, start, end }) => ({
    chunk: { first: index, last: index + 1, head: index, preposition: null },
    mention: null,
    span: [start, end],
    confidence: BY_WORDS,
  }));

/** Verbs whose place is that of what stands before them: "the talks took place in Lorne". */
const PLACING = new Set([
  ...['take', 'be', 'happen', 'occur', 'begin', 'start', 'open', 'resume', 'continue', 'end', 'last', 'hold', 'follow'],
  ...['stage', 'host', 'schedule', 'set', 'plan', 'arrange', 'convene', 'conclude', 'break', 'go', 'run'],
]);

/** Over "more than", "at least", "about" and an opening quotation mark: "a stake of more than a fifth". */
const behindMeasure = (scene: Scene, at: number): number => {
  let i = at;
  while (
    i < at + 3 &&
    /^(?:more|less|than|about|around|nearly|almost|over|just|under|least|["“])$/.test(scene.tokens[i]?.lower ?? '')
  )
    i++;
  return i;
};

/** "the minister of trade", "the secretary for water": what a minister's post is about, and no body. */
export const isOfMatters = (scene: Scene, { chunk, words }: Trigger): boolean => {
  if (chunk === null || !/(?:minister|secretary|commissioner)$/.test(words)) return false;
  if (!/^(?:of|for)$/.test(prepositionAt(scene.tokens, chunk.last) ?? '')) return false;
  const next = scene.chunkOf(chunk.last + 1);
  const further = next === null ? null : prepositionAt(scene.tokens, next.last);
  return (
    next !== null &&
    next.first === chunk.last + 1 &&
    further !== 'of' &&
    !isNamed(scene, next) &&
    isCapital(scene, next)
  );
};

const isCapital = (scene: Scene, { head }: Chunk): boolean => /^\p{Lu}/u.test(scene.tokens[head]?.text ?? '');

/** Part of a name, which may be longer than the noun group: "the Group of 16". */
const isNamed = (scene: Scene, chunk: Chunk): boolean => {
  const [start, end] = scene.span(chunk.head, chunk.head + 1);
  return scene
    .mentionsWithin(start - 60, end + 60)
    .some((one) => one.form === 'name' && one.start <= start && one.end >= end);
};

/** Of a post what stands behind "of"; over what it is about: "the minister of trade of Kestria", "the adviser on security of Marr". */
const ofBody = (scene: Scene, chunk: Chunk): readonly Filler[] => {
  const beside = bodyAndName(scene, chunk);
  if (beside !== null) return [ofMention(beside.body, BY_WORDS)];
  let end = chunk.last;
  for (let steps = 0; steps < 3; steps++) {
    const word = prepositionAt(scene.tokens, end);
    const next = scene.chunkOf(end + 1);
    if (word === null || !/^(?:of|on|for)$/.test(word) || next === null || next.first !== end + 1) break;
    const isLast = prepositionAt(scene.tokens, next.last) !== 'of';
    if (word === 'of' && (isNamed(scene, next) || isLast))
      return steps === 0 ? after(scene, chunk, 'of') : fillersIn(scene, end, boundOf(scene, next), BY_WORDS);
    end = next.last;
  }
  return after(scene, chunk, 'of');
};

const BROUGHT_ABOUT =
  /^(?:imposed|levied|placed|introduced|slapped|signed|reached|struck|agreed|held|concluded|made|adopted)$/;

/** "of the army and of the Front": where the same preposition goes on. */
const boundOfAll = (scene: Scene, chunk: Chunk, preposition: string): number => {
  const bound = boundOf(scene, chunk);
  for (const at of [chunk.last, bound]) {
    if (scene.tokens[at]?.lower !== 'and' || scene.tokens[at + 1]?.lower !== preposition) continue;
    const next = scene.chunkOf(at + 2);
    if (next !== null && next.first === at + 2) return Math.max(bound, next.last);
  }
  return bound;
};

/** What stands behind a preposition right after a noun, other phrases between; up to a comma, verb or other word. */
export const after = (scene: Scene, chunk: Chunk, preposition: string): readonly Filler[] => {
  let end = chunk.last;
  let isWith = false;
  for (let steps = 0; steps < 6; steps++) {
    // "sanctions imposed on Norel", "a deal signed with Norel": the participle adds nothing to the noun.
    if (BROUGHT_ABOUT.test(scene.tokens[end]?.lower ?? '')) end++;
    // "an offer worth 5 billion crowns from Halden"
    const sum = scene.tokens[end]?.lower === 'worth' ? scene.chunkOf(behindMeasure(scene, end + 1)) : null;
    if (sum !== null && sum.first <= end + 5) end = sum.last;
    const word = prepositionAt(scene.tokens, end);
    const opening = behindMeasure(scene, end + 1);
    const next = scene.chunkOf(opening);
    if (word === null || next === null || next.first !== opening) return [];
    if (word === preposition) {
      // "with the head of the fund": the fund hangs on the head.
      if (word === 'of' && steps > 0) return [];
      // "a banker with degrees from Lorne": the degrees are from there.
      if (word === 'from' && isWith) return [];
      const bound = boundOfAll(scene, next, word);
      const found = fillersIn(scene, end, bound, BY_WORDS, (token) => scene.opensSubject(token));
      // Nothing is between one.
      return word === 'between' && found.length === 1 ? fillersIn(scene, end, bound, BY_WORDS) : found;
    }
    isWith ||= word === 'with';
    end = next.last;
    if (scene.tokens[end]?.lower === 'and') {
      const second = scene.chunkOf(end + 1);
      if (second !== null && second.first === end + 1 && !scene.opensSubject(second.first)) end = second.last;
    }
  }
  return [];
};

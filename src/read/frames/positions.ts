import type { Cues } from '../beats/index.ts';
import { COPULAS, governorOf, inRole, uncut } from './arguments.ts';
import { after, atNoun, isOfMatters } from './around-noun.ts';
import { bearers } from './bearers.ts';
import type { Chunk } from './chunks.ts';
import { findRegions } from './conditions.ts';
import { bare, type Filler, fillerOf, fillersIn, ofMention } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';
import { act, aim, aimAct, atWish, doer, owner, partner, rest, told, worth } from './wide-positions.ts';
import { included, wisher } from './wishers.ts';

const ACROSS = new Set(['with', 'to', 'from', 'for']);

/**
 * What stands in a role of a trigger, by the names that a beat uses; in text order, empty when nothing does.
 *
 * @param whole Words as they stand, for roles that anything may fill.
 */
export const at = (scene: Scene, cues: Cues, trigger: Trigger, name: string, whole = false): readonly Filler[] => {
  switch (name) {
    case 'allowed':
      return allowed(scene, cues, trigger).flatMap(({ who }) => who);
    case 'allowed-act':
      return allowed(scene, cues, trigger).flatMap(({ act }) => act);
    case 'orderer':
      return firstOf(
        () => governing(scene, trigger, cues.ordering),
        () => atWish(scene, trigger, ORDERS),
      );
    case 'asker':
      return firstOf(
        () => governing(scene, trigger, cues.asking),
        () => atWish(scene, trigger, REQUESTS),
      );
    case 'condition':
      return findRegions(scene, cues, scene.sentenceOf(trigger.first)).flatMap((region) =>
        region.condition === null || (trigger.first >= region.first && trigger.first < region.last)
          ? []
          : [bare(scene, region.inner, region.last, 1)],
      );
    case 'inside':
      return inside(scene, trigger);
    case 'speaker':
      return speakers(scene, trigger);
    case 'title':
      return title(scene, trigger);
    case 'owner':
      return owner(scene, trigger);
    case 'act':
      return act(scene, trigger);
    case 'rest':
      return rest(scene, trigger);
    case 'told':
      return told(scene, trigger);
    case 'doer':
      return doer(scene, trigger);
    case 'aim':
      return aim(scene, trigger);
    case 'partner':
      return partner(scene, trigger);
    case 'aim-act':
      return aimAct(scene, trigger);
    case 'worth':
      return worth(scene, trigger);
    case 'wisher':
      return wisher(scene, cues, trigger);
    case 'dissenter':
      return atWish(scene, trigger, OBJECTIONS, AGAINST);
    case 'included':
      return included(scene, trigger);
    default:
  }
  const found =
    trigger.kind === 'verb'
      ? atVerb(scene, trigger, name, whole)
      : trigger.kind === 'noun'
        ? atNoun(scene, trigger, name, whole)
        : atAdjective(scene, trigger, name, whole);
  return ACROSS.has(name) ? found.map((filler) => ({ ...filler, across: name })) : found;
};

/** A post in its words, of somebody who is named with it: "deputy finance minister", without what hangs on it and without the name. */
const title = (scene: Scene, trigger: Trigger): readonly Filler[] => {
  const { kind, chunk, first, last } = trigger;
  if (kind !== 'noun' || chunk === null) return [];
  if (bearers(scene, chunk, trigger).every(({ mention }) => mention?.form !== 'name')) return [];
  let from = first;
  while (from > chunk.first && /^(?:ADJ|NOUN|PROPN|CCONJ)$/.test(scene.tokens[from - 1]?.pos ?? '')) from--;
  while (from < first && /^(?:and|&|his|then)$/.test(scene.tokens[from]?.lower ?? '')) from++;
  const matters = isOfMatters(scene, trigger) ? scene.chunkOf(chunk.last + 1) : null;
  return [bare(scene, from, matters?.last ?? last, 1)];
};

const REQUESTS = /^(?:request|behest|insistence|urging|invitation)$/;
const ORDERS = /^(?:orders?|instructions?|directions?|directives?)$/;

const OBJECTIONS =
  /^(?:advice|objections?|reservations?|misgivings|protests?|opposition|reluctance|resistance|hesitation|warnings?|doubts|wishes)$/;
const AGAINST = /^(?:against|over|despite|after|amid)$/;

const firstOf = (...finds: readonly (() => readonly Filler[])[]): readonly Filler[] => {
  for (const find of finds) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
};

const atVerb = (scene: Scene, { predicate }: Trigger, name: string, whole: boolean): readonly Filler[] => {
  if (predicate === null) return [];
  const found = inRole(scene, predicate, name, whole);
  if (found.length > 0 || (name !== 'of' && name !== 'in')) return found;
  // "bought 40 percent of the port", "a quarter of the port belongs to Veld": what hangs on the thing.
  return inRole(scene, predicate, 'theme').flatMap(({ chunk }) => (chunk === null ? [] : after(scene, chunk, name)));
};

const atAdjective = (scene: Scene, trigger: Trigger, name: string, whole: boolean): readonly Filler[] => {
  const { chunk, predicate } = trigger;
  if (name === 'bearer') {
    // "the sanctioned banker"
    if (chunk !== null) return [describedBy(scene, chunk)];
    const own = predicate === null ? [] : inRole(scene, predicate, 'theme', whole).filter(isBefore(scene, trigger));
    if (own.length > 0) return own;
    const copula = copulaOf(scene, trigger);
    if (copula !== null) return inRole(scene, copula, 'theme', whole).filter(isBefore(scene, trigger));
    // "a banker under sanctions", "a sale contingent on a ceasefire"
    const behind = trigger.first - (scene.tokens[trigger.first - 1]?.text === ',' ? 2 : 1);
    const noun = scene.chunkOf(behind);
    return noun !== null && noun.last === behind + 1 ? [fillerOf(scene, noun, 0.9)] : [];
  }
  if (name === 'modifier') {
    // "under Aldmark sanctions": a name among the words themselves.
    return scene
      .mentionsWithin(...scene.span(trigger.first, trigger.last))
      .filter(({ form }) => form === 'name')
      .map((mention) => ofMention(mention, 0.9));
  }
  const told = predicate === null ? [] : inRole(scene, predicate, name, whole);
  if (told.length > 0) return told;
  // The preposition may be part of the words: "married to", "contingent on".
  const own = scene.tokens[trigger.last - 1]?.lower === name ? trigger.last - 1 : trigger.last;
  const next = scene.chunkOf(own + 1);
  if (scene.tokens[own]?.lower !== name) {
    // "behind a quarter of the hotel": what hangs on what follows.
    const follows = scene.chunkOf(trigger.last);
    return follows === null || follows.first !== trigger.last ? [] : after(scene, follows, name);
  }
  const { last } = scene.sentenceOf(trigger.first);
  if (next === null || next.first !== own + 1) return [];
  if (whole) return [bare(scene, next.first, endOfRest(scene, trigger, next), 0.9)];
  return fillersIn(scene, own, Math.min(last, next.last + 12), 0.9, (token) => scene.opensSubject(token));
};

/** "is conditional on [approval by the ministry and a vote]": to where the network ends what is said, no relative clause with it. */
const endOfRest = (scene: Scene, trigger: Trigger, { first, last }: Chunk): number => {
  const said = copulaOf(scene, trigger)?.arguments.find((one) => one.first <= trigger.first && one.last > first);
  const end = uncut(scene, first, Math.max(last, said?.last ?? last));
  for (let i = last; i < end; i++) {
    if (scene.tokens[i]?.text === ',' && /^(?:which|who|but|while)$/.test(scene.tokens[i + 1]?.lower ?? '')) return i;
  }
  return end;
};

/** "Veld, a sanctioned banker,": a description between commas is of the name before. */
const describedBy = (scene: Scene, chunk: Chunk): Filler => {
  const own = fillerOf(scene, chunk, 0.9);
  if (own.mention?.form === 'name' || scene.tokens[chunk.first - 1]?.text !== ',') return own;
  if (!/^(?:an?|the|one|another)$/.test(scene.tokens[chunk.first]?.lower ?? '')) return own;
  const before = scene.chunkOf(chunk.first - 2);
  const named = before !== null && before.last === chunk.first - 1 ? scene.mentionOf(before) : null;
  return named?.form === 'name' && before !== null ? fillerOf(scene, before, 0.9) : own;
};

const isBefore =
  (scene: Scene, trigger: Trigger) =>
  ({ span }: Filler): boolean =>
    span[1] <= scene.span(trigger.first, trigger.last)[0];

/** The "is" of which an adjective is the rest. */
const copulaOf = (scene: Scene, trigger: Trigger): Predicate | null =>
  scene
    .predicatesNear(trigger.first)
    .find(
      ({ lemma, group, token, arguments: args }) =>
        group !== null &&
        COPULAS.has(lemma) &&
        token < trigger.first &&
        args.some(
          ({ label, first, last }) =>
            /^ARG[23]$/.test(label) && first <= trigger.first && first >= trigger.first - 3 && last >= trigger.last,
        ),
    ) ?? null;

interface Allowed {
  readonly who: readonly Filler[];
  readonly act: readonly Filler[];
}

/** Who is let do what, after the trigger in its sentence: "a waiver allowing Veld to enter". */
const allowed = (scene: Scene, cues: Cues, trigger: Trigger): readonly Allowed[] => {
  const behind = scene
    .predicatesNear(trigger.first)
    .filter(({ token, group }) => group !== null && token >= trigger.first);
  for (const predicate of behind) {
    if (!cues.allowing.includes(predicate.lemma)) continue;
    const next = behind.find(({ token, group }) => token > predicate.token && group?.form === 'infinitive');
    const told = inRole(scene, predicate, 'theme');
    const who = told.length > 0 || next === undefined ? told : inRole(scene, next, 'agent');
    if (who.length === 0) continue;
    return [{ who, act: next === undefined ? [] : [actOf(scene, next)] }];
  }
  // "a permit for Veld so that she could meet Hale"
  const purpose = behind.find(({ group }) => isSoThat(scene, group?.first ?? 0));
  if (purpose === undefined) return [];
  // "so that he could": whom a pronoun stands for is told better elsewhere.
  const who = inRole(scene, purpose, 'agent').filter(({ mention }) => mention?.form !== 'pronoun');
  return [{ who, act: [actOf(scene, purpose)] }];
};

const isSoThat = (scene: Scene, verb: number): boolean => {
  for (let i = verb - 1; i > Math.max(0, verb - 6); i--) {
    if (scene.tokens[i]?.lower === 'that') return scene.tokens[i - 1]?.lower === 'so';
    if (scene.tokens[i]?.text === ',') return false;
  }
  return false;
};

/** A verb with all that follows it and belongs to it. */
const actOf = (scene: Scene, { token, arguments: args, confidence }: Predicate): Filler => {
  const last = Math.max(token + 1, ...args.map((argument) => argument.last));
  return bare(scene, token, last, confidence);
};

/** Who orders or asks that the verb be done: "asked the ministry to issue". */
const governing = (scene: Scene, { predicate }: Trigger, verbs: readonly string[]): readonly Filler[] => {
  const governor = predicate === null ? null : governorOf(scene, predicate);
  return governor === null || !verbs.includes(governor.lemma) ? [] : inRole(scene, governor, 'agent');
};

/** The nouns among all that the verb is about: "yet to comment on whether it knew of the plan". */
const inside = (scene: Scene, { predicate, last }: Trigger): readonly Filler[] => {
  if (predicate === null) return [];
  const end = Math.max(last, ...predicate.arguments.map((argument) => argument.last));
  const found: Filler[] = [];
  for (let i = last; i < end; i++) {
    const chunk = scene.chunkOf(i);
    if (chunk === null) continue;
    found.push(fillerOf(scene, chunk, predicate.confidence));
    i = chunk.last - 1;
  }
  return found;
};

/** Who says it: the sources of the innermost attribution in whose content the trigger stands. */
export const speakers = (scene: Scene, trigger: Trigger): readonly Filler[] => {
  const inner = scene.attributionAt(scene.span(trigger.first, trigger.last));
  return (inner?.source ?? []).flatMap(([from, to]) => {
    const [mention] = scene
      .mentionsWithin(from, to)
      .toSorted((a, b) => Number(b.form === 'name') - Number(a.form === 'name') || b.end - b.start - (a.end - a.start));
    return mention === undefined ? [] : [ofMention(mention, 1)];
  });
};

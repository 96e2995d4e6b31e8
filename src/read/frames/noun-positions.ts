import type { Mention } from '../../model/index.ts';
import type { Clause, NounPhrase } from '../known.ts';
import { after, type Filler, filler, fillers, list } from './fillers.ts';
import { carrier, type Trigger, topOf } from './find-triggers.ts';
import type { Scene } from './scene.ts';
import { objects, oblique, subjects, verbForms } from './verb-positions.ts';

export const atNoun = (scene: Scene, trigger: Trigger, position: string): readonly Filler[] => {
  const { phrase } = trigger;
  if (phrase === null) return [];
  if (position === 'itself') return [filler(scene, phrase)];
  if (position === 'possessor') return possessors(scene, phrase, trigger);
  if (position === 'modifier') return modifiers(scene, phrase, trigger);
  if (position === 'bearer') return bearer(scene, phrase, trigger);
  const top = topOf(scene, phrase);
  const clause = trigger.clause;
  const carries = clause !== null && isThrough(scene, clause, top, trigger);
  if (position === 'subject') {
    if (clause === null) return [];
    if (!carries) return amidst(scene, clause, top);
    return clause.subjects.includes(top.index)
      ? clause.passive
        ? oblique(scene, clause, 'by')
        : []
      : subjects(scene, clause).filter(({ phrase: subject }) => subject !== top);
  }
  if (position === 'object') return clause === null || !carries ? [] : objects(scene, clause);
  // "the owner Adrian Voss met Hale at a hotel": after the name the noun has no more phrases of its own.
  if (phrase.head >= trigger.last) return [];
  const near = after(scene, phrase, null).flatMap((next) => (next.word === position ? next.fillers : []));
  if (near.length > 0) return near;
  if (!carries || clause === null) return [];
  return oblique(scene, clause, position).filter(
    ({ phrase: other }) => other !== null && other !== top && other.first >= phrase.last,
  );
};

/** "At a meeting with Veld, Hale said": who does something at an event with somebody has part in it. */
const amidst = (scene: Scene, clause: Clause, top: NounPhrase): readonly Filler[] => {
  const stands = clause.obliques.some(
    ({ phrase, preposition }) => phrase === top.index && /^(?:in|at|during|after)$/.test(preposition),
  );
  const shared = after(scene, top, null).some(({ word }) => word === 'with');
  if (!stands || !shared || clause.passive || clause.lemma === 'be') return [];
  return subjects(scene, clause);
};

/** Whether the clause only carries the noun: "held talks", "the talks were held". */
const isThrough = (scene: Scene, clause: Clause, top: NounPhrase, trigger: Trigger): boolean => {
  const through = trigger.definition.through ?? [];
  const forms = verbForms(scene, clause);
  if (!through.some((verb) => forms.includes(verb))) return false;
  if (clause.objects.includes(top.index)) return true;
  if (clause.subjects.includes(top.index)) return clause.passive;
  return clause.obliques.some(
    ({ phrase, preposition }) => phrase === top.index && ['in', 'into', 'at', 'for', 'on', 'off'].includes(preposition),
  );
};

const OWNERS = /^(?:his|her|their|its|our|my|your)$/;

const possessors = (scene: Scene, phrase: NounPhrase, trigger: Trigger): readonly Filler[] => {
  const named = fillers(
    scene,
    scene
      .attached(phrase, 'possessive')
      .filter((owner) => owner.last <= trigger.first)
      .flatMap((owner) => ownersJoined(scene, owner, phrase)),
  );
  if (named.length > 0) return named.slice(-2);
  for (let i = phrase.first; i < trigger.first; i++) {
    const token = scene.tokens[i];
    if (token === undefined || !OWNERS.test(token.lower)) continue;
    const mention = scene.mentionAt(token.start, token.end) ?? (token.lower === 'its' ? bodyBefore(scene, i) : null);
    if (mention !== null) return [{ phrase: null, mention, span: [mention.start, mention.end] }];
  }
  return relativeOwner(scene, phrase, trigger);
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
  const first = scene.clausesOf(number - 1).find(({ finite }) => finite);
  for (const index of first?.subjects ?? []) {
    const phrase = scene.phrase(index);
    const mention = phrase === null ? null : scene.mentionOf(phrase);
    if (mention !== null && isBody(mention)) return mention;
  }
  const there = scene.mentionsWithin(before.start, before.end).filter(isBody);
  return new Set(there.map(({ chain }) => chain)).size === 1 ? (there[0] ?? null) : null;
};

/** "Norel, registered in Lorne, whose only shareholder is Voss": the name before, seen over an aside. */
const relativeOwner = (scene: Scene, phrase: NounPhrase, trigger: Trigger): readonly Filler[] => {
  let whose = trigger.first - 1;
  while (whose >= phrase.first - 3 && scene.tokens[whose]?.lower !== 'whose') whose--;
  if (scene.tokens[whose]?.lower !== 'whose') return [];
  let end = scene.tokens[whose - 1]?.text === ',' ? whose - 2 : whose - 1;
  const aside = scene.clausesOf(scene.tokens[whose]?.sentence ?? -1).findLast((clause) => clause.first <= end);
  if (aside !== undefined && aside.last > end - 6 && scene.tokens[aside.first - 1]?.text === ',') end = aside.first - 2;
  const before = scene.phraseOf(end);
  if (before === null) return [];
  const base = before.attachment === 'apposition' ? scene.phrase(before.attachedTo ?? -1) : before;
  return base === null ? [] : [filler(scene, base)];
};

/** "Hale and Veld's meeting": the first of the two is a phrase of its own, joined to what the second owns. */
const ownersJoined = (scene: Scene, owner: NounPhrase, owned: NounPhrase): readonly NounPhrase[] => {
  const joined = scene
    .members(owned)
    .filter((member) => member.last < owned.first && scene.tokens[owned.first - 1]?.lower === 'and');
  const plural = scene.tokens[owned.head]?.lower !== scene.tokens[owned.head]?.lemma;
  return joined.length === 1 && plural ? [...joined, owner] : [owner];
};

const modifiers = (scene: Scene, phrase: NounPhrase, trigger: Trigger): readonly Filler[] => {
  const owner = scene.attached(phrase, 'possessive').at(-1);
  const from = scene.tokens[owner?.last ?? phrase.first]?.start ?? 0;
  const to = scene.tokens[trigger.first]?.start ?? 0;
  return scene
    .mentionsWithin(from, to)
    .filter((mention) => mention.form === 'name')
    .map((mention) => ({ phrase: null, mention, span: [mention.start, mention.end] as const }));
};

/** Whom a describing noun denotes: the name after it, an apposition, what it is an apposition to, or the subject of "is". */
const bearer = (scene: Scene, phrase: NounPhrase, trigger: Trigger): readonly Filler[] => {
  const named = scene.tokens[phrase.head]?.pos === 'PROPN' && phrase.head >= trigger.last;
  if (named) {
    const inside = scene
      .mentionsWithin(scene.tokens[trigger.last]?.start ?? 0, scene.tokens[phrase.last - 1]?.end ?? 0)
      .at(-1);
    const mention = inside ?? scene.mentionOf(phrase);
    return mention === null ? [] : [{ phrase, mention, span: [mention.start, mention.end] }];
  }
  if (phrase.attachment === 'apposition' && phrase.attachedTo !== null) {
    const base = scene.phrase(phrase.attachedTo);
    if (base !== null) return [filler(scene, base)];
  }
  const apposition = scene
    .attached(phrase, 'apposition')
    .find((other) => scene.mentionOf(other)?.form === 'name' && isRightAfter(scene, phrase, other));
  if (apposition !== undefined) return [filler(scene, apposition)];
  const clause = trigger.clause ?? carrier(scene, phrase);
  if (clause !== null && COPULAS.has(clause.lemma) && !clause.subjects.includes(phrase.index)) {
    const predicate = clause.objects.includes(phrase.index);
    if (predicate && !clause.passive) return list(scene, clause.subjects);
  }
  if (clause?.lemma === 'be' && clause.subjects.includes(phrase.index)) {
    const [object] = list(scene, clause.objects);
    if (object?.mention?.form === 'name') return [object];
  }
  const own = filler(scene, phrase);
  return own.mention === null || isAnybody(scene, phrase) ? [] : [own];
};

/** "members", "my friends": nobody that a case could name; "Veld's brother" may be named elsewhere. */
const isAnybody = (scene: Scene, phrase: NounPhrase): boolean => {
  const head = scene.tokens[phrase.head];
  const opener = scene.tokens[phrase.first]?.lower ?? '';
  const plural = head !== undefined && head.lower !== head.lemma && /(?:s|men|wives)$/.test(head.lower);
  return plural || /^(?:my|our|your|no|any|every|each|another)$/.test(opener);
};

export const COPULAS = new Set(['be', 'become', 'remain', 'stay']);

/** An apposition may follow the of-phrase of its noun: "a cousin of Hale, Marek Voss". */
const isRightAfter = (scene: Scene, phrase: NounPhrase, other: NounPhrase): boolean =>
  other.first > phrase.first && other.first - phrase.last < 12 && scene.tokens[other.first - 1]?.text === ',';

import type { Cues } from '../beats/index.ts';
import type { Clause, NounPhrase } from '../known.ts';
import { findRegions } from './conditions.ts';
import { bare, type Filler, filler, fillers, list, outermost } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import { atNoun, COPULAS } from './noun-positions.ts';
import type { Scene } from './scene.ts';
import { atVerb, objects, oblique, subjects } from './verb-positions.ts';

const ACROSS = new Set(['with', 'to', 'from', 'for']);

/** What stands at one of the abstract positions around a trigger, in text order; empty when nothing does. */
export const at = (scene: Scene, cues: Cues, trigger: Trigger, position: string): readonly Filler[] => {
  switch (position) {
    case 'allowed':
      return allowed(scene, cues, trigger).flatMap(({ who }) => who);
    case 'allowed-act':
      return allowed(scene, cues, trigger).flatMap(({ act }) => act);
    case 'orderer':
      return governing(scene, trigger, cues.ordering);
    case 'asker':
      return governing(scene, trigger, cues.asking);
    case 'condition':
      return findRegions(scene, cues, scene.sentence(scene.tokens[trigger.first]?.sentence ?? -1)).flatMap((region) =>
        region.condition === null || (trigger.first >= region.first && trigger.first < region.last)
          ? []
          : [bare(region.condition.span)],
      );
    case 'rest':
      return rest(scene, trigger);
    case 'inside':
      return rest(scene, trigger).flatMap(({ span: [start, end] }) => inside(scene, start, end));
    case 'speaker':
      return speakers(scene, trigger);
    default:
  }
  const found =
    trigger.kind === 'verb'
      ? atVerb(scene, trigger.clause, position)
      : trigger.kind === 'noun'
        ? atNoun(scene, trigger, position)
        : atAdjective(scene, trigger, position);
  if (position === 'object' && trigger.kind === 'verb' && found.length === 0) return behindParticle(scene, trigger);
  return ACROSS.has(position) ? found.map((filler) => ({ ...filler, across: true })) : found;
};

/** "voted down the plan": what stands behind the particle looks like its phrase. */
const behindParticle = (scene: Scene, trigger: Trigger): readonly Filler[] => {
  const particle = scene.tokens[trigger.last - 1];
  const { clause } = trigger;
  if (clause === null || clause.passive || particle === undefined || trigger.last - 1 <= clause.verb) return [];
  return PARTICLES.has(particle.lower) ? oblique(scene, clause, particle.lower) : [];
};

const PARTICLES = new Set(['down', 'over', 'up', 'out', 'off', 'back', 'in', 'forward', 'away']);

const atAdjective = (scene: Scene, trigger: Trigger, position: string): readonly Filler[] => {
  const { phrase } = trigger;
  if (position === 'noun') {
    // "the sanctioned banker"
    if (phrase !== null && phrase.head >= trigger.last) return [filler(scene, phrase)];
    const clause = before(scene, trigger);
    if (clause !== null && !clause.passive && COPULAS.has(clause.lemma)) return list(scene, clause.subjects);
    // "a banker under sanctions", "a sale contingent on a ceasefire"
    const noun = scene.phraseOf(trigger.first - 1);
    return noun !== null && noun.last === trigger.first ? [filler(scene, noun)] : [];
  }
  if (position === 'subject' || position === 'object') {
    const clause = before(scene, trigger);
    return clause === null ? [] : position === 'subject' ? subjects(scene, clause) : objects(scene, clause);
  }
  // The preposition may be part of the words: "married to", "under sanctions".
  const own = scene.tokens[trigger.last - 1];
  if (own?.lower === position) {
    const next = scene.phraseOf(trigger.last);
    if (next !== null) return fillers(scene, scene.members(outermost(scene, next)));
  }
  const next = scene.phraseOf(trigger.last + 1);
  return scene.tokens[trigger.last]?.lower === position && next !== null
    ? fillers(scene, scene.members(outermost(scene, next)))
    : [];
};

/** The clause whose verb group stands right before an adjective, adverbs aside. */
const before = (scene: Scene, trigger: Trigger): Clause | null => {
  for (let i = trigger.first - 1; i >= 0 && i >= trigger.first - 4; i--) {
    const clause = scene.clauseOf(i);
    if (clause !== null) return clause;
    if (scene.tokens[i]?.pos !== 'ADV' && scene.tokens[i]?.pos !== 'PART') return null;
  }
  return null;
};

/** Who is let do what, after the trigger in its sentence: "a waiver allowing Veld to enter". */
const allowed = (
  scene: Scene,
  cues: Cues,
  trigger: Trigger,
): readonly { readonly who: readonly Filler[]; readonly act: readonly Filler[] }[] => {
  const sentence = scene.tokens[trigger.first]?.sentence ?? -1;
  const clauses = scene.clausesOf(sentence).filter((clause) => clause.first >= trigger.last);
  for (const clause of clauses) {
    if (!cues.allowing.includes(clause.lemma)) continue;
    const next = clauses.find((other) => other.first > clause.first && other.governor === clause.index);
    const who = clause.passive ? list(scene, clause.subjects) : list(scene, clause.objects);
    if (who.length === 0) continue;
    const act = next === undefined ? [] : [bare([scene.tokens[next.first]?.start ?? next.start, next.end])];
    return [{ who, act }];
  }
  return soThat(scene, trigger);
};

/** "a permit for Veld so that she could meet Hale" */
const soThat = (
  scene: Scene,
  trigger: Trigger,
): readonly { readonly who: readonly Filler[]; readonly act: readonly Filler[] }[] => {
  const sentence = scene.tokens[trigger.first]?.sentence ?? -1;
  const clause = scene
    .clausesOf(sentence)
    .find(
      ({ first, marker }) =>
        first >= trigger.last &&
        marker !== null &&
        scene.tokens[marker]?.lower === 'that' &&
        scene.tokens[marker - 1]?.lower === 'so',
    );
  if (clause === undefined) return [];
  return [{ who: [], act: [bare([scene.tokens[clause.verb]?.start ?? clause.start, clause.end])] }];
};

/** Who orders or asks that the verb be done: "asked the ministry to issue". */
const governing = (scene: Scene, trigger: Trigger, verbs: readonly string[]): readonly Filler[] => {
  const governor = scene.clause(trigger.clause?.governor ?? null);
  if (governor === null || !verbs.includes(governor.lemma)) return [];
  return subjects(scene, governor);
};

/** The phrases of a stretch of text, possessors aside. */
const inside = (scene: Scene, start: number, end: number): readonly Filler[] => {
  const found: NounPhrase[] = [];
  for (let i = scene.tokenFrom(start); i < scene.tokenFrom(end); i++) {
    const phrase = scene.phraseOf(i);
    if (phrase !== null && phrase.attachment !== 'possessive' && !found.includes(phrase)) found.push(phrase);
  }
  return fillers(scene, found);
};

/** Who says it: the sources of the innermost attribution in whose content the trigger stands. */
export const speakers = (scene: Scene, trigger: Trigger): readonly Filler[] => {
  const [start, end] = scene.span(trigger.first, trigger.last);
  const size = (spans: readonly (readonly [number, number])[]): number => spans.reduce((sum, [a, b]) => sum + b - a, 0);
  const [inner] = scene.known.attributions
    .filter(({ content }) => content.some(([from, to]) => from <= start && to >= end))
    .toSorted((a, b) => size(a.content) - size(b.content));
  return (inner?.source ?? []).flatMap(([from, to]) => {
    const [mention] = scene
      .mentionsWithin(from, to)
      .toSorted((a, b) => Number(b.form === 'name') - Number(a.form === 'name') || b.end - b.start - (a.end - a.start));
    return mention === undefined ? [] : [{ phrase: null, mention, span: [mention.start, mention.end] as const }];
  });
};

/** All the words after the trigger and its preposition, to the end of the part of the sentence. */
const rest = (scene: Scene, trigger: Trigger): readonly Filler[] => {
  const { tokens } = scene;
  const sentence = scene.sentence(tokens[trigger.first]?.sentence ?? -1);
  let first = trigger.last;
  if (tokens[first]?.lower === 'on' || tokens[first]?.lower === 'upon') first++;
  let last = first;
  while (last < sentence.last) {
    const text = tokens[last]?.text ?? '';
    if (/^[;.!?–—"”]$/.test(text)) break;
    // "…, officials said" and "…, but" end it; "…, and that" goes on.
    if (text === ',' && !/^(?:and|or|that|who|which|whether|as)$/.test(tokens[last + 1]?.lower ?? '')) break;
    last++;
  }
  return last - first < 1 ? [] : [bare(scene.span(first, last))];
};

import type { Attribution, ConditionReading, Frame, Span } from '../../model/index.ts';
import type { Beat } from '../beats/index.ts';
import type { Clause, Known, Sentence } from '../known.ts';
import { findRegions, inRegion, type Region } from './conditions.ts';
import { lessCertain } from './cue-draft.ts';
import { type Filled, fillRoles, spansOf } from './fill-roles.ts';
import { findTriggers, type Lexicon, makeLexicon, type Trigger } from './find-triggers.ts';
import { joinConditions } from './join-conditions.ts';
import { readModality } from './modality.ts';
import { readProperties } from './read-properties.ts';
import { makeScene, type Scene } from './scene.ts';
import { findWhen } from './when.ts';

const lexicons = new WeakMap<Beat, Lexicon>();

/** Sentences longer than this are quoted by the clause that states the frame. */
const LONG_SENTENCE = 350;

/**
 * The events and relations a document states, as the frames of a beat define them.
 *
 * In text order of their triggers. A frame whose needs are not met is left out: a line with the wrong people in it costs
 * more than a missing one. Denied, planned and supposed events are frames too; polarity, status and certainty say so.
 * Needs everything of `Known` but `frames`.
 */
export const findFrames = (beat: Beat, known: Known): readonly Frame[] => {
  const lexicon = lexicons.get(beat) ?? makeLexicon(beat);
  lexicons.set(beat, lexicon);
  const scene = makeScene(known);
  const regionsOf = remember((index: number) => findRegions(scene, beat.cues, scene.sentence(index)));
  const drafts: Frame[] = [];
  for (const trigger of findTriggers(lexicon, scene)) {
    const filled = fillRoles(scene, beat, trigger);
    if (filled === null) continue;
    const frame = makeFrame(scene, beat, trigger, filled, regionsOf(scene.tokens[trigger.first]?.sentence ?? -1));
    const { must = [] } = trigger.definition;
    if (must.every((name) => frame.properties[name] !== undefined)) drafts.push(frame);
  }
  const frames = joinConditions(scene, beat, withoutRepeats(drafts));
  return frames.map((frame, i) => ({ ...frame, id: `f${i}` }));
};

const remember = <T>(make: (key: number) => T): ((key: number) => T) => {
  const made = new Map<number, T>();
  return (key) => {
    const held = made.get(key);
    if (held !== undefined) return held;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};

const makeFrame = (scene: Scene, beat: Beat, trigger: Trigger, filled: Filled, regions: readonly Region[]): Frame => {
  const span = scene.span(trigger.first, trigger.last);
  const attribution = innermost(scene.known.attributions, span);
  const modality = readModality(scene, beat.cues, trigger, attribution, regions);
  const when = findWhen(scene, trigger, trigger.frame.lasting);
  const limit = trigger.definition.certainty;
  const isRefused = modality.polarity === 'negative' && attribution?.polarity !== 'negative';
  const refused = isRefused && isRefusal(scene, beat, trigger) ? (trigger.definition.refused ?? null) : null;
  return {
    id: '',
    type: trigger.frame.frame,
    trigger: span,
    extent: extentOf(scene, trigger, filled),
    roles: Object.fromEntries([...filled].map(([role, fillers]) => [role, spansOf(fillers)])),
    properties: { ...readProperties(scene, trigger, filled, modality), ...refused },
    polarity: refused === null ? modality.polarity : 'positive',
    certainty: limit === undefined ? modality.certainty : lessCertain(limit, modality.certainty),
    tense: modality.tense,
    status: modality.status,
    attribution: attribution?.id ?? null,
    time: when.time,
    duration: when.duration,
    conditions: trigger.frame.conditional ? conditionsOf(scene, trigger, regions) : [],
    rule: trigger.rule,
  };
};

/** "cannot accept", "will never accept", "refused to accept"; but "has not accepted" leaves it open. */
const isRefusal = (scene: Scene, beat: Beat, { clause }: Trigger): boolean => {
  if (clause === null) return false;
  const governor = clause.finite ? null : scene.clause(clause.governor);
  if (governor !== null && !clause.negated) return !governor.negated && beat.cues.refused.includes(governor.lemma);
  return clause.negated && !/^(?:has|have|had)$/.test(scene.tokens[clause.first]?.lower ?? '');
};

/** The smallest attribution whose content covers the words. */
const innermost = (attributions: readonly Attribution[], [start, end]: Span): Attribution | null => {
  let best: Attribution | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const attribution of attributions) {
    for (const [from, to] of attribution.content) {
      if (from > start || to < end) continue;
      const length = attribution.content.reduce((sum, piece) => sum + piece[1] - piece[0], 0);
      if (length < size) {
        best = attribution;
        size = length;
      }
    }
  }
  return best;
};

/** The sentence, or of a long one the clause and the roles. */
const extentOf = (scene: Scene, trigger: Trigger, filled: Filled): Span => {
  const sentence: Sentence = scene.sentence(scene.tokens[trigger.first]?.sentence ?? -1);
  if (sentence.end - sentence.start <= LONG_SENTENCE) return [sentence.start, sentence.end];
  const spans: Span[] = [scene.span(trigger.first, trigger.last)];
  if (trigger.clause !== null) spans.push([trigger.clause.start, trigger.clause.end]);
  if (trigger.phrase !== null) spans.push(scene.span(trigger.phrase.first, trigger.phrase.last));
  for (const fillers of filled.values()) spans.push(...spansOf(fillers));
  return [
    Math.max(sentence.start, Math.min(...spans.map(([start]) => start))),
    Math.min(sentence.end, Math.max(...spans.map(([, end]) => end))),
  ];
};

/**
 * The conditions of a trigger in its own sentence: what "if" and the like open, when no other finite verb stands between
 * it and the trigger's clause.
 */
const conditionsOf = (scene: Scene, trigger: Trigger, regions: readonly Region[]): readonly ConditionReading[] => {
  if (inRegion(regions, trigger.first) !== null) return [];
  const number = scene.tokens[trigger.first]?.sentence ?? -1;
  const clauses = scene.clausesOf(number);
  const cues = scene.known.attributions.flatMap(({ cue }) => cue);
  const isCue = (verb: number): boolean => {
    const token = scene.tokens[verb];
    return token !== undefined && cues.some(([start, end]) => token.start >= start && token.end <= end);
  };
  return regions.flatMap((region) => {
    if (region.condition === null) return [];
    const from = Math.min(trigger.last, region.last);
    const to = Math.max(trigger.first, region.first);
    const between = clauses.some(
      (clause) =>
        clause.finite &&
        clause !== trigger.clause &&
        !isAside(scene, clause) &&
        clause.verb >= from &&
        clause.verb < to &&
        !isCue(clause.verb) &&
        inRegion(regions, clause.verb) === null &&
        !governs(scene, clause.index, trigger),
    );
    return between ? [] : [region.condition];
  });
};

/** ", which it gave up in 2027,": says nothing of what stands before and behind it. */
const isAside = (scene: Scene, clause: Clause): boolean =>
  clause.marker !== null &&
  /^(?:which|who|whose|where)$/.test(scene.tokens[clause.marker]?.lower ?? '') &&
  scene.tokens[clause.marker - 1]?.text === ',';

const governs = (scene: Scene, index: number, trigger: Trigger): boolean => {
  let at = trigger.clause;
  for (let steps = 0; at !== null && steps < 5; steps++) {
    if (at.governor === index) return true;
    at = scene.clause(at.governor);
  }
  return false;
};

/** How many frames before and after one may still share its trigger. */
const REACH = 12;

/** Two triggers of a frame type on the same words: the one with more roles stays. */
const withoutRepeats = (frames: readonly Frame[]): readonly Frame[] =>
  frames.filter((frame, i) => {
    for (let k = Math.max(0, i - REACH); k <= Math.min(frames.length - 1, i + REACH); k++) {
      const other = frames[k];
      if (other === undefined || k === i || other.type !== frame.type) continue;
      if (other.trigger[0] >= frame.trigger[1] || frame.trigger[0] >= other.trigger[1]) continue;
      if (size(other) > size(frame) || (size(other) === size(frame) && k < i)) return false;
    }
    return true;
  });

const size = (frame: Frame): number => Object.values(frame.roles).reduce((sum, spans) => sum + spans.length, 0);

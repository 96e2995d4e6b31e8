import type { ConditionReading, Frame, Span } from '../../model/index.ts';
import { type Beat, ownName, type TriggerDefinition, typeOf } from '../beats/index.ts';
import type { Known } from '../known.ts';
import type { Precision } from '../network/index.ts';
import { governorOf } from './arguments.ts';
import { findRegions, inRegion, type Region } from './conditions.ts';
import { lessCertain } from './cue-draft.ts';
import { type Filled, fillRoles, spansOf } from './fill-roles.ts';
import type { Filler } from './fillers.ts';
import { findConditions } from './find-conditions.ts';
import { findContents, withoutParts } from './find-contents.ts';
import { findRelated } from './find-related.ts';
import { findResumed, isDefinite, isOccasionVerb, isOfOne, nameCollectives, type Resumed } from './find-resumed.ts';
import { findTriggers, isCarriedBy, type Lexicon, makeLexicon, type Trigger } from './find-triggers.ts';
import { joinConditions } from './join-conditions.ts';
import { readModality, verbOf } from './modality.ts';
import { at } from './positions.ts';
import type { Predicate } from './predicates.ts';
import { readProperties } from './read-properties.ts';
import { makeScene, type Scene } from './scene.ts';
import { type Called, takeOver } from './take-over.ts';
import { findWhen } from './when.ts';
import { LONG_SENTENCE } from './words-at.ts';

const lexicons = new WeakMap<Beat, Lexicon>();

/**
 * Frames less sure than this are left out. Low, since an argument whose number or end the network is unsure of (0.2 to 0.5)
 * mostly holds the right filler all the same; chosen on the examples of the diplomacy beat.
 */
const LEAST: Readonly<Record<Precision, number>> = { careful: 0.2, thorough: 0.1 };

/**
 * The events and relations a document states, as the frames of a beat define them.
 *
 * In text order of their triggers. A frame whose needs are not met is left out: a line with the wrong people in it costs
 * more than a missing one. Denied, planned and supposed events are frames too; polarity, status and certainty say so.
 * Needs everything of `Known` but `frames`.
 */
export const findFrames = (beat: Beat, known: Known, precision: Precision = 'careful'): readonly Frame[] => {
  const lexicon = lexicons.get(beat) ?? makeLexicon(beat);
  lexicons.set(beat, lexicon);
  const scene = makeScene(known);
  const regionsOf = remember((index: number) => findRegions(scene, beat.cues, scene.sentence(index)));
  const drafts: Called[] = [];
  const resumed: Resumed[] = [];
  for (const trigger of findTriggers(lexicon, scene)) {
    const filled = isOccasionVerb(trigger) ? null : fillRoles(scene, beat, trigger);
    if (filled === null) {
      const taken = takeUp(scene, beat, trigger, regionsOf);
      if (taken !== null) resumed.push(taken);
      continue;
    }
    const frame = makeFrame(scene, beat, trigger, filled, regionsOf(scene.tokens[trigger.first]?.sentence ?? -1));
    const { must = [], status = [frame.status] } = trigger.definition;
    if (frame.confidence < LEAST[precision] || !status.includes(frame.status)) continue;
    if (trigger.frame.contents !== undefined && isSupposed(trigger)) continue;
    if (!must.every((name) => frame.properties[name] !== undefined)) continue;
    drafts.push({ frame, trigger });
  }
  const kept = takeOver(scene, drafts);
  const carried = new Set(kept.filter(({ trigger }) => isCarriedBy(scene, trigger)).map(({ frame }) => frame));
  const own = nameCollectives(
    scene,
    withoutParts(
      beat,
      withoutRepeats(
        kept.map(({ frame }) => frame),
        carried,
      ),
    ),
    'participant',
  );
  const told = joinConditions(
    scene,
    beat,
    [...own, ...withoutRepeats(findResumed(scene, resumed, own), carried)].sort((a, b) => a.trigger[0] - b.trigger[0]),
  );
  const open = findConditions(scene, beat, regionsOf, told);
  const contents = findContents(scene, beat, told);
  const frames = [...told, ...open, ...contents, ...findRelated(scene, beat, told)].sort(
    (a, b) => a.trigger[0] - b.trigger[0],
  );
  return frames.map((frame, i) => ({ ...frame, id: `f${i}` }));
};

/** What a noun that takes up an event says of it, whoever took part; null where its words or sentence do not. */
const takeUp = (
  scene: Scene,
  beat: Beat,
  trigger: Trigger,
  regionsOf: (sentence: number) => readonly Region[],
): Resumed | null => {
  if (trigger.definition.resumes !== true) return null;
  if (isOccasionVerb(trigger)) {
    if (!isOfOne(scene, trigger)) return null;
  } else {
    const bearers =
      trigger.kind === 'noun' ? [] : at(scene, beat.cues, trigger, trigger.kind === 'verb' ? 'theme' : 'bearer');
    if (!isDefinite(scene, trigger, bearers)) return null;
  }
  const filled = fillRoles(scene, beat, {
    ...trigger,
    definition: { ...trigger.definition, needs: ownNeeds(trigger) },
  });
  if (filled === null) return null;
  const regions = regionsOf(scene.tokens[trigger.first]?.sentence ?? -1);
  const frame = makeFrame(scene, beat, trigger, filled, regions);
  const off = isOccasionVerb(trigger) ? offStatus(beat, trigger.words) : null;
  return { trigger, filled, frame: off === null ? frame : { ...frame, status: off } };
};

/** Of what it needs only what the event told before does not lend it. */
const ownNeeds = ({ definition, frame }: Trigger): TriggerDefinition['needs'] => {
  const lent = new Set(frame.needs.flatMap((need) => Object.keys(need)));
  const own = (definition.needs ?? []).map((need) =>
    Object.fromEntries(Object.entries(need).filter(([role]) => !lent.has(role))),
  );
  return own.length === 0 ? [{}] : own;
};

/** "The plan could make it worse": what may come of a text is not what stands in it. */
const isSupposed = ({ kind, predicate }: Trigger): boolean =>
  kind === 'verb' && /^(?:could|may|might|can)$/.test(predicate?.group?.modal ?? '');

/** "It was postponed": the verb that takes an event up says itself how it stands. */
const offStatus = ({ cues }: Beat, words: string): Frame['status'] | null =>
  cues.postponed.includes(words) ? 'postponed' : cues.cancelled.includes(words) ? 'cancelled' : null;

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
  const attribution = scene.attributionAt(span);
  const modality = readModality(scene, beat.cues, trigger, attribution, regions);
  const when = findWhen(scene, trigger, trigger.frame.lasting);
  const limit = trigger.definition.certainty;
  const isRefused = modality.polarity === 'negative' && attribution?.polarity !== 'negative';
  const refused = isRefused && isRefusal(scene, beat, trigger) ? (trigger.definition.refused ?? null) : null;
  const properties = readProperties(scene, trigger, filled, modality, (name) => at(scene, beat.cues, trigger, name));
  const own = isRefused ? refusedIn(scene, beat, trigger, properties) : {};
  const isSaid = refused !== null || Object.keys(own).length > 0;
  return {
    id: '',
    type: typeOf(trigger.frame),
    trigger: span,
    extent: extentOf(scene, trigger, filled),
    roles: Object.fromEntries([...filled].map(([role, fillers]) => [role, spansOf(fillers)])),
    properties: { ...properties, ...own, ...refused, ...ownName(trigger.frame) },
    polarity: isSaid ? 'positive' : modality.polarity,
    certainty: limit === undefined ? modality.certainty : lessCertain(limit, modality.certainty),
    tense: modality.tense,
    status: modality.status,
    attribution: attribution?.id ?? null,
    time: when.time,
    duration: when.duration,
    conditions: trigger.frame.conditional ? conditionsOf(scene, trigger, regions) : [],
    rule: trigger.rule,
    confidence: confidenceOf(trigger, filled),
  };
};

/** Properties that a refusal sets, whatever the trigger: "refused to lift sanctions" is no denial that they were lifted. */
const refusedIn = (
  scene: Scene,
  beat: Beat,
  trigger: Trigger,
  properties: Frame['properties'],
): Frame['properties'] => {
  const set = Object.entries(trigger.frame.properties).flatMap(([name, property]): [string, string][] => {
    const holds = Object.entries(property.if ?? {}).every(([other, wanted]) => properties[other] === wanted);
    return property.refused !== undefined && holds ? [[name, property.refused]] : [];
  });
  return set.length > 0 && isRefusal(scene, beat, trigger) ? Object.fromEntries(set) : {};
};

/** "cannot accept", "will never accept", "refused to accept"; but "has not accepted" leaves it open. */
const isRefusal = (scene: Scene, beat: Beat, trigger: Trigger): boolean => {
  const { kind, predicate: own, carrier } = trigger;
  const predicate = kind === 'noun' ? (carrier?.predicate ?? null) : kind === 'verb' ? own : verbOf(scene, trigger);
  const { group = null } = predicate ?? {};
  if (predicate === null || group === null) return false;
  const negated = group.negated || predicate.arguments.some(({ label }) => label === 'ARGM-NEG');
  const governor = group.form === 'finite' ? null : governorOf(scene, predicate);
  if (governor !== null && !negated)
    return governor.group?.negated !== true && beat.cues.refused.includes(governor.lemma);
  return negated && !group.perfect;
};

/** The least of what it stands on: the trigger, and in each role that it needs the surest filler. Two decimals. */
const confidenceOf = ({ kind, predicate, definition, frame }: Trigger, filled: Filled): number => {
  const needed = new Set((definition.needs ?? frame.needs).flatMap((need) => Object.keys(need)));
  const roles = [...filled].flatMap(([role, fillers]) =>
    needed.has(role) ? [Math.max(...fillers.map(sureness))] : [],
  );
  const own = kind === 'verb' ? (predicate?.confidence ?? 0) : 1;
  return Math.round(Math.min(own, ...roles) * 100) / 100;
};

const sureness = ({ confidence, mention }: Filler): number => Math.min(confidence, mention?.confidence ?? 1);

/** The sentence, or of a long one the predicate and the roles. */
const extentOf = (scene: Scene, trigger: Trigger, filled: Filled): Span => {
  const sentence = scene.sentenceOf(trigger.first);
  if (sentence.end - sentence.start <= LONG_SENTENCE) return [sentence.start, sentence.end];
  const spans: Span[] = [scene.span(trigger.first, trigger.last)];
  const verb = trigger.predicate?.group != null ? trigger.predicate : (trigger.carrier?.predicate ?? null);
  if (verb !== null) {
    const { group, token, arguments: args } = verb;
    spans.push(scene.span(group?.first ?? token, token + 1), ...args.map(({ first, last }) => scene.span(first, last)));
  }
  if (trigger.chunk !== null) spans.push(scene.span(trigger.chunk.first, trigger.chunk.last));
  for (const fillers of filled.values()) spans.push(...spansOf(fillers));
  return [
    Math.max(sentence.start, Math.min(...spans.map(([start]) => start))),
    Math.min(sentence.end, Math.max(...spans.map(([, end]) => end))),
  ];
};

/**
 * The conditions of a trigger in its own sentence: what "if" and the like open, when no other finite verb stands between
 * it and the trigger's own verb.
 */
const conditionsOf = (scene: Scene, trigger: Trigger, regions: readonly Region[]): readonly ConditionReading[] => {
  if (inRegion(regions, trigger.first) !== null) return [];
  const own = trigger.predicate?.group != null ? trigger.predicate : (trigger.carrier?.predicate ?? null);
  const near = scene.predicatesNear(trigger.first);
  return regions.flatMap((region) => {
    if (region.condition === null) return [];
    const from = Math.min(trigger.last, region.last);
    const to = Math.max(trigger.first, region.first);
    if (to - from > FAR) return [];
    const between = near.some(
      (verb) =>
        verb.group?.form === 'finite' &&
        verb !== own &&
        !isAside(scene, verb) &&
        verb.token >= from &&
        verb.token < to &&
        scene.cueAt(scene.tokens[verb.token]?.start ?? -1) === null &&
        inRegion(regions, verb.token) === null &&
        !governs(scene, verb, own),
    );
    return between ? [] : [region.condition];
  });
};

/** In words: how far from its trigger a condition may begin. */
const FAR = 60;

/** ", which it gave up in 2027,": says nothing of what stands before and behind it. */
const isAside = (scene: Scene, { relative, group, token }: Predicate): boolean => {
  if (relative) return true;
  const marker = (group?.first ?? token) - 1;
  return (
    /^(?:which|who|whose|where)$/.test(scene.tokens[marker]?.lower ?? '') && scene.tokens[marker - 1]?.text === ','
  );
};

const governs = (scene: Scene, verb: Predicate, own: Predicate | null): boolean => {
  let at = own;
  for (let steps = 0; at !== null && steps < 5; steps++) {
    at = governorOf(scene, at);
    if (at === verb) return true;
  }
  return false;
};

/** How many frames before and after one may still share its trigger. */
const REACH = 12;

/**
 * Two triggers of a frame type on the same words: the one with more roles stays; of two alike what a beat reads as another
 * type, then the one that names the verb which carries it.
 */
const withoutRepeats = (frames: readonly Frame[], carried: ReadonlySet<Frame>): readonly Frame[] =>
  frames.filter((frame, i) => {
    for (let k = Math.max(0, i - REACH); k <= Math.min(frames.length - 1, i + REACH); k++) {
      const other = frames[k];
      if (other === undefined || k === i || other.type !== frame.type) continue;
      if (other.trigger[0] >= frame.trigger[1] || frame.trigger[0] >= other.trigger[1]) continue;
      if (size(other) > size(frame)) return false;
      if (size(other) < size(frame)) continue;
      const [rank, own] = [other, frame].map((one) => (isOwn(one) ? 2 : 0) + (carried.has(one) ? 1 : 0));
      if (rank === own ? k < i : (rank ?? 0) > (own ?? 0)) return false;
    }
    return true;
  });

const isOwn = ({ properties }: Frame): boolean => properties['frame'] !== undefined;

/** What stands in two roles ("offerer", "payer") counts once. */
const size = ({ roles }: Frame): number => new Set(Object.values(roles).flatMap((spans) => spans.map(String))).size;

import type { Attribution, Frame, Span } from '../../model/index.ts';
import { type Beat, type Cues, typeOf } from '../beats/index.ts';
import { isIdle, mayHang } from './condition-gate.ts';
import { findHangings } from './condition-parts.ts';
import type { Region } from './conditions.ts';
import { inWhole, isCutShort } from './cut-short.ts';
import { doersIn } from './doers.ts';
import { findListedConditions } from './find-listed-conditions.ts';
import type { Hanging } from './hanging.ts';
import { isRefuted } from './refuted.ts';
import type { Scene } from './scene.ts';
import { LONG_SENTENCE } from './words-at.ts';

const TYPE = 'condition';

/**
 * Frames of what "if", "only after", "as soon as", "without" and the like make something hang on: "The money would be released only
 * once the treaty was signed." What hangs is told in the words of its clause. Only where that clause or the condition speaks of what a
 * beat's conditions are of (`dependents`, `hinges` and `undertakings` of its cues), or tells a frame that may be conditional; not where
 * a frame of conditions is told there already.
 */
export const findConditions = (
  scene: Scene,
  beat: Beat,
  regionsOf: (sentence: number) => readonly Region[],
  told: readonly Frame[],
): readonly Frame[] => {
  const definition = beat.frames.find((frame) => typeOf(frame) === TYPE);
  if (definition === undefined) return [];
  const conditional = new Set(beat.frames.filter(({ conditional }) => conditional).map(typeOf));
  const found: Frame[] = [];
  for (const number of scene.known.sentences.keys()) {
    const regions = regionsOf(number);
    for (const one of findHangings(scene, beat.cues, scene.sentence(number), regions)) {
      const hanging = inWhole(scene, one);
      const { condition, dependent } = hanging;
      if (isIdle(scene, hanging) || isCutShort(scene, hanging) || isTold([...told, ...found], condition)) continue;
      const own = told.filter(({ type, trigger }) => conditional.has(type) && touches(trigger, dependent));
      const within = told.filter(({ type, trigger }) => conditional.has(type) && touches(trigger, condition));
      if (!mayHang(scene, beat.cues, hanging, own, within)) continue;
      found.push(frameOf(scene, scene.attributionAt(hanging.cue), beat.cues, hanging));
    }
  }
  for (const { hanging, parts } of findListedConditions(scene, beat, regionsOf)) {
    found.push(frameOf(scene, scene.attributionAt(hanging.cue), beat.cues, { ...hanging, rule: 'list' }));
    for (const part of parts) {
      const at = scene.tokenFrom(part[0]);
      const conditionAt = [at, scene.sentenceOf(at).last] as const;
      const one = { ...hanging, cue: scene.span(at, at + 1), condition: part, conditionAt, rule: 'list' };
      found.push({ ...frameOf(scene, scene.attributionAt(part), beat.cues, one), extent: part });
    }
  }
  return found;
};

const isTold = (told: readonly Frame[], span: Span): boolean =>
  told.some(
    ({ type, extent, roles }) =>
      type === TYPE && touches(extent, span) && (roles.condition ?? []).some((one) => touches(one, span)),
  );

const frameOf = (scene: Scene, attribution: Attribution | null, cues: Cues, hanging: Hanging): Frame => {
  const { cue, condition, dependent, verb, rule } = hanging;
  const by = doersIn(scene, hanging.conditionAt);
  const sentence = scene.sentenceOf(scene.tokenFrom(cue[0]));
  const isLong = sentence.end - sentence.start > LONG_SENTENCE;
  const from = Math.min(cue[0], dependent[0], condition[0]);
  const to = Math.max(cue[1], dependent[1], condition[1]);
  return {
    id: '',
    type: TYPE,
    trigger: cue,
    extent: isLong ? [from, to] : [sentence.start, sentence.end],
    roles: { dependent: [dependent], condition: [condition], ...(by.length > 0 ? { by } : {}) },
    properties: {},
    polarity: isRefuted(scene, cues, scene.tokenFrom(cue[0])) ? 'negative' : (attribution?.polarity ?? 'positive'),
    certainty: attribution === null || attribution.certainty === 'underspecified' ? 'certain' : attribution.certainty,
    tense: 'non-future',
    status: 'held',
    attribution: attribution?.id ?? null,
    time: null,
    duration: null,
    conditions: [],
    rule: `condition/${rule}`,
    confidence: Math.round((verb?.confidence ?? 1) * 100) / 100,
  };
};

const touches = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

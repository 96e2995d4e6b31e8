import type { Frame, Mention } from '../../model/index.ts';
import { type Beat, type FrameDefinition, ownName, type RelationDefinition, typeOf } from '../beats/index.ts';
import type { RecognisedRelation } from '../network/index.ts';
import type { Scene } from './scene.ts';

/** In words: further apart two names of a sentence are seldom told of in one breath. */
const REACH = 12;

/**
 * Frames that the network's relations fill, for pairs of names of which no words of the beat told it: "Voss of Norel".
 *
 * Only names in one sentence with no other name and no finite verb between them; such a relation is taken for granted, so
 * its frame is positive and held.
 *
 * @param found Frames from words; a pair that one of the same type has already is passed over.
 */
export const findRelated = (scene: Scene, beat: Beat, found: readonly Frame[]): readonly Frame[] => {
  const wanted = beat.frames.flatMap((frame) =>
    frame.relations.map((definition, i) => ({ frame, definition, number: i + 1 })),
  );
  if (wanted.length === 0) return [];
  const told = new Set(found.flatMap((frame) => pairsOf(scene, frame)));
  const frames: Frame[] = [];
  for (const relation of scene.known.recognised.relations) {
    const fitting = wanted.filter(
      ({ definition }) => definition.relations.includes(relation.kind) && relation.confidence >= definition.least,
    );
    if (fitting.length === 0) continue;
    const one = named(scene, relation.one);
    const two = named(scene, relation.two);
    if (one === null || two === null || one.chain === two.chain || !isClose(scene, one, two)) continue;
    for (const { frame, definition, number } of fitting) {
      if (!mayHold(frame, definition, one, two)) continue;
      const made = makeFrame(scene, frame, definition, number, relation, one, two);
      const pairs = pairsOf(scene, made);
      if (pairs.some((pair) => told.has(pair))) continue;
      for (const pair of pairs) told.add(pair);
      frames.push(made);
    }
  }
  return frames;
};

const named = (scene: Scene, [start, end]: readonly [number, number]): Mention | null =>
  scene
    .mentionsWithin(Math.max(0, start - 40), end + 40)
    .find(
      ({ form, head }) =>
        form === 'name' && head[0] < end && head[1] > start && head[0] >= start - 2 && head[1] <= end + 2,
    ) ?? null;

const isClose = (scene: Scene, one: Mention, two: Mention): boolean => {
  const [before, after] = one.start < two.start ? [one, two] : [two, one];
  const from = scene.tokenFrom(before.end);
  const to = scene.tokenFrom(after.start);
  if (before.end > after.start || to - from > REACH || scene.tokens[from - 1]?.sentence !== scene.tokens[to]?.sentence)
    return false;
  if (scene.mentionsWithin(before.end, after.start).some(({ form }) => form === 'name')) return false;
  // A comma alone parts more often than it joins: "in the words of the ministry, Voss was away".
  let word = false;
  for (let i = from; i < to; i++) {
    if (scene.predicateAt(i)?.group?.form === 'finite') return false;
    word ||= scene.tokens[i]?.pos !== 'PUNCT';
  }
  return word;
};

const mayHold = ({ roles }: FrameDefinition, { fill }: RelationDefinition, one: Mention, two: Mention): boolean =>
  Object.entries(fill).every(([role, end]) => {
    const types = roles[role]?.types;
    return types === 'any' || types?.includes((end === 'one' ? one : two).type) === true;
  });

const makeFrame = (
  scene: Scene,
  frame: FrameDefinition,
  { fill, set }: RelationDefinition,
  number: number,
  { confidence }: RecognisedRelation,
  one: Mention,
  two: Mention,
): Frame => {
  const [before, after] = one.start < two.start ? [one, two] : [two, one];
  const first = scene.tokenFrom(before.end);
  const words = scene.span(first, Math.max(first + 1, scene.tokenFrom(after.start)));
  const sentence = scene.sentenceOf(first);
  const attribution = scene.attributionAt([before.start, after.end]);
  return {
    id: '',
    type: typeOf(frame),
    trigger: words,
    extent: [sentence.start, sentence.end],
    roles: Object.fromEntries(
      Object.entries(fill).map(([role, end]) => {
        const { start, end: stop } = end === 'one' ? one : two;
        return [role, [[start, stop]]];
      }),
    ),
    properties: { ...set, ...ownName(frame) },
    polarity: 'positive',
    certainty: 'probable',
    tense: 'non-future',
    status: 'held',
    attribution: attribution?.id ?? null,
    time: null,
    duration: null,
    conditions: [],
    rule: `${frame.frame}/relations/${number}`,
    confidence: Math.round(Math.min(confidence, one.confidence, two.confidence) * 100) / 100,
  };
};

/** Who stands with whom in a frame, by chains and regardless of the side. */
const pairsOf = (scene: Scene, { type, roles }: Frame): readonly string[] => {
  const chains = Object.values(roles).flatMap((spans) =>
    spans.flatMap(([start, end]) => scene.mentionAt(start, end)?.chain ?? []),
  );
  return chains.flatMap((a, i) => chains.slice(i + 1).map((b) => `${type} ${Math.min(a, b)} ${Math.max(a, b)}`));
};

import type { Frame } from '../../model/index.ts';
import { inRole } from './arguments.ts';
import type { Chunk } from './chunks.ts';
import type { Trigger } from './find-triggers.ts';
import type { Scene } from './scene.ts';

/** A frame with the words that called it up. */
export interface Called {
  readonly frame: Frame;
  readonly trigger: Trigger;
}

/** In characters: further back, "the licence" is seldom the one that was last told of, unless there is only one. */
const REACH = 1800;

const DEFINITE = /^(?:the|that|this|these|those|it|its|they|them|his|her|their|said)$/;

const PLACES = ['theme', 'agent', 'recipient', 'to', 'for', 'about', 'over', 'at', 'against', 'from', 'off', 'on'];

/** The noun groups that a trigger tells something of. */
const thingsOf = (scene: Scene, { kind, chunk, predicate }: Trigger): readonly Chunk[] => {
  if (kind === 'noun') return chunk === null ? [] : [chunk];
  if (predicate === null) return [];
  const places = kind === 'adjective' ? ['theme'] : PLACES;
  return places.flatMap((name) => inRole(scene, predicate, name).flatMap((filler) => filler.chunk ?? []));
};

/** "The licence", "it"; in a headline also "Licence": not "a licence", which is a new one. */
const isTakenUp = (scene: Scene, trigger: Trigger): boolean =>
  thingsOf(scene, trigger).some(({ first, head }) => {
    const opener = scene.tokens[first];
    if (opener === undefined) return false;
    return DEFINITE.test(opener.lower) || (first === head && opener.pos !== 'PROPN' && !/s$/.test(opener.lower));
  });

const sentenceOf = (scene: Scene, { trigger }: Frame): number =>
  scene.tokens[scene.tokenFrom(trigger[0])]?.sentence ?? -1;

const isRightAfter = (scene: Scene, frame: Frame, others: readonly Frame[]): boolean => {
  const at = sentenceOf(scene, frame);
  const block = scene.sentence(at).block;
  return others.some((other) => {
    const there = sentenceOf(scene, other);
    if (other.type !== frame.type || other.trigger[0] >= frame.trigger[0]) return false;
    return there === at || (there === at - 1 && Math.abs(scene.sentence(there).block - block) <= 1);
  });
};

const chainOf = (scene: Scene, frame: Frame, role: string): string | null => {
  const [span] = frame.roles[role] ?? [];
  if (span === undefined) return null;
  const mention = scene.mentionAt(...span) ?? scene.mentionsWithin(...span)[0];
  return mention === undefined ? scene.known.text.slice(...span).toLowerCase() : `chain ${mention.chain}`;
};

/** Whether a frame takes up what another tells of: in so many words, or by what it would take over from it. */
const isOfOne = (scene: Scene, { frame, trigger }: Called, other: Frame): boolean =>
  isTakenUp(scene, trigger) ||
  (trigger.frame.takes ?? []).some((role) => {
    const own = chainOf(scene, frame, role);
    return own !== null && Object.keys(other.roles).some((name) => own === chainOf(scene, other, name));
  });

/** "It was signed", of something else than what was told right before: the reading knows what "it" is, and that stands elsewhere. */
const isOther = (scene: Scene, { trigger, frame }: Called, others: readonly Frame[]): boolean =>
  thingsOf(scene, trigger).some((chunk) => {
    const mention = scene.mentionOf(chunk);
    if (mention?.form !== 'pronoun' || chunk.last - chunk.first > 1 || mention.type !== 'instrument') return false;
    const { chain } = mention;
    const sentences = others
      .filter(({ type }) => type === frame.type)
      .map((other) => scene.sentence(sentenceOf(scene, other)));
    return !sentences.some(({ start, end }) => scene.mentionsWithin(start, end).some((one) => one.chain === chain));
  });

const isKin = ({ frame, trigger }: Called, other: Frame): boolean =>
  other.type === frame.type || (trigger.frame.kin ?? []).includes(other.type);

/** Without those that count only beside another of their type, where there is none. */
const standing = (scene: Scene, called: readonly Called[]): readonly Called[] => {
  const kept: Called[] = [];
  const free = called.filter(({ trigger }) => trigger.definition.alongside === undefined).map(({ frame }) => frame);
  for (const one of called) {
    const { alongside } = one.trigger.definition;
    const others = [...free, ...kept.map(({ frame }) => frame)];
    const counts =
      alongside === undefined ||
      (alongside === 'near'
        ? isRightAfter(scene, one.frame, others) && !isOther(scene, one, others)
        : alongside === 'document'
          ? free.some((other) => isKin(one, other))
          : free.some((other) => isKin(one, other) && isOfOne(scene, one, other)));
    if (counts) kept.push(one);
  }
  return kept;
};

/** The frame told before of which a role is taken over; where the document tells of one filler only, the first that has it. */
const sourceOf = (scene: Scene, frame: Frame, all: readonly Frame[], role: string): Frame | null => {
  const having = all.filter((other) => other.type === frame.type && chainOf(scene, other, role) !== null);
  const chains = new Set(having.map((other) => chainOf(scene, other, role)));
  const before = having.findLast(({ trigger }) => trigger[0] < frame.trigger[0]);
  if (chains.size === 1) return before ?? having[0] ?? null;
  return before !== undefined && frame.trigger[0] - before.trigger[1] <= REACH ? before : null;
};

/**
 * "Hale's office asked for a licence for Veld. The treasury granted the request and let him in": a pronoun that was taken for who
 * has another role in what is taken up is whoever has this one there.
 */
const mixedUpWith = (scene: Scene, frame: Frame, all: readonly Frame[], role: string): Frame | null => {
  const [span] = frame.roles[role] ?? [];
  if (span === undefined || scene.mentionAt(...span)?.form !== 'pronoun') return null;
  const own = chainOf(scene, frame, role);
  const source = all.findLast(
    (other) =>
      other.type === frame.type &&
      other.trigger[0] < frame.trigger[0] &&
      frame.trigger[0] - other.trigger[1] <= REACH &&
      Object.keys(other.roles).some((name) => chainOf(scene, other, name) === own),
  );
  const theirs = source === undefined ? null : chainOf(scene, source, role);
  return source === undefined || theirs === null || theirs === own ? null : source;
};

/**
 * Frames with the roles that they take over from another of their type in the document: "Hale's licence was issued in May. It was
 * signed by Marr." What counts only beside another is left out where there is none.
 *
 * @param called In text order.
 */
export const takeOver = (scene: Scene, called: readonly Called[]): readonly Called[] => {
  const kept = standing(scene, called);
  const all = kept.map(({ frame }) => frame);
  return kept.flatMap(({ frame, trigger }): readonly Called[] => {
    const takes = trigger.frame.takes ?? [];
    const mayTake = trigger.definition.alongside === 'near' || isTakenUp(scene, trigger);
    const taken: Record<string, Frame['roles'][string]> = {};
    let confidence = frame.confidence;
    for (const role of mayTake ? takes : []) {
      const isEmpty = (frame.roles[role] ?? []).length === 0;
      const source = isEmpty ? sourceOf(scene, frame, all, role) : mixedUpWith(scene, frame, all, role);
      if (source === null) continue;
      taken[role] = (source.roles[role] ?? []).slice(0, 1);
      confidence = Math.min(confidence, source.confidence);
    }
    const filled = { ...frame.roles, ...taken };
    if (Object.keys(filled).length === 0) return [];
    if (Object.keys(taken).length === 0) return [{ frame, trigger }];
    const rule = `${frame.rule}/taken`;
    return [{ frame: { ...frame, roles: filled, rule, confidence }, trigger }];
  });
};

import type { Frame, Span } from '../../model/index.ts';
import { type Beat, type FrameDefinition, typeOf } from '../beats/index.ts';
import { COPULAS, inRole } from './arguments.ts';
import { findRegions, inRegion } from './conditions.ts';
import { type Contents, propertiesIn } from './contents.ts';
import { findItems } from './find-items.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';
import { endOf } from './wide-positions.ts';

/** Verbs that weigh, foretell or report rather than set out what is to be done. */
const NO_TERMS =
  /^(?:mean|seem|appear|prove|like|want|love|prefer|say|tell|add|argue|think|believe|expect|hope|fear|know|need|help|hurt|harm|risk|cause|happen|undermine|weaken|strengthen|embolden|spell|represent|constitute|amount|suffice|welcome|oppose|accept|reject|support|back|agree|refuse|consider|understand|suggest|appreciate|matter|take|try|make|cost|likely|face|struggle|lead|result|mark|come|have|do|go|see|find|put|send|let|violate|threaten|jeopardise|jeopardize|appeal|vote|object)$/;

/** Nobody whose acts a text sets out. */
const NO_DOER =
  /^(?:i|we|you|that|this|these|those|which|what|who|there|critics|analysts|observers|experts|move|step|failure|such)$/;

/**
 * What a text is told to contain in the sentences behind the one that says so ("Under the plan, Kestria would leave the island. Its army
 * would be cut. Aldmark would pay."), in the other halves of that sentence ("… and would hand over the port"), and in the items of a list that
 * is announced as such a text.
 *
 * Ends at the first sentence of the paragraph that goes on otherwise.
 */
export const findContents = (scene: Scene, beat: Beat, told: readonly Frame[]): readonly Frame[] =>
  beat.frames.flatMap((definition) => {
    const { contents } = definition;
    if (contents === undefined) return [];
    const own = told.filter(({ type, rule }) => type === typeOf(definition) && rule.startsWith(`${definition.frame}/`));
    return [...findContinued(scene, beat, definition, contents, own), ...findItems(scene, definition, contents, own)];
  });

/** "Calls for Kestria to hand over the port" holds that it is handed over: one thing contained, told once. */
export const withoutParts = (beat: Beat, frames: readonly Frame[]): readonly Frame[] => {
  const parts = new Map(
    beat.frames.flatMap((one) => (one.contents === undefined ? [] : [[typeOf(one), one.contents.part]])),
  );
  const spanOf = (frame: Frame): Span | undefined => frame.roles[parts.get(frame.type) ?? '']?.[0];
  return frames.filter((frame) => {
    const own = spanOf(frame);
    if (own === undefined) return true;
    return !frames.some((other) => {
      const whole = other.type === frame.type && other !== frame ? spanOf(other) : undefined;
      if (whole === undefined || whole[0] > own[0] || whole[1] < own[1]) return false;
      return whole[1] - whole[0] > own[1] - own[0] || other.trigger[0] < frame.trigger[0];
    });
  });
};

const findContinued = (
  scene: Scene,
  beat: Beat,
  definition: FrameDefinition,
  contents: Contents,
  told: readonly Frame[],
): readonly Frame[] => {
  const found: Frame[] = [];
  const isTold = ([start, end]: Span): boolean =>
    [...told, ...found].some((one) => (one.roles[contents.part] ?? []).some(([from, to]) => from < end && start < to));
  for (const seed of told) {
    const at = scene.tokens[scene.tokenFrom(seed.trigger[0])]?.sentence ?? -1;
    const own = scene.sentence(at);
    const start = seed.roles[contents.part]?.[0]?.[0] ?? seed.trigger[0];
    const isOurs = (verb: Predicate): boolean => isTerm(scene, beat, verb, seed.attribution);
    if (seed.polarity !== 'positive' || seed.status !== 'held') continue;
    const rest = termsIn(scene, own.first, own.last, isOurs).filter((term) => term.span[0] > start);
    const further: Term[] = [...rest];
    for (let next = at + 1; ; next++) {
      const sentence = scene.sentence(next);
      if (sentence.last <= sentence.first || sentence.block !== own.block) break;
      if (/\n/.test(scene.known.text.slice(scene.sentence(next - 1).end, sentence.start))) break;
      const terms = termsIn(scene, sentence.first, sentence.last, isOurs);
      // The first verb of the sentence that is no description says what kind of sentence it is.
      const leading = scene
        .predicatesNear(sentence.first)
        .find(({ group, relative, sentence: of }) => of === next && group?.form === 'finite' && !relative);
      if (leading === undefined || terms[0]?.verb !== leading) break;
      further.push(...terms);
    }
    for (const { verb, span } of further) {
      if (isTold(span)) continue;
      found.push(frameOf(scene, definition, contents, seed, verb, span));
    }
  }
  return found;
};

interface Term {
  readonly verb: Predicate;
  readonly span: Span;
}

/** "would leave", "shall be paid", each with its subject and all that belongs to it; and what is joined to it ("and pay"). */
const termsIn = (scene: Scene, first: number, last: number, isOurs: (verb: Predicate) => boolean): readonly Term[] => {
  const terms: Term[] = [];
  let behind: number | null = null;
  for (const verb of scene.predicatesNear(first + 1)) {
    if (verb.group === null || verb.token < first || verb.token >= last) continue;
    const own = isOurs(verb);
    const joined = behind !== null && verb.group.first === behind && isBare(scene, verb);
    if (!own && !joined) continue;
    const subjects = verb.arguments.filter((one) => /^ARG[01]$/.test(one.label) && one.last <= verb.token);
    const from = joined ? verb.group.first : Math.min(verb.group.first, ...subjects.map((one) => one.first));
    const end = endOf(scene, verb);
    if (terms.some(({ span }) => scene.span(from, end)[0] < span[1])) continue;
    terms.push({ verb, span: scene.span(from, end) });
    behind = afterAnd(scene, end, last);
  }
  return terms;
};

/** The word behind "and" at the end of what was told. */
const afterAnd = (scene: Scene, end: number, last: number): number | null => {
  const at = scene.tokens[end]?.text === ',' ? end + 1 : end;
  return at < last && scene.tokens[at]?.lower === 'and' ? at + 1 : null;
};

const isBare = (scene: Scene, { token, group }: Predicate): boolean => {
  const word = scene.tokens[token];
  return word !== undefined && word.pos === 'VERB' && group?.first === token && word.lower === word.lemma;
};

const isTerm = (scene: Scene, beat: Beat, verb: Predicate, attribution: string | null): boolean => {
  const { group, lemma, token, relative } = verb;
  if (group === null || group.form !== 'finite' || relative || group.perfect) return false;
  if (group.modal !== 'would' && group.modal !== 'shall') return false;
  if ((COPULAS.has(lemma) && !group.passive) || NO_TERMS.test(lemma)) return false;
  const place = scene.span(token, token + 1);
  if ((scene.attributionAt(place)?.id ?? null) !== attribution || scene.cueAt(place[0]) !== null) return false;
  const sentence = scene.sentenceOf(token);
  if (inRegion(findRegions(scene, beat.cues, sentence), token) !== null) return false;
  if (scene.tokens[sentence.last - 1]?.text === '?') return false;
  const doers = inRole(scene, verb, group.passive ? 'theme' : 'agent');
  return doers.every(({ chunk }) => !NO_DOER.test(scene.tokens[chunk?.head ?? -1]?.lower ?? ''));
};

const frameOf = (
  scene: Scene,
  definition: FrameDefinition,
  { part, who }: Contents,
  seed: Frame,
  verb: Predicate,
  span: Span,
): Frame => {
  const sentence = scene.sentenceOf(verb.token);
  const [doer] = who === undefined ? [] : inRole(scene, verb, 'agent');
  const roles = Object.fromEntries(Object.entries(seed.roles).filter(([role]) => role !== part && role !== who));
  return {
    ...seed,
    trigger: scene.span(verb.token, verb.token + 1),
    extent: [sentence.start, sentence.end],
    roles: {
      ...roles,
      [part]: [span],
      ...(who === undefined || doer?.mention == null ? {} : { [who]: [doer.span] }),
    },
    properties: { ...seed.properties, ...propertiesIn(scene, definition, span) },
    rule: `${definition.frame}/continued`,
    confidence: Math.min(seed.confidence, verb.confidence),
  };
};

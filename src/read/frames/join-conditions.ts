import type { Frame, Span } from '../../model/index.ts';
import { type Beat, typeOf } from '../beats/index.ts';
import { doersIn } from './doers.ts';
import type { Scene } from './scene.ts';

/** How many sentences back "the deal", "the purchase" or "it" may refer. */
const REACH = 2;

/** Nouns that take up a deal named before. */
const REFERS =
  /^(?:it|that|this|deal|sale|purchase|contract|agreement|acquisition|transaction|offer|stake|plan|arrangement|proposal|investment|transfer|takeover|lease|concession|exchange|swap|merger|loan)$/;

/** What is done under a deal: of the one told in the sentence before. */
const PARTS = /^(?:cargo|shipment|delivery|instalment|installment|payment|tranche|money|handover)$/;

/**
 * Gives the condition of "The purchase depends on …" to the deal or offer that "the purchase" takes up: in the same
 * sentence, or the last one within two sentences before it in the same block. The condition frame itself stays.
 */
export const joinConditions = (scene: Scene, beat: Beat, given: readonly Frame[]): readonly Frame[] => {
  const frames = given.map((frame) => (frame.type === 'condition' ? withList(scene, frame) : frame));
  const conditional = new Set(beat.frames.filter(({ conditional }) => conditional).map(typeOf));
  const added = new Map<Frame, Frame['conditions'][number][]>();
  for (const [i, condition] of frames.entries()) {
    if (condition.type !== 'condition' || condition.polarity === 'negative') continue;
    const [dependent] = condition.roles.dependent ?? [];
    const [span] = condition.roles.condition ?? [];
    if (dependent === undefined || span === undefined) continue;
    const near = frames.slice(Math.max(0, i - NEAR), i + NEAR).filter(({ type }) => conditional.has(type));
    const owner = findOwner(scene, near, condition, dependent);
    if (owner === null) continue;
    const list = added.get(owner) ?? [];
    list.push({ span, cue: condition.trigger, form: 'stated' });
    added.set(owner, list);
  }
  return frames.map((frame) => {
    const more = added.get(frame);
    return more === undefined ? frame : { ...frame, conditions: [...frame.conditions, ...more] };
  });
};

/** In frames, before and after: more than two sentences hold. */
const NEAR = 40;

const findOwner = (scene: Scene, candidates: readonly Frame[], condition: Frame, dependent: Span): Frame | null => {
  const own = candidates.find((frame) => frame.trigger[0] >= dependent[0] && frame.trigger[1] <= dependent[1]);
  if (own !== undefined) return own;
  const token = scene.tokenFrom(dependent[0]);
  const head = scene.tokens[scene.chunkOf(token)?.head ?? token];
  const isPart = head !== undefined && PARTS.test(head.lemma) && /^the$/i.test(scene.tokens[token]?.text ?? '');
  if (head === undefined || (!REFERS.test(head.lemma) && !REFERS.test(head.lower) && !isPart)) return null;
  const here = scene.tokens[scene.tokenFrom(condition.trigger[0])]?.sentence ?? -1;
  const block = scene.sentence(here).block;
  const earlier = candidates.filter((frame) => {
    if (frame.type !== 'deal' && frame.type !== 'offer') return false;
    const sentence = scene.tokens[scene.tokenFrom(frame.trigger[0])]?.sentence ?? -1;
    return (
      frame.trigger[1] <= dependent[0] &&
      here - sentence <= (isPart ? 1 : REACH) &&
      scene.sentence(sentence).block === block
    );
  });
  return earlier.at(-1) ?? null;
};

/** "depends on two events: that A, and that B": what is counted is told behind the colon. */
const withList = (scene: Scene, frame: Frame): Frame => {
  const [span] = frame.roles.condition ?? [];
  if (span === undefined || !COUNTED.test(scene.known.text.slice(...span))) return frame;
  const colon = scene.tokenFrom(span[1]);
  const sentence = scene.sentenceOf(scene.tokenFrom(span[0]));
  if (scene.tokens[colon]?.text !== ':' || colon + 1 >= sentence.last) return frame;
  const list = scene.span(colon + 1, sentence.last);
  const by = doersIn(scene, [colon + 1, sentence.last]);
  return { ...frame, roles: { ...frame.roles, condition: [list], ...(by.length > 0 ? { by } : {}) } };
};

const COUNTED =
  /\b(?:two|three|four|five|six|several|some|certain|following) (?:\w+ )?(?:things|conditions|events|steps|developments|points)$/i;

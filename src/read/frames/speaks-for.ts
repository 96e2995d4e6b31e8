import { after } from './around-noun.ts';
import type { Chunk } from './chunks.ts';
import { type Filler, ofMention } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import { speakers } from './positions.ts';
import type { Scene } from './scene.ts';

/** Bodies that are the state, party or company they are of. */
const BODIES =
  /^(?:government|governments|ministry|cabinet|authorities|administration|leadership|side|delegation|presidency|parliament|embassy|military|army)$/;
/** People who speak for somebody, where they have no name. */
const PEOPLE =
  /^(?:officials?|spokesman|spokeswoman|spokesperson|negotiators?|diplomats?|envoys?|minister|representatives?|ambassador|aide|lawyers?|leaders|generals?|ministers)$/;

/**
 * "A Kestrian official", "the government of Kestria": who takes a view is also, or in truth, whom they speak for. A body without a
 * name stands for its side; a person without one stands beside it. "The government", in the words of a Kestrian official, is that of Kestria.
 */
export const withThoseSpokenFor = (scene: Scene, trigger: Trigger, filler: Filler): readonly Filler[] => {
  const { chunk, mention } = filler;
  if (chunk === null || (mention !== null && (mention.form === 'name' || scene.isNamed(mention.chain))))
    return [filler];
  const head = scene.tokens[chunk.head]?.lower ?? '';
  const isBody = BODIES.test(head);
  if (!isBody && !PEOPLE.test(head)) return [filler];
  const side = sideOf(scene, chunk) ?? (isBody ? sideOfSpeaker(scene, trigger, chunk) : null);
  if (side === null) return [filler];
  const named: Filler = { ...side, confidence: Math.min(side.confidence, filler.confidence) };
  return isBody ? [named] : [filler, named];
};

/** A state, body or group by name: never a person. */
const isSide = ({ mention }: Filler): boolean =>
  mention?.form === 'name' && /^(?:organization|publicBody|place|group)$/.test(mention.type);

/** The name or adjective before the noun, else the name behind "of", "from" or "for". */
const sideOf = (scene: Scene, chunk: Chunk): Filler | null => {
  for (let i = chunk.head - 1; i >= chunk.first; i--) {
    if (!/^\p{Lu}/u.test(scene.tokens[i]?.text ?? '')) continue;
    const mention = scene.nameEndingAt(i) ?? scene.nameBehindAdjective(i);
    const found = mention === null ? null : ofMention(mention, 0.9);
    return found !== null && isSide(found) ? found : null;
  }
  for (const preposition of ['of', 'from', 'for']) {
    const [found] = after(scene, chunk, preposition);
    if (found !== undefined && isSide(found)) return found;
  }
  return null;
};

const sideOfSpeaker = (scene: Scene, trigger: Trigger, chunk: Chunk): Filler | null => {
  if (scene.tokens[chunk.first]?.lower !== 'the' || chunk.last - chunk.first > 2) return null;
  const [speaker] = speakers(scene, trigger);
  const mention = speaker?.mention ?? null;
  if (speaker === undefined || mention === null) return null;
  if (mention.form === 'name') return isSide(speaker) ? speaker : null;
  const at = scene.chunkOf(scene.tokenFrom(mention.head[0]));
  return at === null || !PEOPLE.test(scene.tokens[at.head]?.lower ?? '') ? null : sideOf(scene, at);
};

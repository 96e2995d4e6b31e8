import type { Chunk } from './chunks.ts';
import { type Filler, fillerOf } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import type { Scene } from './scene.ts';

/** How many sentences back a thing may have been told for "it" to take it up. */
const BACK = 3;

const BY_ORDER = 0.6;

/**
 * "Hale handed over a draft. It has nine points.": an "it" that nobody was found for, as the nearest thing before of which one of
 * these words is the noun; the filler itself where it is no such pronoun or nothing fits.
 *
 * @param isOne Whether a noun group is such a thing.
 */
export const takenUp = (scene: Scene, trigger: Trigger, filler: Filler, isOne: (chunk: Chunk) => boolean): Filler => {
  const { chunk, mention } = filler;
  if (mention !== null || chunk === null || chunk.last - chunk.first > 1) return filler;
  const token = scene.tokens[chunk.head];
  if (token?.lower !== 'it' || opensClause(scene, chunk, trigger)) return filler;
  const found = before(scene, chunk.first, isOne);
  return found === null ? filler : fillerOf(scene, found, Math.min(BY_ORDER, filler.confidence));
};

/** "It became clear to me, Hale wrote": the first word of all that is written, and no paper. */
const opensClause = (scene: Scene, chunk: Chunk, { predicate }: Trigger): boolean =>
  scene
    .predicatesNear(chunk.head)
    .some((verb) => verb !== predicate && verb.group?.form === 'finite' && verb.group.first === chunk.last);

/** The nearest such thing before a word, told of as one: of its own sentence only in an earlier clause. */
export const before = (scene: Scene, at: number, isOne: (chunk: Chunk) => boolean): Chunk | null => {
  const sentence = scene.tokens[at]?.sentence ?? -1;
  const own = scene.sentence(sentence);
  for (let back = 0; back <= BACK && sentence - back >= 0; back++) {
    if (scene.sentence(sentence - back).block !== own.block && back > 2) return null;
    const all = scene
      .chunksOf(sentence - back)
      .filter(
        (chunk) =>
          chunk.last <= at && isSingle(scene, chunk) && isOne(chunk) && (back > 0 || isApart(scene, chunk, at)),
      );
    // What a sentence is about comes before what else it names.
    const found = all.find(({ preposition }) => preposition === null) ?? all.at(-1);
    if (found !== undefined) return found;
  }
  return null;
};

const isSingle = (scene: Scene, { head }: Chunk): boolean => {
  const token = scene.tokens[head];
  return token !== undefined && (token.lower === token.lemma || !token.lower.endsWith('s'));
};

/** "The plan leaked because it was long": another clause has begun between. */
const isApart = (scene: Scene, { last }: Chunk, at: number): boolean =>
  scene.tokens.slice(last, at).some(({ lower, pos }) => /^(?:,|;|:|–|—|and|but|that)$/.test(lower) || pos === 'SCONJ');

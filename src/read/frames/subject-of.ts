import type { Chunk } from './chunks.ts';
import type { Scene } from './scene.ts';

/** The noun right before a verb, with what it hangs on: of "the release of the funds would" the release. */
export const subjectOf = (scene: Scene, verb: number): Chunk | null => {
  let chunk = scene.chunkOf(verb - 1);
  for (let steps = 0; steps < 4 && chunk !== null && chunk.preposition !== null; steps++)
    chunk = scene.chunkOf(chunk.preposition - 1);
  return chunk;
};

import type { Chunk } from './chunks.ts';
import type { Scene } from './scene.ts';

/** The token behind a possessor: "Veld's", "the envoys'". */
export const CLITIC = /^(?:'s|’s|'|’)$/;

/** Types of mention that can be party to something. */
export const PARTIES: ReadonlySet<string> = new Set(['person', 'organization', 'publicBody', 'place', 'group']);

/** Sentences longer than this, in characters, are quoted by the words that state the frame. */
export const LONG_SENTENCE = 350;

/** Whether these words stand one after the other from a token on, each as written or in its base form. */
export const standAt = (scene: Scene, words: readonly string[], first: number): boolean =>
  words.every((word, k) => {
    const token = scene.tokens[first + k];
    return token !== undefined && (token.lower === word || token.lemma === word);
  });

/** The same, where they end on a token. */
export const endAt = (scene: Scene, words: readonly string[], last: number): boolean =>
  standAt(scene, words, last - words.length + 1);

/** "Veld" of "Veld's trip"; null where nobody is named as whose it is. */
export const possessorIn = (scene: Scene, chunk: Chunk): Chunk | null => {
  for (let i = chunk.head; i > chunk.first; i--)
    if (CLITIC.test(scene.tokens[i]?.text ?? ''))
      return { first: chunk.first, last: i, head: i - 1, preposition: null };
  return null;
};

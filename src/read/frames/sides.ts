import { countriesByDemonym, countryNamed, countryOf } from '../../text/index.ts';
import { isBody } from './body-and-name.ts';
import { BY_WORDS } from './by-words.ts';
import type { Chunk } from './chunks.ts';
import { bare, type Filler, ofMention } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import { prepositionAt } from './predicates.ts';
import type { Scene } from './scene.ts';
import { CLITIC } from './words-at.ts';

/**
 * Whose a post is said to be by what stands beside it, apart from a possessor and prepositions: "the Ostran envoy", "Norel
 * executive Marek Voss", "Prime Minister Ilse Marr of Kestria". An adjective stands for the name it is formed from, where the
 * document has that name.
 */
export const sides = (scene: Scene, chunk: Chunk, trigger: Trigger): readonly Filler[] => {
  const inside = besideWords(scene, chunk.first, trigger.first);
  if (inside !== null) return [inside];
  if (prepositionAt(scene.tokens, chunk.first) !== null) return [];
  // Two names side by side are two noun groups: "Norel Group | chief executive Marek Voss".
  const before = scene.chunkOf(chunk.first - 1);
  const name = before === null || before.last !== chunk.first ? null : scene.mentionOf(before);
  if (before !== null && name !== null && isBody(name)) return [ofMention(name, BY_WORDS)];
  if (chunk.head < trigger.last || scene.tokens[chunk.last]?.lower !== 'of') return [];
  const behind = scene.chunkOf(chunk.last + 1);
  const of = behind === null ? null : scene.mentionOf(behind);
  return of !== null && isBody(of) ? [ofMention(of, BY_WORDS)] : [];
};

/** The name or adjective nearest before a post, other words of the post between. */
const besideWords = (scene: Scene, first: number, last: number): Filler | null => {
  for (let i = last - 1; i >= first; i--) {
    const token = scene.tokens[i];
    if (token === undefined || CLITIC.test(token.text)) return null;
    if (!/^\p{Lu}/u.test(token.text)) continue;
    const name = scene.nameEndingAt(i);
    // "the special envoy to Kestria, Ambassador Hale", "Norel's envoy to Lorne Marek Voss": what a preposition leads in is not whose it is.
    if (
      name !== null &&
      prepositionAt(scene.tokens, scene.tokenFrom(name.start) - 1) !== null &&
      scene.tokenFrom(name.start) > first
    )
      return null;
    if (name !== null) return isBody(name) ? ofMention(name, BY_WORDS) : null;
    const formed = scene.nameBehindAdjective(i);
    // "the Egyptian president", where only Cairo is named: the adjective is of the country, and not of its capital.
    if (isOfOtherName(token.text, formed === null ? null : scene.known.text.slice(...formed.head)))
      return bare(scene, i, i + 1, BY_WORDS);
    if (formed !== null) return ofMention(formed, BY_WORDS);
  }
  return null;
};

/** Whether a word is the adjective of one known country, and the name is none of that country's. */
const isOfOtherName = (word: string, name: string | null): boolean => {
  const land = countriesByDemonym(word).length > 0 && countryNamed(word) === null ? countryOf(word) : null;
  return land !== null && (name === null || countryNamed(name) !== land);
};

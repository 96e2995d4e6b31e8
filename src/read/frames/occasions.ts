import type { Cues } from '../beats/index.ts';
import type { Sentence } from '../known.ts';
import type { Region } from './conditions.ts';
import { splitWords } from './find-triggers.ts';
import type { Scene } from './scene.ts';

/** A part of a sentence that tells when, or without what: a condition where its clause is still to come. */
export interface Occasion {
  readonly region: Region;
  /** "as soon as"; "after", which mostly tells the time alone; "without", on which only what is denied hangs. */
  readonly strength: 'when' | 'after' | 'without';
}

/** "for the moment", "of the day" */
const NOT_BEFORE = /^(?:for|of|at|in|to|on|from|by|until|since|during|all|that)$/;
const DENYING = /^(?:without|while|before|absent)$/;
const AFTER = /^(?:after|following|upon)$/;
/** Openers with a noun, not a clause. */
const WITH_NOUN = /^(?:without|absent|following|upon)$/;

/**
 * Parts of a sentence that open with "as soon as", "the day after", "upon", "without" and the like. What they hold is told as any
 * other part is: what happens "as soon as …" has mostly happened.
 */
export const findOccasions = (
  scene: Scene,
  cues: Cues,
  sentence: Sentence,
  regions: readonly Region[],
): readonly Occasion[] => {
  const openers = cues.occasions.map(splitWords).sort((a, b) => b.length - a.length);
  const found: Occasion[] = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    if (regions.some(({ first, last }) => i >= first && i < last)) continue;
    if (scene.tokens[i]?.lower === 'the' && NOT_BEFORE.test(scene.tokens[i - 1]?.lower ?? '')) continue;
    const opened = openers
      .map((parts) => ({ words: parts.join(' '), inner: endOfOpener(scene, parts, i, sentence.last) }))
      .find(({ inner }) => inner !== null);
    if (opened?.inner == null) continue;
    const { words, inner } = opened;
    const last = endOf(scene, sentence, inner, words);
    if (last <= inner) continue;
    const strength = DENYING.test(words) ? 'without' : AFTER.test(words) ? 'after' : 'when';
    found.push({ region: { first: i, inner, last, condition: null }, strength });
    i = last - 1;
  }
  return found;
};

/** In words: what "*" of "within * days of" stands for. */
const MOST_BETWEEN = 3;

const endOfOpener = (scene: Scene, parts: readonly string[], at: number, last: number): number | null => {
  const [part, ...rest] = parts;
  if (part === undefined) return at;
  if (at >= last) return null;
  if (part !== '*') return scene.tokens[at]?.lower === part ? endOfOpener(scene, rest, at + 1, last) : null;
  for (let k = 1; k <= MOST_BETWEEN; k++) {
    const end = endOfOpener(scene, rest, at + k, last);
    if (end !== null) return end;
  }
  return null;
};

const endOf = (scene: Scene, sentence: Sentence, inner: number, words: string): number => {
  const noun = endOfNoun(scene, inner, sentence.last);
  if (WITH_NOUN.test(words)) return noun;
  const verb = scene.predicatesNear(inner).find(({ token, group }) => token >= inner && group?.form === 'finite');
  const stop = scene.tokens.findIndex(({ text }, i) => i >= inner && (i >= sentence.last || STOPS.test(text)));
  // "the day" alone opens nothing
  const needsClause = /^(?:the (?:day|moment|minute)|while|before|as soon as|if and when|when and if)$/.test(words);
  const end = stop < 0 ? sentence.last : Math.min(stop, sentence.last);
  // "after the vote the fund would pay": of two nouns the second does it.
  const isClause =
    verb?.group != null &&
    verb.token < end &&
    verb.group.first > inner &&
    subjectsIn(scene, inner, verb.group.first) <= 1;
  return isClause ? end : needsClause ? inner : noun;
};

/** Nouns up to a verb that hang on no preposition. */
const subjectsIn = (scene: Scene, first: number, verb: number): number => {
  let count = 0;
  for (let at = first; at < verb; at++) {
    const chunk = scene.chunkOf(at);
    if (chunk === null) continue;
    if (chunk.preposition === null || chunk.preposition < first) count++;
    at = chunk.last - 1;
  }
  return count;
};

const STOPS = /^[,;:.!?–—”"]$/;

/** End of a noun with what hangs on it: "the release of the crews from prison". */
export const endOfNoun = (scene: Scene, inner: number, last: number): number => {
  const chunk = scene.chunkOf(inner);
  let end = chunk?.last ?? inner;
  for (
    let next = scene.chunkOf(end + 1);
    next !== null && next.preposition === end && end < last;
    next = scene.chunkOf(end + 1)
  )
    end = next.last;
  return end;
};

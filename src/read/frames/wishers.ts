import type { Cues } from '../beats/index.ts';
import { governorOf, inRole } from './arguments.ts';
import { has } from './cue-draft.ts';
import { type Filler, fillersIn } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';
import { ownersOf } from './wide-positions.ts';

/** How far up: "is calling on Aldmark to agree to lift". */
const STEPS = 3;

/** Who demands or wants that it be done: "Kestria demanded that Aldmark lift the ban", "wants the ban lifted", "demands the lifting". */
export const wisher = (scene: Scene, cues: Cues, { kind, predicate, carrier }: Trigger): readonly Filler[] => {
  const own = kind === 'noun' ? (carrier?.predicate ?? null) : predicate;
  const isWish = ({ lemma }: Predicate): boolean => has([...cues.demanding, ...cues.asking, ...WISHES], lemma);
  let at: Predicate | null = own;
  for (let steps = 0; at !== null && steps < STEPS; steps++) {
    if (isWish(at) && (kind === 'noun' || at !== own)) {
      const chunk = at.group === null ? scene.chunkOf(at.token) : null;
      // "the Front's insistence that he be removed"
      return chunk === null ? inRole(scene, at, 'agent') : ownersOf(scene, chunk);
    }
    at = governorOf(scene, at);
  }
  return [];
};

/** Want something done without saying that somebody is asked. */
const WISHES = [
  ...['call', 'push', 'press', 'demand', 'hope', 'want', 'campaign', 'plead'],
  ...['insistence', 'request', 'appeal', 'wish'],
];

/** "12 people, including Irina Veld and Marek Voss": who is named among what the verb is done to. */
export const included = (scene: Scene, { predicate }: Trigger): readonly Filler[] => {
  if (predicate === null) return [];
  return inRole(scene, predicate, 'theme').flatMap(({ chunk }) => {
    if (chunk === null) return [];
    const { last } = scene.sentenceOf(chunk.first);
    for (let i = chunk.last; i < Math.min(last, chunk.last + MOST_BETWEEN); i++) {
      if (scene.predicateAt(i)?.group?.form === 'finite') return [];
      if (scene.tokens[i]?.lower !== 'including' && !isAmong(scene, i)) continue;
      return fillersIn(scene, i + 1, endOf(scene, i + 1, last), BY_WORDS);
    }
    return [];
  });
};

const BY_WORDS = 0.9;
/** In words, between the noun and "including": "12 people and five firms from three countries". */
const MOST_BETWEEN = 16;

const isAmong = (scene: Scene, at: number): boolean =>
  scene.tokens[at]?.lower === 'them' && scene.tokens[at - 1]?.lower === 'among';

/** A verb with a subject of its own ends the list. */
const endOf = (scene: Scene, from: number, last: number): number => {
  for (let i = from; i < last; i++) {
    if (/^[.;:!?"”]$/.test(scene.tokens[i]?.text ?? '') || scene.predicateAt(i)?.group?.form === 'finite') return i;
  }
  return last;
};

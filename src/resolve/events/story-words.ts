import { type Kinship, kinshipOf } from '../../text/index.ts';
import type { EventMention } from './event-mention.ts';

/** What the mentions of one story together tell of their words. */
export interface StoryWords {
  /** Documents of the story that have mentions. */
  readonly documents: number;
  /** Documents in which an event is told by a stem. */
  readonly tellers: ReadonlyMap<string, number>;
  /** Documents and sentences in which two stems tell of events; the key of `pairKey`. */
  readonly sameDocument: ReadonlyMap<string, number>;
  readonly sameSentence: ReadonlyMap<string, number>;
  /** How two stems are akin; each pair is worked out once. */
  readonly kinOf: (a: string, b: string) => Kinship;
}

/** One key for two stems in whichever order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const countPairs = (groups: Iterable<ReadonlySet<string>>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const stems = [...group].sort();
    stems.forEach((one, at) => {
      for (const other of stems.slice(at + 1)) {
        const key = `${one} ${other}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    });
  }
  return counts;
};

const rememberKin = (): StoryWords['kinOf'] => {
  const known = new Map<string, Kinship>();
  return (a, b) => {
    const key = pairKey(a, b);
    let kin = known.get(key);
    if (kin === undefined) {
      kin = kinshipOf(a, b);
      known.set(key, kin);
    }
    return kin;
  };
};

/** Counts over the mentions of one story. */
export const storyWordsOf = (mentions: readonly EventMention[]): StoryWords => {
  const byDocument = new Map<number, Set<string>>();
  const bySentence = new Map<string, Set<string>>();
  for (const { document, sentence, stem } of mentions) {
    const whole = byDocument.get(document) ?? new Set();
    byDocument.set(document, whole.add(stem));
    const key = `${document} ${sentence}`;
    const part = bySentence.get(key) ?? new Set();
    bySentence.set(key, part.add(stem));
  }
  const tellers = new Map<string, number>();
  for (const stems of byDocument.values()) {
    for (const stem of stems) tellers.set(stem, (tellers.get(stem) ?? 0) + 1);
  }
  return {
    documents: byDocument.size,
    tellers,
    sameDocument: countPairs(byDocument.values()),
    sameSentence: countPairs(bySentence.values()),
    kinOf: rememberKin(),
  };
};

import type { Beat, FrameDefinition, TriggerDefinition } from '../beats/index.ts';
import type { Clause, NounPhrase } from '../known.ts';
import type { Scene } from './scene.ts';

/** A place in the text where words of a frame stand, of the right kind. */
export interface Trigger {
  readonly frame: FrameDefinition;
  readonly definition: TriggerDefinition;
  readonly kind: 'verb' | 'noun' | 'adjective';
  /** `frame/kind/number`, for `Frame.rule`. */
  readonly rule: string;
  /** The words as the beat has them. */
  readonly words: string;
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Of a verb: its clause. Of others: the clause that carries them, or null. */
  readonly clause: Clause | null;
  /** Of a noun: its phrase. Of an adjective: the phrase it stands in, if it does. */
  readonly phrase: NounPhrase | null;
}

interface Entry {
  readonly frame: FrameDefinition;
  readonly definition: TriggerDefinition;
  readonly kind: Trigger['kind'];
  readonly rule: string;
  readonly words: readonly string[];
}

export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** Orders a beat's triggers by their first word. */
export const makeLexicon = (beat: Beat): Lexicon => {
  const lexicon = new Map<string, Entry[]>();
  const add = (frame: FrameDefinition, kind: Trigger['kind'], definition: TriggerDefinition, rule: string): void => {
    for (const form of definition.words) {
      const words = splitWords(form);
      const first = words[0];
      if (first === undefined) continue;
      const list = lexicon.get(first) ?? [];
      list.push({ frame, kind, definition, rule, words });
      lexicon.set(first, list);
    }
  };
  for (const frame of beat.frames) {
    frame.verbs.forEach((trigger, i) => {
      add(frame, 'verb', trigger, `${frame.frame}/verbs/${i + 1}`);
    });
    frame.nouns.forEach((trigger, i) => {
      add(frame, 'noun', trigger, `${frame.frame}/nouns/${i + 1}`);
    });
    frame.adjectives.forEach((trigger, i) => {
      add(frame, 'adjective', trigger, `${frame.frame}/adjectives/${i + 1}`);
    });
  }
  return lexicon;
};

/** The tagger cuts words at hyphens, most of the time: "brother - in - law". */
export const splitWords = (form: string): readonly string[] =>
  form
    .toLowerCase()
    .split(/\s+|(-)/)
    .filter((word) => word !== undefined && word !== '');

/**
 * All places where words of the beat stand, in text order; of one frame and place only the longest form.
 */
export const findTriggers = (lexicon: Lexicon, scene: Scene): readonly Trigger[] => {
  const triggers: Trigger[] = [];
  for (const token of scene.tokens) {
    const entries = new Set([
      ...(lexicon.get(token.lower) ?? []),
      ...(lexicon.get(token.lemma) ?? []),
      ...(token.lower.includes('-') ? (lexicon.get(token.lower.split('-')[0] ?? '') ?? []) : []),
    ]);
    const here: Trigger[] = [];
    for (const entry of entries) {
      const trigger = match(scene, entry, token.index);
      if (trigger !== null) here.push(trigger);
    }
    const longest = (trigger: Trigger): boolean =>
      !here.some((other) => other.frame === trigger.frame && other.last > trigger.last);
    triggers.push(...here.filter(longest));
  }
  return triggers.filter((trigger, i) => !neighbours(triggers, i).some((other) => hides(other, trigger)));
};

/** How many triggers before and after one may still share words with it. */
const REACH = 24;

const neighbours = (triggers: readonly Trigger[], i: number): readonly Trigger[] =>
  triggers.slice(Math.max(0, i - REACH), i + REACH + 1);

/** A longer form of words leaves nothing to a shorter one inside it. */
const hides = (other: Trigger, trigger: Trigger): boolean => {
  if (other === trigger || other.kind !== trigger.kind || other.last < trigger.last) return false;
  // "spoke by phone" leaves nothing to "spoke".
  if (other.first === trigger.first) return other.words.startsWith(`${trigger.words} `);
  return other.first < trigger.first && (other.frame === trigger.frame || other.last - other.first > 1);
};

const match = (scene: Scene, entry: Entry, at: number): Trigger | null => {
  const last = matchWords(scene, entry, at);
  if (last === null) return null;
  const base = {
    frame: entry.frame,
    definition: entry.definition,
    kind: entry.kind,
    rule: entry.rule,
    words: entry.words.join(' ').replaceAll(' - ', '-'),
    first: at,
    last,
  };
  if (entry.kind === 'verb') {
    const clause = lastVerb(scene, at, last);
    return clause === null ? null : { ...base, clause, phrase: null };
  }
  if (entry.kind === 'noun') return nounTrigger(scene, base);
  // "The council sanctioned the use of force": the verb, not the adjective.
  if (last === at + 1 && scene.clauseOf(at)?.verb === at) return null;
  return { ...base, clause: null, phrase: scene.phraseOf(at) };
};

/** The clause of the last verb among the words: "declined to comment" is a comment that was declined. */
const lastVerb = (scene: Scene, first: number, last: number): Clause | null => {
  let found: Clause | null = null;
  for (let i = first; i < last; i++) {
    const clause = scene.clauseOf(i);
    if (clause?.verb === i) found = clause;
  }
  return found;
};

/** A noun counts as the head of its phrase, or right before the name it describes ("his brother Marek"). */
const nounTrigger = (scene: Scene, base: Omit<Trigger, 'clause' | 'phrase'>): Trigger | null => {
  const phrase = scene.phraseOf(base.last - 1);
  const word = scene.tokens[base.last - 1];
  if (phrase === null || word === undefined) return null;
  const shouted = isTitle(scene, base.first);
  if (shouted) return null;
  if (phrase.head >= base.first && phrase.head < base.last) return { ...base, clause: carrier(scene, phrase), phrase };
  const head = scene.tokens[phrase.head];
  const named = head?.pos === 'PROPN' && phrase.head >= base.last;
  if (!named || base.last > phrase.head) return null;
  // Only names between the noun and the head: "his brother Marek Voss", not "the meeting room".
  for (let i = base.last; i <= phrase.head; i++) {
    const token = scene.tokens[i];
    if (token === undefined || !/^\p{Lu}/u.test(token.text)) return null;
  }
  return { ...base, clause: carrier(scene, phrase), phrase };
};

/** "Father Anselm", "the Meeting House": a capital inside a sentence makes a name of the word. */
const isTitle = (scene: Scene, at: number): boolean => {
  const token = scene.tokens[at];
  if (token === undefined || !/^\p{Lu}/u.test(token.text)) return false;
  if (scene.sentence(token.sentence).first !== at) return true;
  const next = scene.tokens[at + 1];
  return next !== undefined && next.pos === 'PROPN';
};

/** The clause in which a phrase is object, oblique or subject, seen through "a series of", "a round of". */
export const carrier = (scene: Scene, phrase: NounPhrase): Clause | null => {
  const top = topOf(scene, phrase);
  const sentence = scene.tokens[top.head]?.sentence ?? -1;
  const clauses = scene.clausesOf(sentence);
  const has = (list: readonly number[]): boolean => list.includes(top.index);
  return (
    clauses.find((clause) => has(clause.objects)) ??
    clauses.find((clause) => clause.obliques.some((oblique) => oblique.phrase === top.index)) ??
    clauses.find((clause) => has(clause.subjects)) ??
    null
  );
};

const TRANSPARENT = new Set([
  ...['series', 'round', 'number', 'set', 'string', 'succession', 'couple', 'kind', 'sort', 'type', 'flurry', 'day'],
  ...['hour', 'week', 'cycle', 'rest', 'majority', 'part'],
]);

/** The phrase that stands for this one in its clause: "a series of meetings" for "meetings". */
export const topOf = (scene: Scene, phrase: NounPhrase): NounPhrase => {
  let at = phrase;
  for (let steps = 0; steps < 5 && at.attachment === 'of' && at.attachedTo !== null; steps++) {
    const up = scene.phrase(at.attachedTo);
    if (up === null || !TRANSPARENT.has(scene.tokens[up.head]?.lemma ?? '')) break;
    at = up;
  }
  return at;
};

const MAX_GAP = 4;

const matchWords = (scene: Scene, { words, kind }: Entry, at: number): number | null => {
  const { tokens } = scene;
  const start = tokens[at];
  if (start === undefined) return null;
  if (kind === 'verb' && scene.clauseOf(at) === null && start.pos !== 'ADV' && start.pos !== 'PART') return null;
  if (kind === 'verb' && words.length === 1 && scene.clauseOf(at)?.verb !== at) return null;
  let k = at;
  // A word that the tagger kept whole: "sister-in-law" in one piece.
  if (start.lower.includes('-') && words.length > 1) {
    return start.lower === words.join('') || start.lemma === words.join('') ? at + 1 : null;
  }
  for (const [i, word] of words.entries()) {
    if (i === 0) {
      k = at + 1;
      continue;
    }
    // The parts of a verb may stand apart: "handed the draft over", "spoke on Monday by phone".
    const gap = kind === 'verb' && scene.clauseOf(at)?.verb === at ? MAX_GAP : 0;
    let found = -1;
    for (let j = k; j <= k + gap && j < tokens.length; j++) {
      const token = tokens[j];
      if (token === undefined || token.sentence !== start.sentence) break;
      if (token.lower === word || (token.lemma === word && i === words.length - 1) || token.lemma === word) {
        found = j;
        break;
      }
      if (token.pos === 'VERB' || token.pos === 'AUX' || token.text === ',') break;
    }
    if (found < 0) return null;
    k = found + 1;
  }
  return k;
};

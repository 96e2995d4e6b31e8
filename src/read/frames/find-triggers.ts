import type { Beat, FrameDefinition, TriggerDefinition } from '../beats/index.ts';
import { argumentOf, COPULAS } from './arguments.ts';
import { boundOf } from './beside-verb.ts';
import { bodyAndName } from './body-and-name.ts';
import type { Chunk } from './chunks.ts';
import { type Predicate, prepositionAt } from './predicates.ts';
import type { Scene } from './scene.ts';

/** The verb in one of whose arguments a noun is the head: "held talks", "the talks were called off". */
export interface Carrier {
  readonly predicate: Predicate;
  /** object: what the verb is done to, also of a passive; oblique: behind a preposition; complement: behind "is". */
  readonly as: 'object' | 'subject' | 'oblique' | 'complement';
}

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
  /** Of a verb: its predicate. Of others: what the network says of the noun or adjective, or null. */
  readonly predicate: Predicate | null;
  /** Of a noun: its noun group. Of an adjective: the group it stands in, if it does. */
  readonly chunk: Chunk | null;
  /** Of a noun: the verb that carries it, or null. */
  readonly carrier: Carrier | null;
}

interface Entry {
  readonly frame: FrameDefinition;
  readonly definition: TriggerDefinition;
  readonly kind: Trigger['kind'];
  readonly rule: string;
  readonly words: readonly string[];
}

export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** "dine": dines, dined, dining; "visit": visits, visited, visiting. */
const regularForms = (verb: string): readonly string[] => {
  if (/e$/.test(verb)) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  return [/(?:s|x|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`, `${verb}ed`, `${verb}ing`];
};

/** Orders a beat's triggers by their first word. */
export const makeLexicon = (beat: Beat): Lexicon => {
  const lexicon = new Map<string, Entry[]>();
  const add = (frame: FrameDefinition, kind: Trigger['kind'], definition: TriggerDefinition, rule: string): void => {
    for (const form of definition.words) {
      const words = splitWords(form);
      const first = words[0];
      if (first === undefined) continue;
      const entry = { frame, kind, definition, rule, words };
      // The tagger's base forms are not always right ("dined" is no "din"): verbs are looked up by all their regular forms.
      for (const key of kind === 'verb' ? [first, ...regularForms(first)] : [first]) {
        const list = lexicon.get(key) ?? [];
        list.push(entry);
        lexicon.set(key, list);
      }
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
    carrier: null,
  };
  if (entry.kind === 'verb') {
    const predicate = lastVerb(scene, at, last);
    return predicate === null ? null : { ...base, predicate, chunk: null };
  }
  if (entry.kind === 'noun') return nounTrigger(scene, base);
  const chunk = scene.chunkOf(at);
  const predicate = scene.predicateAt(at);
  // "The council sanctioned the use of force": the verb, not the adjective.
  const attributive = chunk !== null && chunk.head >= last;
  if (last === at + 1 && !attributive && predicate?.group != null) return null;
  return { ...base, predicate, chunk: attributive ? chunk : null };
};

/** The last verb among the words: "declined to comment" is a comment that was declined. */
const lastVerb = (scene: Scene, first: number, last: number): Predicate | null => {
  for (let i = last - 1; i >= first; i--) {
    const predicate = scene.predicateAt(i);
    if (predicate !== null && predicate.group !== null) return predicate;
  }
  return null;
};

/** A noun counts as the head of its group, or right before the name it describes ("his brother Marek"). */
const nounTrigger = (scene: Scene, base: Omit<Trigger, 'predicate' | 'chunk'>): Trigger | null => {
  const chunk = scene.chunkOf(base.last - 1);
  if (chunk === null) return null;
  const isCapital = isTitle(scene, base.first);
  if (isCapital && !(base.definition.titles === true && isPostWithCapital(scene, chunk, base))) return null;
  const own = scene.predicateAt(base.last - 1) ?? scene.predicateAt(base.first);
  // "managing director" is no managing
  const isWhole = own?.token === base.first && base.last - base.first > 1;
  if (own?.group != null && !isWhole) return null;
  const noun = own?.group == null ? own : null;
  // "Marr's chief of staff": two noun groups, one post.
  const opening = base.first < chunk.first ? scene.chunkOf(base.first) : null;
  const whole =
    base.first >= chunk.first
      ? chunk
      : {
          ...chunk,
          first: opening?.first ?? base.first,
          preposition: opening === null ? chunk.preposition : opening.preposition,
        };
  const trigger = { ...base, chunk: whole, predicate: noun, carrier: carrierOf(scene, whole, noun) };
  if (chunk.head >= base.first && chunk.head < base.last) return trigger;
  const head = scene.tokens[chunk.head];
  if (head?.pos !== 'PROPN' || chunk.head < base.last) return null;
  // Only names between the noun and the head: "his brother Marek Voss", not "the meeting room".
  for (let i = base.last; i <= chunk.head; i++) {
    const token = scene.tokens[i];
    if (token === undefined || !/^\p{Lu}/u.test(token.text)) return null;
  }
  return trigger;
};

/** "Foreign Minister Ilse Marr", "Marek Voss, Chairman of the Fund": with a capital only before or beside a name. */
const isPostWithCapital = (scene: Scene, chunk: Chunk, { first, last }: Pick<Trigger, 'first' | 'last'>): boolean => {
  if (chunk.head >= last) return scene.mentionOf(chunk)?.type === 'person';
  const own = scene.mentionOf(chunk);
  if (own?.form === 'name' && own.head[0] <= (scene.tokens[first]?.start ?? 0)) return false;
  // "given to Chairman of the Norel Group Marek Voss"
  if (bodyAndName(scene, chunk) !== null) return true;
  // "signed by the Minister of Trade, M. Voss"
  const opener = scene.tokens[chunk.first]?.lower ?? '';
  if (
    opener === 'the' &&
    !/^of$/.test(scene.tokens[chunk.preposition ?? -1]?.lower ?? '') &&
    (prepositionAt(scene.tokens, chunk.last) !== null || scene.tokens[chunk.last]?.text === ',')
  )
    return true;
  const before = scene.tokens[chunk.first - 1];
  return before !== undefined && /^(?:,|as|is|was|–|—|\(|became)$/.test(before.lower);
};

/** "Father Anselm", "the Meeting House": a capital inside a sentence makes a name of the word. */
const isTitle = (scene: Scene, at: number): boolean => {
  const token = scene.tokens[at];
  if (token === undefined || !/^\p{Lu}/u.test(token.text)) return false;
  if (scene.sentence(token.sentence).first !== at) return true;
  const next = scene.tokens[at + 1];
  return next !== undefined && next.pos === 'PROPN';
};

/** The verb that carries a noun, seen through "a series of"; the light verb that the network names goes first. */
export const carrierOf = (scene: Scene, chunk: Chunk, own: Predicate | null): Carrier | null => {
  const light = own?.arguments.find(({ label }) => label === 'ARGM-LVB');
  const verb = light === undefined ? null : scene.predicateAt(light.first);
  if (verb?.group != null) return { predicate: verb, as: 'object' };
  const top = topOf(scene, chunk);
  let best: Carrier | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const predicate of scene.predicatesNear(top.head)) {
    const { group } = predicate;
    if (group === null || (predicate.token >= top.first && predicate.token < top.last)) continue;
    const argument = argumentOf(scene, predicate, top);
    if (argument === null || isClause(scene, argument.first, top.first)) continue;
    const before = argument.last <= predicate.token;
    const as =
      argument.preposition !== null
        ? argument.preposition === 'as' && SERVING.has(predicate.lemma)
          ? 'complement'
          : 'oblique'
        : COPULAS.has(predicate.lemma)
          ? before
            ? 'subject'
            : 'complement'
          : argument.label === 'ARG0' ||
              (before && !group.passive && !predicate.relative && group.form === 'finite' && !isMarked(argument.label))
            ? 'subject'
            : 'object';
    // "said the meeting was cancelled": the nearer verb tells of it.
    const length = argument.last - argument.first;
    if (length > size || (length === size && best !== null && RANKS.indexOf(as) >= RANKS.indexOf(best.as))) continue;
    best = { predicate, as };
    size = length;
  }
  // "had dinner", where the network leaves the object out: the verb right before.
  const before = best === null && top.preposition === null ? scene.predicateAt(top.first - 1) : null;
  if (before?.group != null) return { predicate: before, as: COPULAS.has(before.lemma) ? 'complement' : 'object' };
  return best ?? verbBehind(scene, top);
};

/** "established that the talks went far": a clause is told of, its noun is not carried. */
const isClause = (scene: Scene, first: number, noun: number): boolean =>
  first < noun && /^(?:that|whether|if|how|why)$/.test(scene.tokens[first]?.lower ?? '');

/** "The meeting between Hale and Veld did not take place", where the network leaves the subject out: the verb that follows. */
const verbBehind = (scene: Scene, chunk: Chunk): Carrier | null => {
  if (chunk.preposition !== null) return null;
  const end = boundOf(scene, chunk);
  if (scene.tokens.slice(chunk.last, end).some(({ text }) => text === ',')) return null;
  const verb = scene.predicatesNear(end).find(({ group }) => group !== null && group.verb >= end);
  if (verb?.group == null || verb.group.first > end || verb.group.form !== 'finite') return null;
  // "make a bid or walk away": the second verb has nothing to do with the noun.
  if (/^(?:and|or|but)$/.test(scene.tokens[verb.group.first - 1]?.lower ?? '')) return null;
  const told = verb.arguments.some(({ label, last }) => /^ARG[01]$/.test(label) && last <= verb.token);
  return told ? null : { predicate: verb, as: verb.group.passive ? 'object' : 'subject' };
};

/** "served as chairman": says what somebody was, as "is" does. */
export const SERVING = new Set([
  'serve',
  'act',
  'work',
  'resign',
  'quit',
  'retire',
  'step',
  'function',
  'return',
  'continue',
]);

const RANKS = ['object', 'complement', 'oblique', 'subject'];

const isMarked = (label: string): boolean => label === 'ARGM-PRR';

const TRANSPARENT = new Set([
  ...['series', 'round', 'number', 'set', 'string', 'succession', 'couple', 'kind', 'sort', 'type', 'flurry', 'day'],
  ...['hour', 'week', 'cycle', 'rest', 'majority', 'part'],
]);

/** The noun group that stands for this one in its clause: "a series of meetings" for "meetings". */
export const topOf = (scene: Scene, chunk: Chunk): Chunk => {
  let at = chunk;
  for (let steps = 0; steps < 5 && at.preposition !== null; steps++) {
    if (scene.tokens[at.preposition]?.lower !== 'of') break;
    const up = scene.chunkOf(at.preposition - 1);
    if (up === null || !TRANSPARENT.has(scene.tokens[up.head]?.lemma ?? '')) break;
    at = up;
  }
  return at;
};

const MAX_GAP = 4;
const MAX_SPREAD = 5;

const matchWords = (scene: Scene, { words, kind }: Entry, at: number): number | null => {
  const { tokens } = scene;
  const start = tokens[at];
  if (start === undefined) return null;
  const verbal = scene.predicateAt(at)?.group != null;
  // "without telling Veld"
  const leads = start.lower === 'without' ? /^(?:ADP|SCONJ)$/ : /^(?:ADV|PART|AUX)$/;
  if (kind === 'verb' && !verbal && !leads.test(start.pos)) return null;
  if (kind === 'verb' && words.length === 1 && !verbal) return null;
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
    // "under Aldmark sanctions", "on the union's list": names and adjectives between a preposition and its noun.
    const spread = kind === 'adjective' && (i === 1 || i === words.length - 1) && start.pos === 'ADP';
    const gap = kind === 'verb' && verbal ? MAX_GAP : spread ? MAX_SPREAD : 0;
    let found = -1;
    for (let j = k; j <= k + gap && j < tokens.length; j++) {
      const token = tokens[j];
      if (token === undefined || token.sentence !== start.sentence) break;
      if (token.lower === word || token.lemma === word) {
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

/** A verb alone and with the particle after it: "call", "call off". */
export const verbForms = (scene: Scene, { token, lemma }: Predicate): readonly string[] => [
  lemma,
  `${lemma} ${scene.tokens[token + 1]?.lower ?? ''}`,
  ...(scene.tokens[token]?.lower === lemma ? stemsOfGerund(lemma) : []),
];

/** "imposing sanctions" is at times taken for an adjective, which has no base form: what the base form may be. */
const stemsOfGerund = (word: string): readonly string[] => {
  const stem = /^(.{2,})ing$/.exec(word)?.[1];
  return stem === undefined ? [] : [stem, `${stem}e`];
};

/** Whether the verb in one of whose arguments a noun is the head is one that its definition names for carrying it. */
export const isCarriedBy = (scene: Scene, { carrier, definition }: Trigger): boolean =>
  carrier !== null && verbForms(scene, carrier.predicate).some((form) => (definition.through ?? []).includes(form));

import type { Mention, Span } from '../../model/index.ts';
import type { Cues } from '../beats/index.ts';
import type { Clause, NounPhrase } from '../known.ts';
import { carrier, type Trigger, topOf } from './find-triggers.ts';
import type { Scene } from './scene.ts';

/** What stands at a position: a phrase, a mention without a phrase ("their"), or bare words. */
export interface Filler {
  readonly phrase: NounPhrase | null;
  readonly mention: Mention | null;
  readonly span: Span;
  /** Stands behind "with" or "to": on the other side from who did it. */
  readonly across?: boolean;
}

const ACROSS = new Set(['with', 'to', 'from', 'for']);

/** What stands at one of the abstract positions around a trigger, in text order; empty when nothing does. */
export const at = (scene: Scene, cues: Cues, trigger: Trigger, position: string): readonly Filler[] => {
  switch (position) {
    case 'allowed':
      return allowed(scene, cues, trigger).flatMap(({ who }) => who);
    case 'allowed-act':
      return allowed(scene, cues, trigger).flatMap(({ act }) => act);
    case 'orderer':
      return governing(scene, trigger, cues.ordering);
    case 'asker':
      return governing(scene, trigger, cues.asking);
    case 'rest':
      return rest(scene, trigger);
    default:
  }
  const found =
    trigger.kind === 'verb'
      ? atVerb(scene, trigger.clause, position)
      : trigger.kind === 'noun'
        ? atNoun(scene, trigger, position)
        : atAdjective(scene, trigger, position);
  return ACROSS.has(position) ? found.map((filler) => ({ ...filler, across: true })) : found;
};

/** A phrase with all phrases joined to it. */
const fillers = (scene: Scene, phrases: readonly (NounPhrase | null)[]): readonly Filler[] => {
  const found: Filler[] = [];
  for (const phrase of phrases) {
    if (phrase === null || found.some((filler) => filler.phrase === phrase)) continue;
    found.push(filler(scene, phrase));
  }
  return found;
};

const filler = (scene: Scene, phrase: NounPhrase): Filler => {
  const mention = scene.mentionOf(phrase);
  return { phrase, mention, span: mention === null ? wholePhrase(scene, phrase) : [mention.start, mention.end] };
};

/** A phrase with the of-phrases and one in-phrase that hang on it: "a stake in the field". */
const wholePhrase = (scene: Scene, phrase: NounPhrase): Span => {
  let last = phrase.last;
  for (let steps = 0; steps < 3; steps++) {
    const next = scene.tokens[last];
    const after = scene.phraseOf(last + 1);
    if (next === undefined || after === null || after.preposition !== last) break;
    if (next.lower !== 'of' && next.lower !== 'in') break;
    if (scene.mentionOf(after)?.form === 'name' && next.lower === 'in') break;
    last = after.last;
  }
  return scene.span(phrase.first, last);
};

const list = (scene: Scene, indices: readonly number[]): readonly Filler[] =>
  fillers(
    scene,
    indices.map((index) => scene.phrase(index)),
  );

const subjects = (scene: Scene, clause: Clause): readonly Filler[] => {
  if (clause.passive) return oblique(scene, clause, 'by');
  if (clause.subjects.length === 0) return takenForNoun(scene, clause);
  return isDoerTold(scene, clause) ? list(scene, clause.subjects) : [];
};

/** "Hale plans to meet Veld": the tagger takes the verb for a noun, and the name for what describes it. */
const takenForNoun = (scene: Scene, clause: Clause): readonly Filler[] => {
  const to = clause.first - 1;
  const verb = scene.tokens[to - 1];
  if (clause.finite || clause.governor !== null || scene.tokens[to]?.lower !== 'to' || verb === undefined) return [];
  const phrase = scene.phraseOf(verb.index);
  if (phrase === null || phrase.head !== verb.index || !verb.lower.endsWith('s') || phrase.preposition !== null)
    return [];
  const name = scene.tokens[verb.index - 1];
  const mention = scene.mentionsWithin(scene.tokens[phrase.first]?.start ?? 0, verb.start).at(-1);
  if (mention === undefined || mention.form !== 'name' || name === undefined || mention.end !== name.end) return [];
  return [{ phrase: null, mention, span: [mention.start, mention.end] }];
};

/** Verbs that lend their subject to the infinitive behind their object: "made an attempt to meet". */
const LENDING = new Set([
  ...[
    'be',
    'have',
    'make',
    'take',
    'hold',
    'get',
    'win',
    'receive',
    'express',
    'show',
    'voice',
    'give',
    'begin',
    'start',
    'seek',
  ],
  ...['announce', 'abandon', 'drop', 'confirm', 'declare', 'state', 'enter', 'continue', 'find', 'see'],
  ...['reach', 'sign', 'accept', 'lose', 'need', 'want', 'pursue'],
]);

/** "revealed talks, in an attempt to draft a plan": whose attempt it is is not told by the subject of "revealed". */
const isDoerTold = (scene: Scene, clause: Clause): boolean => {
  if (clause.finite || clause.governor === null) return true;
  const governor = scene.clause(clause.governor);
  const to = clause.first - 1;
  if (governor === null || scene.tokens[to]?.lower !== 'to') return true;
  const before = scene.tokens[to - 1];
  if (before?.text === ',') return false;
  // "revealed talks, in an attempt to …"
  const cut = scene.tokens.slice(governor.last, to).some(({ text }) => text === ',');
  if (before?.pos === 'NOUN' && cut) return false;
  return before?.pos !== 'NOUN' || before.index === governor.verb || LENDING.has(governor.lemma);
};

const objects = (scene: Scene, clause: Clause): readonly Filler[] => {
  if (clause.passive) return list(scene, [...clause.subjects, ...clause.objects]);
  // "As they met, business leaders …": what follows a comma begins something else.
  if (clause.objects.length === 0) return list(scene, antecedents(scene, clause));
  return scene.tokens[clause.last]?.text === ','
    ? []
    : list(
        scene,
        clause.objects.filter((o) => isNear(scene, clause, o)),
      );
};

/** Nothing with a preposition stands between a verb and its object, but for the particle of the verb. */
const isNear = (scene: Scene, clause: Clause, object: number): boolean => {
  const phrase = scene.phrase(object);
  if (phrase === null) return false;
  const first = scene.members(phrase)[0]?.first ?? phrase.first;
  return !scene.tokens.slice(clause.last + 1, first).some(({ pos }) => pos === 'ADP');
};

/** "the banker, whom Aldmark sanctioned": the object is what the relative clause hangs on. */
const antecedents = (scene: Scene, clause: Clause): readonly number[] => {
  const { marker } = clause;
  if (marker === null || !/^(?:whom|which|that)$/.test(scene.tokens[marker]?.lower ?? '')) return [];
  const told = clause.subjects.some((subject) => (scene.phrase(subject)?.first ?? -1) > marker);
  const end = scene.tokens[marker - 1]?.text === ',' ? marker - 2 : marker - 1;
  const before = scene.phraseOf(end);
  if (!told || before === null || before.last !== end + 1 || scene.clauseOf(end) !== null) return [];
  let base = outermost(scene, before);
  for (let steps = 0; steps < 5 && base.attachedTo !== null; steps++) {
    if (base.attachment === 'of' && scene.tokens[marker - 1]?.text !== ',') break;
    base = scene.phrase(base.attachedTo) ?? base;
  }
  return [base.index];
};

const oblique = (scene: Scene, clause: Clause, preposition: string): readonly Filler[] =>
  fillers(
    scene,
    clause.obliques.flatMap(({ preposition: word, phrase }) => {
      if (word !== preposition) return [];
      const found = scene.phrase(phrase);
      return found === null ? [] : scene.members(found);
    }),
  );

const atVerb = (scene: Scene, clause: Clause | null, position: string): readonly Filler[] => {
  if (clause === null) return [];
  if (position === 'subject') return subjects(scene, clause);
  if (position === 'object') return objects(scene, clause);
  if (position === 'complement') return complement(scene, clause);
  if (position === 'possessor') return [];
  const direct = oblique(scene, clause, position);
  if (direct.length > 0 && position !== 'of') return direct;
  // "bought 40 percent of the port", "a stake in the field": what hangs on the object.
  return objects(scene, clause).flatMap(({ phrase }) =>
    phrase === null ? [] : after(scene, phrase, null).flatMap((next) => (next.word === position ? next.fillers : [])),
  );
};

/** What is said of the object: "appointed Hale envoy", "Hale was named envoy". */
const complement = (scene: Scene, clause: Clause): readonly Filler[] => {
  if (clause.passive) return list(scene, clause.objects);
  return list(scene, clause.objects.slice(1));
};

interface After {
  readonly word: string;
  readonly fillers: readonly Filler[];
}

/** Prepositional phrases right after a phrase, one after the other, up to a comma, verb or other word. */
const after = (scene: Scene, phrase: NounPhrase, stop: number | null): readonly After[] => {
  const found: After[] = [];
  let end = phrase.last;
  for (let steps = 0; steps < 6; steps++) {
    if (stop !== null && end >= stop) break;
    const word = scene.tokens[end];
    const next = scene.phraseOf(end + 1);
    if (word === undefined || next === null || next.preposition !== end) break;
    const outer = outermost(scene, next);
    // "with the head of the fund": the fund hangs on the head, not on the noun.
    if (found.length > 0 && outer.attachment === 'of') {
      end = outer.last;
      continue;
    }
    const group = scene.members(outer).filter((member) => member.first >= outer.first);
    found.push({ word: word.lower, fillers: fillers(scene, group.length === 0 ? [outer] : group) });
    end = Math.max(outer.last, group.at(-1)?.last ?? 0);
    // Descriptions between commas and of-phrases of the last one are passed over.
    const last = group.at(-1) ?? outer;
    for (const hanging of [...scene.attached(last, 'apposition'), ...scene.attached(last, 'of')]) {
      if (hanging.attachment === 'apposition' && hanging.first === end + 1) {
        end = hanging.last + (scene.tokens[hanging.last]?.text === ',' ? 1 : 0);
      }
    }
  }
  return found;
};

const outermost = (scene: Scene, phrase: NounPhrase): NounPhrase => {
  let outer = phrase;
  for (let steps = 0; steps < 5 && outer.attachment === 'possessive' && outer.attachedTo !== null; steps++) {
    outer = scene.phrase(outer.attachedTo) ?? outer;
  }
  return outer;
};

const atNoun = (scene: Scene, trigger: Trigger, position: string): readonly Filler[] => {
  const { phrase } = trigger;
  if (phrase === null) return [];
  if (position === 'itself') return [filler(scene, phrase)];
  if (position === 'possessor') return possessors(scene, phrase, trigger);
  if (position === 'modifier') return modifiers(scene, phrase, trigger);
  if (position === 'bearer') return bearer(scene, phrase, trigger);
  const top = topOf(scene, phrase);
  const clause = trigger.clause;
  const carries = clause !== null && isThrough(scene, clause, top, trigger);
  if (position === 'subject') {
    if (clause === null) return [];
    if (!carries) return amidst(scene, clause, top);
    return clause.subjects.includes(top.index)
      ? clause.passive
        ? oblique(scene, clause, 'by')
        : []
      : subjects(scene, clause).filter(({ phrase: subject }) => subject !== top);
  }
  if (position === 'object') return clause === null || !carries ? [] : objects(scene, clause);
  // "the owner Adrian Voss met Hale at a hotel": after the name the noun has no more phrases of its own.
  if (phrase.head >= trigger.last) return [];
  const near = after(scene, phrase, null).flatMap((next) => (next.word === position ? next.fillers : []));
  if (near.length > 0) return near;
  if (!carries || clause === null) return [];
  return oblique(scene, clause, position).filter(
    ({ phrase: other }) => other !== null && other !== top && other.first >= phrase.last,
  );
};

/** "At a meeting with Veld, Hale said": who does something at an event with somebody has part in it. */
const amidst = (scene: Scene, clause: Clause, top: NounPhrase): readonly Filler[] => {
  const stands = clause.obliques.some(
    ({ phrase, preposition }) => phrase === top.index && /^(?:in|at|during|after)$/.test(preposition),
  );
  const shared = after(scene, top, null).some(({ word }) => word === 'with');
  if (!stands || !shared || clause.passive || clause.lemma === 'be') return [];
  return subjects(scene, clause);
};

/** Whether the clause only carries the noun: "held talks", "the talks were held". */
const isThrough = (scene: Scene, clause: Clause, top: NounPhrase, trigger: Trigger): boolean => {
  const through = trigger.definition.through ?? [];
  const forms = verbForms(scene, clause);
  if (!through.some((verb) => forms.includes(verb))) return false;
  if (clause.objects.includes(top.index)) return true;
  if (clause.subjects.includes(top.index)) return clause.passive;
  return clause.obliques.some(
    ({ phrase, preposition }) => phrase === top.index && ['in', 'into', 'at', 'for', 'on', 'off'].includes(preposition),
  );
};

/** A verb alone and with the particle after it: "call", "call off". */
export const verbForms = (scene: Scene, clause: Clause): readonly string[] => {
  const next = scene.tokens[clause.verb + 1]?.lower ?? '';
  return [clause.lemma, `${clause.lemma} ${next}`];
};

const OWNERS = /^(?:his|her|their|its|our|my|your)$/;

const possessors = (scene: Scene, phrase: NounPhrase, trigger: Trigger): readonly Filler[] => {
  const named = fillers(
    scene,
    scene
      .attached(phrase, 'possessive')
      .filter((owner) => owner.last <= trigger.first)
      .flatMap((owner) => ownersJoined(scene, owner, phrase)),
  );
  if (named.length > 0) return named.slice(-2);
  for (let i = phrase.first; i < trigger.first; i++) {
    const token = scene.tokens[i];
    if (token === undefined || !OWNERS.test(token.lower)) continue;
    const mention = scene.mentionAt(token.start, token.end);
    if (mention !== null) return [{ phrase: null, mention, span: [token.start, token.end] }];
  }
  return [];
};

/** "Hale and Veld's meeting": the first of the two is a phrase of its own, joined to what the second owns. */
const ownersJoined = (scene: Scene, owner: NounPhrase, owned: NounPhrase): readonly NounPhrase[] => {
  const joined = scene
    .members(owned)
    .filter((member) => member.last < owned.first && scene.tokens[owned.first - 1]?.lower === 'and');
  const plural = scene.tokens[owned.head]?.lower !== scene.tokens[owned.head]?.lemma;
  return joined.length === 1 && plural ? [...joined, owner] : [owner];
};

const modifiers = (scene: Scene, phrase: NounPhrase, trigger: Trigger): readonly Filler[] => {
  const owner = scene.attached(phrase, 'possessive').at(-1);
  const from = scene.tokens[owner?.last ?? phrase.first]?.start ?? 0;
  const to = scene.tokens[trigger.first]?.start ?? 0;
  return scene
    .mentionsWithin(from, to)
    .filter((mention) => mention.form === 'name')
    .map((mention) => ({ phrase: null, mention, span: [mention.start, mention.end] as const }));
};

/** Whom a describing noun denotes: the name after it, an apposition, what it is an apposition to, or the subject of "is". */
const bearer = (scene: Scene, phrase: NounPhrase, trigger: Trigger): readonly Filler[] => {
  const named = scene.tokens[phrase.head]?.pos === 'PROPN' && phrase.head >= trigger.last;
  if (named) {
    const inside = scene
      .mentionsWithin(scene.tokens[trigger.last]?.start ?? 0, scene.tokens[phrase.last - 1]?.end ?? 0)
      .at(-1);
    const mention = inside ?? scene.mentionOf(phrase);
    return mention === null ? [] : [{ phrase, mention, span: [mention.start, mention.end] }];
  }
  if (phrase.attachment === 'apposition' && phrase.attachedTo !== null) {
    const base = scene.phrase(phrase.attachedTo);
    if (base !== null) return [filler(scene, base)];
  }
  const apposition = scene
    .attached(phrase, 'apposition')
    .find((other) => scene.mentionOf(other)?.form === 'name' && isRightAfter(scene, phrase, other));
  if (apposition !== undefined) return [filler(scene, apposition)];
  const clause = trigger.clause ?? carrier(scene, phrase);
  if (clause !== null && COPULAS.has(clause.lemma) && !clause.subjects.includes(phrase.index)) {
    const predicate = clause.objects.includes(phrase.index);
    if (predicate && !clause.passive) return list(scene, clause.subjects);
  }
  if (clause?.lemma === 'be' && clause.subjects.includes(phrase.index)) {
    const [object] = list(scene, clause.objects);
    if (object?.mention?.form === 'name') return [object];
  }
  const own = filler(scene, phrase);
  return own.mention === null || isAnybody(scene, phrase) ? [] : [own];
};

/** "members", "my friends": nobody that a case could name; "Veld's brother" may be named elsewhere. */
const isAnybody = (scene: Scene, phrase: NounPhrase): boolean => {
  const head = scene.tokens[phrase.head];
  const opener = scene.tokens[phrase.first]?.lower ?? '';
  const plural = head !== undefined && head.lower !== head.lemma && /(?:s|men|wives)$/.test(head.lower);
  return plural || /^(?:my|our|your|no|any|every|each|another)$/.test(opener);
};

const COPULAS = new Set(['be', 'become', 'remain', 'stay']);

/** An apposition may follow the of-phrase of its noun: "a cousin of Hale, Marek Voss". */
const isRightAfter = (scene: Scene, phrase: NounPhrase, other: NounPhrase): boolean =>
  other.first > phrase.first && other.first - phrase.last < 12 && scene.tokens[other.first - 1]?.text === ',';

const atAdjective = (scene: Scene, trigger: Trigger, position: string): readonly Filler[] => {
  const { phrase } = trigger;
  if (position === 'noun') {
    // "the sanctioned banker"
    if (phrase !== null && phrase.head >= trigger.last) return [filler(scene, phrase)];
    const clause = before(scene, trigger);
    if (clause !== null && !clause.passive && COPULAS.has(clause.lemma)) return list(scene, clause.subjects);
    // "a banker under sanctions", "a sale contingent on a ceasefire"
    const noun = scene.phraseOf(trigger.first - 1);
    return noun !== null && noun.last === trigger.first ? [filler(scene, noun)] : [];
  }
  if (position === 'subject' || position === 'object') {
    const clause = before(scene, trigger);
    return clause === null ? [] : position === 'subject' ? subjects(scene, clause) : objects(scene, clause);
  }
  // The preposition may be part of the words: "married to", "under sanctions".
  const own = scene.tokens[trigger.last - 1];
  if (own?.lower === position) {
    const next = scene.phraseOf(trigger.last);
    if (next !== null) return fillers(scene, scene.members(outermost(scene, next)));
  }
  const next = scene.phraseOf(trigger.last + 1);
  return scene.tokens[trigger.last]?.lower === position && next !== null
    ? fillers(scene, scene.members(outermost(scene, next)))
    : [];
};

/** The clause whose verb group stands right before an adjective, adverbs aside. */
const before = (scene: Scene, trigger: Trigger): Clause | null => {
  for (let i = trigger.first - 1; i >= 0 && i >= trigger.first - 4; i--) {
    const clause = scene.clauseOf(i);
    if (clause !== null) return clause;
    if (scene.tokens[i]?.pos !== 'ADV' && scene.tokens[i]?.pos !== 'PART') return null;
  }
  return null;
};

/** Who is let do what, after the trigger in its sentence: "a waiver allowing Veld to enter". */
const allowed = (
  scene: Scene,
  cues: Cues,
  trigger: Trigger,
): readonly { readonly who: readonly Filler[]; readonly act: readonly Filler[] }[] => {
  const sentence = scene.tokens[trigger.first]?.sentence ?? -1;
  const clauses = scene.clausesOf(sentence).filter((clause) => clause.first >= trigger.last);
  for (const clause of clauses) {
    if (!cues.allowing.includes(clause.lemma)) continue;
    const next = clauses.find((other) => other.first > clause.first && other.governor === clause.index);
    const who = clause.passive ? list(scene, clause.subjects) : list(scene, clause.objects);
    if (who.length === 0) continue;
    const act = next === undefined ? [] : [bare([scene.tokens[next.first]?.start ?? next.start, next.end])];
    return [{ who, act }];
  }
  return [];
};

const bare = (span: Span): Filler => ({ phrase: null, mention: null, span });

/** Who orders or asks that the verb be done: "asked the ministry to issue". */
const governing = (scene: Scene, trigger: Trigger, verbs: readonly string[]): readonly Filler[] => {
  const governor = scene.clause(trigger.clause?.governor ?? null);
  if (governor === null || !verbs.includes(governor.lemma)) return [];
  return subjects(scene, governor);
};

/** All the words after the trigger and its preposition, to the end of the part of the sentence. */
const rest = (scene: Scene, trigger: Trigger): readonly Filler[] => {
  const { tokens } = scene;
  const sentence = scene.sentence(tokens[trigger.first]?.sentence ?? -1);
  let first = trigger.last;
  if (tokens[first]?.lower === 'on' || tokens[first]?.lower === 'upon') first++;
  let last = first;
  while (last < sentence.last) {
    const text = tokens[last]?.text ?? '';
    if (/^[;.!?–—"”]$/.test(text)) break;
    // "…, officials said" and "…, but" end it; "…, and that" goes on.
    if (text === ',' && !/^(?:and|or|that|who|which|whether|as)$/.test(tokens[last + 1]?.lower ?? '')) break;
    last++;
  }
  return last - first < 1 ? [] : [bare(scene.span(first, last))];
};

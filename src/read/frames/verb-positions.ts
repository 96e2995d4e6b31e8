import type { Clause, NounPhrase } from '../known.ts';
import { after, type Filler, fillers, list, outermost } from './fillers.ts';
import type { Scene } from './scene.ts';

export const subjects = (scene: Scene, clause: Clause): readonly Filler[] => {
  if (clause.passive) return oblique(scene, clause, 'by');
  if (clause.subjects.length === 0) {
    const named = takenForNoun(scene, clause);
    return named.length > 0 ? named : list(scene, beforeAside(scene, clause));
  }
  return isDoerTold(scene, clause) ? list(scene, clause.subjects) : [];
};

/** "Norel, before sanctions were imposed, is known to have met …": back to what opened the sentence. */
const beforeAside = (scene: Scene, clause: Clause): readonly number[] => {
  const governor = clause.finite ? null : scene.clause(clause.governor);
  if (governor !== null) return governor.subjects.length > 0 ? [] : beforeAside(scene, governor);
  const { first } = scene.sentence(clause.sentence);
  const opener = scene.phraseOf(first);
  const aside = scene.tokens[opener?.last ?? first]?.text === ',' && scene.tokens[clause.first - 1]?.text === ',';
  if (!clause.finite || !aside || opener === null || opener.preposition !== null || opener.first !== first) return [];
  return opener.group;
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

export const objects = (scene: Scene, clause: Clause): readonly Filler[] => {
  if (clause.passive) return list(scene, [...clause.subjects, ...clause.objects]);
  // "As they met, business leaders …": what follows a comma begins something else.
  if (clause.objects.length === 0) {
    const antecedent = antecedents(scene, clause);
    return list(scene, antecedent.length > 0 ? antecedent : rightAfter(scene, clause));
  }
  return scene.tokens[clause.last]?.text === ','
    ? []
    : list(
        scene,
        clause.objects.filter((o) => isNear(scene, clause, o)),
      );
};

/** "to acquire a stake in a project called …": a later verb must not take the object away. */
const rightAfter = (scene: Scene, clause: Clause): readonly number[] => {
  const next = scene.phraseOf(clause.last);
  if (next === null) return [];
  const phrase = outermost(scene, next);
  return phrase.first === clause.last && phrase.preposition === null ? phrase.group : [];
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

export const oblique = (scene: Scene, clause: Clause, preposition: string): readonly Filler[] =>
  fillers(
    scene,
    clause.obliques.flatMap(({ preposition: word, phrase }) => {
      if (word !== preposition) return [];
      const found = scene.phrase(phrase);
      if (found !== null && isLoose(scene, found)) return [];
      return found === null ? [] : scene.members(found);
    }),
  );

/** "…, with their telephones" and "spoke of his quarrel with Veld": not who it was done with. */
const isLoose = (scene: Scene, phrase: NounPhrase): boolean => {
  const { preposition } = phrase;
  if (preposition === null || scene.tokens[preposition]?.lower !== 'with') return false;
  const before = scene.tokens[preposition - 1];
  if (before === undefined || before.text === ',' || before.lower === 'along') return true;
  const held = scene.phraseOf(before.index);
  const word = held?.preposition == null ? '' : scene.tokens[held.preposition]?.lower;
  return word === 'of' || word === 'about';
};

export const atVerb = (scene: Scene, clause: Clause | null, position: string): readonly Filler[] => {
  if (clause === null) return [];
  if (position === 'subject') return subjects(scene, clause);
  if (position === 'object') return objects(scene, clause);
  if (position === 'complement') return complement(scene, clause);
  if (position === 'possessor') return [];
  const direct = oblique(scene, clause, position);
  if (direct.length > 0 && position !== 'of') return direct;
  // "bought 40 percent of the port", "a stake in the field": what hangs on the object.
  // "A quarter of the port belongs to Veld."
  const things = clause.objects.length === 0 && !clause.passive ? subjects(scene, clause) : objects(scene, clause);
  return things.flatMap(({ phrase }) =>
    phrase === null ? [] : after(scene, phrase, null).flatMap((next) => (next.word === position ? next.fillers : [])),
  );
};

/** What is said of the object: "appointed Hale envoy", "Hale was named envoy". */
const complement = (scene: Scene, clause: Clause): readonly Filler[] => {
  if (clause.passive) return list(scene, clause.objects);
  return list(scene, clause.objects.slice(1));
};

/** A verb alone and with the particle after it: "call", "call off". */
export const verbForms = (scene: Scene, clause: Clause): readonly string[] => {
  const next = scene.tokens[clause.verb + 1]?.lower ?? '';
  return [clause.lemma, `${clause.lemma} ${next}`];
};

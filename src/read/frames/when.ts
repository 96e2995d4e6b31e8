import type { Attribution, Time } from '../../model/index.ts';
import type { Clause, NounPhrase } from '../known.ts';
import type { Trigger } from './find-triggers.ts';
import type { Scene } from './scene.ts';

/** Ids of the times that say when and how long, or null. */
export interface When {
  readonly time: string | null;
  readonly duration: string | null;
}

/**
 * Finds the time of what a trigger stands for: inside its noun phrase ("Tuesday's meeting"), in its clause, right after
 * the noun, or at the head of the sentence. A time that belongs to another verb is left alone.
 */
export const findWhen = (scene: Scene, trigger: Trigger, lasting: boolean): When => {
  const number = scene.tokens[trigger.first]?.sentence ?? -1;
  const sentence = scene.sentence(number);
  const times = scene.known.times.filter((time) => time.start >= sentence.start && time.end <= sentence.end);
  if (times.length === 0) return { time: null, duration: null };
  const owned = (time: Time): number => rankOf(scene, trigger, time, lasting);
  const pick = (candidates: readonly Time[]): string | null => {
    const ranked = candidates
      .map((time) => ({ time, rank: owned(time) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || distance(scene, trigger, a.time) - distance(scene, trigger, b.time));
    return ranked[0]?.time.id ?? null;
  };
  return {
    time: pick(times.filter((time) => time.duration === null && !isBound(scene, time, lasting))),
    duration: pick(times.filter((time) => time.duration !== null && !isAgo(scene, time))),
  };
};

const distance = (scene: Scene, trigger: Trigger, time: Time): number => {
  const [start, end] = scene.span(trigger.first, trigger.last);
  return time.start >= end ? time.start - end : start - time.end;
};

/** "before Monday", "until June": a bound is no date of the event. "since 2027" is the start of a lasting state. */
const isBound = (scene: Scene, time: Time, lasting: boolean): boolean => {
  const first = scene.tokens[scene.tokenFrom(time.start)];
  const before = scene.tokens[scene.tokenFrom(time.start) - 1];
  const words = [first?.lower, before?.lower];
  const last = scene.tokens[scene.tokenFrom(time.end) - 1]?.lower ?? '';
  // "a year after the ministry was founded" waits for another event's time.
  if (time.edtf === null && /^(?:after|before|hours|days|weeks|months|years)$/.test(last)) return true;
  if (words.some((word) => word === 'before' || word === 'until' || word === 'till' || word === 'after')) return true;
  return !lasting && words.includes('since');
};

const isAgo = (scene: Scene, time: Time): boolean =>
  /^(?:ago|earlier|later|before|after|old)$/.test(scene.tokens[scene.tokenFrom(time.end)]?.lower ?? '');

/** 3: in the trigger's own phrase or right after it; 2: in its clause; 1: at the head of the sentence; 0: another's. */
const rankOf = (scene: Scene, trigger: Trigger, time: Time, lasting: boolean): number => {
  const { phrase } = trigger;
  if (trigger.kind === 'noun' && phrase !== null) {
    if (isInside(scene, phrase, time)) return 4;
    if (lasting) return /^(?:since|from)$/.test(scene.tokens[scene.tokenFrom(time.start) - 1]?.lower ?? '') ? 3 : 0;
    if (isRightAfter(scene, phrase, time)) return 3;
    const clause = trigger.clause;
    if (clause === null || !speaksOf(trigger, clause)) return 0;
    return isInClause(scene, clause, time) ? 2 : leads(scene, clause, time) ? 1 : 0;
  }
  const clause = trigger.clause ?? (lasting ? scene.clauseOf(trigger.first - 1) : null);
  if (clause === null) return 0;
  const own = isInClause(scene, clause, time);
  if (own) return 2;
  // "agreed on Monday to meet": the time is of the agreeing, unless the governor has no say in when.
  return leads(scene, clause, time) ? 1 : 0;
};

const EVENTFUL = new Set([
  ...[
    'hold',
    'have',
    'take',
    'happen',
    'occur',
    'last',
    'begin',
    'start',
    'end',
    'conclude',
    'be',
    'attend',
    'convene',
  ],
  ...[
    'conduct',
    'run',
    'go',
    'continue',
    'resume',
    'open',
    'sign',
    'strike',
    'reach',
    'impose',
    'lift',
    'issue',
    'grant',
  ],
  ...['make', 'send', 'deliver', 'exchange', 'announce', 'schedule', 'plan', 'set', 'join', 'ease', 'remove', 'adopt'],
]);

/** Whether the clause says when the noun's event was: "held talks in May", not "discussed the talks in May". */
const speaksOf = (trigger: Trigger, clause: Clause): boolean => {
  const through = trigger.definition.through ?? [];
  return EVENTFUL.has(clause.lemma) || through.includes(clause.lemma);
};

const isInside = (scene: Scene, phrase: NounPhrase, time: Time): boolean => {
  const [start, end] = scene.span(phrase.first, phrase.last);
  return time.start >= start && time.end <= end;
};

/** "the meeting in Lorne on Monday": only prepositional phrases in between, no verb and no comma. */
const isRightAfter = (scene: Scene, phrase: NounPhrase, time: Time): boolean => {
  const from = phrase.last;
  const to = scene.tokenFrom(time.start);
  if (to < from || to - from > 14) return false;
  for (let i = from; i < to; i++) {
    const token = scene.tokens[i];
    if (token === undefined || token.text === ',' || scene.clauseOf(i) !== null) return false;
    if (/^(?:that|which|who|to|after|before)$/.test(token.lower)) return false;
  }
  return true;
};

const isInClause = (scene: Scene, clause: Clause, time: Time): boolean => {
  const owner = ownerOf(scene, clause, time);
  return owner === clause.index;
};

/** The clause a time belongs to: the nearest verb before it in its part of the sentence, or the one that lists it. */
const ownerOf = (scene: Scene, near: Clause, time: Time): number | null => {
  const at = scene.tokenFrom(time.start);
  const clauses = scene.clausesOf(near.sentence);
  const phrase = scene.phraseOf(scene.tokenFrom(time.end) - 1);
  if (phrase !== null) {
    const listing = clauses.filter(
      (clause) =>
        clause.obliques.some((oblique) => oblique.phrase === phrase.index) || clause.objects.includes(phrase.index),
    );
    const [only] = listing;
    if (only !== undefined) return at < only.first && !isPlainLead(scene, only, time) ? null : only.index;
  }
  const before = clauses.findLast((clause) => clause.last <= at);
  const after = clauses.find((clause) => clause.first > at);
  if (before === undefined) return null;
  // "who on Monday met": between the subject or pronoun and its verb.
  if (after !== undefined && after.marker !== null && after.marker < at && after.marker >= before.last)
    return after.index;
  return before.index;
};

/** A time at the head of the sentence goes to its first verb, unless that only says who speaks: then it is told by commas. */
const leads = (scene: Scene, clause: Clause, time: Time): boolean => {
  const clauses = scene.clausesOf(clause.sentence);
  const first = clauses.find((other) => other.finite);
  if (first === undefined || time.end > (scene.tokens[first.first]?.start ?? 0)) return false;
  const sentence = scene.sentence(clause.sentence);
  const lead = scene.tokenFrom(time.start) - sentence.first;
  if (lead > 6) return false;
  if (first.index === clause.index) return true;
  // "In May, officials said, Hale met Veld."
  const aside = scene.tokens[first.last]?.text === ',' && isCue(scene.known.attributions, scene, first);
  const next = clauses.find((other) => other.finite && other.first > first.first);
  if (aside && next?.index === clause.index) return true;
  // "On Monday Hale flew to Lorne to meet Veld."
  return clause.governor === first.index && !isCue(scene.known.attributions, scene, first);
};

const isPlainLead = (scene: Scene, clause: Clause, time: Time): boolean => {
  const first = scene.clausesOf(clause.sentence).find((other) => other.finite);
  return first?.index === clause.index || time.start >= clause.start;
};

const isCue = (attributions: readonly Attribution[], scene: Scene, clause: Clause): boolean => {
  const verb = scene.tokens[clause.verb];
  if (verb === undefined) return false;
  return attributions.some(({ cue }) => cue.some(([start, end]) => verb.start >= start && verb.end <= end));
};

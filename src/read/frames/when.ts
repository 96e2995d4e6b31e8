import type { Time } from '../../model/index.ts';
import { governorOf } from './arguments.ts';
import type { Chunk } from './chunks.ts';
import type { Trigger } from './find-triggers.ts';
import type { Predicate } from './predicates.ts';
import type { Scene } from './scene.ts';

/** Ids of the times that say when and how long, or null. */
export interface When {
  readonly time: string | null;
  readonly duration: string | null;
}

/**
 * Finds the time of what a trigger stands for: inside its noun group ("Tuesday's meeting"), among what belongs to its verb,
 * right after the noun, or at the head of the sentence. A time that belongs to another verb is left alone.
 */
export const findWhen = (scene: Scene, trigger: Trigger, lasting: boolean): When => {
  const times = scene.timesIn(scene.sentenceOf(trigger.first));
  if (times.length === 0) return { time: null, duration: null };
  const pick = (candidates: readonly Time[]): string | null => {
    const ranked = candidates
      .map((time) => ({ time, rank: rankOf(scene, trigger, time, lasting) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || distance(scene, trigger, a.time) - distance(scene, trigger, b.time));
    return ranked[0]?.time.id ?? null;
  };
  const near = times.filter((time) => distance(scene, trigger, time) < NEAR);
  return {
    time: pick(near.filter((time) => time.duration === null && !isBound(scene, time, lasting))),
    duration: pick(near.filter((time) => time.duration !== null && !isAgo(scene, time))),
  };
};

/** In characters: what belongs to a verb stands no further away. */
const NEAR = 600;

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
  if (lasting && isSpan(time)) return false;
  if (words.some((word) => word === 'before' || word === 'until' || word === 'till' || word === 'after')) return true;
  return !lasting && words.includes('since');
};

/** "since 2027", "until 2029", "from 2015 to 2018": when a state began or ended. */
const isSpan = ({ edtf }: Time): boolean => edtf?.includes('/') ?? false;

const isAgo = (scene: Scene, time: Time): boolean =>
  /^(?:ago|earlier|later|before|after|old)$/.test(scene.tokens[scene.tokenFrom(time.end)]?.lower ?? '');

/** 4: in the trigger's own noun group; 3: right after it; 2: with its verb; 1: at the head of the sentence; 0: another's. */
const rankOf = (scene: Scene, trigger: Trigger, time: Time, lasting: boolean): number => {
  const { chunk, predicate } = trigger;
  const at = scene.tokenFrom(time.start);
  if (trigger.kind === 'noun' && chunk !== null) {
    if (isInside(scene, chunk, time)) return 4;
    if (lasting) {
      if (/^(?:since|from)$/.test(scene.tokens[at - 1]?.lower ?? '')) return 3;
      if (!isSpan(time)) return 0;
      if (isRightAfter(scene, chunk, time)) return 3;
      const { carrier } = trigger;
      return carrier?.as === 'complement' ? rankAt(scene, carrier.predicate, time, at) : 0;
    }
    if (isRightAfter(scene, chunk, time)) return 3;
    if (time.duration !== null && isHowLong(scene, chunk, time)) return 3;
    if (predicate !== null && holds(predicate, at)) return 3;
    const verb = trigger.carrier?.predicate ?? null;
    if (verb === null || !speaksOf(trigger, verb)) return 0;
    return rankAt(scene, verb, time, at);
  }
  // "valid for ninety days": said of the adjective itself.
  if (trigger.kind === 'adjective' && predicate !== null && predicate.group === null && holds(predicate, at)) return 3;
  const isSaid = lasting || trigger.kind === 'adjective';
  const verb = predicate?.group != null ? predicate : isSaid ? verbBefore(scene, trigger.first) : null;
  return verb === null ? 0 : rankAt(scene, verb, time, at);
};

/** Between a noun and its length: "talks in May, which went on for", "a meeting that lasted". */
const HOW_LONG =
  /^[^.;:,]{0,40},?\s*\b(?:which|that)\s+(?:\w+\s+)?(?:lasted|went\s+on|dragged\s+on|ran|took|continued|stretched)\b(?:\s+\w+){0,3}\s*$/i;

const isHowLong = (scene: Scene, chunk: Chunk, time: Time): boolean => {
  const [, end] = scene.span(chunk.first, chunk.last);
  return time.start > end && time.start - end < 100 && HOW_LONG.test(scene.known.text.slice(end, time.start));
};

const verbBefore = (scene: Scene, at: number): Predicate | null => {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const predicate = scene.predicateAt(i);
    if (predicate?.group != null) return predicate;
  }
  return null;
};

const rankAt = (scene: Scene, verb: Predicate, time: Time, at: number): number => {
  const holding = scene
    .predicatesNear(at)
    .flatMap((other) => (other.group === null ? [] : [{ other, size: sizeAt(other, at, scene.tokenFrom(time.end)) }]));
  // "met a year after it was founded in 1990": the year is of the inner verb.
  const least = Math.min(...holding.map(({ size }) => size));
  const owners = Number.isFinite(least) ? holding.filter(({ size }) => size === least).map(({ other }) => other) : [];
  if (owners.includes(verb)) return 2;
  // "On Monday Hale flew to Lorne to meet Veld."
  const governor = governorOf(scene, verb);
  const leads = isLead(scene, time, at) && !isBehind(scene, verb, at);
  if (governor !== null && owners.includes(governor) && leads && !isCue(scene, governor)) return 1;
  if (owners.length > 0) return 0;
  // The network says nothing of it: it goes with the verb before it, or at the head of a sentence with the first.
  if (leads) {
    const first = scene.predicatesNear(at).find(({ token, group }) => group?.form === 'finite' && token > at);
    return first === verb || (governor !== null && first === governor && !isCue(scene, governor)) ? 1 : 0;
  }
  const before = scene.predicatesNear(at).findLast(({ token, group }) => group !== null && token < at);
  return before === verb && at - verb.token < 14 && !isCut(scene, verb.token, at) ? 1 : 0;
};

const holds = ({ arguments: args }: Predicate, at: number): boolean =>
  args.some(({ label, first, last }) => first <= at && last > at && OF_TIME.test(label));

const OF_TIME = /^ARGM-(?:TMP|LOC|ADV)$|^ARG2$/;

/** In words: the smallest of what belongs to a predicate and holds a place. */
const sizeAt = ({ arguments: args }: Predicate, at: number, end: number): number =>
  Math.min(
    ...args.flatMap(({ label, first, last }) =>
      first <= at && last >= end && OF_TIME.test(label) ? [last - first] : [],
    ),
  );

/** A comma, or a word that opens another clause. */
const isCut = (scene: Scene, from: number, to: number): boolean =>
  scene.tokens
    .slice(from, to)
    .some(({ text, lower }) => text === ',' || /^(?:that|which|who|to|after|before)$/.test(lower));

/** "Marr issued a 10-day permit": a time right behind the verb leads nothing. */
const isBehind = (scene: Scene, { token, group }: Predicate, at: number): boolean =>
  group?.form === 'finite' && token < at && scene.tokens[token]?.sentence === scene.tokens[at]?.sentence;

/** Among the first words of its sentence. */
const isLead = (scene: Scene, time: Time, at: number): boolean =>
  at - scene.sentenceOf(scene.tokenFrom(time.start)).first <= 6;

const isCue = (scene: Scene, { token }: Predicate): boolean => {
  const word = scene.tokens[token];
  return word !== undefined && scene.cueAt(word.start) !== null;
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

/** Whether the verb says when the noun's event was: "held talks in May", not "discussed the talks in May". */
const speaksOf = (trigger: Trigger, verb: Predicate): boolean =>
  EVENTFUL.has(verb.lemma) || (trigger.definition.through ?? []).includes(verb.lemma);

const isInside = (scene: Scene, chunk: Chunk, time: Time): boolean => {
  const [start, end] = scene.span(chunk.first, chunk.last);
  return time.start >= start && time.end <= end;
};

/** "the meeting in Lorne on Monday": only prepositional phrases in between, no verb and no comma. */
const isRightAfter = (scene: Scene, chunk: Chunk, time: Time): boolean => {
  const from = chunk.last;
  const to = scene.tokenFrom(time.start);
  if (to < from || to - from > 14) return false;
  for (let i = from; i < to; i++) {
    const token = scene.tokens[i];
    if (token === undefined || token.text === ',' || token.pos === 'AUX' || scene.predicateAt(i)?.group != null)
      return false;
    if (/^(?:that|which|who|to|after|before)$/.test(token.lower)) return false;
  }
  return true;
};

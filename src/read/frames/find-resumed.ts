import type { Frame, Span } from '../../model/index.ts';
import { datesOverlap } from '../../text/index.ts';
import { lessCertain } from './cue-draft.ts';
import { type Filled, spansOf } from './fill-roles.ts';
import { type Filler, fillersIn } from './fillers.ts';
import type { Trigger } from './find-triggers.ts';
import type { Scene } from './scene.ts';

/** A noun that takes up what was told before, with what its own sentence says of it. */
export interface Resumed {
  readonly trigger: Trigger;
  readonly filled: Filled;
  /** The frame as its own sentence gives it: when, how long, where, whether. */
  readonly frame: Frame;
}

/** In characters: further back, "the talks" are seldom those that were last told of. */
const REACH = 1800;

/** In characters: what "it" and "took part" without more are of stands in the sentences before. */
const NEAR = 500;

const DEFINITE = /^(?:the|that|this|these|those|their|both)$/;

/**
 * "The talks", "their meeting", "Price:": takes up one that was told of; "talks", "a meeting" do not. Adjectives
 * and verbs do where they are said of such a noun or of "it".
 *
 * @param bearers Of an adjective or verb: what it is said of.
 */
export const isDefinite = (scene: Scene, { chunk, kind, first }: Trigger, bearers: readonly Filler[]): boolean => {
  if (kind !== 'noun') {
    const subject = scene.chunkOf(scene.sentenceOf(first).first);
    return [...bearers.map((one) => one.chunk), subject].some((noun) => {
      const opener = scene.tokens[noun?.first ?? -1]?.lower ?? '';
      return opener === 'it' || (DEFINITE.test(opener) && DEALS.test(scene.tokens[noun?.head ?? -1]?.lower ?? ''));
    });
  }
  if (chunk === null) return false;
  const isHeading = chunk.first === scene.sentenceOf(first).first && scene.tokens[chunk.last]?.text === ':';
  return isHeading || DEFINITE.test(scene.tokens[chunk.first]?.lower ?? '');
};

const DEALS =
  /^(?:deals?|sale|purchase|contract|agreement|transaction|package|offer|bid|acquisition|takeover|loan|lease|stake|investment)$/;

const KINDS: ReadonlySet<string> = new Set(['meeting', 'visit', 'call']);

/** A verb that takes up a meeting, visit or call: "took part", "it lasted". */
export const isOccasionVerb = ({ kind, definition, frame }: Trigger): boolean =>
  kind === 'verb' && definition.resumes && KINDS.has(frame.as ?? frame.frame);

/** A verb that may be of the event told before: "took part", "attended the talks", "it lasted"; not "attended the school". */
export const isOfOne = (scene: Scene, { predicate, definition, frame, first, last }: Trigger): boolean => {
  if (predicate === null) return false;
  // "an interview where Voss was not present"
  if (scene.tokens.slice(Math.max(0, first - 6), first).some(({ lower }) => /^(?:where|which)$/.test(lower)))
    return false;
  if (Object.keys(definition.fill).length === 0 || Object.values(definition.fill).flat().includes('where')) return true;
  const nouns = new Set(frame.nouns.flatMap(({ resumes, words }) => (resumes ? words : [])));
  return predicate.arguments
    .filter(({ label, preposition, first: start }) => {
      const isObject = /^ARG[12]$/.test(label) || /^(?:in|at|on)$/.test(preposition ?? '');
      return start >= last && isObject;
    })
    .every(({ first: start, last: end }) => {
      const chunk = fillersIn(scene, start, end, 1)[0]?.chunk ?? null;
      const head = scene.tokens[chunk?.head ?? -1];
      const isEvent = head !== undefined && (nouns.has(head.lower) || nouns.has(head.lemma));
      return isEvent && DEFINITE.test(scene.tokens[chunk?.first ?? -1]?.lower ?? '');
    });
};

const chainsOf = (scene: Scene, spans: readonly Span[]): ReadonlySet<string> =>
  new Set(
    spans.map(([start, end]) => {
      const mention = scene.mentionAt(start, end) ?? scene.mentionsWithin(start, end)[0];
      return mention === undefined ? scene.known.text.slice(start, end).toLowerCase() : `chain ${mention.chain}`;
    }),
  );

const isWithin = (small: ReadonlySet<string>, large: ReadonlySet<string>): boolean =>
  [...small].every((one) => large.has(one));

/** Whether both may be of one event: nobody in the later that is not in the earlier, not two places, not two dates. */
const mayResume = (
  scene: Scene,
  earlier: Frame,
  { frame, filled, trigger }: Resumed,
  roles: readonly string[],
): boolean => {
  // Who "took part" need not have been named before.
  for (const role of isOccasionVerb(trigger) ? [] : roles) {
    const own = spansOf(filled.get(role) ?? []);
    if (own.length > 0 && !isWithin(chainsOf(scene, own), chainsOf(scene, earlier.roles[role] ?? []))) return false;
  }
  const [here, there] = [frame.roles.place ?? [], earlier.roles.place ?? []];
  if (here.length > 0 && there.length > 0 && !isWithin(chainsOf(scene, here), chainsOf(scene, there))) return false;
  const edtf = (id: string | null): string | null => scene.known.times.find((time) => time.id === id)?.edtf ?? null;
  const [now, then] = [edtf(frame.time), edtf(earlier.time)];
  return now === null || then === null || datesOverlap(now, then) !== false;
};

/** Whether its sentence says anything of the event beyond that it was. */
const addsAnything = ({ frame, trigger }: Resumed): boolean => {
  const { time, duration, roles, status, polarity, properties } = frame;
  const isTold = time !== null || duration !== null || status !== 'held';
  // "Voss was not in the room" says that of him; "it did not last" nothing of the event.
  if (isOccasionVerb(trigger)) {
    const hasWho = (roles.participant ?? roles.visitor ?? []).length > 0;
    return status !== 'hypothetical' && (hasWho || (polarity === 'positive' && isTold));
  }
  // What is supposed or denied of "the talks" is mostly not that they were: "no evidence that she knew of the talks".
  return (
    status !== 'hypothetical' &&
    polarity === 'positive' &&
    (isTold ||
      (roles.place ?? []).length > 0 ||
      (roles.mediator ?? []).length > 0 ||
      (roles.host ?? []).length > 0 ||
      properties.channel === 'call')
  );
};

/**
 * Frames of nouns that take up an event told of before: "The talks lasted five hours." Who took part is taken from the nearest
 * earlier frame of that type in the document that may be the same event; the quote is the later sentence.
 *
 * @param told Frames found so far, in text order.
 */
export const findResumed = (scene: Scene, resumed: readonly Resumed[], told: readonly Frame[]): readonly Frame[] =>
  resumed.flatMap((one): readonly Frame[] => {
    const { trigger, frame } = one;
    if ((frame.roles.amount ?? []).length > 0) return sumTaken(one, told);
    if (!addsAnything(one)) return [];
    const isVerb = isOccasionVerb(trigger);
    const roles = [...new Set((trigger.definition.needs ?? trigger.frame.needs).flatMap((need) => Object.keys(need)))]
      // What the verb or noun itself needs besides is its own.
      .filter((role) => trigger.frame.needs.some((need) => role in need) || (frame.roles[role] ?? []).length === 0);
    const earlier = told.findLast(
      (other) =>
        other.type === frame.type &&
        other.trigger[1] <= frame.trigger[0] &&
        frame.trigger[0] - other.trigger[1] <= (isVerb ? NEAR : REACH) &&
        other.polarity === 'positive' &&
        // What took place is not taken up by what is to come, nor the reverse; what was called off had been planned.
        ((other.status === 'held') === (frame.status === 'held') || /^(?:postponed|cancelled)$/.test(frame.status)) &&
        (other.status !== 'hypothetical' || frame.status === 'hypothetical') &&
        mayResume(scene, other, one, roles),
    );
    if (earlier === undefined) return [];
    if (isVerb && told.some((other) => isBetween(other, earlier, frame))) return [];
    // Of who was not there nobody else is told.
    const own = isVerb ? spansOf([...filledIn(one, roles)]) : [];
    if (isVerb && frame.polarity === 'negative') return [{ ...frame, rule: `${frame.rule}/resumed` }];
    const taken = Object.fromEntries(
      roles.map((role) => [role, withOwn(scene, earlier.roles[role] ?? [], role === roles[0] ? own : [])]),
    );
    return [
      {
        ...frame,
        roles: { ...frame.roles, ...taken },
        rule: `${frame.rule}/resumed`,
        confidence: Math.min(frame.confidence, earlier.confidence),
      },
    ];
  });

/** In characters: how far back a deal is of which "the price" is told. */
const SUM_REACH = 600;
const MONEYED: ReadonlySet<string> = new Set(['deal', 'offer']);

/** "The price is 640 million crowns.": a sum of the deal or offer told right before, with all that was told of it there. */
const sumTaken = ({ frame }: Resumed, told: readonly Frame[]): readonly Frame[] => {
  const earlier = told.findLast(
    ({ type, trigger }) =>
      MONEYED.has(type) && trigger[1] <= frame.trigger[0] && frame.trigger[0] - trigger[1] <= SUM_REACH,
  );
  if (earlier === undefined || earlier.polarity === 'negative') return [];
  if ((earlier.roles.amount ?? []).length > 0 || frame.polarity === 'negative') return [];
  return [
    {
      ...frame,
      type: earlier.type,
      roles: { ...earlier.roles, amount: frame.roles.amount ?? [] },
      properties: { ...frame.properties, ...earlier.properties, amountOf: sumOf(frame, earlier) },
      status: earlier.status,
      tense: earlier.tense,
      certainty: lessCertain(earlier.certainty, frame.certainty),
      rule: `${frame.rule}/resumed`,
      confidence: Math.min(frame.confidence, earlier.confidence),
    },
  ];
};

/** The price of a stake is of the stake. */
const sumOf = ({ properties }: Frame, earlier: Frame): string => {
  const told = properties.amountOf;
  if (told !== undefined && told !== 'value') return told;
  return ['stake', 'loan', 'fee', 'investment'].find((kind) => kind === earlier.properties.kind) ?? told ?? 'value';
};

const filledIn = ({ filled }: Resumed, roles: readonly string[]) => filled.get(roles[0] ?? '') ?? [];

/** Those of an earlier frame, and who else is told to have been there. */
const withOwn = (scene: Scene, earlier: readonly Span[], own: readonly Span[]): readonly Span[] => {
  const known = chainsOf(scene, earlier);
  return [...earlier, ...own.filter((span) => !isWithin(chainsOf(scene, [span]), known))].sort((a, b) => a[0] - b[0]);
};

/** Another meeting, visit or call told between: "it" may be that. */
const isBetween = (other: Frame, earlier: Frame, later: Frame): boolean =>
  other !== earlier &&
  KINDS.has(other.type) &&
  other.trigger[0] > earlier.trigger[0] &&
  other.trigger[0] < later.trigger[0];

/** Words for several who were named together before, and for no one of them: "the pair", "both sides", "they". */
const COLLECTIVE =
  /^(?:they|them|their|both|the (?:two|pair|duo|trio|three)|(?:(?:the|both|these|those)(?: (?:two|three|rival|opposing))? (?:sides?|men|women|parties|delegations|envoys|negotiators|ministers|teams|leaders|officials)))$/i;

/** How many they are where the word tells: "both", "the two". */
const countOf = (words: string): number | null =>
  /\b(?:two|pair|duo|both)\b/i.test(words) ? 2 : /\b(?:three|trio)\b/i.test(words) ? 3 : null;

/** Of persons, not of sides or offices: those can be told from the two names that stand before. */
const OF_PERSONS = /^(?:they|them|their|both|the (?:two|pair|duo)|(?:the|both)(?: two)? (?:men|women))$/i;

/** How many sentences back two persons may have been named for "their meeting" to be theirs. */
const BACK = 2;

/**
 * The two persons named in the sentences right before a collective, where there are just two: "One was Hale. The other was Veld.
 * Their meeting ...". A name that only owns something ("Hale's lawyer") is nobody who took part.
 */
const pairBefore = (scene: Scene, [start]: Span): readonly Span[] => {
  const at = scene.tokens[scene.tokenFrom(start)]?.sentence ?? -1;
  const from = scene.sentence(Math.max(0, at - BACK));
  if (at < 0 || scene.known.blocks[from.block]?.kind !== 'body') return [];
  const persons = new Map<number, Span>();
  const others = new Set<number>();
  for (const { form, type, chain, start: first, end } of scene.mentionsWithin(from.start, start)) {
    // "Marr introduced him to Veld. The two men …": whoever "him" is, they are three.
    if (form === 'pronoun' && type === 'person') others.add(chain);
    if (form !== 'name' || type !== 'person') continue;
    if (/^['’]s?\s/.test(scene.known.text.slice(end, end + 3))) continue;
    persons.set(chain, [first, end]);
  }
  return persons.size === 2 && [...others].every((chain) => persons.has(chain)) ? [...persons.values()] : [];
};

/**
 * Frames in which those who took part stand as "the pair" or "they", with the names of those of the nearest earlier frame of
 * that type in the document ("The pair met again in June."), else of the two persons named right before. A collective that the reading has a name for is left as it is.
 */
export const nameCollectives = (scene: Scene, frames: readonly Frame[], role: string): readonly Frame[] => {
  const named = new Set(scene.known.mentions.flatMap(({ form, chain }) => (form === 'name' ? [chain] : [])));
  const isNamed = ([start, end]: Span): boolean => {
    const inside = scene.mentionsWithin(start, end);
    return inside.some((mention) => named.has(mention.chain));
  };
  const known: Frame[] = [];
  for (const frame of frames) {
    const spans = frame.roles[role] ?? [];
    const [only] = spans;
    const words = only === undefined ? '' : scene.known.text.slice(...only).replace(/\s+/g, ' ');
    const isOpen = spans.length === 1 && only !== undefined && COLLECTIVE.test(words) && !isNamed(only);
    const count = countOf(words);
    const earlier = isOpen
      ? known.findLast(
          (other) =>
            other.type === frame.type &&
            frame.trigger[0] - other.trigger[1] <= REACH &&
            (other.roles[role] ?? []).filter(isNamed).length >= 2 &&
            (count === null || (other.roles[role] ?? []).length === count),
        )
      : undefined;
    const pair =
      isOpen && earlier === undefined && count !== 3 && OF_PERSONS.test(words) && only !== undefined
        ? pairBefore(scene, only)
        : [];
    const taken = earlier?.roles[role] ?? (pair.length > 0 ? pair : null);
    known.push(
      taken === null
        ? frame
        : {
            ...frame,
            roles: { ...frame.roles, [role]: taken },
            rule: `${frame.rule}/named`,
            confidence: Math.min(frame.confidence, earlier?.confidence ?? 1),
          },
    );
  }
  return known;
};

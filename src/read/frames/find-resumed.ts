import type { Frame, Span } from '../../model/index.ts';
import { datesOverlap } from '../../text/index.ts';
import { type Filled, spansOf } from './fill-roles.ts';
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

const DEFINITE = /^(?:the|that|this|these|those|their|both)$/;

/** "The talks", "their meeting": takes up one that was told of; "talks", "a meeting" do not. */
export const isDefinite = (scene: Scene, { chunk }: Trigger): boolean =>
  chunk !== null && DEFINITE.test(scene.tokens[chunk.first]?.lower ?? '');

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
const mayResume = (scene: Scene, earlier: Frame, { frame, filled }: Resumed, roles: readonly string[]): boolean => {
  for (const role of roles) {
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
const addsAnything = ({ time, duration, roles, status, polarity }: Frame): boolean =>
  // What is supposed or denied of "the talks" is mostly not that they were: "no evidence that she knew of the talks".
  status !== 'hypothetical' &&
  polarity === 'positive' &&
  (time !== null || duration !== null || (roles.place ?? []).length > 0 || status !== 'held');

/**
 * Frames of nouns that take up an event told of before: "The talks lasted five hours." Who took part is taken from the nearest
 * earlier frame of that type in the document that may be the same event; the quote is the later sentence.
 *
 * @param told Frames found so far, in text order.
 */
export const findResumed = (scene: Scene, resumed: readonly Resumed[], told: readonly Frame[]): readonly Frame[] =>
  resumed.flatMap((one): readonly Frame[] => {
    const { trigger, frame } = one;
    if (!addsAnything(frame)) return [];
    const roles = (trigger.definition.needs ?? trigger.frame.needs).flatMap((need) => Object.keys(need));
    const earlier = told.findLast(
      (other) =>
        other.type === frame.type &&
        other.trigger[1] <= frame.trigger[0] &&
        frame.trigger[0] - other.trigger[1] <= REACH &&
        other.polarity === 'positive' &&
        // What took place is not taken up by what is to come, nor the reverse.
        (other.status === 'held') === (frame.status === 'held') &&
        mayResume(scene, other, one, roles),
    );
    if (earlier === undefined) return [];
    const taken = Object.fromEntries(roles.map((role) => [role, earlier.roles[role] ?? []]));
    return [
      {
        ...frame,
        roles: { ...frame.roles, ...taken },
        rule: `${frame.rule}/resumed`,
        confidence: Math.min(frame.confidence, earlier.confidence),
      },
    ];
  });

/** Words for several who were named together before, and for no one of them: "the pair", "both sides", "they". */
const COLLECTIVE =
  /^(?:they|them|their|both|the (?:two|pair|duo|trio|three)|(?:(?:the|both|these|those)(?: (?:two|three|rival|opposing))? (?:sides?|men|women|parties|delegations|envoys|negotiators|ministers|teams|leaders|officials)))$/i;

/** How many they are where the word tells: "both", "the two". */
const countOf = (words: string): number | null =>
  /\b(?:two|pair|duo|both)\b/i.test(words) ? 2 : /\b(?:three|trio)\b/i.test(words) ? 3 : null;

/**
 * Frames in which those who took part stand as "the pair" or "they", with the names of those of the nearest earlier frame of
 * that type in the document: "The two met again in June." A collective that the reading has a name for is left as it is.
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
    known.push(
      earlier === undefined
        ? frame
        : {
            ...frame,
            roles: { ...frame.roles, [role]: earlier.roles[role] ?? spans },
            rule: `${frame.rule}/named`,
            confidence: Math.min(frame.confidence, earlier.confidence),
          },
    );
  }
  return known;
};
